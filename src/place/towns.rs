//! Townships and subdistricts (乡镇街道): which county a name ending in 镇, 乡 or 街道 lies in.

use std::collections::HashMap;
use std::sync::LazyLock;

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
        let counties = TOWNS.get(text.text(end - length..end))?;
        Some((end - length, counties.as_slice()))
    })
}

static TOWNS: LazyLock<HashMap<&'static str, Vec<Adcode>>> = LazyLock::new(|| {
    let mut towns: HashMap<&'static str, Vec<Adcode>> = HashMap::new();
    for line in include_str!("../../data/geo/gazetteer_town_compact.tsv").lines().skip(1) {
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
});

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
