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

    /// Whether a box of the screen lies in a unit as far as nine of its points tell; how many of them do. Points are no
    /// longer asked for once fewer than `needed` can lie in it: then what is given is less than that.
    pub(super) fn points_inside(&self, unit: &UnitShape, frame: &Frame, rect: Rect, needed: usize) -> usize {
        // The middle and the corners first: where they lie outside, so does the box.
        const POINTS: [(f64, f64); 9] = [
            (0.5, 0.5),
            (0.0, 0.0),
            (1.0, 1.0),
            (1.0, 0.0),
            (0.0, 1.0),
            (0.5, 0.0),
            (0.5, 1.0),
            (0.0, 0.5),
            (1.0, 0.5),
        ];
        let mut inside = 0;
        for (asked, (x, y)) in POINTS.into_iter().enumerate() {
            if inside + POINTS.len() - asked < needed {
                break;
            }
            let at = frame.plane(Point::new(rect.x + rect.width * x, rect.y + rect.height * y));
            inside += usize::from(self.contains(unit, at));
        }
        inside
    }
}
