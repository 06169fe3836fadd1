//! Columns of several parts as one: names are listed once, rows are numbered anew. It knows no index.

use super::{ActivityRow, ArticleRow, Columns, events};
use crate::corpus::Corpus;
use crate::search::{ActivityIx, ArticleIx};

impl Columns {
    /// The rows of several parts, one behind the other; events are those of the corpus that all were made of.
    pub(in crate::search) fn joined(parts: &[&Columns], corpus: &Corpus) -> Columns {
        let mut joined = Columns {
            units: all(parts, |part| &part.units),
            types: all(parts, |part| &part.types),
            audiences: all(parts, |part| &part.audiences),
            organisers: all(parts, |part| &part.organisers),
            sources: all(parts, |part| &part.sources),
            ..Columns::default()
        };
        for part in parts {
            for (unit, name) in &part.unit_names {
                joined.unit_names.entry(*unit).or_insert_with(|| name.clone());
            }
            for (unit, names) in &part.known_units {
                joined.known_units.entry(*unit).or_insert_with(|| names.clone());
            }
            joined.take_rows(part);
        }
        for (row, event) in joined.activities.iter_mut().zip(events(corpus)) {
            row.event = event;
        }
        joined.link();
        joined
    }

    /// Takes over the rows of a part.
    fn take_rows(&mut self, part: &Columns) {
        let (articles, activities) = (self.articles.len() as u32, self.activities.len() as u32);
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
}

/// What occurs in any of the parts.
fn all<T: Ord + Clone>(parts: &[&Columns], list: fn(&Columns) -> &Vec<T>) -> Vec<T> {
    let mut all: Vec<T> = parts.iter().flat_map(|part| list(part)).cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// For each of a part's names its number in the joined list.
fn places<T: Ord>(part: &[T], joined: &[T]) -> Vec<u32> {
    part.iter().map(|name| joined.partition_point(|other| other < name) as u32).collect()
}
