//! Counts by month.

use std::collections::BTreeMap;
use std::fmt;

use crate::date::{Day, Span};

/// A month of a year, written `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Month {
    /// The month that a day lies in.
    pub fn of(day: Day) -> Month {
        Month { year: day.year(), month: day.month() }
    }

    /// Its first and last day, or `None` outside the years 1 to 9999.
    pub fn span(self) -> Option<Span> {
        let first = Day::new(self.year, self.month, 1)?;
        Some(Span::new(first, Day::last_of_month(self.year, self.month)?))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// How many of the intervals touch each month, from the first month to the last without a gap. What spans
/// several months counts in each, so that a month's count is the number found by filtering for that month.
///
/// ```
/// use gongxun::{date::Span, stats::by_month};
/// let day = |text: &str| text.parse().unwrap();
/// let counts = by_month([
///     Span::new(day("2024-07-01"), day("2024-08-31")),
///     Span::new(day("2024-10-02"), day("2024-10-02")),
/// ]);
/// let counts: Vec<_> = counts.into_iter().map(|(month, count)| (month.to_string(), count)).collect();
/// let expected = [("2024-07", 1), ("2024-08", 1), ("2024-09", 0), ("2024-10", 1)];
/// assert_eq!(counts, expected.map(|(month, count)| (month.to_owned(), count)));
/// ```
pub fn by_month(spans: impl IntoIterator<Item = Span>) -> BTreeMap<Month, usize> {
    let number = |day: Day| day.year() * 12 + i32::from(day.month()) - 1;
    let spans: Vec<(i32, i32)> =
        spans.into_iter().map(|span| (number(span.start), number(span.end))).collect();
    let first = spans.iter().map(|span| span.0).min();
    let last = spans.iter().map(|span| span.1).max();
    let Some((first, last)) = first.zip(last) else { return BTreeMap::new() };
    // Differences at the ends first: an interval of many years then costs as much as one of a day.
    let at = |month: i32| usize::try_from(month - first).unwrap_or(0);
    let mut changes = vec![0_isize; at(last) + 2];
    for (from, to) in spans {
        changes[at(from)] += 1;
        changes[at(to) + 1] -= 1;
    }
    let mut running = 0;
    let counted = (first..=last).zip(changes).map(|(month, change)| {
        running += change;
        let month = Month { year: month.div_euclid(12), month: (month.rem_euclid(12) + 1) as u8 };
        (month, usize::try_from(running).unwrap_or(0))
    });
    counted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_months() {
        assert!(by_month([]).is_empty());
    }

    #[test]
    fn a_year_is_twelve_months() {
        let year = Span::new(Day::new(2023, 1, 1).unwrap(), Day::new(2023, 12, 31).unwrap());
        let counts = by_month([year, year]);
        assert_eq!(counts.len(), 12);
        assert!(counts.values().all(|&count| count == 2));
    }
}
