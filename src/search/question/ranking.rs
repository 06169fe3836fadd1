//! Activities counted by unit, type, audience, organiser or month, for 哪些 and 最多. Reports of one event count
//! once. This module does not write sentences.

use std::collections::BTreeMap;

use crate::date::{Day, Span};
use crate::place::Adcode;

use super::super::ActivityIx;
use super::answer::Event;
use super::people;
use super::places::Gazetteer;
use super::reading::By;
use super::who::at_level;
use super::wording::AnswerWording;

/// A row of an answer: a district with its count, a date, an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is of.
    pub label: String,
    /// What is said of it: `3 项活动`, `约 200 人`, a date.
    pub value: String,
    /// The unit, where it is of one.
    pub place: Option<Adcode>,
    /// Its activities.
    pub activities: Vec<ActivityIx>,
    /// What rows are ranked by.
    pub amount: u64,
}

/// The rows, greatest first, and the activities that belong to none.
pub(super) fn rows(
    events: &[Event],
    by: By,
    of_people: bool,
    gazetteer: &Gazetteer,
    words: &AnswerWording,
) -> (Vec<Row>, Vec<ActivityIx>) {
    let mut groups: BTreeMap<String, (Option<Adcode>, Vec<&Event>)> = BTreeMap::new();
    let mut without = Vec::new();
    for event in events {
        let labels = labels(event, by, gazetteer);
        if labels.is_empty() {
            without.extend(event.activities.iter().copied());
        }
        for (label, place) in labels {
            groups.entry(label).or_insert((place, Vec::new())).1.push(event);
        }
    }
    let row = |(label, (place, events)): (String, (Option<Adcode>, Vec<&Event>))| {
        let people =
            events.iter().filter_map(|event| people::of_event(&event.reports)).reduce(people::People::and);
        let (value, amount) = match people.filter(|_| of_people) {
            Some(people) => (people.said(words), people.total()),
            None if of_people => (words.no_number.to_owned(), 0),
            None => (words.counting(words.events, events.len()), events.len() as u64),
        };
        let label = if by == By::Month { month(&label, words) } else { label };
        let activities = events.iter().flat_map(|event| event.activities.iter().copied()).collect();
        Row { label, value, place, activities, amount }
    };
    let mut rows: Vec<Row> = groups.into_iter().map(row).collect();
    rows.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.place.cmp(&b.place)));
    (rows, without)
}

/// 2024-05 → 2024年5月
fn month(label: &str, words: &AnswerWording) -> String {
    let (year, month) = label.split_once('-').unwrap_or_default();
    let month = year.parse().ok().zip(month.parse().ok());
    let ends = month.and_then(|(year, month)| Day::new(year, month, 1).zip(Day::last_of_month(year, month)));
    ends.map_or_else(|| label.to_owned(), |(first, last)| (words.period)(Span::new(first, last)))
}

/// What an event is counted under; several labels where it has several.
fn labels(event: &Event, by: By, gazetteer: &Gazetteer) -> Vec<(String, Option<Adcode>)> {
    let plain = |names: Vec<&String>| {
        let mut labels: Vec<(String, Option<Adcode>)> = Vec::new();
        for name in names {
            if !labels.iter().any(|(known, _)| known == name) {
                labels.push((name.clone(), None));
            }
        }
        labels
    };
    let reports = || event.reports.iter();
    match by {
        By::Type => plain(reports().flat_map(|report| &report.types).collect()),
        By::Audience => plain(reports().flat_map(|report| &report.audiences).collect()),
        By::Organiser => plain(reports().flat_map(|report| &report.organisers).collect()),
        By::Activity => plain(reports().take(1).map(|report| &report.title).collect()),
        By::Month => {
            let spans = reports().filter_map(|report| report.date.as_ref()).map(|date| date.span());
            spans.take(1).flat_map(months).map(|label| (label, None)).collect()
        }
        By::County | By::City | By::Province => {
            let mut units: Vec<(String, Option<Adcode>)> = Vec::new();
            for place in reports().flat_map(|report| &report.places) {
                let Some(code) = at(place.adcode, by) else { continue };
                let name =
                    if code == place.adcode { Some(place.name.as_str()) } else { gazetteer.name(code) };
                if !units.iter().any(|(_, known)| *known == Some(code)) {
                    units.push((name.map_or(code.to_string(), str::to_owned), Some(code)));
                }
            }
            units
        }
    }
}

/// The unit of a level that a unit is or lies in. A city counts as such where no county is named.
fn at(unit: Adcode, by: By) -> Option<Adcode> {
    use crate::place::Level;
    let level = match by {
        By::Province => Level::Province,
        By::City => Level::City,
        _ => Level::County,
    };
    std::iter::successors(Some(unit), |unit| unit.parent()).find(|unit| match by {
        By::Province => unit.level() == Level::Province,
        _ => at_level(*unit, level),
    })
}

fn months(span: Span) -> Vec<String> {
    let mut months = Vec::new();
    let (mut year, mut month) = (span.start.year(), span.start.month());
    while (year, month) <= (span.end.year(), span.end.month()) && months.len() < 24 {
        months.push(format!("{year:04}-{month:02}"));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    months
}

/// The dates of events in order, each with its activities.
pub(super) fn dates(events: &[Event], words: &AnswerWording) -> Vec<Row> {
    let mut dates: BTreeMap<(Day, Day), Vec<ActivityIx>> = BTreeMap::new();
    for event in events {
        if let Some(span) = event.span() {
            dates.entry((span.start, span.end)).or_default().extend(event.activities.iter().copied());
        }
    }
    let row = |((start, end), activities): ((Day, Day), Vec<ActivityIx>)| Row {
        label: (words.period)(Span::new(start, end)),
        value: words.counting(words.on_date, activities.len()),
        place: None,
        amount: activities.len() as u64,
        activities,
    };
    dates.into_iter().map(row).collect()
}
