//! Types (类型), sub-types and audiences (对象) by the words of `data/types.tsv` and `data/audiences.tsv`.

use std::ops::Range;

use super::lexicon::{Class, TYPES, Verb, audience, type_row};
use super::scene::Scene;

/// Which stretch decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Rest {
    /// The statement itself.
    #[default]
    Statement,
    /// The name before it.
    Tag,
    /// The headline.
    Title,
    /// One of the stretches that follow.
    Detail(usize),
}

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
    /// What the types rest on.
    pub rest: Rest,
    /// Whether the headline names the audiences.
    pub audiences_of_title: bool,
}

/// How strongly each type is told.
#[derive(Default)]
struct Points {
    /// For each type its points.
    sums: [i32; TYPES.len()],
    /// And where its last word stands.
    last: [usize; TYPES.len()],
}

impl Points {
    fn add(&mut self, kind: &str, points: i32, place: usize) {
        if let Some(i) = TYPES.iter().position(|name| *name == kind) {
            self.sums[i] += points;
            self.last[i] = self.last[i].max(place);
        }
    }

    /// Whether words say strongly that it is none of the named types.
    fn has_other(&self) -> bool {
        TYPES.iter().zip(self.sums).any(|(kind, points)| *kind == "其他" && points >= STRONG)
    }

    /// The type that is hinted at most often; of several the one whose word stands last, where Chinese names
    /// end in what they are (刺绣培训).
    fn hinted(&self) -> Vec<String> {
        let named = TYPES.iter().zip(self.sums).zip(self.last).filter(|((_, points), _)| *points > 0);
        let best = named.max_by_key(|&((_, points), last)| (points, last));
        best.map(|((kind, _), _)| (*kind).to_owned()).into_iter().collect()
    }

    /// The types with at least so many points, 其他 left out.
    fn of_least(&self, least: i32) -> Vec<String> {
        let named = TYPES.iter().zip(self.sums).filter(|(kind, points)| *points >= least && **kind != "其他");
        named.map(|(kind, _)| (*kind).to_owned()).collect()
    }
}

/// A word that names a type by itself has so many points, one that only hints at it has one.
const STRONG: i32 = 100;

/// What the stretches that tell of an activity say it is: `core` is the statement itself, `tag` the name before
/// it, `title` the
/// headline of an article that tells of it alone, `details` what follows. Each is asked only where those
/// before it name no type.
pub(super) fn kinds(
    scene: &Scene,
    (core, content, tag): (&Range<usize>, usize, Option<&Range<usize>>),
    title: Option<&Scene>,
    details: &[(&Scene, Range<usize>)],
) -> Kinds {
    let mut kinds = Kinds::default();
    // What stands before the statement's own words says what it was for: 为学习贯彻…精神,.
    let mut stretches: Vec<(Rest, &Scene, Range<usize>)> =
        vec![(Rest::Statement, scene, content.max(core.start)..core.end.max(content))];
    if content > core.start {
        stretches.push((Rest::Statement, scene, core.clone()));
    }
    stretches.extend(tag.map(|tag| (Rest::Tag, scene, tag.clone())));
    stretches.extend(title.map(|title| (Rest::Title, title, 0..title.text.len())));
    let after = details.iter().take(3).enumerate();
    stretches.extend(after.map(|(i, (scene, range))| (Rest::Detail(i), *scene, range.clone())));
    let mut all = Points::default();
    for (rest, scene, stretch) in stretches {
        let mut points = Points::default();
        let meeting = meeting_name(scene, &stretch);
        weigh(scene, &stretch, meeting.as_ref(), &mut points, &mut kinds.subtypes);
        if meeting.is_some() && details.iter().take(2).any(|(scene, range)| honours(scene, range)) {
            points.add("评选表彰", STRONG, 0);
        }
        kinds.types = points.of_least(STRONG);
        let words = scene.text.text(stretch.clone());
        let talks = words.contains("座谈")
            && !["汇报会", "推进会", "会议", "例会"].iter().any(|name| words.contains(name));
        if talks && kinds.types.iter().any(|kind| kind == "调研蹲点") {
            // 走访企业,召开座谈会: the talks are part of the visit.
            kinds.types.retain(|kind| kind != "会议学习");
        }
        if kinds.types.is_empty() && points.has_other() {
            // 专场招聘会: none of the named types, and no detail makes it one.
            kinds.types.push("其他".to_owned());
        }
        if !kinds.types.is_empty() {
            kinds.rest = rest;
            break;
        }
        if is_study_visit(scene, &stretch) {
            points.add("调研蹲点", STRONG, stretch.end);
            kinds.types = points.of_least(STRONG);
        }
        if !kinds.types.is_empty() {
            kinds.rest = rest;
            break;
        }
        // The first stretch that hints at anything decides: details say less than the statement.
        if all.sums.iter().all(|&sum| sum == 0) {
            if points.sums.iter().any(|&sum| sum > 0) {
                kinds.rest = rest;
            }
            all = points;
        }
    }
    if kinds.types.is_empty() {
        kinds.types = all.hinted();
        kinds.guessed = true;
    }
    if kinds.types.is_empty() {
        kinds.types.push("其他".to_owned());
    }
    kinds.audiences = audiences(scene, core);
    if kinds.audiences.is_empty() {
        kinds.audiences = title.map(|title| audiences(title, &(0..title.text.len()))).unwrap_or_default();
        kinds.audiences_of_title = true;
    }
    kinds
}

