//! Types (类型), sub-types and audiences (对象) by the words of `data/types.tsv` and `data/audiences.tsv`.

use std::ops::Range;

use super::lexicon::{Class, TYPES, audience, type_row};
use super::scene::Scene;

/// What an activity is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    /// Types in the order of the contract.
    pub types: Vec<String>,
    /// Sub-types in the order of the text.
    pub subtypes: Vec<String>,
    /// For whom.
    pub audiences: Vec<String>,
    /// Whether no word decided, so that the type is 其他.
    pub guessed: bool,
}

/// Points of each type.
#[derive(Default)]
struct Points([i32; TYPES.len()]);

impl Points {
    fn add(&mut self, kind: &str, points: i32) {
        if let Some(i) = TYPES.iter().position(|name| *name == kind) {
            self.0[i] += points;
        }
    }

    fn of(&self, kind: &str) -> i32 {
        TYPES.iter().position(|name| *name == kind).map_or(0, |i| self.0[i])
    }
}

/// What the stretches that tell of an activity say it is: `core` is the statement itself, `title` the
/// headline of an article that tells of it alone.
pub(super) fn kinds(scene: &Scene, core: &Range<usize>, title: Option<&Scene>) -> Kinds {
    let mut kinds = Kinds::default();
    let mut points = Points::default();
    let meeting = meeting_name(scene, core);
    weigh(scene, core, meeting.as_ref(), 2, &mut points, &mut kinds.subtypes);
    if let Some(title) = title {
        let whole = 0..title.text.len();
        let meeting = meeting_name(title, &whole);
        weigh(title, &whole, meeting.as_ref(), 1, &mut points, &mut kinds.subtypes);
    }
    let most = points.0.iter().copied().max().unwrap_or(0);
    let least = if most >= 4 { 2 } else { most.max(1) };
    for (kind, got) in TYPES.iter().zip(points.0) {
        if got >= least && *kind != "其他" {
            kinds.types.push((*kind).to_owned());
        }
    }
    if kinds.types.is_empty() {
        kinds.guessed = points.of("其他") == 0;
        kinds.types.push("其他".to_owned());
    }
    kinds.audiences = audiences(scene, core);
    if kinds.audiences.is_empty() {
        kinds.audiences = title.map(|title| audiences(title, &(0..title.text.len()))).unwrap_or_default();
    }
    kinds
}

/// Adds the points of the words in a stretch. Where it tells of a meeting, what the meeting was about is
/// not what was done: only words within the meeting's own name count beside it.
fn weigh(
    scene: &Scene,
    core: &Range<usize>,
    meeting: Option<&Range<usize>>,
    weight: i32,
    points: &mut Points,
    subtypes: &mut Vec<String>,
) {
    let mut reached = core.start;
    for hit in scene.hits_in(core) {
        let Class::Type(row) = hit.class else { continue };
        let Some(row) = type_row(row) else { continue };
        // The longest word at a place counts.
        if hit.end <= reached || is_other(scene, hit.start, hit.end) {
            continue;
        }
        let in_meeting = meeting.is_none_or(|name| name.start <= hit.start && hit.end <= name.end);
        let beside = row.kind == "会议学习"
            || (in_meeting && matches!(row.kind, "调研蹲点" | "评选表彰" | "建会入会"));
        if meeting.is_some() && !beside {
            continue;
        }
        reached = hit.end;
        points.add(row.kind, if row.strong { 2 * weight } else { weight });
        if row.strong && !subtypes.iter().any(|known| known == row.subtype) {
            subtypes.push(row.subtype.to_owned());
        }
    }
    if meeting.is_some() {
        points.add("会议学习", 4);
    }
}

/// The clause that names a meeting (召开…会), if the stretch is about one.
fn meeting_name(scene: &Scene, core: &Range<usize>) -> Option<Range<usize>> {
    const NAMES: [&str; 9] =
        ["会议", "例会", "全会", "大会", "推进会", "座谈会", "汇报会", "部署会", "工作会"];
    let text = &scene.text;
    let called = (core.start..core.end).find(|&at| text.has(at, "召开") && !scene.is_quoted(at))?;
    let mark = |at: &usize| matches!(text.at(*at), ',' | '。' | ';');
    let start = (core.start..called).rev().find(mark).map_or(core.start, |at| at + 1);
    let end = (called..core.end).find(mark).unwrap_or(core.end);
    let name = text.text(start..end);
    let other = [
        "发布会",
        "运动会",
        "招聘会",
        "联谊会",
        "培训会",
        "分享会",
        "读书会",
        "宣讲会",
        "表彰大会",
        "表彰会",
        "成立大会",
    ];
    let meets = NAMES.iter().any(|word| name.contains(word)) || name.ends_with('会') || name.contains("会议");
    (meets && !other.iter().any(|word| name.contains(word))).then_some(start..end)
}

/// Words that name something else here: a cup (“互助保障杯”), a house, a title that someone bears.
fn is_other(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;
    let cup = scene.is_quoted(start) && {
        let close = (end..(end + 24).min(text.len())).find(|&at| matches!(text.at(at), '”' | '》'));
        close.is_some_and(|close| text.at(close + 1) == '杯' || text.at(close - 1) == '杯')
    };
    let after: &[&str] = match text.text(start..end) {
        "授予" | "荣获" | "获评" => &[],
        "调解" => &["员"],
        "先进" | "最美" => &["典型", "事迹", "经验"],
        "宣讲" => &[],
        "驿站" => &["、"],
        "志愿者" => &["们表示"],
        "普法" => &[],
        "学习贯彻" | "学习宣传贯彻" | "传达学习" => &[],
        "创业" => &["精神"],
        "健康服务" => &["中心"],
        "培训" => &["中心", "学校"],
        "维权" => &["中心", "部"],
        "权益" => &["维护中心", "保障部"],
        _ => &[],
    };
    cup || after.iter().any(|word| text.has(end, word))
}

/// For whom the activity was.
fn audiences(scene: &Scene, core: &Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut reached = core.start;
    for hit in scene.hits_in(core) {
        let Class::Audience(row) = hit.class else { continue };
        let in_org = scene.orgs.iter().any(|org| org.range.start <= hit.start && hit.end <= org.range.end);
        if hit.start < reached || in_org {
            continue;
        }
        reached = hit.end;
        if let Some(name) = audience(row).filter(|name| !found.iter().any(|known| known == name)) {
            found.push(name.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, types: &[&str], audiences: &[&str]) {
        let scene = Scene::new(text);
        let kinds = kinds(&scene, &(0..scene.text.len()), None);
        assert_eq!(kinds.types, types, "{text}");
        assert_eq!(kinds.audiences, audiences, "{text}");
    }

    #[test]
    fn types_and_audiences() {
        check("7月22日,市总工会党组召开扩大会议,传达学习全会精神。", &["会议学习"], &[]);
        check("某区总工会召开劳动和技能竞赛推进会。", &["会议学习"], &[]);
        check("某区总工会在区体育中心举办“互助保障杯”职工乒乓球选拔赛。", &["文体活动"], &[]);
        check("某县总工会慰问环卫工人,为他们送去清凉物资。", &["慰问帮扶"], &["一线职工"]);
        check("组织外卖骑手举行集中入会仪式。", &["建会入会"], &["新就业形态劳动者"]);
        check("举办单身青年职工联谊交友活动。", &["婚恋交友"], &["青年"]);
        check("某工会新建了一处停车场。", &["其他"], &[]);
    }
}
