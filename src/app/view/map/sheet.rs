//! Which map is shown: of the country or a province, at which level, with the units of which time; and what each
//! of its units counts.

use std::collections::BTreeMap;

use super::super::Page;
use crate::app::atlas::{Atlas, Chart};
use crate::app::look::MapLook;
use crate::app::results::{kind, unit_counts};
use crate::date::Day;
use crate::place::{Adcode, successor};
use crate::stats::DistrictCount;

/// A map with its counts.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app::view) struct Sheet {
    /// Which map.
    pub(in crate::app::view) chart: Chart,
    /// The first day of its units, where those before were others: what took place before counts in them.
    pub(in crate::app::view) on: Option<Day>,
    /// The events of each unit, under all filters but the places.
    pub(in crate::app::view) counts: BTreeMap<Adcode, DistrictCount>,
    /// The events without a date that may lie in the chosen period, as `counts`.
    pub(in crate::app::view) undated: BTreeMap<Adcode, DistrictCount>,
    /// How many sets of units there are to choose from.
    pub(in crate::app::view) sets: usize,
    /// Whether the period spans a change of units.
    pub(in crate::app::view) spans: bool,
}

/// The map of a page. Without an atlas, the counts alone.
pub(in crate::app::view) fn sheet(page: &Page, atlas: Option<&Atlas>, look: &MapLook) -> Sheet {
    let counts = |on| unit_counts(&page.archive, page.results.without(kind::PLACE), on);
    let undated = |on| unit_counts(&page.archive, page.results.maybe_without(kind::PLACE), on);
    let none = Chart { scope: Adcode::CHINA, counties: false, set: 0 };
    let Some(atlas) = atlas else {
        let (counts, undated) = (counts(None), undated(None));
        return Sheet { chart: none, on: None, counts, undated, sets: 0, spans: false };
    };
    let scope = scope(page, atlas, look);
    let sets = atlas.sets(scope);
    let (first, last) = period(page);
    let set = match look.old {
        Some(true) => 0,
        Some(false) => sets.saturating_sub(1),
        None => atlas.set_on(scope, last),
    };
    let on = atlas.days_of(scope, set).0;
    let spans = sets > 1 && atlas.set_on(scope, first) != atlas.set_on(scope, last);
    let counties = look.counties || !atlas.has_cities(scope);
    let (counts, undated) = (counts(on), undated(on));
    Sheet { chart: Chart { scope, counties, set }, on, counts, undated, sets, spans }
}

fn scope(page: &Page, atlas: &Atlas, look: &MapLook) -> Adcode {
    let scopes = atlas.scopes();
    let known = |scope: &Adcode| scopes.contains(scope);
    let mut chosen: Vec<Adcode> = page.state.address.places.iter().map(|place| place.province()).collect();
    chosen.dedup();
    let only = match chosen[..] {
        [province] => Some(province),
        _ => None,
    };
    let set = page.settings.region.map(Adcode::province);
    let wished = [look.scope, only, set, Some(Adcode::CHINA)].into_iter().flatten().find(known);
    wished.or(scopes.first().copied()).unwrap_or(Adcode::CHINA)
}

/// The first and the last day that the page is about.
fn period(page: &Page) -> (Option<Day>, Option<Day>) {
    let address = &page.state.address;
    let days = || page.results.moments.iter().map(|moment| moment.days);
    let first = || Day::from_number(days().map(|days| days.first).min()?);
    let last = || Day::from_number(days().map(|days| days.last).max()?);
    (address.from.or_else(first), address.to.or_else(last))
}

impl Sheet {
    /// The codes that a unit of this map stands for: its own, and those that were merged into it.
    pub(in crate::app::view) fn codes(&self, code: Adcode, page: &Page) -> Vec<Adcode> {
        let offered = page.archive.offers.places.keys().copied();
        let merged =
            offered.filter(|&other| other != code && self.on.is_some() && successor(other, self.on) == code);
        std::iter::once(code).chain(merged).collect()
    }

    /// How many more events of a unit may lie in the chosen period.
    pub(in crate::app::view) fn maybe(&self, code: Adcode) -> usize {
        self.undated.get(&code).map_or(0, |count| count.within)
    }

    /// The events of a unit; `None` where the bulletins are not about it.
    pub(in crate::app::view) fn count(&self, code: Adcode, page: &Page) -> Option<usize> {
        match self.counts.get(&code) {
            Some(count) => Some(count.within),
            None => self.codes(code, page).into_iter().any(|code| page.archive.covers(code)).then_some(0),
        }
    }
}
