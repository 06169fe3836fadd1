//! Articles that match in part: below those that contain a query, those that share its pairs of characters,
//! most telling first. They are offered, not found: no count includes them.

use std::collections::HashSet;

use super::ArticleIx;
use super::engine::{Engine, Found, Hit};
use super::index::{Candidates, Pattern};
use super::query::{Query, Term};
use super::rank::Scores;

/// How much of a query an article must share, in parts of the most that any shares.
const SHARED: f32 = 0.05;
/// How strongly an article is preferred that shares more of the query's different pairs: 0 not at all.
const COVERAGE: f32 = 0.5;

impl Engine {
    /// Articles beyond those found that share most with the query's wanted terms, best first, at most so many.
    /// A view shows them under a line that says so, where few were found.
    pub fn sharing(&self, query: &Query, found: &Found, limit: usize) -> Vec<Hit> {
        let pairs: Vec<Pattern> = query.wanted().flat_map(|term| self.pairs(term)).collect();
        if pairs.is_empty() {
            return Vec::new();
        }
        let mut scores = Scores::new(&self.norms);
        let mut covered = vec![0.0f32; self.index.docs() as usize];
        let mut all = 0.0;
        for pair in &pairs {
            let Candidates::Exact(postings) = self.index.candidates(pair) else { continue };
            let own = postings.docs.clone();
            let postings = self.index.weighed(postings, pair, &own);
            let weight = scores.add(&postings, 1.0);
            all += weight;
            for doc in &postings.docs {
                if let Some(covered) = covered.get_mut(*doc as usize) {
                    *covered += weight;
                }
            }
        }
        let mut hidden = vec![false; covered.len()];
        let mut hide = |doc: u32| {
            if let Some(hidden) = hidden.get_mut(doc as usize) {
                *hidden = true;
            }
        };
        let found: HashSet<ArticleIx> = found.articles.iter().map(|hit| hit.article).collect();
        let order = (0u32..).zip(&self.index.order);
        order.filter(|(_, article)| found.contains(article)).for_each(|(doc, _)| hide(doc));
        for clause in query.clauses.iter().filter(|clause| clause.exclude) {
            for pattern in clause.any_of.iter().filter_map(|term| self.index.pattern(&term.folded)) {
                match self.index.candidates(&pattern) {
                    Candidates::Exact(postings) => postings.docs.into_iter().for_each(&mut hide),
                    Candidates::Unverified(docs) => {
                        docs.into_iter().filter(|doc| self.index.holds(*doc, &pattern)).for_each(&mut hide);
                    }
                }
            }
        }
        let scored = |(doc, covered): (u32, &f32)| {
            let share = covered / all.max(f32::MIN_POSITIVE);
            let shown = share >= SHARED && hidden.get(doc as usize) == Some(&false);
            shown.then(|| (doc, scores.of(doc) * share.powf(COVERAGE)))
        };
        let mut shared: Vec<(u32, f32)> = (0u32..).zip(&covered).filter_map(scored).collect();
        let better = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if limit < shared.len() {
            shared.select_nth_unstable_by(limit, better);
            shared.truncate(limit);
        }
        shared.sort_unstable_by(better);
        shared
            .into_iter()
            .map(|(doc, score)| Hit { article: self.index.order[doc as usize], score })
            .collect()
    }

    /// The pairs of neighbouring letters, ideographs and figures that a term is made of; itself where it is
    /// one character.
    pub(super) fn pairs(&self, term: &Term) -> Vec<Pattern> {
        let chars: Vec<char> = term.folded.chars().collect();
        let size = chars.len().clamp(1, 2);
        let pairs = chars.windows(size).filter(|pair| pair.iter().all(|c| c.is_alphanumeric()));
        let mut pairs: Vec<String> = pairs.map(|pair| pair.iter().collect()).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs.iter().filter_map(|pair| self.index.pattern(pair)).collect()
    }
}
