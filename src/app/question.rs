//! Plain questions in the app: what was understood of the words typed, the answer under the chosen filters, and
//! what else may have been meant. Derived from address and archive; this module draws nothing.

use super::archive::Archive;
use super::results::filter;
use super::url::Address;
use crate::corpus::Corpus;
use crate::date::Day;
use crate::place::Adcode;
use crate::search::{
    Answer, Engine, Found, Gazetteer, Here, Part, PartKind, Reading, answer, found_by, may_perform,
    read_question,
};

/// What questions are read with.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The day from which 去年 and 上个月 count: the reader's, or else the last that the corpus dates.
    pub today: Option<Day>,
    /// The unit that the archive is about.
    pub region: Option<Adcode>,
    /// The names of units.
    pub gazetteer: Gazetteer,
}

impl Asking {
    /// What the index of a corpus knows; the region of its bulletins, where they all have the same.
    pub fn of(corpus: &Corpus, engine: &Engine) -> Asking {
        let mut regions = corpus.bulletins.iter().map(|bulletin| bulletin.region);
        let first = regions.next().flatten();
        let region = first.filter(|first| regions.all(|region| region == Some(*first)));
        let today =
            corpus.activities.iter().filter_map(|activity| activity.date.as_ref()).map(|date| date.end).max();
        Asking { today, region, gazetteer: Gazetteer::of(engine.columns()) }
    }
}

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

/// The question of an address; `None` where its words are none.
pub fn asked(archive: &Archive, address: &Address) -> Option<Asked> {
    let mut readings = readings(archive, &address.q).into_iter();
    let reading = readings.next()?;
    let answer_of = |reading: &Reading| {
        let gazetteer = &archive.asking.gazetteer;
        answer(&archive.corpus, &archive.engine, gazetteer, reading, &filter(address))
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
pub fn found(archive: &Archive, q: &str) -> Option<Found> {
    let reading = readings(archive, q).into_iter().next().filter(|reading| reading.sure)?;
    Some(found_by(&archive.engine, &reading))
}

fn readings(archive: &Archive, q: &str) -> Vec<Reading> {
    let asking = &archive.asking;
    let here = Here::of(archive.engine.columns(), asking.region, asking.today);
    read_question(q, &asking.gazetteer, &here)
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

/// Questions to begin with, about what the archive has most of.
pub fn examples(archive: &Archive) -> Vec<String> {
    let offers = &archive.offers;
    let mut counties: Vec<_> =
        offers.places.iter().filter(|(code, _)| code.level() == crate::place::Level::County).collect();
    counties.sort_by_key(|(code, count)| (std::cmp::Reverse(count.within), **code));
    let place = counties.first().map(|(code, _)| archive.name(**code));
    let kind = offers.subtypes.first();
    // Of those who mostly act (劳模工匠), a record does not say whether they did.
    let audience = offers.audiences.iter().find(|name| !may_perform(name));
    let asked = [
        kind.map(|kind| format!("哪些区县{kind}最多？")),
        place.map(|place| format!("{place}办过哪些活动？")),
        audience.map(|audience| format!("给{audience}办过几次活动？")),
    ];
    let reads = |q: &String| found(archive, q).is_some();
    asked.into_iter().flatten().filter(reads).collect()
}

/// The name of a part's kind and its value, for a chip.
pub fn said(archive: &Archive, kind: &PartKind) -> String {
    match kind {
        PartKind::Place(code) => {
            archive.asking.gazetteer.name(*code).map_or_else(|| archive.name(*code), str::to_owned)
        }
        PartKind::Period(span) => crate::search::period_said(*span),
        PartKind::Type(name)
        | PartKind::Audience(name)
        | PartKind::Organiser(name)
        | PartKind::Text(name) => name.clone(),
    }
}
