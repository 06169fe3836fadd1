//! Finding date words in a text.

use super::festival::FESTIVALS;
use super::relative::{after_told, relative, skip_weekday, vague, weekday_at};
use super::words::{Around, DateWords, Said, YearWord};
use crate::text::{Reading, chinese_digit};

/// Every date word of a text, in order, none overlapping another.
///
/// ```
/// use gongxun::date::dates;
/// use gongxun::text::Reading;
/// let text = Reading::new("5月20日至26日举办培训班，二〇二四年五月三十日闭幕");
/// let words: Vec<&str> = dates(&text).into_iter().map(|found| text.text(found.range)).collect();
/// assert_eq!(words, ["5月20日至26日", "二〇二四年五月三十日"]);
/// ```
pub fn dates(text: &Reading) -> Vec<DateWords> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < text.len() {
        match date_at(text, place) {
            Some(words) => {
                place = words.range.end.max(place + 1);
                found.push(words);
            }
            None => place += 1,
        }
    }
    found
}

/// The date words that begin at a place.
fn date_at(text: &Reading, start: usize) -> Option<DateWords> {
    let c = text.at(start);
    let (said, end) = match c {
        '0'..='9' => {
            let inside = text.at(start.saturating_sub(1));
            if start > 0 && (inside.is_ascii_digit() || inside == '.') && !is_numbered(text, start) {
                return None;
            }
            numeric(text, start).or_else(|| dotted_day(text, start))?
        }
        _ if chinese_digit(c).is_some() || c == '十' || c == '廿' => {
            if start > 0 && (is_numeral(text.at(start - 1)) || text.at(start - 1) == '第') {
                return None;
            }
            numeric(text, start).or_else(|| festival(text, start, YearWord::Absent))?
        }
        '次' | '翌' | '第' | '当' | '同' if after_told(text, start).is_some() => {
            after_told(text, start)?
        }
        '今' | '去' | '前' | '明' | '本' | '上' | '下' | '昨' | '当' | '同' => {
            relative(text, start).or_else(|| season(text, start, YearWord::Absent))?
        }
        '近' | '日' | '最' | '连' | '不' | '此' | '这' => vague(text, start)?,
        '春' | '夏' | '秋' | '冬' => {
            festival(text, start, YearWord::Absent).or_else(|| season(text, start, YearWord::Absent))?
        }
        '第' => season(text, start, YearWord::Absent)?,
        '周' | '星' | '礼' if start == 0 || matches!(text.at(start - 1), ',' | '。' | ' ' | '\n' | ';') =>
        {
            let (weekday, end) = weekday_at(text, start)?;
            (Said::Week(0, Some(weekday)), end)
        }
        '“' | '元' | '国' | '三' | '五' | '七' | '八' | '端' | '中' | '重' | '清' | '除' | '小' | '护'
        | '教' | '记' | '环' | '劳' | '妇' | '青' | '儿' | '建' | '新' => {
            festival(text, start, YearWord::Absent)?
        }
        _ => return None,
    };
    let (weekday, end) = tail(text, end, &said);
    Some(DateWords { range: start..end, said, weekday })
}

/// 1.4月9日: a date behind the number of an item.
fn is_numbered(text: &Reading, start: usize) -> bool {
    let number = start.saturating_sub(3)..start.saturating_sub(1);
    let opens = start <= 3 && text.at(start - 1) == '.';
    let month = (start..start + 2).take_while(|&at| text.at(at).is_ascii_digit()).count();
    opens && number.into_iter().all(|at| text.at(at).is_ascii_digit()) && text.at(start + month) == '月'
}