/// Adds the points of the words in a stretch. Where it tells of a meeting, what the meeting was about is
/// not what was done: only words within the meeting's own name count beside it.
fn weigh(
    scene: &Scene,
    core: &Range<usize>,
    meeting: Option<&Range<usize>>,
    points: &mut Points,
    subtypes: &mut Vec<String>,
) {
    let mut reached = core.start;
    let mut counted = 0..0;
    for hit in scene.hits_in(core) {
        let Class::Type(row) = hit.class else { continue };
        let Some(row) = type_row(row) else { continue };
        let same = counted == (hit.start..hit.end);
        // The longest word at a place counts; what an organiser joins with its work (结合…) is not the work.
        if (hit.end <= reached && !same)
            || joined_work(scene, core, hit.start)
            || only_spoken_of(scene, core, hit.start)
            || is_cup(scene, hit.start, hit.end)
            || is_theme(scene, hit.start, hit.end)
        {
            continue;
        }
        let in_meeting = meeting.is_none_or(|name| name.start <= hit.start && hit.end <= name.end);
        let subject = matches!(row.kind, "调研蹲点" | "评选表彰" | "建会入会")
            || matches!(row.subtype, "集体协商" | "民主管理" | "争议调解");
        let beside = row.kind == "会议学习" || (in_meeting && subject);
        if meeting.is_some() && !beside {
            continue;
        }
        reached = hit.end;
        counted = hit.start..hit.end;
        let strong = row.strong || names_event(scene, core, hit.end);
        points.add(row.kind, if strong { STRONG } else { 1 }, hit.end);
        if row.strong && !subtypes.iter().any(|known| known == row.subtype) {
            subtypes.push(row.subtype.to_owned());
        }
    }
    if meeting.is_some() {
        points.add("会议学习", STRONG, 0);
    }
}

/// 会议表彰了…: honours were given at the meeting.
fn honours(scene: &Scene, range: &Range<usize>) -> bool {
    let words = scene.text.text(range.clone());
    ["会议表彰", "大会表彰", "会上表彰", "表彰了", "现场表彰", "进行了表彰"]
        .iter()
        .any(|word| words.contains(word))
}

/// Whether a word ends the name of what was held: 举办职代会规范化培训，.
fn names_event(scene: &Scene, core: &Range<usize>, end: usize) -> bool {
    let text = &scene.text;
    let mark = |at: &usize| matches!(text.at(*at), ',' | '。' | ';');
    let held = ["培训", "表彰", "宣传"].iter().any(|word| text.ends(end, word));
    let start = (core.start..end).rev().find(mark).map_or(core.start, |at| at + 1);
    let clause = text.text(start..end);
    held && (end >= core.end || mark(&end))
        && ["举办", "开展", "组织", "举行"].iter().any(|verb| clause.contains(verb))
}

/// The clause that names a meeting (召开…会), if the stretch is about one.
fn meeting_name(scene: &Scene, core: &Range<usize>) -> Option<Range<usize>> {
    const NAMES: [&str; 9] =
        ["会议", "例会", "全会", "大会", "推进会", "座谈会", "汇报会", "部署会", "工作会"];
    let text = &scene.text;
    let called = (core.start..core.end).find(|&at| text.has(at, "召开") && !scene.is_quoted(at))?;
    let earlier = scene.verbs(&(core.start..called)).any(|(verb, _)| verb == Verb::Act);
    if earlier {
        // 开展调研，并召开座谈会: the meeting is not all that was done.
        return None;
    }
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
        "报告会",
        "表彰大会",
        "表彰会",
        "成立大会",
    ];
    let meets = NAMES.iter().any(|word| name.contains(word)) || name.ends_with('会') || name.contains("会议");
    (meets && !other.iter().any(|word| name.contains(word))).then_some(start..end)
}

