//! The sentence that answers a reading, figure by figure, in the words of a language. This module counts nothing itself.

use crate::corpus::Activity;

use super::super::ActivityIx;
use super::answer::{Answer, Event, Selected};
use super::people::{People, of_event};
use super::places::Gazetteer;
use super::ranking::{Row, dates, rows};
use super::reading::{Ask, By, Reading};
use super::wording::AnswerWording;

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

/// An answer on its way, with the words that it is made in.
struct Draft<'w> {
    answer: Answer,
    words: &'w AnswerWording,
}

/// The sentence and the rows for what was selected.
pub(super) fn sentence(
    selected: &Selected,
    gazetteer: &Gazetteer,
    reading: &Reading,
    words: &AnswerWording,
) -> Answer {
    let answer = Answer {
        events: selected.events.len(),
        activities: all(&selected.events),
        undated: selected.undated.clone(),
        unplaced: selected.unplaced.clone(),
        ..Answer::default()
    };
    let mut draft = Draft { answer, words };
    draft.head(gazetteer, reading);
    if reading.ask == Some(Ask::Cost) {
        draft.text(words.cost);
    }
    if selected.events.is_empty() {
        draft.text(if reading.ask == Some(Ask::Cost) { words.no_cost } else { words.nothing });
        let dated =
            selected.dated.filter(|dated| reading.period.is_some_and(|period| !period.overlaps(*dated)));
        if let Some(dated) = dated {
            draft.text(words.with(words.only, "period", &(words.period)(dated)));
        }
    } else {
        match reading.ask {
            Some(Ask::Which(by)) => draft.which(&selected.events, by, gazetteer),
            Some(Ask::Most { by, people }) => draft.most(&selected.events, by, people, gazetteer),
            Some(Ask::When { latest }) => draft.when(&selected.events, latest),
            Some(Ask::People) => draft.people_first(&selected.events),
            Some(Ask::List) | None => draft.list(&selected.events),
            Some(Ask::Count | Ask::Cost) => draft.count(&selected.events),
        }
    }
    draft.unknown(selected);
    draft.text(words.stop);
    draft.answer
}

fn all(events: &[Event]) -> Vec<ActivityIx> {
    events.iter().flat_map(|event| event.activities.iter().copied()).collect()
}

