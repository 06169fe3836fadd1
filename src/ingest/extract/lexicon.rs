//! The words that the rules go by, from `data/*.tsv`, and where they stand in a text. One automaton finds
//! them all in one pass.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::corpus::{AudienceWords, TypeWords, audience_words, type_words};
use crate::text::Reading;

/// A word of the lists at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its first character.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// What the word is.
    pub class: Class,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A verb or a word that joins.
    Verb(Verb),
    /// The end of an organisation's name.
    Org(OrgKind),
    /// A word of a type, by its row in [`types`].
    Type(u16),
    /// A word of an audience, by its row in [`audiences`].
    Audience(u16),
}

/// What a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// It tells what was done: 举办, 走进.
    Act,
    /// It tells so together with others: 推进.
    Weak,
    /// Someone says something: 表示.
    Speech,
    /// Someone reports: 获悉; what follows is told as fact.
    Report,
    /// 在, 到: a place may follow.
    Cue,
    /// A word at which a name cannot go on: 由, 与, 为.
    Join,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrgKind {
    /// A trade union body.
    Union,
    /// A body of the Party or a mass organisation.
    Party,
    /// A public body.
    Government,
    /// A firm or a place of work.
    Firm,
    /// A school, hospital, society or house.
    Body,
}

/// A row of `data/types.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct TypeRow {
    /// One of the fourteen.
    pub kind: &'static str,
    /// The sub-type.
    pub subtype: &'static str,
    /// Whether the words name the type by themselves.
    pub strong: bool,
}

/// The names of the fourteen types (类型), in the order of the contract.
pub(crate) const TYPES: [&str; 14] = [
    "会议学习",
    "宣讲宣传",
    "慰问帮扶",
    "技能竞赛",
    "文体活动",
    "婚恋交友",
    "建会入会",
    "维权法律",
    "培训讲座",
    "评选表彰",
    "调研蹲点",
    "祭扫纪念",
    "阅读分享",
    "其他",
];

/// A word of the lists.
struct Word {
    word: &'static str,
    class: Class,
    /// Words before which it is part of another word (组织 before 部), and after which.
    not_before: Vec<&'static str>,
    not_after: Vec<&'static str>,
}

impl Word {
    fn new(word: &'static str, class: Class, cells: &[&'static str]) -> Word {
        let list = |i: usize| {
            cells.get(i).map_or_else(Vec::new, |cell| cell.split(' ').filter(|w| !w.is_empty()).collect())
        };
        // 发展中心 beside 发展 is written whole where it reads better; what counts is what follows the word.
        let follows =
            |full: &'static str| full.strip_prefix(word).filter(|rest| !rest.is_empty()).unwrap_or(full);
        Word { word, class, not_before: list(2).into_iter().map(follows).collect(), not_after: list(3) }
    }

    /// Whether it stands for itself between these characters.
    fn stands(&self, text: &Reading, start: usize, end: usize) -> bool {
        !self.not_before.iter().any(|word| text.has(end, word))
            && !self.not_after.iter().any(|word| text.ends(start, word))
    }
}

/// Stands in `data/types.tsv` for words that only look like those of a type (检查员).
#[cfg(test)]
const NO_TYPE: &str = "-";

