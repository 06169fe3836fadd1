//! The filters (筛选): what can be chosen, how many activities each choice would leave.

use yew::prelude::*;

use super::Page;
use super::bar::bar;
use super::chips::chosen_count;
use super::keywords::Keywords;
use super::later::use_later;
use super::tongue::spoken;
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
    /// What it does; what is only told cannot be chosen.
    filter: Option<Filter>,
    /// How many more, without a date, may lie in the chosen period.
    maybe: usize,
}

impl Choice {
    fn new(label: String, count: usize, chosen: bool, filter: Filter) -> Choice {
        Choice { label, count, chosen, depth: 0, filter: Some(filter), maybe: 0 }
    }

    fn told(label: String, count: usize, depth: usize) -> Choice {
        Choice { label, count, chosen: false, depth, filter: None, maybe: 0 }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) page: Page,
    /// Whether they are behind a button, and drawn once it is pressed; else they stand beside the list, and on narrow
    /// screens behind that button.
    pub(super) folded: bool,
}

/// All filters.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let page = use_later(&props.page);
    section(&page, if props.folded && !page.state.sheet { Vec::new() } else { choices(&page) })
}

fn choices(page: &Page) -> Vec<(&'static str, Vec<Choice>)> {
    let (words, facets) = (page.words, page.results.facets(&page.archive));
    let places = places(page);
    let label = |name: &str| words.label(name).to_owned();
    let types = facets.types.iter();
    let types =
        types.map(|row| Choice::new(label(&row.key), row.count, row.chosen, Filter::Type(row.key.clone())));
    let audiences = facets
        .audiences
        .iter()
        .map(|row| Choice::new(label(&row.key), row.count, row.chosen, Filter::Audience(row.key.clone())));
    let months = facets.months.iter().filter_map(|row| {
        let span = row.key.span()?;
        let filter = Filter::Period(Some(span.start), Some(span.end));
        Some(Choice::new(words.month_of(row.key), row.count, row.chosen, filter))
    });
    // First, so that it is seen where the months are folded, and the sum can be understood.
    let undated = (facets.undated > 0).then(|| Choice::told(words.no_date.to_owned(), facets.undated, 0));
    let sources = facets.sources.iter().map(|source| Choice {
        depth: source.depth,
        ..Choice::new(
            source.label.clone(),
            source.row.count,
            source.row.chosen,
            Filter::Source(source.row.key.clone()),
        )
    });
    vec![
        (words.district, places),
        (words.kind, types.collect()),
        (words.month, undated.into_iter().chain(months).collect()),
        (words.audience, audiences.collect()),
        (words.source, sources.collect()),
    ]
}

fn section(page: &Page, all: Vec<(&'static str, Vec<Choice>)>) -> Html {
    let (words, open) = (page.words, page.state.sheet);
    html! {
        <section class={classes!("filters", open.then_some("open"))} aria-label={words.filters}>
            <button
                type="button"
                class="filters-toggle button"
                aria-expanded={open.to_string()}
                onclick={page.on(Action::Sheet(!open))}
            >{ words.open_filters(chosen_count(page)) }</button>
            <div class="filters-body">
                { for all.into_iter().filter(|(_, choices)| !choices.is_empty()).map(|(title, choices)| html! {
                    <Facet key={title} {title} {choices} page={page.clone()} />
                }) }
                <Keywords ..page.clone() />
                <button type="button" class="filters-done button" onclick={page.on(Action::Sheet(false))}>
                    { words.close_filters(page.results.hits.len()) }
                </button>
            </div>
        </section>
    }
}

/// The tree of units; beneath one that has activities of its own, how many.
fn places(page: &Page) -> Vec<Choice> {
    let rows = &page.results.facets(&page.archive).places;
    let mut choices = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        choices.push(Choice {
            depth: row.depth,
            maybe: row.maybe,
            ..Choice::new(page.archive.name(row.code), row.count.within, row.chosen, Filter::Place(row.code))
        });
        let has_beneath = rows.get(at + 1).is_some_and(|next| next.depth > row.depth);
        if has_beneath && row.count.own > 0 {
            choices.push(Choice::told(page.words.own_level.to_owned(), row.count.own, row.depth + 1));
        }
    }
    choices
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
    // Bars compare within a level: beside the whole city each district would be nothing.
    let most = |depth: usize| {
        let level = choices.iter().filter(|choice| choice.depth.min(1) == depth.min(1));
        level.filter(|choice| choice.filter.is_some()).map(|choice| choice.count).max().unwrap_or(0)
    };
    let most = [most(0), most(1)];
    let foldable = choices.len() > SHOWN + 1;
    let shown = |at: usize, choice: &Choice| *expanded || !foldable || at < SHOWN || choice.chosen;
    let row = |choice: &Choice| {
        let none = choice.count == 0 && choice.maybe == 0;
        let state = if choice.chosen { Some("chosen") } else { none.then_some("zero") };
        let body = html! {
            <>
                <span class="choice-label">{ spoken(page.words, &choice.label) }</span>
                <span class="choice-count">
                    { choice.count }
                    if choice.maybe > 0 { { super::maybe::beside(page, choice.maybe) } }
                </span>
                { bar(choice.count, most[choice.depth.min(1)]) }
            </>
        };
        html! {
            <li
                key={format!("{} {}", choice.depth, choice.label)}
                class={classes!("choice", format!("depth-{}", choice.depth), state)}
            >
                if let Some(filter) = &choice.filter {
                    <button
                        type="button"
                        aria-pressed={choice.chosen.to_string()}
                        onclick={page.on(Action::Toggle(filter.clone()))}
                    >{ body }</button>
                } else {
                    <div class="told">{ body }</div>
                }
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
                    { if *expanded { page.words.collapse.to_owned() } else { page.words.expand(choices.len()) } }
                </button>
            }
        </div>
    }
}
