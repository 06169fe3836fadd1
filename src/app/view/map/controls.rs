//! What stands above the map: scope, level, way of drawing, units of which time, zoom.

use yew::prelude::*;

use super::super::Page;
use super::super::tongue::spoken;
use super::sheet::Sheet;
use crate::app::atlas::Atlas;
use crate::app::look::MapLook;
use crate::app::words::Words;
use crate::layout::Point;
use crate::layout::map::Zoom;
use crate::place::Adcode;

/// A button of a group.
fn choice(words: &Words, pressed: bool, label: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ spoken(words, &label) }</button> }
}

/// Scope, level, form and set of units, each where there is a choice.
pub(super) fn choices(
    page: &Page,
    atlas: &Atlas,
    sheet: &Sheet,
    look: &MapLook,
    has_tiles: bool,
    set: &Callback<MapLook>,
) -> Html {
    let words = page.words.figures;
    let to = |after: MapLook| set.reform(move |_: MouseEvent| after.clone());
    let chart = sheet.chart;
    let scopes = atlas.scopes();
    let scope = |&scope: &Adcode| {
        let name = match scope == Adcode::CHINA {
            true => words.country.to_owned(),
            false => atlas.unit(scope).map_or_else(|| page.archive.name(scope), |unit| unit.short.clone()),
        };
        choice(
            page.words,
            chart.scope == scope,
            name,
            to(MapLook { scope: Some(scope), zoom: None, ..look.clone() }),
        )
    };
    html! {
        <>
            if scopes.len() > 1 {
                <div class="segmented" role="group" aria-label={words.scope}>{ for scopes.iter().map(scope) }</div>
            }
            if atlas.has_cities(chart.scope) {
                <div class="segmented" role="group" aria-label={words.levels}>
                    { choice(page.words, !chart.counties, words.cities.to_owned(), to(MapLook { counties: false, ..look.clone() })) }
                    { choice(page.words, chart.counties, words.counties.to_owned(), to(MapLook { counties: true, ..look.clone() })) }
                </div>
            }
            if has_tiles {
                <div class="segmented" role="group" aria-label={words.form}>
                    { choice(page.words, !look.tiles, words.form_boundaries.to_owned(), to(MapLook { tiles: false, ..look.clone() })) }
                    { choice(page.words, look.tiles, words.form_tiles.to_owned(), to(MapLook { tiles: true, ..look.clone() })) }
                </div>
            }
            if sheet.sets > 1 {
                <div class="segmented" role="group" aria-label={words.unit_set}>
                    { choice(page.words, sheet.on.is_none(), words.old_units.to_owned(), to(MapLook { old: Some(true), ..look.clone() })) }
                    { choice(page.words, sheet.on.is_some(), words.new_units.to_owned(), to(MapLook { old: Some(false), ..look.clone() })) }
                </div>
            }
        </>
    }
}

/// Zoom.
pub(super) fn zooming(page: &Page, zoom: Zoom, middle: Point, set: &Callback<Zoom>, whole: Zoom) -> Html {
    let words = page.words.figures;
    let step = |label: &'static str, sign: &'static str, after: Zoom| {
        let idle = after == zoom;
        let onclick = set.reform(move |_: MouseEvent| after);
        html! { <button type="button" aria-label={label} title={label} disabled={idle} {onclick}>{ sign }</button> }
    };
    html! {
        <div class="segmented">
            { step(words.zoom_out, "−", zoom.about(middle, 0.5)) }
            { step(words.zoom_in, "+", zoom.about(middle, 2.0)) }
            <button type="button" disabled={zoom.factor <= 1.0} onclick={set.reform(move |_: MouseEvent| whole)}>{ words.whole }</button>
        </div>
    }
}
