//! The days that a question is about: the date words of bulletins, and those that only people who ask use
//! (近三个月, 今年以来, 春节前后). Counted from the reader's day.

use std::ops::Range;

use crate::date::{Day, Now, Resolved, Said, Span, YearWord, dates, festival_at, festival_day, resolve};
use crate::text::{Reading, chinese_digit};

/// Date words of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Where they stand.
    pub range: Range<usize>,
    /// The days; `None` for words that name none (最近).
    pub span: Option<Span>,
}

/// How many days before and after a festival belong to it.
const AROUND: i32 = 7;

/// The date words of a question in order.
pub(super) fn periods(text: &Reading, today: Day) -> Vec<Told> {
    let found = dates(text);
    let mut told: Vec<Told> = Vec::new();
    let mut place = 0;
    while place < text.len() {
        let by_bulletins = || {
            let words = found.iter().find(|words| words.range.start == place)?;
            Some(Told { range: words.range.clone(), span: span_of(words.said, today) })
        };
        let own = own_words(text, place, today);
        let next = match (own, by_bulletins()) {
            (Some(own), Some(other)) if other.range.end > own.range.end => Some(other),
            (Some(own), _) => Some(own),
            (None, other) => other,
        };
        match next.map(|told| open_ended(text, told, today)) {
            Some(next) => {
                place = next.range.end.max(place + 1);
                told.push(next);
            }
            None => place += 1,
        }
    }
    told
}

/// A date without a year is the last such date that has begun: who asks, asks for what was.
fn span_of(said: Said, today: Day) -> Option<Span> {
    let at = |now: Now| match resolve(said, now) {
        Resolved::Span { span, .. } => Some(span),
        _ => None,
    };
    let span = at(Now { issued: Some(today), ..Now::default() })?;
    if span.start > today && has_no_year(said) {
        return at(Now { year: Some(today.year() - 1), ..Now::default() }).or(Some(span));
    }
    Some(span)
}

fn has_no_year(said: Said) -> bool {
    matches!(
        said,
        Said::Days { year: YearWord::Absent, .. }
            | Said::Months { year: YearWord::Absent, .. }
            | Said::PartOfMonth { year: YearWord::Absent, .. }
            | Said::Season { year: YearWord::Absent, .. }
            | Said::Festival { year: YearWord::Absent, .. }
    )
}

/// 2024年5月以来, 去年7月至今, 5月1日以后; 5月以前.
fn open_ended(text: &Reading, told: Told, today: Day) -> Told {
    const SINCE: [&str; 8] = ["到现在", "到目前", "到今天", "以来", "至今", "以后", "之后", "开始"];
    const UNTIL: [&str; 3] = ["以前", "之前", "为止"];
    let Some(span) = told.span else { return told };
    let end = told.range.end;
    if let Some(word) = SINCE.iter().find(|word| text.has(end, word)) {
        let range = told.range.start..end + word.chars().count();
        return Told { range, span: (span.start <= today).then(|| Span::new(span.start, today)) };
    }
    if let Some(word) = UNTIL.iter().find(|word| text.has(end, word)) {
        let range = told.range.start..end + word.chars().count();
        let last = if *word == "为止" { span.end } else { span.start.plus(-1) };
        return Told { range, span: Day::new(1, 1, 1).map(|first| Span::new(first, last)) };
    }
    // 2023年到2024年, 2023年5月至2024年2月: the second half follows.
    let join = ["到", "至", "—", "-", "~"].iter().find(|word| text.has(end, word));
    if let Some(join) = join {
        let next = end + join.chars().count();
        let later = dates(text).into_iter().find(|words| words.range.start == next);
        if let Some(later) = later
            && let Some(other) = span_of(later.said, today).filter(|other| other.start > span.end)
        {
            return Told {
                range: told.range.start..later.range.end,
                span: Some(Span::new(span.start, other.end)),
            };
        }
    }
    told
}

