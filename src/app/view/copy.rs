//! A button that copies a text.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::tongue::spoken;
use crate::app::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CopyProps {
    pub(super) words: &'static Words,
    pub(super) label: &'static str,
    pub(super) text: String,
    /// A hash of this page; its address follows the text.
    #[prop_or_default]
    pub(super) hash: Option<String>,
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
        let (outcome, text, hash) = (outcome.clone(), props.text.clone(), props.hash.clone());
        Callback::from(move |_: MouseEvent| {
            let link = hash.as_deref().and_then(address_of).unwrap_or_default();
            let (outcome, text) = (outcome.clone(), format!("{text}{link}"));
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
                    Outcome::Refused => html! { <>{ words.copy_failed }<q>{ spoken(words, &props.text) }</q></> },
                } }
            </span>
        </span>
    }
}

/// This page's address with a hash; a file's leads nobody else anywhere, and is left out.
fn address_of(hash: &str) -> Option<String> {
    let here = web_sys::window()?.location().href().ok().filter(|href| href.starts_with("http"))?;
    let page = here.split('#').next().unwrap_or_default();
    Some(format!("{page}#{hash}"))
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
