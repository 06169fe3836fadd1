//! One explorer on a page: the store, the URL, the keys. Everything that is drawn is in `view`.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::accent::readable;
use super::atlas::AtlasState;
use super::load::{Loaded, load, load_atlas};
use super::look::Look;
use super::results::{Results, find, results_of};
use super::state::{Action, State, reduce, trace};
use super::url::{Address, print};
use super::view::{Body, Failure, Page, failure, loading};
use super::words::words;
use super::{api, device, document, history, keys, loader};
use crate::corpus::ArticleId;

/// What came of loading.
#[derive(Clone)]
enum Arrival {
    OnItsWay,
    Here(Loaded),
    Failed(Failure),
}

/// What is to be done once the next drawing stands.
#[derive(Default)]
struct Next {
    /// How far to scroll.
    scroll: Option<f64>,
    /// The article whose place in the list the keyboard returns to.
    focus: Option<ArticleId>,
    /// How far the list was scrolled when an article was opened from it.
    list: f64,
}

/// An explorer that owns the page's hash.
#[component]
pub(super) fn Explorer() -> Html {
    let arrival = use_state(|| Arrival::OnItsWay);
    let store = use_mut_ref(first_state);
    let next = use_mut_ref(Next::default);
    let root = use_node_ref();
    let update = use_force_update();
    let own_title = use_memo((), |()| document::title());
    let act = use_callback((), {
        let (store, next) = (store.clone(), next.clone());
        move |action: Action, ()| {
            if act(&store, &next, &action) {
                update.force_update();
            }
        }
    });
    use_effect_with((), {
        let (act, next) = (act.clone(), next.clone());
        move |()| {
            let listeners = history::listen(Callback::from(move |(hash, y): (String, f64)| {
                act.emit(Action::Arrive(hash));
                next.borrow_mut().scroll = Some(y);
            }));
            move || drop(listeners)
        }
    });
    use_effect_with((root.clone(), act.clone()), |(root, act)| {
        let listener = keys::listen(root.clone(), act.clone());
        move || drop(listener)
    });
    let fetch = use_callback((), {
        let arrival = arrival.clone();
        move |(): (), ()| fetch(arrival.clone())
    });
    use_effect_with((), {
        let fetch = fetch.clone();
        move |()| fetch.emit(())
    });

    let look = use_memo((), |()| Look::default());
    let atlas = use_state(AtlasState::default);
    let state = Rc::new(store.borrow().clone());
    let words = words(state.address.lang);
    let answered = use_mut_ref(Answered::default);
    let fetch_atlas = use_callback((), {
        let atlas = atlas.clone();
        move |(), ()| fetch_atlas(atlas.clone())
    });
    let loaded = match &*arrival {
        Arrival::Here(loaded) => Some(loaded.clone()),
        Arrival::OnItsWay | Arrival::Failed(_) => None,
    };
    let (stage, body) = match &*arrival {
        Arrival::OnItsWay => ("loading", loading(words)),
        Arrival::Failed(why) => ("error", failure(words, why, fetch.reform(|_| ()))),
        Arrival::Here(loaded) => {
            let page = Page {
                words,
                settings: loaded.settings.clone(),
                archive: loaded.archive.clone(),
                results: answer(&answered, loaded, &state.address),
                state: state.clone(),
                atlas: (*atlas).clone().with(fetch_atlas),
                look,
                act,
            };
            let stage = if page.archive.figures.articles == 0 { "empty" } else { "ready" };
            (stage, html! { <Body ..page /> })
        }
    };
    let accent = loaded.as_ref().and_then(|loaded| loaded.settings.accent.clone());
    let accented = accent.as_deref().is_some_and(readable);
    use_effect_with((root.clone(), accent), |(root, accent)| {
        if let Some((root, colour)) = root.cast::<Element>().zip(accent.as_deref()) {
            document::accent(&root, colour);
        }
    });
    use_effect_with(state.theme, |theme| document::paint(*theme));
    let open = loaded.and_then(|loaded| title_of(&loaded, &state.address));
    use_effect_with((open, own_title), |(open, own)| document::set_title(open.as_deref(), own));
    use_effect({
        let root = root.clone();
        move || {
            let mut next = next.borrow_mut();
            if let Some(y) = next.scroll.take() {
                history::scroll(y);
            }
            if let Some((root, id)) = root.cast::<Element>().zip(next.focus.take()) {
                document::focus_hit(&root, id.as_str());
            }
        }
    });
    let elder = state.address.elder.then_some("elder");
    let theme = format!("theme-{}", state.theme.code());
    html! {
        <div
            class={classes!("gx", theme, elder, accented.then_some("accented"))}
            ref={root}
            lang={words.code}
            data-state={stage}
        >{ body }</div>
    }
}