struct Lexicon {
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
    types: Vec<TypeRow>,
    audiences: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words: Vec<Word> = Vec::new();
    for cells in rows(include_str!("../../../data/verbs.tsv")) {
        if let (Some(word), Some(verb)) = (cells.first(), cells.get(1).and_then(|kind| verb_kind(kind))) {
            words.push(Word::new(word, Class::Verb(verb), &cells));
        }
    }
    for cells in rows(include_str!("../../../data/org_suffixes.tsv")) {
        if let (Some(word), Some(kind)) = (cells.first(), cells.get(1).and_then(|kind| org_kind(kind))) {
            words.push(Word::new(word, Class::Org(kind), &cells));
        }
    }
    let mut types = Vec::new();
    for TypeWords { kind, subtype, strong, words: list } in type_words() {
        let row = u16::try_from(types.len()).unwrap_or(u16::MAX);
        words.extend(list.into_iter().map(|word| Word::new(word, Class::Type(row), &[])));
        types.push(TypeRow { kind, subtype, strong });
    }
    let mut audiences = Vec::new();
    for AudienceWords { name, words: list } in audience_words() {
        let row = u16::try_from(audiences.len()).unwrap_or(u16::MAX);
        words.extend(list.into_iter().map(|word| Word::new(word, Class::Audience(row), &[])));
        audiences.push(name);
    }
    let automaton = AhoCorasick::new(words.iter().map(|word| word.word)).ok();
    Lexicon { automaton, words, types, audiences }
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

fn verb_kind(kind: &str) -> Option<Verb> {
    Some(match kind {
        "act" => Verb::Act,
        "weak" => Verb::Weak,
        "speech" => Verb::Speech,
        "report" => Verb::Report,
        "cue" => Verb::Cue,
        "join" => Verb::Join,
        _ => return None,
    })
}

fn org_kind(kind: &str) -> Option<OrgKind> {
    Some(match kind {
        "union" => OrgKind::Union,
        "party" => OrgKind::Party,
        "government" => OrgKind::Government,
        "firm" => OrgKind::Firm,
        "school" | "hospital" | "body" => OrgKind::Body,
        _ => return None,
    })
}

/// The words of the lists in a text, by where they begin, longer ones first.
pub(crate) fn hits(text: &Reading) -> Vec<Hit> {
    let Some(automaton) = LEXICON.automaton.as_ref() else { return Vec::new() };
    let mut hits: Vec<Hit> = Vec::new();
    for found in automaton.find_overlapping_iter(text.as_str()) {
        let Some(word) = LEXICON.words.get(found.pattern().as_usize()) else { continue };
        let start = text.char_of(found.start());
        let end = start + word.word.chars().count();
        if word.stands(text, start, end) {
            hits.push(Hit { start, end, class: word.class });
        }
    }
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    hits
}

/// A row of the types.
pub(crate) fn type_row(row: u16) -> Option<&'static TypeRow> {
    LEXICON.types.get(usize::from(row))
}

/// The name of an audience.
pub(crate) fn audience(row: u16) -> Option<&'static str> {
    LEXICON.audiences.get(usize::from(row)).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_lists_read_whole() {
        let count = |table: &str| table.lines().skip(1).count();
        assert_eq!(LEXICON.types.len(), count(include_str!("../../../data/types.tsv")));
        assert_eq!(LEXICON.audiences.len(), count(include_str!("../../../data/audiences.tsv")));
        for cells in rows(include_str!("../../../data/verbs.tsv")) {
            assert!(cells.len() == 4 && verb_kind(cells[1]).is_some(), "{cells:?}");
        }
        for cells in rows(include_str!("../../../data/org_suffixes.tsv")) {
            assert!(cells.len() == 3 && org_kind(cells[1]).is_some(), "{cells:?}");
        }
        assert!(LEXICON.words.iter().all(|word| !word.word.is_empty()), "an empty word matches everywhere");
    }

    #[test]
    fn every_type_is_one_of_the_fourteen() {
        let named: BTreeSet<&str> =
            LEXICON.types.iter().map(|row| row.kind).filter(|kind| *kind != NO_TYPE).collect();
        assert_eq!(named, TYPES.into_iter().collect());
        assert!(LEXICON.types.iter().all(|row| !row.subtype.is_empty()));
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = Reading::new("市總工會舉辦技能競賽");
        let found: Vec<&str> = hits(&text).iter().map(|hit| text.text(hit.start..hit.end)).collect();
        assert_eq!(found, ["总工会", "工会", "举办", "技能竞赛", "竞赛"]);
    }
}
