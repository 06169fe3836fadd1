//! The timeline: where time lies, how densely it is filled, where single activities stand, and what is chosen
//! on it. Decade to day; across for wide windows, upright for phones.

mod bars;
mod bins;
mod brush;
mod days;
mod festival;
mod items;
mod level;
mod scale;
mod series;
mod ticks;
mod vertical;
mod wording;

pub use bars::{Lie, Part, Piece, bars};
pub use bins::{Bin, Bins, Entry};
pub use brush::{BrushShape, Drag, Grip, HANDLE, brush_shape, press, step};
pub use days::Days;
pub use festival::{Festival, FestivalMark, MarkedFestival, festival_marks, festivals};
pub use items::{Item, ItemOptions, Lanes, Overflow, Placed, items_fit, place_items};
pub use level::Level;
pub use scale::TimeScale;
pub use series::Series;
pub use ticks::{Label, Tick, TimeAxis, time_axis};
pub use vertical::{Group, Order, Vertical, VerticalOptions, VerticalRow, header_bar, vertical};
pub use wording::{EN, Wording, ZH};
