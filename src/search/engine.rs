//! The engine: which articles contain a query's terms, in which order, and which activities that selects.

use std::collections::BTreeMap;

use super::filter::Narrowing;
use super::narrow::narrowing;
use super::query::{Clause, Query, Term};
use super::{ActivityIx, ArticleIx, Columns};
use crate::corpus::{Article, At, Corpus};
use crate::text::{Segmenter, fold};

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Whether nothing contains all of the query, so that these contain some of its words.
    pub relaxed: bool,
    /// The articles that contain the words, best first.
    pub articles: Vec<Hit>,
    /// The activities that the words select, in order.
    pub activities: Vec<ActivityIx>,
    /// The query's own filters, which [`super::select`] applies.
    pub narrowings: Vec<Narrowing>,
    /// What to mark: the query, or its words one by one where the result is relaxed.
    pub marked: Query,
}

/// An article that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleIx,
    /// How well it fits; comparable within one result only.
    pub score: f32,
}

/// What is searched: the folded texts of a corpus, its columns and its segmenter.
#[derive(Clone, Debug)]
pub struct Engine {
    columns: Columns,
    segmenter: Segmenter,
    articles: Vec<Texts>,
    activities: Vec<Passage>,
    average: f32,
}

#[derive(Clone, Debug, Default)]
struct Texts {
    title: String,
    fields: Vec<String>,
    chars: f32,
}

#[derive(Clone, Debug, Default)]
struct Passage {
    title: String,
    text: String,
}

impl Engine {
    /// Reads a corpus for searching.
    pub fn build(corpus: &Corpus, segmenter: &Segmenter) -> Engine {
        let articles: Vec<Texts> = corpus.articles().map(|(_, article)| texts(article)).collect();
        let columns = Columns::of(corpus);
        let by_number: Vec<&Article> = corpus.articles().map(|(_, article)| article).collect();
        let activities = corpus.activities.iter().zip(&columns.activities).map(|(activity, row)| {
            let article = by_number.get(row.article.0 as usize);
            Passage {
                title: fold(&activity.title).text,
                text: article.map(|article| passage(article, &activity.at)).unwrap_or_default(),
            }
        });
        let activities = activities.collect();
        let average = articles.iter().map(|texts| texts.chars).sum::<f32>() / articles.len().max(1) as f32;
        Engine { columns, segmenter: segmenter.clone(), articles, activities, average }
    }

    /// The columns that filters and facets count in.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Finds the articles that contain a query's terms. An empty query finds everything, newest first.
    pub fn find(&self, _corpus: &Corpus, query: &Query) -> Found {
        let mut clauses = query.clauses.clone();
        let mut narrowings = Vec::new();
        for filter in &query.filters {
            match narrowing(&self.columns, filter) {
                Some(narrowing) => narrowings.push(narrowing),
                None => clauses.push(filter.as_clause()),
            }
        }
        let mut relaxed = false;
        let mut hits = self.containing(&clauses);
        if hits.is_empty() && !clauses.is_empty() {
            clauses = self.relaxed(&clauses);
            hits = self.containing(&clauses);
            relaxed = !hits.is_empty();
        }
        let words = self.words(&clauses);
        let mut articles: Vec<Hit> = self.ranked(&hits, &words);
        articles.sort_by(|a, b| {
            let day = |hit: &Hit| self.columns.articles[hit.article.0 as usize].day();
            b.score.total_cmp(&a.score).then(day(b).cmp(&day(a))).then(a.article.cmp(&b.article))
        });
        let activities = self.activities_in(&hits, &clauses);
        Found { relaxed, articles, activities, narrowings, marked: Query { clauses, filters: Vec::new() } }
    }

    fn containing(&self, clauses: &[Clause]) -> Vec<usize> {
        let holds = |texts: &Texts, clause: &Clause| {
            let contains = |term: &Term| {
                texts.title.contains(&term.folded)
                    || (!clause.in_title && texts.fields.iter().any(|field| field.contains(&term.folded)))
            };
            clause.any_of.iter().any(contains) != clause.exclude
        };
        let all = |at: &usize| clauses.iter().all(|clause| holds(&self.articles[*at], clause));
        (0..self.articles.len()).filter(all).collect()
    }

