//! Where in the corpus a correction points, checked by its evidence. Texts are compared folded, so that a
//! mended space or another script does not matter.

use super::Refusal;
use crate::corpus::{Activity, Article, At, Corpus, Correction, Part};
use crate::text::fold;

/// How much of the present text a refusal shows, in characters.
const SHOWN: usize = 24;

pub(super) fn article<'c>(corpus: &'c Corpus, item: &Correction) -> Result<&'c Article, Refusal> {
    let found = corpus.articles().map(|(_, article)| article).find(|article| article.id == item.article);
    found.ok_or_else(|| Refusal::NoArticle(item.article.clone()))
}

/// The article, checked to hold the evidence somewhere.
pub(super) fn proven_article<'c>(corpus: &'c Corpus, item: &Correction) -> Result<&'c Article, Refusal> {
    let article = article(corpus, item)?;
    let wanted = evidence(item)?;
    let texts = [Some(article.title.as_str()), article.subtitle.as_deref()].into_iter().flatten();
    let captions = article.captions.iter().map(|caption| caption.text.as_str());
    let mut all = texts.chain(article.paragraphs.iter().map(String::as_str)).chain(captions);
    match all.any(|text| fold(text).text.contains(&wanted)) {
        true => Ok(article),
        false => Err(gone(item, article.paragraphs.first().map_or("", String::as_str))),
    }
}

/// The place of the activity in the corpus: by its id, or, where ids have changed, the only one of the
/// article that begins with the evidence.
pub(super) fn activity(corpus: &Corpus, item: &Correction) -> Result<usize, Refusal> {
    let article = article(corpus, item)?;
    let wanted = evidence(item)?;
    let id = item.activity.as_ref().ok_or(Refusal::Missing("activity"))?;
    let here = || corpus.activities.iter().enumerate().filter(|(_, a)| a.article == article.id);
    let proven = |activity: &Activity| {
        article.passage(&activity.at).is_some_and(|passage| fold(passage).text.starts_with(&wanted))
    };
    if let Some((index, activity)) = here().find(|(_, activity)| activity.id == *id) {
        let passage = article.passage(&activity.at).unwrap_or_default();
        return if proven(activity) { Ok(index) } else { Err(gone(item, passage)) };
    }
    let mut proven = here().filter(|(_, activity)| proven(activity));
    match (proven.next(), proven.next()) {
        (Some((index, _)), None) => Ok(index),
        (Some(_), Some(_)) => Err(Refusal::EvidenceTwice(item.evidence.clone())),
        (None, _) => Err(Refusal::NoActivity {
            article: article.id.clone(),
            activity: id.clone(),
            evidence: item.evidence.clone(),
        }),
    }
}

/// The passage from where the evidence stands to the end of its paragraph.
pub(super) fn passage_of(article: &Article, item: &Correction) -> Result<At, Refusal> {
    evidence(item)?;
    let mut places = article.paragraphs.iter().enumerate().flat_map(|(index, paragraph)| {
        let end = paragraph.len();
        let starts = paragraph.match_indices(&item.evidence).map(|(start, _)| start);
        starts.map(move |start| At { part: Part::Paragraph, index, range: [start, end] })
    });
    match (places.next(), places.next()) {
        (Some(at), None) => Ok(at),
        (Some(_), Some(_)) => Err(Refusal::EvidenceTwice(item.evidence.clone())),
        (None, _) => Err(gone(item, article.paragraphs.first().map_or("", String::as_str))),
    }
}

/// Checks that a passage begins with the evidence.
pub(super) fn prove(article: &Article, at: &At, item: &Correction) -> Result<(), Refusal> {
    let passage = article.passage(at).unwrap_or_default();
    match fold(passage).text.starts_with(&evidence(item)?) {
        true => Ok(()),
        false => Err(gone(item, passage)),
    }
}

fn evidence(item: &Correction) -> Result<String, Refusal> {
    let folded = fold(&item.evidence).text;
    if folded.is_empty() { Err(Refusal::NoEvidence) } else { Ok(folded) }
}

fn gone(item: &Correction, got: &str) -> Refusal {
    Refusal::EvidenceGone { evidence: item.evidence.clone(), got: got.chars().take(SHOWN).collect() }
}
