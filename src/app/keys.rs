//! Keys that work anywhere on a page of our own, and anywhere within an explorer in somebody else's.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::home::{Home, Kind};
use super::state::Action;

/// `/` goes to the search field, or from an article to its list; Escape leaves the open filters or article.
pub(super) fn listen(home: &Home, root: NodeRef, act: Callback<Action>) -> Option<EventListener> {
    let heard: EventTarget = match &home.kind {
        Kind::Page | Kind::Frame => web_sys::window()?.document()?.into(),
        Kind::Element(_) => root.cast::<Element>()?.into(),
    };
    let listener = EventListener::new_with_options(
        &heard,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(root) = root.cast::<Element>() else { return };
            if event.default_prevented()
                || event.ctrl_key()
                || event.meta_key()
                || event.alt_key()
                || event.is_composing()
            {
                return;
            }
            let writing =
                event.composed_path().get(0).dyn_into::<Element>().is_ok_and(|target| {
                    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
                });
            match event.key().as_str() {
                "/" if !writing => {
                    let field = root.query_selector("#gongxun-q").ok().flatten();
                    match field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                        Some(field) => {
                            event.prevent_default();
                            let _ = field.focus();
                        }
                        None => act.emit(Action::Close),
                    }
                }
                "Escape" => act.emit(Action::Escape),
                _ => {}
            }
        },
    );
    Some(listener)
}
