//! Counts by administrative unit (行政区划), rolled up to the units above.

use std::collections::{BTreeMap, BTreeSet};

use crate::place::Adcode;

/// How many entries lie in a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DistrictCount {
    /// Placed at the unit itself and at none beneath it, such as what a city does as a whole.
    pub own: usize,
    /// Placed at the unit or anywhere beneath it, each counted once.
    pub within: usize,
}

/// Counts for every unit that occurs and for all units above it, the country included.
///
/// ```
/// use gongxun::stats::by_district;
/// let [city, yuzhong, banan] = ["500000", "500103", "500113"].map(|code| code.parse().unwrap());
/// let counts = by_district([vec![yuzhong, banan], vec![yuzhong], vec![city]]);
/// assert_eq!((counts[&city].own, counts[&city].within, counts[&yuzhong].within), (1, 3, 2));
/// ```
pub fn by_district(
    entries: impl IntoIterator<Item = impl IntoIterator<Item = Adcode>>,
) -> BTreeMap<Adcode, DistrictCount> {
    by_district_weighted(entries.into_iter().map(|entry| (entry, 1)))
}

/// The same where each entry stands for several activities with the same units.
pub fn by_district_weighted(
    entries: impl IntoIterator<Item = (impl IntoIterator<Item = Adcode>, usize)>,
) -> BTreeMap<Adcode, DistrictCount> {
    let mut counts: BTreeMap<Adcode, DistrictCount> = BTreeMap::new();
    for (entry, weight) in entries {
        let named: BTreeSet<Adcode> = entry.into_iter().collect();
        let above: BTreeSet<Adcode> = named.iter().flat_map(|&unit| ancestors(unit)).collect();
        for &unit in named.union(&above) {
            let count = counts.entry(unit).or_default();
            count.within += weight;
            count.own += if above.contains(&unit) { 0 } else { weight };
        }
    }
    counts
}

fn ancestors(unit: Adcode) -> impl Iterator<Item = Adcode> {
    std::iter::successors(unit.parent(), |above| above.parent())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Adcode {
        text.parse().unwrap()
    }

    #[test]
    fn a_unit_named_beside_its_parent_is_not_counted_as_the_parents_own() {
        let counts = by_district([[code("341300"), code("341321")]]);
        assert_eq!(counts[&code("341300")], DistrictCount { own: 0, within: 1 });
        assert_eq!(counts[&code("341321")], DistrictCount { own: 1, within: 1 });
        assert_eq!(counts[&Adcode::CHINA], DistrictCount { own: 0, within: 1 });
    }

    #[test]
    fn a_place_given_twice_counts_once() {
        let counts = by_district([[code("500103"), code("500103")]]);
        assert_eq!(counts[&code("500103")], DistrictCount { own: 1, within: 1 });
    }
}
