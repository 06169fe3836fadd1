//! What the URL said and could not be read, or is not here.

use yew::prelude::*;

use super::Page;
use super::tongue::spoken;
use crate::app::state::Action;

/// A quiet notice, until it is read.
pub(super) fn notice(page: &Page) -> Html {
    let misread = page.state.misread.iter().map(|bad| page.words.misread(&bad.key, &bad.value));
    let silent = page.silent.as_ref().map(|_| page.words.no_english.to_owned());
    let said: Vec<String> = misread.chain(strangers(page)).chain(silent).collect();
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice" role="status">
            <ul>
                { for said.into_iter().map(|said| html! { <li>{ spoken(page.words, &said) }</li> }) }
            </ul>
            if let Some(retry) = &page.silent {
                <button type="button" class="quiet" onclick={retry.clone()}>{ page.words.retry }</button>
            }
            if !page.state.misread.is_empty() {
                <button type="button" class="quiet" onclick={page.on(Action::Dismiss)}>{ page.words.dismiss }</button>
            }
        </div>
    }
}

/// Filters of the address that this archive has never heard of: nothing can be found by them.
fn strangers(page: &Page) -> Vec<String> {
    let (archive, address) = (&page.archive, &page.state.address);
    let columns = archive.engine.columns();
    let places = address.places.iter().filter(|code| archive.known_name(**code).is_none());
    let kinds = address.types.iter().filter(|name| !columns.types.contains(name));
    let audiences = address.audiences.iter().filter(|name| !columns.audiences.contains(name));
    let names = places.map(|&code| archive.name(code)).chain(kinds.chain(audiences).cloned());
    names.map(|name| page.words.not_here(&name)).collect()
}