/// 7.03, 7/16, 7.09—7.11 that open a paragraph and have a space behind them: a day of a dated list.
fn dotted_day(text: &Reading, start: usize) -> Option<(Said, usize)> {
    let day = |at: usize| {
        let (month, end) = number(text, at, 2)?;
        let mark = text.at(end);
        let (day, after) = matches!(mark, '.' | '/').then(|| number(text, end + 1, 2)).flatten()?;
        let digits = (end + 1..after).filter(|&at| text.at(at).is_ascii_digit()).count();
        let real = (1..=12).contains(&month) && (1..=31).contains(&day) && (digits == 2 || mark == '/');
        real.then_some(((month, day), end + 1 + digits))
    };
    let (first, end) = (start == 0).then(|| day(start)).flatten()?;
    let (last, end) = join(text, end).and_then(day).unwrap_or((first, end));
    let spaced = text.at(end) == ' ' && text.at(spaces(text, end)).is_alphabetic()
        || text.at(spaces(text, end)) == '“';
    spaced.then(|| (day_span(YearWord::Absent, first, last), end))
}

/// 12.09.2014: the day first, as some sites write it.
fn day_first(text: &Reading, day: i32, mark: usize) -> Option<(Said, usize)> {
    let (month, end) = number(text, mark + 1, 2)?;
    let (year, after) = (text.at(end) == '.').then(|| number(text, end + 1, 4)).flatten()?;
    let real = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let day = (small(month), small(day));
    real.then_some((Said::Days { year: YearWord::Number(year), from: day, to: day }, after))
}

fn is_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || matches!(c, '十' | '百' | '千')
}

/// A number of one to `most` digits, Western or Chinese, white space around it skipped.
fn number(text: &Reading, start: usize, most: usize) -> Option<(i32, usize)> {
    let start = spaces(text, start);
    let mut end = start;
    let mut value: i32 = 0;
    while let Some(digit) = text.at(end).to_digit(10) {
        if end - start == most {
            return None;
        }
        value = value * 10 + digit as i32;
        end += 1;
    }
    if end > start {
        return Some((value, spaces(text, end)));
    }
    chinese_number(text, start, most)
}

fn chinese_number(text: &Reading, start: usize, most: usize) -> Option<(i32, usize)> {
    let digit = |at: usize| chinese_digit(text.at(at)).and_then(|d| i32::try_from(d).ok());
    if most == 4 {
        let mut value = 0;
        for i in 0..4 {
            value = value * 10 + digit(start + i)?;
        }
        return Some((value, spaces(text, start + 4)));
    }
    let ten = |at: usize| text.at(at) == '十';
    let (value, end) = match (digit(start), ten(start), text.at(start)) {
        (Some(tens), _, _) if ten(start + 1) => match digit(start + 2) {
            Some(ones) => (tens * 10 + ones, start + 3),
            None => (tens * 10, start + 2),
        },
        (Some(ones), _, _) => (ones, start + 1),
        (None, true, _) => match digit(start + 1) {
            Some(ones) => (10 + ones, start + 2),
            None => (10, start + 1),
        },
        (None, _, '廿') => match digit(start + 1) {
            Some(ones) => (20 + ones, start + 2),
            None => (20, start + 1),
        },
        _ => return None,
    };
    Some((value, spaces(text, end)))
}

pub(super) fn spaces(text: &Reading, mut place: usize) -> usize {
    let start = place;
    while text.at(place) == ' ' && place < text.len() && place - start < 3 {
        place += 1;
    }
    place
}

