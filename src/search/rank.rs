//! Ranking: BM25 over terms and words, title above body, near together above scattered, newer first among
//! equals. This module does not decide what is found.

use super::index::{Index, Part, Pattern, Postings};

/// How soon more of a word adds no more: higher is later.
const K1: f32 = 0.8;
/// How much length counts against an article: 0 not at all, 1 in full.
const B: f32 = 0.25;
/// What a pair of a term's characters weighs beside the term: it brings up what is about the same elsewhere.
pub(super) const PAIR: f32 = 0.4;
/// How many of the best are looked at for terms near together.
const LOOKED_AT: usize = 64;
/// What terms side by side add at most, in parts of the score.
const NEARNESS: f32 = 0.3;
/// Scores that differ by less than one part in so many are equal, and the newer article comes first.
const GRADES: f32 = 500.0;

/// What BM25 adds to a frequency below the line, for each article by its length.
pub(super) fn norms(index: &Index) -> Vec<f32> {
    let docs = index.docs().max(1) as f32;
    let average = (index.lengths.iter().map(|chars| u64::from(*chars)).sum::<u64>() as f32 / docs).max(1.0);
    index.lengths.iter().map(|chars| K1 * (1.0 - B + B * *chars as f32 / average)).collect()
}

/// How much a term tells that so many of all articles hold.
pub(super) fn idf(docs: usize, holding: usize) -> f32 {
    let (docs, holding) = (docs as f32, holding as f32);
    (1.0 + (docs - holding + 0.5) / (holding + 0.5)).ln()
}

/// Scores by article number.
pub(super) struct Scores<'n> {
    scores: Vec<f32>,
    norms: &'n [f32],
}

impl Scores<'_> {
    pub(super) fn new(norms: &[f32]) -> Scores<'_> {
        Scores { scores: vec![0.0; norms.len()], norms }
    }

    /// The score of an article.
    pub(super) fn of(&self, doc: u32) -> f32 {
        self.scores.get(doc as usize).copied().unwrap_or(0.0)
    }

    /// Adds what a term says of the articles that contain it, and gives what the term weighs.
    pub(super) fn add(&mut self, postings: &Postings, share: f32) -> f32 {
        let idf = idf(self.scores.len(), postings.len());
        let own = share * idf * (K1 + 1.0);
        for (at, &doc) in postings.docs.iter().enumerate() {
            let (Some(score), Some(norm)) = (self.scores.get_mut(doc as usize), self.norms.get(doc as usize))
            else {
                continue;
            };
            let weight = postings.weights.get(at).map_or(1.0, |weight| *weight as f32);
            *score += own * weight / (weight + norm);
        }
        share * idf
    }

    /// The articles with their scores, best first, newer first among equals.
    pub(super) fn ranked(&self, docs: &[u32]) -> Vec<(u32, f32)> {
        let score = |doc: u32| self.of(doc);
        let best = docs.iter().map(|doc| score(*doc)).fold(0.0f32, f32::max);
        let grade = if best > 0.0 { GRADES / best } else { 0.0 };
        // Sorted by counting: the best grade first; within each, numbers ascend, which is newest first.
        let worst = GRADES as usize;
        let place = |doc: u32| worst - ((score(doc) * grade) as usize).min(worst);
        let mut starts = vec![0u32; worst + 2];
        docs.iter().for_each(|doc| starts[place(*doc) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut ranked = vec![(0, 0.0); docs.len()];
        for &doc in docs {
            let start = &mut starts[place(doc)];
            ranked[*start as usize] = (doc, score(doc));
            *start += 1;
        }
        ranked
    }
}

/// Moves up those of the best articles in which the terms stand near together.
pub(super) fn near_first(index: &Index, terms: &[Pattern], ranked: &mut [(u32, f32)]) {
    if terms.len() < 2 {
        return;
    }
    let count = ranked.len().min(LOOKED_AT);
    let Some(best) = ranked.get_mut(..count) else { return };
    for (doc, score) in best.iter_mut() {
        *score *= 1.0 + NEARNESS * nearness(index, terms, *doc);
    }
    let top = best.iter().map(|(_, score)| *score).fold(0.0f32, f32::max).max(f32::MIN_POSITIVE);
    best.sort_by_key(|(doc, score)| (std::cmp::Reverse((score / top * GRADES) as u32), *doc));
}

/// 1 where all terms stand side by side, less the farther apart they are at their nearest, 0 where one is
/// missing.
fn nearness(index: &Index, terms: &[Pattern], doc: u32) -> f32 {
    let range = index.texts.range(doc, Part::Whole);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        let before = places.len();
        let mut from = range.start;
        while let Some(at) = index.texts.find(from..range.end, term).filter(|_| places.len() < before + 32) {
            places.push((at, number));
            from = at + term.len();
        }
        if places.len() == before {
            return 0.0;
        }
    }
    places.sort_unstable();
    let mut last = vec![None; terms.len()];
    let mut nearest = usize::MAX;
    for (at, number) in places {
        last[number] = Some(at);
        if let Some(first) = last.iter().copied().min().flatten() {
            nearest = nearest.min(at + terms[number].len() - first);
        }
    }
    let own: usize = terms.iter().map(Pattern::len).sum();
    own as f32 / nearest.max(own) as f32
}
