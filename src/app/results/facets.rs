//! The rows of the filters (筛选): what occurs in the archive, and how many activities each choice would leave
//! under all the other filters.

use std::collections::BTreeMap;

use super::super::archive::{Archive, Offers};
use super::super::url::Address;
use super::filter;
use crate::corpus::Activity;
use crate::place::Adcode;
use crate::search::{ActivityIx, Filter, Found, select};
use crate::stats::{DistrictCount, Month, by_district, by_label, by_month};

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
    /// 来源: publishers, the bulletins of each beneath.
    pub sources: Vec<SourceRow>,
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

/// A publisher or one of its bulletins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// What it is called.
    pub label: String,
    /// 1 for a bulletin beneath its publisher.
    pub depth: usize,
    /// The value of the filter: the publisher, or the bulletin's file.
    pub row: Row<String>,
}

pub(super) fn facets(archive: &Archive, found: &Found, address: &Address) -> Facets {
    let own = filter(address);
    let under = |drop: fn(&mut Filter)| {
        let mut others = own.clone();
        drop(&mut others);
        select(archive.engine.columns(), found, &others).activities
    };
    let offers = &archive.offers;
    Facets {
        places: {
            let events = archive.events(&under(|others| others.places.clear()));
            let codes =
                |report: &&Activity| report.places.iter().map(|place| place.adcode).collect::<Vec<_>>();
            let counts = by_district(events.iter().map(|reports| reports.iter().flat_map(codes)));
            tree(&offers.places, &counts, &own.places)
        },
        types: {
            let events = archive.events(&under(|others| others.types.clear()));
            named(&offers.types, &own.types, &events, |report| &report.types)
        },
        audiences: {
            let events = archive.events(&under(|others| others.audiences.clear()));
            named(&offers.audiences, &own.audiences, &events, |report| &report.audiences)
        },
        months: {
            let events = archive.events(&under(|others| (others.from, others.to) = (None, None)));
            let span = |reports: &Vec<&Activity>| {
                reports.iter().find_map(|report| Some(report.date.as_ref()?.span()))
            };
            months(offers, &by_month(events.iter().filter_map(span)), address)
        },
        sources: sources(archive, &own.sources, &under(|others| others.sources.clear())),
    }
}

fn named(
    offered: &[String],
    chosen: &[String],
    events: &[Vec<&Activity>],
    list: fn(&Activity) -> &Vec<String>,
) -> Vec<Row<String>> {
    let counts = by_label(events.iter().map(|reports| reports.iter().flat_map(|report| list(report))));
    let row = |key: &String| Row {
        key: key.clone(),
        count: counts.get(key).copied().unwrap_or(0),
        chosen: chosen.contains(key),
    };
    offered.iter().map(row).collect()
}

fn months(offers: &Offers, counts: &BTreeMap<Month, usize>, address: &Address) -> Vec<Row<Month>> {
    let period = (address.from, address.to);
    let row = |&month: &Month| Row {
        key: month,
        count: counts.get(&month).copied().unwrap_or(0),
        chosen: month.span().is_some_and(|span| period == (Some(span.start), Some(span.end))),
    };
    offers.months.iter().map(row).collect()
}

/// Publishers by name, the newest of their bulletins first; bulletins that name no publisher stand alone.
fn sources(archive: &Archive, chosen: &[String], selected: &[ActivityIx]) -> Vec<SourceRow> {
    let bulletin = |ix: &ActivityIx| archive.article(archive.article_of(*ix)).map(|(bulletin, _)| bulletin);
    let names = |ix: &ActivityIx| {
        let bulletin = bulletin(ix);
        let publisher = bulletin.and_then(|bulletin| bulletin.publisher.as_deref());
        [publisher, bulletin.map(|bulletin| bulletin.file.as_str())].into_iter().flatten()
    };
    let counts = by_label(selected.iter().map(names));
    let row = |key: &str| Row {
        key: key.to_owned(),
        count: counts.get(key).copied().unwrap_or(0),
        chosen: chosen.iter().any(|name| name == key),
    };
    let mut publishers: BTreeMap<&str, Vec<SourceRow>> = BTreeMap::new();
    let mut alone = Vec::new();
    for bulletin in archive.corpus.bulletins.iter().rev() {
        let label = archive.bulletin_name(bulletin).to_owned();
        let own = SourceRow { label, depth: 0, row: row(&bulletin.file) };
        match bulletin.publisher.as_deref() {
            Some(publisher) => publishers.entry(publisher).or_default().push(SourceRow { depth: 1, ..own }),
            None => alone.push(own),
        }
    }
    let mut rows = Vec::new();
    for (publisher, bulletins) in publishers {
        rows.push(SourceRow { label: publisher.to_owned(), depth: 0, row: row(publisher) });
        rows.extend(bulletins);
    }
    rows.extend(alone);
    rows
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
