//! A period in Chinese words. This module reads nothing.

use crate::date::{Day, Precision, Span};

/// A period as Chinese says it: whole months, quarters left as months, whole years.
///
/// ```
/// use gongxun::date::Span;
/// use gongxun::search::period_said;
/// let day = |text: &str| text.parse().unwrap();
/// assert_eq!(period_said(Span::new(day("2024-06-01"), day("2024-08-31"))), "2024年6月—8月");
/// ```
pub fn said(span: Span) -> String {
    let (from, to) = (span.start, span.end);
    let months = from.day() == 1 && Day::last_of_month(to.year(), to.month()) == Some(to);
    let month = |day: Day| format!("{}年{}月", day.year(), day.month());
    let day = |day: Day| format!("{}年{}月{}日", day.year(), day.month(), day.day());
    let same_year = from.year() == to.year();
    if from.year() == 1 {
        return format!("{}以前", day(to.plus(1)));
    }
    match precision(span) {
        Precision::Year if same_year => format!("{}年", from.year()),
        Precision::Year => format!("{}年—{}年", from.year(), to.year()),
        _ if months && same_year && from.month() == to.month() => month(from),
        _ if months && same_year => format!("{}—{}月", month(from), to.month()),
        _ if months => format!("{}—{}", month(from), month(to)),
        _ if from == to => day(from),
        _ if same_year => format!("{}—{}月{}日", day(from), to.month(), to.day()),
        _ => format!("{}—{}", day(from), day(to)),
    }
}

fn precision(span: Span) -> Precision {
    let ends = (span.start.month(), span.start.day(), span.end.month(), span.end.day());
    if ends == (1, 1, 12, 31) { Precision::Year } else { Precision::Day }
}
