//! Where an activity took place (地点): what the text says of it, else its organisers' areas, else the
//! bulletin's region. Who came to visit and who was named are kept apart.

use std::ops::Range;
use std::sync::LazyLock;

use super::passages::Passage;
use super::scene::Scene;
use super::venues::{venue_end, venues};
use crate::corpus::{Place, PlaceBasis, PlaceName};
use crate::ingest::extract::lexicon::{Class, Verb};
use crate::place::{Adcode, Here, Mention, NameKind, Named, resolve, unit};

/// Where an activity took place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Whereabouts {
    /// The units.
    pub places: Vec<Place>,
    /// Units that are named but are not where it took place.
    pub mentioned: Vec<PlaceName>,
    /// Halls, parks, firms, subdistricts.
    pub venues: Vec<String>,
    /// The words that the place rests on, where there are any in the paragraph.
    pub at: Option<Range<usize>>,
    /// And where they stand in the headline.
    pub title_at: Option<Range<usize>>,
}

/// Words after which a place of the event stands.
const CUES: [&str; 16] = [
    "走进", "深入", "来到", "前往", "奔赴", "赶赴", "进驻", "走访", "在", "到", "赴", "走到", "抵达", "齐聚",
    "落户", "实地",
];

/// Finds where the activity of a passage took place.
pub(super) fn whereabouts(
    scene: &Scene,
    title: Option<&Scene>,
    passage: &Passage,
    region: Option<Adcode>,
) -> Whereabouts {
    let here = passage.here;
    let core = passage.told.range.clone();
    let mut found = Whereabouts::default();
    let hosts = most_specific(passage.units.clone());
    let mut units: Vec<(Adcode, PlaceBasis)> = Vec::new();
    let mut elsewhere = false;
    for phrase in phrases(scene, &core) {
        let mut any = false;
        for mention in scene.mentions_in(&phrase) {
            if is_origin(scene, mention.range.start)
                || is_route(scene, mention)
                || (!mention.is_plain() && !short_is_place(scene, mention.range.end))
            {
                continue;
            }
            // 我市 is the bulletin's own, whoever acts.
            let own = scene.text.at(mention.own) == '我' && matches!(mention.named, Named::Bare(_));
            let ours = || resolve(mention, Here { near: None, ..here });
            let code = if own { ours().or_else(|| resolve(mention, here)) } else { resolve(mention, here) };
            let Some(code) = code else { continue };
            if !mention.is_plain() && names_firm(scene, mention.range.end) && is_apart(code, &hosts) {
                // 天津铁厂 in another province.
                continue;
            }
            any = true;
            let basis = match mention.named {
                Named::By(NameKind::Venue | NameKind::Zone) => PlaceBasis::Venue,
                _ => PlaceBasis::Text,
            };
            if mention.named == Named::Township {
                found.venues.push(
                    scene.text.text(mention.own..venue_end(scene, mention.range.end, phrase.end)).to_owned(),
                );
            }
            units.push((code, basis));
            found.at.get_or_insert(mention.range.clone());
        }
        elsewhere |= !any;
        found.venues.extend(venues(scene, &phrase));
    }
    if let Some((host, at)) = visited(scene, &core, &hosts, here, region) {
        // 某市总工会一行来访: where the visitors came to, not where they are from.
        found.at = at.clone();
        units = vec![(host, if at.is_some() { PlaceBasis::Text } else { PlaceBasis::Bulletin })];
    }
    if units.is_empty() {
        units.extend(capital(scene, &core).map(|(code, at)| {
            found.at.get_or_insert(at);
            (code, PlaceBasis::Text)
        }));
    }
    if units.is_empty() && refers_back(scene, &core) {
        units.extend(before(scene, &core, here).map(|(code, at)| {
            found.at.get_or_insert(at);
            (code, PlaceBasis::Text)
        }));
    }
    // A place above the organisers' own area says less than they do.
    units.retain(|&(code, _)| !hosts.iter().any(|&host| host != code && above(code, host)));
    let outside = |code: Adcode| !hosts.iter().any(|&host| above(host, code));
    if units.is_empty() {
        units.extend(hosts.iter().map(|&code| (code, PlaceBasis::Organiser)));
    } else if elsewhere && has_list(scene, &core) && units.iter().all(|&(code, _)| outside(code)) {
        // A place outside beside venues that no table has, which will lie in the organisers' area.
        units.extend(hosts.iter().map(|&code| (code, PlaceBasis::Organiser)));
    }
    if units.is_empty() {
        let verb = passage.told.act.as_ref().map_or(core.end, |act| act.start);
        let own = named_in(scene, &(core.start..verb), here);
        if let Some((code, at)) = own {
            found.at.get_or_insert(at);
            units.push((code, PlaceBasis::Text));
        } else if let Some((code, at)) = title.and_then(|title| named_in(title, &(0..title.text.len()), here))
        {
            found.title_at = Some(at);
            units.push((code, PlaceBasis::Text));
        }
    }
    if units.is_empty() {
        units.extend(here.near.map(|code| (code, PlaceBasis::Organiser)));
    }
    if units.is_empty() {
        units.extend(region.map(|code| (code, PlaceBasis::Bulletin)));
    }
    let codes = most_specific(units.iter().map(|&(code, _)| code).collect());
    for code in codes {
        let basis =
            units.iter().find(|&&(other, _)| other == code).map_or(PlaceBasis::Text, |&(_, basis)| basis);
        let name = unit(code).map_or_else(String::new, |unit| unit.name.to_owned());
        found.places.push(Place { adcode: code, name, basis });
    }
    found.mentioned = mentioned(scene, passage, &found.places);
    dedup(&mut found.venues);
    found
}

