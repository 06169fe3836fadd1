//! Setting a field: by way of JSON, so that a value is checked by the same types that read a corpus.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Refusal, find};
use crate::corpus::fault::{activity_faults, article_faults};
use crate::corpus::{
    Activity, Article, At, Corpus, Correction, Fault, FieldBasis, FieldName, Part, Sureness,
};

/// Fields of an activity that a person may set, with the field that then rests on the person.
const ACTIVITY_FIELDS: [(&str, Option<FieldName>); 15] = [
    ("at", None),
    ("title", Some(FieldName::Title)),
    ("date", Some(FieldName::Date)),
    ("undated", Some(FieldName::Date)),
    ("year", Some(FieldName::Date)),
    ("places", Some(FieldName::Places)),
    ("mentioned_places", Some(FieldName::Places)),
    ("venues", Some(FieldName::Venues)),
    ("organisers", Some(FieldName::Organisers)),
    ("types", Some(FieldName::Types)),
    ("subtypes", Some(FieldName::Types)),
    ("audiences", Some(FieldName::Audiences)),
    ("participants", Some(FieldName::Participants)),
    ("honours", Some(FieldName::Honours)),
    ("same_as", None),
];

/// Fields of an article that a person may set.
const ARTICLE_FIELDS: [&str; 6] = ["title", "subtitle", "section", "byline", "date", "region"];

pub(super) fn activity_field(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let index = find::activity(corpus, item)?;
    let article = find::article(corpus, item)?;
    let (key, to) = request(item)?;
    if !ACTIVITY_FIELDS.iter().any(|(name, _)| *name == key) {
        return Err(Refusal::UnknownField(key.to_owned()));
    }
    let old = &corpus.activities[index];
    check_from(old, key, item)?;
    let mut new = with_field(old, key, to)?;
    // A date and the reason for none exclude each other; the last word counts.
    match key {
        "date" if new.date.is_some() => (new.undated, new.year) = (None, None),
        "undated" if new.undated.is_some() => new.date = None,
        _ => {}
    }
    rests_on_person(&mut new, key);
    check_activity(&new, article, corpus)?;
    corpus.activities[index] = new;
    Ok(())
}

pub(super) fn article_field(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    let old = find::proven_article(corpus, item)?;
    let (key, to) = request(item)?;
    if !ARTICLE_FIELDS.contains(&key) {
        return Err(Refusal::UnknownField(key.to_owned()));
    }
    check_from(old, key, item)?;
    let mut new = with_field(old, key, to)?;
    let changed = match key {
        "title" => Some((Part::Title, "标题")),
        "subtitle" => Some((Part::Subtitle, "副标题")),
        _ => None,
    };
    if let Some((part, name)) = changed {
        let rests = |activity: &&Activity| {
            let bases = activity.fields.values().flat_map(|basis| &basis.at);
            activity.article == new.id && bases.chain([&activity.at]).any(|at| at.part == part)
        };
        if let Some(activity) = corpus.activities.iter().find(rests) {
            return Err(Refusal::InUse { activity: activity.id.clone(), part: name });
        }
        new.edits.retain(|edit| edit.at.part != part);
    }
    let mut faults = Vec::new();
    article_faults(&new, &mut faults);
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault.into());
    }
    let articles = corpus.bulletins.iter_mut().flat_map(|bulletin| &mut bulletin.articles);
    if let Some(article) = articles.into_iter().find(|article| article.id == new.id) {
        *article = new;
    }
    Ok(())
}

fn request(item: &Correction) -> Result<(&str, &Value), Refusal> {
    let key = item.field.as_deref().ok_or(Refusal::Missing("field"))?;
    Ok((key, item.to.as_ref().ok_or(Refusal::Missing("to"))?))
}

/// Whether the field still holds `from`, compared as values of its type: a default left out is the same.
fn check_from<T>(old: &T, key: &str, item: &Correction) -> Result<(), Refusal>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let Some(from) = &item.from else { return Ok(()) };
    if with_field(old, key, from).is_ok_and(|same| same == *old) {
        return Ok(());
    }
    let now = serde_json::to_value(old).ok().and_then(|value| value.get(key).cloned()).unwrap_or_default();
    Err(Refusal::FromGone { field: key.to_owned(), from: from.to_string(), now: now.to_string() })
}

/// A record with one field of another value; `null` leaves the field out.
pub(super) fn with_field<T>(record: &T, key: &str, to: &Value) -> Result<T, Refusal>
where
    T: Serialize + DeserializeOwned,
{
    let wrong = |error: serde_json::Error| Refusal::value(&error);
    let mut value = serde_json::to_value(record).map_err(wrong)?;
    if let Value::Object(fields) = &mut value {
        match to {
            Value::Null => fields.remove(key),
            _ => fields.insert(key.to_owned(), to.clone()),
        };
    }
    serde_json::from_value(value).map_err(wrong)
}

/// Notes that a field rests on a person, who read the passage.
pub(super) fn rests_on_person(activity: &mut Activity, key: &str) {
    let name = ACTIVITY_FIELDS.iter().find(|(field, _)| *field == key).and_then(|(_, name)| *name);
    if let Some(name) = name {
        let at: Vec<At> = vec![activity.at.clone()];
        let basis = FieldBasis { at, sure: Sureness::Certain, by: "person".to_owned() };
        activity.fields.insert(name, basis);
    }
}

/// Refuses an activity that would contradict its article or name activities that are not there.
pub(super) fn check_activity(activity: &Activity, article: &Article, corpus: &Corpus) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    activity_faults(activity, article, &mut faults);
    let unknown = activity.same_as.iter().find(|other| !corpus.activities.iter().any(|a| a.id == **other));
    if let Some(other) = unknown {
        let (activity, other) = (activity.id.clone(), other.clone());
        faults.push(Fault::UnknownActivity { activity, other });
    }
    faults.into_iter().next().map_or(Ok(()), |fault| Err(fault.into()))
}
