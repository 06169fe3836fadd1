//! Who acts in a sentence: organisations as its subject, those that 主办 or 承办, units that stand for
//! their organisations.

use std::ops::Range;

use super::lexicon::{Class, OrgKind, Verb};
use super::scene::Scene;

/// Who acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Organisations, by their place in the scene's list.
    pub orgs: Vec<usize>,
    /// Units, by their place in the scene's list of mentions.
    pub units: Vec<usize>,
    /// Whether the units stand for their trade unions (巴南区、江津区等地总工会).
    pub unions_of_units: bool,
    /// All trade unions of an area (全市工会): the mention of it, if there is one.
    pub all_unions: bool,
}

impl Subject {
    /// Whether nobody acts.
    pub(crate) fn is_empty(&self) -> bool {
        self.orgs.is_empty() && self.units.is_empty() && !self.all_unions
    }

    /// Takes away the organisations that were opened, not those that opened something.
    pub(crate) fn opened(&mut self) {
        if self.orgs.len() == 1 {
            self.orgs.clear();
        }
    }

    /// Whether organisations or units are named.
    pub(crate) fn names_somebody(&self) -> bool {
        !self.orgs.is_empty() || !self.units.is_empty()
    }

    /// Whether only a multitude acts (各级工会).
    pub(crate) fn is_many(&self) -> bool {
        self.all_unions && self.orgs.is_empty() && self.units.is_empty()
    }
}

/// Who acts in a stretch that begins at `start`; `verb` is where its first verb stands.
pub(crate) fn subject(scene: &Scene, start: usize, end: usize, verb: usize) -> Subject {
    let named = hosts_by_role(scene, start..end);
    if !named.orgs.is_empty() || !named.units.is_empty() {
        return named;
    }
    let mut from = start;
    // The subject may stand in a later clause, before the verb.
    loop {
        let found = list_at(scene, from, end, verb);
        if !found.is_empty() {
            return found;
        }
        let comma = scene.text.mark(from..verb.min(end), ",:、");
        match comma {
            Some(comma) => from = skip(scene, comma + 1),
            None => return Subject::default(),
        }
    }
}

fn skip(scene: &Scene, mut place: usize) -> usize {
    loop {
        let before = place;
        while matches!(scene.text.at(place), ' ' | ',') && place < scene.text.len() {
            place += 1;
        }
        for date in scene.dates_in(&(place..place + 1)) {
            place = date.range.end;
        }
        if place == before {
            return place;
        }
    }
}

/// 由甲主办、乙承办; 甲、乙联合主办
fn hosts_by_role(scene: &Scene, range: Range<usize>) -> Subject {
    const ROLES: [&str; 11] = [
        "联合主办",
        "共同主办",
        "主办",
        "承办",
        "联合举办",
        "共同举办",
        "联合承办",
        "联合开展",
        "联合组织",
        "共同承办",
        "联合发起",
    ];
    // 参加旗总工会组织的入会仪式
    const HELD: [&str; 4] = ["组织的", "举办的", "开展的", "发起的"];
    let mut found = Subject::default();
    let mut from = range.start;
    let mut place = range.start;
    while place < range.end {
        if !matches!(
            scene.text.at(place),
            '联' | '共' | '主' | '承' | '组' | '举' | '开' | '发' | '由' | '。'
        ) {
            place += 1;
            continue;
        }
        let role = ROLES.iter().filter(|role| scene.text.has(place, role)).max_by_key(|role| role.len());
        let role =
            role.or_else(|| HELD.iter().find(|held| scene.text.has(place, held) && ends_org(scene, place)));
        let Some(role) = role.filter(|_| !scene.is_quoted(place)) else {
            if scene.text.at(place) == '由' {
                from = place;
            }
            if matches!(scene.text.at(place), '。') {
                from = place + 1;
            }
            place += 1;
            continue;
        };
        let after = place + role.chars().count();
        if ["方", "单位", "地", "权"].iter().any(|word| scene.text.has(after, word))
            && scene.text.at(after + 2) != ':'
        {
            place = after;
            continue;
        }
        let together = role.starts_with("联合")
            && (role.ends_with("举办") || role.ends_with("开展") || role.ends_with("组织"));
        let names: Vec<usize> = orgs_between(scene, from..place);
        if !together || names.len() >= 2 {
            found
                .orgs
                .extend(names.iter().filter(|&&i| !found.orgs.contains(&i)).copied().collect::<Vec<_>>());
        }
        place = after;
        from = after;
    }
    found
}

/// Whether the name of a trade union ends at a place.
fn ends_org(scene: &Scene, place: usize) -> bool {
    let at = scene.orgs.partition_point(|org| org.range.end < place);
    scene.orgs.get(at).is_some_and(|org| org.range.end == place && org.kind == OrgKind::Union)
}

