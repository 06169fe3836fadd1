//! A bar: a length that says what the number beside it says.

use yew::prelude::*;

/// A bar of `count` out of `most`, for the eye only.
pub(super) fn bar(count: usize, most: usize) -> Html {
    let percent = if most == 0 { 0.0 } else { (count as f64 * 1000.0 / most as f64).round() / 10.0 };
    html! {
        <svg class="bar" width="100%" height="6" aria-hidden="true" focusable="false">
            <rect width={format!("{percent}%")} height="6" rx="1" />
        </svg>
    }
}
