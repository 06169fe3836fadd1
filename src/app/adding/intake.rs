//! What there is of adding beside the desk: files that wait, what was read of them, what became part of the archive.
//! What is done with it is in [`super::work`].

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::Callback;

use super::desk::Desk;
use crate::app::archive::{Archive, Slice};
use crate::corpus::{ActivityId, ArticleId};
use crate::place::Adcode;

/// What may be wished.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Files were chosen.
    Take(Vec<File>),
    /// Nothing more is to be read or indexed.
    Stop,
    /// What was read is to be added.
    Add,
    /// A file is to be taken away, from the archive, too.
    Remove(u32),
    /// The archive is to be saved as a corpus.
    Save,
    /// The archive is to be saved as a single file (U 盘文件).
    SaveFile,
}

/// What there is beside the desk.
pub(in crate::app) struct Intake {
    pub(super) inner: RefCell<Inner>,
    /// Told that the desk has changed, and of a changed archive.
    pub(super) tell: Callback<Option<Rc<Archive>>>,
}

#[derive(Default)]
pub(super) struct Inner {
    pub(super) desk: Rc<Desk>,
    /// The archive as it was loaded.
    pub(super) base: Option<Rc<Archive>>,
    pub(super) waiting: Vec<(u32, File)>,
    pub(super) stop: bool,
    /// What the worker was given: nothing, the archive's townships, those of the country.
    pub(super) open: Open,
    /// Of each file that was read its corpus, as bytes.
    pub(super) read: Vec<(u32, Vec<u8>)>,
    pub(super) added: Vec<Added>,
    /// Reports of one event.
    pub(super) links: Vec<(ActivityId, Vec<ActivityId>)>,
}

/// What the worker was given beside the dictionary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Open {
    /// Not even that.
    #[default]
    No,
    /// The townships of the archive's provinces.
    Near,
    /// Those of the country.
    All,
}

/// A file that is part of the archive.
#[derive(Clone, Default)]
pub(super) struct Added {
    pub(super) key: u32,
    pub(super) articles: Vec<ArticleId>,
    pub(super) names: Vec<(Adcode, String)>,
    pub(super) slices: Vec<Slice>,
    pub(super) bytes: Vec<Vec<u8>>,
}

impl Intake {
    pub(in crate::app) fn new(tell: Callback<Option<Rc<Archive>>>) -> Intake {
        Intake { inner: RefCell::default(), tell }
    }

    /// The desk as it is.
    pub(in crate::app) fn desk(&self) -> Rc<Desk> {
        self.inner.borrow().desk.clone()
    }
}
