//! Pure geometry from plain numbers: where a time scale puts a day, what path a district has, how wide a bar
//! is. In go day numbers ([`Day::number`](crate::date::Day::number)), counts and indices; out come numbers,
//! rectangles, labels with their places, and path data. This module emits no markup, knows no colours (it
//! names the class of a shade; the page's tokens say the colour), and does not count what the corpus holds.

pub mod map;
mod measure;
mod path;
mod rows;
mod scale;
mod shape;
pub mod timeline;

pub use measure::{fitted, text_width};
pub use rows::Rows;
pub use scale::CountAxis;
pub use shape::{Point, Rect};