/// 在这里, 在此: the place was told before.
fn refers_back(scene: &Scene, core: &Range<usize>) -> bool {
    let words = scene.text.text(core.clone());
    ["在这里", "在此", "来到这里", "走进这里", "该园区", "该企业", "该站"]
        .iter()
        .any(|word| words.contains(word))
}

/// The unit that the words before a statement name last.
fn before(scene: &Scene, core: &Range<usize>, here: Here) -> Option<(Adcode, Range<usize>)> {
    let mut earlier = scene.mentions_in(&(0..core.start)).iter().rev().filter(|mention| mention.is_plain());
    earlier.find_map(|mention| Some((resolve(mention, here)?, mention.range.clone())))
}

/// The unit that a stretch names first, other than as where someone comes from.
fn named_in(scene: &Scene, range: &Range<usize>, here: Here) -> Option<(Adcode, Range<usize>)> {
    let plain = scene.mentions_in(range).iter().filter(|mention| mention.is_plain());
    let mut plain = plain.filter(|mention| !is_origin(scene, mention.range.start));
    plain.find_map(|mention| Some((resolve(mention, here)?, mention.range.clone())))
}

fn dedup(list: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    list.retain(|item| {
        let new = !seen.contains(item) && item.chars().count() >= 2;
        seen.push(item.clone());
        new
    });
}

/// Whether a unit is or lies above another.
pub(super) fn above(upper: Adcode, lower: Adcode) -> bool {
    let mut at = Some(lower);
    while let Some(code) = at {
        if code == upper {
            return true;
        }
        at = unit(code).map(|unit| unit.parent).filter(|&code| code != Adcode::CHINA);
    }
    false
}

/// The units of a list that have none of the others beneath them, each once.
pub(super) fn most_specific(units: Vec<Adcode>) -> Vec<Adcode> {
    let mut kept: Vec<Adcode> = Vec::new();
    for &code in &units {
        let lower = units.iter().any(|&other| other != code && above(code, other));
        if !lower && !kept.contains(&code) {
            kept.push(code);
        }
    }
    kept
}

/// The stretches after words of place, up to the next verb or mark.
fn phrases(scene: &Scene, core: &Range<usize>) -> Vec<Range<usize>> {
    let text = &scene.text;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut place = core.start;
    while place < core.end {
        if !"走深来前奔赶进在到赴抵齐落实去驻".contains(text.at(place)) {
            place += 1;
            continue;
        }
        let cue = CUES.iter().filter(|cue| text.has(place, cue)).max_by_key(|cue| cue.len());
        // 来我市考察; 去, 驻 where the name of a unit follows.
        let cue = cue.or_else(|| (text.at(place) == '来' && text.at(place + 1) == '我').then_some(&"来"));
        let named = || scene.mentions_in(&(place + 1..place + 2)).iter().any(|mention| mention.is_plain());
        let cue = cue.or_else(|| ["去", "驻"].iter().find(|word| text.has(place, word) && named()));
        // 来湖州访问
        let guests = || {
            const COME: [&str; 6] = ["访问", "考察", "调研", "交流", "学习", "参观"];
            let mention = scene.mentions_in(&(place + 1..place + 2)).first();
            mention.is_some_and(|mention| COME.iter().any(|word| text.has(mention.range.end, word)))
        };
        let cue = cue.or_else(|| (text.at(place) == '来' && guests()).then_some(&"来"));
        let inside =
            scene.mention_around(place).is_some_and(|m| m.range.start < place && place < m.range.end);
        let Some(cue) = cue.filter(|_| !scene.is_quoted(place) && !inside && !within_word(scene, place))
        else {
            place += 1;
            continue;
        };
        let start = place + cue.chars().count();
        let end = phrase_end(scene, start, core.end);
        let abstract_ends = [
            "之际", "下", "中", "上", "期间", "过程", "前提", "时", "方面", "后", "指导", "支持", "带领",
            "陪同", "基础", "大局",
        ];
        let is_abstract = abstract_ends.iter().any(|word| text.ends(end, word))
            && *cue == "在"
            && !["现场", "线上", "路上", "地下"].iter().any(|word| text.ends(end, word));
        // 在和某市总工会对接后: with whom, not where.
        let with = *cue == "在" && ["和", "与", "同"].iter().any(|word| text.has(start, word));
        if end > start && !is_abstract && !with {
            found.push(start..end);
        }
        place = end.max(start);
    }
    found
}

