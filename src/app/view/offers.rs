//! The list under the search field, and near misses above a poor result.

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::state::Action;
use crate::app::words::Words;
use crate::search::Completion;

/// The id of the list.
pub(super) const LIST: &str = "gongxun-offers";

/// The id of a row.
pub(super) fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

/// The list of completions; empty and hidden where there are none.
pub(super) fn offers(
    words: &Words,
    offered: &[Completion],
    active: Option<usize>,
    take: &Callback<Completion>,
) -> Html {
    let row = |(at, offer): (usize, &Completion)| {
        let chosen = active == Some(at);
        let onclick = {
            let offer = offer.clone();
            take.reform(move |_: MouseEvent| offer.clone())
        };
        html! {
            <li
                key={at}
                id={option_id(at)}
                role="option"
                class={classes!("offer", chosen.then_some("active"))}
                aria-selected={chosen.to_string()}
                {onclick}
            >
                <span class="offer-kind">{ words.offer_kind(offer.kind) }</span>
                <span class="offer-text" lang={words.lang_of_data()}>{ &offer.text }</span>
                <span class="offer-count">{ words.offer_count(offer.kind, offer.count) }</span>
            </li>
        }
    };
    // The field keeps the keyboard while a row is pressed.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <ul
            id={LIST}
            class="offers"
            role="listbox"
            aria-label={words.offers}
            hidden={offered.is_empty()}
            {onmousedown}
        >
            { for offered.iter().enumerate().map(row) }
        </ul>
    }
}

/// Queries near to one that found little.
pub(super) fn near(page: &Page) -> Html {
    let near = &page.results.near;
    if near.is_empty() {
        return Html::default();
    }
    let one =
        |query: &String| link(page, Action::Ask(query.clone()), "near-query", spoken(page.words, query));
    html! {
        <p class="near">
            <span class="near-label">{ page.words.near }</span>
            { for near.iter().map(one) }
        </p>
    }
}