impl Draft<'_> {
    fn text(&mut self, words: impl Into<String>) {
        self.answer.sentence.push(Said::Text(words.into()));
    }

    fn figure(&mut self, words: String, activities: Vec<ActivityIx>) {
        self.answer.sentence.push(Said::Figure(words, activities));
    }

    /// All events as one figure.
    fn events(&mut self, events: &[Event]) {
        self.figure(self.words.counting(self.words.events, events.len()), all(events));
    }

    /// 巴南区 2024年6月—8月 送清凉：, each name a piece of its own.
    fn head(&mut self, gazetteer: &Gazetteer, reading: &Reading) {
        let name =
            |code: &crate::place::Adcode| gazetteer.name(*code).map_or(code.to_string(), str::to_owned);
        let kinds = if reading.subtypes.is_empty() { &reading.types } else { &reading.subtypes };
        let parts = [
            reading.places.iter().map(name).collect(),
            reading.organisers.clone(),
            reading.period.map(self.words.period).into_iter().collect(),
            kinds.clone(),
            reading.audiences.clone(),
        ];
        let rest = reading.rest.iter().map(|word| vec![format!("“{word}”")]);
        let parts: Vec<Vec<String>> = parts.into_iter().filter(|part| !part.is_empty()).chain(rest).collect();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.text(self.words.gap);
            }
            for (at, name) in part.iter().enumerate() {
                if at > 0 {
                    self.text(self.words.and);
                }
                self.text(name.clone());
            }
        }
        if !parts.is_empty() {
            self.text(self.words.colon);
        }
    }

    /// 3 项活动，约 200 人（1 项未写人数）
    fn count(&mut self, events: &[Event]) {
        self.events(events);
        if let Some((people, told)) = people(events) {
            self.text(self.words.comma);
            self.figure(people.said(self.words), told);
            self.unnumbered(events);
        }
    }

    fn people_first(&mut self, events: &[Event]) {
        match people(events) {
            Some((people, told)) => {
                self.figure(people.said(self.words), told);
                self.text(self.words.took_part);
                self.events(events);
                self.unnumbered(events);
            }
            None => {
                self.events(events);
                self.text(self.words.none_numbered);
            }
        }
    }

    fn unnumbered(&mut self, events: &[Event]) {
        let silent: Vec<&Event> = events.iter().filter(|event| of_event(&event.reports).is_none()).collect();
        if !silent.is_empty() {
            let activities = silent.iter().flat_map(|event| event.activities.iter().copied()).collect();
            let [open, close] = self.words.brackets;
            self.text(open);
            self.figure(self.words.counting(self.words.unnumbered, silent.len()), activities);
            self.text(close);
        }
    }

    fn which(&mut self, events: &[Event], by: By, gazetteer: &Gazetteer) {
        let words = self.words;
        let (mut rows, without) = rows(events, by, false, gazetteer, words);
        if by == By::Month {
            rows.sort_by_key(|row| row.activities.first().copied());
        }
        let told: Vec<ActivityIx> = rows.iter().flat_map(|row| row.activities.iter().copied()).collect();
        if rows.is_empty() {
            self.events(events);
            self.text(words.of(&words.none_says, by));
            return;
        }
        self.figure(words.counting(words.of(&words.counted, by), rows.len()), told);
        self.text(words.colon);
        self.first_rows(rows.iter());
        if rows.len() > ROWS {
            self.text(words.and_others);
        }
        self.beside(by, without);
        self.give(rows, LISTED);
    }

    /// The labels of the first rows.
    fn first_rows<'r>(&mut self, rows: impl Iterator<Item = &'r Row>) {
        for (at, row) in rows.take(ROWS).enumerate() {
            if at > 0 {
                self.text(self.words.and);
            }
            self.figure(row.label.clone(), row.activities.clone());
        }
    }

    fn most(&mut self, events: &[Event], by: By, of_people: bool, gazetteer: &Gazetteer) {
        let words = self.words;
        let (rows, without) = rows(events, by, of_people, gazetteer, words);
        let Some(first) = rows.first() else {
            self.events(events);
            self.text(words.of(&words.none_says, by));
            return;
        };
        let equal: Vec<&Row> = rows.iter().take_while(|row| row.amount == first.amount).collect();
        self.text(if equal.len() > 1 { words.equally_most } else { words.most });
        self.first_rows(equal.iter().copied());
        if equal.len() > ROWS {
            self.text(words.counting(words.many_equal, equal.len()));
        }
        self.text(match equal.len() {
            1 => [words.comma, &first.value].concat(),
            _ => words.with(words.each, "value", &first.value),
        });
        self.beside(by, without);
        // The last place given is given whole.
        let last = rows.get(ROWS - 1).map_or(0, |row| row.amount);
        let shown = rows.iter().take_while(|row| row.amount >= last).count().min(2 * ROWS);
        self.give(rows, shown);
    }

    fn when(&mut self, events: &[Event], latest: bool) {
        let words = self.words;
        let mut dates = dates(events, words);
        let undated: Vec<ActivityIx> = events
            .iter()
            .filter(|event| event.span().is_none())
            .flat_map(|event| event.activities.iter().copied())
            .collect();
        let Some(last) = dates.last().cloned() else {
            self.events(events);
            self.text(words.none_dated);
            return;
        };
        if latest {
            self.text(words.latest);
            self.figure(last.label.clone(), last.activities.clone());
        } else {
            self.first_rows(dates.iter());
            if dates.len() > ROWS {
                self.text(words.counting(words.many_dates, dates.len()));
                self.figure(last.label.clone(), last.activities.clone());
            }
        }
        if !undated.is_empty() {
            self.text(words.semicolon);
            self.figure(words.counting(words.undated, undated.len()), undated);
        }
        dates.reverse();
        if dates.len() > 1 {
            self.give(dates, LISTED);
        }
    }

    fn list(&mut self, events: &[Event]) {
        self.count(events);
        let mut events: Vec<&Event> = events.iter().collect();
        events.sort_by_key(|event| std::cmp::Reverse(event.span().map(|span| span.end)));
        let row = |event: &&Event| {
            let title = |report: &&Activity| report.title.clone();
            Row {
                label: event.reports.first().map(title).unwrap_or_default(),
                value: event.span().map_or_else(|| self.words.no_date.to_owned(), self.words.period),
                place: None,
                activities: event.activities.clone(),
                amount: 1,
            }
        };
        let rows = events.iter().map(row).collect();
        self.give(rows, ROWS);
    }

    fn give(&mut self, mut rows: Vec<Row>, most: usize) {
        self.answer.more = rows.len().saturating_sub(most);
        rows.truncate(most);
        self.answer.rows = rows;
    }

    /// What a ranking leaves out.
    fn beside(&mut self, by: By, without: Vec<ActivityIx>) {
        if !without.is_empty() {
            self.text(self.words.semicolon);
            let phrase = self.words.of(&self.words.without, by);
            self.figure(self.words.counting(phrase, without.len()), without);
        }
    }

    /// What the figures leave out because the texts do not say.
    fn unknown(&mut self, selected: &Selected) {
        let words = self.words;
        let kinds = [(&selected.undated, words.perhaps_dated), (&selected.unplaced, words.perhaps_placed)];
        for (activities, perhaps) in kinds {
            if !activities.is_empty() {
                self.text(words.semicolon);
                self.figure(words.counting(words.more, activities.len()), activities.clone());
                self.text(perhaps);
            }
        }
    }
}

/// The people of the events that tell of them, and these events' activities.
fn people(events: &[Event]) -> Option<(People, Vec<ActivityIx>)> {
    let told: Vec<(&Event, People)> =
        events.iter().filter_map(|event| Some((event, of_event(&event.reports)?))).collect();
    let people = told.iter().map(|(_, people)| *people).reduce(People::and)?;
    Some((people, told.iter().flat_map(|(event, _)| event.activities.iter().copied()).collect()))
}
