//! Which passages of an article tell of an activity. An article usually tells of one, its other paragraphs
//! are details; a list tells of one in each item, and of several where an item names several organisers.

use std::ops::Range;

use super::Told;
use super::scene::Scene;
use super::told::{Opener, told};
use crate::date::{Said, YearWord};
use crate::ingest::split::Draft;
use crate::place::{Adcode, Here, resolve};
use crate::text::semicolons;

/// A passage that tells of an activity.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The paragraph.
    pub paragraph: usize,
    /// The stretch that tells of it.
    pub range: Range<usize>,
    /// The statement that says what was done.
    pub told: Told,
    /// Stretches that add to it: paragraph and range.
    pub details: Vec<(usize, Range<usize>)>,
    /// Whether it is one of several in its paragraph.
    pub shared: bool,
    /// The units whose organisations act.
    pub units: Vec<Adcode>,
    /// What decides between places of one name here.
    pub here: Here,
}

impl Passage {
    fn new(paragraph: usize, scene: &Scene, told: Told, here: Here) -> Passage {
        let here = near(scene, &told, here);
        let units = units_of(scene, &told, here);
        Passage {
            paragraph,
            range: told.range.clone(),
            told,
            details: Vec::new(),
            shared: false,
            units,
            here,
        }
    }
}

/// What decides between places of one name, once a statement has named its organiser's unit.
fn near(scene: &Scene, told: &Told, here: Here) -> Here {
    let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i));
    let mentions = orgs.filter_map(|org| org.mention).chain(told.subject.units.iter().copied());
    let unit = mentions.filter_map(|i| scene.mentions.get(i)).find_map(|mention| resolve(mention, here));
    Here { near: unit.or(here.near), ..here }
}

/// Words of headlines over what people say, not do.
const REACTIONS: [&str; 8] = ["反响", "热议", "感言", "心声", "谈体会", "畅谈", "寄语", "倡议书"];

/// The passages of an article.
pub(crate) fn passages(draft: &Draft, scenes: &[Scene], here: Here) -> Vec<Passage> {
    let title = &draft.title.text;
    if REACTIONS.iter().any(|word| title.contains(word)) && !title.contains("座谈") {
        return Vec::new();
    }
    let mut found: Vec<Passage> = Vec::new();
    let several = tells_several(draft, scenes);
    for (i, (paragraph, scene)) in draft.paragraphs.iter().zip(scenes).enumerate() {
        if paragraph.cross_head {
            continue;
        }
        if paragraph.item {
            item(i, scene, here, &mut found);
        } else {
            let here = found.last().map_or(here, |passage| passage.here);
            body(i, scene, here, several, &mut found);
        }
    }
    if found.is_empty() {
        found.extend(fallback(draft, scenes, here));
    }
    for passage in &mut found {
        if let Some(scene) = scenes.get(passage.paragraph) {
            trim(passage, scene);
        }
    }
    found
}

/// The statements of an item: each event of its own organiser is an activity.
fn item(paragraph: usize, scene: &Scene, here: Here, found: &mut Vec<Passage>) {
    let first = found.len();
    for sentence in &scene.sentences {
        let parts = semicolons(&scene.text, sentence.clone());
        for part in parts {
            let statement = told(scene, part.clone());
            let opens = statement.is_event(scene);
            let mine = found.get(first..).and_then(|mine| mine.last());
            let another = mine.is_none_or(|last| {
                let who = !statement.subject.is_empty() && !same_subject(scene, &last.told, &statement);
                let when =
                    statement.date.is_some() && differs(&last.told, &statement) && statement.act.is_some();
                who || when
            });
            if opens && another {
                found.push(Passage::new(paragraph, scene, statement, here));
            } else if let Some(last) = found.get_mut(first..).and_then(|mine| mine.last_mut()) {
                last.range.end = part.end;
            }
        }
    }
    let count = found.len() - first;
    if count == 0 {
        let whole = 0..scene.text.len();
        let speech = scene.sentences.first().is_some_and(|sentence| told(scene, sentence.clone()).speech);
        let statement =
            scene.sentences.iter().map(|sentence| told(scene, sentence.clone())).find(|statement| {
                statement.act.is_some()
                    && !statement.speech
                    && !statement.subject.is_many()
                    && statement.opener != Some(Opener::Speech)
            });
        if let Some(told) =
            statement.filter(|told| !speech && (!told.subject.is_empty() || told.date.is_some()))
        {
            found.push(Passage { range: whole, ..Passage::new(paragraph, scene, told, here) });
        }
        return;
    }
    if count == 1 {
        if let Some(only) = found.get_mut(first) {
            only.range.start = 0;
        }
    }
    for passage in found.iter_mut().skip(first) {
        passage.shared = count > 1;
    }
}

fn same_subject(scene: &Scene, a: &Told, b: &Told) -> bool {
    let names = |told: &Told| -> Vec<String> {
        let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i)).map(|org| org.range.clone());
        let units = told
            .subject
            .units
            .iter()
            .filter_map(|&i| scene.mentions.get(i))
            .map(|mention| mention.range.clone());
        orgs.chain(units).map(|range| scene.text.text(range).to_owned()).collect()
    };
    let (a, b) = (names(a), names(b));
    b.iter()
        .all(|name| a.iter().any(|other| other.ends_with(name.as_str()) || name.ends_with(other.as_str())))
}

