//! The districts (地区) as ranked tables with bars, one for each unit at the top: what the map says, in words and
//! numbers. What a unit does as a whole is counted apart and not smeared over the units beneath it.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::linked::{Hover, Pointing};
use super::map::Sheet;
use super::tongue::spoken;
use super::turned::use_turned;
use crate::app::results::PlaceRow;
use crate::app::state::{Action, Filter};
use crate::place::{Adcode, successor};
use crate::stats::{Ranked, ranked};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DistrictsProps {
    pub(super) page: Page,
    pub(super) sheet: Rc<Sheet>,
    #[prop_or_default]
    pub(super) hover: Option<Pointing>,
}

/// So many rows are drawn before tables are folded.
const SPREAD: usize = 60;

/// How a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Count,
    Code,
}

/// What the tables are drawn from.
struct Tables<'a> {
    page: &'a Page,
    sheet: &'a Sheet,
    hover: Option<&'a Pointing>,
    rows: Vec<PlaceRow>,
    sort: Sort,
    most: usize,
    /// The units whose table is not drawn, unless opened.
    folded: Vec<Adcode>,
    /// The units whose table can be folded.
    foldable: Vec<Adcode>,
    /// Opens and folds a table.
    fold: Callback<Adcode>,
}

/// The tables, the busiest unit first.
#[component]
pub(super) fn Districts(props: &DistrictsProps) -> Html {
    let DistrictsProps { page, sheet, hover } = props;
    let (words, results) = (page.words, &page.results);
    let sort = use_state(|| Sort::Count);
    let (turned, fold) = use_turned::<Adcode>();
    let rows = rows(page, sheet);
    // One scale for all tables, so that bars of different provinces compare.
    let most = rows.iter().filter(|row| row.depth > 0).map(|row| row.count.within).max().unwrap_or(0);
    // Of many tables the first are drawn, and those in which something is chosen.
    let mut drawn = 0;
    let mut folded = Vec::new();
    for top in rows.iter().filter(|row| row.depth == 0) {
        let within = || rows.iter().filter(|row| row.code != top.code && top.code.contains(row.code));
        if drawn > 0 && drawn + within().count() > SPREAD && !within().any(|row| row.chosen) {
            folded.push(top.code);
        } else {
            drawn += within().count();
        }
    }
    let foldable = folded.clone();
    folded.retain(|code| !turned.contains(code));
    let tables =
        Tables { page, sheet, hover: hover.as_ref(), rows, sort: *sort, most, folded, foldable, fold };
    let choice = |own: Sort, label: &'static str| {
        let set = sort.clone();
        let onclick = Callback::from(move |_: MouseEvent| set.set(own));
        html! { <button type="button" aria-pressed={(*sort == own).to_string()} {onclick}>{ label }</button> }
    };
    html! {
        <section class="figure" aria-labelledby="gongxun-districts">
            <div class="figure-head">
                <h2 class="figure-title" id="gongxun-districts">{ words.districts_title }</h2>
                <div class="segmented" role="group" aria-label={words.figures.sort}>
                    { choice(Sort::Count, words.figures.by_count) }
                    { choice(Sort::Code, words.figures.by_name) }
                </div>
            </div>
            if tables.rows.is_empty() { <p class="figure-note">{ words.no_activities }</p> }
            if !tables.rows.is_empty() {
                <p class="figure-note">
                    { words.districts_note }{ words.space }
                    if results.nowhere > 0 { { words.nowhere(results.nowhere) }{ words.stop.trim_end() } }
                </p>
            }
            { for tables.rows.iter().filter(|row| row.depth == 0).map(|top| table(&tables, top)) }
        </section>
    }
}

/// The units with their counts, those that the map has merged as one.
fn rows(page: &Page, sheet: &Sheet) -> Vec<PlaceRow> {
    let mut rows: Vec<PlaceRow> = Vec::new();
    for row in &page.results.facets(&page.archive).places {
        let code = if sheet.on.is_some() { successor(row.code, sheet.on) } else { row.code };
        if code == row.code && sheet.on.is_none() {
            rows.push(row.clone());
        } else if !rows.iter().any(|other| other.code == code) {
            let chosen = &page.state.address.places;
            rows.push(PlaceRow {
                code,
                depth: row.depth,
                count: sheet.counts.get(&code).copied().unwrap_or_default(),
                maybe: sheet.maybe(code),
                chosen: sheet.codes(code, page).iter().all(|code| chosen.contains(code)),
            });
        }
    }
    rows
}

