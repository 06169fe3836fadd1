//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.

pub mod state;
pub mod url;
