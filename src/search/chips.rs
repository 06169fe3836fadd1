//! Chips: what was understood of a query, part by part, so that each can be shown and taken away.
//!
//! This module makes data; a view draws it.

use std::ops::Range;

use super::Columns;
use super::filter::Narrowing;
use super::narrow::narrowing;
use super::query::{FilterKey, Query};

/// A part of a query, as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Where it stands in what was typed, in bytes: a view takes the part away by cutting that out.
    pub typed: Range<usize>,
    /// Whether it is what must not be.
    pub exclude: bool,
    /// What it is.
    pub means: Meaning,
}

/// What a part of a query is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Terms, one of which stands in the text.
    Words(Vec<String>),
    /// The same in the title.
    InTitle(Vec<String>),
    /// A filter, with the values that it stands for in this corpus, by their names.
    Filter(FilterKey, Vec<String>),
    /// A filter of which a value means nothing here, so that it is looked for as text.
    Unknown(FilterKey, Vec<String>),
}

pub(super) fn chips(columns: &Columns, query: &Query) -> Vec<Chip> {
    let words = query.clauses.iter().map(|clause| {
        let terms = clause.any_of.iter().map(|term| term.text.clone()).collect();
        let means = if clause.in_title { Meaning::InTitle(terms) } else { Meaning::Words(terms) };
        Chip { typed: clause.typed.clone(), exclude: clause.exclude, means }
    });
    let filters = query.filters.iter().map(|filter| {
        let means = match narrowing(columns, filter) {
            Some(narrowing) => Meaning::Filter(filter.key, names(columns, &narrowing)),
            None => Meaning::Unknown(filter.key, filter.any_of.clone()),
        };
        Chip { typed: filter.typed.clone(), exclude: filter.exclude, means }
    });
    let mut chips: Vec<Chip> = words.chain(filters).collect();
    chips.sort_by_key(|chip| chip.typed.start);
    chips
}

/// The values of a filter as a person names them; a period as `2024-05-01..2024-07-31`.
fn names(columns: &Columns, narrowing: &Narrowing) -> Vec<String> {
    let filter = &narrowing.filter;
    let places = filter.places.iter().map(|unit| match columns.unit_names.get(unit) {
        Some(name) => name.clone(),
        None => match columns.known_units.get(unit).and_then(|names| names.first()) {
            Some(name) => name.clone(),
            None => unit.to_string(),
        },
    });
    let lists = [&filter.types, &filter.audiences, &filter.organisers, &filter.sources];
    let mut names: Vec<String> = places.chain(lists.into_iter().flatten().cloned()).collect();
    if filter.from.is_some() || filter.to.is_some() {
        let day = |day: Option<crate::date::Day>| day.map_or(String::new(), |day| day.to_string());
        names.push(format!("{}..{}", day(filter.from), day(filter.to)));
    }
    names
}
