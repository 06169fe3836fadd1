//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.

pub mod about;
pub mod accent;
mod api;
pub mod archive;
mod device;
mod document;
mod explorer;
mod history;
mod keys;
mod load;
pub mod loader;
pub mod question;
pub mod results;
pub mod spans;
mod start;
pub mod state;
pub mod url;
pub mod view;
pub mod words;

pub use start::start;
