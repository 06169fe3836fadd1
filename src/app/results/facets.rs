//! The rows of the filters (筛选): what occurs in the archive, and how many activities each choice would leave
//! under all the other filters.

use std::collections::BTreeMap;

use super::super::archive::{Archive, Offers};
use super::super::url::Address;
use super::passes::{Pass, each_event, kind};
use super::places::unit_counts;
use crate::place::Adcode;
use crate::search::{ActivityIx, ActivityRow, Columns};
use crate::stats::{DistrictCount, Month, by_month};

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
    /// How many the months are counted from: those with a date, each once, and those without one.
    pub dated: usize,
    /// 日期不详
    pub undated: usize,
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
    /// How many more, without a date, may lie in the chosen period.
    pub maybe: usize,
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

pub(super) fn facets(archive: &Archive, passes: &[Pass], address: &Address) -> Facets {
    let columns = archive.engine.columns();
    let under = |kind: u8| passes.iter().filter(move |pass| pass.without(kind)).map(|pass| pass.ix);
    let offers = &archive.offers;
    let count = |kind: u8, size: usize, numbers: Numbers| tally(archive, under(kind), size, numbers);
    let maybe = passes.iter().filter(|pass| pass.maybe_without(kind::PLACE)).map(|pass| pass.ix);
    let maybe = unit_counts(archive, maybe, None);
    let (mut spans, mut undated) = (Vec::new(), 0);
    each_event(archive, under(kind::PERIOD), |reports| {
        let rows = reports.iter().filter_map(|ix| columns.activities.get(ix.0 as usize));
        match rows.filter_map(|row| row.date).next() {
            Some(span) => spans.push(span),
            None => undated += 1,
        }
    });
    Facets {
        places: tree(
            &offers.places,
            &unit_counts(archive, under(kind::PLACE), None),
            &maybe,
            &address.places,
        ),
        types: {
            let counts = count(kind::TYPE, columns.types.len(), |c, row, visit| {
                c.types_of(row).iter().for_each(|&n| visit(n))
            });
            named(&offers.types, &address.types, &columns.types, &counts)
        },
        audiences: {
            let counts = count(kind::AUDIENCE, columns.audiences.len(), |c, row, visit| {
                c.audiences_of(row).iter().for_each(|&n| visit(n))
            });
            named(&offers.audiences, &address.audiences, &columns.audiences, &counts)
        },
        dated: spans.len(),
        undated,
        months: months(offers, &by_month(spans), address),
        sources: {
            let counts = count(kind::SOURCE, columns.sources.len(), |columns, row, visit| {
                let article = columns.articles.get(row.article.0 as usize);
                article.into_iter().flat_map(|article| columns.sources_of(article)).for_each(visit);
            });
            sources(archive, &address.sources, &columns.sources, &counts)
        },
    }
}

/// Visits the numbers that an activity bears in one kind of filter.
type Numbers = fn(&Columns, &ActivityRow, &mut dyn FnMut(u32));

/// How many events bear each number. An event counts once in each, whichever of its reports says so.
fn tally(
    archive: &Archive,
    activities: impl Iterator<Item = ActivityIx>,
    size: usize,
    numbers: Numbers,
) -> Vec<usize> {
    let columns = archive.engine.columns();
    let mut counts = vec![0; size];
    let mut add = |number: u32| {
        if let Some(count) = counts.get_mut(number as usize) {
            *count += 1;
        }
    };
    each_event(archive, activities, |reports| {
        let rows = || reports.iter().filter_map(|ix| columns.activities.get(ix.0 as usize));
        if let [_] = reports {
            rows().for_each(|row| numbers(columns, row, &mut add));
        } else {
            let mut all = Vec::new();
            rows().for_each(|row| numbers(columns, row, &mut |number| all.push(number)));
            all.sort_unstable();
            all.dedup();
            all.into_iter().for_each(&mut add);
        }
    });
    counts
}

/// The count of a name in a sorted list.
fn count_of(list: &[String], counts: &[usize], name: &str) -> usize {
    let at = list.binary_search_by(|other| other.as_str().cmp(name)).ok();
    at.and_then(|at| counts.get(at)).copied().unwrap_or(0)
}

fn named(offered: &[String], chosen: &[String], list: &[String], counts: &[usize]) -> Vec<Row<String>> {
    let row = |key: &String| Row {
        key: key.clone(),
        count: count_of(list, counts, key),
        chosen: chosen.contains(key),
    };
    // What is chosen stays in sight, a sub-type too.
    let more = chosen.iter().filter(|name| !offered.contains(name));
    offered.iter().chain(more).map(row).collect()
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
fn sources(archive: &Archive, chosen: &[String], list: &[String], counts: &[usize]) -> Vec<SourceRow> {
    let row = |key: &str| Row {
        key: key.to_owned(),
        count: count_of(list, counts, key),
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
    maybe: &BTreeMap<Adcode, DistrictCount>,
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
        let maybe = maybe.get(&code).map_or(0, |count| count.within);
        rows.push(PlaceRow { code, depth, count, maybe, chosen: chosen.contains(&code) });
        open.extend(beneath.get(&Some(code)).into_iter().flatten().rev().map(|&child| (child, depth + 1)));
    }
    rows
}
