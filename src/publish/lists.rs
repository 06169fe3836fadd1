//! The static lists of an embed: for each district its latest activities, in plain HTML with a style of its own and
//! no script. It is what a frame turns into where the program cannot run, and what the link within an element leads
//! to. The explorer itself is not here.

use std::collections::{BTreeMap, BTreeSet};

use maud::{DOCTYPE, Markup, html};

use super::page::title;
use super::{Input, OutFile};
use crate::corpus::{Activity, ActivityId};
use crate::place::{Adcode, unit};

/// How many activities a list has.
const LISTED: usize = 10;

/// The districts that have a list: those of the activities, and all above them.
pub(super) fn districts(input: &Input<'_>) -> BTreeMap<Adcode, String> {
    let mut names = BTreeMap::new();
    for place in input.corpus.activities.iter().flat_map(|activity| &activity.places) {
        names.insert(place.adcode, place.name.clone());
        let mut above = place.adcode.parent();
        while let Some(code) = above.filter(|&code| code != Adcode::CHINA) {
            names
                .entry(code)
                .or_insert_with(|| unit(code).map_or_else(|| code.to_string(), |unit| unit.name.to_string()));
            above = code.parent();
        }
    }
    names
}

/// `embed/index.html` for all, and `embed/DISTRICT.html` for each district; `style` is relative to the site.
pub(super) fn lists(input: &Input<'_>, style: &str) -> Vec<OutFile> {
    let districts = districts(input);
    let pages = districts.iter().map(|(code, name)| (code.to_string(), Some((*code, name.as_str()))));
    std::iter::once(("index".to_owned(), None))
        .chain(pages)
        .map(|(stem, district)| OutFile {
            path: format!("embed/{stem}.html"),
            bytes: page(input, style, district, &districts).into_string().into_bytes(),
        })
        .collect()
}

fn page(
    input: &Input<'_>,
    style: &str,
    district: Option<(Adcode, &str)>,
    all: &BTreeMap<Adcode, String>,
) -> Markup {
    let name = title(input);
    let heading = match district {
        Some((_, name)) => format!("{name}：最近的工会活动"),
        None => "最近的工会活动".to_owned(),
    };
    let whole = match district {
        Some((code, _)) => format!("../index.html#d={code}"),
        None => "../index.html".to_owned(),
    };
    let listed = latest(input, district.map(|(code, _)| code));
    html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="renderer" content="webkit";
                meta name="referrer" content="no-referrer";
                title { (heading) " · " (name) }
                link rel="icon" href=(super::page::ICON);
                link rel="stylesheet" href=(format!("../{style}"));
            }
            body {
                main {
                    h1 { (heading) }
                    @if listed.is_empty() { p { "还没有读出活动。" } }
                    ol { @for activity in &listed { (item(activity)) } }
                    @if district.is_none() && !all.is_empty() {
                        h2 { "按地区看" }
                        ul class="districts" {
                            @for (code, name) in all { li { a href=(format!("{code}.html")) { (name) } } }
                        }
                    }
                }
                footer {
                    p {
                        a href=(whole) target="_blank" rel="noopener" { "检索、时间、地区：在“" (name) "”里看全部" }
                    }
                    p {
                        @for fact in [&input.settings.publisher, &input.settings.contact, &input.settings.icp] {
                            @if let Some(fact) = fact { span { (fact) } }
                        }
                    }
                }
            }
        }
    }
}

fn item(activity: &Activity) -> Markup {
    let target = format!("../index.html#a={}&act={}", activity.article, activity.id);
    let places = activity.places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join("、");
    html! {
        li {
            a href=(target) target="_blank" rel="noopener" { (activity.title) }
            div class="facts" {
                @match &activity.date {
                    Some(date) if date.start == date.end => {
                        span { time datetime=(date.start) { (date.start) } }
                    }
                    Some(date) => { span { (date.start) "—" (date.end) } }
                    None => { span { "日期不详" } }
                }
                @for fact in [places, activity.types.join("、")] {
                    @if !fact.is_empty() { span { (fact) } }
                }
            }
        }
    }
}

/// Newest first, then in the corpus' order; of several reports of one activity the first.
fn latest<'a>(input: &Input<'a>, district: Option<Adcode>) -> Vec<&'a Activity> {
    let within = |activity: &&Activity| {
        district.is_none_or(|code| activity.places.iter().any(|place| code.contains(place.adcode)))
    };
    let mut all: Vec<&Activity> = input.corpus.activities.iter().filter(within).collect();
    all.sort_by_key(|activity| std::cmp::Reverse(activity.date.as_ref().map(|date| date.start)));
    let mut told: BTreeSet<&ActivityId> = BTreeSet::new();
    let mut listed = Vec::new();
    for activity in all {
        if !told.contains(&activity.id) && listed.len() < LISTED {
            listed.push(activity);
            told.extend(&activity.same_as);
        }
    }
    listed
}
