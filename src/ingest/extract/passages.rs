//! Which passages of an article tell of an activity. An article usually tells of one, its other paragraphs
//! are details; a list tells of one in each item, and of several where an item names several organisers.

use std::ops::Range;

use super::lexicon::OrgKind;
use super::scene::Scene;
use super::standing::{carried, date_line, scene_setting, takes_standing};
use super::told::{Opener, told};
use super::{Told, measures};
use crate::date::{DateWords, Said, YearWord};
use crate::ingest::split::Draft;
use crate::place::{Adcode, Here, Level, resolve};
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
        Passage {
            paragraph,
            range,
            told,
            details: Vec::new(),
            shared: false,
            units,
            here,
            tag: None,
            standing: None,
            lead: None,
        }
    }
}

/// What decides between places of one name, once a statement has named its organiser's unit.
fn near(scene: &Scene, told: &Told, here: Here) -> Here {
    let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i));
    let mentions = orgs.filter_map(|org| org.mention).chain(told.subject.units.iter().copied());
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
    let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i));
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
    of_union.or_else(city)
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

fn same_subject(scene: &Scene, a: &Told, b: &Told) -> bool {
    let names = |told: &Told| -> Vec<String> {
        let orgs = told.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i)).map(|org| org.range.clone());
        let units = told.subject.units.iter().filter_map(|&i| scene.mentions.get(i));
        orgs.chain(units.map(|mention| mention.range.clone()))
            .map(|range| scene.text.text(range).to_owned())
            .collect()
    };
    let (a, b) = (names(a), names(b));
    b.iter()
        .all(|name| a.iter().any(|other| other.ends_with(name.as_str()) || name.ends_with(other.as_str())))
}

/// Whether a statement names another day than one before it.
fn differs(before: &Told, after: &Told) -> bool {
    let said = |told: &Told| told.date.as_ref().map(|words| words.said);
    match (said(before), said(after)) {
        (_, None | Some(Said::Vague | Said::Year(_) | Said::DayAfter(0))) => false,
        (None | Some(Said::Vague), Some(_)) => true,
        (Some(a), Some(b)) => a != b,
    }
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
            let opens = tells
                && found.last().is_none_or(|last| {
                    let same_list = list && last.paragraph == paragraph && statement.subject.names_somebody();
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
            } else if let Some(last) = found.last_mut() {
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

/// Whether an event is another than the one told before: another day, another organiser, or one of several
/// measures that the article announces. `leads` where it opens its paragraph or part of a list.
fn is_another(scene: &Scene, last: &Passage, new: &Told, leads: bool, several: bool) -> bool {
    let act = new.act.as_ref().map_or("", |act| scene.text.text(act.clone()));
    const PARTAKES: [&str; 13] = [
        "参加", "获得", "荣获", "获评", "入选", "交流", "授课", "观看", "颁奖", "颁发", "辅导", "听取",
        "参观",
    ];
    if PARTAKES.contains(&act) {
        return false;
    }
    let orgs = new.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i));
    let somebody = orgs.clone().any(|org| org.kind == OrgKind::Union) || !new.subject.units.is_empty();
    let units = units_of(scene, new, near(scene, new, last.here));
    let elsewhere = somebody
        && !units.is_empty()
        && !last.units.is_empty()
        && units.iter().all(|unit| !last.units.contains(unit));
    if elsewhere {
        return true;
    }
    let other_day = differs(&last.told, new) && !is_future(scene, new);
    if !leads && !several && !elsewhere {
        let at_head = new.date.as_ref().is_some_and(|words| words.range.start <= new.range.start + 2);
        return other_day && at_head && (somebody || is_held(scene, new));
    }
    if other_day {
        return true;
    }
    if !somebody {
        let opens = ["此外", "同时", "另外"].iter().any(|word| scene.text.has(new.range.start, word));
        let listed = holds(scene, new) && new.is_bare_act(scene);
        return several && (opens || listed) && new.date.is_none();
    }
    several
}

/// Whether a statement begins with the verb of holding something: 开展…活动, the next of several measures.
fn holds(scene: &Scene, told: &Told) -> bool {
    const HOLD: [&str; 5] = ["开展", "举办", "组织", "召开", "举行"];
    told.act
        .as_ref()
        .is_some_and(|act| act.start == told.content && HOLD.contains(&scene.text.text(act.clone())))
}

/// 9月28日晚,合唱比赛在影剧院举行: what was held on a day of its own is told without saying by whom.
fn is_held(scene: &Scene, told: &Told) -> bool {
    const HELD: [&str; 16] = [
        "签订",
        "签约",
        "投入使用",
        "落户",
        "举行",
        "举办",
        "召开",
        "开班",
        "开幕",
        "开赛",
        "启动",
        "上演",
        "揭牌",
        "成立",
        "启用",
        "开讲",
    ];
    let day = |said: Said| matches!(said, Said::Days { .. } | Said::DaysOfMonth(..) | Said::DayAfter(1));
    told.date.as_ref().is_some_and(|words| day(words.said))
        && told.act.as_ref().is_some_and(|act| HELD.contains(&scene.text.text(act.clone())))
}

fn is_future(scene: &Scene, told: &Told) -> bool {
    let Some(act) = &told.act else { return false };
    let head = scene.text.text(told.content..act.start);
    let next_year = matches!(
        told.date.as_ref().map(|words| words.said),
        Some(Said::Days { year: YearWord::FromNow(1), .. })
    );
    head.contains('将') || next_year
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
