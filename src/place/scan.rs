//! Finding names of units, zones, venues and townships in a text.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::gazetteer::{NameKind, names, unit};
use super::{Adcode, Level, towns};
use crate::text::Reading;

/// A name that stands in a text, with what it may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in characters; names of units above it that stand before it included.
    pub range: Range<usize>,
    /// Where its own last name begins.
    pub own: usize,
    /// The units that it may mean, likelier kinds of name first.
    pub means: Vec<Adcode>,
    /// How it names them.
    pub named: Named,
}

/// How a mention names its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// By a name of the gazetteer.
    By(NameKind),
    /// By a township within it.
    Township,
    /// By 全市, 我县: the unit of that level that the text is about.
    Bare(Level),
}

impl Mention {
    /// Whether the name cannot but mean a place: not a short name, which may be an ordinary word.
    pub fn is_plain(&self) -> bool {
        !matches!(self.named, Named::By(NameKind::Short | NameKind::Word | NameKind::Former))
    }
}

static SCANNER: LazyLock<Option<(AhoCorasick, Vec<&'static str>)>> = LazyLock::new(|| {
    let mut patterns: Vec<&'static str> = names().keys().copied().collect();
    patterns.sort_unstable();
    // Names as they are read in a text.
    let folded = patterns.iter().map(|name| Reading::new(name).as_str().to_owned());
    let scanner = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(folded).ok()?;
    Some((scanner, patterns))
});

/// Every name in a text, in order. Names that follow each other down the tree (宿州市砀山县) are one mention
/// of the lowest.
pub fn mentions(text: &Reading) -> Vec<Mention> {
    let mut found = admin_names(text);
    found.extend(townships(text));
    found.extend(bare_names(text));
    found.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end)));
    drop_inner(&mut found);
    let mut found = join_chains(found);
    // 振兴总工会 is a body of 振兴区, 乡村振兴 has nothing to do with it.
    let listed: Vec<usize> = found
        .windows(2)
        .filter(|pair| pair[0].range.end + 1 == pair[1].range.start && text.at(pair[0].range.end) == '、')
        .flat_map(|pair| [pair[0].range.start, pair[1].range.start])
        .collect();
    found.retain(|mention| {
        let word = mention.named == Named::By(NameKind::Word);
        let union = ["总工会", "工会"].iter().any(|union| text.has(mention.range.end, union));
        !word || union || (listed.contains(&mention.range.start) && counted_units(text, mention.range.end))
    });
    found
}

/// 兰州、白银两市, 甲、乙、丙等县区: the end of a list of units.
fn counted_units(text: &Reading, end: usize) -> bool {
    let number = |c: char| "两二三四五六七八九十等多".contains(c);
    number(text.at(end)) && "市县区州地旗".contains(text.at(end + 1))
}

fn admin_names(text: &Reading) -> Vec<Mention> {
    let Some((scanner, patterns)) = SCANNER.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for hit in scanner.find_iter(text.as_str()) {
        let Some(name) = patterns.get(hit.pattern().as_usize()) else { continue };
        let Some(all) = names().get(name) else { continue };
        let range = text.char_of(hit.start())..text.char_of(hit.end());
        let kind = all.first().map_or(NameKind::Short, |&(_, kind)| kind);
        if matches!(kind, NameKind::Short | NameKind::Word) && !short_name_stands(text, &range) {
            continue;
        }
        if is_and(text, range.start) {
            continue;
        }
        let means = all.iter().map(|&(code, _)| code).collect();
        // 余杭经济技术开发区: a short name before the word for a zone is no ordinary word.
        let zone = ["经济技术开发区", "经济开发区", "经开区", "高新技术产业开发区", "高新区", "工业园区"];
        let named = kind == NameKind::Short && zone.iter().any(|word| text.has(range.end, word));
        let kind = if named { NameKind::Abbreviated } else { kind };
        found.push(Mention { own: range.start, range, means, named: Named::By(kind) });
    }
    found
}

/// 市民广场和县综合执法局: 和县 in the middle of a list is the word that joins, and a county of the text's own.
fn is_and(text: &Reading, start: usize) -> bool {
    let before = text.at(start.wrapping_sub(1));
    text.has(start, "和县")
        && start > 0
        && matches!(before, '\u{4e00}'..='\u{9fff}' | '”' | ')')
        && !"市省在到赴去于与对向往入进访是为".contains(before)
}

