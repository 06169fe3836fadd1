//! Words that the listed articles use and others do not (常见词), below the filters: each adds itself to the
//! question. They come when the page has stood still for a moment, so that no change waits for them.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::question::is_understood;
use crate::app::results::{Results, keywords};
use crate::app::state::Action;

/// How long nothing must change before they are looked for, in ms.
const STILL: u32 = 400;

/// Results, the same where they are of one question.
#[derive(Clone)]
struct Of(Rc<Results>);

impl PartialEq for Of {
    fn eq(&self, other: &Of) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The words; nothing until they are found.
#[component]
pub(super) fn Keywords(page: &Page) -> Html {
    let found = use_state(|| None::<(Of, Vec<String>)>);
    use_effect_with((Of(page.results.clone()), page.late.here()), {
        let (page, found) = (page.clone(), found.clone());
        move |(of, _)| {
            let of = of.clone();
            let timer = Timeout::new(STILL, move || found.set(Some((of, words(&page)))));
            move || drop(timer)
        }
    });
    match &*found {
        Some((of, words)) if *of == Of(page.results.clone()) => shown(page, words),
        _ => Html::default(),
    }
}

/// The words for a page. A question that was answered takes no more words: with them it would be another. While nobody
/// can tell, there are none.
fn words(page: &Page) -> Vec<String> {
    let address = page.state.address.question();
    let understood = || page.late.here().is_none_or(|late| is_understood(late, &page.archive, &address.q));
    if !address.q.trim().is_empty() && understood() {
        return Vec::new();
    }
    keywords(&page.archive, &page.results, &address)
}

/// The words as links.
pub fn shown(page: &Page, words: &[String]) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    let typed = page.state.address.q.trim();
    let one = |word: &String| {
        let query = if typed.is_empty() { word.clone() } else { format!("{typed} {word}") };
        html! { <li>{ link(page, Action::Ask(query), "keyword", spoken(page.words, word)) }</li> }
    };
    html! {
        <nav class="facet keywords" aria-labelledby="gongxun-keywords">
            <h3 id="gongxun-keywords" class="facet-title">{ page.words.keywords }</h3>
            <ul>{ for words.iter().map(one) }</ul>
        </nav>
    }
}
