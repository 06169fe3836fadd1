//! Marks: where a query's terms stand in an original text. This module does not choose passages.

use std::ops::Range;

use super::Query;
use crate::text::fold;

/// The stretches of an original text in which a wanted term of the query stands: bytes, in order, apart
/// from one another. Terms that overlap or touch are one stretch.
///
/// ```
/// use gongxun::search::{marks, parse};
/// let text = "看望 勞模，慰問";
/// let marked: Vec<&str> = marks(text, &parse("劳模 慰问")).into_iter().map(|at| &text[at]).collect();
/// assert_eq!(marked, ["勞模", "慰問"]);
/// ```
pub fn marks(text: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = fold(text);
    let terms: Vec<&str> = query.wanted().map(|term| term.folded.as_str()).collect();
    let places = occurrences(&folded.text, &terms);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (_, place) in places {
        let at = folded.original(place);
        match marks.last_mut() {
            Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
            _ => marks.push(at),
        }
    }
    marks
}

/// Where the terms stand in a folded text: which, and the bytes; in order. One term's places may overlap.
pub(super) fn occurrences(folded: &str, terms: &[&str]) -> Vec<(usize, Range<usize>)> {
    let mut places = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        let Some(step) = term.chars().next().map(char::len_utf8) else { continue };
        let mut from = 0;
        while let Some(at) = folded[from..].find(term) {
            let start = from + at;
            places.push((number, start..start + term.len()));
            from = start + step;
        }
    }
    places.sort_unstable_by_key(|(number, at)| (at.start, at.end, *number));
    places
}
