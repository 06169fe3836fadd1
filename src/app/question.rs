//! Plain questions in the app: what was understood of the words typed, the answer under the chosen filters, and
//! what else may have been meant. Derived from address and archive; this module draws nothing.

use super::archive::Archive;
use super::late::Late;
use super::results::filter;
use super::url::{Address, Lang};
use crate::search::{
    Answer, CHINESE, ENGLISH, Found, Here, Part, PartKind, Reading, answer, found_by, read_question,
};

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// How it was understood.
    pub reading: Reading,
    /// The answer to that, under the filters that are chosen.
    pub answer: Answer,
    /// Where the reading leads as filters.
    pub taken: Address,
    /// Questions that may have been meant: in words, and where they lead.
    pub others: Vec<Other>,
}

/// Another question.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Its answer, which says what it is.
    pub answer: Answer,
    /// Where it leads.
    pub address: Address,
}

/// So many other questions are offered.
const OTHERS: usize = 3;

/// The question of an address, answered in its language; `None` where its words are none.
pub fn asked(archive: &Archive, address: &Address) -> Option<Asked> {
    let mut readings = readings(archive, &address.q).into_iter();
    let reading = readings.next()?;
    let wording = if address.lang == Some(Lang::En) { &ENGLISH } else { &CHINESE };
    let answer_of = |reading: &Reading| {
        let gazetteer = archive.asking.gazetteer(archive.engine.columns());
        answer(&archive.corpus, &archive.engine, gazetteer, reading, &filter(address), wording)
    };
    let other =
        |reading: &Reading| Other { answer: answer_of(reading), address: taken(archive, address, reading) };
    let answer = answer_of(&reading);
    let others = if reading.sure && answer.events == 0 && answer.undated.is_empty() {
        wider(&reading).iter().map(other).filter(|other| other.answer.events > 0).take(OTHERS).collect()
    } else {
        readings.map(|reading| other(&reading)).take(OTHERS).collect()
    };
    Some(Asked { taken: taken(archive, address, &reading), reading, answer, others })
}

/// What a sure reading of the words finds, to be listed where the words themselves stand nowhere.
#[inline(never)]
pub fn found(_: Late, archive: &Archive, q: &str) -> Option<Found> {
    let reading = readings(archive, q).into_iter().next().filter(|reading| reading.sure)?;
    Some(found_by(&archive.engine, &reading))
}

/// Whether words are a question that is surely understood.
#[inline(never)]
pub fn is_understood(_: Late, archive: &Archive, q: &str) -> bool {
    readings(archive, q).first().is_some_and(|reading| reading.sure)
}

fn readings(archive: &Archive, q: &str) -> Vec<Reading> {
    let asking = &archive.asking;
    let here = Here::of(archive.engine.columns(), asking.region, asking.today);
    read_question(q, asking.gazetteer(archive.engine.columns()), &here)
}

/// The address at which a reading's filters are chosen, and only the rest is text.
fn taken(archive: &Archive, address: &Address, reading: &Reading) -> Address {
    let filter = reading.filter(archive.engine.columns());
    Address {
        q: reading.rest.join(" "),
        places: filter.places,
        types: filter.types,
        audiences: filter.audiences,
        organisers: filter.organisers,
        from: filter.from,
        to: filter.to,
        article: None,
        activity: None,
        ..address.clone()
    }
}

/// The reading without one of its parts, the time first, then for whom, then what.
fn wider(reading: &Reading) -> Vec<Reading> {
    let mut all = vec![
        Reading { period: None, ..reading.clone() },
        Reading { audiences: Vec::new(), ..reading.clone() },
        Reading { types: Vec::new(), subtypes: Vec::new(), ..reading.clone() },
        Reading { organisers: Vec::new(), ..reading.clone() },
        Reading { places: Vec::new(), ..reading.clone() },
        Reading { rest: Vec::new(), ..reading.clone() },
    ];
    let narrows = |wider: &Reading| {
        wider != reading
            && (!wider.places.is_empty()
                || !wider.subtypes.is_empty()
                || !wider.types.is_empty()
                || !wider.organisers.is_empty()
                || !wider.audiences.is_empty()
                || wider.period.is_some())
    };
    all.retain(narrows);
    all
}

/// What was typed, with a part of it cut out.
pub fn without(q: &str, part: &Part) -> String {
    let before = q.get(..part.typed.start).unwrap_or_default();
    let after = q.get(part.typed.end..).unwrap_or_default();
    format!("{before}{after}").trim().to_owned()
}

/// The name of a part's kind and its value, for a chip.
pub fn said(archive: &Archive, kind: &PartKind) -> String {
    match kind {
        PartKind::Place(code) => {
            let gazetteer = archive.asking.gazetteer(archive.engine.columns());
            gazetteer.name(*code).map_or_else(|| archive.name(*code), str::to_owned)
        }
        PartKind::Period(span) => crate::search::period_said(*span),
        PartKind::Type(name)
        | PartKind::Audience(name)
        | PartKind::Organiser(name)
        | PartKind::Text(name) => name.clone(),
    }
}
