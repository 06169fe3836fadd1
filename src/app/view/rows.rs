//! Long lists of which only what is near the window is drawn: which rows, and how much room the others take. Heights
//! are measured once rows have been drawn, and kept, so that a list that is shown again stands where it stood.

use std::ops::Range;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::Page;
use crate::app::document::after_paint;
use crate::app::look::{ListLook, Look};
use crate::app::measure::use_window;
use crate::layout::Rows;

/// Pixels beyond the window that are drawn, too: enough for a turn of the wheel and for Tab.
const BEYOND: f64 = 600.0;
/// How many rows go onto paper.
const PRINTED: usize = 300;
/// The height of a row before any has been measured.
const USUAL: f32 = 150.0;

/// What is drawn in the place of a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawn {
    /// Rows and the room between them, from the top.
    pub(super) pieces: Vec<Piece>,
    /// How many rows at the end are missing on paper.
    pub(super) left_out: usize,
}

/// A row, or the room of rows that are not drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    /// The row with this number.
    Row(usize),
    /// So many pixels.
    Gap(f64),
}

/// The part of a list of so many rows that is to be drawn. Rows bear their number as `data-row`.
#[hook]
pub(super) fn use_rows(list: NodeRef, page: &Page, count: usize) -> Drawn {
    // In another's page a list is short, and a frame must know how high all of it is.
    let whole = page.embedded();
    let elder = page.state.address.elder;
    let results = std::rc::Rc::as_ptr(&page.results) as usize;
    let width = use_state_eq(|| page.look.list.borrow().of.1);
    let of = (results, *width, elder);
    let stood = {
        let mut kept = page.look.list.borrow_mut();
        if kept.of != of || kept.heights.len() != count {
            *kept = ListLook { of, heights: vec![0.0; count], usual: 0.0, window: None };
        }
        kept.window
    };
    let window = use_window(list.clone(), stood);
    let printing = use_printing();
    page.look.list.borrow_mut().window = Some(*window);
    let (range, rows) = {
        let kept = page.look.list.borrow();
        let usual = if kept.usual > 0.0 { kept.usual } else { USUAL };
        let height = |&height: &f32| f64::from(if height > 0.0 { height } else { usual });
        let rows = Rows::new(kept.heights.iter().map(height));
        let (scroll, high) = *window;
        let near = rows.visible(scroll - BEYOND, high + 2.0 * BEYOND, 0);
        (
            if whole {
                0..count
            } else if *printing {
                0..count.min(PRINTED)
            } else {
                near
            },
            rows,
        )
    };
    let held = use_held(list.clone()).filter(|row| *row < count);
    use_effect_with(list.clone(), {
        let width = width.clone();
        move |list| {
            let list = list.clone();
            let resized = move |_: &web_sys::Event| {
                if let Some(list) = list.cast::<Element>() {
                    width.set(list.client_width());
                }
            };
            let listener = web_sys::window().map(|window| EventListener::new(&window, "resize", resized));
            move || drop(listener)
        }
    });
    use_effect_with((range.clone(), of), {
        let (look, list) = (page.look.clone(), list.clone());
        move |(_, of)| {
            let of = *of;
            if !whole {
                after_paint(move || {
                    if let Some(now) = measure(&list, &look, of) {
                        width.set(now);
                    }
                });
            }
        }
    });
    let left_out = if *printing { count - range.end } else { 0 };
    Drawn { pieces: pieces(range, held, &rows, *printing), left_out }
}

/// Rows, the one that has the keyboard among them wherever it is, and what is between them.
fn pieces(range: Range<usize>, held: Option<usize>, rows: &Rows, printing: bool) -> Vec<Piece> {
    let held = held.filter(|row| !range.contains(row));
    let before = held.filter(|row| *row < range.start);
    let after = held.filter(|row| *row >= range.end);
    let mut out = Vec::with_capacity(range.len() + 4);
    let mut next = 0;
    for row in before.into_iter().chain(range).chain(after) {
        if row > next {
            out.push(Piece::Gap(rows.top(row) - rows.top(next)));
        }
        out.push(Piece::Row(row));
        next = row + 1;
    }
    if next < rows.len() && !printing {
        out.push(Piece::Gap(rows.height() - rows.top(next)));
    }
    out
}

/// Notes how high the drawn rows are; gives the list's width where it is another than they were noted for.
fn measure(list: &NodeRef, look: &Look, of: (usize, i32, bool)) -> Option<i32> {
    let list = list.cast::<HtmlElement>()?;
    let mut kept = look.list.borrow_mut();
    if kept.of != of {
        return None;
    }
    let width = list.client_width();
    if of.1 != 0 && width != of.1 {
        return Some(width);
    }
    kept.of.1 = width;
    let drawn = list.children();
    let mut all = (0.0, 0_u32);
    for at in 0..drawn.length() {
        let Some(row) = drawn.item(at) else { continue };
        let number = row.get_attribute("data-row").and_then(|number| number.parse::<usize>().ok());
        let height = row.get_bounding_client_rect().height() as f32;
        if let Some(place) = number.and_then(|number| kept.heights.get_mut(number)) {
            *place = height;
            all = (all.0 + height, all.1 + 1);
        }
    }
    if kept.usual == 0.0 && all.1 > 0 {
        kept.usual = all.0 / all.1 as f32;
    }
    (of.1 == 0).then_some(width)
}

/// The row within which the keyboard is.
#[hook]
fn use_held(list: NodeRef) -> Option<usize> {
    let held = use_state_eq(|| None);
    use_effect_with(list, {
        let held = held.clone();
        move |list| {
            let listener = list.cast::<Element>().map(|list| {
                EventListener::new(&list, "focusin", move |event| {
                    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    let row = row.and_then(|row| row.closest("[data-row]").ok().flatten());
                    let number = row.and_then(|row| row.get_attribute("data-row")?.parse::<usize>().ok());
                    held.set(number);
                })
            });
            move || drop(listener)
        }
    });
    *held
}

/// Whether the page is on its way to paper.
#[hook]
fn use_printing() -> UseStateHandle<bool> {
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.clone();
        move |()| {
            let listeners = web_sys::window().map(|window| {
                let set = |on: bool| {
                    let printing = printing.clone();
                    move |_: &web_sys::Event| printing.set(on)
                };
                [
                    EventListener::new(&window, "beforeprint", set(true)),
                    EventListener::new(&window, "afterprint", set(false)),
                ]
            });
            move || drop(listeners)
        }
    });
    printing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Rows {
        Rows::new([10.0; 8])
    }

    #[test]
    fn what_is_not_drawn_keeps_its_room() {
        let drawn = pieces(2..4, None, &rows(), false);
        assert_eq!(drawn, [Piece::Gap(20.0), Piece::Row(2), Piece::Row(3), Piece::Gap(40.0)]);
    }

    #[test]
    fn the_row_with_the_keyboard_stays() {
        let drawn = pieces(4..5, Some(1), &rows(), false);
        let expected = [Piece::Gap(10.0), Piece::Row(1), Piece::Gap(20.0), Piece::Row(4), Piece::Gap(30.0)];
        assert_eq!(drawn, expected);
        let drawn = pieces(0..1, Some(7), &rows(), false);
        assert_eq!(drawn, [Piece::Row(0), Piece::Gap(60.0), Piece::Row(7)]);
    }
}
