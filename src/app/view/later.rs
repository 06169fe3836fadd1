//! What follows a change one frame later: the figure or the list that the reader looks at answers first, what stands
//! beside it follows once that has been painted. So each frame is short, and nothing is drawn of two answers at once.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use crate::app::document::after_paint;

/// Whether the answer of a page has been painted. It is drawn again as soon as it has.
#[hook]
pub(super) fn use_painted(page: &Page) -> bool {
    let now = Rc::as_ptr(&page.results) as usize;
    let painted = use_state_eq(|| now);
    let done = *painted == now;
    use_effect_with(now, move |&now| {
        if !done {
            after_paint(move || painted.set(now));
        }
    });
    done
}

/// A value, or while it is not its turn the one before.
#[hook]
pub(super) fn use_kept<T: Clone + 'static>(value: &T, turn: bool) -> T {
    let kept = use_mut_ref(|| value.clone());
    if turn {
        kept.borrow_mut().clone_from(value);
    }
    let kept = kept.borrow();
    kept.clone()
}

/// A page, one frame after its answer has been painted elsewhere.
#[hook]
pub(super) fn use_later(page: &Page) -> Page {
    let painted = use_painted(page);
    use_kept(page, painted)
}
