//! The native test suite: a module per area.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]

mod corpus;
mod dict;
mod fold;
mod house;
mod layout;
mod search;
