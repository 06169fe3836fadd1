//! The folded text of every article in its corpus' alphabet, to verify candidates on: bytes that are searched
//! as they stand.
//!
//! An article's fields follow one another, each closed by [`END`]; then the titles of its activities, where it
//! has several. This module does not rank.

use std::ops::Range;

use bytes::Bytes;

use super::alphabet::{Alphabet, END};

/// The texts of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Texts {
    pub(in crate::search) bytes: Bytes,
    /// Where each article starts, and the end of the last.
    pub(in crate::search) starts: Vec<u32>,
    /// Where the fields of each article end and titles of activities begin.
    pub(in crate::search) ends: Vec<u32>,
    /// For each activity, its title and its passage; empty where its article has no other.
    pub(in crate::search) told: Vec<[u32; 4]>,
    pub(in crate::search) stops: u32,
    /// How often each byte occurs in the first texts.
    pub(in crate::search) often: Vec<u32>,
}

/// How many bytes tell how often each occurs.
const COUNTED: usize = 1 << 18;

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Part {
    /// The title of an article.
    Title,
    /// Everything of an article.
    Whole,
}

/// A folded term in the corpus' alphabet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Pattern {
    bytes: Vec<u8>,
    /// The place of its rarest byte.
    rare: usize,
    /// Its characters as grams have them.
    numbers: Vec<u32>,
}

impl Pattern {
    /// The term, or `None` where the corpus lacks one of its characters.
    pub(in crate::search) fn new(alphabet: &Alphabet, texts: &Texts, term: &str) -> Option<Pattern> {
        let bytes = alphabet.bytes(term).filter(|bytes| !bytes.is_empty())?;
        let often = |at: usize| texts.often.get(usize::from(bytes[at])).copied().unwrap_or(0);
        let rare = (0..bytes.len()).min_by_key(|&at| often(at)).unwrap_or(0);
        let numbers = term.chars().map(|c| alphabet.gram_number(c)).collect();
        Some(Pattern { bytes, rare, numbers })
    }

    /// Its bytes, as many as a text has of it.
    pub(in crate::search) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Its characters as grams have them: 0 for what is no letter, ideograph or figure.
    pub(in crate::search) fn numbers(&self) -> &[u32] {
        &self.numbers
    }
}

impl Texts {
    /// Counts some bytes, so that a search can go by the rarest of a pattern.
    pub(in crate::search) fn counted(mut self) -> Texts {
        self.often = vec![0; 256];
        for &byte in self.bytes.iter().take(COUNTED) {
            self.often[usize::from(byte)] += 1;
        }
        self
    }

    /// The bytes of a part of an article.
    pub(in crate::search) fn range(&self, doc: u32, part: Part) -> Range<usize> {
        let at = doc as usize;
        let (Some(&start), Some(&end)) = (self.starts.get(at), self.ends.get(at)) else { return 0..0 };
        let whole = start as usize..end as usize;
        match part {
            Part::Whole => whole,
            Part::Title => {
                let bytes = self.bytes.get(whole.clone()).unwrap_or_default();
                whole.start..whole.start + memchr::memchr(END, bytes).unwrap_or(bytes.len())
            }
        }
    }

    /// The bytes of an article on from its title's first.
    pub(in crate::search) fn bytes_from(&self, doc: u32) -> &[u8] {
        let start = self.starts.get(doc as usize).map_or(self.bytes.len(), |start| *start as usize);
        self.bytes.get(start..).unwrap_or_default()
    }

    /// Whether an article's title begins with a pattern.
    pub(in crate::search) fn begins(&self, doc: u32, pattern: &Pattern) -> bool {
        self.bytes_from(doc).starts_with(&pattern.bytes)
    }

    /// The bytes of each field of an article, the title first.
    pub(in crate::search) fn fields(&self, doc: u32) -> impl Iterator<Item = &[u8]> {
        let whole = self.bytes.get(self.range(doc, Part::Whole)).unwrap_or_default();
        whole.strip_suffix(&[END]).unwrap_or(whole).split(|byte| *byte == END)
    }

    /// The bytes of an activity's title and passage.
    pub(in crate::search) fn told(&self, activity: usize) -> [Range<usize>; 2] {
        let [a, b, c, d] = self.told.get(activity).copied().unwrap_or_default();
        [a as usize..b as usize, c as usize..d as usize]
    }

    /// The first place of a pattern in a range, from a byte on.
    #[inline]
    pub(in crate::search) fn find(&self, range: Range<usize>, pattern: &Pattern) -> Option<usize> {
        let text = self.bytes.get(range.clone())?;
        let last = text.len().checked_sub(pattern.bytes.len())?;
        let rare = *pattern.bytes.get(pattern.rare)?;
        let mut from = 0;
        while from <= last {
            let window = text.get(from + pattern.rare..last + pattern.rare + 1)?;
            let at = from + memchr::memchr(rare, window)?;
            // A character starts where the byte before it ends one.
            let starts = at == 0 || u32::from(text[at - 1]) < self.stops;
            if starts && text[at..].starts_with(&pattern.bytes) {
                return Some(range.start + at);
            }
            from = at + 1;
        }
        None
    }

    /// How often a pattern stands in a range, overlapping places counted apart.
    pub(in crate::search) fn count(&self, range: Range<usize>, pattern: &Pattern) -> u32 {
        let mut count = 0;
        let mut from = range.start;
        while let Some(at) = self.find(from..range.end, pattern) {
            count += 1;
            from = at + 1;
            // Past the rest of the first character, so that the search starts at a character again.
            while from < range.end && u32::from(self.bytes[from - 1]) >= self.stops {
                from += 1;
            }
        }
        count
    }
}
