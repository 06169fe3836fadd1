//! Chinese on an English page: marked as such, so that a screen reader changes its voice. On a Chinese page nothing is
//! marked.

use yew::prelude::*;

use crate::app::words::{Words, chinese_runs};

/// A text in which there may be Chinese: a name, or a sentence with one.
pub(super) fn spoken(words: &Words, text: &str) -> Html {
    let Some(lang) = words.lang_of_data() else { return html! { text.to_owned() } };
    let piece = |(piece, chinese): (&str, bool)| match chinese {
        true => html! { <span {lang}>{ piece.to_owned() }</span> },
        false => html! { piece.to_owned() },
    };
    chinese_runs(text).into_iter().map(piece).collect()
}

/// What is Chinese as a whole, such as a headline in which words are marked.
pub(super) fn chinese(words: &Words, body: Html) -> Html {
    match words.lang_of_data() {
        Some(lang) => html! { <span {lang}>{ body }</span> },
        None => body,
    }
}

/// A type, a sub-type or an audience by its name in the language of the page.
pub(super) fn term(words: &Words, name: &str) -> Html {
    spoken(words, words.label(name))
}
