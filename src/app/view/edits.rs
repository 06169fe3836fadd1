//! What cleaning changed in an article: the words as they stand now against those that stood there before.

use yew::prelude::*;

use super::printed::{Reading, shown};
use crate::corpus::Edit;

/// Characters of the text on either side of a change.
const AROUND: usize = 12;

/// The changes of an article, folded away; nothing where there was none.
pub(super) fn edits(reading: &Reading<'_>) -> Html {
    let words = reading.page.words.figures;
    let edits = &reading.article.edits;
    if edits.is_empty() {
        return Html::default();
    }
    html! {
        <details class="edits">
            <summary>{ words.edits(edits.len()) }</summary>
            <p class="figure-note">{ words.edits_note }</p>
            <ul>{ for edits.iter().map(|edit| change(reading, edit)) }</ul>
        </details>
    }
}

fn change(reading: &Reading<'_>, edit: &Edit) -> Html {
    let words = reading.page.words.figures;
    let text = reading.article.text_of(edit.at.part, edit.at.index).unwrap_or_default();
    let [from, to] = edit.at.range;
    let (before, now, after) = (text.get(..from), text.get(from..to), text.get(to..));
    let tail = |text: &str| {
        let skipped = text.chars().count().saturating_sub(AROUND);
        let dots = if skipped > 0 { "…" } else { "" };
        format!("{dots}{}", text.chars().skip(skipped).collect::<String>())
    };
    let head = |text: &str| {
        let dots = if text.chars().count() > AROUND { "…" } else { "" };
        format!("{}{dots}", text.chars().take(AROUND).collect::<String>())
    };
    let now = now.unwrap_or_default();
    html! {
        <li>
            <span class="edit-rule">{ words.edit_rule(&edit.rule) }</span>
            <span lang={reading.lang}>
                { shown(reading, &tail(before.unwrap_or_default())) }
                if !edit.was.is_empty() { <del aria-label={words.edit_was(&edit.was)}>{ &edit.was }</del> }
                if !now.is_empty() { <ins>{ shown(reading, now) }</ins> }
                { shown(reading, &head(after.unwrap_or_default())) }
            </span>
        </li>
    }
}
