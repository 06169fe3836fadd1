//! A shelf (书架): the packaged archive and what was added to it here, each indexed by itself, asked as one.
//!
//! Adding costs what is added: bulletins are cut into slices, each slice makes a small index in less time than
//! a person notices, and answers are merged. What is found is exactly what one index over all would find; how
//! articles of different parts compare is by each part's own word counts. Reports of one event in different
//! parts are not known to be one. This module does not read bulletins and keeps nothing beyond the page.

use super::narrow::narrowing;
use super::select::{Selection, select};
use super::{ActivityIx, ArticleIx, Engine, Filter, FilterClause, Found, Hit, Query};
use crate::corpus::{Activity, Bulletin, Corpus};

/// How many bytes of text a slice has at most, but for a longer article: some 30 ms of indexing on a phone.
pub const SLICE: usize = 24 * 1024;

/// Engines with the numbers at which their articles and activities start.
#[derive(Clone, Debug)]
pub struct Shelf {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    engine: Engine,
    articles: u32,
    activities: u32,
}

impl Shelf {
    /// A shelf that holds an archive.
    pub fn new(engine: Engine) -> Shelf {
        Shelf { parts: vec![Part { engine, articles: 0, activities: 0 }] }
    }

    /// Puts one more part behind the others; its articles and activities are numbered after theirs.
    pub fn add(&mut self, engine: Engine) {
        let (articles, activities) = self.parts.last().map_or((0, 0), |last| {
            let columns = last.engine.columns();
            let (articles, activities) = (columns.articles.len(), columns.activities.len());
            (last.articles + articles as u32, last.activities + activities as u32)
        });
        self.parts.push(Part { engine, articles, activities });
    }

    /// Finds and selects in all parts. Nothing of a part is relaxed while another part contains all of the query.
    pub fn ask(&self, query: &Query, filter: &Filter) -> (Found, Selection) {
        let mut answers: Vec<(&Part, Found, bool)> = Vec::new();
        for part in &self.parts {
            let (own, barred) = self.asked_of(part, query);
            answers.push((part, part.engine.find(&own), barred));
        }
        let strict = answers.iter().any(|(_, found, _)| !found.relaxed && !found.articles.is_empty());
        if strict {
            answers.retain(|(_, found, _)| !found.relaxed);
        }
        let (mut all, mut selected) = (Found::default(), Selection::default());
        for (part, found, barred) in answers {
            let columns = part.engine.columns();
            let selection = if barred { Selection::default() } else { select(columns, &found, filter) };
            all.articles.extend(found.articles.iter().map(|hit| part.hit(hit)));
            all.activities.extend(found.activities.iter().map(|at| part.activity(*at)));
            selected.articles.extend(selection.articles.iter().map(|hit| part.hit(hit)));
            selected.activities.extend(selection.activities.iter().map(|at| part.activity(*at)));
            if !found.articles.is_empty() || all.marked.is_empty() {
                (all.relaxed, all.marked) = (found.relaxed, found.marked);
            }
            all.narrowings.extend(found.narrowings);
        }
        for hits in [&mut all.articles, &mut selected.articles] {
            // Within a part the order stays: it knows of dates, which scores do not.
            hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        }
        (all, selected)
    }

    /// A query as a part is asked it: without filters that mean nothing in it and something in another. With
    /// it, whether such a filter holds for nothing there.
    fn asked_of(&self, part: &Part, query: &Query) -> (Query, bool) {
        let known = |part: &Part, filter: &FilterClause| narrowing(part.engine.columns(), filter).is_some();
        let elsewhere = |filter: &FilterClause| {
            !known(part, filter) && self.parts.iter().any(|other| known(other, filter))
        };
        let mut own = query.clone();
        own.filters.retain(|filter| !elsewhere(filter));
        let barred = query.filters.iter().any(|filter| !filter.exclude && elsewhere(filter));
        (own, barred)
    }
}

impl Part {
    fn hit(&self, hit: &Hit) -> Hit {
        Hit { article: ArticleIx(hit.article.0 + self.articles), score: hit.score }
    }

    fn activity(&self, at: ActivityIx) -> ActivityIx {
        ActivityIx(at.0 + self.activities)
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
        let here: std::collections::BTreeSet<_> =
            slice.articles().map(|(_, article)| article.id.clone()).collect();
        let told = |activity: &&Activity| here.contains(&activity.article);
        slice.activities = corpus.activities.iter().filter(told).cloned().collect();
    }
    slices
}
