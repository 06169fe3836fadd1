//! Honours (荣誉) that an activity gave: who was honoured with what.

use std::ops::Range;

use super::scene::Scene;
use crate::corpus::Honour;

/// Verbs between who is honoured and the honour.
const VERBS: [&str; 14] = [
    "荣获",
    "获评",
    "喜获",
    "被评为",
    "被授予",
    "获得",
    "被命名为",
    "夺得",
    "摘得",
    "取得",
    "聘为",
    "评为",
    "斩获",
    "当选",
];
/// What the name of an honour has in it where no quotation marks show it.
const NAMES: [&str; 24] = [
    "称号",
    "奖章",
    "奖状",
    "先锋号",
    "工匠",
    "劳模",
    "劳动模范",
    "先进",
    "标兵",
    "能手",
    "最美",
    "优秀",
    "等奖",
    "冠军",
    "亚军",
    "季军",
    "第一",
    "第二",
    "第三",
    "金奖",
    "银奖",
    "铜奖",
    "集体",
    "个人",
];

/// The honours that a stretch tells (甲荣获“…”称号, 授予甲“…”, 命名甲为“…”), each with where it stands.
pub(super) fn honours(scene: &Scene, range: &Range<usize>, found: &mut Vec<(Honour, Range<usize>)>) {
    let text = &scene.text;
    // Every word that is looked for begins with one of these.
    const FIRST: &str = "荣获喜被夺摘取聘评斩当授命向榜";
    let places = range.clone().filter(|&at| FIRST.contains(text.at(at)));
    for at in places.filter(|&at| !scene.is_quoted(at)) {
        let verb = VERBS.iter().find(|verb| text.has(at, verb)).copied().or_else(|| short_verb(scene, at));
        if let Some(verb) = verb {
            let after = at + verb.chars().count();
            let what = honour_after(scene, after, range.end);
            push(scene, found, who_before(scene, range.start, at), what);
        } else if text.has(at, "授予") && !text.ends(at, "被") {
            let open = (at..range.end.min(at + 60)).find(|&place| text.at(place) == '“');
            let Some(open) = open else { continue };
            let who = if open == at + 2 { who_before(scene, range.start, at) } else { Some(at + 2..open) };
            push(scene, found, who, honour_after(scene, open, range.end));
        } else if text.has(at, "命名") && !text.ends(at, "被") {
            let until = range.end.min(at + 60);
            let open =
                (at..until).find(|&place| text.has(place, "为“") || matches!(text.at(place), ',' | '。'));
            let Some(open) = open.filter(|&place| text.at(place) == '为') else { continue };
            push(scene, found, Some(at + 2..open), honour_after(scene, open + 1, range.end));
        } else if text.has(at, "评出") || text.has(at, "评选出") {
            chosen(scene, at, range.end, found);
        } else if text.at(at) == '向' && text.at(at + 1).is_ascii_digit() {
            given(scene, at, range.end, found);
        } else if text.has(at, "榜上有名") {
            let open = (range.start..at).rev().find(|&place| text.at(place) == '“');
            let what = open.and_then(|open| honour_after(scene, open, range.end));
            push(scene, found, who_before(scene, range.start, at), what);
        } else if text.has(at, "夺冠") {
            push(scene, found, who_before(scene, range.start, at), Some(("冠军".to_owned(), at..at + 2)));
        }
    }
}

/// 获 alone, before what only an honour begins with: 获团体第一名, 获“…”称号.
fn short_verb(scene: &Scene, at: usize) -> Option<&'static str> {
    let text = &scene.text;
    let verb = text.at(at) == '获'
        && !["荣", "喜", "斩", "收", "捕", "抓", "查", "缴"].iter().any(|w| text.ends(at, w));
    let opens = matches!(text.at(at + 1), '“' | '第' | '一' | '二' | '三' | '特')
        || ["团体", "个人", "全国", "优秀"].iter().any(|word| text.has(at + 1, word));
    (verb && opens).then_some("获")
}

/// 评出“…工匠”12名
fn chosen(scene: &Scene, at: usize, end: usize, found: &mut Vec<(Honour, Range<usize>)>) {
    let text = &scene.text;
    let Some(open) = (at..end.min(at + 20)).find(|&place| text.at(place) == '“') else { return };
    let Some(close) = (open..end.min(open + 24)).find(|&place| text.at(place) == '”') else { return };
    let digits = (close + 1..end).take_while(|&place| text.at(place).is_ascii_digit()).count();
    let counted = digits > 0 && matches!(text.at(close + 1 + digits), '名' | '个' | '位' | '人');
    let who = counted.then_some(close + 1..close + 2 + digits);
    push(scene, found, who, Some((text.text(open + 1..close).to_owned(), open..close + 1)));
}

