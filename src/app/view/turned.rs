//! What was opened or folded by hand, where something else says what is open by itself. Drawing is the view's.

use yew::prelude::*;

/// What was turned, and what turns one: into the list, or out of it again.
#[hook]
pub(super) fn use_turned<T: Clone + PartialEq + 'static>() -> (UseStateHandle<Vec<T>>, Callback<T>) {
    let turned = use_state(Vec::new);
    let turn = {
        let turned = turned.clone();
        Callback::from(move |one: T| {
            let mut after: Vec<T> = (*turned).clone();
            match after.iter().position(|other| *other == one) {
                Some(place) => drop(after.swap_remove(place)),
                None => after.push(one),
            }
            turned.set(after);
        })
    };
    (turned, turn)
}
