//! What a figure must know of its room: its width, the size of the type, and where the window stands.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of a figure before it stands in a page.
const UNKNOWN: f64 = 960.0;

/// The width of an element in pixels, now and whenever it changes.
#[hook]
pub(super) fn use_width(node: NodeRef) -> f64 {
    let width = use_state_eq(|| UNKNOWN);
    use_effect_with(node, {
        let width = width.clone();
        move |node| {
            let element = node.cast::<Element>();
            let measure = {
                let element = element.clone();
                move || {
                    if let Some(element) = &element {
                        let now = f64::from(element.client_width());
                        if now > 0.0 {
                            width.set(now);
                        }
                    }
                }
            };
            measure();
            let changed = Closure::<dyn FnMut()>::new(measure);
            // Chromium 64 and everything since has one; without, the first measure stands.
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
            if let Some((observer, element)) = observer.as_ref().zip(element.as_ref()) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(changed);
            }
        }
    });
    *width
}

/// How large the type of an explorer is, against 16 pixels.
pub(super) fn type_scale(elder: bool) -> f64 {
    // As the style sheet has it.
    if elder { 1.3125 } else { 1.0 }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// Milliseconds on a clock that only goes forward.
pub(super) fn now() -> f64 {
    performance_now()
}
