//! Adding, taking away and splitting records.

use serde_json::{Map, Value};

use super::merge::remove;
use super::{Refusal, find, set};
use crate::corpus::{Activity, ActivityId, Article, At, Corpus, Correction, Fault, IdMaker};
use crate::text::fold;

pub(super) fn delete_activity(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let index = find::activity(corpus, item)?;
    remove(corpus, index, None);
    Ok(())
}

pub(super) fn delete_article(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let id = find::proven_article(corpus, item)?.id.clone();
    while let Some(index) = corpus.activities.iter().position(|activity| activity.article == id) {
        remove(corpus, index, None);
    }
    for bulletin in &mut corpus.bulletins {
        bulletin.articles.retain(|article| article.id != id);
    }
    Ok(())
}

pub(super) fn add(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let article = find::article(corpus, item)?;
    let mut fields = object(item.to.as_ref())?;
    let keys: Vec<String> = fields.keys().cloned().collect();
    if !fields.contains_key("at") {
        let at = find::passage_of(article, item)?;
        fields.insert("at".to_owned(), json(&at)?);
    }
    fields.entry("title").or_insert_with(|| item.evidence.clone().into());
    fields.insert("article".to_owned(), article.id.as_str().into());
    let given = fields.get("id").cloned().or_else(|| item.activity.as_ref().map(|id| id.as_str().into()));
    fields.insert("id".to_owned(), given.clone().unwrap_or_else(|| "".into()));
    let mut activity = activity_from(fields)?;
    find::prove(article, &activity.at, item)?;
    if given.is_none() {
        activity.id = made_id(&mut IdMaker::of(corpus), article, &activity.at);
    }
    for key in &keys {
        set::rests_on_person(&mut activity, key);
    }
    set::check_activity(&activity, article, corpus)?;
    if corpus.activities.iter().any(|other| other.id == activity.id) {
        return Err(Fault::DuplicateActivity(activity.id).into());
    }
    corpus.activities.push(activity);
    in_text_order(corpus);
    Ok(())
}

pub(super) fn split(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let index = find::activity(corpus, item)?;
    let article = find::article(corpus, item)?;
    let whole = &corpus.activities[index];
    let parts = match &item.to {
        Some(Value::Array(parts)) if parts.len() > 1 => parts,
        _ => return Err(Refusal::Missing("to：拆成的各项，至少两项")),
    };
    let parts: Vec<Map<String, Value>> =
        parts.iter().map(|part| object(Some(part))).collect::<Result<_, _>>()?;
    let places = part_places(article, whole, &parts)?;
    let mut ids = IdMaker::of(corpus);
    let mut made = Vec::new();
    for (mut fields, at) in parts.into_iter().zip(places) {
        fields.remove("evidence");
        fields.insert("at".to_owned(), json(&at)?);
        let mut activity =
            fields.iter().try_fold(whole.clone(), |a, (key, to)| set::with_field(&a, key, to))?;
        activity.article = article.id.clone();
        if made.is_empty() {
            activity.id = whole.id.clone();
        } else if !fields.contains_key("id") {
            activity.id = made_id(&mut ids, article, &at);
        }
        for key in fields.keys() {
            set::rests_on_person(&mut activity, key);
        }
        set::check_activity(&activity, article, corpus)?;
        let taken = made.iter().chain(&corpus.activities).any(|other: &Activity| other.id == activity.id);
        if taken && activity.id != whole.id {
            return Err(Fault::DuplicateActivity(activity.id).into());
        }
        made.push(activity);
    }
    corpus.activities.splice(index..=index, made);
    Ok(())
}

/// Where the parts stand: their `at`, or from their `evidence` to where the next begins.
fn part_places(
    article: &Article,
    whole: &Activity,
    parts: &[Map<String, Value>],
) -> Result<Vec<At>, Refusal> {
    let passage = article.passage(&whole.at).unwrap_or_default();
    let mut places: Vec<(At, bool)> = Vec::new();
    for part in parts {
        if let Some(at) = part.get("at") {
            let at = serde_json::from_value(at.clone()).map_err(|error| Refusal::value(&error))?;
            places.push((at, true));
            continue;
        }
        let evidence =
            part.get("evidence").and_then(Value::as_str).ok_or(Refusal::Missing("at 或 evidence"))?;
        let start = passage.find(evidence).ok_or_else(|| Refusal::EvidenceGone {
            evidence: evidence.to_owned(),
            got: passage.chars().take(24).collect(),
        })?;
        let range = [whole.at.range[0] + start, whole.at.range[1]];
        places.push((At { range, ..whole.at.clone() }, false));
    }
    let starts: Vec<usize> = places.iter().map(|(at, _)| at.range[0]).collect();
    Ok(places
        .into_iter()
        .map(|(mut at, given)| {
            if !given {
                let next = starts.iter().copied().filter(|start| *start > at.range[0]).min();
                at.range[1] = next.map_or(at.range[1], |next| next.min(at.range[1]));
            }
            at
        })
        .collect())
}

fn in_text_order(corpus: &mut Corpus) {
    let order: std::collections::BTreeMap<String, usize> =
        corpus.articles().enumerate().map(|(n, (_, article))| (article.id.0.clone(), n)).collect();
    corpus.activities.sort_by_key(|activity| {
        (
            order.get(activity.article.as_str()).copied(),
            activity.at.part,
            activity.at.index,
            activity.at.range[0],
        )
    });
}

fn made_id(ids: &mut IdMaker, article: &Article, at: &At) -> ActivityId {
    ids.activity(&article.id, &fold(article.passage(at).unwrap_or_default()).text)
}

fn object(value: Option<&Value>) -> Result<Map<String, Value>, Refusal> {
    match value {
        Some(Value::Object(fields)) => Ok(fields.clone()),
        Some(other) => Err(Refusal::Value(format!("应为对象 {{ }}，实为 {other}"))),
        None => Err(Refusal::Missing("to")),
    }
}

fn json(at: &At) -> Result<Value, Refusal> {
    serde_json::to_value(at).map_err(|error| Refusal::value(&error))
}

fn activity_from(fields: Map<String, Value>) -> Result<Activity, Refusal> {
    serde_json::from_value(Value::Object(fields)).map_err(|error| Refusal::value(&error))
}
