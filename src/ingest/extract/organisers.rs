//! Organisers (主办单位) in full names: who acts in the statement, else who is named as host in what follows,
//! else in the headline, else those of the announcement, else the bulletin's own publisher.

use super::activity::{Story, at};
use super::lexicon::OrgKind;
use super::orgs::{Org, full_name};
use super::passages::Passage;
use super::scene::Scene;
use super::told::{Told, told};
use crate::corpus::At;
use crate::place::{Adcode, Here, Named, resolve, unit};

/// How many sentences back the one who acts may be named.
const FARTHEST: usize = 40;

/// The organisers, where they stand, and whether they are only implied.
pub(super) fn organisers(story: &Story, passage: &Passage) -> (Vec<String>, Vec<At>, bool) {
    let Some(scene) = story.scenes.get(passage.paragraph) else { return Default::default() };
    let (names, places) = named(story, scene, passage.paragraph, &passage.told, passage.here, &passage.units);
    if !names.is_empty() {
        return (names, places, false);
    }
    // 记者从某县总工会获悉,…: who told of it, where nobody else acts.
    let (start, end) = (passage.told.range.start, passage.told.content);
    let source = scene.orgs_in(&(start..end.max(start))).iter().find(|org| {
        let told = ["获悉", "了解到"].iter().any(|word| scene.text.has(org.range.end, word));
        org.kind == OrgKind::Union && told
    });
    if let Some(org) = source {
        let name = full_name(org, &scene.text, &scene.mentions, passage.here);
        return (vec![name], vec![at(story.scenes, passage.paragraph, &org.range)], true);
    }
    // Told by the sentences that follow: 此次大赛由…主办.
    for (paragraph, range) in &passage.details {
        let Some(scene) = story.scenes.get(*paragraph) else { continue };
        let words = scene.text.text(range.clone());
        if !["主办", "承办", "联合"].iter().any(|word| words.contains(word)) {
            continue;
        }
        let detail = told(scene, range.clone());
        let (names, places) = named(story, scene, *paragraph, &detail, passage.here, &[]);
        if !names.is_empty() {
            return (names, places, false);
        }
    }
    // Named by what stands before it in its paragraph: 近年来，某区总工会…。11月6日，职工之家启用。
    let until = scene.sentences.partition_point(|sentence| sentence.end <= passage.told.range.start);
    for sentence in scene.sentences.iter().take(until).rev().take(FARTHEST) {
        let earlier = told(scene, sentence.clone());
        let units = super::passages::units_of(scene, &earlier, passage.here);
        let theirs = passage.units.is_empty() || units.iter().any(|unit| passage.units.contains(unit));
        if theirs && scene.acting(&earlier.subject).any(|org| org.kind == OrgKind::Union) {
            let (names, places) = named(story, scene, passage.paragraph, &earlier, passage.here, &[]);
            return (names, places, true);
        }
    }
    if let Some(title) = story.title {
        let headline = told(title, 0..title.text.len());
        let (names, _) = named(story, title, 0, &headline, passage.here, &[]);
        if !names.is_empty() {
            let orgs = title.acting(&headline.subject);
            let places = orgs.map(|org| super::activity::at_title(title, &org.range)).collect();
            return (names, places, false);
        }
    }
    if let Some(lead) = passage.lead.and_then(|lead| story.passages.get(lead)) {
        return organisers(story, &Passage { lead: None, ..lead.clone() });
    }
    // 全省…推进会在合肥召开: the union of the whole area, whoever spoke there.
    let whole = scene.mentions_in(&passage.told.range).iter().find(|mention| {
        let verb = passage.told.act.as_ref().map_or(passage.told.range.end, |act| act.start);
        matches!(mention.named, Named::Bare(_)) && mention.range.end <= verb
    });
    let region = Here { near: None, ..passage.here };
    if let Some(area) =
        whole.filter(|_| !passage.told.subject.names_somebody()).and_then(|m| resolve(m, region))
    {
        let name = unit(area).map(|unit| format!("{}总工会", unit.name));
        let names: Vec<String> = name.into_iter().collect();
        return (names, Vec::new(), true);
    }
    let subject = &passage.told.subject;
    let whole_area = subject.all_unions || (subject.units.is_empty() && passage.units.is_empty());
    let near = passage.here.near.and_then(unit).map(|unit| format!("{}总工会", unit.name));
    let named = |name: &String| story.scenes.iter().any(|scene| scene.text.as_str().contains(name.as_str()));
    let name = near.filter(named).or_else(|| story.ground.publisher.clone());
    let names = name.filter(|_| whole_area).into_iter().collect();
    (names, Vec::new(), true)
}

