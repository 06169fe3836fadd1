//! Chinese dates, as finely as they are known: 2024年5月28日, 5月20日—26日, 2024年7月—8月.

use crate::corpus::DateField;
use crate::date::{Day, Precision};
use crate::stats::Month;

pub(super) fn day(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

pub(super) fn month(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

/// An interval; its end leaves out what its start has said.
pub(super) fn date(date: &DateField) -> String {
    let (start, end) = (date.start, date.end);
    match date.precision {
        Precision::Day => span(start, end),
        Precision::Month | Precision::Season => {
            let first = month(Month::of(start));
            if Month::of(start) == Month::of(end) {
                first
            } else if start.year() == end.year() {
                format!("{first}—{}月", end.month())
            } else {
                format!("{first}—{}", month(Month::of(end)))
            }
        }
        Precision::Year if start.year() == end.year() => format!("{}年", start.year()),
        Precision::Year => format!("{}年—{}年", start.year(), end.year()),
    }
}

/// The day or months, and the year, as two lines.
pub(super) fn lines(date: &DateField) -> (String, String) {
    let (start, end) = (date.start, date.end);
    let year = format!("{}年", start.year());
    let near = match date.precision {
        Precision::Year => return (year, String::new()),
        Precision::Day if start == end => format!("{}月{}日", start.month(), start.day()),
        Precision::Day => format!("{}月{}日起", start.month(), start.day()),
        Precision::Month | Precision::Season if Month::of(start) == Month::of(end) => {
            format!("{}月", start.month())
        }
        Precision::Month | Precision::Season => format!("{}—{}月", start.month(), end.month()),
    };
    (near, year)
}

/// A filter's period, either end open: whole months and years as such.
pub(super) fn between(from: Option<Day>, to: Option<Day>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31) => {
            if from.year() == to.year() {
                format!("{}年", from.year())
            } else {
                format!("{}年—{}年", from.year(), to.year())
            }
        }
        (Some(from), Some(to))
            if from.day() == 1 && Day::last_of_month(to.year(), to.month()) == Some(to) =>
        {
            let precision = Precision::Month;
            date(&DateField { start: from, end: to, precision, basis: String::new(), year_basis: None })
        }
        (Some(from), Some(to)) => span(from, to),
        (Some(from), None) => format!("{}以后", day(from)),
        (None, Some(to)) => format!("{}以前", day(to)),
        (None, None) => String::new(),
    }
}

/// The months from that of one day to that of another.
pub(in crate::app) fn months_between(first: Day, last: Day) -> String {
    let span = |day: Day| Month { year: day.year(), month: day.month() }.span();
    between(span(first).map(|month| month.start), span(last).map(|month| month.end))
}

fn span(start: Day, end: Day) -> String {
    let first = day(start);
    if start == end {
        first
    } else if Month::of(start) == Month::of(end) {
        format!("{first}—{}日", end.day())
    } else if start.year() == end.year() {
        format!("{first}—{}月{}日", end.month(), end.day())
    } else {
        format!("{first}—{}", day(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(start: &str, end: &str, precision: Precision, expected: &str) {
        let [start, end] = [start, end].map(|text| text.parse().unwrap());
        let field = DateField { start, end, precision, basis: String::new(), year_basis: None };
        assert_eq!(date(&field), expected);
    }

    #[test]
    fn dates_are_said_as_finely_as_they_are_known() {
        check("2024-05-28", "2024-05-28", Precision::Day, "2024年5月28日");
        check("2024-05-20", "2024-05-26", Precision::Day, "2024年5月20日—26日");
        check("2024-05-28", "2024-06-02", Precision::Day, "2024年5月28日—6月2日");
        check("2023-12-28", "2024-01-02", Precision::Day, "2023年12月28日—2024年1月2日");
        check("2024-04-01", "2024-04-30", Precision::Month, "2024年4月");
        check("2024-07-01", "2024-08-31", Precision::Month, "2024年7月—8月");
        check("2023-12-01", "2024-02-29", Precision::Season, "2023年12月—2024年2月");
        check("2023-01-01", "2023-12-31", Precision::Year, "2023年");
    }

    #[test]
    fn a_period_is_said_in_whole_months_where_it_is_some() {
        let day = |text: &str| Some(text.parse().unwrap());
        assert_eq!(between(day("2024-06-01"), day("2024-06-30")), "2024年6月");
        assert_eq!(between(day("2024-01-01"), day("2024-12-31")), "2024年");
        assert_eq!(between(day("2024-06-01"), day("2024-06-29")), "2024年6月1日—29日");
        assert_eq!(between(day("2024-06-01"), None), "2024年6月1日以后");
        assert_eq!(between(None, day("2024-06-01")), "2024年6月1日以前");
    }
}
