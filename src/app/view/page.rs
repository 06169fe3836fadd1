//! What every view is given.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::adding::{Desk, Wish};
use crate::app::archive::Archive;
use crate::app::atlas::AtlasState;
use crate::app::late::LateState;
use crate::app::look::Look;
use crate::app::results::Results;
use crate::app::state::{Action, PAGE, State, reduce};
use crate::app::url::print;
use crate::app::words::Words;
use crate::publish::Settings;

/// How many articles an embedded list shows at first, and how many more at each wish.
const EMBEDDED_PAGE: usize = 6;

/// The state, what follows from it, and where actions go.
#[derive(Clone, Properties)]
pub struct Page {
    /// The words of the chosen language.
    pub words: &'static Words,
    /// What the publisher set.
    pub settings: Rc<Settings>,
    /// What is loaded.
    pub archive: Rc<Archive>,
    /// The state.
    pub state: Rc<State>,
    /// What maps are drawn from, as far as it has come.
    pub atlas: AtlasState,
    /// What the late part of the program draws, as far as it has come.
    pub late: LateState,
    /// What figures remember.
    pub look: Rc<Look>,
    /// The answer to the state's address.
    pub results: Rc<Results>,
    /// Takes what happens.
    pub act: Callback<Action>,
    /// The files that are being added, or were.
    #[prop_or_default]
    pub desk: Rc<Desk>,
    /// Takes what is wished of them.
    #[prop_or_default]
    pub wish: Callback<Wish>,
    /// In another's page: the address of the whole explorer, to which links lead that leave the page.
    #[prop_or_default]
    pub outside: Option<AttrValue>,
    /// The folder of the site, where this is the site.
    #[prop_or_default]
    pub site: Option<AttrValue>,
    /// Where the words of the language that was chosen could not be loaded: tries again.
    #[prop_or_default]
    pub silent: Option<Callback<MouseEvent>>,
}

/// Whether drawing again would give the same: archives and results are compared by identity.
impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        self.words == other.words
            && self.settings == other.settings
            && Rc::ptr_eq(&self.archive, &other.archive)
            && Rc::ptr_eq(&self.results, &other.results)
            && self.atlas == other.atlas
            && self.late == other.late
            && self.state == other.state
            && self.act == other.act
            && self.outside == other.outside
            && self.site == other.site
            && self.silent.is_some() == other.silent.is_some()
            && self.desk == other.desk
    }
}

impl Page {
    /// The link that leads where an action leads.
    pub fn href(&self, action: &Action) -> AttrValue {
        let after = reduce((*self.state).clone(), action.clone());
        let outside = self.outside.as_deref().unwrap_or_default();
        AttrValue::from(format!("{outside}#{}", print(&after.address)))
    }

    /// Whether this stands in another's page.
    pub fn embedded(&self) -> bool {
        self.outside.is_some()
    }

    /// How many articles the list shows: in another's page fewer, for it is not the only thing there.
    pub fn shown(&self) -> usize {
        if self.embedded() { self.state.shown() / PAGE * EMBEDDED_PAGE } else { self.state.shown() }
    }

    /// A callback that does an action whatever the event.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// Whether nothing has been asked: the first screen.
    pub fn first_visit(&self) -> bool {
        !self.state.address.narrows()
    }
}
