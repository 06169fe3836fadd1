//! What a first visit needs around the search field: what this is, and words to try.

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::{spoken, term};
use crate::app::state::{Action, Filter};
use crate::app::url::View;
use crate::place::Level;

/// So many provinces are named.
const NAMED: usize = 3;

/// What this is, and how much there is of it.
pub(super) fn intro(page: &Page) -> Html {
    let (words, figures) = (page.words, &page.archive.figures);
    let counts = [figures.bulletins, figures.articles, figures.activities];
    let figure = |(count, label): (usize, &'static str)| {
        html! { <div class="figure-count"><dt>{ label }</dt><dd>{ count }</dd></div> }
    };
    html! {
        <div class="intro">
            <div>
                <h1 class="hero">{ words.hero }</h1>
                <p class="lede">{ words.intro }</p>
                if let Some(covers) = covers(page) { <p class="covers">{ spoken(words, &covers) }</p> }
            </div>
            <dl class="figure-counts">{ for counts.into_iter().zip(words.counted).map(figure) }</dl>
        </div>
    }
}

/// Where and when all of it is.
fn covers(page: &Page) -> Option<String> {
    let offers = &page.archive.offers;
    let (&last, &first) = (offers.months.first()?, offers.months.last()?);
    let mut provinces: Vec<_> =
        offers.places.iter().filter(|(code, _)| code.level() == Level::Province).collect();
    provinces.sort_by_key(|(code, count)| (std::cmp::Reverse(count.within), **code));
    let named: Vec<String> =
        provinces.iter().take(NAMED).map(|(code, _)| page.archive.name(**code)).collect();
    (!named.is_empty()).then(|| page.words.covers(&named, provinces.len(), first, last))
}

/// Words and filters to begin with.
pub(super) fn examples(page: &Page) -> Html {
    let (words, offers) = (page.words, &page.archive.offers);
    let asked = offers.subtypes.iter().take(2).map(|name| (name.clone(), Action::Ask(name.clone())));
    let mut counties: Vec<_> =
        offers.places.iter().filter(|(code, _)| code.level() == Level::County).collect();
    counties.sort_by_key(|(code, count)| (std::cmp::Reverse(count.within), **code));
    let placed = counties
        .into_iter()
        .take(2)
        .map(|(&code, _)| (page.archive.name(code), Action::Toggle(Filter::Place(code))));
    let typed =
        offers.types.iter().take(2).map(|name| (name.clone(), Action::Toggle(Filter::Type(name.clone()))));
    let for_whom = offers.audiences.iter().take(2);
    let for_whom = for_whom.map(|name| (name.clone(), Action::Toggle(Filter::Audience(name.clone()))));
    let examples: Vec<_> = asked.chain(placed).chain(typed).chain(for_whom).collect();
    if examples.is_empty() || page.state.address.view != View::Search {
        return Html::default();
    }
    html! {
        <p class="examples">
            <span class="examples-label">{ words.try_these }</span>
            { for examples.into_iter().map(|(name, action)| link(page, action, "example", term(words, &name))) }
        </p>
    }
}

/// Questions to begin with.
pub(super) fn questions(page: &Page) -> Html {
    let all = &page.settings.questions;
    if all.is_empty() {
        return Html::default();
    }
    let ask = |q: &String| link(page, Action::Ask(q.clone()), "example", spoken(page.words, q));
    html! {
        <p class="examples">
            <span class="examples-label">{ page.words.ask_these }</span>
            { for all.iter().map(ask) }
        </p>
    }
}