/// Words that name a cup: “互助保障杯”.
fn is_cup(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;

    scene.is_quoted(start) && {
        let close = (end..(end + 24).min(text.len())).find(|&at| matches!(text.at(at), '”' | '》'));
        close.is_some_and(|close| text.at(close + 1) == '杯' || text.at(close - 1) == '杯')
    }
}

/// 以“深入学习…精神”为主题: what an activity was to say, not what it was.
fn is_theme(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;
    scene.is_quoted(start) && {
        let close = (end..(end + 60).min(text.len())).find(|&at| text.at(at) == '”');
        close.is_some_and(|close| text.has(close + 1, "为主题") || text.has(close + 1, "为主线"))
    }
}

/// Whether a place stands in a clause that only says what the activity was joined with: 结合…等工作，.
fn joined_work(scene: &Scene, core: &Range<usize>, place: usize) -> bool {
    let mark = |at: &usize| matches!(scene.text.at(*at), ',' | '。' | ';');
    let start = (core.start..place).rev().find(mark).map_or(core.start, |at| at + 1);
    let joins = (start..place).any(|at| scene.text.has(at, "结合"));
    let end = (place..core.end).find(mark).unwrap_or(core.end);
    joins && ["工作", "活动", "契机", "行动", "相结合"].iter().any(|word| scene.text.ends(end, word))
}

/// The clause around a place.
fn clause(scene: &Scene, core: &Range<usize>, place: usize) -> Range<usize> {
    let mark = |at: &usize| matches!(scene.text.at(*at), ',' | '。' | ';') && !scene.is_quoted(*at);
    let start = (core.start..place).rev().find(mark).map_or(core.start, |at| at + 1);
    start..(place..core.end).find(mark).unwrap_or(core.end)
}

/// Whether a place stands where work is only spoken of: what was agreed on or is to come (双方将…, 约定…), what was
/// asked or learnt about (就…开展调研, 学习…经验).
fn only_spoken_of(scene: &Scene, core: &Range<usize>, place: usize) -> bool {
    const AGREED: [&str; 11] = [
        "将通过",
        "将在",
        "将于",
        "将组织",
        "将开展",
        "将举办",
        "将进一步",
        "明确",
        "约定",
        "商定",
        "根据协议",
    ];
    const ASKED: [&str; 10] = [
        "开展调研",
        "进行调研",
        "开展座谈",
        "进行座谈",
        "开展督导",
        "进行督导",
        "专题调研",
        "座谈交流",
        "开展交流",
        "进行交流",
    ];
    const LEARNT: [&str; 8] = ["经验", "做法", "模式", "运营", "运作", "先进经验", "建设情况", "工作情况"];
    let clause = clause(scene, core, place);
    let (before, after) = (scene.text.text(clause.start..place), scene.text.text(place..clause.end));
    let has = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let about = ["就", "围绕", "针对", "关于"].iter().any(|word| before.contains(word)) && has(&ASKED, after);
    let learns =
        ["学习", "考察", "借鉴", "了解"].iter().any(|word| before.contains(word)) && has(&LEARNT, after);
    has(&AGREED, before) || about || learns
}

/// 赴某市学习…经验: a visit to learn from others.
fn is_study_visit(scene: &Scene, core: &Range<usize>) -> bool {
    let words = scene.text.text(core.clone());
    let goes = ["赴", "去", "前往", "来访", "带队到", "率队到", "一行到", "来我"]
        .iter()
        .any(|word| words.contains(word));
    goes && ["考察学习", "学习考察", "取经", "学习交流", "交流学习"].iter().any(|word| words.contains(word))
        || goes
            && words.contains("学习")
            && ["经验", "做法", "运营", "运作"].iter().any(|word| words.contains(word))
}

/// For whom the activity was.
fn audiences(scene: &Scene, core: &Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut reached = core.start;
    for hit in scene.hits_in(core) {
        let Class::Audience(row) = hit.class else { continue };
        let in_org = scene.in_org(&(hit.start..hit.end));
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
        let kinds = kinds(&scene, (&(0..scene.text.len()), 0, None), None, &[]);
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
