//! Venues (场馆): halls, parks, firms, villages that a phrase of place names, which no table knows.

use std::ops::Range;

use super::scene::Scene;

/// Ends of names of venues.
const VENUE_ENDS: [&str; 34] = [
    "体育中心",
    "体育馆",
    "文化宫",
    "广场",
    "公园",
    "服务中心",
    "活动中心",
    "驿站",
    "社区",
    "学院",
    "大学",
    "医院",
    "公司",
    "集团",
    "工地",
    "项目现场",
    "产业园",
    "工业园区",
    "园区",
    "会议室",
    "礼堂",
    "剧院",
    "纪念馆",
    "博物馆",
    "烈士陵园",
    "陵园",
    "酒店",
    "学校",
    "中学",
    "小学",
    "村",
    "影院",
    "体育场",
    "项目部",
];

/// The venues of a phrase of place: its parts that end like names of halls, firms, villages.
pub(super) fn venues(scene: &Scene, phrase: &Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut start = phrase.start;
    for at in phrase.start..=phrase.end {
        let cut = at == phrase.end || matches!(scene.text.at(at), '、' | '和' | '及');
        if !cut {
            continue;
        }
        let mut name = scene.text.text(start..at).trim().to_owned();
        for tail in ["等地", "等单位", "等处", "等企业", "等"] {
            if let Some(head) = name.strip_suffix(tail) {
                name = head.to_owned();
                break;
            }
        }
        if (3..=30).contains(&name.chars().count()) && VENUE_ENDS.iter().any(|end| name.ends_with(end)) {
            found.push(name);
        }
        start = at + 1;
    }
    found
}

/// A township with the village or community behind it: 西关街道祥安社区.
pub(super) fn venue_end(scene: &Scene, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && at - start < 12 && scene.text.at(at).is_alphanumeric() {
        at += 1;
        if ["社区", "村", "驿站"].iter().any(|word| scene.text.ends(at, word)) && at > start {
            return at;
        }
    }
    start
}
