//! Reading a question: parts first, then what is asked, then what is left.

use std::ops::Range;

use crate::date::Span;
use crate::place::Adcode;
use crate::text::Reading as Text;

use super::super::parse::parse;
use super::asked::asked;
use super::cover::{rest, says_nothing};
use super::kinds::{ForWhom, Typed, is_free, kinds};
use super::period::{Told, periods};
use super::places::{Gazetteer, Named, named};
use super::reading::{Ask, Here, Part, PartKind, Reading};
use super::who::{Organiser, organisers};
use super::words::{is_under, is_whole};

/// A longer text is no question.
const LONGEST: usize = 80;
/// So many readings of one name are offered.
const CHOICES: usize = 4;

/// The readings of a question, none where its words are to be searched as they are. More than one where a name
/// means several units and nothing decides; none of these is sure.
///
/// A query with operators, quotation marks or filters is a query and not a question, and so is a single thing
/// named without asking anything.
pub fn read_question(question: &str, gazetteer: &Gazetteer, here: &Here) -> Vec<Reading> {
    let text = Text::new(question);
    if text.len() > LONGEST || is_query(question) {
        return Vec::new();
    }
    let found = Found::of(&text, gazetteer, here);
    let (reading, other) = found.reading(&text);
    // 送清凉 alone is what it says; so is 送清凉大礼包. Everything at once can be counted, not listed.
    let worth = match reading.ask {
        None => reading.kinds() > 1,
        Some(Ask::List | Ask::Cost) => reading.kinds() > 0,
        Some(_) => true,
    };
    if other || !worth {
        return Vec::new();
    }
    choices(reading, &found.places)
}

fn is_query(question: &str) -> bool {
    let query = parse(question);
    let quoted = |c: char| matches!(c, '"' | '＂' | '|' | '｜');
    !query.filters.is_empty()
        || question.contains(quoted)
        || query.clauses.iter().any(|clause| {
            clause.exclude
                || clause.in_title
                || clause.any_of.len() > 1
                || clause.any_of.iter().any(|term| term.quoted)
        })
}

/// The parts that were found.
struct Found {
    periods: Vec<Told>,
    places: Vec<Named>,
    organisers: Vec<Organiser>,
    types: Vec<Typed>,
    audiences: Vec<ForWhom>,
    /// Where the words of a unit stand that became part of an organiser's name.
    taken: Vec<Range<usize>>,
}

impl Found {
    fn of(text: &Text, gazetteer: &Gazetteer, here: &Here) -> Found {
        let periods = here.today.map(|today| periods(text, today)).unwrap_or_default();
        let on = periods.iter().find_map(|told| told.span).map(|span| span.start);
        let mut taken: Vec<Range<usize>> = periods.iter().map(|told| told.range.clone()).collect();
        let mut places = named(text, gazetteer, here, on);
        places.retain(|place| is_free(&place.range, &taken));
        let mut organisers = organisers(text, gazetteer, here, &places);
        organisers.retain(|organiser| is_free(&organiser.range, &taken));
        taken.extend(organisers.iter().map(|organiser| organiser.range.clone()));
        places.retain(|place| is_free(&place.range, &taken));
        taken.extend(places.iter().map(|place| place.range.clone()));
        let (types, audiences) = kinds(text, &taken);
        Found { periods, places, organisers, types, audiences, taken }
    }

    fn reading(&self, text: &Text) -> (Reading, bool) {
        let mut taken = self.taken.clone();
        let wide = |typed: &&Typed| !typed.kind.narrow;
        taken.extend(self.types.iter().map(|typed| typed.range.clone()));
        taken.extend(self.audiences.iter().map(|audience| audience.range.clone()));
        let asked = asked(text, &taken);
        taken.extend(asked.ranges.iter().cloned());
        let mut left = rest(text, &taken);
        let narrow = self.types.iter().filter(|typed| !wide(typed)).map(|typed| typed.range.clone());
        left.extend(narrow);
        left.sort_by_key(|range| range.start);
        let spans: Vec<Span> = self.periods.iter().filter_map(|told| told.span).collect();
        let mut reading = Reading {
            period: hull(&spans),
            ask: asked.ask,
            rest: left.iter().map(|range| text.text(range.clone()).to_owned()).collect(),
            ..Reading::default()
        };
        for place in &self.places {
            push(&mut reading.places, place.means.first().copied());
        }
        for typed in &self.types {
            typed.kind.types.iter().for_each(|name| push(&mut reading.types, Some((*name).to_owned())));
            typed.kind.subtypes.iter().for_each(|name| push(&mut reading.subtypes, Some((*name).to_owned())));
        }
        drop_wider(&mut reading);
        self.audiences
            .iter()
            .for_each(|audience| push(&mut reading.audiences, Some(audience.name.to_owned())));
        self.organisers
            .iter()
            .for_each(|organiser| push(&mut reading.organisers, Some(organiser.name.clone())));
        reading.parts = self.parts(text, &left);
        reading.sure = !asked.doubt
            && self
                .places
                .iter()
                .all(|place| place.means.len() == 1 && (!place.short || self.stands_alone(text, place)))
            && (spans.len() < 2 || joined(&spans))
            && self
                .periods
                .iter()
                .all(|told| told.span.is_some() || is_lately(text.text(told.range.clone())))
            && left.iter().all(|range| is_word(text, range))
            && left.len() < 3;
        (reading, asked.other)
    }

