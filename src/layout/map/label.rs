//! Names and counts of units on a map: in the unit where they fit, else beside it with a line that leads to
//! it. None overlaps another.

use super::callout::callout;
use super::{Frame, Shapes};
use crate::layout::{Point, Rect, text_width};

/// What to print for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitText<'a> {
    /// Its short name.
    pub name: &'a str,
    /// Its count, as printed; may be empty.
    pub count: &'a str,
    /// What makes it choose before others: the count. Without any, it stands in its unit or nowhere.
    pub weight: u32,
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
    /// The longest line from a unit to its label: longer ones find more places, and are harder to follow.
    pub leader: f64,
    /// What no label may cover, such as a box with another map.
    pub avoid: Option<Rect>,
}

impl Default for LabelOptions {
    fn default() -> LabelOptions {
        LabelOptions {
            font_size: 12.0,
            line: 1.25,
            callouts: 16,
            callout_height: 24.0,
            leader: 240.0,
            avoid: None,
        }
    }
}

/// So many points tell whether a label lies in a unit.
const WHOLE: usize = 9;
/// Between two labels.
pub(super) const GAP: f64 = 2.0;
/// Where a label in its unit is tried about the label point, in parts of its size.
const OFFSETS: [(f64, f64); 5] = [(0.0, 0.0), (0.0, -0.35), (0.0, 0.35), (-0.35, 0.0), (0.35, 0.0)];

/// Labels for the units that the frame shows, in the order of the units. `texts` has a text for each unit;
/// those without a name get none, and none stands where the options say. Units with most choose
/// first, and large ones among equals; a unit for which no place is left goes without, and is read in the table.
pub fn label_units(
    shapes: &Shapes,
    frame: &Frame,
    texts: &[UnitText<'_>],
    options: &LabelOptions,
) -> Vec<UnitLabel> {
    let mut map = Labelling {
        shapes,
        frame,
        options,
        weights: texts.iter().map(|text| text.weight).collect(),
        points: shapes.units.iter().map(|unit| frame.place(unit.label)).collect(),
        labels: Vec::new(),
    };
    let mut waiting: Vec<usize> = (0..shapes.units.len().min(texts.len())).collect();
    waiting.retain(|&unit| !texts[unit].name.is_empty() && frame.rect.contains(map.points[unit]));
    let area = |unit: usize| shapes.units[unit].area;
    waiting.sort_by(|&a, &b| {
        texts[b].weight.cmp(&texts[a].weight).then(area(b).total_cmp(&area(a))).then(a.cmp(&b))
    });
    let mut left = options.callouts;
    for alike in waiting.chunk_by(|&a, &b| texts[a].weight == texts[b].weight) {
        let mut alike = alike.to_vec();
        // All nine points of a label in its unit, then most of them.
        for needed in [WHOLE, 6] {
            alike.retain(|&unit| match map.inside(unit, texts[unit], needed) {
                Some(label) => {
                    map.labels.push(label);
                    false
                }
                None => true,
            });
        }
        // Small units first: they need a label beside them the most, and the places near them are few.
        for unit in alike.into_iter().rev().filter(|&unit| texts[unit].weight > 0) {
            if left > 0
                && let Some(label) = callout(&map, unit, texts[unit])
            {
                map.labels.push(label);
                left -= 1;
            }
        }
    }
    map.labels.sort_by_key(|label| label.unit);
    map.labels
}

/// A map and the labels placed so far.
pub(super) struct Labelling<'a> {
    pub(super) shapes: &'a Shapes,
    pub(super) frame: &'a Frame,
    pub(super) options: &'a LabelOptions,
    weights: Vec<u32>,
    /// The units' label points on the screen.
    pub(super) points: Vec<Point>,
    pub(super) labels: Vec<UnitLabel>,
}

impl Labelling<'_> {
    /// The best place in a unit: that with the most points in it, if `needed` of nine are.
    fn inside(&self, unit: usize, text: UnitText<'_>, needed: usize) -> Option<UnitLabel> {
        let shape = &self.shapes.units[unit];
        let (at, own) = (self.points[unit], self.frame.place_rect(shape.bounds));
        let mut best: Option<(usize, UnitLabel)> = None;
        for form in [LabelForm::Stacked, LabelForm::Row] {
            let (width, height) = size(text, form, self.options);
            if own.width * own.height < width * height / 2.0 {
                continue;
            }
            for (dx, dy) in OFFSETS {
                let rect = Rect::around(Point::new(at.x + dx * width, at.y + dy * height), width, height);
                let wanted = needed.max(best.as_ref().map_or(0, |(most, _)| most + 1));
                if wanted > WHOLE {
                    break;
                }
                let free = self.is_free(unit, rect);
                let points =
                    if free { self.shapes.points_inside(shape, self.frame, rect, wanted) } else { 0 };
                if points >= wanted {
                    best = Some((points, UnitLabel { unit, form, rect, leader: None }));
                }
            }
        }
        best.map(|(_, label)| label)
    }

    /// Whether a box lies in the frame, meets no label and nothing that is taken, and hides the middle of no other
    /// unit that has anything.
    pub(super) fn is_free(&self, unit: usize, rect: Rect) -> bool {
        let weight = |unit: usize| self.weights.get(unit).copied().unwrap_or(0);
        let hidden = |(other, &p): (usize, &Point)| {
            other != unit && (weight(other) > 0 || weight(unit) == 0) && rect.grown(GAP).contains(p)
        };
        self.frame.rect.encloses(rect)
            && self.options.avoid.is_none_or(|avoid| !avoid.grown(GAP).overlaps(rect))
            && !self.labels.iter().any(|label| label.rect.grown(GAP).overlaps(rect))
            && !self.points.iter().enumerate().any(hidden)
    }
}

/// How large a label is.
pub(super) fn size(text: UnitText<'_>, form: LabelForm, options: &LabelOptions) -> (f64, f64) {
    let (name, count) = (text_width(text.name, options.font_size), text_width(text.count, options.font_size));
    let line = options.font_size * options.line;
    match form {
        LabelForm::Stacked => (name.max(count), if text.count.is_empty() { line } else { 2.0 * line }),
        LabelForm::Row if text.count.is_empty() => (name, line),
        LabelForm::Row => (name + count + text_width(" ", options.font_size), line),
    }
}
