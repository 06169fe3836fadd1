//! The native test suite: a module per area.

#[cfg(feature = "app")]
mod app;