/// Whether a short name stands for its unit, not for something that bears it: 南江村 is not 南江县.
fn short_name_stands(text: &Reading, range: &Range<usize>) -> bool {
    let next = text.at(range.end);
    if "村镇乡路街桥河湖山寺庙站岛湾沟坝坪店营庄屯里弄巷社矿港码城".contains(next)
    {
        let longer = [
            "社会",
            "城乡",
            "城区",
            "街道",
            "路桥",
            "矿业",
            "港口",
            "山区",
            "城市",
            "社保",
            "站点",
            "里的",
            "港集团",
            "港务",
            "港航",
        ];
        return longer.iter().any(|word| text.has(range.end, word)) && next != '街';
    }
    true
}

fn townships(text: &Reading) -> Vec<Mention> {
    let mut found = Vec::new();
    for place in 0..text.len() {
        let end = match text.at(place) {
            '镇' | '乡' => place + 1,
            '街' if text.at(place + 1) == '道' => place + 2,
            '地' if text.at(place + 1) == '区' => place + 2,
            _ => continue,
        };
        if let Some((start, counties)) = towns::ending_at(text, end) {
            let means = counties.to_vec();
            found.push(Mention { range: start..end, own: start, means, named: Named::Township });
        }
    }
    found
}

/// 全市, 我县, 该区
fn bare_names(text: &Reading) -> Vec<Mention> {
    let mut found = Vec::new();
    for place in 0..text.len() {
        if !matches!(text.at(place), '全' | '我' | '本' | '该' | '各') {
            continue;
        }
        let level = match text.at(place + 1) {
            '省' => Level::Province,
            '市' if !text.has(place + 1, "市场") => Level::City,
            '州' if text.at(place) != '各' => Level::City,
            '区' if !text.has(place + 1, "区域") => Level::County,
            '县' | '旗' => Level::County,
            _ => continue,
        };
        if text.at(place) == '各' {
            continue;
        }
        let range = place..place + 2;
        found.push(Mention { own: place, range, means: Vec::new(), named: Named::Bare(level) });
    }
    found
}

/// A name within a longer one is no mention of its own.
fn drop_inner(found: &mut Vec<Mention>) {
    let mut end = 0;
    found.retain(|mention| {
        let outer = mention.range.start >= end;
        if outer {
            end = mention.range.end;
        }
        outer
    });
}

fn join_chains(found: Vec<Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(found.len());
    for mut mention in found {
        let before = joined.last().filter(|before| before.range.end == mention.range.start);
        if let Some(before) = before {
            let beneath: Vec<Adcode> = mention
                .means
                .iter()
                .copied()
                .filter(|&code| before.means.iter().any(|&above| is_above(above, code)))
                .collect();
            // 赤峰市新城区: a quarter that the table does not have is not the 新城区 of another city.
            let names_city = |mention: &Mention| {
                matches!(mention.named, Named::By(NameKind::Full))
                    && mention.means.iter().all(|code| code.level() < Level::County)
            };
            let generic = matches!(mention.named, Named::By(NameKind::Full))
                && mention.means.iter().all(|code| code.level() == Level::County);
            if beneath.is_empty() && names_city(before) && generic {
                continue;
            }
            if !beneath.is_empty() {
                mention.means = beneath;
                mention.range.start = before.range.start;
                if matches!(mention.named, Named::By(NameKind::Short | NameKind::Word)) {
                    // 新疆阿勒泰: a short name after its province is no ordinary word.
                    mention.named = Named::By(NameKind::Abbreviated);
                }
                joined.pop();
            }
        }
        joined.push(mention);
    }
    joined
}

/// Whether a unit is or lies above another, by the tree of the gazetteer.
pub(super) fn is_above(above: Adcode, code: Adcode) -> bool {
    let mut at = Some(code);
    while let Some(code) = at {
        if code == above {
            return true;
        }
        at = unit(code).map(|unit| unit.parent).filter(|parent| *parent != Adcode::CHINA);
    }
    above == Adcode::CHINA
}
