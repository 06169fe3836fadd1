//! What the shades of a map mean, and what is counted apart.

use yew::prelude::*;

use super::super::Page;
use super::super::tongue::spoken;
use super::areas::{Area, shade_class};
use super::sheet::Sheet;
use crate::layout::map::{Classes, Shade};
use crate::place::Level;

/// The classes with their counts and how many units have each.
pub(super) fn legend(page: &Page, areas: &[Area], classes: &Classes) -> Html {
    let words = page.words.figures;
    let maybe = areas.iter().filter(|area| area.is_only_maybe()).count();
    let counts: Vec<Option<u32>> = areas
        .iter()
        .filter(|area| !area.is_only_maybe())
        .map(|area| area.count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)))
        .collect();
    let entry = |class: &'static str, label: String, units: usize| {
        html! {
            <li>
                <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
                    <rect {class} x="0.5" y="0.5" width="21" height="13" />
                </svg>
                <span>{ label }</span>
                <span class="legend-units">{ words.units(units) }</span>
            </li>
        }
    };
    let class = |of: &crate::layout::map::LegendEntry| {
        let label = match (of.shade, of.range) {
            (Shade::NoData, _) | (_, None) => words.no_data.to_owned(),
            (_, Some((from, to))) => words.class(from, to),
        };
        entry(shade_class(of.shade), label, of.units)
    };
    html! {
        <>
            <ul class="legend">
                { for classes.legend(&counts).iter().map(class) }
                if maybe > 0 { { entry("q-maybe", words.maybe_units.to_owned(), maybe) } }
            </ul>
            <p class="figure-note">{ words.classes_note }</p>
        </>
    }
}

/// What belongs to no unit of the map: the scope's own, that of cities on a map of counties, and units of another
/// time.
pub(super) fn apart(page: &Page, sheet: &Sheet, areas: &[Area]) -> Html {
    let words = page.words.figures;
    let scope = sheet.chart.scope;
    let drawn = |code| areas.iter().any(|area| area.code == code);
    let above_drawn = areas.iter().map(|area| area.code.level()).max().unwrap_or(Level::County);
    let within = sheet.counts.iter().filter(|(code, _)| scope.contains(**code) && !drawn(**code));
    let own = within.clone().filter(|(code, count)| code.level() < above_drawn && count.own > 0);
    let others = within.filter(|(code, count)| {
        code.level() == above_drawn
            && count.within > 0
            && !areas.iter().any(|area| area.code.contains(**code))
    });
    let own: Vec<Html> = own
        .map(|(&code, count)| html! { <li>{ spoken(page.words, &page.words.wide(&page.archive.name(code), count.own)) }</li> })
        .collect();
    let others: Vec<Html> = others
        .map(|(&code, count)| html! { <li>{ spoken(page.words, &words.unit_count(&page.archive.name(code), Some(count.within))) }</li> })
        .collect();
    html! {
        <>
            if !own.is_empty() || !others.is_empty() || page.results.nowhere > 0 {
                <ul class="apart">
                    { for own }
                    { for others }
                    if page.results.nowhere > 0 { <li>{ page.words.nowhere(page.results.nowhere) }</li> }
                </ul>
            }
            if sheet.sets > 1 || sheet.on.is_some() {
                <p class="figure-note">{ spoken(page.words, words.changed(sheet.on.is_none(), sheet.spans)) }</p>
            }
        </>
    }
}

/// Who made the boundaries, and what they are not.
pub(super) fn credits(page: &Page) -> Html {
    let words = page.words.figures;
    html! {
        <p class="figure-note credits">
            <span>{ words.sketch }</span>
            <span>{ words.credits }</span>
            if let Some(number) = &page.settings.map_approval {
                <span>{ spoken(page.words, &[page.words.map_approval, page.words.colon, number].concat()) }</span>
            }
        </p>
    }
}
