//! Counts by time, district, type and audience, and ranks. This module does not format.
//!
//! It counts plain lists, one entry an activity (活动); which activities are counted is the caller's affair.

mod districts;
mod labels;
mod months;
mod ranks;

pub use districts::{DistrictCount, by_district, by_district_weighted};
pub use labels::by_label;
pub use months::{Month, by_month};
pub use ranks::{Ranked, ranked};
