//! Which unit lies under a pointer.

use super::arcs::plain;
use super::{Frame, Shapes, UnitShape};
use crate::layout::{Point, Rect};

impl Shapes {
    /// The unit at a place of the screen; where none is, the nearest one within `reach` pixels. Of units that
    /// share the place exactly, the first.
    pub fn hit(&self, frame: &Frame, at: Point, reach: f64) -> Option<usize> {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return None;
        }
        let p = frame.plane(at);
        let inside = self.units.iter().position(|unit| self.contains(unit, p));
        inside.or_else(|| self.nearest(p, reach.max(0.0) / frame.factor))
    }

    /// Whether a point of the plane lies in a unit: a line from it to the right crosses the borders an odd
    /// number of times. Which way an arc runs does not matter.
    pub(super) fn contains(&self, unit: &UnitShape, p: Point) -> bool {
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

    fn nearest(&self, p: Point, reach: f64) -> Option<usize> {
        let mut best = None;
        let mut least = reach;
        for (index, unit) in self.units.iter().enumerate() {
            if !unit.bounds.grown(least).contains(p) {
                continue;
            }
            let distance = self.distance(unit, p, least);
            if distance < least {
                (best, least) = (Some(index), distance);
            }
        }
        best
    }

    /// How far a point is from a unit's border, if nearer than `most`.
    fn distance(&self, unit: &UnitShape, p: Point, most: f64) -> f64 {
        let mut least = most;
        for &arc in unit.rings.iter().flatten() {
            if !self.arcs.bounds[plain(arc)].grown(least).contains(p) {
                continue;
            }
            for pair in self.arcs.of(arc).windows(2) {
                least = least.min(to_segment(p, pair[0], pair[1]));
            }
        }
        least
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

/// How far a point is from the line between two others.
pub(super) fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along =
        if length == 0.0 { 0.0 } else { (((p.x - a.x) * dx + (p.y - a.y) * dy) / length).clamp(0.0, 1.0) };
    p.distance(Point::new(a.x + dx * along, a.y + dy * along))
}