/// Words of those who ask that name days as words of bulletins do, and what they say.
fn named(today: Day) -> [(&'static str, Said); 26] {
    let months = |year: YearWord, from: u8, to: u8| Said::Months { year, from, to };
    let (this, last) = (YearWord::FromNow(0), YearWord::FromNow(-1));
    let quarter = |from_now: i32| {
        let at = today.year() * 4 + i32::from(today.month() - 1) / 3 + from_now;
        let from = u8::try_from(at.rem_euclid(4) * 3 + 1).unwrap_or(1);
        Said::Season { year: YearWord::Number(at.div_euclid(4)), from, months: 3 }
    };
    [
        ("今年暑假", months(this, 7, 8)),
        ("去年暑假", months(last, 7, 8)),
        ("今年暑期", months(this, 7, 8)),
        ("去年暑期", months(last, 7, 8)),
        ("今夏", months(this, 6, 8)),
        ("去夏", months(last, 6, 8)),
        ("今春", months(this, 3, 5)),
        ("今秋", months(this, 9, 11)),
        ("暑假", months(YearWord::Absent, 7, 8)),
        ("暑期", months(YearWord::Absent, 7, 8)),
        ("大前年", Said::Year(YearWord::FromNow(-3))),
        ("上上个月", Said::MonthFromNow(-2)),
        ("这个月", Said::MonthFromNow(0)),
        ("这月", Said::MonthFromNow(0)),
        ("这一周", Said::Week(0, None)),
        ("这个星期", Said::Week(0, None)),
        ("这星期", Said::Week(0, None)),
        ("这周", Said::Week(0, None)),
        ("上一周", Said::Week(-1, None)),
        ("上个礼拜", Said::Week(-1, None)),
        ("上个季度", quarter(-1)),
        ("上一季度", quarter(-1)),
        ("上季度", quarter(-1)),
        ("本季度", quarter(0)),
        ("这个季度", quarter(0)),
        ("这季度", quarter(0)),
    ]
}

/// The year so far.
const SO_FAR: [&str; 7] =
    ["今年以来", "今年内", "今年到现在", "今年至今", "年初以来", "年初到现在", "今年来"];

fn own_words(text: &Reading, start: usize, today: Day) -> Option<Told> {
    let told = |word: &str, span: Option<Span>| Told { range: start..start + word.chars().count(), span };
    if let Some((word, said)) = named(today).into_iter().find(|(word, _)| text.has(start, word)) {
        return Some(told(word, span_of(said, today)));
    }
    if let Some(word) = SO_FAR.iter().find(|word| text.has(start, word)) {
        return Some(told(word, Some(Span::new(Day::new(today.year(), 1, 1)?, today))));
    }
    lately(text, start, today)
        .or_else(|| plain_year(text, start, today))
        .or_else(|| chinese_month(text, start, today))
        .or_else(|| festival(text, start, today))
}

/// 近三个月, 最近一年, 过去30天, 半年来
fn lately(text: &Reading, start: usize, today: Day) -> Option<Told> {
    const LEADS: [&str; 7] = ["最近的", "最近", "过去", "近", "这", "前", "近来"];
    let lead = LEADS.iter().filter(|lead| text.has(start, lead)).max_by_key(|lead| lead.len());
    let at = start + lead.map_or(0, |lead| lead.chars().count());
    let (end, from) = if text.has(at, "半年") {
        (at + 2, months_before(today, 6))
    } else {
        let (count, at) = small_number(text, at)?;
        // 三周年 is no stretch of time.
        let units = ["个月", "个星期", "个礼拜", "星期", "周年", "周", "天", "日", "年", "个季度"];
        let unit = units.into_iter().find(|unit| text.has(at, unit))?;
        let from = match unit {
            "年" => months_before(today, count * 12),
            "个季度" => months_before(today, count * 3),
            "个月" => months_before(today, count),
            "天" | "日" => today.plus(-count),
            "周年" => return None,
            _ => today.plus(-7 * count),
        };
        (at + unit.chars().count(), from)
    };
    let after = text.at(end) == '来';
    // 前三个月 may be those before or the first of the year; 三个月 alone is a length.
    let counts_back = after || lead.is_some_and(|lead| *lead != "前");
    counts_back.then(|| Told { range: start..end + usize::from(after), span: Some(Span::new(from, today)) })
}

fn small_number(text: &Reading, start: usize) -> Option<(i32, usize)> {
    let mut end = start;
    let mut value = 0;
    while let Some(digit) = text.at(end).to_digit(10).filter(|_| end < start + 3) {
        value = value * 10 + i32::try_from(digit).ok()?;
        end += 1;
    }
    if end > start {
        return Some((value, end));
    }
    let one = match text.at(start) {
        '两' => Some(2),
        '十' => Some(10),
        c => chinese_digit(c).and_then(|digit| i32::try_from(digit).ok()),
    };
    one.filter(|value| *value > 0).map(|value| (value, start + 1))
}

fn months_before(day: Day, months: i32) -> Day {
    let at = day.year() * 12 + i32::from(day.month()) - 1 - months;
    let (year, month) = (at.div_euclid(12), u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1));
    Day::new(year, month, day.day()).or_else(|| Day::last_of_month(year, month)).unwrap_or(day)
}

/// 24年, and 2024 before a word.
fn plain_year(text: &Reading, start: usize, today: Day) -> Option<Told> {
    let digit = |at: usize| text.at(at).is_ascii_digit();
    if start > 0 && digit(start - 1) {
        return None;
    }
    let count = (start..start + 5).take_while(|&at| digit(at)).count();
    let number: i32 = text.text(start..start + count).parse().ok()?;
    let (year, end) = match count {
        4 if (1990..=today.year() + 1).contains(&number)
            && !matches!(
                text.at(start + 4),
                '年' | '-' | '.' | '/' | '名' | '人' | '余' | '多' | '个' | '户'
            ) =>
        {
            (number, start + 4)
        }
        2 if text.at(start + 2) == '年' && (2000..=today.year() + 1).contains(&(2000 + number)) => {
            // What follows such a year (24年5月) is read as after a full one.
            let full = format!("20{}", text.text(start..text.len()));
            let words =
                dates(&Reading::new(&full)).into_iter().next().filter(|words| words.range.start == 0)?;
            return Some(Told {
                range: start..start + words.range.end - 2,
                span: span_of(words.said, today),
            });
        }
        _ => return None,
    };
    Some(Told { range: start..end, span: span_of(Said::Year(YearWord::Number(year)), today) })
}

