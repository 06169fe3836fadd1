//! Filters: what narrows a result beside words, each kind by any of its values, all kinds together.
//!
//! This module does not decide what a filter holds for; [`super::select`] does.

use crate::date::Day;
use crate::place::Adcode;

/// Values by kind. An empty kind does not narrow; the values of one kind are alternatives; all kinds must
/// hold for one and the same activity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Units; each includes those beneath it.
    pub places: Vec<Adcode>,
    /// Types (类型) or sub-types.
    pub types: Vec<String>,
    /// Audiences (对象).
    pub audiences: Vec<String>,
    /// Organisers, in full.
    pub organisers: Vec<String>,
    /// Bulletins by publisher or by file.
    pub sources: Vec<String>,
    /// The first day of a period; a date that overlaps it counts.
    pub from: Option<Day>,
    /// The last day of the period.
    pub to: Option<Day>,
}

impl Filter {
    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// A filter that a query holds: as typed, and as understood in this corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// What it stands for.
    pub filter: Filter,
    /// Whether it must not hold.
    pub exclude: bool,
}
