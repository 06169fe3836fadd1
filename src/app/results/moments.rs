//! What the timeline draws: each dated event once, with its days and how finely they are known.

use super::passes::{Pass, each_event, kind};
use crate::app::archive::Archive;
use crate::date::Precision;
use crate::layout::timeline::Days;
use crate::search::ActivityIx;

/// A dated event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Its first report that has a date.
    pub ix: ActivityIx,
    /// Its days.
    pub days: Days,
    /// How finely its words name them.
    pub precision: Precision,
}

/// The dated events under all filters but the period.
pub(super) fn moments(archive: &Archive, passes: &[Pass]) -> Vec<Moment> {
    let mut moments = Vec::new();
    let open = passes.iter().filter(|pass| pass.without(kind::PERIOD)).map(|pass| pass.ix);
    each_event(archive, open, |reports| {
        let dated = reports.iter().find_map(|&ix| Some((ix, archive.activity(ix)?.date.as_ref()?)));
        moments.extend(dated.map(|(ix, date)| Moment {
            ix,
            days: Days::from(date.span()),
            precision: date.precision,
        }));
    });
    moments
}