/// 七月, which bulletins do not write.
fn chinese_month(text: &Reading, start: usize, today: Day) -> Option<Told> {
    if start > 0 && (chinese_digit(text.at(start - 1)).is_some() || matches!(text.at(start - 1), '十' | '第'))
    {
        return None;
    }
    let names =
        ["十一月", "十二月", "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月"];
    let months = [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    let (name, month) = names.into_iter().zip(months).find(|(name, _)| text.has(start, name))?;
    let end = start + name.chars().count();
    // 三月三 is a day of the old calendar.
    if chinese_digit(text.at(end)).is_some() {
        return None;
    }
    let span = span_of(Said::Months { year: YearWord::Absent, from: month, to: month }, today);
    Some(Told { range: start..end, span })
}

/// 春节前后, 去年国庆: a festival with the days around it.
fn festival(text: &Reading, start: usize, today: Day) -> Option<Told> {
    const OTHER: [&str; 12] =
        ["劳动奖", "奖", "勋章", "口号", "路", "精神", "广场", "讲话", "杯", "小学", "献礼", "走基层"];
    const TAILS: [&str; 9] = ["前后", "左右", "那几天", "那段时间", "那会儿", "那会", "时候", "时", "里"];
    let years = [("今年", 0), ("去年", -1), ("前年", -2), ("本年", 0)];
    let (at, given) = match years.into_iter().find(|(word, _)| text.has(start, word)) {
        Some((_, years)) => (start + 2, Some(today.year() + years)),
        None => match text.text(start..start + 4).parse::<i32>() {
            Ok(year) if text.at(start + 4) == '年' => (start + 5, Some(year)),
            _ => (start, None),
        },
    };
    let at = if text.at(at) == '的' && at > start { at + 1 } else { at };
    let (name, end) = if text.has(at, "过年") { ("春节", at + 2) } else { festival_at(text, at)? };
    if OTHER.iter().any(|word| text.has(end, word))
        || text.text(start..end).contains('“') && !text.ends(end, "”")
    {
        return None;
    }
    let tail = TAILS.iter().find(|tail| text.has(end, tail));
    let end = end + tail.map_or(0, |tail| tail.chars().count());
    let day = match given {
        Some(year) => festival_day(name, year)?,
        None => {
            let this = festival_day(name, today.year())?;
            let begun = this.plus(-AROUND) <= today;
            if begun { this } else { festival_day(name, today.year() - 1)? }
        }
    };
    Some(Told { range: start..end, span: Some(Span::new(day.plus(-AROUND), day.plus(AROUND))) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let today: Day = "2024-09-10".parse().unwrap();
        let text = Reading::new(words);
        let told = periods(&text, today);
        let shown: Vec<String> = told
            .iter()
            .map(|told| {
                let days = told.span.map_or("-".to_owned(), |span| format!("{}..{}", span.start, span.end));
                format!("{} {days}", text.text(told.range.clone()))
            })
            .collect();
        assert_eq!(shown.join("; "), expected, "{words}");
    }

    #[test]
    fn words_of_bulletins() {
        check("去年夏天办过", "去年夏天 2023-06-01..2023-08-31");
        check("上个月办过", "上个月 2024-08-01..2024-08-31");
        check("三季度办过", "三季度 2024-07-01..2024-09-30");
        check("5月到7月办过", "5月到7月 2024-05-01..2024-07-31");
        check("最近办过", "最近 -");
        check("12月办过", "12月 2023-12-01..2023-12-31");
        check("2023年12月到2024年2月", "2023年12月到2024年2月 2023-12-01..2024-02-29");
        check("2023年到2024年办过", "2023年到2024年 2023-01-01..2024-12-31");
    }

    #[test]
    fn words_of_those_who_ask() {
        check("今年以来办过", "今年以来 2024-01-01..2024-09-10");
        check("近三个月办过", "近三个月 2024-06-10..2024-09-10");
        check("最近半年来", "最近半年来 2024-03-10..2024-09-10");
        check("春节前后", "春节前后 2024-02-03..2024-02-17");
        check("去年国庆", "去年国庆 2023-09-24..2023-10-08");
        check("七月办过", "七月 2024-07-01..2024-07-31");
        check("24年5月办过", "24年5月 2024-05-01..2024-05-31");
        check("2023办过", "2023 2023-01-01..2023-12-31");
        check("7月以来", "7月以来 2024-07-01..2024-09-10");
        check("上季度", "上季度 2024-04-01..2024-06-30");
        check("暑假里", "暑假 2024-07-01..2024-08-31");
        check("五一劳动奖章", "");
        check("三月三", "");
    }

    #[test]
    fn days_are_counted_within_months() {
        let day: Day = "2024-08-31".parse().unwrap();
        assert_eq!(months_before(day, 6).to_string(), "2024-02-29");
    }
}