/// 现在, 存在, 得到, 达到: no word of place.
fn within_word(scene: &Scene, place: usize) -> bool {
    let text = &scene.text;
    let before = [
        "现", "存", "正", "旨", "意", "重", "好", "得", "达", "直", "感受", "收", "受", "看", "想", "做",
        "起", "遇", "提", "了解", "听", "见", "落实", "用", "学",
    ];
    let after = [
        "在于", "在线", "在编", "在册", "在职", "在岗", "在校", "在建", "在家", "在全", "到位", "到来",
        "到底", "到账", "在即", "在列", "在渝",
    ];
    let one = matches!(text.at(place), '在' | '到');
    one && (before.iter().any(|word| text.ends(place, word))
        || after.iter().any(|word| text.has(place, word)) && !text.has(place, "在全市范围"))
}

/// Where a phrase of place ends: at a mark or the next verb that is no part of a name.
fn phrase_end(scene: &Scene, start: usize, end: usize) -> usize {
    let mark = scene.text.mark(start..end, ",。;:").unwrap_or(end);
    let verb = scene.hits_in(&(start..mark)).iter().find(|hit| {
        let stops = match hit.class {
            Class::Verb(Verb::Act) => true,
            Class::Verb(Verb::Join) => matches!(
                scene.text.text(hit.start..hit.end),
                "为" | "向" | "与" | "对" | "持续" | "全面" | "并" | "隆重" | "成功" | "给" | "分别"
            ),
            Class::Verb(Verb::Weak) => matches!(scene.text.text(hit.start..hit.end), "进行" | "学习"),
            _ => false,
        };
        let in_org = scene.in_org(&(hit.start..hit.end));
        let in_place = scene
            .mention_around(hit.start + 1)
            .is_some_and(|mention| mention.range.start <= hit.start && hit.end <= mention.range.end);
        stops && !in_org && !in_place && !scene.is_quoted(hit.start) && hit.start > start
    });
    verb.map_or(mark, |hit| hit.start)
}

/// 来自, 邀请, 对口: whose people they are, not where it was.
fn is_origin(scene: &Scene, place: usize) -> bool {
    ["来自", "邀请", "邀请了", "对口支援", "对口帮扶", "对口", "不含", "不包括"]
        .iter()
        .any(|word| scene.text.ends(place, word))
}

/// Whether units lie in other provinces than a unit.
fn is_apart(code: Adcode, units: &[Adcode]) -> bool {
    !units.is_empty() && units.iter().all(|unit| unit.province() != code.province())
}

/// Whether a name goes on as that of a firm: 天津铁厂.
fn names_firm(scene: &Scene, end: usize) -> bool {
    let word = (end..end + 8).take_while(|&at| scene.text.at(at).is_alphanumeric());
    word.into_iter()
        .any(|at| ["厂", "公司", "集团", "银行", "大学", "医院"].iter().any(|name| scene.text.has(at, name)))
}

/// 阳泉至石家庄的国道: the ends of a way are not on it.
fn is_route(scene: &Scene, mention: &Mention) -> bool {
    let (start, end) = (mention.range.start, mention.range.end);
    let to = |at: usize| matches!(scene.text.at(at), '至' | '—');
    let other = |range: Range<usize>| !scene.mentions_in(&range).is_empty();
    to(end) && other(end + 1..end + 2)
        || start > 0
            && to(start - 1)
            && scene.mention_around(start - 1).is_some_and(|before| before.range.end + 1 == start)
}

