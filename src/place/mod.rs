//! Names of administrative units (行政区划) and the codes that they mean, in a region and at a date; the
//! tree of units. This module does not draw.

mod adcode;
pub mod boundaries;
mod era;
mod gazetteer;
mod resolve;
mod scan;
pub mod topology;
pub mod towns;

pub use adcode::{Adcode, AdcodeError, Level};
pub use era::{in_force, predecessors, successor};
pub use gazetteer::{NameKind, Unit, is_ordinary_name, names_in, unit, units};
pub use resolve::{Here, resolve};
pub use scan::{Mention, Named, mentions};
