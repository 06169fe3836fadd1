//! What a figure must know of its room: its width, the size of the type, and where the window stands.

use gloo::events::{EventListener, EventListenerOptions};
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

/// The window moves on by so many pixels before rows are drawn anew.
const STEP: f64 = 200.0;

/// How far a list is scrolled past the window's upper side (negative where it begins below that), and how high the
/// window is; in steps. Where the list stood is given when it is shown again: what is scrolled then tells itself.
#[hook]
pub(super) fn use_window(list: NodeRef, stood: Option<(f64, f64)>) -> UseStateHandle<(f64, f64)> {
    let view = use_state_eq(|| stood.unwrap_or((0.0, 900.0)));
    use_effect_with(list, {
        let view = view.clone();
        move |list| {
            // What scrolls may be something around the list; within a shadow root the window is not told of it.
            let root = list.cast::<Element>().map(|list| list.get_root_node());
            let list = list.clone();
            let measure = move || {
                let (Some(list), Some(window)) = (list.cast::<Element>(), web_sys::window()) else { return };
                let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
                let scroll = -list.get_bounding_client_rect().top();
                view.set(((scroll / STEP).floor() * STEP, height + STEP));
            };
            if stood.is_none() {
                measure();
            }
            let again = measure.clone();
            let within = measure.clone();
            let listeners = web_sys::window().map(|window| {
                [
                    EventListener::new(&window, "scroll", move |_| measure()),
                    EventListener::new(&window, "resize", move |_| again()),
                ]
            });
            let around = root.map(|root| {
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&root, "scroll", options, move |_| within())
            });
            move || drop((listeners, around))
        }
    });
    view
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
