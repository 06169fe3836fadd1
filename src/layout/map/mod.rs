//! Maps of administrative units: putting their boundaries on the screen, shades, labels, and what a finger
//! hits; and the tile grid. Which units were in force when is for `place` to say.

mod arcs;
mod callout;
mod classes;
mod compass;
mod draw;
mod error;
mod frame;
mod inside;
mod label;
mod projection;
mod shapes;
mod target;
mod tile;

pub use classes::{Classes, LegendEntry, Shade};
pub use compass::{Direction, neighbour};
pub use draw::{Detail, Drawing};
pub use error::MapError;
pub use frame::{Frame, Zoom, country_frames};
pub use label::{LabelForm, LabelOptions, UnitLabel, UnitText, label_units};
pub use projection::Albers;
pub use shapes::{LineShape, Shapes, UnitFacts, UnitShape};
pub use target::{Target, targets};
pub use tile::{Tile, TileCell, TileGrid};

/// A position on the globe, in degrees (WGS-84).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LonLat {
    /// The longitude, positive to the east.
    pub lon: f64,
    /// The latitude, positive to the north.
    pub lat: f64,
}
