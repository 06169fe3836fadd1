//! The browser part, as far as it is pure or can be rendered to a string.

mod state;
mod url;
