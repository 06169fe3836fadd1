//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.

pub mod loader;
mod start;

pub use start::start;
