//! Records, tables and figures → CSV, XLSX, DOCX, ICS, SVG, citations. This module computes no figure.

mod citation;

pub use citation::{citation, record_citation};
