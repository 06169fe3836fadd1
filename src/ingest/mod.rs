//! Bulletin bytes → articles and activities, with diagnostics: decode, clean, split, extract. This module
//! never fails on bad input and does not touch the disk.

mod clean;
mod decode;
mod edited;
mod finding;
mod front_matter;
mod lines;
mod split;