/// Dates that begin with a number: year, month or day.
fn numeric(text: &Reading, start: usize) -> Option<(Said, usize)> {
    if let Some((year, end)) = number(text, start, 4).filter(|&(year, _)| (1900..2100).contains(&year)) {
        if text.at(end) == '年' {
            return Some(after_year(text, end + 1, YearWord::Number(year)));
        }
        if matches!(text.at(end), '-' | '.' | '/') {
            return with_marks(text, year, end);
        }
        return None;
    }
    let (first, end) = number(text, start, 2)?;
    if text.at(end) == '.'
        && let Some(said) = day_first(text, first, end)
    {
        return Some(said);
    }
    match text.at(end) {
        '月' => month(text, start, YearWord::Absent),
        '日' => {
            let head =
                start == 0 || matches!(text.at(start - 1), ',' | '。' | ' ' | ';' | '于' | '\n' | ':' | '、');
            let after = text.at(end + 1);
            let to = join(text, end + 1).and_then(|next| {
                let (day, end) = number(text, next, 2)?;
                (text.at(end) == '日').then_some((day, end + 1))
            });
            match to {
                Some((last, end)) => days_of_month(first, last).map(|said| (said, end)),
                None if head
                    && matches!(
                        after,
                        ',' | '上' | '下' | '晚' | '早' | '至' | '起' | '凌' | '清' | '中'
                    )
                    || is_held_on(text, start, end + 1) =>
                {
                    days_of_month(first, first).map(|said| (said, end + 1))
                }
                None => None,
            }
        }
        '至' | '-' | '—' | '~' | '、' | '到' => {
            let next = join(text, end)?;
            let (last, end) = number(text, next, 2)?;
            if text.at(end) == '月' && text.at(end + 1) != '日' && text.at(start) != '0' {
                let months = (1..=12).contains(&first) && (1..=12).contains(&last) && first <= last;
                let day = number(text, end + 1, 2).is_some_and(|(_, end)| text.at(end) == '日');
                return (months && !day).then(|| (months_said(YearWord::Absent, first, last), end + 1));
            }
            let head = start == 0 || matches!(text.at(start - 1), ',' | '。' | ' ' | ';' | '于');
            (text.at(end) == '日' && head)
                .then(|| days_of_month(first, last))
                .flatten()
                .map(|said| (said, end + 1))
        }
        _ => season(text, start, YearWord::Absent),
    }
}

/// 会议6日在某市召开: a day behind what took place on it.
fn is_held_on(text: &Reading, start: usize, end: usize) -> bool {
    let before = text.at(start.saturating_sub(1));
    let noun = before.is_alphabetic() && !"第近期每这共时前后过约几至到".contains(before);
    start > 0 && noun && ["在", "从", "召开", "举行", "举办"].iter().any(|word| text.has(end, word))
}

pub(super) fn small(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(0)
}

fn days_of_month(first: i32, last: i32) -> Option<Said> {
    ((1..=31).contains(&first) && (1..=31).contains(&last))
        .then(|| Said::DaysOfMonth(small(first), small(last)))
}

fn months_said(year: YearWord, from: i32, to: i32) -> Said {
    let valid = (1..=12).contains(&from) && (1..=12).contains(&to);
    if valid { Said::Months { year, from: small(from), to: small(to) } } else { Said::Impossible }
}

/// 2024-07-31, 2024.7.31, 2024/7/31
fn with_marks(text: &Reading, year: i32, mark: usize) -> Option<(Said, usize)> {
    let (month, end) = number(text, mark + 1, 2)?;
    if text.at(end) != text.at(mark) {
        return None;
    }
    let (day, end) = number(text, end + 1, 2)?;
    let end = if text.at(end - 1) == ' ' { end - 1 } else { end };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let day = (small(month), small(day));
    Some((Said::Days { year: YearWord::Number(year), from: day, to: day }, end))
}

/// What follows a year: a month, a season, a festival, or nothing.
pub(super) fn after_year(text: &Reading, end: usize, year: YearWord) -> (Said, usize) {
    let next = spaces(text, end);
    month(text, next, year)
        .or_else(|| season(text, next, year))
        .or_else(|| festival(text, next, year))
        .or_else(|| match (text.at(next), year) {
            ('底' | '末', _) => Some((Said::PartOfMonth { year, month: 12, days: (1, 31) }, next + 1)),
            ('初', _) => Some((Said::PartOfMonth { year, month: 1, days: (1, 31) }, next + 1)),
            _ => None,
        })
        .unwrap_or((Said::Year(year), end))
}

