//! Measures (举措): an article that announces several, and tells of each in a paragraph of its own
//! (一是…, 二是…; 一次劳模慰问活动。…). Demands of a meeting look alike and are none.

use std::collections::BTreeSet;

use super::passages::Passage;
use super::scene::Scene;
use super::told::{Opener, told};
use crate::ingest::split::Draft;
use crate::place::Here;

/// Words of headlines and first paragraphs that announce several measures.
const ANNOUNCE: [&str; 26] = [
    "多措并举",
    "多举措",
    "多形式",
    "多种形式",
    "系列活动",
    "系列",
    "多点发力",
    "多管齐下",
    "双管齐下",
    "多渠道",
    "多维度",
    "三举措",
    "四举措",
    "五举措",
    "项举措",
    "个一”",
    "“三个",
    "“四个",
    "“五个",
    "“六个",
    "三项",
    "四项",
    "五项",
    "六项",
    "一系列",
    "三个“",
];

/// Whether the headline or the first paragraph announces several measures.
pub(super) fn announced(title: &str, scenes: &[Scene]) -> bool {
    const PLAIN: [&str; 14] = [
        "多措并举",
        "多举措",
        "多形式",
        "多种形式",
        "系列活动",
        "一系列",
        "多点发力",
        "多管齐下",
        "三举措",
        "四举措",
        "五举措",
        "双管齐下",
        "多渠道",
        "多维度",
    ];
    let lead = scenes.first().map_or("", |scene| scene.text.text(0..scene.text.len().min(160)));
    PLAIN.iter().any(|word| title.contains(word) || lead.contains(word))
}

/// The paragraphs of an article that each tell of a measure: at least two in a row, after a first paragraph
/// that announces them.
pub(super) fn paragraphs(draft: &Draft, scenes: &[Scene]) -> BTreeSet<usize> {
    let title = crate::text::to_simplified(&draft.title.text);
    let lead = scenes.first().map_or("", |scene| scene.text.text(0..scene.text.len().min(200)));
    let announced = ANNOUNCE.iter().any(|word| title.contains(word) || lead.contains(word));
    let meeting = ["会议", "强调", "要求", "指出"].iter().any(|word| lead.contains(word));
    let mut found: BTreeSet<usize> = BTreeSet::new();
    if !announced || meeting {
        return found;
    }
    for (i, scene) in scenes.iter().enumerate().skip(1) {
        if draft.paragraphs.get(i).is_some_and(|paragraph| !paragraph.item && !paragraph.cross_head)
            && is_measure(scene)
        {
            found.insert(i);
        }
    }
    if found.len() < 2 {
        found.clear();
    }
    found
}

/// Whether a paragraph opens like a measure and tells what was done, not what ought to be.
fn is_measure(scene: &Scene) -> bool {
    let numbered = opens_numbered(scene);
    let headed = scene.sentences.len() > 1
        && scene.sentences.first().is_some_and(|first| first.len() <= 18 && scene.dates_in(first).is_empty());
    (numbered || headed) && !is_demand(scene)
}

fn opens_numbered(scene: &Scene) -> bool {
    let numbers = ["一是", "二是", "三是", "四是", "五是", "六是", "其一", "其二", "其三", "其四"];
    numbers.iter().any(|word| scene.text.has(0, word)) || crate::ingest::split::numbering(&scene.text) > 0
}

fn is_demand(scene: &Scene) -> bool {
    let head = scene.text.text(0..scene.text.len().min(12));
    ["要", "必须", "应当", "进一步", "坚持", "务必"].iter().any(|word| head.contains(word))
}

/// The measure that a paragraph tells of.
pub(super) fn passage(paragraph: usize, scene: &Scene, here: Here) -> Option<Passage> {
    let statements: Vec<_> = scene.sentences.iter().map(|sentence| told(scene, sentence.clone())).collect();
    let acts = statements.iter().filter(|statement| {
        statement.act.is_some()
            && !statement.speech
            && !matches!(statement.opener, Some(Opener::Plan | Opener::Background))
    });
    let best = acts.clone().max_by_key(|statement| {
        // The first of those that say most: a day, somebody.
        let says = usize::from(statement.date.is_some()) * 2 + usize::from(!statement.subject.is_empty());
        (says, std::cmp::Reverse(statement.range.start))
    })?;
    // A total of what has come together is no measure that was taken.
    let only_totals = acts.clone().all(|statement| {
        let words = scene.text.text(statement.range.clone());
        words.contains("累计") || words.contains("截至")
    });
    let worded = scene.text.len() >= 16;
    (worded && !only_totals)
        .then(|| Passage { range: 0..scene.text.len(), ..Passage::new(paragraph, scene, best.clone(), here) })
}
