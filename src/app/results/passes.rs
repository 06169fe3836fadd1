//! One pass over the activities that the words select: which kinds of filter each fails. All counts follow from
//! it: what fails nothing is selected, what fails only one kind counts in that kind's own facet.

use std::collections::BTreeSet;

use crate::app::archive::Archive;
use crate::app::url::Address;
pub use crate::search::kind;
use crate::search::{ActivityIx, Criteria, Told, may_lie_in};

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

/// The passes of activities, in their order.
pub(super) fn passes(archive: &Archive, activities: &[ActivityIx], address: &Address) -> Vec<Pass> {
    let columns = archive.engine.columns();
    let criteria = Criteria::new(columns, &super::filter(address));
    let period = criteria.period();
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
        let fails = criteria.failed_by(ix);
        let maybe = fails & kind::PERIOD != 0
            && row.date.is_none()
            && !dated.contains(&row.event)
            && period.is_some_and(|period| may_lie_in(period, year(archive, ix), told(archive, ix)));
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

fn year(archive: &Archive, ix: ActivityIx) -> Option<i32> {
    archive.activity(ix)?.year
}

fn told(archive: &Archive, ix: ActivityIx) -> Told {
    let article = archive.article_of(ix);
    match (archive.printed(article), archive.date_of(article)) {
        (Some(date), _) => Told::Published(date.span()),
        (None, Some(date)) => Told::Beside(date.span()),
        (None, None) => Told::Unknown,
    }
}
