//! The engine: which articles contain a query's terms, in which order, and which activities that selects.

use std::sync::Arc;

use super::ascending::{intersection, is_in, union};
use super::complete::Lexicon;
use super::filter::Narrowing;
use super::format::{self, IndexError};
use super::index::{self, Candidates, Index, Part, Pattern, Postings};
use super::narrow::narrowing;
use super::query::{Clause, FilterClause, Query, Term};
use super::rank::{self, Scores};
use super::relaxed::keep_telling;
use super::shelf::Added;
use super::{ActivityIx, ArticleIx, Columns};
use crate::corpus::Corpus;
use crate::text::Segmenter;

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

/// What is searched: an index, the columns of the same corpus, and a segmenter that knows its words; behind them
/// what was [put](Engine::with) there later.
#[derive(Clone, Debug)]
pub struct Engine {
    /// Those of everything, what was put behind included.
    pub(super) columns: Columns,
    pub(super) index: Arc<Index>,
    pub(super) lexicon: Lexicon,
    pub(super) segmenter: Segmenter,
    pub(super) norms: Arc<Vec<f32>>,
    pub(super) added: Vec<Added>,
}

impl Engine {
    /// Reads a corpus for searching.
    pub fn build(corpus: &Corpus, segmenter: &Segmenter) -> Engine {
        Engine::made(corpus, Columns::of(corpus), segmenter)
    }

    /// Reads a corpus that comes behind another which tells of the same provinces: it knows no names of units but
    /// those that its activities give.
    pub fn build_behind(corpus: &Corpus, segmenter: &Segmenter) -> Engine {
        Engine::made(corpus, Columns::bare(corpus), segmenter)
    }

    fn made(corpus: &Corpus, columns: Columns, segmenter: &Segmenter) -> Engine {
        let index = index::build(corpus, &columns);
        let lexicon = Lexicon::build(&index, &columns, segmenter);
        Engine::of(columns, index, lexicon, segmenter)
    }

    fn of(columns: Columns, index: Index, lexicon: Lexicon, segmenter: &Segmenter) -> Engine {
        let norms = Arc::new(rank::norms(&index));
        let segmenter = segmenter.clone();
        Engine { columns, index: Arc::new(index), lexicon, norms, segmenter, added: Vec::new() }
    }

    /// The index as bytes, by `docs/index-format.md`. Equal corpora give equal bytes. What was
    /// put behind is not in them.
    pub fn encode(&self) -> Vec<u8> {
        format::write(&self.columns, &self.index, &self.lexicon)
    }

    /// Reads what [`Engine::encode`] wrote. The segmenter should know the corpus' words: it cuts queries.
    ///
    /// # Errors
    ///
    /// Where the bytes are no index of this version, are incomplete or damaged.
    pub fn decode(bytes: &[u8], segmenter: &Segmenter) -> Result<Engine, IndexError> {
        Engine::from_bytes(bytes.to_vec(), segmenter)
    }

    /// The same of bytes that the engine keeps and reads in place: most of what it holds.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::decode`].
    pub fn from_bytes(bytes: Vec<u8>, segmenter: &Segmenter) -> Result<Engine, IndexError> {
        let (columns, index, lexicon) = format::read(bytes.into())?;
        Ok(Engine::of(columns, index, lexicon, segmenter))
    }

    /// What cuts queries into words.
    pub fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// The columns that filters and facets count in.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Finds the articles that contain a query's terms. An empty query finds everything, newest first.
    pub fn find(&self, query: &Query) -> Found {
        let mut clauses = query.clauses.clone();
        let mut narrowings = Vec::new();
        for filter in &query.filters {
            match narrowing(&self.columns, filter) {
                Some(narrowing) => narrowings.push(narrowing),
                None => clauses.push(filter.as_clause()),
            }
        }
        let asked = Query { clauses: query.clauses.clone(), filters: Vec::new() };
        let mut relaxed = false;
        let mut held = self.held(&clauses);
        if held.iter().all(Hits::is_empty) && !clauses.is_empty() {
            let words = self.one_by_one(&clauses);
            let mut loose = self.held(&words);
            keep_telling(&mut loose, self.columns.articles.len());
            relaxed = loose.iter().any(|hits| !hits.is_empty());
            if relaxed {
                (held, clauses) = (loose, words);
            }
        }
        let (articles, activities) = self.gathered(&held, &asked);
        Found { relaxed, articles, activities, narrowings, marked: Query { clauses, filters: Vec::new() } }
    }

