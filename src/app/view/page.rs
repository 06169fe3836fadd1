//! What every view is given.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::archive::Archive;
use crate::app::atlas::AtlasState;
use crate::app::look::Look;
use crate::app::results::Results;
use crate::app::state::{Action, State, reduce};
use crate::app::url::print;
use crate::app::words::Words;
use crate::publish::Settings;

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
    /// What figures remember.
    pub look: Rc<Look>,
    /// The answer to the state's address.
    pub results: Rc<Results>,
    /// Takes what happens.
    pub act: Callback<Action>,
}

/// Whether drawing again would give the same: archives and results are compared by identity.
impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        self.words == other.words
            && self.settings == other.settings
            && Rc::ptr_eq(&self.archive, &other.archive)
            && Rc::ptr_eq(&self.results, &other.results)
            && self.atlas == other.atlas
            && self.state == other.state
            && self.act == other.act
    }
}

impl Page {
    /// The link that leads where an action leads.
    pub fn href(&self, action: &Action) -> AttrValue {
        let after = reduce((*self.state).clone(), action.clone());
        AttrValue::from(format!("#{}", print(&after.address)))
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
