//! What a finger hits: units too small for it get a disc of their own.

use super::{Frame, Shapes};
use crate::layout::Point;

/// A disc that stands for a small unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The unit, as an index of the shapes' units.
    pub unit: usize,
    /// Its middle.
    pub centre: Point,
    /// Its radius.
    pub radius: f64,
}

/// Discs for the units whose narrow side is under `least` pixels (24 for a pointer, 44 for a finger): so wide,
/// or less where two of them would meet. They do not overlap.
pub fn targets(shapes: &Shapes, frame: &Frame, least: f64) -> Vec<Target> {
    let small = |unit: &usize| {
        let shown = frame.place_rect(shapes.units[*unit].bounds);
        shown.width.min(shown.height) < least && frame.rect.contains(frame.place(shapes.units[*unit].label))
    };
    let mut discs: Vec<Target> = (0..shapes.units.len())
        .filter(small)
        .map(|unit| Target { unit, centre: frame.place(shapes.units[unit].label), radius: least / 2.0 })
        .collect();
    // From left to right, so that only those near in x are compared.
    discs.sort_by(|a, b| a.centre.x.total_cmp(&b.centre.x).then(a.unit.cmp(&b.unit)));
    for this in 0..discs.len() {
        for other in this + 1..discs.len() {
            let (a, b) = (discs[this].centre, discs[other].centre);
            if b.x - a.x >= least {
                break;
            }
            let half = a.distance(b) / 2.0;
            discs[this].radius = discs[this].radius.min(half);
            discs[other].radius = discs[other].radius.min(half);
        }
    }
    discs.sort_by_key(|disc| disc.unit);
    discs
}
