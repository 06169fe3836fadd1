//! The native test suite: a module per area.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]

mod cli;
mod corpus;
mod corrections;
mod dict;
mod fold;
mod house;
mod ingest;
mod map_data;
mod search;
