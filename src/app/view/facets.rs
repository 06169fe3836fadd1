//! The filters (筛选): what can be chosen, how many activities each choice would leave.

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::chips::chosen_count;
use super::keywords::Keywords;
use crate::app::state::{Action, Filter};

/// How many rows a filter shows before it is expanded.
const SHOWN: usize = 8;

/// One row of a filter.
#[derive(Clone, PartialEq)]
struct Choice {
    label: String,
    count: usize,
    chosen: bool,
    depth: usize,
    filter: Filter,
}

/// All filters; on narrow screens behind a button.
pub(super) fn facets(page: &Page) -> Html {
    let (words, state, facets) = (page.words, &page.state, &page.results.facets);
    let choice = |label: String, count, chosen, filter| Choice { label, count, chosen, depth: 0, filter };
    let places = facets.places.iter().map(|row| Choice {
        label: page.archive.name(row.code),
        count: row.count.within,
        chosen: row.chosen,
        depth: row.depth,
        filter: Filter::Place(row.code),
    });
    let types = facets.types.iter();
    let types =
        types.map(|row| choice(row.key.clone(), row.count, row.chosen, Filter::Type(row.key.clone())));
    let audiences = facets
        .audiences
        .iter()
        .map(|row| choice(row.key.clone(), row.count, row.chosen, Filter::Audience(row.key.clone())));
    let months = facets.months.iter().filter_map(|row| {
        let span = row.key.span()?;
        let filter = Filter::Period(Some(span.start), Some(span.end));
        Some(choice((words.month_of)(row.key), row.count, row.chosen, filter))
    });
    let sources = facets.sources.iter().map(|source| Choice {
        label: source.label.clone(),
        count: source.row.count,
        chosen: source.row.chosen,
        depth: source.depth,
        filter: Filter::Source(source.row.key.clone()),
    });
    let all: [(&'static str, Vec<Choice>); 5] = [
        (words.district, places.collect()),
        (words.kind, types.collect()),
        (words.month, months.collect()),
        (words.audience, audiences.collect()),
        (words.source, sources.collect()),
    ];
    let open = state.sheet;
    html! {
        <section class={classes!("filters", open.then_some("open"))} aria-label={words.filters}>
            <button
                type="button"
                class="filters-toggle button"
                aria-expanded={open.to_string()}
                onclick={page.on(Action::Sheet(!open))}
            >{ (words.open_filters)(chosen_count(page)) }</button>
            <div class="filters-body">
                { for all.into_iter().filter(|(_, choices)| !choices.is_empty()).map(|(title, choices)| html! {
                    <Facet key={title} {title} {choices} page={page.clone()} />
                }) }
                <Keywords ..page.clone() />
                <button type="button" class="filters-done button" onclick={page.on(Action::Sheet(false))}>
                    { (words.close_filters)(page.results.hits.len()) }
                </button>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FacetProps {
    title: &'static str,
    choices: Vec<Choice>,
    page: Page,
}

/// One filter. Whether it is expanded is its own affair.
#[component]
fn Facet(props: &FacetProps) -> Html {
    let expanded = use_state(|| false);
    let FacetProps { title, choices, page } = props;
    let most = choices.iter().map(|choice| choice.count).max().unwrap_or(0);
    let foldable = choices.len() > SHOWN + 1;
    let shown = |at: usize, choice: &Choice| *expanded || !foldable || at < SHOWN || choice.chosen;
    let row = |choice: &Choice| {
        let state = if choice.chosen { Some("chosen") } else { (choice.count == 0).then_some("zero") };
        html! {
            <li key={choice.label.clone()} class={classes!("choice", format!("depth-{}", choice.depth), state)}>
                <button
                    type="button"
                    aria-pressed={choice.chosen.to_string()}
                    onclick={page.on(Action::Toggle(choice.filter.clone()))}
                >
                    <span class="choice-label">{ choice.label.clone() }</span>
                    <span class="choice-count">{ choice.count }</span>
                    { bar(choice.count, most) }
                </button>
            </li>
        }
    };
    let toggle = {
        let expanded = expanded.clone();
        Callback::from(move |_: MouseEvent| expanded.set(!*expanded))
    };
    html! {
        <div class="facet">
            <h3 class="facet-title">{ *title }</h3>
            <ul>{ for choices.iter().enumerate().filter(|(at, choice)| shown(*at, choice)).map(|(_, c)| row(c)) }</ul>
            if foldable {
                <button type="button" class="quiet" aria-expanded={expanded.to_string()} onclick={toggle}>
                    { if *expanded { page.words.collapse.to_owned() } else { (page.words.expand)(choices.len()) } }
                </button>
            }
        </div>
    }
}
