//! The months (时间) as a table with bars: what the timeline says, in words and numbers.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::linked::{Hover, Pointing};
use crate::app::state::{Action, Filter};
use crate::layout::timeline::Days;
use crate::stats::Month;

/// The table, newest month first, without gaps within a year.
pub(super) fn months(page: &Page, hover: &Pointing) -> Html {
    let (words, results) = (page.words, &page.results);
    let rows = &results.facets.months;
    let counts: BTreeMap<Month, (usize, bool)> =
        rows.iter().map(|row| (row.key, (row.count, row.chosen))).collect();
    let most = rows.iter().map(|row| row.count).max().unwrap_or(0);
    let mut years: Vec<i32> = rows.iter().map(|row| row.key.year).collect();
    years.dedup();
    let of_year = |&year: &i32| {
        let busy: Vec<u8> =
            counts.keys().filter(|month| month.year == year).map(|month| month.month).collect();
        let (first, last) = (busy.first().copied().unwrap_or(1), busy.last().copied().unwrap_or(12));
        html! {
            <tbody key={year}>
                <tr class="group"><th scope="rowgroup" colspan="3">{ (words.year_of)(year) }</th></tr>
                { for (first..=last).rev().map(|month| {
                    let month = Month { year, month };
                    let (count, chosen) = counts.get(&month).copied().unwrap_or_default();
                    row(page, hover, month, (count, chosen), most)
                }) }
            </tbody>
        }
    };
    html! {
        <section class="figure" aria-labelledby="gongxun-months">
            <h2 class="figure-title" id="gongxun-months">{ words.months_title }</h2>
            if rows.is_empty() {
                <p class="figure-note">{ words.no_activities }</p>
            } else {
                <table class="bars">
                    <thead class="hidden">
                        <tr>
                            <th scope="col">{ words.month }</th><th scope="col">{ words.share }</th>
                            <th scope="col">{ words.count }</th>
                        </tr>
                    </thead>
                    { for years.iter().map(of_year) }
                </table>
                <p class="figure-note">{ words.months_note }</p>
            }
        </section>
    }
}

fn row(page: &Page, hover: &Pointing, month: Month, (count, chosen): (usize, bool), most: usize) -> Html {
    let Some(span) = month.span() else { return Html::default() };
    let action = Action::Toggle(Filter::Period(Some(span.start), Some(span.end)));
    let state = if chosen { Some("chosen") } else { (count == 0).then_some("zero") };
    let days = Days::from(span);
    let lit = matches!(&**hover, Some(Hover::Days(pointed)) if pointed.overlaps(days));
    let point = |to: Option<Hover>| {
        let hover = hover.clone();
        move || hover.set(to.clone())
    };
    let (here, away) = (point(Some(Hover::Days(days))), point(None));
    let (focused, left) = (here.clone(), away.clone());
    html! {
        <tr
            key={month.month}
            class={classes!(state, lit.then_some("lit"))}
            onpointerenter={Callback::from(move |_: PointerEvent| here())}
            onpointerleave={Callback::from(move |_: PointerEvent| away())}
            onfocusin={Callback::from(move |_: FocusEvent| focused())}
            onfocusout={Callback::from(move |_: FocusEvent| left())}
        >
            <th scope="row">
                <button type="button" aria-pressed={chosen.to_string()} onclick={page.on(action)}>
                    { (page.words.month_in_year)(month) }
                </button>
            </th>
            <td class="bar-cell">{ bar(count, most) }</td>
            <td class="number">{ count }</td>
        </tr>
    }
}
