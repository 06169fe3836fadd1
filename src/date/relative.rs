//! Date words that count from the time of writing or from the day told before: 今年4月, 上周五, 次日, 近日.

use super::scan::{after_year, small, spaces};
use super::words::{Said, YearWord};
use crate::text::Reading;

/// 次日, 翌日, 第二天, 当天, 同日 at the head of a clause.
pub(super) fn after_told(text: &Reading, start: usize) -> Option<(Said, usize)> {
    const WORDS: [(&str, i8); 10] = [
        ("次日", 1),
        ("翌日", 1),
        ("第二天", 1),
        ("当天,", 0),
        ("当日,", 0),
        ("当晚,", 0),
        ("同日", 0),
        ("同一天", 0),
        ("同天", 0),
        ("当天下午", 0),
    ];
    let opens = start == 0 || matches!(text.at(start - 1), ',' | '。' | ';' | ' ' | '\n');
    let &(word, days) = WORDS.iter().find(|(word, _)| opens && text.has(start, word))?;
    Some((Said::DayAfter(days), start + word.trim_end_matches(',').chars().count()))
}

/// 今年4月, 上周五, 昨日, 本月
pub(super) fn relative(text: &Reading, start: usize) -> Option<(Said, usize)> {
    let years = [("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("明年", 1), ("当年", 0)];
    if let Some((_, from_now)) = years.into_iter().find(|(word, _)| text.has(start, word)) {
        if text.has(start + 2, "以来") || text.has(start + 2, "度") {
            return None;
        }
        return Some(after_year(text, start + 2, YearWord::FromNow(from_now)));
    }
    let days = [
        ("今天", 0),
        ("今日", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
        ("明天", 1),
        ("明日", 1),
        ("昨晚", -1),
    ];
    if let Some((_, from_now)) = days.into_iter().find(|(word, _)| text.has(start, word)) {
        return Some((Said::DayFromNow(from_now), start + 2));
    }
    let months = [("上个月", -1), ("上月", -1), ("本月", 0), ("下个月", 1), ("下月", 1), ("当月", 0)];
    if let Some((word, from_now)) = months.into_iter().find(|(word, _)| text.has(start, word)) {
        return Some((Said::MonthFromNow(from_now), start + word.chars().count()));
    }
    let weeks = [("上上", -2), ("上个", -1), ("上", -1), ("本", 0), ("下个", 1), ("下", 1)];
    let (word, weeks) = weeks.into_iter().find(|(word, _)| {
        text.has(start, word)
            && ["周", "星期"].iter().any(|week| text.has(start + word.chars().count(), week))
    })?;
    let week = start + word.chars().count();
    match weekday_at(text, week) {
        Some((weekday, end)) => Some((Said::Week(weeks, Some(weekday)), end)),
        None => {
            let end = week + if text.at(week) == '周' { 1 } else { 2 };
            let other = matches!(text.at(end), '年' | '边' | '期' | '岁' | '到');
            (!other).then_some((Said::Week(weeks, None), end))
        }
    }
}

/// 周五, 星期日
pub(super) fn weekday_at(text: &Reading, start: usize) -> Option<(u8, usize)> {
    let end = ["星期", "礼拜", "周"].iter().find(|word| text.has(start, word))?.chars().count() + start;
    let weekday = "一二三四五六日天末".chars().position(|c| c == text.at(end))?;
    Some((small(i32::try_from(weekday).ok()?).min(6), end + 1))
}

pub(super) fn skip_weekday(text: &Reading, place: usize) -> usize {
    let start = spaces(text, place);
    if text.at(start) == '('
        && let Some((_, end)) = weekday_at(text, start + 1)
        && text.at(end) == ')'
    {
        return end + 1;
    }
    place
}

/// 近日, 日前
pub(super) fn vague(text: &Reading, start: usize) -> Option<(Said, usize)> {
    const WORDS: [&str; 17] = [
        "近日来",
        "近日",
        "日前",
        "近期",
        "连日来",
        "近来",
        "近段时间",
        "近一段时间",
        "最近",
        "不久前",
        "这几天",
        "连日",
        "近几日",
        "近几天",
        "此前不久",
        "近些日子",
        "近两天",
    ];
    let word = WORDS.iter().filter(|word| text.has(start, word)).max_by_key(|word| word.len())?;
    // 节日前, 3日前, 今日前: not 日前; 某县总工会日前 is.
    let inside = *word == "日前"
        && start > 0
        && (text.at(start - 1).is_ascii_digit()
            || "一二三四五六七八九十节假今昨当生周平明次翌每往几多近".contains(text.at(start - 1)));
    (!inside).then(|| (Said::Vague, start + word.chars().count()))
}
