//! The head of the page and its foot; slim ones for an explorer in another's page.

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::state::Action;
use crate::app::url::{Lang, View};
use crate::app::words::Words;

/// Name, views, 长者模式, light and dark.
pub(super) fn top(page: &Page) -> Html {
    let words = page.words;
    let state = &page.state;
    let title = page.settings.title.as_deref().unwrap_or(&page.archive.corpus.title);
    // 工讯 · 工会活动检索: the wordmark says the name.
    let title = title
        .strip_prefix(crate::app::words::words(None).name)
        .unwrap_or(title)
        .trim_start_matches([' ', '·', '—', '-', '：']);
    let elder = state.address.elder;
    html! {
        <header class="top">
            <div class="top-name">
                { link(page, Action::Home, "wordmark", html! { words.name }) }
                if !title.is_empty() {
                    <span class="site-title">{ spoken(words, title) }</span>
                }
            </div>
            <nav class="nav" aria-label={words.main_nav}>{ for View::NAV.into_iter().map(|view| entry(page, view)) }</nav>
            <div class="tools">
                { other_language(page) }
                <button type="button" class="tool" onclick={page.on(Action::Elder(!elder))}>
                    { if elder { words.not_elder } else { words.elder } }
                </button>
                <button type="button" class="tool" onclick={page.on(Action::Paint(state.theme.next()))}>
                    { words.theme(state.theme) }
                </button>
            </div>
        </header>
    }
}

/// The way to the other language, called in it.
fn other_language(page: &Page) -> Html {
    let (other, lang) = match page.words.code {
        Words::ENGLISH => (Lang::Zh, Words::CHINESE),
        _ => (Lang::En, Words::ENGLISH),
    };
    html! {
        <button type="button" class="tool" {lang} onclick={page.on(Action::Speak(other))}>
            { page.words.other_language }
        </button>
    }
}

/// A view in the navigation.
fn entry(page: &Page, view: View) -> Html {
    let address = &page.state.address;
    let here = (address.article.is_none() && address.view == view).then_some("page");
    let action = Action::Show(view);
    html! {
        <a
            class="nav-link"
            href={page.href(&action)}
            aria-current={here}
            onclick={super::link::in_place(page, action)}
        >{ page.words.view(view) }</a>
    }
}

/// The views alone: the host's page has a head of its own.
pub(super) fn slim(page: &Page) -> Html {
    html! {
        <div class="top slim">
            <div class="nav" role="navigation" aria-label={page.words.main_nav}>
                { for View::EXPLORING.into_iter().map(|view| entry(page, view)) }
            </div>
        </div>
    }
}

/// Where this comes from, the way to the whole of it, and 长者模式.
pub(super) fn slim_foot(page: &Page) -> Html {
    let words = page.words;
    let elder = page.state.address.elder;
    let here = page.href(&Action::Dismiss);
    let title = page.settings.title.as_deref().unwrap_or(words.name);
    html! {
        <div class="foot slim">
            <a href={here} target="_blank" rel="noopener">{ words.embed.whole }</a>
            { other_language(page) }
            <button type="button" class="tool" onclick={page.on(Action::Elder(!elder))}>
                { if elder { words.not_elder } else { words.elder } }
            </button>
            <span>{ spoken(words, title) }</span>
            if let Some(publisher) = &page.settings.publisher { <span>{ spoken(words, publisher) }</span> }
            if let Some(number) = &page.settings.map_approval {
                <span>{ spoken(words, &[words.map_approval, words.colon, number].concat()) }</span>
            }
        </div>
    }
}

/// What a page must say at its foot.
pub(super) fn foot(page: &Page) -> Html {
    let (words, settings) = (page.words, &page.settings);
    let pair = |label: &str, value: &Option<String>| {
        value
            .as_ref()
            .map(|value| html! { <span>{ spoken(words, &[label, words.colon, value].concat()) }</span> })
    };
    html! {
        <footer class="foot">
            <p>{ words.footer }</p>
            <p class="foot-facts">
                if let Some(publisher) = &settings.publisher { <span>{ spoken(words, publisher) }</span> }
                { for pair(words.contact, &settings.contact) }
                { for pair(words.map_approval, &settings.map_approval) }
                if let Some(number) = &settings.icp { <span>{ spoken(words, number) }</span> }
            </p>
        </footer>
    }
}