/// Organisations in a stretch that are not under someone's guidance or support.
fn orgs_between(scene: &Scene, range: Range<usize>) -> Vec<usize> {
    let first = scene.orgs.partition_point(|org| org.range.start < range.start);
    let guided = ["指导", "支持", "协办", "冠名", "协助"];
    scene
        .orgs
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, org)| org.range.end <= range.end)
        .filter(|(_, org)| !org.many && !guided.iter().any(|word| scene.text.has(org.range.end, word)))
        .filter(|(_, org)| org.kind == OrgKind::Union || !names_person(scene, org.range.end))
        .filter(|(_, org)| !scene.is_quoted(org.range.start) && !in_brackets(scene, org.range.start))
        // 在某县第四小学共同举办: where, not who.
        .filter(|(_, org)| !scene.text.ends(org.range.start, "在"))
        .map(|(i, _)| i)
        .collect()
}

/// 某某协会副秘书长某某, 某医院主任医师: a body that only says whose officer somebody is.
fn names_person(scene: &Scene, end: usize) -> bool {
    const TITLES: [&str; 16] = [
        "秘书长",
        "副秘书长",
        "会长",
        "副会长",
        "教授",
        "副教授",
        "主任医师",
        "副主任医师",
        "医师",
        "律师",
        "讲师",
        "老师",
        "专家",
        "总经理",
        "董事长",
        "院长",
    ];
    TITLES.iter().any(|title| scene.text.has(end, title))
}

/// Whether a place stands in brackets, where a name only explains another.
fn in_brackets(scene: &Scene, place: usize) -> bool {
    let opened = (place.saturating_sub(30)..place).rev().find(|&at| matches!(scene.text.at(at), '(' | ')'));
    opened.is_some_and(|at| scene.text.at(at) == '(')
}

/// The list of organisations or units that begins at a place and ends before the verb.
fn list_at(scene: &Scene, start: usize, end: usize, verb: usize) -> Subject {
    let mut found = Subject::default();
    let mut place = start;
    for word in ["由", "在", "经", "据"] {
        if scene.text.has(place, word) && word == "由" {
            place += 1;
        }
    }
    while place < end && place <= verb {
        let at = scene.orgs.partition_point(|org| org.range.start < place);
        let org = scene.orgs.get(at).filter(|org| org.range.start == place);
        if let Some(org) = org {
            if org.many {
                found.all_unions |= org.kind == OrgKind::Union;
            } else if org.kind == OrgKind::Union || !names_person(scene, org.range.end) {
                found.orgs.push(at);
            }
            place = after_titles(scene, org.range.end, verb);
        } else if let Some((i, mention)) = mention_at(scene, place) {
            if !mention.is_plain() && !unit_stands(scene, mention.range.end) {
                break;
            }
            found.units.push(i);
            place = mention.range.end;
            for word in ["等地区县", "等区县", "等地", "等县区", "等市县", "等市", "等县", "等区", "等"]
            {
                if scene.text.has(place, word) {
                    place += word.chars().count();
                    break;
                }
            }
            if scene.text.has(place, "总工会")
                || scene.text.has(place, "工会")
                || scene.text.has(place, "各级工会")
            {
                found.unions_of_units = found.units.len() > 1;
                break;
            }
        } else {
            break;
        }
        match connector(scene, place) {
            Some(next) => place = next,
            None => break,
        }
    }
    // 铁力市、乌翠区、某某公司等地工会: what no table has among units that stand for their unions.
    let tail = (place..(place + 12).min(verb.max(place))).find(|&at| scene.text.has(at, "等地工会"));
    if tail.is_some() && found.units.len() > 1 && found.orgs.is_empty() {
        found.unions_of_units = true;
    }
    if let ([only], false) = (found.orgs.as_slice(), found.units.is_empty()) {
        // 洛南县、商南县总工会: the units stand for their unions like the last.
        let org = scene.orgs.get(*only);
        let mention = org.and_then(|org| org.mention).and_then(|i| scene.mentions.get(i));
        let first = found.units.first().and_then(|&i| scene.mentions.get(i));
        let org = org.filter(|org| first.is_some_and(|unit| unit.range.end <= org.range.start));
        let rest = org.zip(mention).map(|(org, mention)| scene.text.text(mention.range.end..org.range.end));
        found.unions_of_units = rest == Some("总工会");
    }
    if found.orgs.is_empty() && found.units.len() == 1 && !found.unions_of_units {
        // A unit that only says where its people come from is no subject: 武隆区职工.
        let stands = found
            .units
            .first()
            .and_then(|&i| scene.mentions.get(i))
            .is_some_and(|m| unit_stands(scene, m.range.end));
        if !stands {
            found.units.clear();
        }
    }
    found
}

