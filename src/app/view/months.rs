//! The months (时间) as a table with bars: what the timeline says, in words and numbers.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::linked::{Hover, Pointing};
use super::turned::use_turned;
use crate::app::state::{Action, Filter};
use crate::layout::timeline::Days;
use crate::stats::Month;

/// How many years are spread out by themselves.
const SPREAD: usize = 2;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MonthsProps {
    pub(super) page: Page,
    #[prop_or_default]
    pub(super) hover: Option<Pointing>,
}

/// The table, newest month first, without gaps within a year. Of a long time the years before the last two are one
/// row each, until they are opened.
#[component]
pub(super) fn Months(props: &MonthsProps) -> Html {
    let MonthsProps { page, hover } = props;
    let (opened, turn) = use_turned::<i32>();
    let (words, results) = (page.words, &page.results);
    let facets = results.facets(&page.archive);
    let rows = &facets.months;
    let touched = rows.iter().map(|row| row.count).sum();
    let counts: BTreeMap<Month, (usize, bool)> =
        rows.iter().map(|row| (row.key, (row.count, row.chosen))).collect();
    let most = rows.iter().map(|row| row.count).max().unwrap_or(0);
    let mut years: Vec<i32> = rows.iter().map(|row| row.key.year).collect();
    years.dedup();
    let totals = use_memo(Rc::as_ptr(&page.results) as usize, |_| by_year(page, &years));
    let of_year = |at: usize, year: i32| {
        let within = || counts.iter().filter(move |(month, _)| month.year == year);
        let busy: Vec<u8> = within().map(|(month, _)| month.month).collect();
        let (first, last) = (busy.first().copied().unwrap_or(1), busy.last().copied().unwrap_or(12));
        let total = totals.get(at).copied().unwrap_or(0);
        let foldable = years.len() > SPREAD + 1 && at >= SPREAD;
        let chosen = within().any(|(_, (_, chosen))| *chosen);
        let open = !foldable || chosen || opened.contains(&year);
        let toggle = turn.reform(move |_: MouseEvent| year);
        html! {
            <tbody key={year}>
                <tr class="group">
                    <th scope="rowgroup" colspan="2">
                        if foldable {
                            <button type="button" class="fold" aria-expanded={open.to_string()} onclick={toggle}>
                                { words.year_of(year) }
                            </button>
                        } else {
                            { words.year_of(year) }
                        }
                    </th>
                    <td class="number">{ total }</td>
                </tr>
                if open {
                    { for (first..=last).rev().map(|month| {
                        let month = Month { year, month };
                        let (count, chosen) = counts.get(&month).copied().unwrap_or_default();
                        row(page, hover.as_ref(), month, (count, chosen), most)
                    }) }
                }
            </tbody>
        }
    };
    html! {
        <section class="figure" aria-labelledby="gongxun-months">
            <h2 class="figure-title" id="gongxun-months">{ words.months_title }</h2>
            if rows.is_empty() {
                <p class="figure-note">{ words.no_activities }</p>
            } else {
                <p class="figure-note">{ words.months_note(facets.dated, touched, facets.undated) }</p>
                <table class="bars">
                    <thead class="hidden">
                        <tr>
                            <th scope="col">{ words.month }</th><th scope="col">{ words.share }</th>
                            <th scope="col">{ words.count }</th>
                        </tr>
                    </thead>
                    if facets.undated > 0 {
                        <tbody>
                            <tr>
                                <th scope="row">{ words.no_date }</th>
                                <td class="bar-cell"></td>
                                <td class="number">{ facets.undated }</td>
                            </tr>
                        </tbody>
                    }
                    { for years.iter().enumerate().map(|(at, &year)| of_year(at, year)) }
                </table>
            }
        </section>
    }
}

/// How many events took place in each of these years. One that spans months counts once in its year, so this is not
/// the sum of the months.
fn by_year(page: &Page, years: &[i32]) -> Vec<usize> {
    let span = |&year: &i32| {
        let (first, last) = (Month { year, month: 1 }.span()?, Month { year, month: 12 }.span()?);
        Some(Days::from(first).union(Days::from(last)))
    };
    let spans: Vec<Option<Days>> = years.iter().map(span).collect();
    let mut totals = vec![0; years.len()];
    for moment in &page.results.moments {
        for (total, span) in totals.iter_mut().zip(&spans) {
            *total += usize::from(span.is_some_and(|span| span.overlaps(moment.days)));
        }
    }
    totals
}

fn row(
    page: &Page,
    hover: Option<&Pointing>,
    month: Month,
    (count, chosen): (usize, bool),
    most: usize,
) -> Html {
    let Some(span) = month.span() else { return Html::default() };
    let action = Action::Toggle(Filter::Period(Some(span.start), Some(span.end)));
    let state = if chosen { Some("chosen") } else { (count == 0).then_some("zero") };
    let days = Days::from(span);
    let lit =
        hover.is_some_and(|hover| matches!(&**hover, Some(Hover::Days(pointed)) if pointed.overlaps(days)));
    let point = |to: Option<Hover>| {
        let hover = hover.cloned();
        move || hover.iter().for_each(|hover| hover.set(to.clone()))
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
                    { page.words.month_in_year(month) }
                </button>
            </th>
            <td class="bar-cell">{ bar(count, most) }</td>
            <td class="number">{ count }</td>
        </tr>
    }
}
