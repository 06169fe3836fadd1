//! What is left of a question once its parts are taken out: words that say nothing by themselves go, the others
//! stay text. This module does not know what parts are.

use std::ops::Range;

use crate::text::{Reading, is_ideograph};

use super::words::{Class, words};

/// The stretches of a text that neither a part covers nor words that say nothing.
pub(super) fn rest(text: &Reading, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut open = vec![true; text.len()];
    for range in taken {
        open.get_mut(range.clone()).into_iter().flatten().for_each(|open| *open = false);
    }
    let mut left = Vec::new();
    let mut place = 0;
    while place < text.len() {
        if !open[place] {
            place += 1;
            continue;
        }
        let end = (place..text.len()).find(|&at| !open[at]).unwrap_or(text.len());
        left.extend(strip(text, place..end));
        place = end;
    }
    left
}

/// Takes the words that say nothing off a stretch: those of two characters and more wherever they stand,
/// single characters at its ends only, where they are not part of a word.
fn strip(text: &Reading, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = stretch.start;
    let mut place = stretch.start;
    while place < stretch.end {
        let most = LONGEST.min(stretch.end - place);
        let long = (2..=most).rev().find(|length| says_nothing(text.text(place..place + length)));
        let mark = !text.at(place).is_alphanumeric() && !is_ideograph(text.at(place));
        match long.or(mark.then_some(1)) {
            Some(length) => {
                pieces.push(start..place);
                place += length;
                start = place;
            }
            None => place += 1,
        }
    }
    pieces.push(start..stretch.end);
    pieces.into_iter().flat_map(|piece| trim(text, piece)).collect()
}

/// The longest word that says nothing, in characters.
const LONGEST: usize = 10;

/// Takes single characters off the ends of a piece, and cuts it at those that stand between words only.
fn trim(text: &Reading, mut piece: Range<usize>) -> Vec<Range<usize>> {
    let is = |at: usize, class: Class| {
        words().classes.get(text.text(at..at + 1)).is_some_and(|classes| classes.contains(&class))
    };
    while piece.start < piece.end && is(piece.start, Class::Before) {
        piece.start += 1;
    }
    while piece.start < piece.end && is(piece.end - 1, Class::After) {
        piece.end -= 1;
    }
    if piece.is_empty() || (piece.len() == 1 && says_nothing(text.text(piece.clone()))) {
        return Vec::new();
    }
    let between = ['的', '了', '过', '吗', '呢', '给'];
    match piece.clone().find(|&at| between.contains(&text.at(at))) {
        Some(at) => {
            [piece.start..at, at + 1..piece.end].into_iter().flat_map(|part| trim(text, part)).collect()
        }
        None => vec![piece],
    }
}

/// Whether a word says nothing by itself, or asks.
pub(super) fn says_nothing(word: &str) -> bool {
    let empty = |class: &Class| matches!(class, Class::Skip | Class::Before | Class::After | Class::Ask(_));
    words().classes.get(word).is_some_and(|classes| classes.iter().any(empty))
}