/// The headline of the article that is open.
fn title_of(loaded: &Loaded, address: &Address) -> Option<String> {
    let ix = loaded.archive.find_article(address.article.as_ref()?)?;
    let (_, article) = loaded.archive.article(ix)?;
    Some(article.title.clone()).filter(|title| !title.is_empty())
}

/// The state before anything happened: what the hash says, and what the device remembers.
fn first_state() -> State {
    let arrived = reduce(State::default(), Action::Arrive(history::hash()));
    let painted = reduce(arrived, Action::Paint(device::theme()));
    let minded = reduce(painted, Action::Mine(device::mine()));
    let elder = minded.address.elder || device::elder();
    reduce(minded, Action::Elder(elder))
}

/// Does an action: the new state, the hash, the device's memory, and what is to be done after the next
/// drawing. Whether anything changed.
fn act(store: &RefCell<State>, next: &RefCell<Next>, action: &Action) -> bool {
    let before = store.borrow().clone();
    let after = reduce(before.clone(), action.clone());
    if before == after {
        return false;
    }
    let mut next = next.borrow_mut();
    match (&before.address.article, &after.address.article) {
        (None, Some(_)) => next.list = history::scrolled(),
        (Some(article), None) => next.focus = Some(article.clone()),
        _ => {}
    }
    match action {
        Action::Open(_, None) | Action::Show(_) | Action::Home => next.scroll = Some(0.0),
        Action::Close | Action::Escape if before.address.article.is_some() => next.scroll = Some(next.list),
        Action::Paint(theme) => device::remember_theme(*theme),
        Action::Elder(on) => device::remember_elder(*on),
        Action::Mine(mine) => device::remember_mine(mine),
        _ => {}
    }
    let hash = print(&after.address);
    if hash != print(&before.address) && !matches!(action, Action::Arrive(_)) {
        history::write(&hash, trace(&before, action));
    }
    *store.borrow_mut() = after;
    true
}

/// The last question with its answer, and what its words had found.
#[derive(Default)]
struct Answered {
    last: Option<(Address, Rc<Results>)>,
}

/// The answer to the question of an address; the same one as long as the question stays. Words that stay are not
/// searched for again.
fn answer(answered: &RefCell<Answered>, loaded: &Loaded, address: &Address) -> Rc<Results> {
    let question = address.question();
    let mut answered = answered.borrow_mut();
    let found = match &answered.last {
        Some((asked, results)) if *asked == question => return results.clone(),
        Some((asked, results)) if asked.q == question.q => results.found.clone(),
        _ => Rc::new(find(&loaded.archive, &question.q)),
    };
    let fresh = Rc::new(results_of(&loaded.archive, found, &question));
    answered.last = Some((question, fresh.clone()));
    fresh
}

fn fetch_atlas(atlas: UseStateHandle<AtlasState>) {
    atlas.set(AtlasState::on_its_way());
    spawn_local(async move {
        atlas.set(match load_atlas().await {
            Ok(here) => AtlasState::here(here),
            Err(why) => AtlasState::failed(why.message),
        });
    });
}

fn fetch(arrival: UseStateHandle<Arrival>) {
    arrival.set(Arrival::OnItsWay);
    spawn_local(async move {
        match load().await {
            Ok(loaded) => {
                loader::started(&api::api(loaded.archive.clone()));
                arrival.set(Arrival::Here(loaded));
            }
            Err(why) => {
                loader::failed(&why.message);
                arrival.set(Arrival::Failed(why));
            }
        }
    });
}
