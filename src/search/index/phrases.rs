//! Strings of three characters or more whose grams leave many articles open → the articles that contain them.
//!
//! 总工 and 工会 may stand in nearly all articles; which of these hold 总工会 would take a reading of all their
//! text. So a string is listed here where its beginning (but for the last character) and its last gram stand
//! together in more than [`OPEN`] articles: out of these, those that hold it, which is nearly all or few. What
//! occurs, leaves so many open and is not listed does not exist. This module does not look at text.

use std::collections::HashMap;
use std::ops::Range;

use bytes::Bytes;

use super::bits::{BitReader, BitWriter};
use super::grams::{Grams, gram};
use super::lists::{self, Postings};
use crate::search::ascending::is_in;

/// How many articles may be looked through for a term.
pub(super) const OPEN: usize = 512;

/// The strings, each by the one that it goes on from and its last character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Phrases {
    /// Ascending; the place of a string is its number.
    pub(in crate::search) keys: Vec<u64>,
    /// Where the list of each starts.
    pub(in crate::search) starts: Vec<u32>,
    pub(in crate::search) bytes: Bytes,
}

/// What a string goes on from: a gram, or another string by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Stem {
    Gram(u32),
    Phrase(u32),
}

/// Strings of grams come first, and a string after the one that it goes on from.
pub(in crate::search) fn key(stem: Stem, last: u32) -> u64 {
    let stem = match stem {
        Stem::Gram(gram) => u64::from(gram),
        Stem::Phrase(number) => 1 << 32 | u64::from(number),
    };
    stem << 16 | u64::from(last & 0xFFFF)
}

impl Phrases {
    /// A string's number.
    pub(super) fn find(&self, stem: Stem, last: u32) -> Option<u32> {
        self.keys.binary_search(&key(stem, last)).ok().map(|at| at as u32)
    }

    /// Those of the articles that its beginning and its last gram leave open that contain a string.
    pub(super) fn list(&self, number: u32, open: &Postings) -> Postings {
        let bounds = |at: usize| self.starts.get(at).map_or(self.bytes.len(), |start| *start as usize);
        let at = number as usize;
        let bytes = self.bytes.get(bounds(at)..bounds(at + 1)).unwrap_or_default();
        let mut bits = BitReader::new(bytes);
        let all = open.len() as u32;
        let count = (bits.gamma() - 1).min(all);
        let mut postings = Postings::default();
        lists::read(&mut bits, all, count, false, |place, _| {
            postings.docs.push(open.docs[place as usize]);
            postings.weights.push(open.weights[place as usize]);
        });
        postings
    }
}

/// The strings of texts, each text as the numbers of its characters with 0 for what has no grams.
pub(super) fn build(texts: &[Vec<u32>], grams: &Grams) -> Phrases {
    let frequent = Frequent::of(grams);
    let mut built = Phrases::default();
    let mut bytes = Vec::new();
    let mut stems: HashMap<u32, Postings> = HashMap::new();
    let mut places = frequent.places(texts);
    while !places.is_empty() {
        // By string, then by article.
        places.sort_unstable();
        let (mut longer, mut next) = (HashMap::new(), Vec::new());
        for same in places.chunk_by(|a, b| a.key == b.key) {
            let Place { key, doc, end } = same[0];
            let text = &texts[doc as usize];
            let Some(last) = frequent.docs(gram(text[end - 2], text[end - 1])) else { continue };
            let stem = match key >> 48 {
                0 => frequent.docs((key >> 16) as u32),
                _ => stems.get(&((key >> 16) as u32)),
            };
            let open = stem.map(|stem| stem.with(last)).unwrap_or_default();
            if open.len() <= OPEN {
                continue;
            }
            let mut docs: Vec<u32> = same.iter().map(|place| place.doc).collect();
            docs.dedup();
            built.starts.push(bytes.len() as u32);
            bytes.append(&mut list(&open.docs, &docs));
            let number = built.keys.len() as u32;
            built.keys.push(key);
            if docs.len() > OPEN {
                next.extend(same.iter().filter_map(|place| frequent.longer(texts, *place, number)));
                longer.insert(number, Postings { docs, weights: Vec::new() });
            }
        }
        (stems, places) = (longer, next);
    }
    built.bytes = bytes.into();
    built
}

/// The bits of a list: how many, and their places among the open ones.
fn list(open: &[u32], docs: &[u32]) -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.gamma(docs.len() as u32 + 1);
    let mut holds = is_in(docs);
    let places = (0u32..).zip(open).filter(|(_, doc)| holds(**doc));
    let places: Vec<(u32, u32)> = places.map(|(place, _)| (place, 1)).collect();
    lists::write(&mut bits, open.len() as u32, &places, false);
    bits.finish()
}

/// Where a string stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    key: u64,
    doc: u32,
    end: usize,
}

/// Grams in more than [`OPEN`] articles.
struct Frequent {
    grams: Vec<u32>,
    docs: Vec<Postings>,
    /// Where the grams of each first character are.
    of_first: Vec<Range<usize>>,
}

impl Frequent {
    fn of(grams: &Grams) -> Frequent {
        let all = grams.frequent(OPEN as u32);
        let docs = all.iter().map(|gram| Postings { weights: Vec::new(), ..grams.postings(*gram) }).collect();
        let firsts = all.last().map_or(0, |gram| (gram >> 16) as usize + 1);
        let mut of_first = vec![0..0; firsts];
        let mut at = 0;
        for same in all.chunk_by(|a, b| a >> 16 == b >> 16) {
            of_first[(same[0] >> 16) as usize] = at..at + same.len();
            at += same.len();
        }
        Frequent { grams: all, docs, of_first }
    }

    #[inline]
    fn number(&self, gram: u32) -> Option<usize> {
        let own = self.of_first.get((gram >> 16) as usize)?;
        self.grams[own.clone()].binary_search(&gram).ok().map(|at| own.start + at)
    }

    fn docs(&self, gram: u32) -> Option<&Postings> {
        self.docs.get(self.number(gram)?)
    }

    /// Where two frequent grams follow one another.
    fn places(&self, texts: &[Vec<u32>]) -> Vec<Place> {
        let mut places = Vec::new();
        for (doc, text) in (0u32..).zip(texts) {
            let mut before = None;
            for (at, pair) in text.windows(2).enumerate() {
                let here = gram(pair[0], pair[1]);
                let known = pair[0] > 0 && pair[1] > 0 && self.number(here).is_some();
                if let (Some(before), true) = (before, known) {
                    places.push(Place { key: key(Stem::Gram(before), pair[1]), doc, end: at + 2 });
                }
                before = known.then_some(here);
            }
        }
        places
    }

    /// A string's place gone on by one character, where its last gram is frequent, too.
    fn longer(&self, texts: &[Vec<u32>], place: Place, number: u32) -> Option<Place> {
        let text = texts.get(place.doc as usize)?;
        let next = *text.get(place.end).filter(|next| **next > 0)?;
        self.number(gram(*text.get(place.end - 1)?, next))?;
        Some(Place { key: key(Stem::Phrase(number), next), end: place.end + 1, ..place })
    }
}
