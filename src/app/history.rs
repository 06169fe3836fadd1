//! The browser's address bar and history: the hash is read, written and listened to here and nowhere else.
//!
//! Each entry remembers how far its page was scrolled, so that Back finds the list where it was left.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::Callback;

use super::state::Trace;

/// The hash as it stands.
pub(super) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Writes the hash. A browser that refuses (some limit how often a page may) leaves the old one.
pub(super) fn write(hash: &str, trace: Trace) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    // An empty hash must still be written, or the old one would stay.
    let url = format!("#{hash}");
    let written = match trace {
        Trace::Replace => {
            history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&url))
        }
        Trace::Push => {
            let _ = history.replace_state_with_url(&JsValue::from_f64(scrolled()), "", None);
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        }
    };
    let _ = written;
}

/// Calls back with the hash and how far to scroll whenever the browser arrives at another one.
pub(super) fn listen(arrived: Callback<(String, f64)>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    if let Ok(history) = window.history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let again = arrived.clone();
    Some([
        EventListener::new(&window, "popstate", move |_| arrived.emit((hash(), remembered()))),
        // A hash that was typed by hand: some old browsers tell it by this event alone.
        EventListener::new(&window, "hashchange", move |_| again.emit((hash(), remembered()))),
    ])
}

/// Scrolls the page.
pub(super) fn scroll(to: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, to);
    }
}

/// How far the page is scrolled.
pub(super) fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.page_y_offset().ok()).unwrap_or(0.0)
}

/// Goes to another hash as if a link had been followed.
pub(super) fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

fn remembered() -> f64 {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).and_then(|state| state.as_f64()).unwrap_or(0.0)
}
