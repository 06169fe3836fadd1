//! A button that copies a text.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::app::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CopyProps {
    pub(super) words: &'static Words,
    pub(super) label: &'static str,
    pub(super) text: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Unasked,
    Copied,
    Refused,
}

/// Copies a text; where the browser does not let it, shows the text to be copied by hand.
#[component]
pub(super) fn Copy(props: &CopyProps) -> Html {
    let outcome = use_state(|| Outcome::Unasked);
    let words = props.words;
    let onclick = {
        let (outcome, text) = (outcome.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, text) = (outcome.clone(), text.clone());
            spawn_local(async move {
                outcome.set(if write(&text).await { Outcome::Copied } else { Outcome::Refused });
            });
        })
    };
    html! {
        <span class="copy">
            <button type="button" class="quiet" {onclick}>{ props.label }</button>
            <span role="status">
                { match *outcome {
                    Outcome::Unasked => html! {},
                    Outcome::Copied => html! { <span class="copy-done">{ words.copied }</span> },
                    Outcome::Refused => html! { <>{ words.copy_failed }<q>{ props.text.clone() }</q></> },
                } }
            </span>
        </span>
    }
}

async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // A page that is no secure context has no clipboard, whatever the binding's type says.
    let navigator = window.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
