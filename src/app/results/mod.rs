//! What follows from the address and the archive: the hits, the counts and the rows of every filter. Derived
//! anew whenever the question changes, never stored.

mod facets;

pub use facets::{Facets, PlaceRow, Row, SourceRow};

use super::archive::Archive;
use super::url::Address;
use crate::corpus::UndatedReason;
use crate::search::{ActivityIx, ArticleIx, Filter, Found, near_misses, parse, select};

/// The answer to an address.
pub struct Results {
    /// What the words found, before any filter.
    pub found: Found,
    /// The articles, best first.
    pub hits: Vec<Hit>,
    /// How many activities are selected; reports of one event count once.
    pub activities: usize,
    /// The filters with their counts, each under all the others.
    pub facets: Facets,
    /// The activities without a date among the selected, by reason.
    pub undated: [(UndatedReason, usize); 3],
    /// Queries that were perhaps meant, where the words find little.
    pub near: Vec<String>,
    /// Articles that match in part, below a short list; they are in no count.
    pub sharing: Vec<ArticleIx>,
    /// How many of the selected have no place.
    pub nowhere: usize,
}

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleIx,
    /// Its activities that are selected.
    pub activities: Vec<ActivityIx>,
}

/// Answers an address.
pub fn results(archive: &Archive, address: &Address) -> Results {
    let found = archive.engine.find(&parse(&address.q));
    let selection = select(archive.engine.columns(), &found, &filter(address));
    let hit = |article: ArticleIx| {
        let selected = |ix: &&ActivityIx| selection.activities.binary_search(ix).is_ok();
        Hit { article, activities: archive.activities_of(article).iter().filter(selected).copied().collect() }
    };
    let events = archive.events(&selection.activities);
    let mut undated = [UndatedReason::Vague, UndatedReason::None, UndatedReason::Damaged].map(|why| (why, 0));
    for reports in events.iter().filter(|reports| reports.iter().all(|report| report.date.is_none())) {
        let why = reports.iter().find_map(|report| report.undated.as_ref());
        let why = why.map_or(UndatedReason::None, |undated| undated.reason);
        for (reason, count) in &mut undated {
            *count += usize::from(*reason == why);
        }
    }
    Results {
        activities: events.len(),
        sharing: sharing(archive, address, &found, selection.articles.len()),
        near: near_misses(&archive.engine, &address.q),
        undated,
        nowhere: events
            .iter()
            .filter(|reports| reports.iter().all(|report| report.places.is_empty()))
            .count(),
        hits: selection.articles.iter().map(|found| hit(found.article)).collect(),
        facets: facets::facets(archive, &found, address),
        found,
    }
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
fn filter(address: &Address) -> Filter {
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
