//! The peers: BM25 as textbooks have it, any of the query's tokens, no fields, over words or pairs.

use std::collections::BTreeMap;

use gongxun::corpus::Corpus;
use gongxun::text::fold;

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// An index of tokens.
pub(crate) struct Bm25<F> {
    tokens: F,
    /// For each token the articles with it, and how often.
    postings: BTreeMap<String, BTreeMap<usize, usize>>,
    lengths: Vec<usize>,
}

impl<F: Fn(&str) -> Vec<String>> Bm25<F> {
    /// Reads a corpus, each field by itself.
    pub(crate) fn new(corpus: &Corpus, tokens: F) -> Bm25<F> {
        let mut index = Bm25 { tokens, postings: BTreeMap::new(), lengths: Vec::new() };
        for (at, (_, article)) in corpus.articles().enumerate() {
            let mut length = 0;
            for field in [&article.title].into_iter().chain(&article.paragraphs) {
                for token in index.tokens_of(field) {
                    *index.postings.entry(token).or_default().entry(at).or_insert(0) += 1;
                    length += 1;
                }
            }
            index.lengths.push(length);
        }
        index
    }

    fn tokens_of(&self, text: &str) -> Vec<String> {
        let mut tokens = (self.tokens)(&fold(text).text);
        tokens.retain(|token| token.chars().any(char::is_alphanumeric));
        tokens
    }

    /// The articles with any of the tokens, best first.
    pub(crate) fn ranked(&self, query: &str) -> Vec<usize> {
        let count = self.lengths.len() as f64;
        let average = self.lengths.iter().sum::<usize>() as f64 / count;
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        for token in self.tokens_of(query) {
            let Some(postings) = self.postings.get(&token) else { continue };
            let holding = postings.len() as f64;
            let idf = (1.0 + (count - holding + 0.5) / (holding + 0.5)).ln();
            for (&at, &often) in postings {
                let often = often as f64;
                let norm = K1 * (1.0 - B + B * self.lengths[at] as f64 / average);
                *scores.entry(at).or_insert(0.0) += idf * often * (K1 + 1.0) / (often + norm);
            }
        }
        let mut ranked: Vec<(usize, f64)> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().map(|(at, _)| at).collect()
    }
}

/// Pairs of neighbouring characters within runs of letters, ideographs and figures.
pub(crate) fn pairs(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    let pairs = |run: &str| {
        let chars: Vec<char> = run.chars().collect();
        let size = chars.len().clamp(1, 2);
        chars.windows(size).map(|pair| pair.iter().collect()).collect::<Vec<String>>()
    };
    runs.filter(|run| !run.is_empty()).flat_map(pairs).collect()
}

/// What the first of each ranking are, together.
pub(crate) fn pooled(ranked: [Vec<usize>; 3], depth: usize) -> Vec<usize> {
    let mut pool: Vec<usize> = ranked.into_iter().flat_map(|all| all.into_iter().take(depth)).collect();
    pool.sort_unstable();
    pool.dedup();
    pool
}
