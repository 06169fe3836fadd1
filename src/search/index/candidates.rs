//! Which articles may contain a term, by its grams alone; which activities tell of it.
//!
//! A term of one or two characters is answered by grams exactly; of a longer one they say where to look. This
//! module does not look at text.

use super::grams::{alone, gram};
use super::lists::Postings;
use super::phrases::{OPEN, Stem};
use super::texts::Pattern;
use super::{FREQUENT, Index};
use crate::search::ascending::is_in;

/// Articles that may contain a term.
#[derive(Clone, Debug)]
pub(in crate::search) enum Candidates {
    /// They do, about so often.
    Exact(Postings),
    /// Each is to be looked at; no other contains it.
    Unverified(Vec<u32>),
}

/// How many times longer than the candidates a list may be to be read: reading it takes time too, and what it
/// would strike out is verified anyhow.
const WORTH_READING: usize = 64;

impl Candidates {
    /// The articles, ascending.
    pub(in crate::search) fn docs(&self) -> &[u32] {
        match self {
            Candidates::Exact(postings) => &postings.docs,
            Candidates::Unverified(docs) => docs,
        }
    }
}

impl Index {
    /// What grams say of a term.
    pub(in crate::search) fn candidates(&self, term: &Pattern) -> Candidates {
        match *term.numbers() {
            [only] if only > 0 => return Candidates::Exact(self.grams.postings_of_first(only)),
            [first, second] if first > 0 && second > 0 => {
                return Candidates::Exact(self.grams.postings(gram(first, second)));
            }
            _ => {}
        }
        let pairs = || term.numbers().windows(2).map(|pair| (pair[0], pair[1]));
        let whole = pairs().filter(|(first, second)| *first > 0 && *second > 0);
        let whole = whole.map(|(first, second)| gram(first, second));
        let mut grams: Vec<(u32, u32)> = whole.map(|gram| (self.grams.count(gram), gram)).collect();
        grams.sort_unstable();
        grams.dedup();
        let Some((&(least, rarest), others)) = grams.split_first() else {
            // No two letters, ideographs or figures: at most single ones, else all of the text is searched.
            return Candidates::Unverified(match term.numbers().iter().find(|number| **number > 0) {
                Some(&only) => self.grams.postings_of_first(only).docs,
                _ => (0..self.docs()).collect(),
            });
        };
        if least as usize > OPEN && pairs().all(|(first, second)| first > 0 && second > 0) {
            return self.along(term.numbers());
        }
        let mut docs = self.grams.postings(rarest).docs;
        for &(count, gram) in others {
            if count as usize > WORTH_READING * docs.len() {
                break;
            }
            let other = self.grams.postings(gram).docs;
            let mut in_other = is_in(&other);
            docs.retain(|doc| in_other(*doc));
        }
        Candidates::Unverified(docs)
    }

    /// The same for a string of frequent grams: from one listed beginning to the next, until few articles are
    /// left open or the term has ended. It weighs as much as its least gram.
    fn along(&self, numbers: &[u32]) -> Candidates {
        let mut held = Postings::default();
        let mut stem = None;
        for pair in numbers.windows(2) {
            let last = gram(pair[0], pair[1]);
            let own = self.grams.postings(last);
            let Some(begun) = stem else {
                (held, stem) = (own, Some(Stem::Gram(last)));
                continue;
            };
            let open = held.with(&own);
            if open.len() <= OPEN {
                return Candidates::Unverified(open.docs);
            }
            let Some(number) = self.phrases.find(begun, pair[1]) else {
                return Candidates::Exact(Postings::default());
            };
            (held, stem) = (self.phrases.list(number, &open), Some(Stem::Phrase(number)));
        }
        Candidates::Exact(held)
    }

    /// How many articles contain a pair of characters; a character alone counts as in all of them, which is not
    /// looked up.
    pub(in crate::search) fn most(&self, pair: &Pattern) -> usize {
        let most = match *pair.numbers() {
            [first, second] if first > 0 && second > 0 => self.grams.count(gram(first, second)),
            _ => self.docs(),
        };
        most as usize
    }

    /// How many articles contain a folded term.
    pub(in crate::search) fn articles_with(&self, term: &str) -> u32 {
        let Some(pattern) = self.pattern(term) else { return 0 };
        match self.candidates(&pattern) {
            Candidates::Exact(postings) => postings.len() as u32,
            Candidates::Unverified(docs) => {
                docs.into_iter().filter(|doc| self.holds(*doc, &pattern)).count() as u32
            }
        }
    }

    /// The characters that stand after the one and before the other somewhere, perhaps not in one place, each
    /// with the most articles that can hold it there; `None` is any neighbour. Only those that `may` allows are
    /// looked up.
    pub(in crate::search) fn standing_between(
        &self,
        before: Option<char>,
        after: Option<char>,
        may: impl Fn(char) -> bool,
    ) -> Vec<(char, u32)> {
        let number = |c: char| self.alphabet.gram_number(c);
        let all = self.alphabet.chars().len().min(0xFFFE) as u32;
        let follow = match before {
            Some(before) => self.grams.seconds(number(before)),
            None => (1..=all).map(|c| (c, u32::MAX)).collect(),
        };
        let char_of = |c: u32| self.alphabet.chars().get((c as usize).checked_sub(1)?).copied();
        let allowed =
            follow.into_iter().filter_map(|(c, count)| Some((c, count, char_of(c).filter(|c| may(*c))?)));
        let between = allowed.map(|(number_of, count, c)| {
            let most =
                after.map_or(count, |after| count.min(self.grams.count(gram(number_of, number(after)))));
            (c, most)
        });
        between.filter(|(_, most)| *most > 0).collect()
    }

    /// The activities that a term of one or two characters selects by the article's title, their own or their
    /// passage, out of the articles that have several; `None` where that is to be looked up in the text.
    /// `articles` is how many contain the term.
    pub(in crate::search) fn telling(&self, term: &Pattern, articles: usize) -> Option<Vec<u32>> {
        let gram = match *term.numbers() {
            [only] if only > 0 => alone(only),
            [first, second] if first > 0 && second > 0 => gram(first, second),
            _ => return None,
        };
        (articles > FREQUENT as usize).then(|| self.told.postings(gram).docs)
    }
}
