//! Where an explorer lives: a page of its own, the page of a frame, or an element in somebody else's page. This
//! decides where the state is kept, what is remembered, what scrolls, and who is told; nothing else of the app
//! knows the difference, but for how much is drawn around the views.
//!
//! | | state | remembers | tells |
//! |---|---|---|---|
//! | page | the page's hash | on the device | nobody |
//! | frame | the frame's own hash | nothing | the frame's script, which tells the host |
//! | element | in memory: the host's address is the host's | nothing | the host, by events |

use std::cell::RefCell;

use gloo::events::EventListener;
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{AttrValue, Callback};

use super::history::Bar;
use super::state::{Action, Mine, Theme, Trace};
use super::url::Lang;
use super::{device, document, history};

/// An explorer's surroundings.
pub(super) struct Home {
    /// Of which kind they are.
    pub(super) kind: Kind,
    /// The state that an element begins with, as a hash.
    pub(super) hash: String,
    /// Light or dark, where the host says.
    pub(super) theme: Theme,
    /// The folder of the site, ending in `/`, where there is one: what an embed loads stands there.
    pub(super) site: Option<AttrValue>,
    /// Told as `(kind, hash)` of what the reader does: `open`, `filter` or `state`.
    pub(super) tell: Option<Function>,
    /// The way from the host to the explorer.
    pub(super) line: Line,
    /// The address bar, for those that have one.
    pub(super) bar: Bar,
}

/// The kinds of [`Home`].
#[derive(Clone, PartialEq)]
pub(super) enum Kind {
    Page,
    Frame,
    /// With what scrolls, where the host gave the element a height.
    Element(Element),
}

/// Carries the host's wishes to an explorer; those that come before it listens wait.
#[derive(Default)]
pub(super) struct Line {
    explorer: RefCell<Option<Callback<Action>>>,
    waiting: RefCell<Vec<Action>>,
}

impl Line {
    /// Sends a wish.
    pub(super) fn send(&self, action: Action) {
        let explorer = self.explorer.borrow().clone();
        match explorer {
            Some(explorer) => explorer.emit(action),
            None => self.waiting.borrow_mut().push(action),
        }
    }

    /// Takes what waits and all that comes, until `None` is given.
    pub(super) fn listen(&self, explorer: Option<Callback<Action>>) {
        *self.explorer.borrow_mut() = explorer.clone();
        if let Some(explorer) = explorer {
            self.waiting.take().into_iter().for_each(|action| explorer.emit(action));
        }
    }
}

impl Home {
    /// The whole explorer's address, where this one stands in another's page and draws only what is asked for.
    pub(super) fn outside(&self) -> Option<AttrValue> {
        match self.kind {
            Kind::Page => None,
            Kind::Frame | Kind::Element(_) => {
                Some(AttrValue::from(format!("{}index.html", self.site.as_deref().unwrap_or_default())))
            }
        }
    }

    /// The hash to begin with.
    pub(super) fn first_hash(&self) -> String {
        match self.kind {
            Kind::Page | Kind::Frame => self.bar.hash(),
            Kind::Element(_) => self.hash.clone(),
        }
    }

    /// Light or dark to begin with.
    pub(super) fn first_theme(&self) -> Theme {
        if self.kind == Kind::Page { device::theme() } else { self.theme }
    }

    /// 长者模式 to begin with, where the hash does not say.
    pub(super) fn first_elder(&self) -> bool {
        self.kind == Kind::Page && device::elder()
    }

    /// The language to begin with, where the hash does not say.
    pub(super) fn first_lang(&self) -> Option<Lang> {
        if self.is_page() { device::lang() } else { None }
    }

    /// Whom the reader wants the latest for, where the device may say.
    pub(super) fn first_mine(&self) -> Mine {
        if self.is_page() { device::mine() } else { Mine::default() }
    }

    /// Keeps what the device should remember of an action.
    pub(super) fn remember(&self, action: &Action) {
        match action {
            _ if self.kind != Kind::Page => {}
            Action::Paint(theme) => device::remember_theme(*theme),
            Action::Elder(on) => device::remember_elder(*on),
            Action::Speak(lang) => device::remember_lang(*lang),
            Action::Mine(mine) => device::remember_mine(mine),
            _ => {}
        }
    }

    /// Writes the hash, where it is ours.
    pub(super) fn write(&self, hash: &str, trace: Trace) {
        match self.kind {
            Kind::Page | Kind::Frame => self.bar.write(hash, trace),
            Kind::Element(_) => {}
        }
    }

    /// Goes to another hash as if a link had been followed.
    pub(super) fn go(&self, hash: &str) {
        match self.kind {
            Kind::Page | Kind::Frame => self.bar.go(hash),
            Kind::Element(_) => self.line.send(Action::Arrive(hash.to_owned())),
        }
    }

    /// Calls back with the hash and how far to scroll whenever the browser arrives at another one.
    pub(super) fn listen(&self, arrived: Callback<(String, f64)>) -> Option<[EventListener; 2]> {
        match self.kind {
            Kind::Page | Kind::Frame => self.bar.listen(arrived),
            Kind::Element(_) => None,
        }
    }

    /// Tells who asked to be told.
    pub(super) fn tell(&self, kind: &str, hash: &str) {
        if let Some(tell) = &self.tell {
            // What a listener of the host throws is the host's.
            let _ = tell.call2(&JsValue::NULL, &kind.into(), &hash.into());
        }
    }

    /// Whether scrolling to the top answers a change of the view: in another's page that would pull it away.
    pub(super) fn is_page(&self) -> bool {
        self.kind == Kind::Page
    }

    /// How far the list is scrolled.
    pub(super) fn scrolled(&self) -> f64 {
        match &self.kind {
            Kind::Element(room) if scrolls(room) => f64::from(room.scroll_top()),
            Kind::Page | Kind::Frame | Kind::Element(_) => history::scrolled(),
        }
    }

    /// Scrolls the list; to its top for 0.
    pub(super) fn scroll(&self, to: f64, explorer: &Element) {
        match &self.kind {
            Kind::Page => history::scroll(to),
            Kind::Element(room) if scrolls(room) => room.set_scroll_top(to as i32),
            // The host's page is only moved where the explorer's top is not seen.
            Kind::Element(_) | Kind::Frame if to == 0.0 => {
                if self.kind == Kind::Frame || explorer.get_bounding_client_rect().top() < 0.0 {
                    explorer.scroll_into_view();
                }
            }
            Kind::Element(_) | Kind::Frame => history::scroll(to),
        }
    }

    /// Names the page by what is open, where it is the reader's.
    pub(super) fn set_title(&self, open: Option<&str>, own: &str) {
        if self.is_page() {
            document::set_title(open, own);
        }
    }

    /// Tells the browser the language of the surface, where the page is ours.
    pub(super) fn speak(&self, code: &str) {
        if !matches!(self.kind, Kind::Element(_)) {
            document::speak(code);
        }
    }

    /// Paints the ground beyond the page's ends, where the page is ours.
    pub(super) fn paint(&self, theme: Theme) {
        if !matches!(self.kind, Kind::Element(_)) {
            document::paint(theme);
        }
    }
}

fn scrolls(room: &Element) -> bool {
    room.scroll_height() > room.client_height()
}
