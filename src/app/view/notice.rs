//! What the URL said and could not be read.

use yew::prelude::*;

use super::Page;
use crate::app::state::Action;

/// A quiet notice, until it is read.
pub(super) fn notice(page: &Page) -> Html {
    let misread = &page.state.misread;
    if misread.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice" role="status">
            <ul>
                { for misread.iter().map(|bad| html! { <li>{ (page.words.misread)(&bad.key, &bad.value) }</li> }) }
            </ul>
            <button type="button" class="quiet" onclick={page.on(Action::Dismiss)}>{ page.words.dismiss }</button>
        </div>
    }
}
