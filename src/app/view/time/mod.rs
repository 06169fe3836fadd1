//! The timeline: density by type or district, activities where there is room, a brush that sets the period.
//! `layout` says where things stand; here they are drawn and the pointer is followed.

mod across;
mod brush;
mod controls;
mod dates;
mod gesture;
mod series;
mod timeline;
mod titles;
mod tray;
mod upright;

pub(super) use timeline::Timeline;
pub(super) use tray::tray;
pub(super) use upright::Upright;

use crate::app::archive::Archive;
use crate::date::Day;
use crate::layout::timeline::Days;

/// The days that the archive has activities on, whole months: they stay while filters change.
fn extent(archive: &Archive) -> Option<Days> {
    let months = &archive.offers.months;
    let (last, first) = (months.first()?.span()?, months.last()?.span()?);
    Some(Days::from(first).union(Days::from(last)))
}

/// A period that may be open, on the days that there are.
fn brushed(from: Option<Day>, to: Option<Day>, extent: Days) -> Option<Days> {
    if from.is_none() && to.is_none() {
        return None;
    }
    Some(Days::new(from.map_or(extent.first, Day::number), to.map_or(extent.last, Day::number)))
}

/// The days of an interval as dates.
fn ends(days: Days) -> (Option<Day>, Option<Day>) {
    (Day::from_number(days.first), Day::from_number(days.last))
}
