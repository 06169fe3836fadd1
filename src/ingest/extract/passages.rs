//! Which passages of an article tell of an activity. An article usually tells of one, its other paragraphs
//! are details; a list tells of one in each item, and of several where an item names several organisers.

use std::ops::Range;

use super::another::{differs, firms, holds, is_another, is_apart, is_next_firm, same_subject};
use super::lexicon::OrgKind;
use super::scene::Scene;
use super::standing::{carried, date_line, scene_setting, takes_standing};
use super::told::{Opener, told};
use super::{Told, measures};
use crate::date::{DateWords, Said};
use crate::ingest::split::Draft;
use crate::place::{Adcode, Here, Level, Named, resolve};
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
    /// The names of those who act, where all of them are firms.
    pub firms: Vec<String>,
    /// What decides between places of one name here.
    pub here: Here,
    /// The name before the statement: 送清凉。
    pub tag: Option<Range<usize>>,
    /// The line over the paragraph that dates it, where the statement itself says no day.
    pub standing: Option<(usize, Range<usize>)>,
    /// The passage that announced it, whose organisers and day are its own unless it names others.
    pub lead: Option<usize>,
}

impl Passage {
    pub(super) fn new(paragraph: usize, scene: &Scene, told: Told, here: Here) -> Passage {
        let here = near(scene, &told, here);
        let units = units_of(scene, &told, here);
        let range = told.range.clone();
        let firms = firms(scene, &told);
        Passage {
            paragraph,
            range,
            told,
            details: Vec::new(),
            shared: false,
            units,
            firms,
            here,
            tag: None,
            standing: None,
            lead: None,
        }
    }
}

/// What decides between places of one name, once a statement has named its organiser's unit.
pub(super) fn near(scene: &Scene, told: &Told, here: Here) -> Here {
    // 市总工会联合海口某工会: who joins in does not say which city's the first is.
    let orgs = scene.acting(&told.subject);
    let mentions = orgs.map_while(|org| org.mention).chain(told.subject.units.iter().copied());
    let unit = mentions.filter_map(|i| scene.mentions.get(i)).find_map(|mention| resolve(mention, here));
    // 锡山区…竞赛在锡东新城举行: where nobody acts, the unit named first.
    let named = || {
        let head = told.range.start..told.act.as_ref().map_or(told.range.end, |act| act.start);
        let mut plain = scene.mentions_in(&head).iter().filter(|mention| mention.is_plain());
        plain.find_map(|mention| resolve(mention, here)).filter(|code| code.level() == Level::County)
    };
    // 市总工会在宁安市举办…: the city's union goes to a county, not the county's own.
    let acts = !told.subject.orgs.is_empty();
    Here { near: unit.or_else(|| if acts { None } else { named() }).or(here.near), ..here }
}

/// The units whose organisations act.
pub(super) fn units_of(scene: &Scene, told: &Told, here: Here) -> Vec<Adcode> {
    let orgs = scene.acting(&told.subject);
    let mut units: Vec<Adcode> =
        orgs.filter_map(|org| super::orgs::unit_of(org, &scene.text, &scene.mentions, here)).collect();
    let named = told.subject.units.iter().filter_map(|&i| scene.mentions.get(i));
    units.extend(named.filter_map(|mention| resolve(mention, here)));
    units
}

/// Words of headlines over what people say, not do.
const REACTIONS: [&str; 8] = ["反响", "热议", "感言", "心声", "谈体会", "畅谈", "寄语", "倡议书"];