/// Where visitors came to (来访, 来渝, 到渝): the unit of those whom they met, else what the bulletin is about.
fn visited(
    scene: &Scene,
    core: &Range<usize>,
    hosts: &[Adcode],
    here: Here,
    region: Option<Adcode>,
) -> Option<(Adcode, Option<Range<usize>>)> {
    let text = &scene.text;
    let comes = (core.start..core.end).find(|&at| {
        ["来访", "到访", "回访", "到我会", "来我会"].iter().any(|word| text.has(at, word))
            || matches!(text.at(at), '来' | '到' | '抵') && capital_at(scene, at + 1).is_some()
    })?;
    let home = region.or(here.region)?;
    if scene.is_quoted(comes) || hosts.is_empty() || hosts.iter().any(|&host| above(home, host)) {
        return None;
    }
    let mut met = scene.mentions_in(&(comes..core.end)).iter().filter(|mention| mention.is_plain());
    let met = met.find_map(|mention| {
        let code = resolve(mention, Here { near: None, ..here })?;
        (above(home, code) && !hosts.contains(&code)).then(|| (code, Some(mention.range.clone())))
    });
    Some(met.unwrap_or((home, None)))
}

/// 在京召开, 在汉举行: the city that a single character names.
fn capital(scene: &Scene, core: &Range<usize>) -> Option<(Adcode, Range<usize>)> {
    let at = (core.start..core.end).find(|&at| {
        matches!(scene.text.at(at), '在' | '来' | '抵' | '赴')
            && !scene.is_quoted(at)
            && capital_at(scene, at + 1).is_some()
    })?;
    Some((capital_at(scene, at + 1)?, at + 1..at + 2))
}

/// The city whose short sign stands at a place, where a verb or a mark follows it.
fn capital_at(scene: &Scene, at: usize) -> Option<Adcode> {
    const FOLLOWS: [&str; 8] = [",", "成功", "隆重", "圆满", "正式", "开", "参加", "值班"];
    let &(_, code) = SIGNS.iter().find(|(sign, _)| scene.text.at(at) == *sign)?;
    let verb = scene
        .hits_in(&(at + 1..at + 2))
        .iter()
        .any(|hit| matches!(hit.class, Class::Verb(Verb::Act | Verb::Weak)));
    (verb || FOLLOWS.iter().any(|word| scene.text.has(at + 1, word))).then_some(code)
}

static SIGNS: LazyLock<Vec<(char, Adcode)>> = LazyLock::new(|| {
    let rows = include_str!("../../../data/city_signs.tsv").lines().skip(1);
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?.chars().next()?, cells.next()?.parse().ok()?))
    })
    .collect()
});

/// Whether a short name stands as a place: before a mark, a verb, or the name of something in it.
fn short_is_place(scene: &Scene, end: usize) -> bool {
    let not = [
        "精神",
        "话",
        "菜",
        "味",
        "人民",
        "籍",
        "品牌",
        "模式",
        "饭店",
        "酒店",
        "大酒店",
        "宾馆",
        "大厦",
        "路",
        "大道",
    ];
    !not.iter().any(|word| scene.text.has(end, word))
}

/// A list of places, which may well hold one that no table has.
fn has_list(scene: &Scene, core: &Range<usize>) -> bool {
    scene.text.text(core.clone()).contains("分别") || scene.text.text(core.clone()).contains("等地")
}

/// The units that the passage names beside where it took place.
fn mentioned(scene: &Scene, passage: &Passage, places: &[Place]) -> Vec<PlaceName> {
    let mut found: Vec<PlaceName> = Vec::new();
    let stretches =
        std::iter::once((passage.paragraph, passage.range.clone())).chain(passage.details.iter().cloned());
    for (_, stretch) in stretches.filter(|(paragraph, _)| *paragraph == passage.paragraph) {
        for mention in scene.mentions_in(&stretch) {
            if !mention.is_plain() || matches!(mention.named, Named::Bare(_)) {
                continue;
            }
            let Some(code) = resolve(mention, passage.here) else { continue };
            let told = places.iter().any(|place| above(code, place.adcode));
            if !told && !found.iter().any(|known| known.adcode == code) {
                found.push(PlaceName {
                    adcode: code,
                    name: unit(code).map_or_else(String::new, |unit| unit.name.to_owned()),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_read_whole() {
        let lines = include_str!("../../../data/city_signs.tsv").lines().skip(1);
        assert_eq!(lines.clone().count(), SIGNS.len());
        assert!(SIGNS.iter().all(|&(_, code)| unit(code).is_some()));
    }

    #[test]
    fn a_sign_needs_a_verb() {
        let scene = |text: &str| Scene::new(text);
        let at = |text: &str| {
            let scene = scene(text);
            capital(&scene, &(0..scene.text.len())).map(|(code, _)| code.number())
        };
        assert_eq!(at("座谈会在京召开"), Some(110_000));
        assert_eq!(at("大赛在汉成功举办"), Some(420_100));
        assert_eq!(at("培训班在汉中举办"), None);
        assert_eq!(at("职工在宁夏路集合"), None);
    }
}