/// Whether a statement names another day than one before it.
fn differs(before: &Told, after: &Told) -> bool {
    let said = |told: &Told| told.date.as_ref().map(|words| words.said);
    match (said(before), said(after)) {
        (_, None | Some(Said::Vague | Said::Year(_))) => false,
        (None | Some(Said::Vague), Some(_)) => true,
        (Some(a), Some(b)) => a != b,
    }
}

/// The statements of a paragraph of running text.
fn body(paragraph: usize, scene: &Scene, here: Here, several: bool, found: &mut Vec<Passage>) {
    let first = found.len();
    for (k, sentence) in scene.sentences.iter().enumerate() {
        let statement = told(scene, sentence.clone());
        let event = statement.is_event(scene);
        let opens = event
            && match found.last() {
                None => true,
                Some(last) => is_another(scene, last, &statement, k == 0 || several, several),
            };
        if opens {
            found.push(Passage::new(paragraph, scene, statement, here));
        } else if let Some(last) = found.last_mut() {
            if statement.speech || statement.opener == Some(Opener::Speech) {
                continue;
            }
            if last.paragraph == paragraph && last.details.is_empty() {
                last.range.end = sentence.end;
            }
            last.details.push((paragraph, sentence.clone()));
        }
    }
    let count = found.len() - first;
    for passage in found.iter_mut().skip(first) {
        passage.shared = count > 1;
    }
}

/// Whether an event is another than the one told before: another day, another organiser, or one of several
/// measures that the article announces.
fn is_another(scene: &Scene, last: &Passage, new: &Told, leads: bool, several: bool) -> bool {
    let act = new.act.as_ref().map_or("", |act| scene.text.text(act.clone()));
    const PARTAKES: [&str; 12] =
        ["参加", "获得", "荣获", "获评", "入选", "交流", "授课", "观看", "颁奖", "颁发", "辅导", "听取"];
    if !leads || PARTAKES.contains(&act) {
        return false;
    }
    if differs(&last.told, new) && !is_future(scene, new) {
        return true;
    }
    let union = new
        .subject
        .orgs
        .iter()
        .filter_map(|&i| scene.orgs.get(i))
        .any(|org| org.kind == super::lexicon::OrgKind::Union);
    if !union && new.subject.units.is_empty() {
        return several
            && new.subject.is_empty()
            && new.date.is_none()
            && scene.text.has(new.range.start, "此外");
    }
    let units = units_of(scene, new, near(scene, new, last.here));
    let before = &last.units;
    let elsewhere =
        !units.is_empty() && !before.is_empty() && units.iter().all(|unit| !before.contains(unit));
    elsewhere || several
}

fn is_future(scene: &Scene, told: &Told) -> bool {
    let Some(act) = &told.act else { return false };
    let head = scene.text.text(told.content..act.start);
    head.contains('将')
        || matches!(
            told.date.as_ref().map(|words| words.said),
            Some(Said::Days { year: YearWord::FromNow(1), .. })
        )
}

/// The units whose organisations act.
pub(crate) fn units_of(scene: &Scene, told: &Told, here: Here) -> Vec<Adcode> {
    let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i));
    let mut units: Vec<Adcode> =
        orgs.filter_map(|org| super::orgs::unit_of(org, &scene.text, &scene.mentions, here)).collect();
    units.extend(
        told.subject
            .units
            .iter()
            .filter_map(|&i| scene.mentions.get(i))
            .filter_map(|mention| resolve(mention, here)),
    );
    units
}

/// Whether an article announces several measures of one organiser (多措并举).
fn tells_several(draft: &Draft, scenes: &[Scene]) -> bool {
    const SEVERAL: [&str; 14] = [
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
    let title = crate::text::to_simplified(&draft.title.text);
    SEVERAL.iter().any(|word| title.contains(word) || lead.contains(word))
}

/// An article whose sentences all open like details may still tell of one activity: the first that names a
/// day and says what was done.
fn fallback(draft: &Draft, scenes: &[Scene], here: Here) -> Option<Passage> {
    scenes
        .iter()
        .enumerate()
        .filter(|(i, _)| draft.paragraphs.get(*i).is_some_and(|p| !p.cross_head))
        .take(3)
        .find_map(|(paragraph, scene)| {
            scene.sentences.iter().find_map(|sentence| {
                let statement = told(scene, sentence.clone());
                let fits = statement.act.is_some()
                    && !statement.speech
                    && statement.date.is_some()
                    && matches!(statement.opener, None | Some(Opener::Detail))
                    && !statement.subject.is_many();
                fits.then(|| Passage::new(paragraph, scene, statement, here))
            })
        })
}

/// A passage that is alone in its paragraph begins with it, unless someone's words stand there, and ends
/// before the words of a person or meeting.
fn trim(passage: &mut Passage, scene: &Scene) {
    if passage.shared {
        return;
    }
    let before = scene.sentences.iter().filter(|sentence| sentence.end <= passage.range.start);
    let spoken = before
        .clone()
        .any(|sentence| scene.text.at(sentence.start) == '“' || told(scene, sentence.clone()).speech);
    if !spoken {
        passage.range.start = before.map(|sentence| sentence.start).min().unwrap_or(passage.range.start);
    }
}
