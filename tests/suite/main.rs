//! The native test suite: a module per area.

#[cfg(feature = "app")]
mod app;
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]

mod dict;
mod fold;
