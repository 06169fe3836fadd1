//! The worker: what the first screen does not need, in a second wasm that is loaded when it is first asked for. It
//! reads bulletins, indexes them slice by slice, joins what was read to a corpus, and makes a single file of it.
//!
//! This module is what page and worker say to each other; [`answer`] is the worker's side, `app::adding` the
//! page's. A message is JSON with byte strings beside it, so that texts are not escaped twice. Each answer rests on its
//! question alone, but for the dictionary that [`Request::Open`] gives, so that the page may stop after any.

mod answer;
mod package;
mod start;

use serde::{Deserialize, Serialize};

use crate::corpus::{ActivityId, ArticleId, BulletinId, Diagnostic};
use crate::place::Adcode;
use crate::publish::PartName;

pub use answer::{Worker, answer};
pub use start::start;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Gets ready, or ready anew. Beside it: the dictionary, and a table of townships.
    Open,
    /// Reads a file. Beside it: its bytes.
    Read {
        /// The file's name.
        name: String,
    },
    /// Cuts a corpus that was read into slices to index. Beside it: the corpus.
    Cut {
        /// The articles that are there already: left out.
        known: Vec<ArticleId>,
        /// Ids of bulletins that are taken: one of another's gets a number.
        taken: Vec<BulletinId>,
    },
    /// Makes the index of a slice. Beside it: the slice.
    Index {
        /// Whether it is the first of a file: then it knows all names of units that one may ask for.
        first: bool,
    },
    /// Finds reports of one event. Beside it: a corpus, and the slices behind it.
    Link,
    /// Writes one corpus. Beside it: a corpus, and the slices behind it.
    Join,
    /// Makes a single file. Beside it: those parts, and style, script and glue of the page that they are from; then a
    /// corpus, and the slices behind it.
    Package {
        /// Which parts are beside it, in this order.
        parts: Vec<PartName>,
    },
}

/// What the worker answers, with bytes beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// Ready, or: done, and the bytes are beside it: of [`Request::Cut`] the slices, of [`Request::Index`] the index,
    /// of [`Request::Join`] the corpus, of [`Request::Package`] the file.
    Done,
    /// What a file holds. Beside it: the corpus of its own, where there is one.
    Read(ReadFile),
    /// The activities that tell of one event with others, with those others.
    Linked(Vec<(ActivityId, Vec<ActivityId>)>),
    /// Why there is no answer, in Chinese.
    Failed(String),
}

/// What a file was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFile {
    /// Its articles, in order.
    pub articles: Vec<ReadArticle>,
    /// How many activities they tell of.
    pub activities: usize,
    /// What there is to say of it, where, and what to do.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it is of a province whose townships the worker was not given: it should be read again with all.
    pub elsewhere: bool,
    /// Names of the units that it tells of, and of those above them.
    pub names: Vec<(Adcode, String)>,
}

/// An article that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadArticle {
    /// Its id, as the command would give it.
    pub id: ArticleId,
    /// Its headline, or how it begins.
    pub title: String,
}
