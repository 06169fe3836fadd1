//! The native test suite: a module per area.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]

#[cfg(feature = "app")]
mod app;
mod cleaning;
#[cfg(feature = "cli")]
mod cli;
mod corpus;
#[cfg(feature = "cli")]
mod corrections;
mod dict;
mod fields;
mod fold;
mod formats;
mod house;
mod ingest;
mod layout;
#[cfg(feature = "cli")]
mod map_data;
#[cfg(feature = "cli")]
mod package;
mod publish;
mod question;
mod readings;
mod reports;
mod search;
