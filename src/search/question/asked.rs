//! What a question asks, by its words of asking; words that make it more than is understood.

use std::ops::Range;

use crate::text::Reading;

use super::kinds::is_free;
use super::reading::{Ask, By};
use super::words::{Class, longest_at, words};

/// The words of asking in a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    /// What is asked, if anything.
    pub ask: Option<Ask>,
    /// Where the words stand.
    pub ranges: Vec<Range<usize>>,
    /// Whether it asks for more than is understood: 同比, 最早.
    pub doubt: bool,
    /// Whether it asks for something that no figure answers, or for the contrary: 除了, 为什么.
    pub other: bool,
}

/// What a question asks. `taken` are stretches that belong to other parts.
pub(super) fn asked(text: &Reading, taken: &[Range<usize>]) -> Asked {
    let mut asked = Asked::default();
    let mut said: Vec<&'static str> = Vec::new();
    let mut place = 0;
    while place < text.len() {
        let found = longest_at(&words().classes, text, place, |range| is_free(range, taken));
        let Some((range, classes)) = found else {
            place += 1;
            continue;
        };
        for class in classes {
            match class {
                Class::Ask(what) => {
                    said.push(what);
                    asked.ranges.push(range.clone());
                }
                Class::Doubt => asked.doubt = true,
                Class::Other => asked.other = true,
                Class::Skip | Class::Before | Class::After | Class::Tail | Class::Performer(_) => {}
            }
        }
        place = range.end;
    }
    // 多少快递员: how many of those whom the next part names.
    let counts_people = |range: &Range<usize>| {
        text.ends(range.end, "多少") && taken.iter().any(|other| other.start == range.end)
    };
    let people = said.contains(&"people") || asked.ranges.iter().any(counts_people);
    let latest = ["最近一次", "最后一次", "上一次", "上次", "最近是", "最近的一次"]
        .iter()
        .any(|word| text.as_str().contains(word));
    asked.ask = ask(&said, people, latest);
    asked
}

fn ask(said: &[&'static str], people: bool, latest: bool) -> Option<Ask> {
    let has = |what: &str| said.contains(&what);
    let dimensions = [
        ("provinces", By::Province),
        ("cities", By::City),
        ("districts", By::County),
        ("month", By::Month),
        ("type", By::Type),
        ("who", By::Organiser),
        ("audience", By::Audience),
    ];
    let by = dimensions.into_iter().find(|(word, _)| has(word)).map(|(_, by)| by);
    if has("most") {
        return Some(Ask::Most { by: by.unwrap_or(By::County), people });
    }
    if has("cost") {
        return Some(Ask::Cost);
    }
    if let Some(by) = by {
        return Some(Ask::Which(by));
    }
    if has("when") || (latest && !people && !has("count") && !has("list")) {
        return Some(Ask::When { latest });
    }
    if people {
        return Some(Ask::People);
    }
    if has("count") {
        return Some(Ask::Count);
    }
    has("list").then_some(Ask::List)
}
