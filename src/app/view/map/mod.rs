//! The map: units by count, as boundaries or as tiles, with the same codes, colours and keys. `layout` says where
//! things stand; here they are drawn, and what is pointed at is followed.

mod areas;
mod controls;
mod draw;
mod figure;
mod hands;
mod legend;
mod sheet;

pub(super) use figure::MapFigure;
pub(super) use sheet::{Sheet, sheet};
