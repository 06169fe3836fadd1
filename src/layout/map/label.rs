//! Names and counts of units on a map: in the unit where they fit, else beside it with a line that leads to
//! it. None overlaps another.

use super::{Frame, Shapes};
use crate::layout::{Point, Rect, text_width};

/// What to print for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitText<'a> {
    /// Its short name.
    pub name: &'a str,
    /// Its count, as printed; may be empty.
    pub count: &'a str,
}

/// How the lines of a label stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelForm {
    /// The name above the count.
    Stacked,
    /// The name, a space, the count.
    Row,
}

/// A label on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitLabel {
    /// The unit, as an index of the shapes' units.
    pub unit: usize,
    /// How its lines stand.
    pub form: LabelForm,
    /// Where it stands.
    pub rect: Rect,
    /// For a label beside its unit: from the unit to the label.
    pub leader: Option<[Point; 2]>,
}

/// How units are labelled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelOptions {
    /// The font's size in pixels.
    pub font_size: f64,
    /// The height of a line in parts of the font's size.
    pub line: f64,
    /// How many labels may stand beside their units: more tell more, and clutter the map.
    pub callouts: usize,
    /// Labels beside their units are at least so high, to be hit by a finger.
    pub callout_height: f64,
}

impl Default for LabelOptions {
    fn default() -> LabelOptions {
        LabelOptions { font_size: 12.0, line: 1.25, callouts: 16, callout_height: 24.0 }
    }
}

/// Between two labels.
const GAP: f64 = 2.0;
/// Directions and steps in which a place beside a unit is sought.
const DIRECTIONS: u32 = 24;
const STEP: f64 = 8.0;
/// What a point of a label costs that lies on another unit, in pixels of a longer line.
const COVERING: f64 = 22.0;

/// Labels for the units that the frame shows, in the order of the units. `texts` has a text for each unit;
/// those without a name get none. Large units choose first; a unit for which no place is left goes without, and
/// is read in the table.
pub fn label_units(
    shapes: &Shapes,
    frame: &Frame,
    texts: &[UnitText<'_>],
    options: &LabelOptions,
) -> Vec<UnitLabel> {
    let mut order: Vec<usize> = (0..shapes.units.len().min(texts.len())).collect();
    order.retain(|&unit| {
        !texts[unit].name.is_empty() && frame.rect.contains(frame.place(shapes.units[unit].label))
    });
    order.sort_by(|&a, &b| shapes.units[b].area.total_cmp(&shapes.units[a].area).then(a.cmp(&b)));

    let mut labels: Vec<UnitLabel> = Vec::new();
    let mut waiting = order;
    // All nine points of a label in its unit, then most of them, then half where it meets no other label.
    for needed in [9, 6, 5] {
        waiting.retain(|&unit| match inside(shapes, frame, unit, texts[unit], needed, &labels, options) {
            Some(label) => {
                labels.push(label);
                false
            }
            None => true,
        });
    }
    // Small units first: they need a label beside them the most, and the places near them are few.
    waiting.reverse();
    let mut beside = 0;
    for unit in waiting {
        if beside == options.callouts {
            break;
        }
        if let Some(label) = callout(shapes, frame, unit, texts[unit], &labels, options) {
            labels.push(label);
            beside += 1;
        }
    }
    labels.sort_by_key(|label| label.unit);
    labels
}

fn size(text: UnitText<'_>, form: LabelForm, options: &LabelOptions) -> (f64, f64) {
    let (name, count) = (text_width(text.name, options.font_size), text_width(text.count, options.font_size));
    let line = options.font_size * options.line;
    match form {
        LabelForm::Stacked => (name.max(count), if text.count.is_empty() { line } else { 2.0 * line }),
        LabelForm::Row if text.count.is_empty() => (name, line),
        LabelForm::Row => (name + count + text_width(" ", options.font_size), line),
    }
}

fn inside(
    shapes: &Shapes,
    frame: &Frame,
    unit: usize,
    text: UnitText<'_>,
    needed: usize,
    labels: &[UnitLabel],
    options: &LabelOptions,
) -> Option<UnitLabel> {
    let shape = &shapes.units[unit];
    let at = frame.place(shape.label);
    [LabelForm::Stacked, LabelForm::Row].into_iter().find_map(|form| {
        let (width, height) = size(text, form, options);
        let rect = Rect::around(at, width, height);
        let fits = frame.rect.encloses(rect)
            && !labels.iter().any(|label| label.rect.grown(GAP).overlaps(rect))
            && shapes.points_inside(shape, frame, rect) >= needed;
        fits.then_some(UnitLabel { unit, form, rect, leader: None })
    })
}

/// The place beside a unit that costs least: near it, off the other units, and clear of labels and lines.
fn callout(
    shapes: &Shapes,
    frame: &Frame,
    unit: usize,
    text: UnitText<'_>,
    labels: &[UnitLabel],
    options: &LabelOptions,
) -> Option<UnitLabel> {
    let shape = &shapes.units[unit];
    let from = frame.place(shape.label);
    let (width, height) = size(text, LabelForm::Row, options);
    let (width, height) = (width + 8.0, height.max(options.callout_height));
    let own = frame.place_rect(shape.bounds);
    let mut best: Option<(f64, UnitLabel)> = None;
    let mut distance = own.width.min(own.height) / 2.0 + STEP;
    let furthest = frame.rect.width.max(frame.rect.height);
    while distance < best.as_ref().map_or(furthest, |(cost, _)| *cost) {
        for direction in 0..DIRECTIONS {
            let angle = std::f64::consts::TAU * f64::from(direction) / f64::from(DIRECTIONS);
            let (cos, sin) = (angle.cos(), angle.sin());
            // The near side of the label stands at the distance.
            let centre =
                Point::new(from.x + cos * (distance + width / 2.0), from.y + sin * (distance + height / 2.0));
            let rect = Rect::around(centre, width, height);
            let end = Point::new(from.x.clamp(rect.x, rect.right()), from.y.clamp(rect.y, rect.bottom()));
            let leader = [from, end];
            if !frame.rect.encloses(rect) || !is_clear(rect, leader, labels) {
                continue;
            }
            let length = from.distance(end);
            let covered =
                shapes.units.iter().map(|other| shapes.points_inside(other, frame, rect)).sum::<usize>();
            let cost = length + COVERING * covered as f64;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, UnitLabel { unit, form: LabelForm::Row, rect, leader: Some(leader) }));
            }
        }
        distance += STEP;
    }
    best.map(|(_, label)| label)
}

/// Whether a label and its line meet no other label and no other line.
fn is_clear(rect: Rect, [from, end]: [Point; 2], labels: &[UnitLabel]) -> bool {
    labels.iter().all(|label| {
        let room = label.rect.grown(GAP);
        !room.overlaps(rect)
            && !room.crossed_by(from, end)
            && label.leader.is_none_or(|[a, b]| !rect.grown(GAP).crossed_by(a, b) && !cross(from, end, a, b))
    })
}

/// Whether two lines cross.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
