//! The relaxed search: where nothing holds all of a query, its words one by one. This module does not rank.

use super::ascending::is_in;
use super::engine::{Engine, Hits, Wanted};
use super::query::{Clause, Term};
use super::rank::idf;

/// How much an article must hold of what the words tell, in parts of the most that any holds: higher is fewer. Without
/// it, what shares only a word that stands nearly everywhere follows by the thousand what shares the rare one.
const SHARE: f32 = 0.3;

/// Of the articles of all parts, leaves those that hold enough of the words of the one wanted clause, each word
/// weighed by how rare it is among all `docs` articles.
pub(super) fn keep_telling(held: &mut [Hits], docs: usize) {
    let mut holding: Vec<usize> = Vec::new();
    for (hits, word) in words_of(held) {
        let mut holds = is_in(&word.postings.docs);
        let count = hits.docs.iter().filter(|doc| holds(**doc)).count();
        holding.resize(holding.len().max(word.term + 1), 0);
        holding[word.term] += count;
    }
    let tells: Vec<f32> = holding.into_iter().map(|count| idf(docs, count)).collect();
    let told: Vec<Vec<f32>> = held.iter().map(|hits| told(hits, &tells)).collect();
    let least = told.iter().flatten().copied().fold(0.0, f32::max) * SHARE;
    for (hits, told) in held.iter_mut().zip(told) {
        let mut told = told.into_iter();
        hits.docs.retain(|_| told.next().is_some_and(|told| told >= least));
    }
}

fn words_of(held: &[Hits]) -> impl Iterator<Item = (&Hits, &Wanted)> {
    held.iter()
        .flat_map(|hits| hits.clauses.iter().flat_map(move |(words, _)| words.iter().map(move |w| (hits, w))))
}

/// What the words in each article tell together.
fn told(hits: &Hits, tells: &[f32]) -> Vec<f32> {
    let mut told = vec![0.0; hits.docs.len()];
    for word in hits.clauses.iter().flat_map(|(words, _)| words) {
        let mut holds = is_in(&word.postings.docs);
        for (told, doc) in told.iter_mut().zip(&hits.docs) {
            *told += if holds(*doc) { tells[word.term] } else { 0.0 };
        }
    }
    told
}

impl Engine {
    /// The wanted words one by one as alternatives; exclusions stay.
    pub(super) fn one_by_one(&self, clauses: &[Clause]) -> Vec<Clause> {
        let any_of: Vec<Term> = self
            .words(clauses)
            .into_iter()
            .map(|word| Term { text: word.clone(), folded: word, quoted: false })
            .collect();
        let mut relaxed: Vec<Clause> = clauses.iter().filter(|clause| clause.exclude).cloned().collect();
        // Nothing to look for is not everything.
        relaxed.push(Clause { any_of, exclude: false, in_title: false, typed: 0..0 });
        relaxed
    }

    /// The words of the wanted terms; those of one character only where a term has no other.
    fn words(&self, clauses: &[Clause]) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for term in clauses.iter().filter(|clause| !clause.exclude).flat_map(|clause| &clause.any_of) {
            let all = self.segmenter.words(&term.folded);
            let said: Vec<&str> =
                all.into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
            let long = said.iter().any(|word| word.chars().count() > 1);
            let kept = said.iter().filter(|word| !long || word.chars().count() > 1);
            words.extend(kept.map(|word| (*word).to_owned()));
        }
        words.sort_unstable();
        words.dedup();
        words
    }
}
