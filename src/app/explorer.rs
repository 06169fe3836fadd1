//! One explorer on a page: the store, the URL, the keys. Everything that is drawn is in `view`.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::load::{Loaded, load};
use super::results::{Results, results};
use super::state::{Action, State, reduce, trace};
use super::url::{Address, print};
use super::view::{Body, Failure, Page, failure, loading};
use super::words::words;
use super::{api, device, history, loader};

/// What came of loading.
#[derive(Clone)]
enum Arrival {
    OnItsWay,
    Here(Loaded),
    Failed(Failure),
}

/// An explorer that owns the page's hash.
#[component]
pub(super) fn Explorer() -> Html {
    let arrival = use_state(|| Arrival::OnItsWay);
    let store = use_mut_ref(first_state);
    let root = use_node_ref();
    let update = use_force_update();
    let scroll = use_mut_ref(|| None::<f64>);
    let act = use_callback((), {
        let (store, update, scroll) = (store.clone(), update.clone(), scroll.clone());
        move |action: Action, ()| {
            if act(&store, &action) {
                *scroll.borrow_mut() = scroll_after(&action);
                update.force_update();
            }
        }
    });
    use_effect_with((), {
        let (act, scroll) = (act.clone(), scroll.clone());
        move |()| {
            let listeners = history::listen(Callback::from(move |(hash, y): (String, f64)| {
                act.emit(Action::Arrive(hash));
                *scroll.borrow_mut() = Some(y);
            }));
            move || drop(listeners)
        }
    });
    use_effect_with((root.clone(), act.clone()), |(root, act)| {
        let listener = listen_keys(root.clone(), act.clone());
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
    use_effect(move || {
        if let Some(y) = scroll.borrow_mut().take() {
            history::scroll(y);
        }
    });

    let state = Rc::new(store.borrow().clone());
    let words = words(state.address.lang);
    let answered = use_mut_ref(|| None::<(Address, Rc<Results>)>);
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
                act,
            };
            let stage = if page.archive.figures.articles == 0 { "empty" } else { "ready" };
            (stage, html! { <Body ..page /> })
        }
    };
    let elder = state.address.elder.then_some("elder");
    let theme = format!("theme-{}", state.theme.code());
    html! {
        <div class={classes!("gx", theme, elder)} ref={root} lang={words.code} data-state={stage}>{ body }</div>
    }
}

/// The state before anything happened: what the hash says, and what the device remembers.
fn first_state() -> State {
    let arrived = reduce(State::default(), Action::Arrive(history::hash()));
    let painted = reduce(arrived, Action::Paint(device::theme()));
    let elder = painted.address.elder || device::elder();
    reduce(painted, Action::Elder(elder))
}

/// Does an action: the new state, the hash and the device's memory. Whether anything changed.
fn act(store: &RefCell<State>, action: &Action) -> bool {
    let before = store.borrow().clone();
    let after = reduce(before.clone(), action.clone());
    if before == after {
        return false;
    }
    let hash = print(&after.address);
    if hash != print(&before.address) && !matches!(action, Action::Arrive(_)) {
        history::write(&hash, trace(&before, action));
    }
    match action {
        Action::Paint(theme) => device::remember_theme(*theme),
        Action::Elder(on) => device::remember_elder(*on),
        _ => {}
    }
    *store.borrow_mut() = after;
    true
}

/// Where an action leaves the page: another article or view begins at its top.
fn scroll_after(action: &Action) -> Option<f64> {
    match action {
        Action::Open(_, None) | Action::Show(_) | Action::Home | Action::Close => Some(0.0),
        _ => None,
    }
}

/// The answer to the question of an address; the same one as long as the question stays.
fn answer(
    answered: &RefCell<Option<(Address, Rc<Results>)>>,
    loaded: &Loaded,
    address: &Address,
) -> Rc<Results> {
    let question = address.question();
    if let Some((_, results)) = answered.borrow().as_ref().filter(|(asked, _)| *asked == question) {
        return results.clone();
    }
    let fresh = Rc::new(results(&loaded.archive, &question));
    *answered.borrow_mut() = Some((question, fresh.clone()));
    fresh
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

/// `/` goes to the search field, Escape leaves it, an open article or the open filters.
fn listen_keys(root: NodeRef, act: Callback<Action>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let listener = EventListener::new_with_options(
        &document,
        "keydown",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(root) = root.cast::<Element>() else { return };
            if event.default_prevented()
                || event.ctrl_key()
                || event.meta_key()
                || event.alt_key()
                || event.is_composing()
            {
                return;
            }
            let writing =
                event.composed_path().get(0).dyn_into::<Element>().is_ok_and(|target| {
                    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
                });
            match event.key().as_str() {
                "/" if !writing => {
                    let field = root.query_selector("#gongxun-q").ok().flatten();
                    match field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                        Some(field) => {
                            event.prevent_default();
                            let _ = field.focus();
                        }
                        None => act.emit(Action::Close),
                    }
                }
                "Escape" => act.emit(Action::Escape),
                _ => {}
            }
        },
    );
    Some(listener)
}