fn mention_at(scene: &Scene, place: usize) -> Option<(usize, &crate::place::Mention)> {
    let at = scene.mentions.partition_point(|mention| mention.range.start < place);
    scene.mentions.get(at).filter(|mention| mention.range.start == place).map(|mention| (at, mention))
}

/// Whether a verb, an adverb or a mark follows a unit, so that the unit itself acts.
fn unit_stands(scene: &Scene, end: usize) -> bool {
    let adverbs = [
        "各级",
        "总工会",
        "工会",
        "积极",
        "全面",
        "在",
        "以",
        "成功",
        "隆重",
        "正式",
        "首次",
        "多措",
        "通过",
        "率先",
        "持续",
        "深入",
        "近日",
        "日前",
        "、",
        "和",
        "等",
    ];
    adverbs.iter().any(|word| scene.text.has(end, word))
        || scene
            .hits_in(&(end..end + 1))
            .iter()
            .any(|hit| hit.start == end && matches!(hit.class, Class::Verb(Verb::Act | Verb::Weak)))
        || !scene.dates_in(&(end..end + 1)).is_empty()
}

/// Skips the titles of persons and the like after a name: 党组书记、副主席某某一行.
fn after_titles(scene: &Scene, end: usize, verb: usize) -> usize {
    const TITLES: [&str; 22] = [
        "党组",
        "书记",
        "主席",
        "副主席",
        "常务",
        "主任",
        "副主任",
        "部长",
        "副部长",
        "成员",
        "负责人",
        "相关",
        "领导",
        "班子",
        "干部",
        "一行",
        "主要",
        "有关",
        "二级",
        "一级",
        "调研员",
        "局长",
    ];
    let mut place = end;
    let mut seen = false;
    while place < verb {
        if let Some(title) =
            TITLES.iter().filter(|title| scene.text.has(place, title)).max_by_key(|title| title.len())
        {
            place += title.chars().count();
            seen = true;
        } else if seen
            && scene.text.at(place) == '、'
            && TITLES.iter().any(|title| scene.text.has(place + 1, title))
        {
            place += 1;
        } else {
            break;
        }
    }
    place
}

/// A word or mark that joins organisations, and where the next begins.
fn connector(scene: &Scene, place: usize) -> Option<usize> {
    const JOINS: [&str; 16] = [
        "、",
        "和",
        "与",
        "及",
        "以及",
        "联合",
        "携手",
        "会同",
        "协同",
        "牵手",
        "共同",
        "同",
        "连同",
        "携",
        "并联合",
        "联手",
    ];
    let place = ["还", "也", "又", "再次", "共同"].iter().find(|word| scene.text.has(place, word)).map_or(
        place,
        |word| {
            let after = place + word.chars().count();
            if JOINS.iter().any(|join| scene.text.has(after, join)) { after } else { place }
        },
    );
    let join = JOINS.iter().filter(|join| scene.text.has(place, join)).max_by_key(|join| join.len())?;
    Some(place + join.chars().count())
}

#[cfg(test)]
mod tests {
    use super::super::told::told;
    use super::*;

    fn check(text: &str, orgs: &[&str], units: &[&str]) {
        let scene = Scene::new(text);
        let subject = told(&scene, 0..scene.text.len()).subject;
        let name = |range: Range<usize>| scene.text.text(range);
        let got: Vec<&str> = subject.orgs.iter().map(|&i| name(scene.orgs[i].range.clone())).collect();
        let places: Vec<&str> =
            subject.units.iter().map(|&i| name(scene.mentions[i].range.clone())).collect();
        assert_eq!((got.as_slice(), places.as_slice()), (orgs, units), "{text}");
    }

    #[test]
    fn who_acts() {
        check("7月22日,市总工会党组召开扩大会议。", &["市总工会党组"], &[]);
        check(
            "5月28日 由重庆市总工会主办,重庆能源工会承办的交友活动举办。",
            &["重庆市总工会", "重庆能源工会"],
            &[],
        );
        check("近日,黔江区举办了大赛。", &[], &["黔江区"]);
        check("巴南区、江津区等地总工会分别举行活动。", &[], &["巴南区", "江津区"]);
        check("近日,甲县总工会联合县人社局、县妇联举办招聘会。", &["甲县总工会", "县人社局", "县妇联"], &[]);
        check("7月1日,某省总工会副主席张三到巴南区调研。", &["某省总工会"], &[]);
        check("为丰富职工生活,7月1日,永川区总工会举办比赛。", &["永川区总工会"], &[]);
        check("赤溪镇：近日，赤溪镇工会组织机关职工到红军墓祭扫。", &["赤溪镇工会"], &[]);
        check("青岛市人大常委会副主任、市总工会主席率队到前湾港慰问。", &["市总工会"], &[]);
    }
}
