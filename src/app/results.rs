//! What follows from the address and the archive: the hits, the counts and the rows of every filter. Derived
//! anew whenever the question changes, never stored.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::seek::{Found, find, select};
use super::url::Address;
use crate::corpus::{Activity, UndatedReason};
use crate::place::Adcode;
use crate::search::{ActivityIx, ArticleIx};
use crate::stats::{DistrictCount, Month, by_district, by_label, by_month};

/// The answer to an address.
pub struct Results {
    /// What the words found, before any filter.
    pub found: Found,
    /// The articles, best first.
    pub hits: Vec<Hit>,
    /// How many activities are selected.
    pub activities: usize,
    /// The filters with their counts, each under all the others.
    pub facets: Facets,
    /// The activities without a date among the selected, by reason.
    pub undated: [(UndatedReason, usize); 3],
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

/// The rows of every filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// 地区: the tree of units, depth first.
    pub places: Vec<PlaceRow>,
    /// 类型
    pub types: Vec<Row<String>>,
    /// 对象
    pub audiences: Vec<Row<String>>,
    /// 月份, newest first
    pub months: Vec<Row<Month>>,
    /// 来源: bulletins by id
    pub sources: Vec<Row<String>>,
}

/// One value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<K> {
    /// The value.
    pub key: K,
    /// How many activities it would leave.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One unit of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// The unit.
    pub code: Adcode,
    /// 0 for the topmost shown.
    pub depth: usize,
    /// Its counts.
    pub count: DistrictCount,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Answers an address.
pub fn results(archive: &Archive, address: &Address) -> Results {
    let found = find(archive, &address.q);
    let hits: Vec<Hit> = select(archive, &found, address)
        .into_iter()
        .map(|(article, activities)| Hit { article, activities })
        .collect();
    let facets = facets(archive, &found, address);
    let selected = || hits.iter().flat_map(|hit| &hit.activities).filter_map(|&ix| archive.activity(ix));
    Results {
        activities: selected().count(),
        undated: undated(selected()),
        nowhere: selected().filter(|activity| activity.places.is_empty()).count(),
        found,
        hits,
        facets,
    }
}

fn undated<'a>(selected: impl Iterator<Item = &'a Activity>) -> [(UndatedReason, usize); 3] {
    let mut counts =
        [UndatedReason::Vague, UndatedReason::None, UndatedReason::Damaged].map(|reason| (reason, 0));
    for activity in selected.filter(|activity| activity.date.is_none()) {
        let why = activity.undated.as_ref().map_or(UndatedReason::None, |undated| undated.reason);
        for (reason, count) in &mut counts {
            *count += usize::from(*reason == why);
        }
    }
    counts
}

fn facets(archive: &Archive, found: &Found, address: &Address) -> Facets {
    let under = |drop: fn(&mut Address)| {
        let mut others = address.clone();
        drop(&mut others);
        let selected = select(archive, found, &others);
        let activities = selected.into_iter().flat_map(|(_, activities)| activities);
        activities.filter_map(|ix| archive.activity(ix).map(|activity| (ix, activity))).collect::<Vec<_>>()
    };
    let by_name = |offered: &[String],
                   chosen: &[String],
                   drop: fn(&mut Address),
                   list: fn(&Activity) -> &Vec<String>| {
        let counts = by_label(under(drop).iter().map(|(_, activity)| list(activity)));
        rows(offered, |name| counts.get(name).copied().unwrap_or(0), |name| chosen.contains(name))
    };
    let offers = &archive.offers;
    let period = under(|others| (others.from, others.to) = (None, None));
    let months =
        by_month(period.iter().filter_map(|(_, activity)| activity.date.as_ref()).map(|date| date.span()));
    let chosen_period = (address.from, address.to);
    let bulletin_of = |ix| archive.article(archive.article_of(ix)).map(|(bulletin, _)| bulletin.id.as_str());
    let sources = under(|others| others.sources.clear());
    let sources = by_label(sources.iter().map(|&(ix, _)| bulletin_of(ix)));
    let bulletins: Vec<String> =
        archive.corpus.bulletins.iter().rev().map(|bulletin| bulletin.id.0.clone()).collect();
    let places = under(|others| others.places.clear());
    let places =
        by_district(places.iter().map(|(_, activity)| activity.places.iter().map(|place| place.adcode)));
    Facets {
        places: tree(&offers.places, &places, &address.places),
        types: by_name(
            &offers.types,
            &address.types,
            |others| others.types.clear(),
            |activity| &activity.types,
        ),
        audiences: by_name(
            &offers.audiences,
            &address.audiences,
            |others| others.audiences.clear(),
            |activity| &activity.audiences,
        ),
        months: rows(
            &offers.months,
            |month| months.get(month).copied().unwrap_or(0),
            |month| month.span().is_some_and(|span| chosen_period == (Some(span.start), Some(span.end))),
        ),
        sources: rows(
            &bulletins,
            |id| sources.get(id.as_str()).copied().unwrap_or(0),
            |id| address.sources.contains(id),
        ),
    }
}

fn rows<K: Clone>(offered: &[K], count: impl Fn(&K) -> usize, chosen: impl Fn(&K) -> bool) -> Vec<Row<K>> {
    offered.iter().map(|key| Row { key: key.clone(), count: count(key), chosen: chosen(key) }).collect()
}

/// The units that occur in the archive, each under the one above it, the busiest first.
fn tree(
    offered: &BTreeMap<Adcode, DistrictCount>,
    counts: &BTreeMap<Adcode, DistrictCount>,
    chosen: &[Adcode],
) -> Vec<PlaceRow> {
    let mut beneath: BTreeMap<Option<Adcode>, Vec<Adcode>> = BTreeMap::new();
    for &code in offered.keys() {
        beneath.entry(code.parent()).or_default().push(code);
    }
    for units in beneath.values_mut() {
        units.sort_by_key(|code| {
            (std::cmp::Reverse(offered.get(code).map_or(0, |count| count.within)), *code)
        });
    }
    let mut rows = Vec::new();
    // The country stands above all and says nothing, unless something is placed there itself.
    let country = offered.get(&Adcode::CHINA).is_some_and(|count| count.own > 0);
    let top = if country { None } else { Some(Adcode::CHINA) };
    let mut open: Vec<(Adcode, usize)> =
        beneath.get(&top).into_iter().flatten().rev().map(|&code| (code, 0)).collect();
    while let Some((code, depth)) = open.pop() {
        let count = counts.get(&code).copied().unwrap_or_default();
        rows.push(PlaceRow { code, depth, count, chosen: chosen.contains(&code) });
        open.extend(beneath.get(&Some(code)).into_iter().flatten().rev().map(|&child| (child, depth + 1)));
    }
    rows
}
