//! Which unit a bulletin is about, and who publishes it, where it does not say so.

use std::collections::BTreeMap;

use super::extract::{OrgKind, Scene};
use crate::place::{Adcode, Here, Level, Mention, NameKind, Named, resolve, unit};

/// Counts of what the text names.
#[derive(Default)]
struct Votes {
    /// Points of each unit itself.
    units: BTreeMap<Adcode, u32>,
    /// How often the text speaks of its own unit at a level: 全市, 市总工会.
    bare: BTreeMap<u8, u32>,
}

/// The unit that the text is about: the lowest one that nearly all that it names lies in, of the level that
/// it speaks of as its own (全市, 县总工会).
pub(crate) fn region<'a>(
    scenes: impl Iterator<Item = &'a Scene>,
    publisher: Option<&str>,
    title: Option<&str>,
) -> Option<Adcode> {
    // 东阿县总工会, 安徽工会信息
    for name in publisher.into_iter().chain(title) {
        if let Some(code) = super::front_matter::region_of(name) {
            return Some(code);
        }
    }
    let mut votes = Votes::default();
    let scenes: Vec<&Scene> = scenes.collect();
    scenes.iter().for_each(|scene| count(scene, &mut votes));
    for guest in scenes.iter().flat_map(|scene| guests(scene)) {
        votes.units.remove(&guest);
    }
    if votes.units.is_empty() {
        scenes.iter().for_each(|scene| count_hints(scene, &mut votes));
    }
    let province = best(&votes, |code| code.province(), None, 55)?;
    let own = votes.bare.iter().max_by_key(|&(_, count)| count).map(|(&level, _)| level);
    let bare = |level: u8| votes.bare.get(&level).copied().unwrap_or(0);
    if own == Some(1) && bare(1) >= bare(2) {
        return Some(province);
    }
    let city = best(&votes, city_of, Some(province), 60);
    let upper = city.unwrap_or(province);
    let county = best(
        &votes,
        |code| if code.level() == Level::County { code } else { Adcode::CHINA },
        Some(upper),
        70,
    );
    match county {
        Some(county) if bare(3) > bare(2) => Some(county),
        _ => Some(upper),
    }
}

/// The city of a county, or the unit itself.
fn city_of(code: Adcode) -> Adcode {
    match code.level() {
        Level::County => unit(code).map_or(code, |row| row.parent),
        _ => code,
    }
}

fn count(scene: &Scene, votes: &mut Votes) {
    for mention in &scene.mentions {
        if let Named::Bare(level) = mention.named {
            *votes.bare.entry(level_number(level)).or_default() += 1;
            continue;
        }
        if is_local_paper(scene, mention) {
            if let Some(code) = resolve(mention, Here::default()) {
                *votes.units.entry(code).or_default() += 2;
            }
            continue;
        }
        if !mention.is_plain() || mention.named == Named::Township {
            continue;
        }
        if let Some(code) = resolve(mention, Here::default()) {
            *votes.units.entry(code).or_default() += 1;
        }
    }
    for org in scene.orgs.iter().filter(|org| org.kind == OrgKind::Union) {
        match org.mention.and_then(|i| scene.mentions.get(i)) {
            Some(mention) => {
                if let Some(code) = resolve(mention, Here::default()) {
                    *votes.units.entry(code).or_default() += 2;
                }
            }
            None => {
                let level = match scene.text.at(org.range.start) {
                    '省' => 1,
                    '市' | '州' => 2,
                    '区' | '县' | '旗' => 3,
                    _ => continue,
                };
                *votes.bare.entry(level).or_default() += 2;
            }
        }
    }
}

/// 庆阳网讯, 闽南日报讯: where a report comes from.
fn is_local_paper(scene: &Scene, mention: &Mention) -> bool {
    const PAPERS: [&str; 6] = ["网讯", "日报讯", "晚报讯", "新闻网讯", "在线讯", "广播讯"];
    mention.range.start == 0
        && mention.named == Named::By(NameKind::Short)
        && PAPERS.iter().any(|paper| scene.text.has(mention.range.end, paper))
}

/// 泗洪县总工会一行来我市考察: the units whose people come to the bulletin's own.
fn guests(scene: &Scene) -> Vec<Adcode> {
    const FARTHEST: usize = 30;
    const COMES: [&str; 10] = [
        "来我市",
        "来我区",
        "来我县",
        "来我省",
        "来我州",
        "来我旗",
        "来我会",
        "到我会",
        "到我市考察",
        "到我区考察",
    ];
    let comes = |end: usize| {
        let mark = scene.text.mark(end..end + FARTHEST, ",。;");
        let mut clause = end..mark.unwrap_or(end + FARTHEST);
        clause.any(|at| COMES.iter().any(|word| scene.text.has(at, word)))
    };
    let plain = scene.mentions.iter().filter(|mention| mention.is_plain() && comes(mention.range.end));
    plain.filter_map(|mention| resolve(mention, Here::default())).collect()
}

/// What a text names only by short names of cities or by townships of which there is one in the country.
fn count_hints(scene: &Scene, votes: &mut Votes) {
    for mention in &scene.mentions {
        let hint = matches!(mention.named, Named::Township | Named::By(NameKind::Short));
        if let Some(code) = resolve(mention, Here::default()).filter(|_| hint) {
            *votes.units.entry(code).or_default() += 1;
        }
    }
}

fn level_number(level: Level) -> u8 {
    match level {
        Level::Country => 0,
        Level::Province => 1,
        Level::City => 2,
        Level::County => 3,
    }
}

/// The unit, by a mapping of units upwards, that holds at least so many percent of the points.
fn best(
    votes: &Votes,
    up: impl Fn(Adcode) -> Adcode,
    within: Option<Adcode>,
    percent: u32,
) -> Option<Adcode> {
    let mut sums: BTreeMap<Adcode, u32> = BTreeMap::new();
    let mut all = 0;
    for (&code, &points) in &votes.units {
        if within.is_some_and(|within| within.level() == Level::Province && code.province() != within) {
            continue;
        }
        if within.is_some_and(|within| within.level() == Level::City && city_of(code) != within) {
            continue;
        }
        // What stands above the wanted level says nothing about it.
        let target = up(code);
        if target == Adcode::CHINA || within == Some(code) {
            continue;
        }
        all += points;
        *sums.entry(target).or_default() += points;
    }
    let (&code, &points) = sums.iter().max_by_key(|&(code, points)| (points, std::cmp::Reverse(code)))?;
    (points * 100 >= all * percent && Some(code) != within && unit(code).is_some()).then_some(code)
}

/// The publisher that a bulletin of a region implies: its federation of trade unions.
pub(crate) fn publisher<'a>(region: Adcode, mut scenes: impl Iterator<Item = &'a Scene>) -> Option<String> {
    let name = format!("{}总工会", unit(region)?.name);
    let bare = match region.level() {
        Level::Province if !unit(region)?.name.ends_with('市') => "省总工会",
        Level::County => {
            if unit(region)?.name.ends_with('县') {
                "县总工会"
            } else {
                "区总工会"
            }
        }
        _ => "市总工会",
    };
    scenes
        .any(|scene| scene.text.as_str().contains(&name) || scene.text.as_str().contains(bare))
        .then_some(name)
}
