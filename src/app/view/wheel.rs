//! The wheel over a figure: it zooms, unless the page is being scrolled or the figure can go no further.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::*;

use crate::app::measure::now;
use crate::layout::Point;

/// So long after the page scrolled, in ms, a turn of the wheel still scrolls it.
const STILL_SCROLLING: f64 = 250.0;

/// Calls `turn` with the pointer's place and by how much to zoom (above 1, in); it says whether anything changed.
#[hook]
pub(super) fn use_wheel(canvas: NodeRef, turn: Callback<(Point, f64), bool>, active: bool) {
    let live = use_mut_ref(|| None);
    *live.borrow_mut() = active.then_some(turn);
    use_effect_with(canvas, move |canvas| {
        let scrolled = Rc::new(Cell::new(f64::NEG_INFINITY));
        let page = web_sys::window().map(|window| {
            let scrolled = scrolled.clone();
            EventListener::new(&window, "scroll", move |_| scrolled.set(now()))
        });
        let node = canvas.clone();
        let wheel = canvas.cast::<Element>().map(|element| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&element, "wheel", options, move |event| {
                let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
                let (Some(turn), Some(element)) = (live.borrow().clone(), node.cast::<Element>()) else {
                    return;
                };
                let scrolls =
                    now() - scrolled.get() < STILL_SCROLLING || event.delta_x().abs() > event.delta_y().abs();
                if scrolls && !event.ctrl_key() {
                    return;
                }
                let rect = element.get_bounding_client_rect();
                let x = f64::from(event.client_x()) - rect.left();
                let y = f64::from(event.client_y()) - rect.top();
                let changed = turn.emit((Point::new(x, y), factor(event.delta_y(), event.delta_mode())));
                if changed || event.ctrl_key() {
                    event.prevent_default();
                }
            })
        });
        move || drop((page, wheel))
    });
}

/// How much a turn of the wheel zooms.
fn factor(delta: f64, mode: u32) -> f64 {
    // Lines and pages, in pixels.
    let pixels = match mode {
        1 => delta * 16.0,
        2 => delta * 400.0,
        _ => delta,
    };
    (-pixels.clamp(-240.0, 240.0) * 0.0025).exp()
}
