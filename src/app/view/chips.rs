//! The filters that are chosen, each of which can be taken away.

use yew::prelude::*;

use super::Page;
use super::tongue::spoken;
use crate::app::state::{Action, Filter};

/// The chosen filters; nothing where there are none.
pub(super) fn chips(page: &Page) -> Html {
    let words = page.words;
    let chosen = chosen(page);
    if chosen.is_empty() {
        return Html::default();
    }
    let chip = |(kind, label, filter): &(&'static str, String, Filter)| {
        let said = words.remove(&[*kind, words.colon, label].concat());
        html! {
            <li key={format!("{kind}{label}")}>
                <button
                    type="button"
                    class="chip"
                    aria-label={said}
                    onclick={page.on(Action::Toggle(filter.clone()))}
                >
                    <span class="chip-kind">{ *kind }</span>
                    <span>{ spoken(words, label) }</span>
                    { cross() }
                </button>
            </li>
        }
    };
    html! {
        <ul class="chips" aria-label={words.chosen}>
            { for chosen.iter().map(chip) }
            if chosen.len() > 1 {
                <li>
                    <button type="button" class="quiet" onclick={page.on(Action::DropFilters)}>
                        { words.drop_filters }
                    </button>
                </li>
            }
        </ul>
    }
}

/// How many filters are chosen.
pub(super) fn chosen_count(page: &Page) -> usize {
    chosen(page).len()
}

fn chosen(page: &Page) -> Vec<(&'static str, String, Filter)> {
    let (words, address, archive) = (page.words, &page.state.address, &page.archive);
    let mut out = Vec::new();
    for &code in &address.places {
        out.push((words.district, archive.name(code), Filter::Place(code)));
    }
    for name in &address.types {
        out.push((words.kind, words.label(name).to_owned(), Filter::Type(name.clone())));
    }
    for name in &address.audiences {
        out.push((words.audience, words.label(name).to_owned(), Filter::Audience(name.clone())));
    }
    if address.from.is_some() || address.to.is_some() {
        let (from, to) = (address.from, address.to);
        out.push((words.period, words.between(from, to), Filter::Period(from, to)));
    }
    for name in &address.organisers {
        out.push((words.organiser, name.clone(), Filter::Organiser(name.clone())));
    }
    for id in &address.sources {
        let bulletin = archive.corpus.bulletins.iter().find(|bulletin| bulletin.file == *id);
        let label = bulletin.map_or(id.as_str(), |bulletin| archive.bulletin_name(bulletin));
        out.push((words.source, label.to_owned(), Filter::Source(id.clone())));
    }
    out
}

/// A small cross.
pub(super) fn cross() -> Html {
    html! {
        <svg class="cross" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <line x1="2" y1="2" x2="10" y2="10" /><line x1="10" y1="2" x2="2" y2="10" />
        </svg>
    }
}
