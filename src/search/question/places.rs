//! The units that a question names, by a list of names and the rules of `place` about regions and days.
//!
//! The names come in: natively those of the whole country, in the browser those that the map part carries.
//! A name that may mean several units is given with all of them; the caller offers the choice.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::date::Day;
use crate::place::{Adcode, Level, in_force, names_in, successor, units};
use crate::text::Reading;

use super::super::Columns;
use super::reading::Here;

/// What a name may mean, and whether it is another than the full one of that unit.
type Means = Vec<(Adcode, bool)>;

/// Names of units, full and short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    /// By name as it is read.
    names: BTreeMap<String, Means>,
    full: BTreeMap<Adcode, String>,
    longest: usize,
}

impl Gazetteer {
    /// The units that an index knows: those of its corpus' provinces by all their names, and all provinces.
    pub fn of(columns: &Columns) -> Gazetteer {
        let known = &columns.known_units;
        let mut gazetteer = Gazetteer::new(
            known.iter().map(|(code, names)| (*code, names.iter().map(String::as_str).collect())),
        );
        for (&code, name) in &columns.unit_names {
            gazetteer.full.entry(code).or_insert_with(|| name.clone());
            gazetteer.add(name, code, false);
        }
        gazetteer
    }

    /// Every unit of the country, by all its names.
    pub fn of_country() -> Gazetteer {
        let provinces = units().iter().map(|unit| unit.code.province()).collect();
        Gazetteer::new(names_in(&provinces))
    }

    /// Units with their names, the full one first.
    pub fn new<'n>(units: impl IntoIterator<Item = (Adcode, Vec<&'n str>)>) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for (code, names) in units.into_iter().filter(|unit| unit.0 != Adcode::CHINA) {
            gazetteer.full.extend(names.first().map(|full| (code, (*full).to_owned())));
            for (at, name) in names.iter().enumerate() {
                gazetteer.add(name, code, at > 0);
            }
        }
        gazetteer
    }

    /// The full name of a unit.
    pub fn name(&self, code: Adcode) -> Option<&str> {
        self.full.get(&code).map(String::as_str)
    }

    fn add(&mut self, name: &str, code: Adcode, short: bool) {
        let name = Reading::new(name).as_str().to_owned();
        let length = name.chars().count();
        if length < 2 {
            return;
        }
        self.longest = self.longest.max(length);
        let means = self.names.entry(name).or_default();
        match means.iter_mut().find(|known| known.0 == code) {
            Some(known) => known.1 &= short,
            None => means.push((code, short)),
        }
    }

    fn longest_at(&self, text: &Reading, start: usize) -> Option<(Range<usize>, &Means)> {
        let most = self.longest.min(text.len().saturating_sub(start));
        (2..=most).rev().find_map(|length| {
            let range = start..start + length;
            Some((range.clone(), self.names.get(text.text(range))?))
        })
    }
}

/// A unit that a question names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Where its name stands.
    pub range: Range<usize>,
    /// What it may mean: one unit, or several between which nothing decides.
    pub means: Vec<Adcode>,
    /// Whether it is not a full name, so that it may be part of another word.
    pub short: bool,
}

/// The units that a question names, in order.
pub(super) fn named(text: &Reading, gazetteer: &Gazetteer, here: &Here, on: Option<Day>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut place = 0;
    while place < text.len() {
        if let Some((range, codes)) =
            gazetteer.longest_at(text, place).filter(|(range, codes)| stands(text, range, codes))
        {
            let short = codes.iter().all(|(_, short)| *short);
            let means: Vec<Adcode> = codes.iter().map(|(code, _)| *code).collect();
            place = range.end;
            join(&mut found, text, Named { range, means, short });
        } else if let Some((range, code)) = bare(text, place, here) {
            place = range.end;
            found.push(Named { range, means: code.into_iter().collect(), short: false });
        } else {
            place += 1;
        }
    }
    for named in &mut found {
        named.means = decide(&named.means, named.short, here, on);
    }
    // 新区 was a county somewhere once: far away only full names count.
    found.retain(|named| !named.short || named.means.iter().any(|code| is_near(*code, here)));
    found
}

/// 南江村 is not 南江县, 大足石刻 is not 大足区.
fn stands(text: &Reading, range: &Range<usize>, codes: &[(Adcode, bool)]) -> bool {
    let part = "村镇乡路街桥河湖山寺庙站岛湾沟坝坪店营庄屯里弄巷社矿港码城嘴门江";
    let longer = ["社会", "城乡", "城区", "街道", "里的", "山区", "城市", "门店", "里有"];
    codes.iter().any(|(_, short)| !short)
        || !part.contains(text.at(range.end))
        || longer.iter().any(|word| text.has(range.end, word))
}

