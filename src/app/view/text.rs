//! Text with what was found marked in it. Text stays text: nothing here makes markup of a string.

use std::ops::Range;

use yew::prelude::*;

use crate::app::spans::pieces;

/// A text with stretches marked.
pub(super) fn marked(text: &str, marks: &[Range<usize>]) -> Html {
    let layers: Vec<_> = marks.iter().map(|range| ((), range.clone())).collect();
    let piece = |piece: crate::app::spans::Piece<'_, ()>| {
        if piece.layers.is_empty() {
            html! { { piece.text } }
        } else {
            html! { <mark>{ piece.text }</mark> }
        }
    };
    pieces(text, &layers).into_iter().map(piece).collect()
}
