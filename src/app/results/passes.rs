//! One pass over the activities that the words select: which kinds of filter each fails. All counts follow from
//! it: what fails nothing is selected, what fails only one kind counts in that kind's own facet.

use std::collections::BTreeSet;

use crate::app::archive::Archive;
use crate::app::url::Address;
use crate::date::{Day, Span};
use crate::search::ActivityIx;

/// The kinds of filter, a bit each.
pub mod kind {
    /// 地区
    pub const PLACE: u8 = 1;
    /// 类型
    pub const TYPE: u8 = 2;
    /// 对象
    pub const AUDIENCE: u8 = 4;
    /// 组织单位
    pub const ORGANISER: u8 = 8;
    /// 来源
    pub const SOURCE: u8 = 16;
    /// 时间
    pub const PERIOD: u8 = 32;
}

/// An activity that at most one kind of filter keeps out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The activity.
    pub ix: ActivityIx,
    /// The kind that keeps it out; 0 where it is selected.
    pub fails: u8,
    /// Whether it has no date and may lie in the chosen period: then the period does not keep it out for certain, and
    /// one more kind may.
    pub maybe: bool,
}

impl Pass {
    /// Whether it is selected once the filters of a kind are taken away (0: none is).
    pub fn without(self, kind: u8) -> bool {
        self.fails & !kind == 0
    }

    /// Whether it is selected once the filters of a kind are taken away, but for a date that nobody knows.
    pub fn maybe_without(self, kind: u8) -> bool {
        self.maybe && self.fails & !(kind | kind::PERIOD) == 0
    }
}

/// An undated report tells of the weeks before it; as the answers to questions have it.
const TOLD_WITHIN: i32 = 62;

/// The passes of activities, in their order.
pub(super) fn passes(archive: &Archive, activities: &[ActivityIx], address: &Address) -> Vec<Pass> {
    let columns = archive.engine.columns();
    let named = |list: &[String], wanted: &[String]| {
        (!wanted.is_empty()).then(|| list.iter().map(|name| wanted.contains(name)).collect::<Vec<bool>>())
    };
    let within = |code| address.places.iter().any(|place| place.contains(code));
    let units: Option<Vec<bool>> =
        (!address.places.is_empty()).then(|| columns.units.iter().map(|&unit| within(unit)).collect());
    let types = named(&columns.types, &address.types);
    let audiences = named(&columns.audiences, &address.audiences);
    let organisers = named(&columns.organisers, &address.organisers);
    let sources = named(&columns.sources, &address.sources);
    let period = period(address);
    // Where another report of an event has a date, that decides.
    let dated: BTreeSet<ActivityIx> = match period {
        Some(_) => columns
            .activities
            .iter()
            .filter(|row| row.date.is_some() && archive.shared_event(row.event).is_some())
            .map(|row| row.event)
            .collect(),
        None => BTreeSet::new(),
    };
    let mut out = Vec::with_capacity(activities.len());
    for &ix in activities {
        let Some(row) = columns.activities.get(ix.0 as usize) else { continue };
        let mut fails = 0;
        let mut ask = |bit: u8, holds: bool| fails |= if holds { 0 } else { bit };
        ask(kind::PERIOD, period.is_none_or(|period| row.date.is_some_and(|date| date.overlaps(period))));
        ask(kind::PLACE, any(&units, columns.units_of(row)));
        ask(kind::TYPE, any(&types, columns.types_of(row)));
        ask(kind::AUDIENCE, any(&audiences, columns.audiences_of(row)));
        ask(kind::ORGANISER, any(&organisers, columns.organisers_of(row)));
        if sources.is_some() {
            let article = columns.articles.get(row.article.0 as usize);
            let mut own = article.into_iter().flat_map(|article| columns.sources_of(article));
            ask(kind::SOURCE, own.any(|source| any(&sources, &[source])));
        }
        let maybe = fails & kind::PERIOD != 0
            && row.date.is_none()
            && !dated.contains(&row.event)
            && period.is_some_and(|period| may_lie_in(archive, ix, period));
        let certain = if maybe { fails & !kind::PERIOD } else { fails };
        if certain.count_ones() <= 1 {
            out.push(Pass { ix, fails, maybe });
        }
    }
    out
}

/// Calls `visit` with the reports of each event among some activities. Nearly every event has one report.
pub(crate) fn each_event(
    archive: &Archive,
    activities: impl Iterator<Item = ActivityIx>,
    mut visit: impl FnMut(&[ActivityIx]),
) {
    let mut several = std::collections::BTreeMap::<ActivityIx, Vec<ActivityIx>>::new();
    for ix in activities {
        match archive.shared_event(ix) {
            None => visit(&[ix]),
            Some(event) => several.entry(event).or_default().push(ix),
        }
    }
    for reports in several.values() {
        visit(reports);
    }
}

/// Whether an undated activity may lie in a period: its year, where that is known, and the day on which it was told
/// do not speak against it. It happened before it was told; that day is a bound, not its date. Where only the latest
/// activity beside it is dated, it may have happened after that one, too.
fn may_lie_in(archive: &Archive, ix: ActivityIx, period: Span) -> bool {
    let year = archive.activity(ix).and_then(|activity| activity.year);
    let article = archive.article_of(ix);
    let told = archive.date_of(article);
    let after = if archive.printed(article).is_some() { 0 } else { TOLD_WITHIN };
    year.is_none_or(|year| (period.start.year()..=period.end.year()).contains(&year))
        && told.is_none_or(|told| {
            told.end.plus(after) >= period.start && told.start.plus(-TOLD_WITHIN) <= period.end
        })
}

fn any(wanted: &Option<Vec<bool>>, numbers: &[u32]) -> bool {
    wanted.as_ref().is_none_or(|wanted| numbers.iter().any(|&n| wanted.get(n as usize) == Some(&true)))
}

/// The chosen period, an open end reaching as far as the calendar.
fn period(address: &Address) -> Option<Span> {
    if address.from.is_none() && address.to.is_none() {
        return None;
    }
    let start = address.from.or_else(|| Day::new(1, 1, 1))?;
    let end = address.to.or_else(|| Day::new(9999, 12, 31))?;
    Some(Span { start, end })
}
