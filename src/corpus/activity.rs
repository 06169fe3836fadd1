//! Activities (活动): what happened, where, when, by whom, for whom; and on what each of that rests.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActivityId, ArticleId, At};
use crate::date::{Day, Precision, Span};
use crate::place::Adcode;

/// One activity that an article tells of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Activity {
    /// The activity's id.
    pub id: ActivityId,
    /// The article that tells of it.
    pub article: ArticleId,
    /// The passage that tells of it; its fields may rest on others.
    pub at: At,
    /// A short factual title.
    pub title: String,
    /// When it took place; absent where `undated` says why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateField>,
    /// Why it has no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undated: Option<Undated>,
    /// Its year, where only that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Where it took place: the most specific units, or the organiser's area.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Units that are named but are not where it took place.
    #[serde(default)]
    pub mentioned_places: Vec<PlaceName>,
    /// Places within a unit: halls, parks, firms, subdistricts.
    #[serde(default)]
    pub venues: Vec<String>,
    /// Organisers in full names.
    #[serde(default)]
    pub organisers: Vec<String>,
    /// Types (类型) out of the fourteen of `data/types.tsv`.
    #[serde(default)]
    pub types: Vec<String>,
    /// Sub-types (送清凉), each under one of the types.
    #[serde(default)]
    pub subtypes: Vec<String>,
    /// Audiences (对象) out of `data/audiences.tsv`.
    #[serde(default)]
    pub audiences: Vec<String>,
    /// People or units that took part; not money, goods, sessions or running totals.
    #[serde(default)]
    pub participants: Vec<Participants>,
    /// Who was honoured (表彰) with what.
    #[serde(default)]
    pub honours: Vec<Honour>,
    /// On what each field rests.
    #[serde(default)]
    pub fields: BTreeMap<FieldName, FieldBasis>,
    /// Reports of the same event in other articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<ActivityId>,
}

/// When something took place: inclusive days, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DateField {
    /// The first day.
    pub start: Day,
    /// The last day.
    pub end: Day,
    /// How finely the words name it.
    pub precision: Precision,
    /// The words, as printed.
    pub basis: String,
    /// What the year rests on, where the words carry none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_basis: Option<String>,
}

impl DateField {
    /// The interval.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Words in place of a date, and why they give none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Undated {
    /// The words (近日), empty where there are none.
    pub words: String,
    /// Why there is no date.
    pub reason: UndatedReason,
}

/// Why an activity has no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum UndatedReason {
    /// 近日, 日前
    Vague,
    /// Nothing is said.
    None,
    /// 13月45日
    Damaged,
}

/// A unit where something took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Place {
    /// The unit's code.
    pub adcode: Adcode,
    /// The unit's full name.
    pub name: String,
    /// What says that it was here.
    pub basis: PlaceBasis,
}

/// What a place rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PlaceBasis {
    /// The text names it.
    Text,
    /// It is the organiser's area.
    Organiser,
    /// The venue lies in it.
    Venue,
    /// It is the bulletin's region.
    Bulletin,
}

/// A unit that is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PlaceName {
    /// The unit's code.
    pub adcode: Adcode,
    /// The unit's full name.
    pub name: String,
}

/// A number of people or units that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Participants {
    /// How many.
    pub count: u64,
    /// 名, 人, 人次, 户, 家, 支 …
    pub unit: String,
    /// Whether the text says about (近, 余, 多).
    #[serde(default)]
    pub approx: bool,
    /// Of what: 职工.
    #[serde(default)]
    pub of: String,
}

/// An honour given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Honour {
    /// Who was honoured.
    pub who: String,
    /// With what.
    pub what: String,
}

/// A field of an activity that rests on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of that name")]
pub enum FieldName {
    Title,
    Date,
    Places,
    Venues,
    Organisers,
    Types,
    Audiences,
    Participants,
    Honours,
}

impl FieldName {
    /// The field's key in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            FieldName::Title => "title",
            FieldName::Date => "date",
            FieldName::Places => "places",
            FieldName::Venues => "venues",
            FieldName::Organisers => "organisers",
            FieldName::Types => "types",
            FieldName::Audiences => "audiences",
            FieldName::Participants => "participants",
            FieldName::Honours => "honours",
        }
    }
}

/// On what a field rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct FieldBasis {
    /// The words, where there are any.
    #[serde(default)]
    pub at: Vec<At>,
    /// How sure the reading is.
    pub sure: Sureness,
    /// The rule's id, or `person` for a correction.
    pub by: String,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    /// The text says it.
    Certain,
    /// The text implies it.
    Likely,
    /// It may well be otherwise.
    Guess,
}
