//! Which unit a mention means, in a region and on a day.

use super::era::{in_force, successor};
use super::gazetteer::{NameKind, unit};
use super::scan::{Mention, Named, is_above};
use super::{Adcode, Level};
use crate::date::Day;

/// Where and when a text was written: what decides between units of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The unit that the bulletin is about.
    pub region: Option<Adcode>,
    /// The unit that the passage is about, within or outside of the region.
    pub near: Option<Adcode>,
    /// The day of writing.
    pub on: Option<Day>,
}

/// The unit that a mention means here; `None` where that is not certain, because leaving a place unlocated
/// is better than guessing.
///
/// ```
/// use gongxun::place::{Here, mentions, resolve};
/// use gongxun::text::Reading;
/// let text = Reading::new("在江北区举行");
/// let mention = &mentions(&text)[0];
/// let here = Here { region: "500000".parse().ok(), ..Here::default() };
/// assert_eq!(resolve(mention, here).map(|code| code.number()), Some(500105));
/// assert_eq!(resolve(mention, Here::default()), None);
/// ```
pub fn resolve(mention: &Mention, here: Here) -> Option<Adcode> {
    if let Named::Bare(level) = mention.named {
        return bare(level, here);
    }
    let mut means: Vec<Adcode> = Vec::new();
    for &code in &mention.means {
        let code = successor(code, here.on);
        if in_force(code, here.on) && !means.contains(&code) {
            means.push(code);
        }
    }
    if mention.named == Named::By(NameKind::Zone) && means.is_empty() {
        means = mention.means.clone();
    }
    if matches!(mention.named, Named::By(NameKind::Short | NameKind::Word)) {
        // A short name of a county may be any word; it counts in its own province only.
        let home = |code: Adcode| {
            here.near.into_iter().chain(here.region).any(|near| near.province() == code.province())
        };
        means.retain(|&code| code.level() < Level::County || home(code));
    }
    let near = here.near.into_iter().chain(here.region);
    for around in near {
        let mut scope = Some(around);
        while let Some(unit_above) = scope.filter(|&code| code != Adcode::CHINA) {
            let within: Vec<Adcode> =
                means.iter().copied().filter(|&code| is_above(unit_above, code)).collect();
            match within.as_slice() {
                [] => scope = unit(unit_above).map(|unit| unit.parent),
                [one] => return Some(*one),
                // 吉林 in 吉林省 is the city, 朝阳 with a city's 朝阳区 the lower one only when it is near.
                [one, ..] => match same_name(within.as_slice()).or(single_level(&within, *one)) {
                    Some(code) => return Some(code),
                    // Ambiguous near the passage: the bulletin's region may still tell.
                    None => break,
                },
            }
        }
    }
    let township = mention.named == Named::Township;
    match means.as_slice() {
        [one] if !township || here.region.is_none() => Some(*one),
        [one, ..] if !township => same_name(&means).or(single_level(&means, *one)),
        _ => None,
    }
}

/// Of a unit and one beneath it with the same name (阿勒泰地区, 阿勒泰市), the upper.
fn same_name(means: &[Adcode]) -> Option<Adcode> {
    let top = *means.iter().min_by_key(|code| code.level())?;
    means.iter().all(|&code| is_above(top, code)).then_some(top)
}

/// The only one of the highest level: 辽宁的朝阳 is the city, not one of the districts.
fn single_level(means: &[Adcode], _first: Adcode) -> Option<Adcode> {
    let top = means.iter().map(|code| code.level()).min()?;
    let mut at_top = means.iter().filter(|code| code.level() == top);
    match (at_top.next(), at_top.next()) {
        (Some(&one), None) if top < Level::County => Some(one),
        _ => None,
    }
}

/// The unit of a level that is, or lies above, what the text is about. 市 means the province-level city in a
/// municipality, and a county-level city where the text is about one.
fn bare(level: Level, here: Here) -> Option<Adcode> {
    here.near.into_iter().chain(here.region).find_map(|around| {
        let mut at = Some(around);
        while let Some(code) = at.filter(|&code| code != Adcode::CHINA) {
            let row = unit(code)?;
            let is_city =
                row.name.ends_with(['市', '州']) || row.name.ends_with("地区") || row.name.ends_with('盟');
            let fits = match level {
                Level::City => is_city,
                Level::County => code.level() == Level::County && !row.name.ends_with('市'),
                _ => code.level() == level,
            };
            if fits {
                return Some(code);
            }
            at = Some(row.parent);
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::super::mentions;
    use super::*;
    use crate::text::Reading;

    fn check(text: &str, region: &str, on: &str, expected: &[u32]) {
        let here = Here { region: region.parse().ok(), near: None, on: on.parse().ok() };
        let found = mentions(&Reading::new(text));
        let got: Vec<u32> = found.iter().filter_map(|m| resolve(m, here)).map(Adcode::number).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn the_region_decides() {
        check("江北区总工会", "500000", "2024-06-01", &[500_105]);
        check("江北区总工会", "330200", "2024-06-01", &[330_205]);
        check("江北区总工会", "500000", "2025-12-01", &[500_157]);
        check("铁西区总工会", "210300", "2024-06-01", &[210_303]);
        check("铁西区总工会", "210000", "2024-06-01", &[]);
    }

    #[test]
    fn names_within_names_are_not_units() {
        check("长沙市总工会", "430000", "", &[430_100]);
        check("马鞍山市总工会", "340000", "", &[340_500]);
        check("鞍山市总工会", "210000", "", &[210_300]);
        check("来南江村半年了", "500000", "", &[]);
        check("南江县总工会", "510000", "", &[511_922]);
    }

    #[test]
    fn chains_are_the_lowest_unit() {
        check("宿州市砀山县总工会", "340000", "", &[341_321]);
        check("重庆市江北区总工会", "", "2024-06-01", &[500_105]);
        check("新疆阿勒泰", "500000", "", &[654_300]);
    }

    #[test]
    fn townships_lie_in_a_county_of_the_region() {
        check("菜园坝街道", "500000", "2024-07-31", &[500_103]);
        check("宁老庄镇椿树村", "341200", "", &[341_204]);
    }

    #[test]
    fn bare_names_mean_the_unit_of_the_text() {
        check("全市职工", "500000", "", &[500_000]);
        check("我省各市", "210100", "", &[210_000]);
        check("全县", "341321", "", &[341_321]);
    }
}