/// Names down the tree are one: 辽宁的朝阳, 宿州市砀山县.
fn join(found: &mut Vec<Named>, text: &Reading, next: Named) {
    if let Some(before) = found.last_mut() {
        let between = text.text(before.range.end..next.range.start);
        let beneath: Vec<Adcode> = next
            .means
            .iter()
            .copied()
            .filter(|code| before.means.iter().any(|above| above != code && above.contains(*code)))
            .collect();
        if matches!(between, "" | "的" | " ") && !beneath.is_empty() {
            *before = Named { range: before.range.start..next.range.end, means: top(beneath), short: false };
            return;
        }
    }
    found.push(next);
}

/// 全市, 我们区, 市里: the unit of that level that the archive is about; nothing where it is about none.
fn bare(text: &Reading, start: usize, here: &Here) -> Option<(Range<usize>, Option<Adcode>)> {
    const LEADS: [&str; 9] = ["全", "我们", "咱们", "我", "咱", "本", "该", "整个", "我们这个"];
    let lead = LEADS.iter().filter(|lead| text.has(start, lead)).max_by_key(|lead| lead.len())?;
    let at = start + lead.chars().count();
    let level = match text.at(at) {
        '省' => Level::Province,
        '市' => Level::City,
        '区' | '县' => Level::County,
        _ => return None,
    };
    // 全区县, 全市场, 我市区: other words.
    if matches!(text.at(at + 1), '县' | '场' | '区' | '域') {
        return None;
    }
    let mut unit = here.region;
    while let Some(code) = unit {
        if code.level() == level || (level == Level::City && is_municipality(code)) {
            return Some((start..at + 1, Some(code)));
        }
        unit = code.parent();
    }
    Some((start..at + 1, None))
}

/// Whether a unit is a province that its people call a city (直辖市).
pub(super) fn is_municipality(unit: Adcode) -> bool {
    unit.level() == Level::Province && matches!(unit.number() / 10_000, 11 | 12 | 31 | 50)
}

/// What a name means here: by the region and what lies around it, then by what the corpus tells of.
fn decide(means: &[Adcode], short: bool, here: &Here, on: Option<Day>) -> Vec<Adcode> {
    let mut codes: Vec<Adcode> = Vec::new();
    for &code in means {
        // Without a day 江北区 is the district that the archive speaks of.
        let code = if on.is_some() { successor(code, on) } else { code };
        if in_force(code, on) && !codes.contains(&code) {
            codes.push(code);
        }
    }
    if codes.is_empty() {
        // Who asks knows the names of today, of whatever time: 去年的两江新区.
        codes = means.to_vec();
    }
    if codes.len() < 2 {
        return codes;
    }
    let mut scope = here.region;
    while let Some(above) = scope.filter(|above| *above != Adcode::CHINA) {
        let within: Vec<Adcode> = codes.iter().copied().filter(|code| above.contains(*code)).collect();
        if !within.is_empty() {
            return top(within);
        }
        scope = above.parent();
    }
    let known: Vec<Adcode> =
        codes.iter().copied().filter(|code| here.units.iter().any(|unit| code.contains(*unit))).collect();
    match known.len() {
        0 if short => top(codes),
        0 => codes,
        _ => top(known),
    }
}

/// Whether a unit is above counties, or of a province that the archive is about or tells of.
fn is_near(code: Adcode, here: &Here) -> bool {
    let provinces = here.units.iter().copied().chain(here.region).map(Adcode::province);
    code.level() < Level::County || provinces.into_iter().any(|province| province == code.province())
}

/// Of a unit and those of its name beneath it the upper; of a city and districts elsewhere the city.
fn top(codes: Vec<Adcode>) -> Vec<Adcode> {
    let Some(level) = codes.iter().map(|code| code.level()).min() else { return codes };
    let highest: Vec<Adcode> = codes.iter().copied().filter(|code| code.level() == level).collect();
    match highest[..] {
        [one] if level < Level::County || codes.len() == 1 => vec![one],
        _ => codes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, region: &str, expected: &[&[u32]]) {
        let names = Gazetteer::of_country();
        let here = Here { region: region.parse().ok(), ..Here::default() };
        let found = named(&Reading::new(text), &names, &here, None);
        let found: Vec<Vec<u32>> =
            found.iter().map(|named| named.means.iter().map(|code| code.number()).collect()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_region_decides_between_names() {
        check("江北办过几次", "500000", &[&[500_105]]);
        check("江北区办过几次", "330200", &[&[330_205]]);
        check("辽宁的朝阳办过几次", "500000", &[&[211_300]]);
        check("宿州市砀山县", "500000", &[&[341_321]]);
        check("全市有多少", "500000", &[&[500_000]]);
        check("我们县", "341321", &[&[341_321]]);
        check("石柱县", "500000", &[&[500_240]]);
    }

    #[test]
    fn what_nothing_decides_stays_open() {
        let names = Gazetteer::of_country();
        let found = named(&Reading::new("鼓楼区办过几次"), &names, &Here::default(), None);
        assert!(found[0].means.len() > 1);
    }

    #[test]
    fn other_words_are_no_units() {
        check("南江村", "500000", &[]);
        check("全市场", "500000", &[]);
    }
}
