//! The statistics (统计): how many activities by type, audience, district and month, as tables that filter and that
//! can be copied into a report. What each counts is what its facet counts: under all filters but its own.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::copy::Copy;
use super::districts::Districts;
use super::map::sheet;
use super::months::Months;
use super::tongue::term;
use crate::app::look::MapLook;
use crate::app::results::Row;
use crate::app::state::{Action, Filter};
use crate::stats::ranked;

/// The view.
pub(super) fn stats(page: &Page) -> Html {
    let (words, facets) = (page.words, page.results.facets(&page.archive));
    // Without a map, units are those that the bulletins name.
    let sheet = Rc::new(sheet(page, None, &MapLook::default()));
    html! {
        <div class="stats">
            <p class="stats-tools"><Copy {words} label={words.copy_tables} text={text(page)} /></p>
            <div class="stats-tables">
                <div>
                    { table(page, "gongxun-types", words.kind, &facets.types, Filter::Type) }
                    { table(page, "gongxun-audiences", words.audience, &facets.audiences, Filter::Audience) }
                    <Months page={page.clone()} />
                </div>
                <Districts page={page.clone()} {sheet} />
            </div>
        </div>
    }
}

/// Rows of one filter, the greatest first.
fn table(
    page: &Page,
    id: &'static str,
    title: &'static str,
    rows: &[Row<String>],
    filter: fn(String) -> Filter,
) -> Html {
    let words = page.words;
    if rows.is_empty() {
        return Html::default();
    }
    let chosen = |name: &str| rows.iter().any(|row| row.chosen && row.key == name);
    let ranks = ranked(rows.iter().map(|row| (row.key.as_str(), row.count)));
    let most = ranks.first().map_or(0, |first| first.count);
    let line = |row: &crate::stats::Ranked<&str>| {
        let state = if chosen(row.key) { Some("chosen") } else { (row.count == 0).then_some("zero") };
        let said = (row.tied && row.count > 0).then(|| words.tied(row.rank));
        let toggle = page.on(Action::Toggle(filter(row.key.to_owned())));
        html! {
            <tr key={row.key.to_owned()} class={classes!(state)}>
                <td class="rank" aria-label={said}>{ for (row.count > 0).then_some(row.rank) }</td>
                <th scope="row">
                    <button type="button" aria-pressed={chosen(row.key).to_string()} onclick={toggle}>
                        { term(words, row.key) }
                    </button>
                </th>
                <td class="bar-cell">{ bar(row.count, most) }</td>
                <td class="number">{ row.count }</td>
            </tr>
        }
    };
    html! {
        <section class="figure" aria-labelledby={id}>
            <h2 class="figure-title" {id}>{ title }</h2>
            <table class="bars ranks">
                <thead class="hidden">
                    <tr>
                        <th scope="col">{ words.rank }</th><th scope="col">{ title }</th>
                        <th scope="col">{ words.share }</th><th scope="col">{ words.count }</th>
                    </tr>
                </thead>
                <tbody>{ for ranks.iter().map(line) }</tbody>
            </table>
        </section>
    }
}

/// All tables for a report: columns parted by tabs, as Word, Excel and WPS take them.
fn text(page: &Page) -> String {
    let (words, results, facets) = (page.words, &page.results, page.results.facets(&page.archive));
    let mut out = words.found(results.hits.len(), results.activities);
    let mut part = |title: &str, rows: Vec<(String, usize)>| {
        out += &format!("\n\n{title}\t{}", words.count);
        for (name, count) in rows.into_iter().filter(|(_, count)| *count > 0) {
            out += &format!("\n{name}\t{count}");
        }
    };
    let named = |rows: &[Row<String>]| {
        let ranks = ranked(rows.iter().map(|row| (row.key.clone(), row.count)));
        ranks.into_iter().map(|row| (words.label(&row.key).to_owned(), row.count)).collect()
    };
    part(words.kind, named(&facets.types));
    part(words.audience, named(&facets.audiences));
    let places = facets.places.iter().map(|row| (page.archive.name(row.code), row.count.within));
    part(words.district, places.collect());
    let months = facets.months.iter().map(|row| (words.month_of(row.key), row.count));
    part(words.month, months.chain([(words.no_date.to_owned(), facets.undated)]).collect());
    let touched = facets.months.iter().map(|row| row.count).sum();
    out += &format!("\n{}", words.months_note(facets.dated, touched, facets.undated));
    if !results.maybe.is_empty() {
        out += &format!("\n{}", words.maybe(results.maybe.len()));
    }
    out
}
