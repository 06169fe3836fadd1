//! Organisations (单位) by the ends of their names, and their full names in a region.

use std::ops::Range;

use super::lexicon::{Class, Hit, OrgKind};
use crate::date::DateWords;
use crate::place::{Adcode, Here, Level, Mention, resolve, unit};
use crate::text::Reading;

/// An organisation that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Org {
    /// Where its name stands.
    pub range: Range<usize>,
    /// What it is.
    pub kind: OrgKind,
    /// The place name within its name that says where it is: its place in the list of mentions.
    pub mention: Option<usize>,
    /// Whether the name stands for many (各级工会, 全市工会).
    pub many: bool,
}

/// The longest name, in characters.
const LONGEST: usize = 34;

/// The organisations of a text.
pub(super) fn orgs(text: &Reading, hits: &[Hit], mentions: &[Mention], dates: &[DateWords]) -> Vec<Org> {
    let mut found: Vec<Org> = Vec::new();
    let mut start = 0;
    let mut name: Option<(Range<usize>, OrgKind)> = None;
    let (mut next_hit, mut next_mention, mut next_date) = (0, 0, 0);
    let mut place = 0;
    while place <= text.len() {
        while mentions.get(next_mention).is_some_and(|mention| mention.range.end <= place) {
            next_mention += 1;
        }
        while dates.get(next_date).is_some_and(|date| date.range.end <= place) {
            next_date += 1;
        }
        while hits.get(next_hit).is_some_and(|hit| hit.start < place) {
            next_hit += 1;
        }
        let in_mention = mentions
            .get(next_mention)
            .filter(|mention| mention.range.start <= place && place < mention.range.end);
        let in_date = dates.get(next_date).filter(|date| date.range.start <= place && place < date.range.end);
        let here = hits.get(next_hit..).unwrap_or(&[]).iter().take_while(|hit| hit.start == place);
        let mut boundary = place == text.len() || is_mark(text, place);
        let mut skip = 1;
        if let Some(date) = in_date.filter(|_| in_mention.is_none()) {
            boundary = true;
            skip = date.range.end - place;
        } else {
            for hit in here {
                match hit.class {
                    Class::Verb(_) if in_mention.is_none() && cuts(text, hit, name.is_some()) => {
                        boundary = true;
                        skip = skip.max(hit.end - hit.start);
                    }
                    Class::Org(kind)
                        if ends_name(text, hit) && hit.end - start <= LONGEST && hit.end > start + 1 =>
                    {
                        name = match name {
                            Some((range, before))
                                if range.start == start
                                    && before == OrgKind::Union
                                    && kind != OrgKind::Union
                                    && hit.start > range.end + 8 =>
                            {
                                Some((range, before))
                            }
                            _ => Some((start..hit.end, kind)),
                        };
                        boundary = false;
                        skip = skip.max(hit.end - hit.start);
                        break;
                    }
                    _ => {}
                }
            }
        }
        if boundary {
            if let Some((range, kind)) = name.take() {
                push(&mut found, text, mentions, range, kind);
            }
            start = place + skip;
        }
        place += skip;
    }
    found
}

/// Punctuation and white space, at which a name ends; a bracket is left to the word lists.
fn is_mark(text: &Reading, place: usize) -> bool {
    let c = text.at(place);
    // Most characters are ideographs, which the table of letters is slow to find.
    let ideograph = matches!(c, '\u{4e00}'..='\u{9fff}');
    !(ideograph || c.is_alphanumeric() || c == '·' || text.has(place, "(总台)"))
}

/// Whether a verb or joining word cuts a name. 和 and 与 join names once one is complete (`named`), and stand
/// within the name of a public body before (住房和城乡建设局).
fn cuts(text: &Reading, hit: &Hit, named: bool) -> bool {
    let joins = matches!(text.text(hit.start..hit.end), "和" | "与" | "及" | "以及");
    !joins || named || !public_body_follows(text, hit.end)
}

/// Whether the name of a public body ends soon: 城乡建设局, 社会保障厅.
fn public_body_follows(text: &Reading, start: usize) -> bool {
    let near = (start..start + 9).take_while(|&at| text.at(at).is_alphanumeric());
    near.skip(1).any(|at| {
        matches!(text.at(at), '局' | '厅') && !text.has(at, "局长") && !text.has(at, "局面")
            || text.has(at, "委员会") && !text.has(at, "委员会委员")
    })
}

