//! Townships and subdistricts (乡镇街道): which county a name ending in 镇, 乡 or 街道 lies in.

use std::collections::{BTreeSet, HashMap};

use super::Adcode;
use crate::text::Reading;

/// The longest name of a township has so many characters.
const LONGEST: usize = 14;

/// The township whose name ends at a place: where it begins, and the counties that have one of that name.
/// The text must go on neither with another name nor begin within one; the caller chooses among counties.
pub(super) fn ending_at(text: &Reading, end: usize) -> Option<(usize, &'static [Adcode])> {
    let suffix = ["街道", "镇", "乡", "地区"].into_iter().find(|suffix| text.ends(end, suffix))?;
    let least = suffix.chars().count() + 1;
    (least..=LONGEST.min(end)).rev().find_map(|length| {
        let counties = towns()?.get(text.text(end - length..end))?;
        // 区总工会联合镇总工会: a word that joins, not 联合镇.
        if text.ends(end - length, "工会") {
            return None;
        }
        Some((end - length, counties.as_slice()))
    })
}

/// The whole table, for the command and for packaging: a county's code, a tab, its townships.
#[cfg(feature = "cli")]
pub const ALL: &str = include_str!("../../data/geo/gazetteer_town_compact.tsv");

/// Townships with the counties that have one of that name.
type Towns = HashMap<&'static str, Vec<Adcode>>;

#[cfg(feature = "cli")]
fn towns() -> Option<&'static Towns> {
    static TOWNS: std::sync::LazyLock<Towns> = std::sync::LazyLock::new(|| read(ALL));
    Some(&TOWNS)
}

#[cfg(not(feature = "cli"))]
static GIVEN: std::sync::RwLock<Option<&'static Towns>> = std::sync::RwLock::new(None);

#[cfg(not(feature = "cli"))]
fn towns() -> Option<&'static Towns> {
    GIVEN.read().ok().and_then(|given| *given)
}

/// Gives the table to a program that has none compiled in, in place of what it was given before; to one that has, this
/// does nothing. The table is kept to the end of the program.
pub fn give(table: &str) {
    #[cfg(not(feature = "cli"))]
    if let Ok(mut given) = GIVEN.write() {
        *given = Some(Box::leak(Box::new(read(table.to_owned().leak()))));
    }
    #[cfg(feature = "cli")]
    let _ = table;
}

/// The part of a table that some provinces need.
pub fn of_provinces(table: &str, provinces: &BTreeSet<Adcode>) -> String {
    let wanted = |line: &&str| {
        let code = line.split('\t').next().and_then(|code| code.parse::<Adcode>().ok());
        code.is_none_or(|code| provinces.contains(&code.province()))
    };
    table.lines().filter(wanted).map(|line| format!("{line}\n")).collect()
}

fn read(table: &'static str) -> Towns {
    let mut towns: Towns = HashMap::new();
    for line in table.lines().skip(1) {
        let Some((code, names)) = line.split_once('\t') else { continue };
        let Ok(code) = code.parse::<Adcode>() else { continue };
        for name in names.split(' ') {
            towns.entry(name).or_default().push(code);
        }
    }
    for line in include_str!("../../data/geo/town_overlay_500157.tsv").lines().skip(1) {
        let mut cells = line.split('\t').skip(1);
        if let (Some(name), Some(Ok(code))) = (cells.next(), cells.next().map(str::parse::<Adcode>)) {
            towns.entry(name).or_default().push(code);
        }
    }
    towns
}

#[cfg(feature = "cli")]
#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(usize, u32)>) {
        let text = Reading::new(text);
        let got = ending_at(&text, text.len()).map(|(start, counties)| (start, counties[0].number()));
        assert_eq!(got, expected);
    }

    #[test]
    fn the_longest_name_counts() {
        check("走进菜园坝街道", Some((2, 500_103)));
        check("到宁老庄镇", Some((1, 341_204)));
        check("南江村", None);
        check("街道", None);
    }
}
