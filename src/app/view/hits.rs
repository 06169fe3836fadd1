//! The list of articles: title, date, what was found in it, and which of its activities are meant.

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::px::px;
use super::rows::{Piece, use_rows};
use super::text::marked;
use super::tongue::{chinese, spoken};
use crate::app::results::Hit;
use crate::app::state::Action;
use crate::app::words::Words;
use crate::corpus::{Activity, Article};
use crate::search::{ActivityIx, ArticleIx, marks, snippet};

/// How many characters of an article are shown.
const SNIPPET: usize = 96;
/// How many articles a list holds before a button gives more: browsers place nothing below some ten million pixels.
const MOST: usize = 30_000;
/// How many activities of an article are listed.
const LISTED: usize = 3;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HitsProps {
    pub(super) page: Page,
    /// The article that a figure points at.
    #[prop_or_default]
    pub(super) lit: Option<ArticleIx>,
    /// Told which article of the list is pointed at.
    #[prop_or_default]
    pub(super) point: Callback<Option<ArticleIx>>,
}

/// The list: in a page of our own whole, though only what is near the window is drawn; in another's a part, and a
/// button for more.
#[component]
pub(super) fn Hits(props: &HitsProps) -> Html {
    let page = &props.page;
    let all = &page.results.hits;
    let whole = !page.embedded();
    let most = if whole { MOST * (page.state.more + 1) } else { page.shown() };
    let count = most.min(all.len());
    let list = use_node_ref();
    let rows = use_rows(list.clone(), page, count);
    let row = |at: usize| all.get(at).map(|hit| item(props, hit, Some((at, all.len()))));
    html! {
        <>
            <ol class="hits" ref={list}>
                { for rows.pieces.iter().enumerate().map(|(at, piece)| match *piece {
                    Piece::Row(number) => row(number).unwrap_or_default(),
                    Piece::Gap(height) => gap(at, height),
                }) }
            </ol>
            if rows.left_out > 0 { <p class="printed-part">{ page.words.printed_part(count - rows.left_out, count) }</p> }
            if count < all.len() {
                <p class="more">
                    <button type="button" class="button" onclick={page.on(Action::More)}>
                        { page.words.more(count, all.len()) }
                    </button>
                </p>
            }
        </>
    }
}

/// Where rows are that are not drawn. An image's height is an attribute; a style would be refused by some hosts.
fn gap(at: usize, height: f64) -> Html {
    // Rows have names; what has none among them would be taken for one of them.
    let key = format!("gap {at}");
    html! {
        <li {key} class="gap" aria-hidden="true"><svg width="1" height={px(height)} focusable="false" /></li>
    }
}

/// What matches in part, under a line that says so.
pub(super) fn sharing(page: &Page) -> Html {
    let sharing = &page.results.sharing;
    if sharing.is_empty() {
        return Html::default();
    }
    let props = HitsProps { page: page.clone(), lit: None, point: Callback::noop() };
    let hit = |&article: &ArticleIx| item(&props, &Hit { article }, None);
    html! {
        <section class="sharing" aria-labelledby="gongxun-sharing">
            <h3 id="gongxun-sharing" class="sharing-title">{ page.words.sharing }</h3>
            <ol class="hits">{ for sharing.iter().map(hit) }</ol>
        </section>
    }
}

