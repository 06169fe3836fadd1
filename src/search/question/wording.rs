//! The words of an answer, in Chinese and in English. They stand here, not with the app's words, because the command
//! answers, too. Phrases have blanks as [`fill`](crate::text::fill) reads them.

use crate::date::{Day, Precision, Span};
use crate::text::{Value, fill};

use super::reading::By;

/// A language's words.
#[derive(Debug)]
pub struct AnswerWording {
    pub(super) colon: &'static str,
    pub(super) comma: &'static str,
    pub(super) semicolon: &'static str,
    pub(super) stop: &'static str,
    /// Between what the sentence is about.
    pub(super) gap: &'static str,
    /// Between names.
    pub(super) and: &'static str,
    pub(super) brackets: [&'static str; 2],
    pub(super) cost: &'static str,
    pub(super) no_cost: &'static str,
    pub(super) nothing: &'static str,
    pub(super) only: &'static str,
    pub(super) events: &'static str,
    pub(super) took_part: &'static str,
    pub(super) none_numbered: &'static str,
    pub(super) unnumbered: &'static str,
    pub(super) no_number: &'static str,
    pub(super) and_others: &'static str,
    pub(super) most: &'static str,
    pub(super) equally_most: &'static str,
    pub(super) many_equal: &'static str,
    pub(super) each: &'static str,
    pub(super) none_dated: &'static str,
    pub(super) latest: &'static str,
    pub(super) many_dates: &'static str,
    pub(super) undated: &'static str,
    pub(super) no_date: &'static str,
    pub(super) more: &'static str,
    pub(super) perhaps_dated: &'static str,
    pub(super) perhaps_placed: &'static str,
    pub(super) on_date: &'static str,
    pub(super) about: &'static str,
    pub(super) persons: &'static str,
    pub(super) visits: &'static str,
    /// So many counties, cities and so on, in the order of [`By`].
    pub(super) counted: [&'static str; 8],
    /// None of them says which.
    pub(super) none_says: [&'static str; 8],
    /// So many do not.
    pub(super) without: [&'static str; 8],
    /// A period.
    pub(super) period: fn(Span) -> String,
}

/// Chinese.
pub static CHINESE: AnswerWording = AnswerWording {
    colon: "：",
    comma: "，",
    semicolon: "；另有 ",
    stop: "。",
    gap: " ",
    and: "、",
    brackets: ["（", "）"],
    cost: "简报里的活动没有按经费整理，花了多少钱答不出来；相关活动",
    no_cost: "也没有查到",
    nothing: "没有查到活动",
    only: "，资料里有日期的活动只在{period}",
    events: "{count} 项活动",
    took_part: "参加，共 ",
    none_numbered: "，都没有写人数",
    unnumbered: "{count} 项未写人数",
    no_number: "未写人数",
    and_others: "等",
    most: "最多的是",
    equally_most: "并列最多的是",
    many_equal: "等 {count} 个",
    each: "，各 {value}",
    none_dated: "，都没有写明日期",
    latest: "最近一次是",
    many_dates: "等 {count} 个日期，最近的是",
    undated: "{count} 项没有写明日期",
    no_date: "日期不详",
    more: "{count} 项",
    perhaps_dated: "没有写明日期，可能也在其中",
    perhaps_placed: "没有写明地区，可能也在其中",
    on_date: "{count} 项",
    about: "约 ",
    persons: "{count} 人",
    visits: "{count} 人次",
    counted: [
        "{count} 个区县",
        "{count} 个市",
        "{count} 个省份",
        "{count} 个类型",
        "{count} 类对象",
        "{count} 个单位",
        "{count} 个月份",
        "{count} 项活动",
    ],
    none_says: [
        "，都没有写到区县",
        "，都没有写到市",
        "，都没有写到省份",
        "，都没有写到类型",
        "，都没有写到对象",
        "，都没有写到主办单位",
        "，都没有写到月份",
        "，都没有写到标题",
    ],
    without: [
        "{count} 项没有写到区县",
        "{count} 项没有写到市",
        "{count} 项没有写到省份",
        "{count} 项没有写到类型",
        "{count} 项没有写到对象",
        "{count} 项没有写到主办单位",
        "{count} 项没有写到月份",
        "{count} 项没有写到标题",
    ],
    period: said,
};

/// English. Names stay Chinese.
pub static ENGLISH: AnswerWording = AnswerWording {
    colon: ": ",
    comma: ", ",
    semicolon: "; ",
    stop: ".",
    gap: " · ",
    and: ", ",
    brackets: [" (", ")"],
    cost: "bulletins are not read for costs, so what was spent is not known; found are ",
    no_cost: "no activities",
    nothing: "no activities found",
    only: "; dated activities here lie within {period}",
    events: "{count} {count|activity|activities}",
    took_part: " took part, in ",
    none_numbered: ", none with a number of people",
    unnumbered: "{count} without a number",
    no_number: "no number",
    and_others: " and others",
    most: "led by ",
    equally_most: "led equally by ",
    many_equal: " and others, {count} in all",
    each: ", {value} each",
    none_dated: ", none with a date",
    latest: "the last on ",
    many_dates: " and others, {count} dates in all, the last ",
    undated: "{count} more without a date",
    no_date: "no date",
    more: "{count} more",
    perhaps_dated: " without a date may belong here",
    perhaps_placed: " without a place may belong here",
    on_date: "{count} {count|activity|activities}",
    about: "about ",
    persons: "{count} {count|person|people}",
    visits: "{count} {count|visit|visits}",
    counted: [
        "{count} {count|district|districts}",
        "{count} {count|city|cities}",
        "{count} {count|province|provinces}",
        "{count} {count|type|types}",
        "{count} {count|group|groups}",
        "{count} {count|organiser|organisers}",
        "{count} {count|month|months}",
        "{count} {count|activity|activities}",
    ],
    none_says: [
        ", none with its district",
        ", none with its city",
        ", none with its province",
        ", none with its type",
        ", none saying for whom",
        ", none with its organiser",
        ", none with its month",
        ", none with a title",
    ],
    without: [
        "{count} more without a district",
        "{count} more without a city",
        "{count} more without a province",
        "{count} more without a type",
        "{count} more not saying for whom",
        "{count} more without an organiser",
        "{count} more without a month",
        "{count} more without a title",
    ],
    period: english_period,
};

impl AnswerWording {
    /// A phrase with a count.
    pub(super) fn counting(&self, phrase: &str, count: usize) -> String {
        fill(phrase, "count", &[count.into()])
    }

    /// A phrase with a value.
    pub(super) fn with(&self, phrase: &str, name: &str, value: &str) -> String {
        fill(phrase, name, &[Value::Text(value)])
    }

    /// The phrase for what rows are of.
    pub(super) fn of(&self, phrases: &[&'static str; 8], by: By) -> &'static str {
        phrases.get(by as usize).copied().unwrap_or_default()
    }
}

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

/// 20–26 May 2024, Jun–Aug 2024: as [`said`], ends not saying twice what they share.
fn english_period(span: Span) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = |day: Day| MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default();
    let (from, to) = (span.start, span.end);
    let (y, z) = (from.year(), to.year());
    let (m, n) = (month(from), month(to));
    let (d, e) = (from.day(), to.day());
    let months = d == 1 && Day::last_of_month(z, to.month()) == Some(to);
    let years = months && (from.month(), to.month()) == (1, 12);
    match (y == z, m == n) {
        _ if y == 1 => format!("until {e} {n} {z}"),
        (true, _) if years => y.to_string(),
        _ if years => format!("{y}–{z}"),
        (true, true) if months => format!("{m} {y}"),
        (true, _) if months => format!("{m}–{n} {y}"),
        _ if months => format!("{m} {y} – {n} {z}"),
        _ if from == to => format!("{d} {m} {y}"),
        (true, true) => format!("{d}–{e} {m} {y}"),
        (true, _) => format!("{d} {m} – {e} {n} {y}"),
        _ => format!("{d} {m} {y} – {e} {n} {z}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_periods_are_short() {
        let check = |from: &str, to: &str, expected: &str| {
            let day = |text: &str| text.parse().unwrap();
            assert_eq!(english_period(Span::new(day(from), day(to))), expected);
        };
        check("2024-06-01", "2024-08-31", "Jun–Aug 2024");
        check("2024-06-01", "2024-06-30", "Jun 2024");
        check("2023-01-01", "2023-12-31", "2023");
        check("2023-12-01", "2024-02-29", "Dec 2023 – Feb 2024");
        check("2024-05-20", "2024-05-26", "20–26 May 2024");
        check("2024-05-28", "2024-06-02", "28 May – 2 Jun 2024");
        check("2024-05-28", "2024-05-28", "28 May 2024");
        check("0001-01-01", "2024-05-28", "until 28 May 2024");
    }
}
