//! The index: which articles hold which pairs of characters, and the folded text on which that is verified.
//!
//! Built once, natively when a corpus is packaged; in the browser decoded and read in place. Articles are
//! numbered newest first, so that order costs nothing at query time. `docs/index-format.md` describes the
//! bytes. This module knows neither queries nor ranking; what it answers through [`Index`] is all that they
//! see of it, so that reading by shards can take its place.

mod alphabet;
mod bits;
mod build;
mod candidates;
mod grams;
mod lists;
mod phrases;
mod texts;

pub(super) use alphabet::Alphabet;
pub(super) use build::build;
pub(super) use candidates::Candidates;
pub(super) use grams::{Block, Grams};
pub(super) use lists::Postings;
pub(super) use phrases::{Phrases, Stem, key};
pub(super) use texts::{Part, Pattern, Texts};

use super::ascending::is_in;

/// How many occurrences in the body one in the title is worth.
const TITLE_WEIGHT: u32 = 3;

/// A gram or a character in more articles than this has a list of activities too.
const FREQUENT: u32 = 1024;

/// An index in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    pub(super) alphabet: Alphabet,
    pub(super) grams: Grams,
    pub(super) phrases: Phrases,
    /// The same of activities, for grams in more than [`FREQUENT`] articles; see [`Index::telling`].
    pub(super) told: Grams,
    pub(super) texts: Texts,
    /// The article that each number stands for, newest first.
    pub(super) order: Vec<super::ArticleIx>,
    /// Characters of each article, by number.
    pub(super) lengths: Vec<u32>,
}

impl Index {
    /// How many articles there are.
    pub(super) fn docs(&self) -> u32 {
        self.order.len() as u32
    }

    /// A folded term to look for; `None` where the corpus lacks one of its characters.
    pub(super) fn pattern(&self, term: &str) -> Option<Pattern> {
        Pattern::new(&self.alphabet, &self.texts, term)
    }

    /// The folded fields of an article, the title first.
    pub(super) fn fields(&self, doc: u32) -> impl Iterator<Item = String> {
        self.texts.fields(doc).map(|field| self.alphabet.text(field))
    }

    /// How often a term stands in an article, the title counted more.
    pub(super) fn weight(&self, doc: u32, term: &Pattern) -> u32 {
        let whole = self.texts.range(doc, Part::Whole);
        let in_title = self.weight_in_title(doc, term);
        self.texts.count(self.texts.range(doc, Part::Title).end..whole.end, term) + in_title
    }

    /// The same for its title alone.
    pub(super) fn weight_in_title(&self, doc: u32, term: &Pattern) -> u32 {
        self.texts.count(self.texts.range(doc, Part::Title), term) * TITLE_WEIGHT
    }

    /// Postings whose weights are counted on the text where the grams do not say them; of other articles than the
    /// hits each counts as one.
    pub(super) fn weighed(&self, mut postings: Postings, term: &Pattern, hits: &[u32]) -> Postings {
        if postings.weights.is_empty() {
            let mut is_hit = is_in(hits);
            for &doc in &postings.docs {
                postings.weights.push(if is_hit(doc) { self.weight(doc, term).max(1) } else { 1 });
            }
        }
        postings
    }

    /// Whether a term stands in an article.
    pub(super) fn holds(&self, doc: u32, term: &Pattern) -> bool {
        self.texts.find(self.texts.range(doc, Part::Whole), term).is_some()
    }
}
