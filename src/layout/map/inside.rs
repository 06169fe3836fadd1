//! What lies in a unit: a point of the plane, and how much of a label.

use super::arcs::plain;
use super::{Frame, Shapes, UnitShape};
use crate::layout::{Point, Rect};

impl Shapes {
    /// Whether a point of the plane lies in a unit: a line from it to the right crosses the borders an odd
    /// number of times. Which way an arc runs does not matter.
    pub fn contains(&self, unit: &UnitShape, p: Point) -> bool {
        if !unit.bounds.contains(p) {
            return false;
        }
        let mut odd = false;
        for &arc in unit.rings.iter().flatten() {
            let bounds = self.arcs.bounds[plain(arc)];
            if p.y < bounds.y || p.y > bounds.bottom() || p.x > bounds.right() {
                continue;
            }
            for pair in self.arcs.of(arc).windows(2) {
                let (a, b) = (pair[0], pair[1]);
                if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
                    odd = !odd;
                }
            }
        }
        odd
    }

    /// Whether a box of the screen lies in a unit as far as nine of its points tell; how many of them do.
    pub(super) fn points_inside(&self, unit: &UnitShape, frame: &Frame, rect: Rect) -> usize {
        let steps = [0.0, 0.5, 1.0];
        let points = steps.iter().flat_map(|&x| steps.iter().map(move |&y| (x, y)));
        let at =
            |(x, y): (f64, f64)| frame.plane(Point::new(rect.x + rect.width * x, rect.y + rect.height * y));
        points.filter(|&point| self.contains(unit, at(point))).count()
    }
}