/// 向10个“…之家”颁发奖牌
fn given(scene: &Scene, at: usize, end: usize, found: &mut Vec<(Honour, Range<usize>)>) {
    let text = &scene.text;
    let Some(open) = (at..end.min(at + 8)).find(|&place| text.at(place) == '“') else { return };
    let Some(close) = (open..end.min(open + 24)).find(|&place| text.at(place) == '”') else { return };
    if ["颁发", "授予", "颁奖", "授牌"].iter().any(|word| text.has(close + 1, word)) {
        let what = (text.text(open + 1..close).to_owned(), open..close + 1);
        push(scene, found, Some(at + 1..open), Some(what));
    }
}

type Told = (String, Range<usize>);

fn push(
    scene: &Scene,
    found: &mut Vec<(Honour, Range<usize>)>,
    who: Option<Range<usize>>,
    what: Option<Told>,
) {
    let (Some(who), Some((what, at))) = (who, what) else { return };
    let name = scene.text.text(who.clone()).trim().trim_end_matches('等').to_owned();
    let spans = who.start.min(at.start)..who.end.max(at.end);
    let empty = ["分别", "获奖者", "大家", "他们", "均"].contains(&name.as_str());
    if !empty && (2..=40).contains(&name.chars().count()) && found.len() < 50 {
        let honour = Honour { who: name, what };
        if !found.iter().any(|(known, _)| *known == honour) {
            found.push((honour, spans));
        }
    }
}

/// The honour's name: what stands in quotation marks, or up to the next mark where it has a word of honour.
fn honour_after(scene: &Scene, start: usize, end: usize) -> Option<Told> {
    const LONGEST: usize = 30;
    let text = &scene.text;
    let mark = (start..end)
        .find(|&at| matches!(text.at(at), ',' | '。' | ';' | '!') && !scene.is_quoted(at))
        .unwrap_or(end);
    if let Some(open) = (start..mark.min(start + 12)).find(|&at| text.at(at) == '“') {
        let close = (open..mark.max(open).min(open + LONGEST)).find(|&at| text.at(at) == '”')?;
        return (close > open + 2).then(|| (text.text(open + 1..close).to_owned(), open..close + 1));
    }
    let words = text.text(start..mark).trim();
    let short = (2..=LONGEST).contains(&words.chars().count()) && !words.contains(['、', ':']);
    let name = words.trim_end_matches("荣誉称号").trim_end_matches("称号");
    (short && NAMES.iter().any(|known| words.contains(known)) && !name.contains("获得者"))
        .then(|| (name.to_owned(), start..mark))
}

/// Who stands before a verb, from the last mark on, or, where only 被某某 does, in the clause before.
fn who_before(scene: &Scene, start: usize, end: usize) -> Option<Range<usize>> {
    let text = &scene.text;
    let clause = |end: usize| {
        let mark = (start..end).rev().find(|&at| matches!(text.at(at), ',' | '。' | ';' | ':'));
        mark.map_or(start, |at| at + 1)
    };
    let mut who = clause(end)..end;
    if ["被", "由", "并"].iter().any(|word| text.has(who.start, word)) || who.is_empty() {
        let before = who.start.saturating_sub(1);
        let from = clause(before);
        let verb = (from..before).find(|&at| VERBS.iter().any(|verb| text.has(at, verb)));
        who = from..verb.unwrap_or(before);
    }
    // 前三名选手由市总工会授予…, 来自…的10名职工
    if let Some(by) = who.clone().skip(2).find(|&at| text.at(at) == '由') {
        who.end = by;
    }
    if let Some(of) = who.clone().rev().find(|&at| text.at(at) == '的' && text.at(at + 1).is_ascii_digit()) {
        who.start = of + 1;
    }
    for word in ["最终", "其中", "会上", "活动中", "经过评审"] {
        if text.has(who.start, word) {
            who.start += word.chars().count();
        }
    }
    (who.start < who.end).then_some(who)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let scene = Scene::new(text);
        let mut found = Vec::new();
        for sentence in scene.sentences.clone() {
            honours(&scene, &sentence, &mut found);
        }
        let got: Vec<(&str, &str)> = found.iter().map(|(h, _)| (h.who.as_str(), h.what.as_str())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn who_was_honoured_with_what() {
        check("制衣工人刘某荣获“赣南工匠”称号。", &[("制衣工人刘某", "赣南工匠")]);
        check(
            "授予20个集体“五一劳动奖状”,命名40个班组为“工人先锋号”。",
            &[("20个集体", "五一劳动奖状"), ("40个班组", "工人先锋号")],
        );
        check("前三名选手由市总工会授予“技术能手”称号。", &[("前三名选手", "技术能手")]);
        check(
            "技术员张某夺得电焊第二名,被公司聘为“金牌员工”。",
            &[("技术员张某", "电焊第二名"), ("技术员张某", "金牌员工")],
        );
        check("评出第六届“长寿工匠”12名。", &[("12名", "长寿工匠")]);
        check("活动还评出“十佳歌手”,环卫女工潘某榜上有名。", &[("环卫女工潘某", "十佳歌手")]);
        check("大家获得了知识,收获很大。", &[]);
        check("4名获奖者与全国五一巾帼标兵称号获得者上台分享。", &[]);
    }
}
