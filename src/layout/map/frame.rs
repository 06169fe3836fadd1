//! Where a part of the plane is put on the screen, and how far one may zoom and pan.

use super::{Albers, LonLat};
use crate::layout::{Point, Rect};

/// Maps the plane to pixels: one factor, one shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The box on the screen; what lies outside it is cut off.
    pub rect: Rect,
    /// Pixels to the plane's unit.
    pub factor: f64,
    /// Where the plane's origin lies.
    pub origin: Point,
}

impl Frame {
    /// Shows a part of the plane as large as the box allows, in its middle, with a margin around it.
    pub fn fit(part: Rect, rect: Rect, margin: f64) -> Frame {
        let room = rect.grown(-margin.min(rect.width / 2.0).min(rect.height / 2.0));
        let ratio = |room: f64, part: f64| if part > 0.0 { room / part } else { f64::INFINITY };
        let factor = ratio(room.width, part.width).min(ratio(room.height, part.height));
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let (from, to) = (part.centre(), rect.centre());
        Frame { rect, factor, origin: Point::new(to.x - from.x * factor, to.y - from.y * factor) }
    }

    /// Where a point of the plane lies.
    pub fn place(&self, p: Point) -> Point {
        Point::new(p.x * self.factor + self.origin.x, p.y * self.factor + self.origin.y)
    }

    /// The point of the plane that lies at a place.
    pub fn plane(&self, p: Point) -> Point {
        Point::new((p.x - self.origin.x) / self.factor, (p.y - self.origin.y) / self.factor)
    }

    /// Where a box of the plane lies.
    pub fn place_rect(&self, r: Rect) -> Rect {
        let at = self.place(Point::new(r.x, r.y));
        Rect::new(at.x, at.y, r.width * self.factor, r.height * self.factor)
    }

    /// The frame under a zoom, to draw anew with finer detail and labels at their own size.
    pub fn zoomed(&self, zoom: &Zoom) -> Frame {
        Frame { factor: self.factor * zoom.factor, origin: zoom.place(self.origin), ..*self }
    }
}

/// The frames of a national map: down to 18° N, and the islands of the South China Sea (南海诸岛) in a box at its
/// lower right, as such maps have it. Each is cut off at its own box. A map that must not leave the islands out
/// draws both.
pub fn country_frames(projection: &Albers, rect: Rect, margin: f64) -> (Frame, Frame) {
    let north = plane_of(projection, (73.4, 135.1), (17.9, 53.6));
    let south = plane_of(projection, (106.5, 122.5), (2.8, 24.8));
    let main = Frame::fit(north, rect, margin);
    let shown = main.place_rect(north);
    let height = shown.height * 0.3;
    let width = height * south.width / south.height;
    let inset = Rect::new(shown.right() - width, shown.bottom() - height, width, height);
    (Frame { rect: shown, ..main }, Frame::fit(south, inset, 2.0))
}

/// The part of the plane that a range of longitudes and latitudes takes.
fn plane_of(projection: &Albers, lon: (f64, f64), lat: (f64, f64)) -> Rect {
    let along = |(from, to): (f64, f64), i: i32| from + (to - from) * f64::from(i) / 20.0;
    let edges = (0..=20).flat_map(|i| {
        let (lon_at, lat_at) = (along(lon, i), along(lat, i));
        [(lon_at, lat.0), (lon_at, lat.1), (lon.0, lat_at), (lon.1, lat_at)]
    });
    let points = edges.map(|(lon, lat)| projection.point(LonLat { lon, lat }));
    Rect::bounding(points).unwrap_or_default()
}

/// What the reader did to the map: a factor from 1, and a shift that never shows less than the whole box full.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// 1 shows the whole.
    pub factor: f64,
    /// The shift in pixels.
    pub shift: Point,
    /// The box in which the map is drawn.
    rect: Rect,
    most: f64,
}

