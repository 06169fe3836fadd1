//! The desk: the files that were chosen, how far each has come, and what it holds. Pure.

use std::rc::Rc;

use crate::app::worker::ReadFile;
use crate::corpus::{ArticleId, Severity};

/// The files, in the order in which they were chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The files.
    pub files: Vec<Entry>,
    /// Whether something is being read, indexed or written.
    pub busy: bool,
    /// What went wrong beside the files.
    pub fault: Option<Rc<str>>,
    /// Whether a single file is being made.
    pub saving: bool,
    /// The name of the file that was saved last.
    pub saved: Option<Rc<str>>,
}

/// A file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number: one that is given once.
    pub key: u32,
    /// Its name.
    pub name: Rc<str>,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Chosen.
    Waiting,
    /// Being read.
    Reading,
    /// Read: it may be added, or there is nothing in it to add.
    Read(Rc<Found>),
    /// Being indexed, so many slices of so many.
    Adding(Rc<Found>, usize, usize),
    /// Part of the archive.
    Added(Rc<Found>),
    /// It could not be read, and why.
    Failed(Rc<str>),
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What the worker read.
    pub file: ReadFile,
    /// Those of its articles that the archive has already.
    pub known: Vec<ArticleId>,
}

impl Found {
    /// How many of its articles are new.
    pub fn fresh(&self) -> usize {
        self.file.articles.len().saturating_sub(self.known.len())
    }

    /// Whether the file was refused: nothing was read of it, and something says why.
    pub fn refused(&self) -> bool {
        self.file.articles.is_empty()
            && self.file.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl Stage {
    /// What the file holds, as far as it was read.
    pub fn found(&self) -> Option<&Rc<Found>> {
        match self {
            Stage::Read(found) | Stage::Adding(found, ..) | Stage::Added(found) => Some(found),
            Stage::Waiting | Stage::Reading | Stage::Failed(_) => None,
        }
    }
}

impl Desk {
    /// The files that were read and hold something new, with how many articles that is.
    pub fn ready(&self) -> (Vec<u32>, usize) {
        let fresh = |entry: &Entry| match &entry.stage {
            Stage::Read(found) if found.fresh() > 0 => Some((entry.key, found.fresh())),
            _ => None,
        };
        let ready: Vec<(u32, usize)> = self.files.iter().filter_map(fresh).collect();
        (ready.iter().map(|(key, _)| *key).collect(), ready.iter().map(|(_, articles)| articles).sum())
    }

    /// How many articles were added.
    pub fn added(&self) -> usize {
        let added = |entry: &Entry| match &entry.stage {
            Stage::Added(found) => found.fresh(),
            _ => 0,
        };
        self.files.iter().map(added).sum()
    }

    /// How many files have been dealt with, of those that were chosen.
    pub fn read(&self) -> (usize, usize) {
        let open = |entry: &&Entry| matches!(entry.stage, Stage::Waiting | Stage::Reading);
        (self.files.len() - self.files.iter().filter(open).count(), self.files.len())
    }

    /// A file by its number.
    pub fn file(&mut self, key: u32) -> Option<&mut Entry> {
        self.files.iter_mut().find(|entry| entry.key == key)
    }
}
