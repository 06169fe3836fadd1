//! The head of the page and its foot.

use yew::prelude::*;

use super::Page;
use super::link::link;
use crate::app::state::Action;
use crate::app::url::View;

/// Name, views, 长者模式, light and dark.
pub(super) fn top(page: &Page) -> Html {
    let words = page.words;
    let state = &page.state;
    let title = page.settings.title.as_deref().unwrap_or(&page.archive.corpus.title);
    let elder = state.address.elder;
    let current = state.address.article.is_none().then_some(state.address.view);
    let entry = |view: View| {
        let action = Action::Show(view);
        let here = (current == Some(view)).then_some("page");
        html! {
            <a
                class="nav-link"
                href={page.href(&action)}
                aria-current={here}
                onclick={super::link::in_place(page, action)}
            >{ (words.view)(view) }</a>
        }
    };
    html! {
        <header class="top">
            <div class="top-name">
                { link(page, Action::Home, "wordmark", html! { words.name }) }
                if !title.is_empty() && title != words.name {
                    <span class="site-title">{ title }</span>
                }
            </div>
            <nav class="nav" aria-label={words.main_nav}>{ for View::ALL.into_iter().map(entry) }</nav>
            <div class="tools">
                <button
                    type="button"
                    class="tool"
                    aria-pressed={elder.to_string()}
                    onclick={page.on(Action::Elder(!elder))}
                >{ words.elder }</button>
                <button type="button" class="tool" onclick={page.on(Action::Paint(state.theme.next()))}>
                    { (words.theme)(state.theme) }
                </button>
            </div>
        </header>
    }
}

/// What a page must say at its foot.
pub(super) fn foot(page: &Page) -> Html {
    let (words, settings) = (page.words, &page.settings);
    let pair = |label: &str, value: &Option<String>| {
        value.as_ref().map(|value| html! { <span>{ format!("{label}：{value}") }</span> })
    };
    html! {
        <footer class="foot">
            <p>{ words.footer }</p>
            <p class="foot-facts">
                if let Some(publisher) = &settings.publisher { <span>{ publisher.clone() }</span> }
                { for pair(words.contact, &settings.contact) }
                { for pair(words.map_approval, &settings.map_approval) }
                if let Some(number) = &settings.icp { <span>{ number.clone() }</span> }
            </p>
        </footer>
    }
}
