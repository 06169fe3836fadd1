//! The organisers that a question names, in full: those that the corpus knows, and the general union (总工会)
//! of a unit. This module does not judge whether they organised anything.

use std::ops::Range;

use crate::place::{Adcode, Level};
use crate::text::Reading;

use super::places::{Gazetteer, Named, is_municipality};
use super::reading::Here;

/// An organiser that a question names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Organiser {
    /// Where its name stands, its unit's name included.
    pub range: Range<usize>,
    /// Its full name.
    pub name: String,
}

/// What stands for an organ of a body, behind the body's name.
const ORGANS: [&str; 6] = ["党组", "女职工委员会", "经审会", "机关", "机关党委", "党组中心组"];

/// Whether a body is this one or an organ of it: 沈阳市总工会党组 of 沈阳市总工会.
pub(super) fn is_organ_of(body: &str, name: &str) -> bool {
    body.strip_prefix(name).is_some_and(|organ| organ.is_empty() || ORGANS.contains(&organ))
}

/// The organisers that a question names, in order.
pub(super) fn organisers(
    text: &Reading,
    gazetteer: &Gazetteer,
    here: &Here,
    places: &[Named],
) -> Vec<Organiser> {
    let mut names: Vec<(String, &str)> = Vec::new();
    for full in &here.organisers {
        let read = Reading::new(full).as_str().to_owned();
        let body = ORGANS.iter().find_map(|organ| read.strip_suffix(organ)).map(str::to_owned);
        for name in [Some(read), body].into_iter().flatten() {
            // 机械冶金工会 for 重庆市机械冶金工会; 总工会 alone names none.
            let short = without_unit(&name, gazetteer, here);
            names.extend(short.into_iter().chain([name]).map(|name| (name, full.as_str())));
        }
    }
    names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    let mut found: Vec<Organiser> = Vec::new();
    let mut place = 0;
    while place < text.len() {
        let general = general_union(text, place, gazetteer, here, places);
        let known = names.iter().find(|(name, _)| text.has(place, name)).map(|(name, full)| {
            let body = ORGANS.iter().find(|organ| full.ends_with(*organ) && !name.ends_with(*organ));
            let name_of = body.and_then(|organ| full.strip_suffix(*organ)).unwrap_or(full);
            Organiser { range: place..place + name.chars().count(), name: name_of.to_owned() }
        });
        match [general, known].into_iter().flatten().max_by_key(|found| found.range.end) {
            Some(one) => {
                place = one.range.end;
                found.push(one);
            }
            None => place += 1,
        }
    }
    found
}

/// What a body is called at home, without its unit's name: 机械冶金工会, 市机械冶金工会.
fn without_unit(name: &str, gazetteer: &Gazetteer, here: &Here) -> Vec<String> {
    let units = here
        .units
        .iter()
        .copied()
        .chain(here.region)
        .flat_map(|unit| std::iter::successors(Some(unit), |unit| unit.parent()));
    let unit = units
        .filter_map(|unit| gazetteer.name(unit))
        .filter(|unit| name.starts_with(unit))
        .max_by_key(|unit| unit.len());
    let Some((unit, rest)) = unit.and_then(|unit| Some((unit, name.strip_prefix(unit)?))) else {
        return Vec::new();
    };
    let specific = rest.chars().count() > 4 && !rest.starts_with("总工会");
    if !specific {
        return Vec::new();
    }
    let level: String = unit.chars().last().into_iter().collect();
    vec![rest.to_owned(), format!("{level}{rest}")]
}

/// 渝北区总工会, 渝北总工会, 市总工会, 区总.
fn general_union(
    text: &Reading,
    start: usize,
    gazetteer: &Gazetteer,
    here: &Here,
    places: &[Named],
) -> Option<Organiser> {
    let ends = |at: usize| {
        ["总工会", "总公会"].iter().find(|word| text.has(at, word)).map(|word| at + word.chars().count())
    };
    if let Some(place) = places.iter().find(|place| place.range.start == start)
        && let [code] = place.means[..]
        && let Some(end) = ends(place.range.end)
    {
        return Some(Organiser { range: start..end, name: format!("{}总工会", gazetteer.name(code)?) });
    }
    let level = match text.at(start) {
        '省' => Level::Province,
        '市' => Level::City,
        '区' | '县' => Level::County,
        _ => return None,
    };
    let short = text.at(start + 1) == '总' && !matches!(text.at(start + 2), '工' | '体' | '是' | '共' | '的');
    let end = ends(start + 1).or(short.then_some(start + 2))?;
    let unit =
        std::iter::successors(here.region, |unit| unit.parent()).find(|unit| at_level(*unit, level))?;
    Some(Organiser { range: start..end, name: format!("{}总工会", gazetteer.name(unit)?) })
}

/// Whether a unit is what people of its place call 市, 区 or 省.
pub(super) fn at_level(unit: Adcode, level: Level) -> bool {
    match level {
        Level::City => unit.level() == level || is_municipality(unit),
        _ => unit.level() == level && !is_municipality(unit),
    }
}
