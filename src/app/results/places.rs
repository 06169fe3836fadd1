//! Activities by unit, as the units of a day have them.

use std::collections::BTreeMap;

use super::passes::each_event;
use crate::app::archive::Archive;
use crate::date::Day;
use crate::place::{Adcode, successor};
use crate::search::ActivityIx;
use crate::stats::{DistrictCount, by_district_weighted};

/// How many events took place in each unit and those above it. With a day, what took place in a unit that is no
/// more in force then counts in its successor.
pub fn unit_counts(
    archive: &Archive,
    activities: impl Iterator<Item = ActivityIx>,
    on: Option<Day>,
) -> BTreeMap<Adcode, DistrictCount> {
    let columns = archive.engine.columns();
    let code = |unit: &u32| {
        let code = columns.units.get(*unit as usize).copied()?;
        Some(if on.is_some() { successor(code, on) } else { code })
    };
    // Nearly every event has one unit: those are counted by number first.
    let mut single = vec![0_usize; columns.units.len()];
    let mut several: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    each_event(archive, activities, |reports| {
        let rows = || reports.iter().filter_map(|ix| columns.activities.get(ix.0 as usize));
        if let [_] = reports
            && let Some(&[unit]) = rows().next().map(|row| columns.units_of(row))
            && let Some(count) = single.get_mut(unit as usize)
        {
            *count += 1;
            return;
        }
        let mut units: Vec<u32> = rows().flat_map(|row| columns.units_of(row)).copied().collect();
        units.sort_unstable();
        units.dedup();
        *several.entry(units).or_default() += 1;
    });
    let single = single.into_iter().enumerate().filter(|(_, count)| *count > 0);
    let single = single.map(|(unit, count)| (vec![unit as u32], count));
    let codes =
        |(units, count): (Vec<u32>, usize)| (units.iter().filter_map(code).collect::<Vec<_>>(), count);
    by_district_weighted(single.chain(several).map(codes))
}
