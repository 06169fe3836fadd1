//! Which articles may contain a term, by its grams alone; which activities tell of it.
//!
//! A term of one or two characters is answered by grams exactly; of a longer one they say where to look. This
//! module does not look at text.

use super::grams::{Postings, gram};
use super::texts::Pattern;
use super::{FREQUENT, Index, alone};

/// Articles that may contain a term.
#[derive(Clone, Debug)]
pub(in crate::search) enum Candidates {
    /// They do, so often.
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
        let pairs = term.numbers().windows(2).filter(|pair| pair[0] > 0);
        let mut grams: Vec<(u32, u32)> =
            pairs.map(|pair| gram(pair[0], pair[1])).map(|gram| (self.grams.count(gram), gram)).collect();
        grams.sort_unstable();
        grams.dedup();
        let Some((&(_, rarest), others)) = grams.split_first() else {
            // No two letters, ideographs or figures: at most the last is one, else all of the text is searched.
            return Candidates::Unverified(match term.numbers().last() {
                Some(&last) if last > 0 => self.grams.postings_of_first(last).docs,
                _ => (0..self.docs()).collect(),
            });
        };
        let mut docs = self.grams.postings(rarest).docs;
        for &(count, gram) in others {
            if count as usize > WORTH_READING * docs.len() {
                break;
            }
            let mut other = self.grams.postings(gram).docs.into_iter().peekable();
            docs.retain(|doc| {
                while other.next_if(|other| other < doc).is_some() {}
                other.peek() == Some(doc)
            });
        }
        Candidates::Unverified(docs)
    }

    /// How many articles contain a folded term.
    pub(in crate::search) fn articles_with(&self, term: &str) -> u32 {
        let Some(pattern) = self.pattern(term) else { return 0 };
        match self.candidates(&pattern) {
            Candidates::Exact(postings) => postings.len() as u32,
            Candidates::Unverified(docs) => {
                docs.into_iter().filter(|doc| self.weight(*doc, &pattern) > 0).count() as u32
            }
        }
    }

    /// The characters that stand after the one and before the other somewhere, perhaps not in one place;
    /// `None` is any neighbour. Only those that `may` allows are looked up.
    pub(in crate::search) fn standing_between(
        &self,
        before: Option<char>,
        after: Option<char>,
        may: impl Fn(char) -> bool,
    ) -> Vec<char> {
        let number = |c: char| super::build::indexed(&self.alphabet, c);
        let all = self.alphabet.chars().len().min(0xFFFE) as u32;
        let follow = before.map_or_else(|| (1..=all).collect(), |c| self.grams.seconds(number(c)));
        let precedes = |c: u32| after.is_none_or(|after| self.grams.count(gram(c, number(after))) > 0);
        let char_of = |c: u32| self.alphabet.chars().get((c as usize).checked_sub(1)?).copied();
        let allowed = follow.into_iter().filter_map(|c| Some((c, char_of(c).filter(|c| may(*c))?)));
        allowed.filter(|(number, _)| precedes(*number)).map(|(_, c)| c).collect()
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
