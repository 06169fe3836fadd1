//! Columns of several parts as one: names are listed once, rows are numbered anew. It knows no index.

use super::columns::events;
use super::{ActivityIx, ActivityRow, ArticleIx, ArticleRow, Columns};
use crate::corpus::Corpus;

impl Columns {
    /// Puts the rows of other columns behind these.
    pub(super) fn put(&mut self, other: &Columns) {
        let articles = self.articles.len() as u32;
        let activities = self.activities.len() as u32;
        let mut joined = Columns {
            units: both(&self.units, &other.units),
            types: both(&self.types, &other.types),
            audiences: both(&self.audiences, &other.audiences),
            organisers: both(&self.organisers, &other.organisers),
            sources: both(&self.sources, &other.sources),
            unit_names: std::mem::take(&mut self.unit_names),
            known_units: std::mem::take(&mut self.known_units),
            ..Columns::default()
        };
        for (unit, name) in &other.unit_names {
            joined.unit_names.entry(*unit).or_insert_with(|| name.clone());
        }
        for (unit, names) in &other.known_units {
            joined.known_units.entry(*unit).or_insert_with(|| names.clone());
        }
        joined.take_rows(self, 0, 0);
        joined.take_rows(other, articles, activities);
        joined.link();
        *self = joined;
    }

    /// Takes over rows whose articles and activities start at these numbers.
    fn take_rows(&mut self, part: &Columns, articles: u32, activities: u32) {
        let units = places(&part.units, &self.units);
        let types = places(&part.types, &self.types);
        let audiences = places(&part.audiences, &self.audiences);
        let organisers = places(&part.organisers, &self.organisers);
        let sources = places(&part.sources, &self.sources);
        let put = |to: &[u32], numbers: &[u32]| -> Vec<u32> {
            numbers.iter().filter_map(|at| to.get(*at as usize).copied()).collect()
        };
        for row in &part.articles {
            let one = |to: &[u32], at: Option<u32>| at.and_then(|at| to.get(at as usize).copied());
            self.articles.push(ArticleRow {
                date: row.date,
                unit: one(&units, row.unit),
                sources: row.sources.map(|at| one(&sources, at)),
                activities: 0..0,
            });
        }
        for row in &part.activities {
            let moved = ActivityRow {
                // One of no article stays so.
                article: ArticleIx(row.article.0.saturating_add(articles)),
                date: row.date,
                event: ActivityIx(row.event.0 + activities),
                units: self.keep(put(&units, part.units_of(row))),
                types: self.keep(put(&types, part.types_of(row))),
                audiences: self.keep(put(&audiences, part.audiences_of(row))),
                organisers: self.keep(put(&organisers, part.organisers_of(row))),
            };
            self.activities.push(moved);
        }
    }

    /// Counts events anew, by the links of a corpus with these activities.
    pub(super) fn count_events(&mut self, corpus: &Corpus) {
        for (row, event) in self.activities.iter_mut().zip(events(corpus)) {
            row.event = event;
        }
    }
}

fn both<T: Ord + Clone>(one: &[T], other: &[T]) -> Vec<T> {
    let mut all: Vec<T> = one.iter().chain(other).cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// For each of a part's names its number in the joined list.
fn places<T: Ord>(part: &[T], joined: &[T]) -> Vec<u32> {
    part.iter().map(|name| joined.partition_point(|other| other < name) as u32).collect()
}