/// A joining mark between two dates, and where the second begins.
fn join(text: &Reading, place: usize) -> Option<usize> {
    let place = spaces(text, place);
    let end = match text.at(place) {
        '至' | '到' | '~' | '、' | '和' => place + 1,
        '-' | '—' => {
            let mut end = place + 1;
            while matches!(text.at(end), '-' | '—') {
                end += 1;
            }
            end
        }
        _ => return None,
    };
    Some(spaces(text, end))
}

/// A month, perhaps with days, perhaps up to another.
fn month(text: &Reading, start: usize, year: YearWord) -> Option<(Said, usize)> {
    let (first, end) = number(text, start, 2)?;
    if text.at(end) != '月' {
        let next = join(text, end)?;
        let (last, end) = number(text, next, 2)?;
        let whole = text.at(end) == '月' && year != YearWord::Absent && first <= last;
        return whole.then(|| (months_said(year, first, last), end + 1));
    }
    let end = end + 1;
    if let Some((day, after)) = number(text, end, 2) {
        if matches!(text.at(after), '日' | '号') {
            return Some(days(text, (year, first, day), after + 1));
        }
        if ["晚", "上午", "下午", "凌晨"].iter().any(|time| text.has(after, time)) {
            // 7月6晚
            return Some((day_span(year, (first, day), (first, day)), after));
        }
        if let Some((last, after)) = join(text, after).and_then(|next| number(text, next, 2)) {
            // 5月20-26日
            if matches!(text.at(after), '日' | '号') {
                return Some((day_span(year, (first, day), (first, last)), after + 1));
            }
        }
    }
    let part =
        [("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31), ("初", 1, 10), ("底", 21, 31), ("末", 21, 31)]
            .into_iter()
            .find(|(word, _, _)| text.has(end, word));
    if let Some((word, from, to)) = part {
        let valid = (1..=12).contains(&first);
        let said = Said::PartOfMonth { year, month: small(first), days: (from, to) };
        return Some((if valid { said } else { Said::Impossible }, end + word.chars().count()));
    }
    let end = if text.at(end) == '份' { end + 1 } else { end };
    let next = join(text, end).filter(|_| !matches!(text.at(end), '、' | '和'));
    if let Some((last, after)) = next.and_then(|next| number(text, next, 2))
        && text.at(after) == '月'
        && number(text, after + 1, 2).is_none_or(|(_, end)| text.at(end) != '日')
    {
        return Some((months_said(year, first, last), after + 1));
    }
    let western = text.at(start).is_ascii_digit();
    let said = western || text.at(end - 1) == '份' || year != YearWord::Absent;
    (said && (1..=12).contains(&first)).then(|| (months_said(year, first, first), end))
}

/// What may follow a first day: another day or another month and day.
fn days(text: &Reading, (year, month, day): (YearWord, i32, i32), end: usize) -> (Said, usize) {
    let first = (month, day);
    let next = join(text, skip_weekday(text, end));
    let listed = matches!(text.at(spaces(text, end)), '、' | '和');
    if let Some((number_, after)) = next.and_then(|next| number(text, next, 2)) {
        if matches!(text.at(after), '日' | '号') {
            return (day_span(year, first, (month, number_)), after + 1);
        }
        if text.at(after) == '月' {
            let last = number(text, after + 1, 2).filter(|&(_, end)| matches!(text.at(end), '日' | '号'));
            if let Some((last, after)) = last.filter(|_| !listed) {
                return (day_span(year, first, (number_, last)), after + 1);
            }
        }
    }
    (day_span(year, first, first), end)
}

fn day_span(year: YearWord, from: (i32, i32), to: (i32, i32)) -> Said {
    // Leap years are settled once the year is known.
    let real = |(month, day): (i32, i32)| {
        let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let longest = usize::try_from(month - 1).ok().and_then(|i| longest.get(i).copied());
        longest.is_some_and(|longest| (1..=longest).contains(&day))
    };
    if real(from) && real(to) {
        Said::Days { year, from: (small(from.0), small(from.1)), to: (small(to.0), small(to.1)) }
    } else {
        Said::Impossible
    }
}

/// 二季度, 第三季度, 上半年, 夏天, 暑期
fn season(text: &Reading, start: usize, year: YearWord) -> Option<(Said, usize)> {
    let named = [
        ("上半年", 1, 6),
        ("下半年", 7, 6),
        ("春季", 3, 3),
        ("夏季", 6, 3),
        ("秋季", 9, 3),
        ("冬季", 12, 3),
        ("春天", 3, 3),
        ("夏天", 6, 3),
        ("秋天", 9, 3),
        ("冬天", 12, 3),
    ];
    if let Some((word, from, months)) = named.into_iter().find(|(word, _, _)| text.has(start, word)) {
        return Some((Said::Season { year, from, months }, start + word.chars().count()));
    }
    let digit = if text.at(start) == '第' { start + 1 } else { start };
    let (quarter, end) = number(text, digit, 1)?;
    let valid = text.has(end, "季度") && (1..=4).contains(&quarter);
    valid.then(|| (Said::Season { year, from: small(quarter * 3 - 2), months: 3 }, end + 2))
}

/// 清明节前夕, 春节期间: a festival only where it is said which days around it are meant.
fn festival(text: &Reading, start: usize, year: YearWord) -> Option<(Said, usize)> {
    const AROUND: [(&str, Around); 20] = [
        ("前夕", Around::Before),
        ("来临之际", Around::Before),
        ("到来之际", Around::Before),
        ("将至", Around::Before),
        ("来临前夕", Around::Before),
        ("到来前夕", Around::Before),
        ("即将来临", Around::Before),
        ("即将到来", Around::Before),
        ("来临", Around::Before),
        ("到来", Around::Before),
        ("之前", Around::Before),
        ("前", Around::Before),
        ("前后", Around::During),
        ("当天", Around::Day),
        ("当日", Around::Day),
        ("期间", Around::During),
        ("假期", Around::During),
        ("小长假", Around::During),
        ("长假", Around::During),
        ("之际", Around::During),
    ];
    let names = FESTIVALS.iter().enumerate().flat_map(|(i, f)| f.names.iter().map(move |name| (i, *name)));
    let (festival, name) =
        names.filter(|(_, name)| text.has(start, name)).max_by_key(|(_, name)| name.len())?;
    let end = start + name.chars().count();
    let end = if text.at(end) == '节' { end + 1 } else { end };
    let (word, part) =
        AROUND.iter().filter(|(word, _)| text.has(end, word)).max_by_key(|(word, _)| word.len())?;
    let festival = u8::try_from(festival).ok()?;
    Some((Said::Festival { year, festival, part: *part }, end + word.chars().count()))
}

/// What belongs to a date after its last figure: a weekday in brackets, the time of day.
fn tail(text: &Reading, end: usize, said: &Said) -> (Option<u8>, usize) {
    let mut end = end;
    let mut weekday = None;
    let bracket = spaces(text, end);
    if text.at(bracket) == '(' {
        if let Some((day, after)) = weekday_at(text, bracket + 1).filter(|&(_, after)| text.at(after) == ')')
        {
            (weekday, end) = (Some(day), after + 1);
        }
    } else if let Some((day, after)) = weekday_at(text, bracket).filter(|_| matches!(said, Said::Days { .. }))
    {
        (weekday, end) = (Some(day), after);
    }
    const TIMES: [&str; 10] = ["上午", "下午", "晚上", "凌晨", "清晨", "早上", "中午", "傍晚", "当天", "晚"];
    if matches!(said, Said::Days { .. } | Said::DaysOfMonth(..) | Said::Week(..) | Said::DayFromNow(_)) {
        let next = spaces(text, end);
        if let Some(time) = TIMES.iter().find(|time| text.has(next, time)) {
            end = next + time.chars().count();
        }
    }
    (weekday, end)
}