/// The passages of an article.
pub(crate) fn passages(draft: &Draft, scenes: &[Scene], here: Here) -> Vec<Passage> {
    let title = crate::text::to_simplified(&draft.title.text);
    if REACTIONS.iter().any(|word| title.contains(word)) && !title.contains("座谈") {
        return Vec::new();
    }
    let here = Here { near: first_union(draft, scenes, here), ..here };
    let mut found: Vec<Passage> = Vec::new();
    let several = measures::announced(&title, scenes);
    let measures = measures::paragraphs(draft, scenes);
    let list = draft.paragraphs.iter().filter(|paragraph| paragraph.item).count() >= 2;
    let mut standing: Option<(usize, DateWords)> = None;
    for (i, (paragraph, scene)) in draft.paragraphs.iter().zip(scenes).enumerate() {
        if let Some(words) = date_line(scene) {
            standing = Some((i, words));
            continue;
        }
        if paragraph.cross_head {
            continue;
        }
        let after =
            found.last().filter(|_| !begins_anew(scene)).map_or(here, |passage: &Passage| passage.here);
        if measures.contains(&i) {
            let lead = found.iter().position(|passage| passage.lead.is_none() && passage.paragraph < i);
            if let Some(mut passage) = measures::passage(i, scene, after) {
                passage.lead = lead;
                if let Some(lead) = lead.and_then(|lead| found.get(lead)).filter(|_| passage.units.is_empty())
                {
                    passage.units.clone_from(&lead.units);
                }
                found.push(passage);
            }
        } else if paragraph.item || (list && tells_own(scene)) {
            item(i, scene, Here { near: None, ..here }, &mut found);
        } else {
            running(i, scene, after, (several, standing.as_ref()), &mut found);
        }
    }
    let diary =
        draft.section.as_ref().is_some_and(|section| section.ends_with("日记") || section.ends_with("手记"));
    if diary {
        found.retain(|passage| {
            let orgs = scenes.get(passage.paragraph).map(|scene| &scene.orgs);
            let mut acting =
                passage.told.subject.orgs.iter().filter_map(|&i| orgs.and_then(|orgs| orgs.get(i)));
            acting.any(|org| org.kind == OrgKind::Union)
        });
    } else if found.is_empty() {
        found.extend(fallback(draft, scenes, here));
    }
    for passage in &mut found {
        if let Some(scene) = scenes.get(passage.paragraph) {
            trim(passage, scene);
        }
    }
    found
}

/// 5月10日,市总工会…: a paragraph of a dated list that speaks of the bulletin's own union by its short name.
fn begins_anew(scene: &Scene) -> bool {
    let first = scene.sentences.first().map(|sentence| told(scene, sentence.clone()));
    first.is_some_and(|first| {
        let own = first.subject.orgs.first().and_then(|&i| scene.orgs.get(i));
        let dated = first.date.as_ref().is_some_and(|words| words.range.start <= first.range.start + 1);
        dated && own.is_some_and(|org| org.mention.is_none() && org.kind == OrgKind::Union)
    })
}

/// The unit of the trade union that an article names first.
fn first_union(draft: &Draft, scenes: &[Scene], here: Here) -> Option<Adcode> {
    let title = Scene::new(&draft.title.text);
    let orgs = std::iter::once(&title)
        .chain(scenes.iter().take(3))
        .flat_map(|scene| scene.orgs.iter().map(move |org| (scene, org)));
    let unions = orgs.filter(|(_, org)| org.kind == OrgKind::Union && !org.many);
    let mentions = unions.filter_map(|(scene, org)| org.mention.and_then(|i| scene.mentions.get(i)));
    let of_union = mentions.take(4).find_map(|mention| resolve(mention, here));
    // 巢湖市举办…, by 市总工会: the county-level city that the headline names.
    let city = || {
        let named = title.mentions.iter().find(|mention| mention.is_plain())?;
        let code = resolve(named, here)?;
        let is_city = crate::place::unit(code).is_some_and(|unit| unit.name.ends_with('市'));
        (is_city && code.level() == Level::County).then_some(code)
    };
    of_union.or_else(city).or_else(|| only_county(scenes, here))
}

/// The one county that an article names, where it speaks of its own union by the short name (县总工会).
fn only_county(scenes: &[Scene], here: Here) -> Option<Adcode> {
    let own = |scene: &Scene| {
        let unions = scene.orgs.iter().filter(|org| org.kind == OrgKind::Union && org.mention.is_none());
        unions.into_iter().any(|org| matches!(scene.text.at(org.range.start), '县' | '区' | '旗'))
    };
    if here.region.is_some_and(|region| region.level() == Level::County) || !scenes.iter().any(own) {
        return None;
    }
    let named = scenes.iter().flat_map(|scene| scene.mentions.iter());
    let named = named.filter(|mention| matches!(mention.named, Named::By(_) | Named::Township));
    let mut counties =
        named.filter_map(|mention| resolve(mention, here)).filter(|code| code.level() == Level::County);
    let first = counties.next()?;
    counties.all(|other| other == first).then_some(first)
}

/// Whether a paragraph among the items of a list begins with an organiser of its own: an item whose mark
/// was lost.
fn tells_own(scene: &Scene) -> bool {
    let first = scene.sentences.first().map(|sentence| told(scene, sentence.clone()));
    first.is_some_and(|first| first.is_event(scene) && first.subject.names_somebody())
}

