//! Path data for the units and their borders.
//!
//! Arcs are simplified and rounded one by one, before they are put together: neighbours keep the same border,
//! without gaps, and each border is drawn once.

use super::arcs::{Ring, plain};
use super::{Frame, LineShape, Shapes, UnitShape};
use crate::layout::path::PathData;
use crate::layout::{Point, Rect};

/// How fine a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detail {
    /// Points nearer to the line than this, in pixels, are left out: higher is shorter and coarser.
    pub tolerance: f64,
    /// Decimals kept: 1 is finer than the eye, 0 fits maps of some 200 pixels.
    pub decimals: u8,
}

impl Default for Detail {
    fn default() -> Detail {
        Detail { tolerance: 0.3, decimals: 1 }
    }
}

/// A drawn map: values of `d`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// A closed path for each unit, to be filled by the even-odd rule; empty where it lies outside the frame.
    pub units: Vec<String>,
    /// Borders between units under one and the same unit.
    pub inner: String,
    /// Borders between units under different units: those of cities on a map of counties.
    pub between: String,
    /// The outline of all units together.
    pub outer: String,
    /// The lines, in their order.
    pub lines: Vec<String>,
}

/// An island smaller than this, in pixels, is drawn as a dot of this size: it must not vanish.
const DOT: f64 = 0.8;

impl Shapes {
    /// Draws the units and the borders that the frame shows, in part at least.
    pub fn draw(&self, frame: &Frame, detail: &Detail) -> Drawing {
        let in_view = |bounds: Rect| frame.place_rect(bounds).grown(1.0).overlaps(frame.rect);
        let shown: Vec<bool> = self.units.iter().map(|unit| in_view(unit.bounds)).collect();
        let is_shown = |unit: &Option<usize>| unit.is_some_and(|unit| shown[unit]);
        // Lines have no units beside them, and are few.
        let is_drawn = |sides: &[Option<usize>; 2]| *sides == [None, None] || sides.iter().any(is_shown);
        let draw_arc = |(arc, sides): (usize, &[Option<usize>; 2])| {
            if !is_drawn(sides) {
                return Vec::new();
            }
            let points: Vec<Point> = self.arcs.of(arc as i32).iter().map(|&p| frame.place(p)).collect();
            simplified(points, detail.tolerance)
        };
        let arcs: Vec<Vec<Point>> = self.sides.iter().enumerate().map(draw_arc).collect();

        let unit = |(unit, &is_shown): (&UnitShape, &bool)| {
            let mut path = PathData::new(detail.decimals);
            for ring in unit.rings.iter().filter(|_| is_shown) {
                draw_ring(&mut path, ring, &arcs);
            }
            path.finish()
        };
        let border = |wanted: Border| {
            let mut path = PathData::new(detail.decimals);
            for ((points, sides), &bounds) in arcs.iter().zip(&self.sides).zip(&self.arcs.bounds) {
                if self.border_of(sides) == Some(wanted) && in_view(bounds) {
                    path.line(points.iter().copied());
                }
            }
            path.finish()
        };
        let line = |shape: &LineShape| {
            let mut path = PathData::new(detail.decimals);
            for ring in &shape.arcs {
                path.line(joined(ring, &arcs));
            }
            path.finish()
        };
        Drawing {
            units: self.units.iter().zip(&shown).map(unit).collect(),
            inner: border(Border::Inner),
            between: border(Border::Between),
            outer: border(Border::Outer),
            lines: self.lines.iter().map(line).collect(),
        }
    }

    fn border_of(&self, sides: &[Option<usize>; 2]) -> Option<Border> {
        match *sides {
            [Some(_), None] => Some(Border::Outer),
            // A cut within one unit is no border.
            [Some(a), Some(b)] if a == b => None,
            [Some(a), Some(b)] if self.units[a].parent == self.units[b].parent => Some(Border::Inner),
            [Some(_), Some(_)] => Some(Border::Between),
            [None, _] => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Border {
    Inner,
    Between,
    Outer,
}

/// The points of arcs end to end; where two meet, the point stands once.
fn joined<'a>(ring: &'a Ring, arcs: &'a [Vec<Point>]) -> impl Iterator<Item = Point> + 'a {
    ring.iter().enumerate().flat_map(move |(place, &index)| {
        let points = arcs.get(plain(index)).map_or(&[][..], Vec::as_slice);
        let count = points.len();
        let at = move |i: usize| points[if index < 0 { count - 1 - i } else { i }];
        (usize::from(place > 0).min(count)..count).map(at)
    })
}

fn draw_ring(path: &mut PathData, ring: &Ring, arcs: &[Vec<Point>]) {
    let Some(bounds) = Rect::bounding(joined(ring, arcs)) else { return };
    if bounds.width.max(bounds.height) < DOT {
        let dot = Rect::around(bounds.centre(), DOT, DOT);
        path.line(
            [(dot.x, dot.y), (dot.right(), dot.y), (dot.right(), dot.bottom()), (dot.x, dot.bottom())]
                .map(|(x, y)| Point::new(x, y)),
        );
    } else {
        path.line(joined(ring, arcs));
    }
    path.close();
}

/// The line without the points that lie nearer to it than the tolerance (Douglas and Peucker). Both ends stay.
fn simplified(points: Vec<Point>, tolerance: f64) -> Vec<Point> {
    if points.len() < 3 || tolerance <= 0.0 {
        return points;
    }
    let mut keep = vec![false; points.len()];
    (keep[0], keep[points.len() - 1]) = (true, true);
    let mut parts = vec![(0, points.len() - 1)];
    while let Some((from, to)) = parts.pop() {
        let (mut far, mut most) = (from, tolerance);
        for i in from + 1..to {
            let distance = to_segment(points[i], points[from], points[to]);
            if distance > most {
                (far, most) = (i, distance);
            }
        }
        if far > from {
            keep[far] = true;
            parts.push((from, far));
            parts.push((far, to));
        }
    }
    points.into_iter().zip(keep).filter_map(|(p, keep)| keep.then_some(p)).collect()
}

/// How far a point is from the line between two others.
fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along =
        if length == 0.0 { 0.0 } else { (((p.x - a.x) * dx + (p.y - a.y) * dy) / length).clamp(0.0, 1.0) };
    p.distance(Point::new(a.x + dx * along, a.y + dy * along))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_point_is_further_off_than_the_tolerance(
            line in prop::collection::vec((0.0..100.0_f64, 0.0..100.0_f64), 2..60), tolerance in 0.1..20.0_f64,
        ) {
            let points: Vec<Point> = line.iter().map(|&(x, y)| Point::new(x, y)).collect();
            let short = simplified(points.clone(), tolerance);
            prop_assert_eq!((short[0], short[short.len() - 1]), (points[0], points[points.len() - 1]));
            for p in points {
                let off = short.windows(2).map(|pair| to_segment(p, pair[0], pair[1])).fold(f64::MAX, f64::min);
                prop_assert!(off <= tolerance + 1e-9);
            }
        }
    }
}
