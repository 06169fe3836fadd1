//! What articles are about: the keywords (关键词) of a result set, and articles similar to one (相似文章). Both
//! by words that are frequent here and rare elsewhere. This module does not answer queries.

use std::collections::BTreeMap;

use super::ArticleIx;
use super::engine::{Engine, Hit};
use super::index::Candidates;
use super::rank::Scores;

/// How many words of an article are compared.
const COMPARED: usize = 24;
/// How many articles of a result set are read for its keywords, the best first.
const READ: usize = 100;
/// How much of the likeness to itself an article must reach to be similar.
const LIKE: f32 = 0.12;

/// A word that tells a result set apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Folded.
    pub word: String,
    /// How many of the articles read use it.
    pub articles: u32,
}

impl Engine {
    /// Articles that tell of the like, most alike first; reports of the same event come with them.
    pub fn similar(&self, article: ArticleIx, limit: usize) -> Vec<Hit> {
        let Some(doc) = self.index.order.iter().position(|at| *at == article) else { return Vec::new() };
        let mut scores = Scores::new(&self.norms);
        for (word, _) in self.telling_words(&[doc as u32]).into_iter().take(COMPARED) {
            let Some(pattern) = self.index.pattern(&word) else { continue };
            if let Candidates::Exact(postings) = self.index.candidates(&pattern) {
                let own = postings.docs.clone();
                scores.add(&self.index.weighed(postings, &pattern, &own), 1.0);
            }
        }
        let own = scores.of(doc as u32);
        let like = (0..self.index.docs()).filter(|&other| other != doc as u32);
        let mut like: Vec<(u32, f32)> =
            like.map(|other| (other, scores.of(other))).filter(|(_, score)| *score > own * LIKE).collect();
        like.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        like.truncate(limit);
        like.into_iter().map(|(doc, score)| Hit { article: self.index.order[doc as usize], score }).collect()
    }

    /// The words that tell these articles from all others, most telling first. Of many, the first are read.
    pub fn keywords(&self, articles: &[ArticleIx], limit: usize) -> Vec<Keyword> {
        let mut places = vec![u32::MAX; self.index.order.len()];
        for (doc, at) in (0u32..).zip(&self.index.order) {
            if let Some(place) = places.get_mut(at.0 as usize) {
                *place = doc;
            }
        }
        let docs: Vec<u32> = articles
            .iter()
            .take(READ)
            .filter_map(|at| places.get(at.0 as usize).copied())
            .filter(|doc| *doc != u32::MAX)
            .collect();
        let words = self.telling_words(&docs);
        words.into_iter().take(limit).map(|(word, articles)| Keyword { word, articles }).collect()
    }

    /// Words of two characters or more by how much more often articles use them here than elsewhere, each with
    /// how many of these articles do.
    fn telling_words(&self, docs: &[u32]) -> Vec<(String, u32)> {
        let mut used: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        for &doc in docs {
            let mut here: BTreeMap<String, u32> = BTreeMap::new();
            for field in self.index.fields(doc) {
                for word in self.segmenter.words(&field).into_iter().filter(|word| tells(word)) {
                    *here.entry(word.to_owned()).or_insert(0) += 1;
                }
            }
            for (word, count) in here {
                let sums = used.entry(word).or_insert((0, 0));
                (sums.0, sums.1) = (sums.0 + 1, sums.1 + count);
            }
        }
        let all = self.index.docs() as f32;
        let rated = |(word, (articles, count)): (String, (u32, u32))| {
            let known = self.lexicon.words.binary_search_by(|other| other.text.as_str().cmp(&word)).ok()?;
            let elsewhere = self.lexicon.words.get(known)?.articles.max(articles) as f32;
            // A word of one article tells nothing of several.
            let common = docs.len() < 3 || articles > 1;
            let weight = (all / elsewhere).ln() * (articles as f32) * (1.0 + count as f32).ln();
            (common && weight > 0.0).then_some((weight, word, articles))
        };
        let mut rated: Vec<(f32, String, u32)> = used.into_iter().filter_map(rated).collect();
        rated.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        rated.into_iter().map(|(_, word, articles)| (word, articles)).collect()
    }
}

fn tells(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some() && chars.next().is_some() && word.chars().all(char::is_alphabetic)
}
