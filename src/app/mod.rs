//! The browser part: Yew views, one store, the URL, loading. Nothing imports this module.