    /// The wanted words one by one as alternatives; exclusions stay.
    fn relaxed(&self, clauses: &[Clause]) -> Vec<Clause> {
        let words = self.words(clauses);
        let any_of: Vec<Term> =
            words.into_keys().map(|word| Term { text: word.clone(), folded: word, quoted: false }).collect();
        let mut relaxed: Vec<Clause> = clauses.iter().filter(|clause| clause.exclude).cloned().collect();
        if !any_of.is_empty() {
            relaxed.push(Clause { any_of, exclude: false, in_title: false });
        }
        relaxed
    }

    /// The words of the wanted terms; those of one character only where a term has no other.
    fn words(&self, clauses: &[Clause]) -> BTreeMap<String, ()> {
        let mut words = BTreeMap::new();
        for term in clauses.iter().filter(|clause| !clause.exclude).flat_map(|clause| &clause.any_of) {
            let all = self.segmenter.words(&term.folded);
            let said: Vec<&str> =
                all.into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
            let long = said.iter().any(|word| word.chars().count() > 1);
            let kept = said.iter().filter(|word| !long || word.chars().count() > 1);
            words.extend(kept.map(|word| ((*word).to_owned(), ())));
        }
        words
    }

    fn ranked(&self, hits: &[usize], words: &BTreeMap<String, ()>) -> Vec<Hit> {
        let count = |text: &str, word: &str| text.matches(word).count() as f32;
        let mut scores = vec![0f32; hits.len()];
        for word in words.keys() {
            let frequencies: Vec<f32> = hits
                .iter()
                .map(|&at| {
                    let texts = &self.articles[at];
                    let body: f32 = texts.fields.iter().map(|field| count(field, word)).sum();
                    body + TITLE_WEIGHT * count(&texts.title, word)
                })
                .collect();
            let holding = frequencies.iter().filter(|frequency| **frequency > 0.0).count() as f32;
            let idf = (1.0 + (self.articles.len() as f32 - holding + 0.5) / (holding + 0.5)).ln();
            for ((score, frequency), at) in scores.iter_mut().zip(frequencies).zip(hits) {
                let length = 1.0 - B + B * self.articles[*at].chars / self.average.max(1.0);
                *score += idf * frequency * (K1 + 1.0) / (frequency + K1 * length);
            }
        }
        hits.iter().zip(scores).map(|(&at, score)| Hit { article: ArticleIx(at as u32), score }).collect()
    }

    /// Rule 4: an activity is selected where each clause holds in its passage, its title or its article's
    /// title; the only activity of an article is selected with it.
    fn activities_in(&self, hits: &[usize], clauses: &[Clause]) -> Vec<ActivityIx> {
        let mut selected = Vec::new();
        for &at in hits {
            let activities = self.columns.activities_of(&self.columns.articles[at]);
            let title = &self.articles[at].title;
            let holds = |activity: &ActivityIx| {
                let passage = &self.activities[activity.0 as usize];
                clauses.iter().filter(|clause| !clause.exclude).all(|clause| {
                    clause.any_of.iter().any(|term| {
                        title.contains(&term.folded)
                            || (!clause.in_title
                                && (passage.title.contains(&term.folded)
                                    || passage.text.contains(&term.folded)))
                    })
                })
            };
            selected.extend(activities.iter().filter(|at| activities.len() == 1 || holds(at)));
        }
        selected.sort_unstable();
        selected
    }
}

/// How much a word in the title weighs, in words of the body.
const TITLE_WEIGHT: f32 = 5.0;
/// How soon more of a word adds no more: higher is later.
const K1: f32 = 1.2;
/// How much length counts against an article: 0 not at all, 1 in full.
const B: f32 = 0.75;

fn texts(article: &Article) -> Texts {
    let fields = article.subtitle.iter().chain(&article.section).chain(&article.paragraphs);
    let fields =
        fields.map(String::as_str).chain(article.captions.iter().map(|caption| caption.text.as_str()));
    let fields: Vec<String> = fields.map(|field| fold(field).text).collect();
    let title = fold(&article.title).text;
    let chars = fields.iter().chain([&title]).map(|field| field.chars().count() as f32).sum();
    Texts { title, fields, chars }
}

fn passage(article: &Article, at: &At) -> String {
    article.passage(at).map(|passage| fold(passage).text).unwrap_or_default()
}
