//! The data model: bulletins (简报), their articles and the activities (活动) that these tell of; its JSON,
//! its validation, its corrections. This module does not read files.

mod activity;
mod bulletin;
mod by_name;
mod correct;
mod corrections;
mod diagnostic;
mod error;
mod fault;
mod id;
mod json;
mod kind_words;
mod kinds;
#[cfg(feature = "cli")]
mod schema;
mod withdrawn;

pub use activity::{
    Activity, DateField, FieldBasis, FieldName, Honour, Participants, Place, PlaceBasis, PlaceName, Sureness,
    Undated, UndatedReason,
};
pub use bulletin::{
    Article, At, Bulletin, Caption, Corpus, Edit, FORMAT, Part, Script, Source, VERSION, Year,
};
pub use by_name::from_json;
pub use correct::{Refusal, correct};
pub use corrections::{CORRECTIONS_FORMAT, CORRECTIONS_VERSION, Correction, Corrections, Op};
pub use diagnostic::{Diagnostic, Severity};
pub use error::CorpusError;
pub use fault::{Fault, RangeOwner, faults};
pub use id::{ActivityId, ArticleId, BulletinId, IdMaker};
pub use kind_words::{AudienceWords, TypeWords, audience_words, type_words};
pub use kinds::TYPES;
#[cfg(feature = "cli")]
pub use schema::schema;
pub use withdrawn::withdraw;
