//! A shelf (书架): the packaged archive and what was added to it here, each indexed by itself, asked as one.
//!
//! Adding costs what is added: bulletins are cut into slices, each slice makes a small index in less time than
//! a person notices, and answers are merged. What is found is exactly what one index over all would find; how
//! articles of different parts compare is by each part's own word counts. Completions know the values and words of
//! all parts; titles, articles that match in part and similar ones are the archive's alone. This module does not read
//! bulletins and keeps nothing beyond the page.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::complete::Lexicon;
use super::engine::Hits;
use super::query::{Clause, Query};
use super::{ActivityIx, ArticleIx, Columns, Engine, Hit};
use crate::corpus::{Activity, ArticleId, Bulletin, Corpus};

/// How many bytes of text a slice has at most, but for a longer article: some 30 ms of indexing on a phone.
pub const SLICE: usize = 24 * 1024;

/// A part that was put behind, with the numbers at which its articles and activities start.
#[derive(Clone, Debug)]
pub(super) struct Added {
    engine: Arc<Engine>,
    articles: u32,
    activities: u32,
}

impl Engine {
    /// This engine with parts behind it; their articles and activities are numbered after its own. `corpus` is what
    /// all together were made of: its links say which reports of different parts are of one event.
    pub fn with(&self, parts: &[Arc<Engine>], corpus: &Corpus) -> Engine {
        let mut whole = self.clone();
        let columns: Vec<&Columns> =
            std::iter::once(&self.columns).chain(parts.iter().map(|part| &part.columns)).collect();
        whole.columns = Columns::joined(&columns, corpus);
        let lexicons: Vec<&Lexicon> = parts.iter().map(|part| &part.lexicon).collect();
        whole.lexicon.put(&lexicons);
        let (mut articles, mut activities) = (self.columns.articles.len(), self.columns.activities.len());
        for part in parts {
            let engine = part.clone();
            whole.added.push(Added { engine, articles: articles as u32, activities: activities as u32 });
            articles += part.columns.articles.len();
            activities += part.columns.activities.len();
        }
        whole
    }

    /// The parts that were put behind.
    pub(super) fn behind(&self) -> impl Iterator<Item = &Engine> {
        self.added.iter().map(|part| part.engine.as_ref())
    }

    /// The articles of each part in which all clauses hold, its own first.
    pub(super) fn held(&self, clauses: &[Clause]) -> Vec<Hits> {
        std::iter::once(self).chain(self.behind()).map(|part| part.containing(clauses)).collect()
    }

    /// What [`Engine::held`] gave, as one: articles best first, newer first among equals, and activities in order.
    pub(super) fn gathered(&self, held: &[Hits], asked: &Query) -> (Vec<Hit>, Vec<ActivityIx>) {
        let Some((own, others)) = held.split_first() else { return (Vec::new(), Vec::new()) };
        let (mut articles, mut activities) = (self.ranked(own, asked), self.activities_in(own));
        for (part, hits) in self.added.iter().zip(others) {
            let ranked = part.engine.ranked(hits, asked).into_iter();
            let ranked =
                ranked.map(|hit| Hit { article: ArticleIx(hit.article.0 + part.articles), score: hit.score });
            articles = self.merged(articles, ranked.collect());
            let told = part.engine.activities_in(hits);
            activities.extend(told.into_iter().map(|at| ActivityIx(at.0 + part.activities)));
        }
        (articles, activities)
    }

    /// Two lists as one. Within each the order stays: it knows of more than the score.
    fn merged(&self, one: Vec<Hit>, other: Vec<Hit>) -> Vec<Hit> {
        let day = |hit: &Hit| self.columns.articles.get(hit.article.0 as usize).and_then(|row| row.day());
        let mut merged = Vec::with_capacity(one.len() + other.len());
        let mut other = other.into_iter().peekable();
        for hit in one {
            let before =
                |next: &Hit| next.score.total_cmp(&hit.score).then(day(next).cmp(&day(&hit))).is_gt();
            while let Some(next) = other.next_if(before) {
                merged.push(next);
            }
            merged.push(hit);
        }
        merged.extend(other);
        merged
    }
}

/// Cuts a corpus between articles into corpora of at most [`SLICE`] bytes of text each, but for longer articles.
/// Articles keep their order; activities go with their articles.
pub fn slices(corpus: &Corpus) -> Vec<Corpus> {
    let mut slices: Vec<Corpus> = Vec::new();
    let mut size = usize::MAX;
    for bulletin in &corpus.bulletins {
        for article in &bulletin.articles {
            let own = article.title.len() + article.paragraphs.iter().map(String::len).sum::<usize>();
            if size.saturating_add(own) > SLICE {
                slices.push(Corpus::new(&corpus.title));
                size = 0;
            }
            size += own;
            let Some(slice) = slices.last_mut() else { continue };
            if slice.bulletins.last().is_none_or(|last| last.id != bulletin.id) {
                slice.bulletins.push(Bulletin { articles: Vec::new(), ..bulletin.clone() });
            }
            if let Some(last) = slice.bulletins.last_mut() {
                last.articles.push(article.clone());
            }
        }
    }
    for slice in &mut slices {
        let here: BTreeSet<ArticleId> = slice.articles().map(|(_, article)| article.id.clone()).collect();
        let told = |activity: &&Activity| here.contains(&activity.article);
        slice.activities = corpus.activities.iter().filter(told).cloned().collect();
    }
    slices
}

/// Puts a slice behind a corpus, as [`Engine::with`] puts its index behind an engine: a bulletin that was cut is one
/// again.
pub fn put_behind(corpus: &mut Corpus, slice: Corpus) {
    for bulletin in slice.bulletins {
        match corpus.bulletins.last_mut().filter(|last| last.id == bulletin.id) {
            Some(last) => last.articles.extend(bulletin.articles),
            None => corpus.bulletins.push(bulletin),
        }
    }
    corpus.activities.extend(slice.activities);
}
