//! Completions (补全) as someone types, and near misses (相近词) where little is found. Words weighted by use,
//! titles, and values of filters, by characters, by pinyin or by initials; all from the corpus itself.
//!
//! This module does not decide when they are shown, and does not search.

mod fragment;
mod lexicon;
mod near;
mod offer;
mod spelling;
mod titles;

pub(super) use lexicon::Lexicon;
pub use near::near_misses;
pub use offer::complete;

use std::ops::Range;

use super::ArticleIx;
use super::query::FilterKey;

/// One way in which what is being typed may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is shown: a word, a title or a name. Words and titles are folded.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
    /// How many articles contain it; of a filter's value, how many activities it holds for.
    pub count: u32,
    /// The bytes of the typed text that it takes the place of.
    pub replaced: Range<usize>,
    /// What stands there instead: `送清凉`, `地区:渝北区`.
    pub insert: String,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A value of a filter.
    Value(FilterKey),
    /// A word of the texts.
    Word,
    /// The title of an article.
    Title(ArticleIx),
    /// The word before the colon of a filter.
    Key(FilterKey),
}

impl Completion {
    /// The typed text with this in its place, and where the caret then stands, in bytes.
    /// A text that it was not made for stays as it is.
    pub fn applied(&self, typed: &str) -> (String, usize) {
        let (Some(before), Some(after)) = (typed.get(..self.replaced.start), typed.get(self.replaced.end..))
        else {
            return (typed.to_owned(), typed.len());
        };
        (format!("{before}{}{after}", self.insert), before.len() + self.insert.len())
    }
}