/// The statements of an item: each event of its own organiser is an activity.
fn item(paragraph: usize, scene: &Scene, here: Here, found: &mut Vec<Passage>) {
    let first = found.len();
    for sentence in &scene.sentences {
        let mut day: Option<DateWords> = None;
        for part in semicolons(&scene.text, sentence.clone()) {
            let mut statement = told(scene, part.clone());
            let borrowed = carried(&mut day, &mut statement);
            let mine = found.get(first..).and_then(|mine| mine.last());
            let another = mine.is_none_or(|last| {
                let who = !statement.subject.is_empty() && !same_subject(scene, &last.told, &statement);
                let when =
                    statement.date.is_some() && differs(&last.told, &statement) && statement.act.is_some();
                who || when
            });
            let tells = statement.is_event(scene);
            // 市总工会召开女工会议。3月4日，市总工会召开…: a headline and its story.
            let headline = found.get(first..).filter(|mine| mine.len() == 1).and_then(|mine| mine.first());
            let headed = headline.is_some_and(|last| is_headline(scene, last, &statement));
            if let Some(last) = found.get_mut(first).filter(|_| tells && headed) {
                let range = last.range.start..part.end;
                *last = Passage { range, ..Passage::new(paragraph, scene, statement, here) };
            } else if tells && another {
                let standing = borrowed.map(|words| (paragraph, words));
                found.push(Passage { standing, ..Passage::new(paragraph, scene, statement, here) });
            } else if let Some(last) = found.get_mut(first..).and_then(|mine| mine.last_mut()) {
                last.range.end = part.end;
            }
        }
    }
    let count = found.len() - first;
    if count == 0 {
        found.extend(whole_item(paragraph, scene, here));
    } else if let Some(only) = found.get_mut(first).filter(|_| count == 1) {
        only.range.start = 0;
    }
    for passage in found.iter_mut().skip(first) {
        passage.shared = count > 1;
    }
}

/// Whether a passage is only the headline of what a statement tells: an undated short sentence at the head of
/// its paragraph, whose organiser, or nobody, acts in the statement that follows on a day.
fn is_headline(scene: &Scene, last: &Passage, story: &Told) -> bool {
    let first = scene.sentences.first().is_some_and(|first| *first == last.told.range);
    first
        && last.range.end == last.told.range.end
        && last.told.date.is_none()
        && last.told.range.len() <= 34
        && story.date.is_some()
        && same_subject(scene, &last.told, story)
}

/// An item without a plain statement still tells of something if somebody does something in it.
fn whole_item(paragraph: usize, scene: &Scene, here: Here) -> Option<Passage> {
    let mut all = scene.sentences.iter().map(|sentence| told(scene, sentence.clone()));
    if all.clone().next().is_some_and(|first| first.speech) {
        return None;
    }
    let statement = all.find(|statement| {
        statement.act.is_some()
            && !statement.speech
            && !statement.subject.is_many()
            && statement.opener != Some(Opener::Speech)
    })?;
    let somebody = !statement.subject.is_empty() || statement.date.is_some();
    somebody
        .then(|| Passage { range: 0..scene.text.len(), ..Passage::new(paragraph, scene, statement, here) })
}

