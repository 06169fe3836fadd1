//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.

pub mod about;
pub mod accent;
pub mod adding;
mod api;
pub mod archive;
pub mod asking;
pub mod atlas;
mod device;
mod document;
mod explorer;
mod history;
mod home;
mod keys;
pub mod late;
mod load;
pub mod loader;
pub mod look;
mod measure;
pub mod question;
pub mod results;
pub mod snippet;
pub mod spans;
mod start;
pub mod state;
pub mod typed;
pub mod url;
pub mod view;
pub mod words;
pub mod worker;

pub use start::start;
