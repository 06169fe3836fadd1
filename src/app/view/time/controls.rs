//! What stands above the timeline: units of time, zoom, what the bars are stacked by, and exact dates.

use yew::prelude::*;

use super::super::Page;
use crate::app::look::Stack;
use crate::app::results::stretch::{fullest, nearest};
use crate::layout::timeline::{Days, Level, TimeScale};

/// Units of time, those that the data are long enough for. One that is coarser than what the whole needs draws the
/// whole in it.
pub(super) fn units(
    page: &Page,
    scale: TimeScale,
    (now, chosen): (Level, Option<Days>),
    set: &Callback<TimeScale>,
    coarse: &Callback<Option<Level>>,
) -> Html {
    let words = page.words.figures;
    let middle = scale.length() / 2.0;
    let whole = TimeScale::new(scale.extent(), scale.length());
    let days = f64::from(scale.extent().count());
    let offered = |level: &Level| {
        let known = scale.at_level(*level, middle).level() == *level;
        known || *level == now || *level < whole.level() && days > level.mean_days()
    };
    let level = |level: Level| {
        let (set, coarse, results) = (set.clone(), coarse.clone(), page.results.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let is_coarse = level < whole.level();
            // Opens on the fullest stretch of what is chosen or in view: the middle may well be empty.
            let stretch = chosen.unwrap_or(scale.visible());
            let near = || fullest(results.moments.iter(), level, stretch);
            let fine = scale.at_level(level, middle);
            set.emit(if is_coarse { whole } else { near().map_or(fine, |day| fine.about(day)) });
            coarse.emit(is_coarse.then_some(level));
        });
        html! {
            <button type="button" aria-pressed={(now == level).to_string()} {onclick}>{ words.level(level) }</button>
        }
    };
    html! {
        <div class="segmented" role="group" aria-label={words.levels}>
            { for Level::ALL.into_iter().filter(offered).map(level) }
        </div>
    }
}

/// Zoom, and the way along.
pub(super) fn zooming(page: &Page, scale: TimeScale, set: &Callback<TimeScale>) -> Html {
    let words = page.words.figures;
    let middle = scale.length() / 2.0;
    let to = |after: TimeScale| set.reform(move |_: MouseEvent| after);
    let step = |label: &'static str, sign: &'static str, after: TimeScale, idle: bool| {
        html! {
            <button type="button" aria-label={label} title={label} disabled={idle} onclick={to(after)}>{ sign }</button>
        }
    };
    let part = scale.length() * 0.5;
    html! {
        <div class="segmented">
            { step(words.earlier, "←", scale.panned(-part), scale.shows_all()) }
            { step(words.zoom_out, "−", scale.zoomed(middle, 0.5), scale.shows_all()) }
            { step(words.zoom_in, "+", onto(page, scale.zoomed(middle, 2.0)), scale.is_closest()) }
            { step(words.later, "→", scale.panned(part), scale.shows_all()) }
            <button
                type="button"
                disabled={scale.shows_all()}
                onclick={to(TimeScale::new(scale.extent(), scale.length()))}
            >{ words.whole }</button>
        </div>
    }
}

/// The same scale, moved to the nearest activity where it would show none.
fn onto(page: &Page, scale: TimeScale) -> TimeScale {
    let visible = scale.visible();
    let near = match nearest(page.results.moments.iter(), visible) {
        Some((Some(before), Some(after))) => {
            Some(if visible.first - before < after - visible.last { before } else { after })
        }
        Some((before, after)) => before.or(after),
        None => None,
    };
    near.map_or(scale, |day| scale.about(day))
}

/// Where the stretch in view is empty: that it is, and the ways to the nearest activities on either side.
pub(super) fn elsewhere(page: &Page, scale: TimeScale, set: &Callback<TimeScale>) -> Html {
    let words = page.words.figures;
    let Some((before, after)) = nearest(page.results.moments.iter(), scale.visible()) else {
        return Html::default();
    };
    let way = |day: Option<i32>, is_before: bool| {
        let day = day?;
        let said = words.wording.days(Days::new(day, day));
        let said = if is_before { format!("← {said}") } else { format!("{said} →") };
        let onclick = set.reform(move |_: MouseEvent| scale.about(day));
        Some(html! { <button type="button" class="quiet" {onclick}>{ said }</button> })
    };
    html! {
        <p class="elsewhere" role="status">
            { words.nothing_in_view }
            { for way(before, true) }
            { for way(after, false) }
        </p>
    }
}

/// What the bars are stacked by.
pub(super) fn stacking(page: &Page, stack: Stack, set: &Callback<Stack>) -> Html {
    let words = page.words;
    let choice = |own: Stack, label: &'static str| {
        html! {
            <button type="button" aria-pressed={(stack == own).to_string()} onclick={set.reform(move |_: MouseEvent| own)}>
                { label }
            </button>
        }
    };
    html! {
        <div class="segmented" role="group" aria-label={words.figures.stack}>
            { choice(Stack::Type, words.kind) }
            { choice(Stack::District, words.district) }
        </div>
    }
}
