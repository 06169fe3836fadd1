//! The browser's address bar and history: the hash is read, written and listened to here and nowhere else.
//!
//! Each entry remembers how far its page was scrolled, so that Back finds the list where it was left. An entry is
//! written after what follows from it has been painted: the browser takes some milliseconds for it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::Callback;

use super::document::after_paint;
use super::state::Trace;

/// The address bar, with what is still to be written, in order.
#[derive(Clone, Default)]
pub(super) struct Bar {
    waiting: Rc<RefCell<Vec<Entry>>>,
}

struct Entry {
    hash: String,
    trace: Trace,
    /// How far the page was scrolled when the entry before was left.
    scrolled: f64,
}

impl Bar {
    /// The hash as it stands.
    pub(super) fn hash(&self) -> String {
        self.write_now();
        web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
    }

    /// Writes the hash after the next painting. A browser that refuses (some limit how often a page may) leaves the
    /// old one.
    pub(super) fn write(&self, hash: &str, trace: Trace) {
        let mut waiting = self.waiting.borrow_mut();
        match waiting.last_mut() {
            Some(last) if trace == Trace::Replace => hash.clone_into(&mut last.hash),
            _ => waiting.push(Entry { hash: hash.to_owned(), trace, scrolled: scrolled() }),
        }
        if waiting.len() == 1 {
            let bar = self.clone();
            after_paint(move || bar.write_now());
        }
    }

    /// Writes what waits.
    fn write_now(&self) {
        let waiting = self.waiting.take();
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        for Entry { hash, trace, scrolled } in waiting {
            // An empty hash must still be written, or the old one would stay.
            let url = format!("#{hash}");
            let written = match trace {
                Trace::Replace => {
                    history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&url))
                }
                Trace::Push => {
                    let _ = history.replace_state_with_url(&JsValue::from_f64(scrolled), "", None);
                    history.push_state_with_url(&JsValue::NULL, "", Some(&url))
                }
            };
            let _ = written;
        }
    }

    /// Goes to another hash as if a link had been followed.
    pub(super) fn go(&self, hash: &str) {
        self.write_now();
        if let Some(window) = web_sys::window() {
            let _ = window.location().set_hash(hash);
        }
    }

    /// Calls back with the hash and how far to scroll whenever the browser arrives at another one.
    pub(super) fn listen(&self, arrived: Callback<(String, f64)>) -> Option<[EventListener; 2]> {
        let window = web_sys::window()?;
        if let Ok(history) = window.history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let bar = self.clone();
        let arrive = move || {
            // The reader is elsewhere already: what waits would be written over where that is.
            bar.waiting.take();
            arrived.emit((bar.hash(), remembered()));
        };
        let again = arrive.clone();
        Some([
            EventListener::new(&window, "popstate", move |_| arrive()),
            // A hash that was typed by hand: some old browsers tell it by this event alone.
            EventListener::new(&window, "hashchange", move |_| again()),
        ])
    }
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

fn remembered() -> f64 {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.and_then(|history| history.state().ok()).and_then(|state| state.as_f64()).unwrap_or(0.0)
}
