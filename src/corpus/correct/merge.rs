//! Merging records of one event, and taking a record away without leaving its name in others.

use serde_json::Value;

use super::{Refusal, find};
use crate::corpus::{Activity, ActivityId, Corpus, Correction, Fault};

pub(super) fn merge(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let kept = corpus.activities[find::activity(corpus, item)?].id.clone();
    let others: Vec<ActivityId> = match &item.to {
        Some(Value::String(id)) => vec![ActivityId(id.clone())],
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).map(ActivityId::from).collect(),
        _ => Vec::new(),
    };
    let others: Vec<ActivityId> = others.into_iter().filter(|id| *id != kept).collect();
    if others.is_empty() {
        return Err(Refusal::Missing("to：要并入的活动的 id"));
    }
    // All are looked up before any is changed.
    for id in &others {
        place(corpus, id).ok_or_else(|| unknown(&kept, id))?;
    }
    for id in &others {
        let (Some(at), Some(other)) = (place(corpus, &kept), place(corpus, id)) else { continue };
        if corpus.activities[at].article == corpus.activities[other].article {
            let taken = corpus.activities[other].clone();
            absorb(&mut corpus.activities[at], taken);
            remove(corpus, other, Some(&kept));
        } else {
            link(&mut corpus.activities[at].same_as, id);
            link(&mut corpus.activities[other].same_as, &kept);
        }
    }
    Ok(())
}

fn unknown(activity: &ActivityId, other: &ActivityId) -> Refusal {
    Fault::UnknownActivity { activity: activity.clone(), other: other.clone() }.into()
}

fn place(corpus: &Corpus, id: &ActivityId) -> Option<usize> {
    corpus.activities.iter().position(|activity| activity.id == *id)
}

/// What the one record does not say, the other does.
fn absorb(kept: &mut Activity, other: Activity) {
    fn union<T: PartialEq>(kept: &mut Vec<T>, other: Vec<T>) {
        for value in other {
            if !kept.contains(&value) {
                kept.push(value);
            }
        }
    }
    if (kept.at.part, kept.at.index) == (other.at.part, other.at.index) {
        let (a, b) = (kept.at.range, other.at.range);
        kept.at.range = [a[0].min(b[0]), a[1].max(b[1])];
    }
    if kept.date.is_none() && other.date.is_some() {
        (kept.date, kept.undated, kept.year) = (other.date, None, None);
    }
    union(&mut kept.places, other.places);
    union(&mut kept.mentioned_places, other.mentioned_places);
    let places = &kept.places;
    kept.mentioned_places.retain(|named| !places.iter().any(|place| place.adcode == named.adcode));
    union(&mut kept.venues, other.venues);
    union(&mut kept.organisers, other.organisers);
    union(&mut kept.types, other.types);
    union(&mut kept.subtypes, other.subtypes);
    union(&mut kept.audiences, other.audiences);
    union(&mut kept.participants, other.participants);
    union(&mut kept.honours, other.honours);
    for (name, basis) in other.fields {
        kept.fields.entry(name).or_insert(basis);
    }
    let id = kept.id.clone();
    union(&mut kept.same_as, other.same_as.into_iter().filter(|same| *same != id).collect());
}

fn link(same_as: &mut Vec<ActivityId>, id: &ActivityId) {
    if !same_as.contains(id) {
        same_as.push(id.clone());
    }
}

/// Takes a record away; those that named it name `instead`, or nothing.
pub(super) fn remove(corpus: &mut Corpus, index: usize, instead: Option<&ActivityId>) {
    let gone = corpus.activities.remove(index).id;
    for activity in corpus.activities.iter_mut().filter(|activity| activity.same_as.contains(&gone)) {
        activity.same_as.retain(|same| *same != gone);
        if let Some(instead) = instead.filter(|instead| **instead != activity.id) {
            link(&mut activity.same_as, instead);
        }
    }
}