/// The statements of a paragraph of running text.
fn running(
    paragraph: usize,
    scene: &Scene,
    here: Here,
    (several, standing): (bool, Option<&(usize, DateWords)>),
    found: &mut Vec<Passage>,
) {
    let mut tag =
        scene.sentences.first().filter(|first| scene.sentences.len() > 1 && is_tag(scene, Some(*first)));
    let mut undated = standing.cloned();
    let first = found.len();
    // The paragraph is about another union, which it tells of no event.
    let mut foreign = false;
    for (k, sentence) in scene.sentences.iter().enumerate() {
        let parts = parts(scene, sentence);
        let list = parts.len() > 1;
        let mut day: Option<DateWords> = None;
        for (j, part) in parts.into_iter().enumerate() {
            let mut statement = told(scene, part.clone());
            if k == 0 && tag.is_some() && !statement.is_event(scene) {
                continue;
            }
            let borrowed = if list { carried(&mut day, &mut statement) } else { None };
            let dated = undated.clone().filter(|_| takes_standing(&statement));
            if let Some((_, words)) = &dated {
                let start = statement.range.start;
                statement.date = Some(DateWords { range: start..start, ..words.clone() });
            } else if let Some(words) = scene_setting(&statement) {
                undated = Some((paragraph, words));
            }
            let leads = k == 0 || j > 0 || k == 1 && is_tag(scene, scene.sentences.first());
            let listed = holds(scene, &statement);
            let bare = several && (k == 0 || listed) && statement.is_bare_act(scene);
            let tells = statement.is_event(scene) || bare;
            let begins = found.len() == first;
            foreign |= k == 0 && !tells && found.last().is_some_and(|last| is_apart(scene, last, &statement));
            let opens = tells
                && found.last().is_none_or(|last| {
                    if begins && is_next_firm(scene, last, &statement) {
                        return true;
                    }
                    let same_list = list
                        && last.paragraph == paragraph
                        && statement.subject.names_somebody()
                        && !goes_on_doing(scene, &statement);
                    same_list && !same_subject(scene, &last.told, &statement)
                        || is_another(scene, last, &statement, leads, several)
                });
            let same = found.get(first..).and_then(|mine| mine.last()).filter(|_| tells && k == 1);
            if same.is_some_and(|last| is_headline(scene, last, &statement)) {
                if let Some(last) = found.last_mut() {
                    let range = last.range.start..part.end;
                    *last = Passage { range, ..Passage::new(paragraph, scene, statement, here) };
                }
            } else if opens {
                let standing = dated.map(|(line, words)| (line, words.range));
                let standing = standing.or(borrowed.map(|words| (paragraph, words)));
                let passage = Passage::new(paragraph, scene, statement, here);
                found.push(Passage { tag: tag.take().cloned(), standing, ..passage });
                undated = None;
                foreign = false;
            } else if let Some(last) = found.last_mut().filter(|_| !foreign) {
                if statement.speech || statement.opener == Some(Opener::Speech) {
                    continue;
                }
                if last.paragraph == paragraph && last.details.is_empty() {
                    last.range.end = part.end;
                }
                last.details.push((paragraph, part));
            }
        }
    }
    let count = found.len() - first;
    for passage in found.iter_mut().skip(first) {
        passage.shared = count > 1;
    }
}

/// 组织机关工会开展…, 与教育工会联合开展…: the next that the one named before did.
fn goes_on_doing(scene: &Scene, statement: &Told) -> bool {
    let start = statement.content;
    ["组织", "与", "联合", "举办", "开展"].iter().any(|word| scene.text.has(start, word))
        && scene.orgs_in(&(start..start + 1)).is_empty()
}

/// 送清凉。 before a sentence: the name of what it tells.
fn is_tag(scene: &Scene, sentence: Option<&Range<usize>>) -> bool {
    let Some(sentence) = sentence else { return false };
    sentence.len() <= 12 && scene.text.at(sentence.end - 1) == '。' && scene.dates_in(sentence).is_empty()
}

/// A sentence, or its parts between semicolons where several of them have an organiser of their own.
fn parts(scene: &Scene, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let parts = semicolons(&scene.text, sentence.clone());
    if parts.len() < 2 {
        return parts;
    }
    let own = parts.iter().filter(|part| {
        let statement = told(scene, (*part).clone());
        statement.is_event(scene) && !statement.subject.is_empty()
    });
    if own.count() >= 2 { parts } else { vec![sentence.clone()] }
}

/// An article whose sentences all open like details may still tell of one activity: the first that names a
/// day and says what was done.
fn fallback(draft: &Draft, scenes: &[Scene], here: Here) -> Option<Passage> {
    let bodies =
        scenes.iter().enumerate().filter(|(i, _)| draft.paragraphs.get(*i).is_some_and(|p| !p.cross_head));
    bodies.take(3).find_map(|(paragraph, scene)| {
        scene.sentences.iter().find_map(|sentence| {
            let statement = told(scene, sentence.clone());
            let fits = statement.act.is_some()
                && !statement.speech
                && statement.date.is_some()
                && !statement.weak
                && matches!(statement.opener, None | Some(Opener::Detail))
                && !statement.subject.is_many()
                && !statement.is_national(scene)
                && !matches!(
                    statement.date.as_ref().map(|words| words.said),
                    Some(Said::Season { .. } | Said::Year(_))
                );
            fits.then(|| Passage::new(paragraph, scene, statement, here))
        })
    })
}

/// A passage that is alone in its paragraph begins with it, unless someone's words stand there.
fn trim(passage: &mut Passage, scene: &Scene) {
    if passage.shared {
        return;
    }
    let before = scene.sentences.iter().filter(|sentence| sentence.end <= passage.range.start);
    let spoken = |sentence: &&Range<usize>| {
        scene.text.at(sentence.start) == '“' || told(scene, (*sentence).clone()).speech
    };
    if !before.clone().any(|sentence| spoken(&sentence)) {
        passage.range.start = before.map(|sentence| sentence.start).min().unwrap_or(passage.range.start);
    }
}
