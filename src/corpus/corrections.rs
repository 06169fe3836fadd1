//! Corrections (更正): what a person knows better than the reading rules, kept in a file of its own so that
//! bulletins can be read anew. Here is the file; [`super::correct`] applies it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json::{read_document, utf8};
use super::{ActivityId, ArticleId, CorpusError};

/// What the field `format` of a file of corrections says.
pub const CORRECTIONS_FORMAT: &str = "gongxun-corrections";
/// The version of that format that this program writes, and the only one that it reads.
pub const CORRECTIONS_VERSION: u32 = 1;

/// A file of corrections, applied from the first to the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Corrections {
    /// Always [`CORRECTIONS_FORMAT`].
    pub format: String,
    /// [`CORRECTIONS_VERSION`].
    pub version: u32,
    /// The corrections.
    pub items: Vec<Correction>,
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The article that it is about.
    pub article: ArticleId,
    /// The activity; absent where it is about the article itself, or adds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityId>,
    /// The first 24 characters of the activity's passage; without an activity, words of the article. Where
    /// these are gone, the correction is not applied.
    pub evidence: String,
    /// What to do.
    pub op: Op,
    /// The field to set, by its key in the corpus JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the field held. Where given and no longer true, the correction is not applied.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub from: Option<Value>,
    /// What to set (`set`), the activity (`add`), the parts (`split`), or the ids of the others (`merge`).
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub to: Option<Value>,
    /// When the person made it, for the person's own use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// What a correction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Gives a field of an activity, or of the article, another value; `null` empties it.
    Set,
    /// Takes an activity away; without an activity, the article and all its activities.
    Delete,
    /// Adds an activity that the rules missed.
    Add,
    /// Puts several activities in the place of one.
    Split,
    /// Makes several records of one event one: within an article a single record, across articles
    /// records that name each other in `same_as`.
    Merge,
}

impl Op {
    /// The word in the file.
    pub fn key(self) -> &'static str {
        match self {
            Op::Set => "set",
            Op::Delete => "delete",
            Op::Add => "add",
            Op::Split => "split",
            Op::Merge => "merge",
        }
    }
}

/// A `null` that is written is a value; one that is not is none.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Default for Corrections {
    fn default() -> Corrections {
        Corrections { format: CORRECTIONS_FORMAT.to_owned(), version: CORRECTIONS_VERSION, items: Vec::new() }
    }
}

impl Corrections {
    /// Reads a file of corrections.
    ///
    /// # Errors
    /// As [`super::Corpus::from_json`]: no JSON, cut off, another format or version, a field of the wrong kind.
    pub fn from_json(text: &str) -> Result<Corrections, CorpusError> {
        read_document(text, CORRECTIONS_FORMAT, CORRECTIONS_VERSION)
    }

    /// Reads a file of corrections from its bytes.
    ///
    /// # Errors
    /// As [`Corrections::from_json`], and where the bytes are no UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Result<Corrections, CorpusError> {
        Corrections::from_json(utf8(bytes)?)
    }

    /// The corrections as indented JSON with a newline at its end.
    ///
    /// # Errors
    /// None that corrections of these types can cause; the JSON writer's signature has one.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}
