//! Long lists of which only what is near the window is drawn: which rows, and how much room the others take. Heights
//! are measured once rows have been drawn, and kept, so that a list that is shown again stands where it stood.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

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
/// The same in the first painting after a change: what is seen comes first, what is beyond the window after it.
const BEYOND_FIRST: f64 = 200.0;
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
    let results = Rc::as_ptr(&page.results) as usize;
    let (around, last) = use_around(list.clone(), page);
    let of = (results, around.width, elder);
    let stood = {
        let mut kept = page.look.list.borrow_mut();
        if kept.of != of || kept.heights.len() != count {
            *kept = ListLook { of, heights: vec![0.0; count], usual: 0.0, window: None };
        }
        kept.window
    };
    let window = use_window(list.clone(), stood);
    let printing = around.printing;
    let settled = use_state_eq(|| None::<usize>);
    let beyond = if *settled == Some(results) { BEYOND } else { BEYOND_FIRST };
    page.look.list.borrow_mut().window = Some(*window);
    let (range, rows) = {
        let kept = page.look.list.borrow();
        let usual = if kept.usual > 0.0 { kept.usual } else { USUAL };
        let height = |&height: &f32| f64::from(if height > 0.0 { height } else { usual });
        let rows = Rows::new(kept.heights.iter().map(height));
        let (scroll, high) = *window;
        let near = rows.visible(scroll - beyond, high + 2.0 * beyond, 0);
        let range = match (whole, printing) {
            (true, _) => 0..count,
            (false, true) => 0..count.min(PRINTED),
            (false, false) => near,
        };
        (range, rows)
    };
    let held = around.held.filter(|row| *row < count);
    use_effect_with((range.clone(), of), {
        let (look, list, around) = (page.look.clone(), list.clone(), around.clone());
        move |(_, of)| {
            let of = *of;
            if !whole {
                after_paint(move || {
                    settled.set(Some(of.0));
                    if let Some(width) = measure(&list, &look, of) {
                        around.set(Around { width, ..*last.borrow() });
                    }
                });
            }
        }
    });
    let left_out = if printing { count - range.end } else { 0 };
    Drawn { pieces: pieces(range, held, &rows, printing), left_out }
}

/// Rows, the one that has the keyboard among them wherever it is (with its neighbours, so that Tab finds them), and what
/// is between them.
fn pieces(range: Range<usize>, held: Option<usize>, rows: &Rows, printing: bool) -> Vec<Piece> {
    let held = held.map_or(0..0, |row| row.saturating_sub(1)..(row + 2).min(rows.len()));
    let before = held.start..held.end.min(range.start);
    let after = held.start.max(range.end)..held.end;
    let mut out = Vec::with_capacity(range.len() + 6);
    let mut next = 0;
    for row in before.chain(range).chain(after) {
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

/// What happens around a list.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Around {
    /// The row within which the keyboard is.
    held: Option<usize>,
    /// Whether the page is on its way to paper.
    printing: bool,
    /// The list's width; 0 before it is known.
    width: i32,
}

/// Follows what happens around a list; beside the drawn state the last one, for what is heard between two drawings.
#[hook]
fn use_around(list: NodeRef, page: &Page) -> (UseStateHandle<Around>, Rc<RefCell<Around>>) {
    let width = page.look.list.borrow().of.1;
    let around = use_state_eq(|| Around { held: None, printing: false, width });
    let last = use_mut_ref(|| *around);
    *last.borrow_mut() = *around;
    use_effect_with(list, {
        let (around, last) = (around.clone(), last.clone());
        move |list| {
            let element = list.cast::<HtmlElement>();
            let hear = {
                let element = element.clone();
                move |event: &web_sys::Event| {
                    let mut now = *last.borrow();
                    match event.type_().as_str() {
                        "beforeprint" => now.printing = true,
                        "afterprint" => now.printing = false,
                        "resize" => now.width = element.as_ref().map_or(0, |list| list.client_width()),
                        _ => {
                            let row = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                            let row = row.and_then(|row| row.closest("[data-row]").ok().flatten());
                            now.held = row.and_then(|row| row.get_attribute("data-row")?.parse().ok());
                        }
                    }
                    around.set(now);
                }
            };
            let mut listeners = Vec::new();
            if let Some(window) = web_sys::window() {
                for name in ["beforeprint", "afterprint", "resize"] {
                    listeners.push(EventListener::new(&window, name, hear.clone()));
                }
            }
            if let Some(element) = element {
                listeners.push(EventListener::new(&element, "focusin", hear));
            }
            move || drop(listeners)
        }
    });
    (around, last)
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
        let (row, gap) = (Piece::Row, |rows: u8| Piece::Gap(10.0 * f64::from(rows)));
        let drawn = pieces(5..6, Some(2), &rows(), false);
        assert_eq!(drawn, [gap(1), row(1), row(2), row(3), gap(1), row(5), gap(2)]);
        let drawn = pieces(0..1, Some(7), &rows(), false);
        assert_eq!(drawn, [row(0), gap(5), row(6), row(7)]);
        // Beside or within what is near, none is drawn twice.
        assert_eq!(pieces(3..5, Some(2), &rows(), false)[1..5], [row(1), row(2), row(3), row(4)]);
        assert_eq!(pieces(0..8, Some(4), &rows(), false).len(), 8);
    }
}
