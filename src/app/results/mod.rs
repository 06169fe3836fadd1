//! What follows from the address and the archive: the hits, the counts and the rows of every filter. Derived
//! anew whenever the question changes, never stored.

mod facets;
mod keywords;
mod moments;
mod passes;
mod places;
pub mod stretch;

pub use facets::{Facets, PlaceRow, Row, SourceRow};
pub use keywords::keywords;
pub use moments::Moment;
pub use passes::{Pass, kind};
pub use places::unit_counts;

pub(crate) use passes::each_event;

use std::cell::OnceCell;
use std::rc::Rc;

use super::archive::Archive;
use super::late::Late;
use super::question;
use super::url::Address;
use crate::corpus::UndatedReason;
use crate::place::Adcode;
use crate::search::{ActivityIx, ArticleIx, Filter, Found, near_misses, parse, select};

/// The answer to an address.
pub struct Results {
    /// What the words found, before any filter.
    pub found: Rc<Found>,
    /// The articles, best first.
    pub hits: Vec<Hit>,
    /// How many activities are selected; reports of one event count once.
    pub activities: usize,
    /// The question that this answers.
    question: Address,
    /// Counted when they are first drawn, a frame later than what they are beside.
    facets: OnceCell<Facets>,
    /// Queries that were perhaps meant, where the words find little.
    pub near: Rc<[String]>,
    /// The events without a date among the selected, by reason.
    pub undated: [(UndatedReason, Vec<ActivityIx>); 3],
    /// The events without a date that may lie in the chosen period, under all other filters; they are in no count.
    pub maybe: Vec<ActivityIx>,
    /// Articles that match in part, below a short list; they are in no count.
    pub sharing: Vec<ArticleIx>,
    /// How many of the selected have no place.
    pub nowhere: usize,
    /// What can be placed in time, under all filters but the period.
    pub moments: Vec<Moment>,
    /// The activities that at most one kind of filter keeps out.
    pub passes: Vec<Pass>,
}

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleIx,
}

impl Results {
    /// The filters with their counts, each under all the others; `archive` is the one that was asked.
    pub fn facets(&self, archive: &Archive) -> &Facets {
        self.facets.get_or_init(|| facets::facets(archive, &self.passes, &self.question))
    }

    /// The activities of an article that are selected, in the order of its text.
    pub fn selected_of(&self, archive: &Archive, article: ArticleIx) -> Vec<ActivityIx> {
        archive.activities_of(article).iter().copied().filter(|&ix| self.selects(ix)).collect()
    }

    /// Whether an activity is selected.
    pub fn selects(&self, ix: ActivityIx) -> bool {
        self.passes
            .binary_search_by_key(&ix, |pass| pass.ix)
            .is_ok_and(|at| self.passes.get(at).is_some_and(|pass| pass.without(0)))
    }

    /// The activities that stay once the filters of a kind are taken away; 0: those that are selected.
    pub fn without(&self, kind: u8) -> impl Iterator<Item = ActivityIx> + '_ {
        self.passes.iter().filter(move |pass| pass.without(kind)).map(|pass| pass.ix)
    }

    /// The undated activities that may lie in the chosen period, once the filters of a kind are taken away.
    pub fn maybe_without(&self, kind: u8) -> impl Iterator<Item = ActivityIx> + '_ {
        self.passes.iter().filter(move |pass| pass.maybe_without(kind)).map(|pass| pass.ix)
    }
}

/// The same with the articles first that tell of a unit, else in their order: for a reader who lives there and has
/// asked for nothing.
pub fn led_by(archive: &Archive, mut results: Results, place: Adcode) -> Results {
    let tells = |hit: &Hit| {
        let mut activities = archive.activities_of(hit.article).iter().filter_map(|&ix| archive.activity(ix));
        activities.any(|activity| activity.places.iter().any(|other| place.contains(other.adcode)))
    };
    results.hits.sort_by_key(|hit| !tells(hit));
    results
}

/// Answers an address. Without the late part, words are no question.
pub fn results(archive: &Archive, address: &Address, late: Option<Late>) -> Results {
    results_of(archive, Worded::new(archive, &address.q, late), address)
}

