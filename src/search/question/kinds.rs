//! The types, sub-types and audiences that a question names. Words within a unit's or an organiser's name, or
//! within date words, are none.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Reading;

use super::words::{Class, Kind, longest_at, words};

/// A word of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub range: Range<usize>,
    pub kind: &'static Kind,
}

/// A word of an audience, what ends it included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ForWhom {
    pub range: Range<usize>,
    pub name: &'static str,
}

/// Words of types and of audiences, each in order; `taken` are stretches that belong to other parts. Of a word
/// within another the longer counts (就业 in 新就业形态); one that is both names what was done (单身).
pub(super) fn kinds(text: &Reading, taken: &[Range<usize>]) -> (Vec<Typed>, Vec<ForWhom>) {
    let mut types = Vec::new();
    for (range, kind) in all(text, &words().kinds, taken) {
        types.push(Typed { range, kind });
    }
    let mut audiences = Vec::new();
    for (range, name) in all(text, &words().audiences, taken) {
        let within_type = types.iter().any(|typed| within(&range, &typed.range));
        if !within_type && !performs(text, range.end, name) {
            audiences.push(ForWhom { range: range.start..tail(text, range.end), name });
        }
    }
    types.retain(|typed| !audiences.iter().any(|audience| within(&typed.range, &audience.range)));
    (types, audiences)
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The longest words of a table, none overlapping another.
fn all<T>(
    text: &Reading,
    table: &'static HashMap<&'static str, T>,
    taken: &[Range<usize>],
) -> Vec<(Range<usize>, &'static T)> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < text.len() {
        match longest_at(table, text, place, |range| is_free(range, taken)) {
            Some((range, value)) => {
                place = range.end;
                found.push((range, value));
            }
            None => place += 1,
        }
    }
    found
}

/// Whether a stretch shares no character with the taken ones.
pub(super) fn is_free(range: &Range<usize>, taken: &[Range<usize>]) -> bool {
    taken.iter().all(|other| range.end <= other.start || other.end <= range.start)
}

/// 劳模宣讲, 劳模“三进”: they act, and are not acted for.
fn performs(text: &Reading, end: usize, name: &str) -> bool {
    words()
        .classes
        .iter()
        .any(|(word, classes)| classes.iter().any(|class| is_performer(class, name)) && text.has(end, word))
}

/// Whether an audience (对象) are often those who act: 劳模工匠 who speak.
pub fn may_perform(audience: &str) -> bool {
    words().classes.values().flatten().any(|class| is_performer(class, audience))
}

fn is_performer(class: &Class, audience: &str) -> bool {
    matches!(class, Class::Performer(name) if *name == audience)
}

/// What belongs to the name of an audience: 外卖 + 员, 环卫 + 师傅.
fn tail(text: &Reading, start: usize) -> usize {
    let tails = words().classes.iter().filter(|(_, classes)| classes.contains(&Class::Tail));
    let longest = tails.filter(|(word, _)| text.has(start, word)).map(|(word, _)| word.chars().count()).max();
    start + longest.unwrap_or(0)
}
