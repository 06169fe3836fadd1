//! The units (行政区划) and their names, from `data/geo`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use super::Adcode;

/// A unit: a province, a city or a county.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Its code.
    pub code: Adcode,
    /// Its full name: 石柱土家族自治县.
    pub name: &'static str,
    /// Its short name: 石柱.
    pub short: &'static str,
    /// The unit above it.
    pub parent: Adcode,
    /// Where its label stands: longitude and latitude in degrees.
    pub label: (f64, f64),
}

/// What kind of name a name is; earlier kinds win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// 重庆市, 石柱土家族自治县
    Full,
    /// 石柱县
    Abbreviated,
    /// 万盛经开区: no unit itself, but known to lie in one.
    Zone,
    /// 歌乐山烈士陵园
    Venue,
    /// 石柱
    Short,
    /// 振兴: a short name that is an ordinary word as well.
    Word,
    /// 宣武区
    Former,
}

/// The unit of a code, in force or not.
pub fn unit(code: Adcode) -> Option<&'static Unit> {
    UNITS.binary_search_by_key(&code, |unit| unit.code).ok().and_then(|i| UNITS.get(i))
}

/// Every unit, by code.
pub fn units() -> &'static [Unit] {
    &UNITS
}

/// Every unit of some provinces and every province, with the names that it has or had, the full one first.
pub fn names_in(provinces: &BTreeSet<Adcode>) -> BTreeMap<Adcode, Vec<&'static str>> {
    let mut by_unit: BTreeMap<Adcode, Vec<(NameKind, &'static str)>> = BTreeMap::new();
    for (name, means) in names() {
        for &(code, kind) in means.iter().filter(|(_, kind)| *kind != NameKind::Venue) {
            if code.level() == super::Level::Province || provinces.contains(&code.province()) {
                by_unit.entry(code).or_default().push((kind, name));
            }
        }
    }
    let sorted = |mut names: Vec<(NameKind, &'static str)>| {
        names.sort_unstable();
        names.into_iter().map(|(_, name)| name).collect()
    };
    by_unit.into_iter().map(|(code, names)| (code, sorted(names))).collect()
}

/// Every name, with what it may mean.
pub(super) fn names() -> &'static HashMap<&'static str, Vec<(Adcode, NameKind)>> {
    &NAMES
}

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let mut units: Vec<Unit> =
        include_str!("../../data/geo/gazetteer_admin.tsv").lines().skip(1).filter_map(unit_row).collect();
    units.sort_by_key(|unit| unit.code);
    units
});

fn unit_row(line: &'static str) -> Option<Unit> {
    let mut cells = line.split('\t').skip(1);
    let code = cells.next()?.parse().ok()?;
    let (name, short) = (cells.next()?, cells.next()?);
    let parent = cells.next()?.parse().ok()?;
    let label = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    Some(Unit { code, name, short, parent, label })
}

static NAMES: LazyLock<HashMap<&'static str, Vec<(Adcode, NameKind)>>> = LazyLock::new(|| {
    let mut names: HashMap<&'static str, Vec<(Adcode, NameKind)>> = HashMap::new();
    let mut add = |name: &'static str, code: Adcode, kind: NameKind| {
        if name.chars().count() >= 2 {
            names.entry(name).or_default().push((code, kind));
        }
    };
    for line in include_str!("../../data/geo/gazetteer_alias.tsv").lines().skip(1) {
        // 新区, once of 唐山: a former name that any city's new quarter bears today.
        let generic = |name: &str| name.chars().count() == 2 && name.ends_with('区');
        if let Some((name, code, kind)) =
            alias_row(line).filter(|(name, _, kind)| !(*kind == NameKind::Former && generic(name)))
        {
            add(name, code, kind);
        }
    }
    for line in include_str!("../../data/short_names.tsv").lines().skip(1) {
        if let Some((name, code)) = named_row(line) {
            add(name, code, NameKind::Abbreviated);
        }
    }
    for line in include_str!("../../data/zones.tsv").lines().skip(1) {
        if let Some((name, code)) = named_row(line) {
            add(name, code, NameKind::Zone);
        }
    }
    for line in include_str!("../../data/venues.tsv").lines().skip(1) {
        if let Some((name, code)) = named_row(line) {
            add(name, code, NameKind::Venue);
        }
    }
    for means in names.values_mut() {
        means.sort_by_key(|&(code, kind)| (kind, code));
        means.dedup_by_key(|&mut (code, _)| code);
    }
    names
});

/// Whether a short name is an ordinary word as well: 长寿, 和平.
pub fn is_ordinary_name(name: &str) -> bool {
    ORDINARY.contains(name)
}

/// Short names that are ordinary words as well.
static ORDINARY: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../data/ordinary_names.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .collect()
});

fn alias_row(line: &'static str) -> Option<(&'static str, Adcode, NameKind)> {
    let (name, code) = named_row(line)?;
    let kind = match line.split('\t').nth(2)? {
        "full" => NameKind::Full,
        "abbr" => NameKind::Abbreviated,
        "short" if ORDINARY.contains(name) => NameKind::Word,
        "short" => NameKind::Short,
        _ if name == "市区" || name == "郊区" || name == "城区" => return None,
        _ => NameKind::Former,
    };
    Some((name, code, kind))
}

fn named_row(line: &'static str) -> Option<(&'static str, Adcode)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_read_whole() {
        let rows = |text: &str| text.lines().skip(1).count();
        assert_eq!(UNITS.len(), rows(include_str!("../../data/geo/gazetteer_admin.tsv")));
        for text in [
            include_str!("../../data/zones.tsv"),
            include_str!("../../data/venues.tsv"),
            include_str!("../../data/short_names.tsv"),
        ] {
            for line in text.lines().skip(1) {
                let known = named_row(line).and_then(|(_, code)| unit(code));
                assert!(known.is_some() && line.split('\t').count() == 3, "{line}");
            }
        }
    }

    #[test]
    fn parents_are_units() {
        for row in units() {
            assert!(row.parent == Adcode::CHINA || unit(row.parent).is_some(), "{}", row.name);
        }
    }

    #[test]
    fn a_name_may_mean_several_units() {
        let codes: Vec<u32> = names()["江北区"].iter().map(|(code, _)| code.number()).collect();
        assert_eq!(codes, [330205, 500105, 500157]);
    }
}