impl Zoom {
    /// The whole, in a box, with a limit to how far one may go in.
    pub fn whole(rect: Rect, most: f64) -> Zoom {
        Zoom {
            factor: 1.0,
            shift: Point::default(),
            rect,
            most: if most.is_finite() { most.max(1.0) } else { 1.0 },
        }
    }

    /// Whether it is a zoom of the same box.
    pub fn fits(&self, other: &Zoom) -> bool {
        self.rect == other.rect
    }

    /// Where a place of the unzoomed map lies now.
    pub fn place(&self, p: Point) -> Point {
        Point::new(p.x * self.factor + self.shift.x, p.y * self.factor + self.shift.y)
    }

    /// The place of the unzoomed map that lies here now.
    pub fn back(&self, p: Point) -> Point {
        Point::new((p.x - self.shift.x) / self.factor, (p.y - self.shift.y) / self.factor)
    }

    /// Zoomed about a place, which stays where it is unless a limit is met.
    pub fn about(&self, at: Point, by: f64) -> Zoom {
        if !(by.is_finite() && by > 0.0) {
            return *self;
        }
        let factor = (self.factor * by).clamp(1.0, self.most);
        let still = self.back(at);
        Zoom { factor, shift: Point::new(at.x - still.x * factor, at.y - still.y * factor), ..*self }
            .settled()
    }

    /// Moved with the pointer.
    pub fn panned(&self, dx: f64, dy: f64) -> Zoom {
        let moved = |at: f64, by: f64| if by.is_finite() { at + by } else { at };
        Zoom { shift: Point::new(moved(self.shift.x, dx), moved(self.shift.y, dy)), ..*self }.settled()
    }

    fn settled(self) -> Zoom {
        let within = |shift: f64, start: f64, length: f64| {
            let end = start + length;
            // Not `clamp`, which panics where rounding puts the limits of an empty box in the wrong order.
            shift.min(start - start * self.factor).max(end - end * self.factor)
        };
        let shift = Point::new(
            within(self.shift.x, self.rect.x, self.rect.width),
            within(self.shift.y, self.rect.y, self.rect.height),
        );
        Zoom { shift, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_fills_its_box() {
        let frame = Frame::fit(Rect::new(1.0, 1.0, 2.0, 1.0), Rect::new(0.0, 0.0, 220.0, 220.0), 10.0);
        assert_eq!(frame.place_rect(Rect::new(1.0, 1.0, 2.0, 1.0)), Rect::new(10.0, 60.0, 200.0, 100.0));
        let nothing = Frame::fit(Rect::default(), Rect::default(), 10.0);
        assert!(nothing.factor.is_finite() && nothing.origin.x.is_finite());
    }

    #[test]
    fn boxes_that_are_none_do_no_harm() {
        for rect in
            [Rect::default(), Rect { x: f64::NAN, ..Rect::default() }, Rect::new(3.0, 0.1, 0.0, 1e-300)]
        {
            let zoom = Zoom::whole(rect, f64::NAN).about(Point::new(1.0, 2.0), 3.0).panned(f64::NAN, 5.0);
            assert_eq!(zoom.factor, 1.0);
        }
    }

    proptest! {
        #[test]
        fn the_map_fills_its_box_at_any_zoom(
            steps in prop::collection::vec((0.0..600.0_f64, 0.0..400.0_f64, 0.2..6.0_f64, -900.0..900.0_f64), 0..12),
        ) {
            let rect = Rect::new(10.0, 20.0, 600.0, 400.0);
            let mut zoom = Zoom::whole(rect, 12.0);
            for (x, y, by, pan) in steps {
                let at = Point::new(x, y);
                zoom = zoom.about(at, by).panned(pan, -pan);
                prop_assert!((1.0..=12.0).contains(&zoom.factor));
                let (from, to) = (zoom.place(Point::new(10.0, 20.0)), zoom.place(Point::new(610.0, 420.0)));
                prop_assert!(from.x <= 10.001 && from.y <= 20.001 && to.x >= 609.999 && to.y >= 419.999);
                let there = zoom.back(zoom.place(at));
                prop_assert!(there.distance(at) < 1e-6);
            }
        }
    }
}
