//! The late part of the program: what neither the first screen nor a list of articles draws. It is split off after
//! linking (`xtask/src/late` says what is in it) and fetched when it is first wanted. Natively, and in a build that was
//! not split, it is there from the start.
//!
//! What is entered from outside it, a **door**, takes a [`Late`]: who has one may pass, and nobody has one before.

use yew::Callback;

use super::loader::{LoadError, late};

/// That the late part is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late(());

impl Late {
    /// Natively the program is one.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Late {
        Late(())
    }

    /// Fetches it.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub(super) async fn fetch() -> Result<Late, LoadError> {
        late().await.map(|()| Late(()))
    }
}

/// How far the late part has come, and how to ask for it.
#[derive(Clone, Default)]
pub struct LateState {
    /// What is there.
    pub stage: LateStage,
    fetch: Callback<()>,
}

/// How far loading the late part has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LateStage {
    /// Nobody asked.
    #[default]
    Unasked,
    /// It is on its way.
    OnItsWay,
    /// It is here.
    Here(Late),
    /// It did not come, and why.
    Failed(String),
}

impl PartialEq for LateState {
    fn eq(&self, other: &LateState) -> bool {
        self.stage == other.stage
    }
}

impl LateState {
    /// So far has it come, and this fetches it.
    pub fn new(stage: LateStage, fetch: Callback<()>) -> LateState {
        LateState { stage, fetch }
    }

    /// The proof, where it is here.
    pub fn here(&self) -> Option<Late> {
        match self.stage {
            LateStage::Here(late) => Some(late),
            _ => None,
        }
    }

    /// Asks for it, unless somebody did.
    pub fn wish(&self) {
        if self.stage == LateStage::Unasked {
            self.fetch.emit(());
        }
    }

    /// Asks for it, again where it did not come.
    pub fn retry(&self) {
        if matches!(self.stage, LateStage::Unasked | LateStage::Failed(_)) {
            self.fetch.emit(());
        }
    }
}
