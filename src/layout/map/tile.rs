//! The tile grid: a square for each unit, placed by a table so that neighbours mostly touch. Every unit is as
//! large as every other, so that the smallest can be read; it draws no boundary.

use crate::layout::Rect;
use crate::place::Adcode;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileCell {
    /// The unit.
    pub adcode: Adcode,
    /// The row, 0 the upper one.
    pub row: u32,
    /// The column, 0 the left one.
    pub column: u32,
}

/// A tile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// The unit.
    pub adcode: Adcode,
    /// Its square.
    pub rect: Rect,
}

/// Tiles on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TileGrid {
    /// The tiles, in the order of the table.
    pub tiles: Vec<Tile>,
    /// The side of a tile.
    pub side: f64,
}

/// Between two tiles, in parts of the distance of their middles.
const GAP: f64 = 0.06;

impl TileGrid {
    /// The tiles as large as the box allows, at most `most` pixels wide, in its middle.
    ///
    /// ```
    /// use gongxun::layout::{Rect, map::{TileCell, TileGrid}};
    /// let cell = |code: &str, row, column| TileCell { adcode: code.parse().unwrap(), row, column };
    /// // 渝中区, 南岸区
    /// let grid = TileGrid::new(&[cell("500103", 4, 4), cell("500108", 5, 4)], Rect::new(0.0, 0.0, 100.0, 100.0), 80.0);
    /// assert_eq!(grid.side, 47.0);
    /// assert_eq!(grid.tiles[1].rect.y, 51.5);
    /// ```
    pub fn new(cells: &[TileCell], rect: Rect, most: f64) -> TileGrid {
        let Some(first) = cells.first() else { return TileGrid::default() };
        let range = |of: fn(&TileCell) -> u32| {
            cells.iter().map(of).fold((of(first), of(first)), |(low, high), n| (low.min(n), high.max(n)))
        };
        let (rows, columns) = (range(|cell| cell.row), range(|cell| cell.column));
        let (down, across) = (f64::from(rows.1 - rows.0) + 1.0, f64::from(columns.1 - columns.0) + 1.0);
        let step = (rect.width / across).min(rect.height / down).min(most / (1.0 - GAP));
        let side = step * (1.0 - GAP);
        let left = rect.centre().x - across * step / 2.0 + step * GAP / 2.0;
        let top = rect.centre().y - down * step / 2.0 + step * GAP / 2.0;
        let tile = |cell: &TileCell| {
            let (x, y) = (f64::from(cell.column - columns.0) * step, f64::from(cell.row - rows.0) * step);
            Tile { adcode: cell.adcode, rect: Rect::new(left + x, top + y, side, side) }
        };
        TileGrid { tiles: cells.iter().map(tile).collect(), side }
    }

    /// The largest font, up to `most`, in which names of so many ems and a line for the count fit.
    pub fn font_size(&self, ems: f64, most: f64) -> f64 {
        (self.side * 0.88 / ems.max(1.0)).min(self.side * 0.36).min(most)
    }
}
