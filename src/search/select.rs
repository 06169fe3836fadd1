//! Rule 4: which articles are listed and which activities are counted, under words and filters.
//!
//! All filters must hold for one and the same activity. A unit includes those beneath it, a period means
//! overlap. An article without activities is held against its own date and unit. This module does not read
//! text: what the words select comes in.

use super::filter::{Filter, Narrowing};
use super::{ActivityIx, Columns, Found, Hit};
use crate::date::{Day, Span};

/// What is listed and counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, best first.
    pub articles: Vec<Hit>,
    /// The activities, in order.
    pub activities: Vec<ActivityIx>,
}

/// Narrows what the words selected, by the query's own filters and by this one.
///
/// An article stays when one of the activities that the words select in it stays; one without activities
/// stays by its own date and unit; one whose activities the words do not select stays only where nothing is
/// filtered.
pub fn select(columns: &Columns, found: &Found, filter: &Filter) -> Selection {
    let mut tests: Vec<Test<'_>> = found.narrowings.iter().map(|n| Test::of_narrowing(columns, n)).collect();
    if !filter.is_empty() {
        tests.push(Test::new(columns, filter, false));
    }
    if tests.is_empty() {
        return Selection { articles: found.articles.clone(), activities: found.activities.clone() };
    }
    let holds = |at: &ActivityIx| {
        columns.activities.get(at.0 as usize).is_some() && tests.iter().all(|test| test.activity(*at))
    };
    let activities: Vec<ActivityIx> = found.activities.iter().copied().filter(holds).collect();
    let mut listed = vec![false; columns.articles.len()];
    for at in &activities {
        if let Some(listed) = listed.get_mut(columns.activities[at.0 as usize].article.0 as usize) {
            *listed = true;
        }
    }
    let keeps = |hit: &&Hit| {
        let at = hit.article.0 as usize;
        let Some(row) = columns.articles.get(at) else { return false };
        listed[at] || (columns.activities_of(row).is_empty() && tests.iter().all(|test| test.article(at)))
    };
    Selection { articles: found.articles.iter().filter(keeps).copied().collect(), activities }
}

/// A filter turned into what can be asked of a row: a bit for each number of each list.
struct Test<'c> {
    columns: &'c Columns,
    units: Option<Vec<bool>>,
    types: Option<Vec<bool>>,
    audiences: Option<Vec<bool>>,
    organisers: Option<Vec<bool>>,
    sources: Option<Vec<bool>>,
    period: Option<Span>,
    exclude: bool,
}

impl<'c> Test<'c> {
    fn of_narrowing(columns: &'c Columns, narrowing: &Narrowing) -> Test<'c> {
        Test::new(columns, &narrowing.filter, narrowing.exclude)
    }

    fn new(columns: &'c Columns, filter: &Filter, exclude: bool) -> Test<'c> {
        let named = |list: &[String], wanted: &[String]| {
            (!wanted.is_empty()).then(|| list.iter().map(|name| wanted.contains(name)).collect())
        };
        let within = |unit| filter.places.iter().any(|place| place.contains(unit));
        let first = || Day::new(1, 1, 1);
        let last = || Day::new(9999, 12, 31);
        let period = match (filter.from, filter.to) {
            (None, None) => None,
            (from, to) => {
                from.or_else(first).zip(to.or_else(last)).map(|(from, to)| Span { start: from, end: to })
            }
        };
        Test {
            columns,
            units: (!filter.places.is_empty())
                .then(|| columns.units.iter().map(|unit| within(*unit)).collect()),
            types: named(&columns.types, &filter.types),
            audiences: named(&columns.audiences, &filter.audiences),
            organisers: named(&columns.organisers, &filter.organisers),
            sources: named(&columns.sources, &filter.sources),
            period,
            exclude,
        }
    }

    fn activity(&self, at: ActivityIx) -> bool {
        let columns = self.columns;
        let row = &columns.activities[at.0 as usize];
        let source = || match columns.articles.get(row.article.0 as usize) {
            Some(article) => any(&self.sources, columns.sources_of(article)),
            None => self.sources.is_none(),
        };
        let holds = overlaps(self.period, row.date)
            && any(&self.units, columns.units_of(row).iter().copied())
            && any(&self.types, columns.types_of(row).iter().copied())
            && any(&self.audiences, columns.audiences_of(row).iter().copied())
            && any(&self.organisers, columns.organisers_of(row).iter().copied())
            && source();
        holds != self.exclude
    }

    /// Whether an article without activities passes.
    fn article(&self, at: usize) -> bool {
        let row = &self.columns.articles[at];
        let holds = overlaps(self.period, row.date)
            && any(&self.units, row.unit.into_iter())
            && self.types.is_none()
            && self.audiences.is_none()
            && self.organisers.is_none()
            && any(&self.sources, self.columns.sources_of(row));
        holds != self.exclude
    }
}

fn any(wanted: &Option<Vec<bool>>, mut numbers: impl Iterator<Item = u32>) -> bool {
    wanted.as_ref().is_none_or(|wanted| numbers.any(|n| wanted.get(n as usize) == Some(&true)))
}

fn overlaps(period: Option<Span>, date: Option<Span>) -> bool {
    period.is_none_or(|period| date.is_some_and(|date| date.overlaps(period)))
}
