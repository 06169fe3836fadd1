//! What the about page (关于) rests on: figures of the archive, and sections of plain text.

use crate::corpus::Corpus;

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
    Figures {
        bulletins: corpus.bulletins.len(),
        articles: corpus.articles().count(),
        activities: corpus.activities.len(),
        undated: corpus.activities.iter().filter(|activity| activity.date.is_none()).count(),
        unplaced: corpus.activities.iter().filter(|activity| activity.places.is_empty()).count(),
    }
}
