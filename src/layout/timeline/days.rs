//! An interval of days as plain numbers.

use crate::date::Span;

/// Days from one to another, both inclusive, as [`Day::number`](crate::date::Day::number) counts them. A day
/// `n` covers the time from `n` to `n + 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub first: i32,
    /// The last day, not before the first.
    pub last: i32,
}

/// 0001-01-01 and 9999-12-31, the ends of the calendar of `date`.
pub(super) const CALENDAR: Days = Days { first: 1_721_426, last: 5_373_484 };

impl Days {
    /// The interval, its ends put in order and kept within the years 1 to 9999.
    pub fn new(a: i32, b: i32) -> Days {
        let within = |day: i32| day.clamp(CALENDAR.first, CALENDAR.last);
        Days { first: within(a.min(b)), last: within(a.max(b)) }
    }

    /// How many days it has, at least 1.
    pub fn count(self) -> u32 {
        self.last.abs_diff(self.first).saturating_add(1)
    }

    /// Whether it has the day.
    pub fn contains(self, day: i32) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Days) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The smallest interval that has both.
    pub fn union(self, other: Days) -> Days {
        Days { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

impl From<Span> for Days {
    fn from(span: Span) -> Days {
        Days::new(span.start.number(), span.end.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;

    #[test]
    fn the_calendar_ends_where_date_says() {
        assert_eq!(Day::new(1, 1, 1).map(Day::number), Some(CALENDAR.first));
        assert_eq!(Day::new(9999, 12, 31).map(Day::number), Some(CALENDAR.last));
        assert_eq!(Days::new(i32::MAX, i32::MIN), CALENDAR);
    }
}
