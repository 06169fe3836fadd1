//! One event, several reports (同一活动): records of different articles that tell of the same thing are linked
//! by `same_as`, so that they are counted once. A pair that only may be the same is said, not linked.

use std::collections::{BTreeMap, BTreeSet};

use super::finding;
use crate::corpus::{Activity, Article, Corpus, Diagnostic};
use crate::date::Precision;
use crate::text::fold;

/// How two records stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Two events.
    Other,
    /// Perhaps one event: offered, never linked.
    Doubtful,
    /// One event.
    Same,
}

/// Pairs of characters that say what sort of thing was held, not which.
const COMMON: [&str; 44] = [
    "工会", "总工", "职工", "活动", "开展", "举办", "组织", "召开", "举行", "召集", "市总", "区总", "县总",
    "省总", "会议", "会召", "工作", "慰问", "走进", "一线", "劳动", "送清", "清凉", "培训", "训班", "技能",
    "能竞", "竞赛", "干部", "全市", "全区", "全县", "全省", "启动", "仪式", "服务", "专题", "学习", "在市",
    "大赛", "比赛", "议召", "式举", "班开",
];

/// Links the records of a corpus that tell of one event in different articles, and says which pairs are
/// doubtful. Links go both ways and through: of three reports each names the other two.
pub fn link_reports(corpus: &mut Corpus) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut links: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let articles: BTreeMap<&str, &Article> =
        corpus.articles().map(|(_, article)| (article.id.as_str(), article)).collect();
    let files: BTreeMap<&str, &str> =
        corpus.articles().map(|(bulletin, article)| (article.id.as_str(), bulletin.file.as_str())).collect();
    let file_of = |activity: &Activity| files.get(activity.article.as_str()).copied().unwrap_or_default();
    for (a, b) in candidates(&corpus.activities) {
        let (Some(one), Some(other)) = (corpus.activities.get(a), corpus.activities.get(b)) else { continue };
        let told = |activity: &Activity| {
            let article = articles.get(activity.article.as_str());
            article.and_then(|article| article.passage(&activity.at)).unwrap_or("")
        };
        match likeness((one, told(one)), (other, told(other))) {
            Likeness::Same => {
                links.entry(a).or_default().insert(b);
                links.entry(b).or_default().insert(a);
            }
            Likeness::Doubtful => {
                found.push(finding::perhaps_same(file_of(one), &one.title, &other.title, file_of(other)));
            }
            Likeness::Other => {}
        }
    }
    let mut done: BTreeSet<usize> = BTreeSet::new();
    for &start in links.keys() {
        if done.contains(&start) {
            continue;
        }
        let group = reached(start, &links);
        done.extend(&group);
        let ids: Vec<_> =
            group.iter().filter_map(|&i| corpus.activities.get(i)).map(|a| a.id.clone()).collect();
        for &i in &group {
            if let Some(activity) = corpus.activities.get_mut(i) {
                let own = activity.id.clone();
                activity.same_as = ids.iter().filter(|id| **id != own).cloned().collect();
            }
        }
    }
    found
}

/// All that a record is linked with, directly or through others, itself included.
fn reached(start: usize, links: &BTreeMap<usize, BTreeSet<usize>>) -> BTreeSet<usize> {
    let mut group = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(next) = open.pop() {
        for &other in links.get(&next).into_iter().flatten() {
            if group.insert(other) {
                open.push(other);
            }
        }
    }
    group
}

