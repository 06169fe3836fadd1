//! What an explorer that has the page to itself sets on it: its title, the ground beyond its ends, and where the
//! keyboard stands after an article was closed.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, BlobPropertyBag, Document, Element, FocusOptions, HtmlAnchorElement, HtmlElement, Url};

use super::state::Theme;

/// The title as the page came with it.
pub(super) fn title() -> String {
    page().map(|page| page.title()).unwrap_or_default()
}

/// Puts what is open before the page's own title.
pub(super) fn set_title(open: Option<&str>, own: &str) {
    let Some(page) = page() else { return };
    match open {
        Some(open) => page.set_title(&format!("{open} · {own}")),
        None => page.set_title(own),
    }
}

/// Paints the ground beyond the page's ends as the page.
pub(super) fn paint(theme: Theme) {
    let Some(root) = page().and_then(|page| page.document_element()) else { return };
    for other in [Theme::Light, Theme::Dark] {
        let _ = root.class_list().toggle_with_force(&format!("gx-{}", other.code()), other == theme);
    }
}

/// The language of the surface, by its code.
pub(super) fn speak(code: &str) {
    if let Some(root) = page().and_then(|page| page.document_element()) {
        let _ = root.set_attribute("lang", code);
    }
}

/// Gives an explorer the publisher's accent, for its style sheet to use.
pub(super) fn accent(explorer: &Element, colour: &str) {
    // Through the object model: a page that forbids inline styles forbids the attribute only.
    if let Some(explorer) = explorer.dyn_ref::<HtmlElement>() {
        let _ = explorer.style().set_property("--site-accent", colour);
    }
}

/// Puts the keyboard on the list's link to an article.
pub(super) fn focus_hit(explorer: &Element, id: &str) {
    let links = explorer.query_selector_all(".hit-title").ok();
    let Some(links) = links else { return };
    let wanted = format!("hit-{id}");
    let titles = (0..links.length()).filter_map(|at| links.item(at)?.dyn_into::<Element>().ok());
    let link =
        titles.into_iter().find(|title| title.id() == wanted).and_then(|title| title.first_element_child());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = link.focus_with_options(&options);
    }
}

/// Hands the reader a file to keep.
pub(super) fn download(name: &str, kind: &str, content: &[u8]) {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    let link = page().and_then(|page| page.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of it by then.
    Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
}

/// Does something once the next frame has been painted; where no frame is painted, such as in a tab behind others,
/// once one is.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    let in_frame = Closure::once_into_js(move || Timeout::new(0, then).forget());
    let asked = web_sys::window().map(|window| window.request_animation_frame(in_frame.unchecked_ref()));
    let _ = asked;
}

fn page() -> Option<Document> {
    web_sys::window()?.document()
}