/// Whether 组织 after 工会 is a noun (工会组织的作用), not what the union does (工会组织职工参观).
pub(crate) fn is_union_body(text: &Reading, place: usize) -> bool {
    const AFTER: [&str; 24] = [
        "要", "的", "、", "在", "将", "是", "建设", "覆盖", "活力", "作用", "和", ",", "。", "体系", "应",
        "为", "力", "网络", "优势", "规范", "组建", "架构", "也", "“",
    ];
    text.has(place, "组织")
        && !text.has(place, "组织的“")
        && !takes_named_people(text, place)
        && AFTER.iter().any(|word| text.has(place + 2, word))
}

/// 组织“外卖小哥”开展观影活动: who is taken somewhere stands in quotation marks.
fn takes_named_people(text: &Reading, place: usize) -> bool {
    const DO: [&str; 12] =
        ["开展", "参加", "前往", "走进", "赴", "到", "进行", "观看", "参观", "体验", "举办", "代表"];
    let close = (place + 3..place + 18).find(|&at| text.at(at) == '”');
    text.has(place, "组织“") && close.is_some_and(|close| DO.iter().any(|word| text.has(close + 1, word)))
}

/// Whether a suffix ends a name here, rather than going on as another word: 工会 of 工会组织的作用.
fn ends_name(text: &Reading, hit: &Hit) -> bool {
    !(text.ends(hit.end, "工会") && is_union_body(text, hit.end))
}

fn push(found: &mut Vec<Org>, text: &Reading, mentions: &[Mention], range: Range<usize>, kind: OrgKind) {
    let mut range = range;
    // What stands before the first place name is no part of the name, but for 中共 and the like.
    let from = mentions.partition_point(|mention| mention.range.start < range.start);
    let inside =
        mentions.get(from..).unwrap_or(&[]).iter().take_while(|mention| mention.range.start < range.end);
    let places: Vec<usize> =
        inside.enumerate().filter(|(_, m)| m.range.end <= range.end).map(|(i, _)| from + i).collect();
    if let Some(mention) = places.first().and_then(|&i| mentions.get(i)) {
        if text.at(mention.range.end) == '等' {
            // 巴南区、江津区等地总工会: several, which the list of units tells.
            return;
        }
        let before = text.text(range.start..mention.range.start);
        let part = ["中共", "共青团", "国网", "中国", "中铁", "中建", "国家", "原", "南方电网"]
            .iter()
            .any(|word| before.ends_with(word));
        let bare = matches!(mention.named, crate::place::Named::Bare(_));
        if !part
            && mention.range.start > range.start
            && !bare
            && mention.range.start - range.start <= 12
            && kind != OrgKind::Firm
        {
            range.start = mention.range.start;
        }
    }
    for word in ["并由", "以及", "同时", "其中", "此外", "还有", "和", "与", "由", "及", "当天", "当日", "原"]
    {
        if text.has(range.start, word)
            && places.first().and_then(|&i| mentions.get(i)).is_none_or(|m| m.range.start != range.start)
        {
            range.start += word.chars().count();
        }
    }
    if range.end < range.start + 2 {
        return;
    }
    let name = text.text(range.clone());
    if name.contains("等地") {
        return;
    }
    let own = name.trim_end_matches("总工会").trim_end_matches("工会");
    let many_words = [
        "各",
        "全市",
        "全省",
        "全区",
        "全县",
        "全州",
        "基层",
        "所属",
        "广大",
        "部分",
        "下属",
        "多家",
        "两级",
        "三级",
        "辖区",
        "有关",
        "相关",
        "我省各",
        "级工会",
    ];
    let many = many_words.iter().any(|word| {
        name.starts_with(word)
            || (name.contains("全省") || name.contains("全市") || own.contains("各"))
            || own.ends_with("级")
            || name.contains("各级")
    });
    // 三县总工会, but not 三江县总工会.
    let named = places.first().and_then(|&i| mentions.get(i)).is_some_and(|m| m.range.start == range.start);
    let counted =
        !named && name.chars().next().is_some_and(|c| c.is_ascii_digit() || "两三四五六七八九十".contains(c));
    let many = many
        || counted
            && ["县区总工会", "区县总工会", "县总工会", "家工会"].iter().any(|end| name.ends_with(end));
    // 工会 alone names no body, nor does 办事处.
    if own.is_empty() || name == "办事处" {
        return;
    }
    // 龙岩市浙江商会工会: the unit written out, not the short name behind it.
    let plain = |i: &&usize| mentions.get(**i).is_some_and(Mention::is_plain);
    let mention = places.iter().rev().find(plain).or(places.last()).copied();
    found.push(Org { range, kind, mention, many });
}

