//! The sentence that answers a reading, in Chinese, figure by figure. This module counts nothing itself.

use crate::corpus::Activity;

use super::super::ActivityIx;
use super::answer::{Answer, Event, Selected};
use super::people::{People, of_event};
use super::places::Gazetteer;
use super::ranking::{Row, dates, rows};
use super::reading::{Ask, By, Reading};
use super::wording::said;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Words.
    Text(String),
    /// A figure or a date, and the activities that it counts.
    Figure(String, Vec<ActivityIx>),
}

impl Said {
    /// The words of the piece.
    pub fn text(&self) -> &str {
        match self {
            Said::Text(text) | Said::Figure(text, _) => text,
        }
    }
}

/// So many rows of a ranking, dates or activities are given.
const ROWS: usize = 5;
/// A complete list (哪些) is longer.
const LISTED: usize = 40;

/// The sentence and the rows for what was selected.
pub(super) fn sentence(selected: &Selected, gazetteer: &Gazetteer, reading: &Reading) -> Answer {
    let mut answer = Answer {
        events: selected.events.len(),
        activities: all(&selected.events),
        undated: selected.undated.clone(),
        unplaced: selected.unplaced.clone(),
        ..Answer::default()
    };
    let head = head(gazetteer, reading);
    if !head.is_empty() {
        text(&mut answer, format!("{head}："));
    }
    if reading.ask == Some(Ask::Cost) {
        text(&mut answer, "简报里的活动没有按经费整理，花了多少钱答不出来；相关活动");
    }
    if selected.events.is_empty() {
        text(&mut answer, if reading.ask == Some(Ask::Cost) { "也没有查到" } else { "没有查到活动" });
        let dated = selected.dated.filter(|dated| reading.period.is_some_and(|days| !days.overlaps(*dated)));
        if let Some(dated) = dated {
            text(&mut answer, format!("，资料里有日期的活动只在{}", said(dated)));
        }
    } else {
        match reading.ask {
            Some(Ask::Which(by)) => which(&mut answer, &selected.events, by, gazetteer),
            Some(Ask::Most { by, people }) => most(&mut answer, &selected.events, by, people, gazetteer),
            Some(Ask::When { latest }) => when(&mut answer, &selected.events, latest),
            Some(Ask::People) => people_first(&mut answer, &selected.events),
            Some(Ask::List) | None => list(&mut answer, &selected.events),
            Some(Ask::Count | Ask::Cost) => count(&mut answer, &selected.events),
        }
    }
    unknown(&mut answer, selected);
    text(&mut answer, "。");
    answer
}

fn text(answer: &mut Answer, words: impl Into<String>) {
    answer.sentence.push(Said::Text(words.into()));
}

fn figure(answer: &mut Answer, words: String, activities: Vec<ActivityIx>) {
    answer.sentence.push(Said::Figure(words, activities));
}

fn all(events: &[Event]) -> Vec<ActivityIx> {
    events.iter().flat_map(|event| event.activities.iter().copied()).collect()
}

