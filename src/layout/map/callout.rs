//! A label beside its unit, with a line that leads to it: for units too small to hold it, such as 渝中区.

use super::label::{GAP, Labelling, size};
use super::{LabelForm, UnitLabel, UnitText};
use crate::layout::{Point, Rect};

/// Directions and steps in which a place is sought.
const DIRECTIONS: u32 = 24;
const STEP: f64 = 8.0;
/// What each of nine points of a label costs that lies on some unit, in pixels of a longer line.
const COVERING: f64 = 22.0;

/// The place beside a unit that costs least: near it, off the other units, and clear of labels and lines.
pub(super) fn callout(map: &Labelling<'_>, unit: usize, text: UnitText<'_>) -> Option<UnitLabel> {
    let options = map.options;
    let from = map.points[unit];
    let (width, height) = size(text, LabelForm::Row, options);
    let (width, height) = (width + 8.0, height.max(options.callout_height));
    let own = map.frame.place_rect(map.shapes.units[unit].bounds);
    let reach = Rect::around(from, 0.0, 0.0).grown(options.leader + width.max(height));
    let near = |other: &usize| map.frame.place_rect(map.shapes.units[*other].bounds).overlaps(reach);
    let near: Vec<usize> = (0..map.shapes.units.len()).filter(near).collect();

    let mut best: Option<(f64, UnitLabel)> = None;
    let mut distance = own.width.min(own.height) / 2.0 + STEP;
    while distance < best.as_ref().map_or(options.leader, |(cost, _)| cost.min(options.leader)) {
        for direction in 0..DIRECTIONS {
            let angle = std::f64::consts::TAU * f64::from(direction) / f64::from(DIRECTIONS);
            // The near side of the label stands at the distance.
            let x = from.x + angle.cos() * (distance + width / 2.0);
            let y = from.y + angle.sin() * (distance + height / 2.0);
            let rect = Rect::around(Point::new(x, y), width, height);
            let end = Point::new(from.x.min(rect.right()).max(rect.x), from.y.min(rect.bottom()).max(rect.y));
            let length = from.distance(end);
            let least = best.as_ref().map_or(f64::INFINITY, |(cost, _)| *cost);
            if length >= least.min(options.leader)
                || !map.is_free(unit, rect)
                || !is_clear(rect, [from, end], map)
            {
                continue;
            }
            let mut cost = length;
            for &other in &near {
                let inside = map.shapes.points_inside(&map.shapes.units[other], map.frame, rect, 0);
                cost += COVERING * inside as f64;
                if cost >= least {
                    break;
                }
            }
            if cost < least {
                best =
                    Some((cost, UnitLabel { unit, form: LabelForm::Row, rect, leader: Some([from, end]) }));
            }
        }
        distance += STEP;
    }
    best.map(|(_, label)| label)
}

/// Whether a label's line meets no other label and no other line, and no other line meets the label.
fn is_clear(rect: Rect, [from, end]: [Point; 2], map: &Labelling<'_>) -> bool {
    map.labels.iter().all(|label| {
        !label.rect.grown(GAP).crossed_by(from, end)
            && label.leader.is_none_or(|[a, b]| !rect.grown(GAP).crossed_by(a, b) && !cross(from, end, a, b))
    })
}

/// Whether two lines cross.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