/// Pairs that are worth comparing: of different articles, with a place in common and days that touch. Records
/// are looked up by place and month, so that the time goes with their number and not with its square.
fn candidates(activities: &[Activity]) -> BTreeSet<(usize, usize)> {
    /// A place and month with more records than this is compared within the first of them only.
    const MOST: usize = 400;
    let mut by_month: BTreeMap<(u32, i32), Vec<usize>> = BTreeMap::new();
    for (i, activity) in activities.iter().enumerate() {
        let Some(date) = &activity.date else { continue };
        if matches!(date.precision, Precision::Season | Precision::Year) {
            continue;
        }
        let month = |day: crate::date::Day| day.year() * 12 + i32::from(day.month());
        for place in &activity.places {
            for month in month(date.start)..=month(date.end).min(month(date.start) + 2) {
                by_month.entry((place.adcode.number(), month)).or_default().push(i);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for list in by_month.values() {
        let list = list.get(..MOST).unwrap_or(list);
        for (k, &a) in list.iter().enumerate() {
            for &b in list.get(k + 1..).unwrap_or(&[]) {
                let (Some(one), Some(other)) = (activities.get(a), activities.get(b)) else { continue };
                if one.article != other.article && touch(one, other) {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs
}

/// Whether the days of two records overlap.
fn touch(a: &Activity, b: &Activity) -> bool {
    match (&a.date, &b.date) {
        (Some(a), Some(b)) => a.start <= b.end && b.start <= a.end,
        _ => false,
    }
}

/// How likely two records of different articles, each with the passage that tells it, tell of one event: an
/// organiser and a type in common, the same days, and titles or statements that share what is particular to
/// the event.
pub fn likeness((a, a_told): (&Activity, &str), (b, b_told): (&Activity, &str)) -> Likeness {
    let shared = |one: &[String], other: &[String]| one.iter().any(|name| other.contains(name));
    let place = a.places.iter().any(|p| b.places.iter().any(|q| p.adcode == q.adcode));
    if !touch(a, b) || !place {
        return Likeness::Other;
    }
    let hosts = a.organisers.iter().any(|one| b.organisers.iter().any(|other| same_body(one, other)));
    let unknown_host = a.organisers.is_empty() || b.organisers.is_empty();
    let types = shared(&a.types, &b.types);
    if !types || !(hosts || unknown_host) {
        return Likeness::Other;
    }
    let exact = |activity: &Activity| {
        activity.date.as_ref().is_some_and(|d| d.precision == Precision::Day && d.start == d.end)
    };
    let days = a.date.as_ref().map(|d| (d.start, d.end)) == b.date.as_ref().map(|d| (d.start, d.end));
    let against = numbers_against(a, b) || quoted_against(a, b);
    let titles = alike(&particular(a, &a.title), &particular(b, &b.title));
    let told = alike(&particular(a, statement(a_told)), &particular(b, statement(b_told)));
    let like = titles.max(told);
    match (days, like) {
        (true, like) if like >= 60 && hosts && !against => Likeness::Same,
        (true, like) if like >= 34 && hosts && !against && exact(a) && same_numbers(a, b) => Likeness::Same,
        (_, like) if like >= 34 => Likeness::Doubtful,
        _ => Likeness::Other,
    }
}

/// 市总工会 and 重庆市总工会 are one where one name ends the other.
fn same_body(a: &str, b: &str) -> bool {
    a == b || (a.chars().count().min(b.chars().count()) >= 4 && (a.ends_with(b) || b.ends_with(a)))
}

/// The first sentence of a passage, which says what was done.
fn statement(told: &str) -> &str {
    const LONGEST: usize = 100;
    let end = told.find('。').unwrap_or(told.len());
    let head = told.get(..end).unwrap_or(told);
    head.char_indices().nth(LONGEST).and_then(|(at, _)| head.get(..at)).unwrap_or(head)
}

/// What is particular to words about an activity: their pairs of characters but for the common ones, the
/// organisers', the places' and the day's.
fn particular(activity: &Activity, words: &str) -> BTreeSet<String> {
    let mut title = fold(words).text;
    for name in &activity.organisers {
        title = title.replace(fold(name).text.as_str(), "|");
    }
    for place in &activity.places {
        title = title.replace(fold(&place.name).text.as_str(), "|");
    }
    let letters: Vec<char> = title.chars().collect();
    let pairs =
        letters.windows(2).filter(|pair| pair.iter().all(|c| c.is_alphabetic() && !"年月日".contains(*c)));
    pairs
        .map(|pair| pair.iter().collect::<String>())
        .filter(|pair| !COMMON.contains(&pair.as_str()))
        .collect()
}

/// How many percent of the shorter title's pairs stand in the other.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    let least = a.len().min(b.len());
    if least < 3 {
        return 0;
    }
    a.intersection(b).count() * 100 / least
}

fn counts(activity: &Activity) -> BTreeSet<u64> {
    activity.participants.iter().map(|one| one.count).collect()
}

/// Whether both say how many took part, and say it alike.
fn same_numbers(a: &Activity, b: &Activity) -> bool {
    !counts(a).is_disjoint(&counts(b))
}

/// Whether exact figures of the same unit speak against one event.
fn numbers_against(a: &Activity, b: &Activity) -> bool {
    let exact = |activity: &Activity, unit: &str| -> BTreeSet<u64> {
        let ones = activity.participants.iter().filter(|one| !one.approx && one.unit == unit);
        ones.map(|one| one.count).collect()
    };
    ["名", "人", "支", "人次"].iter().any(|unit| {
        let (a, b) = (exact(a, unit), exact(b, unit));
        !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
    })
}

/// Whether both titles name the event in quotation marks or by an ordinal, and name different ones.
fn quoted_against(a: &Activity, b: &Activity) -> bool {
    let against = |one: Vec<String>, other: Vec<String>| {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|words| other.contains(words))
    };
    against(between(&a.title, '“', '”'), between(&b.title, '“', '”'))
        || against(ordinals(&a.title), ordinals(&b.title))
}

fn between(title: &str, open: char, close: char) -> Vec<String> {
    let parts = title.split(open).skip(1);
    let mut found = Vec::new();
    for part in parts {
        if let Some((words, _)) = part.split_once(close) {
            found.push(words.to_owned());
        }
    }
    found
}

/// 第三期, 第二届, 首场
fn ordinals(title: &str) -> Vec<String> {
    let letters: Vec<char> = title.chars().collect();
    let mut found = Vec::new();
    for (i, c) in letters.iter().enumerate() {
        if matches!(c, '第' | '首') {
            let rest: String = letters.iter().skip(i).take(5).collect();
            if let Some(end) = rest.find(['期', '届', '场', '批', '站', '次', '讲', '轮']) {
                found.push(rest.get(..end).unwrap_or("").to_owned());
            }
        }
    }
    found
}