/// The organisations that act in a statement.
fn named(
    story: &Story,
    scene: &Scene,
    paragraph: usize,
    told: &Told,
    here: Here,
    units: &[Adcode],
) -> (Vec<String>, Vec<At>) {
    let mut names: Vec<String> = Vec::new();
    let mut places = Vec::new();
    let mut seen: Vec<(String, Option<Adcode>)> = Vec::new();
    let mut last: Option<Adcode> = None;
    for org in scene.acting(&told.subject) {
        // 大兴区总工会联合区应急管理局: the district named before, not the first of all hosts.
        let here = Here { near: last.filter(|_| org.mention.is_none()).or(here.near), ..here };
        let name = capitals(full_name(org, &scene.text, &scene.mentions, here), scene, org);
        let unit = super::orgs::unit_of(org, &scene.text, &scene.mentions, here);
        last = unit.or(last);
        let namesake = seen.iter().position(|(known, of)| *known == name && *of != unit);
        if let (Some(first), Some(code)) = (namesake, unit) {
            // 阜新市海州区总工会 and 连云港市海州区总工会: with their cities.
            let city = |code: Option<Adcode>| {
                code.and_then(crate::place::unit)
                    .and_then(|row| crate::place::unit(row.parent))
                    .map_or("", |row| row.name)
            };
            let full = format!("{}{name}", city(Some(code)));
            if let Some((known, of)) = seen.get(first)
                && let Some(other) = names.iter_mut().find(|other| *other == known)
            {
                *other = format!("{}{known}", city(*of));
            }
            names.push(full);
            places.push(at(story.scenes, paragraph, &org.range));
        } else if !names.contains(&name) {
            names.push(name.clone());
            places.push(at(story.scenes, paragraph, &org.range));
        }
        seen.push((name, unit));
    }
    if names.is_empty()
        && !told.subject.unions_of_units
        && let Some((name, range)) = led_by(scene, told, here)
    {
        names.push(name);
        places.push(at(story.scenes, paragraph, &range));
    }
    if told.subject.unions_of_units {
        for name in units.iter().filter_map(|&code| unit(code)).map(|unit| format!("{}总工会", unit.name))
        {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let of = told.subject.units.iter().filter_map(|&i| scene.mentions.get(i));
        places.extend(of.map(|mention| at(story.scenes, paragraph, &mention.range)));
    }
    (names, places)
}

/// A name with the letters as they were written: TCL集团工会.
fn capitals(name: String, scene: &Scene, org: &Org) -> String {
    if !name.contains(|c: char| c.is_ascii_lowercase()) {
        return name;
    }
    let written = scene.written(org.range.clone());
    let words = written.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(name, |name, word| name.replace(&word.to_ascii_lowercase(), word))
}

/// 远安县委常委、总工会主席某某带队: the union of the unit whose officer acts.
fn led_by(scene: &Scene, told: &Told, here: Here) -> Option<(String, std::ops::Range<usize>)> {
    const TITLES: [&str; 6] = ["主席", "党组书记", "副主席", "常务副主席", "党组成员", "主要负责"];
    let until = told.act.as_ref().map_or(told.range.end, |act| act.start);
    let at = (told.content..until).find(|&at| {
        let after = at + "总工会".chars().count();
        scene.text.has(at, "总工会") && TITLES.iter().any(|title| scene.text.has(after, title))
    })?;
    let before = scene.mentions_in(&(told.content..at)).iter().rev();
    let code = before.filter(|mention| mention.is_plain()).find_map(|mention| resolve(mention, here))?;
    let name = format!("{}总工会", unit(code)?.name);
    Some((name, at..at + "总工会".chars().count()))
}
