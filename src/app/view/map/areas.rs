//! The units of a map as areas, whichever way it is drawn: boundaries or tiles.

use std::rc::Rc;

use super::super::Page;
use super::sheet::Sheet;
use crate::layout::map::{
    Classes, Detail, Drawing, Frame, Shade, Shapes, Tile, TileCell, TileGrid, country_frames,
};
use crate::layout::{Point, Rect};
use crate::place::Adcode;

/// Classes at most: so many shades can be told apart.
const CLASSES: u8 = 5;
/// A tile is at most so wide, in pixels.
const WIDEST_TILE: f64 = 76.0;

/// A unit on the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) code: Adcode,
    /// All codes that it stands for.
    pub(super) codes: Vec<Adcode>,
    pub(super) name: String,
    pub(super) short: String,
    pub(super) count: Option<usize>,
    /// How many more, without a date, may lie in the chosen period.
    pub(super) maybe: usize,
    pub(super) shade: Shade,
    pub(super) chosen: bool,
}

/// How areas are drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// Boundaries in a frame, drawn; and for the country, those of the islands in a box of their own.
    Boundaries { shapes: Rc<Shapes>, frame: Frame, drawing: Rc<Drawing>, inset: Option<(Frame, Rc<Drawing>)> },
    /// Tiles.
    Tiles(TileGrid),
}

/// The areas of a map, in the order of its shapes.
pub(super) fn areas(page: &Page, sheet: &Sheet, shapes: &Shapes) -> (Vec<Area>, Classes) {
    let counts: Vec<Option<usize>> = shapes.units.iter().map(|unit| sheet.count(unit.adcode, page)).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let classes = Classes::new(counts.iter().flatten().map(|&count| number(count)), CLASSES);
    let chosen = &page.state.address.places;
    let area = |(unit, count): (&crate::layout::map::UnitShape, Option<usize>)| {
        let codes = sheet.codes(unit.adcode, page);
        Area {
            code: unit.adcode,
            name: unit.name.clone(),
            short: unit.short.clone(),
            count,
            maybe: sheet.maybe(unit.adcode),
            shade: classes.shade(count.map(number)),
            chosen: codes.iter().all(|code| chosen.contains(code)),
            codes,
        }
    };
    (shapes.units.iter().zip(counts).map(area).collect(), classes)
}

/// Boundaries in a box.
pub(super) fn boundaries(shapes: &Rc<Shapes>, scope: Adcode, rect: Rect) -> Form {
    let detail = Detail { tolerance: 0.2, decimals: 1 };
    let draw = |frame: &Frame| Rc::new(shapes.draw(frame, &detail));
    if scope == Adcode::CHINA {
        let (main, south) = country_frames(&shapes.projection, rect, 4.0);
        return Form::Boundaries {
            drawing: draw(&main),
            inset: Some((south, draw(&south))),
            frame: main,
            shapes: shapes.clone(),
        };
    }
    let frame = Frame::fit(shapes.bounds, rect, 12.0);
    Form::Boundaries { drawing: draw(&frame), inset: None, frame, shapes: shapes.clone() }
}

/// Tiles in a box, in the order of the shapes.
pub(super) fn tiles(cells: &[TileCell], rect: Rect) -> Form {
    Form::Tiles(TileGrid::new(cells, rect, WIDEST_TILE))
}

impl Form {
    /// The middle of each unit, for the arrow keys.
    pub(super) fn middles(&self) -> Vec<Point> {
        match self {
            Form::Boundaries { shapes, frame, .. } => {
                shapes.units.iter().map(|unit| frame.place(unit.label)).collect()
            }
            Form::Tiles(grid) => grid.tiles.iter().map(|tile: &Tile| tile.rect.centre()).collect(),
        }
    }
}

impl Area {
    /// Whether all that it may have is without a date: then it is not known to have none.
    pub(super) fn is_only_maybe(&self) -> bool {
        self.maybe > 0 && self.count.unwrap_or(0) == 0
    }

    /// Its count in words.
    pub(super) fn said(&self, page: &Page) -> String {
        let said = page.words.figures.unit_count(&self.name, self.count);
        match self.maybe {
            0 => said,
            maybe => [&said, page.words.comma, &page.words.maybe(maybe)].concat(),
        }
    }

    /// The class of its shade in the style sheet.
    pub(super) fn class(&self) -> &'static str {
        if self.is_only_maybe() { "q-maybe" } else { shade_class(self.shade) }
    }
}

/// The class of a shade in the style sheet: the same for the same class, however many there are.
pub(super) fn shade_class(shade: Shade) -> &'static str {
    match shade {
        Shade::NoData => "q-none",
        Shade::Zero => "q-zero",
        Shade::Class(class) => ["q0", "q1", "q2", "q3"].get(usize::from(class)).copied().unwrap_or("q4"),
    }
}
