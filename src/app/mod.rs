//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.

pub mod about;
pub mod archive;
pub mod loader;
pub mod results;
mod seek;
pub mod spans;
mod start;
pub mod state;
pub mod url;
pub mod words;

pub use start::start;