/// What words alone decide: it stays while filters change.
pub struct Worded {
    found: Rc<Found>,
    near: Rc<[String]>,
}

impl Worded {
    /// Searches for words.
    pub fn new(archive: &Archive, q: &str, late: Option<Late>) -> Worded {
        Worded { found: Rc::new(find(archive, q, late)), near: near_misses(&archive.engine, q).into() }
    }

    /// What the words of these results found.
    pub fn of(results: &Results) -> Worded {
        Worded { found: results.found.clone(), near: results.near.clone() }
    }
}

/// Answers an address whose words have found this.
pub fn results_of(archive: &Archive, words: Worded, address: &Address) -> Results {
    let Worded { found, near } = words;
    let columns = archive.engine.columns();
    let worded = select(columns, &found, &Filter::default());
    let passes = passes::passes(archive, &worded.activities, address);
    let articles = match filter(address) {
        filter if filter.is_empty() => worded.articles,
        filter => select(columns, &found, &filter).articles,
    };
    let reasons = [UndatedReason::Vague, UndatedReason::None, UndatedReason::Damaged];
    let mut out = Results {
        hits: articles.iter().map(|found| Hit { article: found.article }).collect(),
        activities: 0,
        near,
        sharing: sharing(archive, address, &found, articles.len()),
        undated: reasons.map(|why| (why, Vec::new())),
        maybe: Vec::new(),
        nowhere: 0,
        question: address.question(),
        facets: OnceCell::new(),
        moments: moments::moments(archive, &passes),
        passes,
        found,
    };
    let (mut undated, mut activities, mut nowhere) = (out.undated.clone(), 0, 0);
    each_event(archive, out.without(0), |reports| {
        let rows = || reports.iter().filter_map(|ix| columns.activities.get(ix.0 as usize));
        activities += 1;
        nowhere += usize::from(rows().all(|row| columns.units_of(row).is_empty()));
        if rows().all(|row| row.date.is_none()) {
            let why = reports.iter().find_map(|&ix| archive.activity(ix)?.undated.as_ref());
            let why = why.map_or(UndatedReason::None, |undated| undated.reason);
            for (reason, list) in &mut undated {
                list.extend(reports.first().filter(|_| *reason == why));
            }
        }
    });
    (out.undated, out.activities, out.nowhere) = (undated, activities, nowhere);
    let mut maybe = Vec::new();
    each_event(archive, out.maybe_without(0), |reports| maybe.extend(reports.first()));
    out.maybe = maybe;
    out
}

/// What words find; where they stand nowhere together and are a question that is surely understood, what that asks for.
fn find(archive: &Archive, q: &str, late: Option<Late>) -> Found {
    let found = archive.engine.find(&parse(q));
    match late {
        Some(late) if is_open(&found) => question::found(late, archive, q).unwrap_or(found),
        _ => found,
    }
}

/// Whether words stand nowhere together, so that they may be a question.
pub(crate) fn is_open(found: &Found) -> bool {
    found.relaxed || found.articles.is_empty()
}

/// A list shorter than this is followed by what matches in part.
const SHORT: usize = 10;

/// What matches the words in part, where few articles contain them and nothing is filtered.
fn sharing(archive: &Archive, address: &Address, found: &Found, listed: usize) -> Vec<ArticleIx> {
    let filtered = !found.narrowings.is_empty() || filter(address) != Filter::default();
    if found.relaxed || filtered || listed >= SHORT {
        return Vec::new();
    }
    let sharing = archive.engine.sharing(&parse(&address.q), found, SHORT - listed);
    sharing.into_iter().map(|hit| hit.article).collect()
}

/// The filters of an address as `search` knows them.
pub(super) fn filter(address: &Address) -> Filter {
    Filter {
        places: address.places.clone(),
        types: address.types.clone(),
        audiences: address.audiences.clone(),
        organisers: address.organisers.clone(),
        sources: address.sources.clone(),
        from: address.from,
        to: address.to,
    }
}
