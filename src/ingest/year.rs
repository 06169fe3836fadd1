//! The year of a bulletin that does not give its date: from what its text says of its own time, never from a
//! year that is only reported on (2025年度述职) or stands in a footer (©2013-2016).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::anniversaries;
use super::extract::Scene;
use crate::corpus::Year;
use crate::date::{Day, Said, YearWord, festival_at, festival_day};

/// Evidence for years, with the words that it rests on.
#[derive(Default)]
struct Evidence {
    points: BTreeMap<i32, (u32, u32, String)>,
}

impl Evidence {
    fn add(&mut self, year: i32, points: u32, words: &str) {
        let entry = self.points.entry(year).or_insert_with(|| (0, 0, String::new()));
        entry.0 += points;
        if points > entry.1 {
            (entry.1, entry.2) = (points, words.to_owned());
        }
    }
}

/// The year of a text, with the words that it rests on; `None` where nothing tells.
pub(crate) fn year<'a>(scenes: impl Iterator<Item = &'a Scene> + Clone) -> Option<Year> {
    let mut evidence = Evidence::default();
    let late = scenes.clone().any(says_late_day);
    for scene in scenes.clone() {
        dates(scene, late, &mut evidence);
        opening_years(scene, &mut evidence);
        anniversaries::years(scene, |year, words| evidence.add(year, 3, words));
    }
    let told = strongest(&evidence);
    if told.is_some() {
        return told;
    }
    let first = first_day(scenes.clone());
    for scene in scenes.clone() {
        events(scene, first, &mut evidence);
    }
    strongest(&evidence).or_else(|| feasts(scenes.clone())).or_else(|| weekdays(scenes))
}

fn strongest(evidence: &Evidence) -> Option<Year> {
    let (&value, (_, _, words)) =
        evidence.points.iter().max_by_key(|&(year, (points, _, _))| (points, year))?;
    Some(Year { value, basis: words.clone() })
}

/// Whether a text names a day of November or December without a year, and no year's own.
fn says_late_day(scene: &Scene) -> bool {
    let said = scene.dates.iter().map(|words| words.said);
    said.into_iter()
        .any(|said| matches!(said, Said::Days { year: YearWord::Absent, from, .. } if from.0 >= 11))
}

/// Years that stand with dates and names of this time.
fn dates(scene: &Scene, late: bool, evidence: &mut Evidence) {
    for words in &scene.dates {
        let (year, points) = match words.said {
            Said::Days { year: YearWord::Number(year), .. } => (year, 4),
            Said::Months { year: YearWord::Number(year), .. }
            | Said::PartOfMonth { year: YearWord::Number(year), .. }
            | Said::Festival { year: YearWord::Number(year), .. }
            | Said::Season { year: YearWord::Number(year), .. } => (year, 3),
            Said::Year(YearWord::Number(year)) => (year, 2),
            _ => continue,
        };
        let (start, end) = (words.range.start, words.range.end);
        // 12月18日,2023年元旦春节送温暖启动: the feasts of the next year.
        let feast = ["元旦", "春节", "“两节”", "两节", "新年"].iter().any(|word| scene.text.has(end, word));
        let year = year - i32::from(feast && late);
        if !(1980..=2099).contains(&year) || is_reported(scene, start, end) {
            continue;
        }
        let end = (end + 10).min(scene.text.len());
        let stop = scene.text.mark(words.range.end..end, ",。;").unwrap_or(end);
        evidence.add(year, points, scene.text.text(start..stop));
    }
}

/// A year that opens the name of an event: “2020某省职工技能大赛”.
fn opening_years(scene: &Scene, evidence: &mut Evidence) {
    let text = &scene.text;
    for at in (0..text.len()).filter(|&at| text.at(at) == '“' && text.at(at + 1) == '2') {
        let digits: String = (at + 1..at + 6).map(|i| text.at(i)).take_while(char::is_ascii_digit).collect();
        let named = text.at(at + 5).is_alphabetic() && text.at(at + 5) != '年';
        if let Some(year) =
            digits.parse().ok().filter(|year| (2000..=2099).contains(year) && named && digits.len() == 4)
        {
            evidence.add(year, 2, text.text(at + 1..(at + 13).min(text.len())));
        }
    }
}

/// Whether a year is one that the text looks back on or ahead to.
fn is_reported(scene: &Scene, start: usize, end: usize) -> bool {
    const BEFORE: [&str; 28] = [
        "自",
        "从",
        "截至",
        "截止",
        "始建于",
        "成立于",
        "建于",
        "早在",
        "到",
        "至",
        "©",
        "于1",
        "参照",
        "毕业于",
        "生于",
        "对比",
        "比",
        "较",
        "同比",
        "相比",
        "荣获",
        "获得",
        "获",
        "曾获",
        "总结",
        "回顾",
        "规划",
        "面向",
    ];
    const AFTER: [&str; 24] = [
        "度",
        "以来",
        "至",
        "-",
        "—",
        "~",
        "修订",
        "版",
        "印发",
        "出生",
        "毕业",
        "参加工作",
        "入党",
        "开始",
        "起",
        "成立",
        "建成",
        "工作总结",
        "远景",
        "年报",
        "前",
        "底前",
        "工作情况",
        "的",
    ];
    let text = &scene.text;
    // 2013-2016; but 项目——2019年…活动.
    let range = start >= 2
        && matches!(text.at(start - 1), '-' | '—' | '~')
        && (text.at(start - 2).is_ascii_digit() || text.at(start - 2) == '年');
    range || BEFORE.iter().any(|word| text.ends(start, word)) || AFTER.iter().any(|word| text.has(end, word))
}

