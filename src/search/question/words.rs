//! The words of questions from `data/question_words.tsv` and `data/question_types.tsv`, beside those that read
//! bulletins. This module looks words up; it does not decide what a question means.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::corpus::{audience_words, type_words};
use crate::text::Reading;

/// The longest word, in characters.
const LONGEST: usize = 14;

/// What a word of `data/question_words.tsv` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// It asks: `count`, `people`, `when` …
    Ask(&'static str),
    /// It says nothing by itself: 请问, 了, 办过.
    Skip,
    /// What may end the name of an audience: 员, 师傅.
    Tail,
    /// It says nothing before, or after, other words: 给, 的. Within a word it is a part of it.
    Before,
    After,
    /// It asks for more than is understood: 同比, 最早.
    Doubt,
    /// It ends the name of a body, of which a unit's name is a part: 学院, 公司.
    Body,
    /// It asks for something else, or for the contrary: 除了, 怎么办理.
    Other,
    /// An audience who, before this word, acts and is not acted for: 劳模宣讲.
    Performer(&'static str),
}

/// What a word of the types means in a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind {
    pub types: Vec<&'static str>,
    pub subtypes: Vec<&'static str>,
    /// Whether the word is one case of the sub-type (乒乓球 of 体育), so that it stays text as well.
    pub narrow: bool,
}

pub(super) struct Words {
    pub classes: HashMap<&'static str, Vec<Class>>,
    pub kinds: HashMap<&'static str, Kind>,
    pub audiences: HashMap<&'static str, &'static str>,
    /// Sub-types with their types.
    pub parents: HashMap<&'static str, Vec<&'static str>>,
}

/// Whether a sub-type's name says as much as its type's: who asks for 慰问 asks for 送清凉, too.
pub(super) fn is_whole(subtype: &str, kind: &str) -> bool {
    subtype == kind || (subtype, kind) == ("慰问", "慰问帮扶")
}

/// Whether a sub-type stands under a type.
pub(super) fn is_under(subtype: &str, kind: &str) -> bool {
    words().parents.get(subtype).is_some_and(|kinds| kinds.contains(&kind))
}

/// Sub-types that are a collection of things: only their own names mean all of them.
const COLLECTIONS: [&str; 9] =
    ["会议", "学习教育", "体育", "文化", "健康服务", "志愿服务", "创新创效", "就业服务", "交流合作"];

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut classes: HashMap<&'static str, Vec<Class>> = HashMap::new();
    let mut audiences: HashMap<&'static str, &'static str> = HashMap::new();
    for row in audience_words() {
        for word in row.words {
            audiences.entry(word).or_insert(row.name);
        }
    }
    for line in include_str!("../../../data/question_words.tsv").lines().skip(1) {
        let Some((class, value, words)) = cells(line) else { continue };
        for word in words.split(' ') {
            if class == "audience" {
                audiences.insert(word, value);
            } else if let Some(class) = class_of(class, value) {
                classes.entry(word).or_default().push(class);
            }
        }
    }
    let mut parents: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for row in type_words() {
        parents.entry(row.subtype).or_default().push(row.kind);
    }
    Words { classes, kinds: kinds(), audiences, parents }
});

/// The tables.
pub(super) fn words() -> &'static Words {
    &WORDS
}

fn cells(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?, cells.next()?))
}

fn class_of(class: &str, value: &'static str) -> Option<Class> {
    Some(match class {
        "ask" => Class::Ask(value),
        "skip" => Class::Skip,
        "tail" => Class::Tail,
        "before" => Class::Before,
        "after" => Class::After,
        "body" => Class::Body,
        "doubt" => Class::Doubt,
        "other" => Class::Other,
        "performer" => Class::Performer(value),
        _ => return None,
    })
}

fn kinds() -> HashMap<&'static str, Kind> {
    let mut kinds: HashMap<&'static str, Kind> = HashMap::new();
    for row in type_words() {
        for &word in row.words.iter().filter(|_| row.strong && row.kind != "-") {
            let kind = kinds.entry(word).or_default();
            if !kind.subtypes.contains(&row.subtype) {
                kind.subtypes.push(row.subtype);
            }
            kind.narrow |= COLLECTIONS.contains(&row.subtype);
        }
    }
    for line in include_str!("../../../data/question_types.tsv").lines().skip(1) {
        let mut row = line.split('\t');
        let (Some(word), Some(kind), Some(subtype), Some(how)) =
            (row.next(), row.next(), row.next(), row.next())
        else {
            continue;
        };
        let one = |name: &'static str| if name.is_empty() { Vec::new() } else { vec![name] };
        let named = Kind { types: one(kind), subtypes: one(subtype), narrow: how == "narrow" };
        match how {
            "whole" => {
                kinds.insert(word, named);
            }
            // A word that reads bulletins, too, has its types there.
            "narrow" => kinds.entry(word).or_insert(named).narrow = true,
            _ => {
                kinds.remove(word);
            }
        }
    }
    kinds
}

/// The longest word of a table that begins at a place and that `free` lets stand.
pub(super) fn longest_at<'t, T>(
    table: &'t HashMap<&'static str, T>,
    text: &Reading,
    start: usize,
    free: impl Fn(&Range<usize>) -> bool,
) -> Option<(Range<usize>, &'t T)> {
    let most = LONGEST.min(text.len().saturating_sub(start));
    (1..=most).rev().find_map(|length| {
        let range = start..start + length;
        let value = table.get(text.text(range.clone()))?;
        free(&range).then_some((range, value))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::corpus::TYPES;

    #[test]
    fn the_tables_read_whole() {
        let subtypes: BTreeSet<&str> = type_words().iter().map(|row| row.subtype).collect();
        let audiences: BTreeSet<&str> = audience_words().iter().map(|row| row.name).collect();
        for line in include_str!("../../../data/question_words.tsv").lines().skip(1) {
            let (class, value, words) = cells(line).expect(line);
            assert!(class == "audience" || class_of(class, value).is_some(), "{line}");
            assert!(!matches!(class, "audience" | "performer") || audiences.contains(value), "{line}");
            assert!(
                words.split(' ').all(|word| !word.is_empty() && word.chars().count() <= LONGEST),
                "{line}"
            );
        }
        let mut seen = BTreeSet::new();
        for line in include_str!("../../../data/question_types.tsv").lines().skip(1) {
            let row: Vec<&str> = line.split('\t').collect();
            assert_eq!(row.len(), 4, "{line}");
            assert!(seen.insert(row[0]) && !row[0].is_empty(), "{line} stands twice");
            assert!(row[1].is_empty() || TYPES.contains(&row[1]), "{line}");
            assert!(row[2].is_empty() || subtypes.contains(row[2]), "{line}");
            assert!(matches!(row[3], "whole" | "narrow" | "no"), "{line}");
        }
    }
}
