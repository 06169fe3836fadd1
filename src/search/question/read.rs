//! Reading a question: parts first, then what is asked, then what is left.

use std::ops::Range;

use crate::date::Span;
use crate::place::{Adcode, is_ordinary_name};
use crate::text::Reading as Text;

use super::super::parse::parse;
use super::asked::asked;
use super::cover::{is_verb, rest};
use super::kinds::{ForWhom, Typed, is_free, kinds};
use super::period::{Told, periods};
use super::places::{Gazetteer, Named, named};
use super::reading::{Ask, Here, Part, PartKind, Reading};
use super::who::{Organiser, organisers};
use super::words::{Class, is_under, is_whole, words};

/// A longer text is no question.
const LONGEST: usize = 80;
/// So many readings of one name are offered.
const CHOICES: usize = 4;

/// The readings of a question, none where its words are to be searched as they are. More than one where a name
/// means several units and nothing decides; none of these is sure.
///
/// A query with operators, quotation marks or filters is a query and not a question, and so is a single kind of
/// activity named without asking anything; a period or a unit alone is read, and never sure.
pub fn read_question(question: &str, gazetteer: &Gazetteer, here: &Here) -> Vec<Reading> {
    let text = Text::new(question);
    if text.len() > LONGEST || is_query(question) {
        return Vec::new();
    }
    let found = Found::of(&text, gazetteer, here);
    let (reading, other) = found.reading(&text);
    // 送清凉 alone is what it says; so is 送清凉大礼包. 2024年7月 or 渝北 alone seldom stand in a text as they are
    // typed. Everything at once can be counted, not listed.
    let when_or_where = reading.period.is_some() || !reading.places.is_empty();
    let worth = match reading.ask {
        None => reading.kinds() > 1 || (when_or_where && reading.rest.is_empty()),
        Some(Ask::List) => reading.kinds() > 0 || (found.asks_lately() && reading.rest.is_empty()),
        Some(Ask::Cost) => reading.kinds() > 0,
        Some(_) => true,
    };
    // A character that is left over belongs to something that was not understood.
    let torn = !reading.sure && reading.rest.iter().any(|word| word.chars().count() < 2);
    if other || torn || !worth {
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
        drop_names_of_bodies(text, &mut places, &mut taken, &types, &audiences);
        Found { periods, places, organisers, types, audiences, taken }
    }

    fn reading(&self, text: &Text) -> (Reading, bool) {
        let mut taken = self.taken.clone();
        taken.extend(self.audiences.iter().map(|audience| audience.range.clone()));
        // 什么会: the word that asks may be one with that of the type.
        let asked = asked(text, &taken, self.places.len() > 1);
        taken.extend(self.types.iter().map(|typed| typed.range.clone()));
        taken.extend(asked.ranges.iter().cloned());
        let (left, verbs) = self.left(text, &taken);
        let mut reading = Reading {
            period: hull(&self.spans()),
            relative: self.periods.iter().any(|told| told.span.is_some() && !names_year(text, &told.range)),
            ask: asked.ask,
            rest: left.iter().map(|range| text.text(range.clone()).to_owned()).collect(),
            parts: self.parts(text, &left),
            sure: !asked.doubt && asked.ask.is_some() && !verbs && self.is_sure(text, &left),
            ..Reading::default()
        };
        for place in &self.places {
            add(&mut reading.places, place.means.first().copied());
        }
        for typed in &self.types {
            add(&mut reading.types, typed.kind.types.iter().map(|name| (*name).to_owned()));
            add(&mut reading.subtypes, typed.kind.subtypes.iter().map(|name| (*name).to_owned()));
        }
        drop_wider(&mut reading);
        add(&mut reading.audiences, self.audiences.iter().map(|audience| audience.name.to_owned()));
        add(&mut reading.organisers, self.organisers.iter().map(|organiser| organiser.name.clone()));
        (reading, asked.other)
    }

    /// What stays text, and whether a verb of one character was left out of it.
    fn left(&self, text: &Text, taken: &[Range<usize>]) -> (Vec<Range<usize>>, bool) {
        let mut left = rest(text, taken);
        let all = left.len();
        left.retain(|range| !is_verb(text, range));
        let verbs = left.len() < all;
        let narrow = self.types.iter().filter(|typed| typed.kind.narrow).map(|typed| typed.range.clone());
        left.extend(narrow);
        left.sort_by_key(|range| range.start);
        // 半程 and 马拉松 are one word of the text.
        left.dedup_by(|next, before| {
            let touch = before.end == next.start;
            before.end = if touch { next.end } else { before.end };
            touch
        });
        (left, verbs)
    }

    fn spans(&self) -> Vec<Span> {
        self.periods.iter().filter_map(|told| told.span).collect()
    }

    /// Whether all parts are certain, and what is left may be looked for as it stands.
    fn is_sure(&self, text: &Text, left: &[Range<usize>]) -> bool {
        let spans = self.spans();
        let one_unit =
            |place: &Named| place.means.len() == 1 && (!place.short || self.stands_alone(text, place, left));
        let days = |told: &Told| told.span.is_some() || is_lately(text.text(told.range.clone()));
        !counts_things(text, left)
            && self.places.iter().all(one_unit)
            && (spans.len() < 2 || joined(&spans))
            && self.periods.iter().all(days)
            && left.iter().all(|range| is_word(text, range))
            && left.len() < 3
    }

    /// 最近: the latest, without days.
    fn asks_lately(&self) -> bool {
        self.periods.iter().any(|told| told.span.is_none())
    }

    /// Whether a short name stands for its unit: one that is an ordinary word as well (长寿) must touch on both
    /// sides what is understood or says nothing; another not a single character that is left over.
    fn stands_alone(&self, text: &Text, place: &Named, left: &[Range<usize>]) -> bool {
        let (start, end) = (place.range.start, place.range.end);
        let before = left.iter().find(|range| range.end == start);
        let after = left.iter().find(|range| range.start == end);
        let ordinary = is_ordinary_name(text.text(place.range.clone()));
        [before, after].into_iter().flatten().all(|range| !ordinary && range.len() > 1)
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

/// 多少瓶水: what is counted is neither activities nor people.
fn counts_things(text: &Text, left: &[Range<usize>]) -> bool {
    left.iter().any(|range| text.ends(range.start, "多少") || text.ends(range.start, "几"))
}

/// Whether a stretch of date words has a year in figures.
fn names_year(text: &Text, range: &Range<usize>) -> bool {
    text.text(range.clone())
        .chars()
        .collect::<Vec<_>>()
        .windows(4)
        .any(|four| four.iter().all(char::is_ascii_digit))
}

/// Adds what a list does not have yet.
fn add<T: PartialEq>(list: &mut Vec<T>, items: impl IntoIterator<Item = T>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
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

/// 重庆交通工匠学院 is a body, not what took place in a unit: its name stays text.
fn drop_names_of_bodies(
    text: &Text,
    places: &mut Vec<Named>,
    taken: &mut Vec<Range<usize>>,
    types: &[Typed],
    audiences: &[ForWhom],
) {
    let parts: Vec<Range<usize>> = taken
        .iter()
        .cloned()
        .chain(types.iter().map(|typed| typed.range.clone()))
        .chain(audiences.iter().map(|audience| audience.range.clone()))
        .collect();
    let is_body = |place: &Named| {
        let ends =
            (place.range.end + 1..=text.len()).take_while(|end| is_free(&(place.range.end..*end), &parts));
        ends.take(12).any(|end| {
            let name = text.text(place.range.end..end);
            let body = |length: usize| {
                words().classes.get(text.text(end - length..end)).is_some_and(|c| c.contains(&Class::Body))
            };
            !name.contains(['的', '在', '给', '到', '办', '有'])
                && (1..=4.min(end - place.range.end)).any(body)
        })
    };
    let bodies: Vec<Range<usize>> =
        places.iter().filter(|place| is_body(place)).map(|place| place.range.clone()).collect();
    places.retain(|place| !bodies.contains(&place.range));
    taken.retain(|range| !bodies.contains(range));
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
