//! Starts an explorer in an element.

use web_sys::Element;

use super::explorer::Explorer;

/// Renders into the page's `#app`.
pub fn start() {
    let root =
        web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        mount(root);
    }
}

/// Renders into an element, in the page or in a shadow root, in place of what stands there.
fn mount(root: Element) {
    root.set_text_content(None);
    yew::Renderer::<Explorer>::with_root(root).render();
}
