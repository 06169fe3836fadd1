//! The districts (地区) as ranked tables with bars, one for each unit at the top; what a unit does as a whole is
//! counted apart and not smeared over the units beneath it.

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use crate::app::results::PlaceRow;
use crate::app::state::{Action, Filter};
use crate::place::Adcode;
use crate::stats::{Ranked, ranked};

/// The tables, the busiest unit first.
pub(super) fn districts(page: &Page) -> Html {
    let (words, results) = (page.words, &page.results);
    let rows = &results.facets.places;
    let tops = rows.iter().filter(|row| row.depth == 0);
    // One scale for all tables, so that bars of different provinces compare.
    let most = rows.iter().filter(|row| row.depth > 0).map(|row| row.count.within).max().unwrap_or(0);
    html! {
        <section class="figure" aria-labelledby="gongxun-districts">
            <h2 class="figure-title" id="gongxun-districts">{ words.districts_title }</h2>
            if rows.is_empty() { <p class="figure-note">{ words.no_activities }</p> }
            { for tops.map(|top| table(page, top, rows, most)) }
            if !rows.is_empty() { <p class="figure-note">{ words.districts_note }</p> }
            if results.nowhere > 0 { <p class="figure-note">{ (words.nowhere)(results.nowhere) }</p> }
        </section>
    }
}

fn table(page: &Page, top: &PlaceRow, rows: &[PlaceRow], most: usize) -> Html {
    let words = page.words;
    let name = page.archive.name(top.code);
    let ranks = ranks(rows, top.code);
    let lines = ranks.iter().flat_map(|ranked| {
        let of = rows.iter().find(|row| row.code == ranked.key);
        let beneath = self::ranks(rows, ranked.key);
        let own = of.map(|row| line(page, row, Some(ranked), most));
        let beneath: Vec<Html> = beneath
            .iter()
            .filter_map(|inner| rows.iter().find(|row| row.code == inner.key))
            .map(|row| line(page, row, None, most))
            .collect();
        own.into_iter().chain(beneath)
    });
    html! {
        <div class="unit" key={top.code.number()}>
            <h3 class={classes!("unit-name", top.chosen.then_some("chosen"))}>
                { toggle(page, top) }<span class="number">{ top.count.within }</span>
            </h3>
            if !ranks.is_empty() {
                <table class="bars ranks">
                    <thead class="hidden">
                        <tr>
                            <th scope="col">{ words.rank }</th><th scope="col">{ words.district }</th>
                            <th scope="col">{ words.share }</th><th scope="col">{ words.count }</th>
                        </tr>
                    </thead>
                    <tbody>{ for lines }</tbody>
                </table>
            }
            if top.count.own > 0 && !ranks.is_empty() {
                <p class="figure-note">{ (words.wide)(&name, top.count.own) }{ "，" }{ words.wide_note }</p>
            }
        </div>
    }
}

/// The units right beneath one, by count.
fn ranks(rows: &[PlaceRow], above: Adcode) -> Vec<Ranked<Adcode>> {
    let beneath = rows.iter().filter(|row| row.code.parent() == Some(above));
    ranked(beneath.map(|row| (row.code, row.count.within)))
}

fn line(page: &Page, row: &PlaceRow, ranked: Option<&Ranked<Adcode>>, most: usize) -> Html {
    let state = if row.chosen { Some("chosen") } else { (row.count.within == 0).then_some("zero") };
    let rank = ranked.filter(|_| row.count.within > 0);
    let said = rank.filter(|rank| rank.tied).map(|rank| (page.words.tied)(rank.rank));
    html! {
        <tr key={row.code.number()} class={classes!(state, ranked.is_none().then_some("beneath"))}>
            <td class="rank" aria-label={said}>{ for rank.map(|rank| rank.rank) }</td>
            <th scope="row">{ toggle(page, row) }</th>
            <td class="bar-cell">{ bar(row.count.within, most) }</td>
            <td class="number">{ row.count.within }</td>
        </tr>
    }
}

fn toggle(page: &Page, row: &PlaceRow) -> Html {
    html! {
        <button
            type="button"
            aria-pressed={row.chosen.to_string()}
            onclick={page.on(Action::Toggle(Filter::Place(row.code)))}
        >{ page.archive.name(row.code) }</button>
    }
}