/// 巴南区 2024年6月—8月 送清凉
fn head(gazetteer: &Gazetteer, reading: &Reading) -> String {
    let names = |code: &crate::place::Adcode| gazetteer.name(*code).map_or(code.to_string(), str::to_owned);
    let places = reading.places.iter().map(names).collect::<Vec<_>>().join("、");
    let kinds = if reading.subtypes.is_empty() { &reading.types } else { &reading.subtypes };
    let rest: Vec<String> = reading.rest.iter().map(|word| format!("“{word}”")).collect();
    let parts = [
        places,
        reading.organisers.join("、"),
        reading.period.map(said).unwrap_or_default(),
        kinds.join("、"),
        reading.audiences.join("、"),
        rest.join(" "),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 3 项活动，约 200 人（1 项未写人数）
fn count(answer: &mut Answer, events: &[Event]) {
    figure(answer, format!("{} 项活动", events.len()), all(events));
    if let Some((people, told)) = people(events) {
        text(answer, "，");
        figure(answer, people.said(), told);
        unnumbered(answer, events);
    }
}

fn people_first(answer: &mut Answer, events: &[Event]) {
    match people(events) {
        Some((people, told)) => {
            figure(answer, people.said(), told);
            text(answer, "参加，共 ");
            figure(answer, format!("{} 项活动", events.len()), all(events));
            unnumbered(answer, events);
        }
        None => {
            figure(answer, format!("{} 项活动", events.len()), all(events));
            text(answer, "，都没有写人数");
        }
    }
}

fn unnumbered(answer: &mut Answer, events: &[Event]) {
    let silent: Vec<&Event> = events.iter().filter(|event| of_event(&event.reports).is_none()).collect();
    if !silent.is_empty() {
        text(answer, "（");
        let activities = silent.iter().flat_map(|event| event.activities.iter().copied()).collect();
        figure(answer, format!("{} 项未写人数", silent.len()), activities);
        text(answer, "）");
    }
}

/// The people of the events that tell of them, and these events' activities.
fn people(events: &[Event]) -> Option<(People, Vec<ActivityIx>)> {
    let told: Vec<(&Event, People)> =
        events.iter().filter_map(|event| Some((event, of_event(&event.reports)?))).collect();
    let people = told.iter().map(|(_, people)| *people).reduce(People::and)?;
    Some((people, told.iter().flat_map(|(event, _)| event.activities.iter().copied()).collect()))
}

fn which(answer: &mut Answer, events: &[Event], by: By, gazetteer: &Gazetteer) {
    let (mut rows, without) = rows(events, by, false, gazetteer);
    if by == By::Month {
        rows.sort_by_key(|row| row.activities.first().copied());
    }
    let told: Vec<ActivityIx> = rows.iter().flat_map(|row| row.activities.iter().copied()).collect();
    if rows.is_empty() {
        figure(answer, format!("{} 项活动", events.len()), all(events));
        text(answer, format!("，都没有写到{}", name_of(by)));
        return;
    }
    figure(answer, format!("{} {}", rows.len(), measure(by)), told);
    text(answer, "：");
    for (at, row) in rows.iter().take(ROWS).enumerate() {
        if at > 0 {
            text(answer, "、");
        }
        figure(answer, row.label.clone(), row.activities.clone());
    }
    if rows.len() > ROWS {
        text(answer, "等");
    }
    beside(answer, by, without);
    give(answer, rows, LISTED);
}

fn most(answer: &mut Answer, events: &[Event], by: By, of_people: bool, gazetteer: &Gazetteer) {
    let (rows, without) = rows(events, by, of_people, gazetteer);
    let Some(first) = rows.first() else {
        figure(answer, format!("{} 项活动", events.len()), all(events));
        text(answer, format!("，都没有写到{}", name_of(by)));
        return;
    };
    let equal: Vec<&Row> = rows.iter().take_while(|row| row.amount == first.amount).collect();
    text(answer, if equal.len() > 1 { "并列最多的是" } else { "最多的是" });
    for (at, row) in equal.iter().take(ROWS).enumerate() {
        if at > 0 {
            text(answer, "、");
        }
        figure(answer, row.label.clone(), row.activities.clone());
    }
    let each = if equal.len() > 1 { "各 " } else { "" };
    let others = if equal.len() > ROWS { format!("等 {} 个", equal.len()) } else { String::new() };
    text(answer, format!("{others}，{each}{}", first.value));
    beside(answer, by, without);
    // The last place given is given whole.
    let last = rows.get(ROWS - 1).map_or(0, |row| row.amount);
    let shown = rows.iter().take_while(|row| row.amount >= last).count().min(2 * ROWS);
    give(answer, rows, shown);
}

fn when(answer: &mut Answer, events: &[Event], latest: bool) {
    let mut dates = dates(events);
    let undated: Vec<ActivityIx> = events
        .iter()
        .filter(|event| event.span().is_none())
        .flat_map(|event| event.activities.iter().copied())
        .collect();
    let Some(last) = dates.last().cloned() else {
        figure(answer, format!("{} 项活动", events.len()), all(events));
        text(answer, "，都没有写明日期");
        return;
    };
    if latest {
        text(answer, "最近一次是");
        figure(answer, last.label.clone(), last.activities.clone());
    } else {
        for (at, row) in dates.iter().take(ROWS).enumerate() {
            if at > 0 {
                text(answer, "、");
            }
            figure(answer, row.label.clone(), row.activities.clone());
        }
        if dates.len() > ROWS {
            text(answer, format!("等 {} 个日期，最近的是", dates.len()));
            figure(answer, last.label.clone(), last.activities.clone());
        }
    }
    if !undated.is_empty() {
        text(answer, "；另有 ");
        figure(answer, format!("{} 项没有写明日期", undated.len()), undated);
    }
    dates.reverse();
    if dates.len() > 1 {
        give(answer, dates, LISTED);
    }
}

fn list(answer: &mut Answer, events: &[Event]) {
    count(answer, events);
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.span().map(|span| span.end)));
    let row = |event: &&Event| {
        let title = |report: &&Activity| report.title.clone();
        Row {
            label: event.reports.first().map(title).unwrap_or_default(),
            value: event.span().map_or("日期不详".to_owned(), said),
            place: None,
            activities: event.activities.clone(),
            amount: 1,
        }
    };
    let rows = events.iter().map(row).collect();
    give(answer, rows, ROWS);
}

fn give(answer: &mut Answer, mut rows: Vec<Row>, most: usize) {
    answer.more = rows.len().saturating_sub(most);
    rows.truncate(most);
    answer.rows = rows;
}

/// What a ranking leaves out.
fn beside(answer: &mut Answer, by: By, without: Vec<ActivityIx>) {
    if !without.is_empty() {
        text(answer, "；另有 ");
        figure(answer, format!("{} 项没有写到{}", without.len(), name_of(by)), without);
    }
}

/// What the figures leave out because the texts do not say.
fn unknown(answer: &mut Answer, selected: &Selected) {
    let kinds = [
        (&selected.undated, "没有写明日期，可能也在其中"),
        (&selected.unplaced, "没有写明地区，可能也在其中"),
    ];
    for (activities, words) in kinds {
        if !activities.is_empty() {
            text(answer, "；另有 ");
            figure(answer, format!("{} 项", activities.len()), activities.clone());
            text(answer, words);
        }
    }
}

fn name_of(by: By) -> &'static str {
    match by {
        By::County => "区县",
        By::City => "市",
        By::Province => "省份",
        By::Type => "类型",
        By::Audience => "对象",
        By::Organiser => "主办单位",
        By::Month => "月份",
        By::Activity => "标题",
    }
}

fn measure(by: By) -> &'static str {
    match by {
        By::County => "个区县",
        By::City => "个市",
        By::Province => "个省份",
        By::Type => "个类型",
        By::Audience => "类对象",
        By::Organiser => "个单位",
        By::Month => "个月份",
        By::Activity => "项活动",
    }
}
