//! What a reader takes along: citations of articles and records. This module computes no figure.

mod citation;

pub use citation::{citation, record_citation};