    /// How many articles contain all of a query's terms. What its filters narrow is counted, too.
    pub(super) fn count(&self, query: &Query) -> usize {
        let unknown = query.filters.iter().filter(|filter| narrowing(&self.columns, filter).is_none());
        let mut clauses = query.clauses.clone();
        clauses.extend(unknown.map(FilterClause::as_clause));
        let behind = self.behind().map(|part| part.containing(&clauses).docs.len()).sum::<usize>();
        self.containing(&clauses).docs.len() + behind
    }

    /// The articles in which all clauses hold, and what is known of the wanted terms, of this part alone and by its
    /// own numbers.
    pub(super) fn containing(&self, clauses: &[Clause]) -> Hits {
        let mut hits: Option<Vec<u32>> = None;
        let mut wanted = Vec::new();
        for clause in clauses.iter().filter(|clause| !clause.exclude) {
            let terms = clause.any_of.iter().enumerate();
            let read: Vec<_> = terms
                .filter_map(|(at, term)| {
                    let (candidates, pattern) = self.candidates(term, clause.in_title)?;
                    Some((at, candidates, pattern))
                })
                .collect();
            let may = match read.as_slice() {
                [(_, only, _)] => only.docs().to_vec(),
                several => several.iter().fold(Vec::new(), |may, (_, one, _)| union(may, one.docs())),
            };
            hits = Some(hits.map_or_else(|| may.clone(), |hits| intersection(&hits, &may)));
            wanted.push((clause, read));
        }
        let mut hits = hits.unwrap_or_else(|| (0..self.index.docs()).collect());
        let mut held = Vec::new();
        for (clause, read) in wanted {
            // Of one exact term the articles are in the hits already, and no others are.
            let known = matches!(read.as_slice(), [(_, Candidates::Exact(_), _)]);
            let mut terms = Vec::new();
            let mut holding: Vec<u32> = Vec::new();
            for (term, candidates, pattern) in read {
                let telling = match &candidates {
                    Candidates::Exact(postings) => self.index.telling(&pattern, postings.len()),
                    Candidates::Unverified(_) => None,
                };
                let postings = self.verified(candidates, &pattern, &hits, clause.in_title);
                if !known {
                    holding = union(holding, &postings.docs);
                }
                terms.push(Wanted { term, postings, pattern, telling });
            }
            if !known {
                hits = intersection(&hits, &holding);
            }
            held.push((terms, clause.in_title));
        }
        for clause in clauses.iter().filter(|clause| clause.exclude) {
            for term in &clause.any_of {
                let Some((candidates, pattern)) = self.candidates(term, clause.in_title) else { continue };
                let out = self.verified(candidates, &pattern, &hits, clause.in_title).docs;
                let mut is_out = is_in(&out);
                hits.retain(|doc| !is_out(*doc));
            }
        }
        Hits { docs: hits, clauses: held }
    }

    /// The articles that may contain a term; `None` where the corpus lacks one of its characters.
    fn candidates(&self, term: &Term, in_title: bool) -> Option<(Candidates, Pattern)> {
        let pattern = self.index.pattern(&term.folded)?;
        let candidates = match self.index.candidates(&pattern) {
            // Grams do not say where in an article they stand.
            Candidates::Exact(postings) if in_title => Candidates::Unverified(postings.docs),
            other => other,
        };
        Some((candidates, pattern))
    }

    /// Those of the hits that contain a term, looked up in the text where grams leave it open or do not say how
    /// often it stands there.
    fn verified(&self, candidates: Candidates, term: &Pattern, hits: &[u32], in_title: bool) -> Postings {
        let docs = match candidates {
            // All of them tell how rare the term is; how often it stands matters of the hits alone.
            Candidates::Exact(postings) => return self.index.weighed(postings, term, hits),
            Candidates::Unverified(docs) => docs,
        };
        let mut postings = Postings::default();
        for doc in intersection(&docs, hits) {
            let weight =
                if in_title { self.index.weight_in_title(doc, term) } else { self.index.weight(doc, term) };
            if weight > 0 {
                postings.docs.push(doc);
                postings.weights.push(weight);
            }
        }
        postings
    }

