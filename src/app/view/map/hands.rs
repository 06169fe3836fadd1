//! What pointers do to a map: one drags it once it is zoomed, two pinch it, a still one clicks.

use std::collections::BTreeMap;

use crate::layout::Point;
use crate::layout::map::Zoom;

/// A pointer that moved less than this clicked.
const CLICK: f64 = 5.0;

/// The pointers on a map.
#[derive(Debug, Default)]
pub(super) struct Hands {
    at: BTreeMap<i32, Point>,
    moved: f64,
}

impl Hands {
    /// A pointer came down.
    pub(super) fn down(&mut self, id: i32, at: Point) {
        if self.at.is_empty() {
            self.moved = 0.0;
        }
        self.at.insert(id, at);
    }

    /// A pointer moved: the zoom after it, where one is down.
    pub(super) fn moved(&mut self, id: i32, to: Point, zoom: Zoom) -> Option<Zoom> {
        let from = *self.at.get(&id)?;
        self.moved += from.distance(to);
        let other = self.at.iter().find(|(other, _)| **other != id).map(|(_, at)| *at);
        self.at.insert(id, to);
        let middle = |a: Point, b: Point| Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
        match other {
            Some(other) => {
                let (before, after) = (middle(from, other), middle(to, other));
                let by = to.distance(other) / from.distance(other).max(1.0);
                Some(zoom.about(before, by).panned(after.x - before.x, after.y - before.y))
            }
            None if self.moved >= CLICK => Some(zoom.panned(to.x - from.x, to.y - from.y)),
            None => None,
        }
    }

    /// A pointer went up or away.
    pub(super) fn up(&mut self, id: i32) {
        self.at.remove(&id);
    }

    /// Whether the pointers that were down meant a click.
    pub(super) fn clicked(&self) -> bool {
        self.moved < CLICK
    }

    /// Whether a pointer is down.
    pub(super) fn is_held(&self) -> bool {
        !self.at.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Rect;

    #[test]
    fn a_still_pointer_clicks_and_a_moving_one_drags() {
        let whole = Zoom::whole(Rect::new(0.0, 0.0, 400.0, 300.0), 8.0);
        let zoomed = whole.about(Point::new(200.0, 150.0), 4.0);
        let mut hands = Hands::default();
        hands.down(1, Point::new(100.0, 100.0));
        assert_eq!(hands.moved(1, Point::new(101.0, 101.0), zoomed), None);
        assert!(hands.clicked());
        let dragged = hands.moved(1, Point::new(131.0, 101.0), zoomed).unwrap();
        assert_eq!(dragged.shift.x - zoomed.shift.x, 30.0);
        assert!(!hands.clicked());
        hands.up(1);
        assert!(!hands.is_held());
    }

    #[test]
    fn two_pointers_pinch() {
        let whole = Zoom::whole(Rect::new(0.0, 0.0, 400.0, 300.0), 8.0);
        let mut hands = Hands::default();
        hands.down(1, Point::new(150.0, 150.0));
        hands.down(2, Point::new(250.0, 150.0));
        assert_eq!(hands.moved(2, Point::new(350.0, 150.0), whole).unwrap().factor, 2.0);
    }
}
