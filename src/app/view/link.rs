//! Links and buttons that do an action.

use yew::prelude::*;

use super::Page;
use crate::app::state::Action;

/// A link to where an action leads: opened in place by a plain click, and as any link otherwise.
pub(super) fn link(page: &Page, action: Action, class: impl Into<Classes>, body: Html) -> Html {
    html! { <a class={class.into()} href={page.href(&action)} onclick={in_place(page, action)}>{ body }</a> }
}

/// Does an action on a plain click, and leaves clicks with a key held to the browser.
pub(super) fn in_place(page: &Page, action: Action) -> Callback<MouseEvent> {
    let act = page.act.clone();
    Callback::from(move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !elsewhere {
            event.prevent_default();
            act.emit(action.clone());
        }
    })
}
