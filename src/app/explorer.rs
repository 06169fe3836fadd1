//! One explorer: the store, the keys, and where the state goes ([`Home`]). Everything that is drawn is in `view`.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::accent::readable;
use super::adding::{Intake, Wish, do_wish};
use super::archive::Archive;
use super::atlas::AtlasState;
use super::home::Home;
use super::late::{Late, LateStage, LateState};
use super::load::{Library, Loaded, load_atlas, load_words};
use super::look::Look;
use super::results::{Results, Worded, is_open, led_by, results_of};
use super::state::{Action, State, reduce, trace};
use super::url::{Address, print, says_elder};
use super::view::{Body, Failure, Page, failure, loading};
use super::words::{are_here, words};
use super::{api, document, keys, loader};
use crate::corpus::ArticleId;
use crate::place::Adcode;

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

#[derive(Clone, Properties)]
pub(super) struct ExplorerProps {
    /// Where it lives.
    pub(super) home: Rc<Home>,
    /// Where its archive comes from.
    pub(super) library: Library,
}

impl PartialEq for ExplorerProps {
    fn eq(&self, other: &ExplorerProps) -> bool {
        Rc::ptr_eq(&self.home, &other.home) && self.library == other.library
    }
}

/// An explorer.
#[component]
pub(super) fn Explorer(props: &ExplorerProps) -> Html {
    let home = props.home.clone();
    let arrival = use_state(|| Arrival::OnItsWay);
    let store = use_mut_ref(|| first_state(&home));
    let next = use_mut_ref(Next::default);
    let root = use_node_ref();
    let update = use_force_update();
    let own_title = use_memo((), |()| document::title());
    let act = use_callback((), {
        let (store, next, home) = (store.clone(), next.clone(), home.clone());
        move |action: Action, ()| {
            if act(&store, &next, &home, &action) {
                update.force_update();
            }
        }
    });
    use_effect_with((), {
        let (act, next, home) = (act.clone(), next.clone(), home.clone());
        move |()| {
            home.line.listen(Some(act.clone()));
            let listeners = home.listen(Callback::from(move |(hash, y): (String, f64)| {
                act.emit(Action::Arrive(hash));
                next.borrow_mut().scroll = Some(y);
            }));
            move || {
                home.line.listen(None);
                drop(listeners);
            }
        }
    });
    use_effect_with((root.clone(), act.clone()), {
        let home = home.clone();
        move |(root, act)| {
            let listener = keys::listen(&home, root.clone(), act.clone());
            move || drop(listener)
        }
    });
    let fetch = use_callback((), {
        let (arrival, props) = (arrival.clone(), props.clone());
        move |(): (), ()| fetch(&props, arrival.clone())
    });
    use_effect_with((), {
        let fetch = fetch.clone();
        move |()| fetch.emit(())
    });

    let update_again = use_force_update();
    let intake = use_memo((), {
        let (arrival, update, library) = (arrival.clone(), update_again, props.library.clone());
        move |()| {
            Rc::new(Intake::new(Callback::from(move |archive: Option<Rc<Archive>>| match archive {
                Some(archive) => {
                    if let Some(loaded) = library.put(archive) {
                        arrival.set(Arrival::Here(loaded));
                    }
                }
                None => update.force_update(),
            })))
        }
    });
    let look = use_memo((), |()| Look::default());
    let atlas = use_state(AtlasState::default);
    let state = Rc::new(store.borrow().clone());
    let lang = state.address.lang;
    let words = words(lang);
    let silent = use_state_eq(|| false);
    let arrived = use_force_update();
    let spoken = use_mut_ref(|| false);
    let tries = use_state(|| 0_u32);
    use_effect_with((are_here(lang), *tries), {
        let (silent, update) = (silent.clone(), arrived);
        move |(here, _)| {
            silent.set(false);
            if !here {
                spawn_local(async move {
                    match load_words().await {
                        Ok(()) => update.force_update(),
                        Err(_) => silent.set(true),
                    }
                });
            }
        }
    });
    let answered = use_mut_ref(Answered::default);
    let late = use_state(LateStage::default);
    let fetch_late = use_callback((), {
        let late = late.clone();
        move |(), ()| fetch_late(late.clone())
    });
    let here = LateState::new((*late).clone(), fetch_late);
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
        // Rather a moment later than in another language first; what is drawn already stays.
        Arrival::Here(_) if !are_here(lang) && !*silent && !*spoken.borrow() => ("loading", loading(words)),
        Arrival::Failed(why) => ("error", failure(words, why, fetch.reform(|_| ()))),
        Arrival::Here(loaded) => {
            let page = Page {
                words,
                settings: loaded.settings.clone(),
                archive: loaded.archive.clone(),
                results: answer(&answered, loaded, &state, here.here()),
                state: state.clone(),
                atlas: (*atlas).clone().with(fetch_atlas),
                look,
                act,
                desk: intake.desk(),
                wish: {
                    let (intake, library, late) = (intake.clone(), props.library.clone(), here.here());
                    Callback::from(move |wish: Wish| {
                        if let Some((base, late)) = library.here().zip(late) {
                            do_wish(late, &intake, wish, &base.archive);
                        }
                    })
                },
                late: here,
                outside: home.outside(),
                site: home.site.clone(),
                silent: silent.then(|| Callback::from(move |_: MouseEvent| tries.set(*tries + 1))),
            };
            *spoken.borrow_mut() = true;
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
    use_effect_with(state.theme, {
        let home = home.clone();
        move |theme| home.paint(*theme)
    });
    let open = loaded.and_then(|loaded| title_of(&loaded, &state.address));
    use_effect_with((open, own_title, words.code), {
        let home = home.clone();
        move |(open, own, code)| {
            home.set_title(open.as_deref(), &words.own_title(own));
            home.speak(code);
        }
    });
    use_effect({
        let (root, home) = (root.clone(), home.clone());
        move || {
            let Some(root) = root.cast::<Element>() else { return };
            let mut next = next.borrow_mut();
            if let Some(y) = next.scroll.take() {
                home.scroll(y, &root);
            }
            if let Some(id) = next.focus.take() {
                document::focus_hit(&root, id.as_str());
            }
        }
    });
    let elder = state.address.elder.then_some("elder");
    let theme = format!("theme-{}", state.theme.code());
    let embedded = (!home.is_page()).then_some("embedded");
    html! {
        <div
            class={classes!("gx", theme, elder, embedded, accented.then_some("accented"))}
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

/// The state before anything happened: what the hash says, and what the device or the host does.
fn first_state(home: &Home) -> State {
    let arrived = reduce(State::default(), Action::Arrive(home.first_hash()));
    let painted = reduce(arrived, Action::Paint(home.first_theme()));
    let minded = reduce(painted, Action::Mine(home.first_mine()));
    // The address decides where it says so, else the device.
    let elder = says_elder(&home.first_hash()).unwrap_or_else(|| home.first_elder());
    let aged = reduce(minded, Action::Elder(elder));
    match home.first_lang().filter(|_| aged.address.lang.is_none()) {
        Some(lang) => reduce(aged, Action::Speak(lang)),
        None => aged,
    }
}

/// Does an action: the new state, the hash, the device's memory, and what is to be done after the next
/// drawing. Whether anything changed.
fn act(store: &RefCell<State>, next: &RefCell<Next>, home: &Home, action: &Action) -> bool {
    let before = store.borrow().clone();
    let after = reduce(before.clone(), action.clone());
    if before == after {
        return false;
    }
    let mut next = next.borrow_mut();
    match (&before.address.article, &after.address.article) {
        (None, Some(_)) => next.list = home.scrolled(),
        (Some(article), None) => next.focus = Some(article.clone()),
        _ => {}
    }
    match action {
        Action::Open(_, None) => next.scroll = Some(0.0),
        Action::Show(_) | Action::Home if home.is_page() => next.scroll = Some(0.0),
        Action::Close | Action::Escape if before.address.article.is_some() => next.scroll = Some(next.list),
        _ => {}
    }
    home.remember(action);
    let hash = print(&after.address);
    // 长者模式 is no part of the hash; but what the hash said of it no longer holds once the reader chose.
    let chose = matches!(action, Action::Elder(_));
    if (chose || hash != print(&before.address)) && !matches!(action, Action::Arrive(_)) {
        home.write(&hash, trace(&before, action));
        // What the host did itself it need not be told.
        if !matches!(action, Action::Follow(..)) {
            home.tell(after.news_since(&before), &hash);
        }
    }
    *store.borrow_mut() = after;
    true
}

/// The last question with its answer, and what its words had found.
#[derive(Default)]
struct Answered {
    last: Option<(Address, Option<Adcode>, Rc<Results>)>,
    /// Whether questions could be read.
    late: bool,
    /// What was asked.
    archive: Option<Rc<Archive>>,
}

/// The answer to the question of a state; the same one as long as the question stays. Words that stay are not searched
/// for again. Where nothing is asked, the reader's own district comes first.
fn answer(answered: &RefCell<Answered>, loaded: &Loaded, state: &State, late: Option<Late>) -> Rc<Results> {
    let question = state.address.question();
    let place = state.mine.place.filter(|_| !question.narrows());
    let mut answered = answered.borrow_mut();
    if answered.archive.as_ref().is_none_or(|archive| !Rc::ptr_eq(archive, &loaded.archive)) {
        *answered = Answered { archive: Some(loaded.archive.clone()), ..Answered::default() };
    }
    // What words found nowhere may be a question, now that one can be read.
    if late.is_some() && !std::mem::replace(&mut answered.late, late.is_some()) {
        answered.last.take_if(|(_, _, results)| is_open(&results.found));
    }
    let words = match &answered.last {
        Some((asked, led, results)) if *asked == question && *led == place => return results.clone(),
        Some((asked, _, results)) if asked.q == question.q => Worded::of(results),
        _ => Worded::new(&loaded.archive, &question.q, late),
    };
    let fresh = results_of(&loaded.archive, words, &question);
    let fresh = Rc::new(match place {
        Some(place) => led_by(&loaded.archive, fresh, place),
        None => fresh,
    });
    answered.last = Some((question, place, fresh.clone()));
    fresh
}

fn fetch_late(late: UseStateHandle<LateStage>) {
    late.set(LateStage::OnItsWay);
    spawn_local(async move {
        late.set(match Late::fetch().await {
            Ok(here) => LateStage::Here(here),
            Err(why) => LateStage::Failed(why.message),
        });
    });
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

fn fetch(props: &ExplorerProps, arrival: UseStateHandle<Arrival>) {
    arrival.set(Arrival::OnItsWay);
    let (home, library) = (props.home.clone(), props.library.clone());
    props.library.ask(Callback::from(move |outcome: Result<Loaded, Failure>| match outcome {
        Ok(loaded) => {
            loader::started(&api::api(library.clone(), home.clone()));
            arrival.set(Arrival::Here(loaded));
        }
        Err(why) => {
            loader::failed(&why.message);
            arrival.set(Arrival::Failed(why));
        }
    }));
}