struct Event {
    words: &'static str,
    start: Day,
}

static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let rows = include_str!("../../data/events.tsv").lines().skip(1);
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Event { words: cells.next()?, start: cells.next()?.parse().ok()? })
    })
    .collect()
});

/// Events of a known time that the text speaks of as its own: the latest of them, if its dates fit.
fn events(scene: &Scene, first: Option<(u8, u8)>, evidence: &mut Evidence) {
    let text = scene.text.as_str();
    for event in EVENTS.iter() {
        let times = text.matches(event.words).count();
        if times == 0 {
            continue;
        }
        let ahead =
            ["喜迎", "迎接", "献礼"].iter().any(|word| text.contains(&format!("{word}{}", event.words)));
        // What has been held lies before the days that the text tells of.
        let too_early =
            first.is_some_and(|(month, day)| (month, day) < (event.start.month(), event.start.day()));
        let year = event.start.year() + i32::from(!ahead && too_early);
        // Later events say more of when a text was written than earlier ones, which go on being spoken of.
        let points = u32::try_from(times.min(5)).unwrap_or(1) + u32::try_from(year - 2000).unwrap_or(0) * 3;
        evidence.add(year, points, event.words);
    }
}

/// The earliest day, within a year, that a text names without one.
fn first_day<'a>(scenes: impl Iterator<Item = &'a Scene>) -> Option<(u8, u8)> {
    let said = scenes.flat_map(|scene| scene.dates.iter().map(|words| words.said));
    said.filter_map(|said| match said {
        Said::Days { year: YearWord::Absent, from, .. } => Some(from),
        _ => None,
    })
    .min()
}

/// 9月29日中秋夜: the only year of the last decade and a half in which a lunar feast fell on the day beside it.
fn feasts<'a>(scenes: impl Iterator<Item = &'a Scene>) -> Option<Year> {
    for scene in scenes {
        for words in &scene.dates {
            let Said::Days { year: YearWord::Absent, from, .. } = words.said else { continue };
            let Some((name, end)) = festival_at(&scene.text, words.range.end) else { continue };
            let fits = |year: &i32| festival_day(name, *year) == Day::new(*year, from.0, from.1);
            let mut years = (2013..=2030).filter(fits);
            if let (Some(value), None) = (years.next(), years.next()) {
                return Some(Year { value, basis: scene.text.text(words.range.start..end).to_owned() });
            }
        }
    }
    None
}

/// The year of the last decades in which the weekdays that stand with dates are right.
fn weekdays<'a>(scenes: impl Iterator<Item = &'a Scene>) -> Option<Year> {
    let mut dated: Vec<((u8, u8), u8, String)> = Vec::new();
    for scene in scenes {
        for words in &scene.dates {
            if let (Said::Days { year: YearWord::Absent, from, .. }, Some(weekday)) =
                (words.said, words.weekday)
            {
                dated.push((from, weekday, scene.text.text(words.range.clone()).to_owned()));
            }
        }
    }
    let fits = |year: &i32| {
        dated.iter().all(|(from, weekday, _)| {
            Day::new(*year, from.0, from.1).is_some_and(|day| day.weekday() == *weekday)
        })
    };
    let (_, _, words) = dated.first()?;
    let mut years = (2015..=2030).filter(fits);
    // Weekdays come round every five or six years: one year of the last decade and a half must stand alone.
    match (years.next(), years.next()) {
        (Some(value), None) => Some(Year { value, basis: words.clone() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<i32>) {
        let scenes = [Scene::new(text)];
        assert_eq!(year(scenes.iter()).map(|year| year.value), expected, "{text}");
    }

    #[test]
    fn the_tables_read_whole() {
        assert_eq!(EVENTS.len(), include_str!("../../data/events.tsv").lines().skip(1).count());
    }

    #[test]
    fn years_and_what_they_rest_on() {
        check("7月3日，开展新中国成立75周年系列活动。", Some(2024));
        check("5月28日，举办2023年职工运动会。", Some(2023));
        check("学习党的二十届三中全会精神。", Some(2024));
        check("开展2025年度述职。", None);
        check("11月26日，实事项目——2019年环卫职工微心愿活动举行。", Some(2019));
        check("2013年—2016年，开展活动。", None);
        check("版权所有©2013-2016", None);
        check("7月3日，开展活动。", None);
        check("9月29日中秋夜，栈桥上亮起灯。", Some(2023));
        check("5月1日劳动节，职工坚守岗位。", None);
        check("12月18日，全区工会2023年元旦春节送温暖活动启动。", Some(2022));
    }
}