/// One article; `place`: which of how many it is, where not all are drawn.
fn item(props: &HitsProps, hit: &Hit, place: Option<(usize, usize)>) -> Html {
    let page = &props.page;
    let point = |to: Option<ArticleIx>| {
        let point = props.point.clone();
        move || point.emit(to)
    };
    let (here, away) = (point(Some(hit.article)), point(None));
    let (focused, left) = (here.clone(), away.clone());
    let lit = (props.lit == Some(hit.article)).then_some("lit");
    let (words, archive, found) = (page.words, &page.archive, &page.results.found);
    let Some((bulletin, article)) = archive.article(hit.article) else { return Html::default() };
    let (near, year) = match archive.date_of(hit.article) {
        Some(date) => words.date_lines(date),
        None => (words.no_date.to_owned(), String::new()),
    };
    let snippet = snippet(article, &found.marked, SNIPPET).map(|snippet| snippet.pieces).unwrap_or_default();
    let marked = snippet.iter().any(|piece| piece.marked);
    let selected = page.results.selected_of(archive, hit.article);
    let activities: Vec<&Activity> = selected.iter().filter_map(|&ix| archive.activity(ix)).collect();
    let title = heading(page, article);
    let open = Action::Open(article.id.clone(), None);
    html! {
        <li
            key={article.id.to_string()}
            class={classes!("hit", lit)}
            data-row={place.map(|(at, _)| at.to_string())}
            aria-posinset={place.map(|(at, _)| (at + 1).to_string())}
            aria-setsize={place.map(|(_, of)| of.to_string())}
            onpointerenter={Callback::from(move |_: PointerEvent| here())}
            onpointerleave={Callback::from(move |_: PointerEvent| away())}
            onfocusin={Callback::from(move |_: FocusEvent| focused())}
            onfocusout={Callback::from(move |_: FocusEvent| left())}
        >
            <p class="hit-date">
                if archive.printed(hit.article).is_some() { <span class="hit-printed">{ words.printed_on }{ words.space }</span> }
                <span>{ near }</span>{ " " }<span class="hit-year">{ year }</span></p>
            <div class="hit-body">
                <h3 class="hit-title" id={format!("hit-{}", article.id)}>{ link(page, open, "", title) }</h3>
                if !article.title.is_empty() || marked {
                    <p class="hit-text" lang={words.lang_of_data()}>{ for snippet.iter().map(|piece| {
                        if piece.marked { html! { <mark>{ &piece.text }</mark> } } else { html! { &piece.text } }
                    }) }</p>
                }
                { sub_list(page, hit.article, &selected) }
                <p class="hit-meta">
                    { for facts(words, &activities).iter().map(|fact| html! { <span>{ spoken(words, fact) }</span> }) }
                    <span class="hit-source">{ spoken(words, archive.bulletin_name(bulletin)) }</span>
                    if archive.is_added(hit.article) { <span class="new-mark">{ words.add.mark }</span> }
                </p>
            </div>
        </li>
    }
}

/// The headline with what was found marked; the first words where there is none.
pub(super) fn heading(page: &Page, article: &Article) -> Html {
    if !article.title.is_empty() {
        return chinese(
            page.words,
            marked(&article.title, &marks(&article.title, &page.results.found.marked)),
        );
    }
    let text = article.paragraphs.first().map_or("", String::as_str);
    let head: String = text.chars().take(26).collect();
    let dots = if head.len() < text.len() { "……" } else { "" };
    html! {
        <><span class="untitled">{ page.words.untitled }</span>{ chinese(page.words, html! { <>{ head }{ dots }</> }) }</>
    }
}

/// Which of an article's activities are meant, where the question leaves out some.
fn sub_list(page: &Page, article: ArticleIx, selected: &[ActivityIx]) -> Html {
    let archive = &page.archive;
    let all = archive.activities_of(article);
    if all.len() < 2 || page.first_visit() || selected.is_empty() {
        return Html::default();
    }
    let row = |number: usize, activity: &Activity| {
        let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        let place = activity.places.first().map(|place| place.name.clone());
        let date = activity.date.as_ref().map(|date| page.words.date(date));
        let body = html! {
            <><span class="num" aria-hidden="true">{ number }</span><span class="sub-title">{ spoken(page.words, &activity.title) }</span></>
        };
        html! {
            <li>
                { link(page, open, "sub", body) }
                { for [date, place].into_iter().flatten().map(|fact| html! { <span class="sub-facts">{ spoken(page.words, &fact) }</span> }) }
            </li>
        }
    };
    let meant = all.iter().enumerate().filter(|(_, ix)| selected.contains(ix));
    let rows = meant.take(LISTED).filter_map(|(at, &ix)| Some(row(at + 1, archive.activity(ix)?)));
    let left = selected.len().saturating_sub(LISTED);
    html! {
        <ul class="subs">
            { for rows }
            if left > 0 { <li class="sub-facts">{ page.words.more_activities(left) }</li> }
        </ul>
    }
}

/// The places and types of the activities that are meant, the first few.
fn facts(words: &Words, activities: &[&Activity]) -> Vec<String> {
    let first = |all: Vec<&str>| {
        let mut some: Vec<&str> = Vec::new();
        for name in all {
            if some.len() < 3 && !some.contains(&name) {
                some.push(name);
            }
        }
        some.join(words.separator)
    };
    let places =
        activities.iter().flat_map(|activity| activity.places.iter().map(|place| place.name.as_str()));
    let types = activities.iter().flat_map(|activity| &activity.types).map(|name| words.label(name));
    let mut facts = vec![first(places.collect()), first(types.collect())];
    facts.retain(|fact| !fact.is_empty());
    facts
}
