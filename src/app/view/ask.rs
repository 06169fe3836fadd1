//! The search field, and around it what a first visit needs: what this is, and words to try.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Page;
use super::link::link;
use crate::app::state::{Action, Filter};
use crate::app::url::View;
use crate::place::Level;

/// The search field. It waits while a Chinese input method composes: pinyin on its way is not yet a word.
#[component]
pub(super) fn Ask(page: &Page) -> Html {
    let field = use_node_ref();
    let words = page.words;
    let q = page.state.address.q.clone();
    use_effect_with((field.clone(), q.clone()), |(field, q)| {
        if let Some(field) = field.cast::<HtmlInputElement>()
            && field.value() != *q
        {
            field.set_value(q);
        }
    });
    use_effect_with((field.clone(), page.act.clone()), |(field, act)| {
        let act = act.clone();
        let listener = field.cast::<HtmlInputElement>().map(|field| {
            let target = field.clone();
            EventListener::new(&target, "compositionend", move |_| act.emit(Action::Type(field.value())))
        });
        move || drop(listener)
    });
    let act = page.act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|_| !event.is_composing()) {
            act.emit(Action::Type(field.value()));
        }
    });
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let clear = {
        let (act, field) = (page.act.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Type(String::new()));
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value("");
                let _ = field.focus();
            }
        })
    };
    html! {
        <form class="ask" role="search" {onsubmit}>
            <label class="hidden" for="gongxun-q">{ words.search }</label>
            <svg class="ask-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <circle cx="10.5" cy="10.5" r="6.5" />
                <line x1="15.5" y1="15.5" x2="21" y2="21" />
            </svg>
            <input
                id="gongxun-q"
                ref={field}
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder={words.search_hint}
                value={q.clone()}
                {oninput}
            />
            if q.is_empty() {
                <kbd class="ask-key" aria-hidden="true">{ "/" }</kbd>
            } else {
                <button type="button" class="ask-clear" aria-label={words.clear_words} onclick={clear}>
                    { super::chips::cross() }
                </button>
            }
        </form>
    }
}

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
            </div>
            <dl class="figure-counts">{ for counts.into_iter().zip(words.counted).map(figure) }</dl>
        </div>
    }
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
            { for examples.into_iter().map(|(name, action)| link(page, action, "example", html! { name })) }
        </p>
    }
}