/// The level that the first character of a name means: 市总工会, 县委.
fn bare_level(first: char) -> Option<Level> {
    Some(match first {
        '省' => Level::Province,
        '市' | '州' => Level::City,
        '区' | '县' | '旗' => Level::County,
        _ => return None,
    })
}

/// The unit whose organisation this is.
pub(crate) fn unit_of(org: &Org, text: &Reading, mentions: &[Mention], here: Here) -> Option<Adcode> {
    if let Some(mention) = org.mention.and_then(|i| mentions.get(i)) {
        // 浙江大学 is in a city of 浙江, or anywhere.
        let school = ["大学", "学院", "理工", "师范"].iter().any(|word| text.has(mention.range.end, word));
        return resolve(mention, here)
            .filter(|code| !(school && !mention.is_plain() && code.level() == Level::Province));
    }
    let level = bare_level(text.at(org.range.start))?;
    resolve(
        &Mention {
            range: org.range.clone(),
            own: org.range.start,
            means: Vec::new(),
            named: crate::place::Named::Bare(level),
        },
        here,
    )
}

/// The full name: 市总工会 in Chongqing is 重庆市总工会, 宿州市砀山县总工会 is 砀山县总工会.
pub(crate) fn full_name(org: &Org, text: &Reading, mentions: &[Mention], here: Here) -> String {
    let name = text.text(org.range.clone());
    if let Some(mention) =
        org.mention.and_then(|i| mentions.get(i)).filter(|mention| mention.range.start == org.range.start)
    {
        let rest = text.text(mention.range.end..org.range.end);
        let own = text.text(mention.own..org.range.end);
        if matches!(mention.named, crate::place::Named::Bare(_)) {
            return resolve(mention, here)
                .and_then(unit)
                .map_or_else(|| name.to_owned(), |row| format!("{}{rest}", row.name));
        }
        let short_union = rest == "总工会" || rest == "工会";
        return match resolve(mention, here).and_then(unit) {
            // 巴南总工会 is 巴南区总工会.
            Some(_) if mention.named == crate::place::Named::Township => own.to_owned(),
            Some(row) if rest == "工会" || rest == "总" => format!("{}总工会", row.name),
            Some(row) if short_union && text.text(mention.own..mention.range.end) == row.short => {
                format!("{}总工会", row.name)
            }
            _ if own.chars().count() >= 4 => own.to_owned(),
            _ => name.to_owned(),
        };
    }
    let first = text.at(org.range.start);
    if bare_level(first).is_some()
        && org.mention.is_none()
        && let Some(row) = unit_of(org, text, mentions, here).and_then(unit)
    {
        let rest: String = name.chars().skip(1).collect();
        // 市总 is short for 市总工会.
        let rest = if rest == "总" { "总工会".to_owned() } else { rest };
        return format!("{}{}", row.name, rest);
    }
    // 通州区人大常委会副主任、区总工会主席: the unit that stands before it, whichever of that name it is.
    let before = mentions.iter().rev().find(|mention| {
        mention.range.end <= org.range.start
            && mention.range.end + 30 > org.range.start
            && mention.is_plain()
            && text.at(mention.range.end - 1) == first
    });
    match before.filter(|_| matches!(first, '区' | '县' | '旗') && org.mention.is_none()) {
        Some(mention) => {
            let rest: String = name.chars().skip(1).collect();
            format!("{}{rest}", text.text(mention.own..mention.range.end))
        }
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::Scene;

    fn check(text: &str, expected: &[&str]) {
        let scene = Scene::new(text);
        let got: Vec<&str> = scene.orgs.iter().map(|org| scene.text.text(org.range.clone())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn names_begin_and_end_where_they_should() {
        check("5月28日，由重庆市总工会主办，重庆能源工会承办的活动", &["重庆市总工会", "重庆能源工会"]);
        check("近日，中共重庆市委宣传部、重庆市总工会联合主办", &["中共重庆市委宣传部", "重庆市总工会"]);
        check("市总工会党组召开扩大会议", &["市总工会党组"]);
        check("市总工会党组书记、主席到巴南区调研", &["市总工会"]);
        check(
            "黔江区总工会、黔江区人力资源和社会保障局主办",
            &["黔江区总工会", "黔江区人力资源和社会保障局"],
        );
        check(
            "武隆区总工会组织宣讲团走进大溪河电力有限责任公司",
            &["武隆区总工会", "宣讲团", "大溪河电力有限责任公司"],
        );
        check("广大工会干部认真学习", &[]);
    }
}
