//! Honours (荣誉) that an activity gave: who was honoured with what.

use std::ops::Range;

use super::scene::Scene;
use crate::corpus::Honour;

/// Verbs between who is honoured and the honour.
const VERBS: [&str; 7] = ["荣获", "获评", "喜获", "被评为", "被授予", "获得", "被命名为"];

/// The honours that a stretch tells: 甲荣获“…”称号, 授予甲“…”称号.
pub(super) fn honours(scene: &Scene, range: &Range<usize>, found: &mut Vec<Honour>) {
    let text = &scene.text;
    for at in range.clone() {
        if let Some(verb) = VERBS.iter().find(|verb| text.has(at, verb)) {
            let what = honour_after(scene, at + verb.chars().count(), range.end);
            let who = who_before(scene, range.start, at);
            push(found, who, what);
        } else if text.has(at, "授予") && !text.ends(at, "被") {
            let Some(open) = (at..range.end.min(at + 60)).find(|&place| text.at(place) == '“') else {
                continue;
            };
            let who = text.text(at + 2..open).trim_end_matches("等").to_owned();
            push(found, who, honour_after(scene, open, range.end));
        }
    }
}

fn push(found: &mut Vec<Honour>, who: String, what: Option<String>) {
    let Some(what) = what else { return };
    if (2..=60).contains(&who.chars().count()) && found.len() < 50 {
        let honour = Honour { who, what };
        if !found.contains(&honour) {
            found.push(honour);
        }
    }
}

/// The honour's name: what stands in quotation marks, or up to the next mark where it ends like one.
fn honour_after(scene: &Scene, start: usize, end: usize) -> Option<String> {
    let text = &scene.text;
    let mark = (start..end.min(start + 50)).find(|&at| matches!(text.at(at), ',' | '。' | ';' | '!'))?;
    let words = text.text(start..mark).trim();
    let names = [
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
        "集体",
        "个人",
    ];
    names.iter().any(|name| words.contains(name)).then(|| words.to_owned())
}

/// Who stands before the verb, from the last mark on; a list of names goes on over 、.
fn who_before(scene: &Scene, start: usize, end: usize) -> String {
    let from = (start..end)
        .rev()
        .find(|&at| matches!(scene.text.at(at), ',' | '。' | ';' | ':'))
        .map_or(start, |at| at + 1);
    scene.text.text(from..end).trim().to_owned()
}