    /// Whether a short name touches on both sides what is understood or says nothing: 南川江边 does not.
    fn stands_alone(&self, text: &Text, place: &Named) -> bool {
        let parts = || {
            let types = self.types.iter().map(|typed| &typed.range);
            self.taken.iter().chain(types).chain(self.audiences.iter().map(|audience| &audience.range))
        };
        let (start, end) = (place.range.start, place.range.end);
        let before = start == 0
            || parts().any(|range| range.end == start)
            || (1..=8.min(start)).any(|length| says_nothing(text.text(start - length..start)))
            || !text.at(start - 1).is_alphanumeric();
        let after = end == text.len()
            || parts().any(|range| range.start == end)
            || (1..=8.min(text.len() - end)).any(|length| says_nothing(text.text(end..end + length)))
            || !text.at(end).is_alphanumeric();
        before && after
    }

    fn parts(&self, text: &Text, left: &[Range<usize>]) -> Vec<Part> {
        let part = |range: &Range<usize>, kind: PartKind| Part { typed: text.bytes(range.clone()), kind };
        let mut parts: Vec<Part> = Vec::new();
        for place in &self.places {
            parts.extend(place.means.first().map(|code| part(&place.range, PartKind::Place(*code))));
        }
        for told in &self.periods {
            parts.extend(told.span.map(|span| part(&told.range, PartKind::Period(span))));
        }
        for typed in &self.types {
            let names = typed.kind.subtypes.first().or(typed.kind.types.first());
            parts.extend(names.map(|name| part(&typed.range, PartKind::Type((*name).to_owned()))));
        }
        for audience in &self.audiences {
            parts.push(part(&audience.range, PartKind::Audience(audience.name.to_owned())));
        }
        for organiser in &self.organisers {
            parts.push(part(&organiser.range, PartKind::Organiser(organiser.name.clone())));
        }
        for range in left {
            parts.push(part(range, PartKind::Text(text.text(range.clone()).to_owned())));
        }
        parts.sort_by_key(|part| (part.typed.start, part.typed.end));
        parts
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    list.extend(item.filter(|item| !list.contains(item)));
}

/// 慰问…送清凉: the narrower of two words counts.
fn drop_wider(reading: &mut Reading) {
    let subtypes = reading.subtypes.clone();
    let wider = |subtype: &str, kind: &str| {
        is_whole(subtype, kind) && subtypes.iter().any(|other| other != subtype && is_under(other, kind))
    };
    let kinds = reading.types.clone();
    let is_wider = |subtype: &String| kinds.iter().any(|kind| wider(subtype, kind));
    reading.types.retain(|kind| !subtypes.iter().any(|subtype| wider(subtype, kind)));
    reading.subtypes.retain(|subtype| !is_wider(subtype));
}

/// 最近 names no days and needs none.
fn is_lately(words: &str) -> bool {
    words.contains('近') || words.contains("日前")
}

/// Whether what is left may be looked for as it stands: two characters and more, no figures.
fn is_word(text: &Text, range: &Range<usize>) -> bool {
    let words = text.text(range.clone());
    words.chars().count() > 1 && words.chars().count() < 13 && !words.chars().any(|c| c.is_ascii_digit())
}

fn hull(spans: &[Span]) -> Option<Span> {
    let start = spans.iter().map(|span| span.start).min()?;
    let end = spans.iter().map(|span| span.end).max()?;
    Some(Span::new(start, end))
}

/// Whether each period begins where the one before ends: 去年和今年.
fn joined(spans: &[Span]) -> bool {
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| span.start);
    spans.windows(2).all(|pair| pair[1].start <= pair[0].end.plus(1))
}

/// One reading for each unit that a name may mean, where it may mean several.
fn choices(reading: Reading, places: &[Named]) -> Vec<Reading> {
    let Some(open) = places.iter().find(|place| place.means.len() > 1) else { return vec![reading] };
    let Some(&first) = open.means.first() else { return vec![reading] };
    let with = |code: Adcode| {
        let mut other = reading.clone();
        for place in other.places.iter_mut().filter(|place| **place == first) {
            *place = code;
        }
        for part in &mut other.parts {
            if part.kind == PartKind::Place(first) {
                part.kind = PartKind::Place(code);
            }
        }
        other
    };
    open.means.iter().take(CHOICES).map(|&code| with(code)).collect()
}
