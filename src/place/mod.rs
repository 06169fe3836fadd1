//! Names of administrative units (行政区划) and the codes that they mean, in a region and at a date; the
//! tree of units. This module does not draw.

mod adcode;
pub mod boundaries;
pub mod topology;

pub use adcode::{Adcode, AdcodeError, Level};
