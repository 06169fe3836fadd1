//! Activities without a date: whether one may lie in a period all the same. What may is in no count and is named
//! apart. This module does not look up what is known of an activity.

use crate::date::Span;

/// A report tells of the weeks before it: so many days.
const TOLD_WITHIN: i32 = 62;

/// What is known of when an undated activity was told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its article was published then: it took place before.
    Published(Span),
    /// Only that another activity of its article took place then: it may have been some weeks before or after.
    Beside(Span),
    /// Nothing.
    Unknown,
}

/// Whether an undated activity may lie in a period: neither its year, where that is known, nor when it was told of
/// speaks against it. These are bounds, not its date.
pub fn may_lie_in(period: Span, year: Option<i32>, told: Told) -> bool {
    let earliest = |told: Span| told.start.plus(-TOLD_WITHIN);
    let within = match told {
        Told::Published(told) => told.end >= period.start && earliest(told) <= period.end,
        Told::Beside(told) => told.end.plus(TOLD_WITHIN) >= period.start && earliest(told) <= period.end,
        Told::Unknown => true,
    };
    within && year.is_none_or(|year| (period.start.year()..=period.end.year()).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: &str) -> Span {
        Span::new(start.parse().unwrap(), end.parse().unwrap())
    }

    #[test]
    fn it_took_place_in_the_weeks_before_it_was_told() {
        let july = span("2024-07-01", "2024-07-31");
        let told = |day: &str| span(day, day);
        for (day, published, beside) in [
            ("2024-06-30", false, true),
            ("2024-07-01", true, true),
            ("2024-10-01", true, true),
            ("2024-10-02", false, false),
            ("2024-04-29", false, false),
            ("2024-04-30", false, true),
        ] {
            assert_eq!(may_lie_in(july, None, Told::Published(told(day))), published, "{day}");
            assert_eq!(may_lie_in(july, None, Told::Beside(told(day))), beside, "{day}");
        }
    }

    #[test]
    fn its_year_decides_where_nothing_else_is_known() {
        let winter = span("2023-12-01", "2024-02-29");
        let may = |year: Option<i32>| may_lie_in(winter, year, Told::Unknown);
        assert_eq!(
            [None, Some(2022), Some(2023), Some(2024), Some(2025)].map(may),
            [true, false, true, true, false]
        );
    }
}