    pub(super) fn ranked(&self, hits: &Hits, asked: &Query) -> Vec<Hit> {
        let hit = |(doc, score): (u32, f32)| Hit { article: self.index.order[doc as usize], score };
        let terms = || hits.clauses.iter().flat_map(|(terms, _)| terms);
        if hits.clauses.is_empty() || hits.docs.len() < 2 {
            return hits.docs.iter().map(|&doc| hit((doc, 0.0))).collect();
        }
        let mut scores = Scores::new(&self.norms);
        for term in terms() {
            scores.add(&term.postings, 1.0);
        }
        let pairs: Vec<Pattern> = asked.wanted().flat_map(|term| self.pairs(term)).collect();
        for pair in &pairs {
            // A pair that stands in an eighth of all articles tells little of one.
            let tells = |count: usize| count * 8 <= self.index.docs() as usize;
            match terms().find(|term| term.pattern == *pair) {
                Some(own) if tells(own.postings.len()) => drop(scores.add(&own.postings, rank::PAIR)),
                None if tells(self.index.most(pair)) => {
                    if let Candidates::Exact(postings) = self.index.candidates(pair) {
                        scores.add(&self.index.weighed(postings, pair, &hits.docs), rank::PAIR);
                    }
                }
                _ => {}
            }
        }
        let mut ranked = scores.ranked(&hits.docs);
        let patterns: Vec<Pattern> = terms().map(|term| term.pattern.clone()).collect();
        rank::near_first(&self.index, &patterns, &mut ranked);
        ranked.into_iter().map(hit).collect()
    }

    /// Rule 4: an activity is selected where each clause holds in its passage, its title or its article's
    /// title; the only activity of an article is selected with it.
    pub(super) fn activities_in(&self, hits: &Hits) -> Vec<ActivityIx> {
        let mut selected = vec![false; self.columns.activities.len()];
        // Those of articles that have several, each with its article's number.
        let mut open: Vec<(u32, ActivityIx)> = Vec::new();
        for &doc in &hits.docs {
            let row = &self.columns.articles[self.index.order[doc as usize].0 as usize];
            match self.columns.activities_of(row) {
                [only] => selected[only.0 as usize] = true,
                several => open.extend(several.iter().map(|at| (doc, *at))),
            }
        }
        for (terms, in_title) in &hits.clauses {
            let mut told = vec![false; selected.len()];
            let lists = terms.iter().filter_map(|term| term.telling.as_ref()).filter(|_| !in_title);
            for at in lists.flatten() {
                if let Some(told) = told.get_mut(*at as usize) {
                    *told = true;
                }
            }
            let looked_up: Vec<&Pattern> = terms
                .iter()
                .filter(|term| *in_title || term.telling.is_none())
                .map(|term| &term.pattern)
                .collect();
            open.retain(|(doc, at)| {
                told[at.0 as usize] || looked_up.iter().any(|term| self.tells(*doc, *at, term, *in_title))
            });
        }
        open.iter().for_each(|(_, at)| selected[at.0 as usize] = true);
        (0u32..).zip(selected).filter(|(_, selected)| *selected).map(|(at, _)| ActivityIx(at)).collect()
    }

    /// Whether a term stands in an article's title, or in an activity's title or passage.
    fn tells(&self, doc: u32, activity: ActivityIx, term: &Pattern, in_title: bool) -> bool {
        let texts = &self.index.texts;
        let title = texts.range(doc, Part::Title);
        let told = texts.told(activity.0 as usize).into_iter().filter(|_| !in_title);
        [title].into_iter().chain(told).any(|range| texts.find(range, term).is_some())
    }
}

/// Articles in which all clauses hold, ascending; for each clause its terms, and whether only titles count.
pub(super) struct Hits {
    pub(super) docs: Vec<u32>,
    pub(super) clauses: Vec<(Vec<Wanted>, bool)>,
}

impl Hits {
    pub(super) fn is_empty(&self) -> bool {
        self.docs.is_empty()
    }
}

/// A wanted term that the corpus has the characters of.
pub(super) struct Wanted {
    /// Which of its clause's alternatives it is.
    pub(super) term: usize,
    /// Where it stands; of articles that are no hits perhaps not all.
    pub(super) postings: Postings,
    pattern: Pattern,
    /// The activities that it selects, where they are listed.
    telling: Option<Vec<u32>>,
}
