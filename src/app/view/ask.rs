//! The search field and what it offers while one types: a combobox with a list (ARIA's pattern), by keyboard,
//! mouse and touch. The field keeps the keyboard; the list says by `aria-activedescendant` where one is.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Page;
use super::offers::{LIST, offers, option_id};
use crate::app::archive::Archive;
use crate::app::spans::{utf8, utf16};
use crate::app::state::Action;
use crate::search::{Completion, CompletionKind, complete};

/// How many completions are offered.
const OFFERED: usize = 8;

/// The list that is open: for which text, with the caret at which byte, and which of it is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Open {
    typed: String,
    caret: usize,
    active: Option<usize>,
}

/// The search field. It waits while a Chinese input method composes: pinyin on its way is not yet a word.
#[component]
pub(super) fn Ask(page: &Page) -> Html {
    let field = use_node_ref();
    let open = use_state(|| None::<Open>);
    let words = page.words;
    let q = page.state.address.q.clone();
    let offered = use_memo((open.as_ref().map(|open| (open.typed.clone(), open.caret)), q.clone()), {
        let archive = page.archive.clone();
        move |(open, q)| match open {
            // A text that came from elsewhere, as by Back, is not being typed.
            Some((typed, caret)) if typed == q => complete(&archive.engine, typed, *caret, OFFERED),
            _ => Vec::new(),
        }
    });
    let active = open.as_ref().and_then(|open| open.active).filter(|at| *at < offered.len());
    // By hand, and only when it changes: to draw anew must not touch what an input method is composing.
    use_effect_with((field.clone(), q.clone()), |(field, q)| {
        if let Some(field) = field.cast::<HtmlInputElement>()
            && field.value() != *q
        {
            field.set_value(q);
        }
    });
    let typed = {
        let (act, open) = (page.act.clone(), open.setter());
        Callback::from(move |field: HtmlInputElement| {
            let typed = field.value();
            let caret = caret(&field, &typed);
            open.set(Some(Open { typed: typed.clone(), caret, active: None }));
            act.emit(Action::Type(typed));
        })
    };
    use_effect_with((field.clone(), typed.clone()), |(field, typed)| {
        let typed = typed.clone();
        let listener = field.cast::<HtmlInputElement>().map(|field| {
            let target = field.clone();
            EventListener::new(&target, "compositionend", move |_| typed.emit(field.clone()))
        });
        move || drop(listener)
    });
    let oninput = Callback::from(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|_| !event.is_composing()) {
            typed.emit(field);
        }
    });
    let take = {
        let (act, open, field) = (page.act.clone(), open.setter(), field.clone());
        let (archive, typed) = (page.archive.clone(), q.clone());
        Callback::from(move |offer: Completion| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let (action, next) = taken(&archive, &typed, &offer);
            if let Action::Type(text) = &action {
                field.set_value(text);
                let caret = next.as_ref().map_or(text.len(), |next| next.caret);
                let caret = utf16(text, 0..caret).end as u32;
                // The field is a text field, so this cannot fail; were it to, the caret stands at the end.
                let _ = field.set_selection_range(caret, caret);
                let _ = field.focus();
            }
            open.set(next);
            act.emit(action);
        })
    };
    let onkeydown = {
        let (open, offered, take) = (open.clone(), offered.clone(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(now) = open.as_ref().filter(|_| !offered.is_empty() && !event.is_composing()) else {
                return;
            };
            let moved = match (event.key().as_str(), active) {
                ("ArrowDown", None) => Some(0),
                ("ArrowDown", Some(at)) => (at + 1 < offered.len()).then_some(at + 1),
                ("ArrowUp", None) => Some(offered.len() - 1),
                ("ArrowUp", Some(at)) => at.checked_sub(1),
                ("Enter", Some(at)) => {
                    event.prevent_default();
                    take.emit(offered[at].clone());
                    return;
                }
                ("Escape", _) => {
                    event.prevent_default();
                    open.set(None);
                    return;
                }
                ("Enter" | "Tab", _) => {
                    open.set(None);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            open.set(Some(Open { active: moved, ..now.clone() }));
        })
    };
    // What is typed may be a question.
    let onfocus = {
        let late = page.late.clone();
        Callback::from(move |_: FocusEvent| late.retry())
    };
    let onblur = {
        let open = open.setter();
        Callback::from(move |_: FocusEvent| open.set(None))
    };
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
                role="combobox"
                aria-autocomplete="list"
                aria-expanded={(!offered.is_empty()).to_string()}
                aria-controls={LIST}
                aria-activedescendant={active.map(option_id)}
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder={words.search_hint}
                {oninput}
                {onkeydown}
                {onfocus}
                {onblur}
            />
            if q.is_empty() {
                <kbd class="ask-key" aria-hidden="true">{ "/" }</kbd>
            } else {
                <button type="button" class="ask-clear" aria-label={words.clear_words} onclick={clear}>
                    { super::chips::cross() }
                </button>
            }
            { offers(words, &offered, active, &take) }
        </form>
    }
}

/// Where the caret stands, in bytes.
fn caret(field: &HtmlInputElement, typed: &str) -> usize {
    let units = field.selection_end().ok().flatten();
    units.map_or(typed.len(), |units| utf8(typed, units as usize))
}

/// What taking a completion does, and what is open then: a title opens its article, a filter's key goes on to
/// its values.
fn taken(archive: &Archive, typed: &str, offer: &Completion) -> (Action, Option<Open>) {
    if let CompletionKind::Title(article) = offer.kind
        && let Some((_, article)) = archive.article(article)
    {
        return (Action::Open(article.id.clone(), None), None);
    }
    let (text, caret) = offer.applied(typed);
    let goes_on = matches!(offer.kind, CompletionKind::Key(_));
    let next = goes_on.then(|| Open { typed: text.clone(), caret, active: None });
    (Action::Type(text), next)
}
