//! The answer to a reading: which events it selects, what is not known of them, and what is asked of them.
//!
//! Figures carry the activities that they count. Events without a date, where days are asked for, and without a
//! place, where a place is asked for, are no part of a figure: the sentence names them apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{Activity, Corpus};
use crate::date::Span;

use super::super::filter::{Filter, Narrowing};
use super::super::parse::parse;
use super::super::select::select;
use super::super::undated::{Told, may_lie_in};
use super::super::{ActivityIx, ActivityRow, Columns, Engine, Found};
use super::places::Gazetteer;
use super::ranking::Row;
use super::reading::Reading;
use super::sentence::{Said, sentence};
use super::wording::AnswerWording;

/// An answer: one sentence, and rows where a list is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The sentence, in order.
    pub sentence: Vec<Said>,
    /// A ranking, dates or activities, as asked for.
    pub rows: Vec<Row>,
    /// How many rows there are beyond those given.
    pub more: usize,
    /// How many events were selected; reports of one count once.
    pub events: usize,
    /// The activities that report them.
    pub activities: Vec<ActivityIx>,
    /// Those that may belong to them, had the text said when.
    pub undated: Vec<ActivityIx>,
    /// Those that may belong to them, had the text said where.
    pub unplaced: Vec<ActivityIx>,
}

impl Answer {
    /// The sentence as plain text.
    pub fn text(&self) -> String {
        self.sentence.iter().map(Said::text).collect()
    }
}

/// An event with all selected reports of it.
#[derive(Clone, Debug)]
pub(super) struct Event<'c> {
    pub activities: Vec<ActivityIx>,
    pub reports: Vec<&'c Activity>,
}

impl Event<'_> {
    /// When it took place, by the first report that says so.
    pub(super) fn span(&self) -> Option<Span> {
        self.reports.iter().find_map(|report| report.date.as_ref()).map(|date| date.span())
    }
}

/// What a reading selects in a corpus.
pub(super) struct Selected<'c> {
    pub events: Vec<Event<'c>>,
    pub undated: Vec<ActivityIx>,
    pub unplaced: Vec<ActivityIx>,
    /// First and last day of everything that the corpus dates.
    pub dated: Option<Span>,
}

/// Answers a reading from a corpus and its engine, under filters that were chosen beside it, in the words of a language.
///
/// ```
/// use gongxun::corpus::Corpus;
/// use gongxun::search::{CHINESE, Engine, Filter, Gazetteer, Here, answer, read_question};
/// use gongxun::text::Segmenter;
///
/// let corpus = Corpus::new("空");
/// let engine = Engine::build(&corpus, &Segmenter::from_dict("工会 5\n")?);
/// let names = Gazetteer::of_country();
/// let readings = read_question("巴南区办过几次送清凉", &names, &Here::default());
/// let answer = answer(&corpus, &engine, &names, &readings[0], &Filter::default(), &CHINESE);
/// assert_eq!(answer.text(), "巴南区 送清凉：没有查到活动。");
/// # Ok::<(), gongxun::text::SegmentError>(())
/// ```
pub fn answer(
    corpus: &Corpus,
    engine: &Engine,
    gazetteer: &Gazetteer,
    reading: &Reading,
    beside: &Filter,
    wording: &AnswerWording,
) -> Answer {
    let selected = selected(corpus, engine, reading, beside);
    sentence(&selected, gazetteer, reading, wording)
}

/// What a reading finds, as a query does: its words, narrowed by its filters. A list shows it.
pub fn found_by(engine: &Engine, reading: &Reading) -> Found {
    let mut found = literally(engine, reading);
    found.narrowings.push(Narrowing { filter: reading.filter(engine.columns()), exclude: false });
    found
}

/// What holds all words that stay text; their words one by one answer nothing.
fn literally(engine: &Engine, reading: &Reading) -> Found {
    let found = engine.find(&parse(&reading.text()));
    if found.relaxed { Found::default() } else { found }
}

fn selected<'c>(corpus: &'c Corpus, engine: &Engine, reading: &Reading, beside: &Filter) -> Selected<'c> {
    let columns = engine.columns();
    let mut found = literally(engine, reading);
    found.narrowings.push(Narrowing { filter: beside.clone(), exclude: false });
    let filter = reading.filter(columns);
    let hits = select(columns, &found, &filter).activities;
    let row = |at: &ActivityIx| columns.activities.get(at.0 as usize);
    let without = |filter: &Filter, keep: &dyn Fn(&ActivityIx) -> bool| -> Vec<ActivityIx> {
        let more = select(columns, &found, filter).activities;
        first_reports(columns, more.into_iter().filter(|at| keep(at) && hits.binary_search(at).is_err()))
    };
    let undated = match reading.period {
        None => Vec::new(),
        Some(period) => {
            // Where another report of an event has a date, that decides.
            let rows = columns.activities.iter();
            let dated: BTreeSet<ActivityIx> =
                rows.filter(|row| row.date.is_some()).map(|row| row.event).collect();
            without(&Filter { from: None, to: None, ..filter.clone() }, &|at| {
                let year = corpus.activities.get(at.0 as usize).and_then(|activity| activity.year);
                row(at).is_some_and(|row| {
                    !dated.contains(&row.event) && may_lie_in(period, year, told(columns, row))
                })
            })
        }
    };
    let unplaced = match reading.places.is_empty() {
        true => Vec::new(),
        false => without(&Filter { places: Vec::new(), ..filter.clone() }, &|at| {
            row(at).is_some_and(|row| columns.units_of(row).is_empty())
        }),
    };
    let spans = || columns.activities.iter().filter_map(|row| row.date);
    let dated = spans().map(|span| span.start).min().zip(spans().map(|span| span.end).max());
    Selected {
        events: events(corpus, columns, &hits),
        undated,
        unplaced,
        dated: dated.map(|(start, end)| Span::new(start, end)),
    }
}

/// When an activity was told of. The columns do not say on what an article's date rests.
fn told(columns: &Columns, row: &ActivityRow) -> Told {
    let article = columns.articles.get(row.article.0 as usize);
    article.and_then(|article| article.date).map_or(Told::Unknown, Told::Published)
}

/// One report of each event.
fn first_reports(columns: &Columns, activities: impl Iterator<Item = ActivityIx>) -> Vec<ActivityIx> {
    let mut seen = BTreeSet::new();
    activities
        .filter(|at| columns.activities.get(at.0 as usize).is_some_and(|row| seen.insert(row.event)))
        .collect()
}

fn events<'c>(corpus: &'c Corpus, columns: &Columns, hits: &[ActivityIx]) -> Vec<Event<'c>> {
    let mut events: BTreeMap<ActivityIx, Event<'c>> = BTreeMap::new();
    for &at in hits {
        let event = columns.activities.get(at.0 as usize).map_or(at, |row| row.event);
        let Some(activity) = corpus.activities.get(at.0 as usize) else { continue };
        let entry = events.entry(event).or_insert(Event { activities: Vec::new(), reports: Vec::new() });
        entry.activities.push(at);
        entry.reports.push(activity);
    }
    events.into_values().collect()
}
