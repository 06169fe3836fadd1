//! What the about page (关于) rests on: figures of the archive, and sections of plain text.

use crate::corpus::{Activity, Corpus, Place, PlaceBasis};

/// The archive in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many bulletins.
    pub bulletins: usize,
    /// How many articles.
    pub articles: usize,
    /// How many activities.
    pub activities: usize,
    /// How many of them have no date.
    pub undated: usize,
    /// How many of them have no place.
    pub unplaced: usize,
    /// How many have a date whose year their own words do not give.
    pub year_inferred: usize,
    /// How many have places, none of which the text names as such.
    pub place_inferred: usize,
}

/// A heading and its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

impl Section {
    /// A section of these words.
    pub fn new(title: &'static str, paragraphs: Vec<String>) -> Section {
        Section { title, paragraphs }
    }
}

/// Counts a corpus.
pub fn figures(corpus: &Corpus) -> Figures {
    let count = |holds: fn(&Activity) -> bool| corpus.activities.iter().filter(|&one| holds(one)).count();
    Figures {
        bulletins: corpus.bulletins.len(),
        articles: corpus.articles().count(),
        activities: corpus.activities.len(),
        undated: count(|activity| activity.date.is_none()),
        unplaced: count(|activity| activity.places.is_empty()),
        year_inferred: count(|activity| activity.date.as_ref().is_some_and(|date| date.year_basis.is_some())),
        place_inferred: count(|activity| {
            let told = |place: &Place| place.basis == PlaceBasis::Text;
            !activity.places.is_empty() && !activity.places.iter().any(told)
        }),
    }
}