fn table(tables: &Tables<'_>, top: &PlaceRow) -> Html {
    let (page, rows) = (tables.page, &tables.rows);
    let words = page.words;
    let name = page.archive.name(top.code);
    let (code, folded) = (top.code, tables.folded.contains(&top.code));
    let ranks = ranks(tables, top.code);
    let beneath = ranks.len();
    let lines = ranks.iter().flat_map(|ranked| {
        let of = rows.iter().find(|row| row.code == ranked.key);
        let beneath = self::ranks(tables, ranked.key);
        let own = of.map(|row| line(tables, row, Some(ranked)));
        let beneath: Vec<Html> = beneath
            .iter()
            .filter_map(|inner| rows.iter().find(|row| row.code == inner.key))
            .map(|row| line(tables, row, None))
            .collect();
        own.into_iter().chain(beneath)
    });
    html! {
        <div class="unit" key={top.code.number()}>
            <h3 class={classes!("unit-name", top.chosen.then_some("chosen"))}>
                { toggle(tables, top) }
                if tables.foldable.contains(&top.code) && !ranks.is_empty() {
                    <button
                        type="button"
                        class="fold"
                        aria-expanded={(!folded).to_string()}
                        onclick={tables.fold.reform(move |_: MouseEvent| code)}
                    >{ words.expand(beneath) }</button>
                }
                <span class="number">{ top.count.within }</span>
            </h3>
            if top.count.own > 0 && !ranks.is_empty() {
                <p class="figure-note">{ spoken(words, &words.wide(&name, top.count.own)) }</p>
            }
            if !ranks.is_empty() && !folded {
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
        </div>
    }
}

/// The units right beneath one, with their ranks.
fn ranks(tables: &Tables<'_>, above: Adcode) -> Vec<Ranked<Adcode>> {
    let beneath = tables.rows.iter().filter(|row| row.code.parent() == Some(above));
    let mut ranks = ranked(beneath.map(|row| (row.code, row.count.within)));
    match tables.sort {
        Sort::Code => ranks.sort_by_key(|ranked| ranked.key),
        // Among equals, those first that may have more.
        Sort::Count => {
            let maybe = |code| tables.rows.iter().find(|row| row.code == code).map_or(0, |row| row.maybe);
            ranks.sort_by_cached_key(|ranked| {
                (std::cmp::Reverse(ranked.count), std::cmp::Reverse(maybe(ranked.key)))
            });
        }
    }
    ranks
}

fn line(tables: &Tables<'_>, row: &PlaceRow, ranked: Option<&Ranked<Adcode>>) -> Html {
    let none = row.count.within == 0 && row.maybe == 0;
    let state = if row.chosen { Some("chosen") } else { none.then_some("zero") };
    let rank = ranked.filter(|_| row.count.within > 0);
    let said = rank.filter(|rank| rank.tied).map(|rank| tables.page.words.tied(rank.rank));
    let codes = tables.sheet.codes(row.code, tables.page);
    let lit = match tables.hover.and_then(|hover| hover.as_ref()) {
        Some(Hover::Places(pointed)) => {
            pointed.iter().any(|code| row.code == *code || code.contains(row.code))
        }
        _ => false,
    };
    let point = |to: Option<Hover>| {
        let hover = tables.hover.cloned();
        move || hover.iter().for_each(|hover| hover.set(to.clone()))
    };
    let (here, away) = (point(Some(Hover::Places(codes))), point(None));
    let (focused, left) = (here.clone(), away.clone());
    html! {
        <tr
            key={row.code.number()}
            class={classes!(state, ranked.is_none().then_some("beneath"), lit.then_some("lit"))}
            onpointerenter={Callback::from(move |_: PointerEvent| here())}
            onpointerleave={Callback::from(move |_: PointerEvent| away())}
            onfocusin={Callback::from(move |_: FocusEvent| focused())}
            onfocusout={Callback::from(move |_: FocusEvent| left())}
        >
            <td class="rank" aria-label={said}>{ for rank.map(|rank| rank.rank) }</td>
            <th scope="row">{ toggle(tables, row) }</th>
            <td class="bar-cell">{ bar(row.count.within, tables.most) }</td>
            <td class="number">
                { row.count.within }
                if row.maybe > 0 { { super::maybe::beside(tables.page, row.maybe) } }
            </td>
        </tr>
    }
}

fn toggle(tables: &Tables<'_>, row: &PlaceRow) -> Html {
    let codes = tables.sheet.codes(row.code, tables.page);
    let filter = if codes.len() == 1 { Filter::Place(row.code) } else { Filter::Places(codes) };
    html! {
        <button
            type="button"
            aria-pressed={row.chosen.to_string()}
            onclick={tables.page.on(Action::Toggle(filter))}
        >{ spoken(tables.page.words, &tables.page.archive.name(row.code)) }</button>
    }
}
