//! What the pointer does to the timeline: it draws or moves the brush, drags the axis along, or pinches it.

use std::collections::BTreeMap;

use crate::layout::timeline::{Days, Drag, HANDLE, Level, TimeScale, press};

/// How wide a handle is to a finger.
const FINGER: f64 = 44.0;

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Under {
    /// A brush is drawn, resized or moved.
    Brush(Drag),
    /// The axis is dragged along, from this place and scale.
    Pan(f64, TimeScale),
    /// Two fingers hold these times.
    Pinch(f64, f64),
}

/// The pointers on the timeline and what they do.
#[derive(Debug, Default)]
pub(super) struct Gesture {
    pointers: BTreeMap<i32, f64>,
    under: Option<Under>,
}

/// What came of a movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Moved {
    /// Nothing is under way.
    Nothing,
    /// The brush would be this.
    Brush(Days),
    /// The axis shows this.
    Scale(TimeScale),
}

/// What came of a gesture's end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ended {
    /// Nothing that asks for more.
    Nothing,
    /// The pointer clicked here.
    Click(f64),
    /// The brush is this.
    Brush(Days),
}

/// What the timeline shows as a gesture begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) scale: TimeScale,
    pub(super) brushed: Option<Days>,
    pub(super) snap: Level,
}

impl Gesture {
    /// A pointer came down. `drags` where it should move the axis and not draw a brush.
    pub(super) fn down(&mut self, id: i32, x: f64, before: Before, touch: bool, drags: bool) {
        self.pointers.insert(id, x);
        let scale = before.scale;
        self.under = match self.pointers.values().copied().collect::<Vec<f64>>()[..] {
            [a, b] => Some(Under::Pinch(scale.time(a), scale.time(b))),
            [_] => {
                let handle = if touch { FINGER } else { HANDLE };
                let drag = press(&scale, before.brushed, x, handle, before.snap);
                let pans = drags || touch && drag.grip().is_none();
                Some(if pans { Under::Pan(x, scale) } else { Under::Brush(drag) })
            }
            _ => None,
        };
    }

    /// A pointer moved.
    pub(super) fn moved(&mut self, id: i32, x: f64, scale: TimeScale) -> Moved {
        let Some(at) = self.pointers.get_mut(&id) else { return Moved::Nothing };
        *at = x;
        match self.under {
            None => Moved::Nothing,
            Some(Under::Brush(drag)) if drag.is_click(x) => Moved::Nothing,
            Some(Under::Brush(drag)) => Moved::Brush(drag.at(&scale, x)),
            Some(Under::Pan(from, start)) => Moved::Scale(start.panned(from - x)),
            Some(Under::Pinch(first, second)) => {
                let places: Vec<f64> = self.pointers.values().copied().collect();
                let [a, b] = places[..] else { return Moved::Nothing };
                let apart = (second - first).abs() * scale.per_day();
                let zoomed = scale.zoomed((a + b) / 2.0, ((b - a).abs() / apart.max(1.0)).clamp(0.2, 5.0));
                // What was between the fingers stays between them.
                let middle = zoomed.x((first + second) / 2.0);
                Moved::Scale(zoomed.panned(middle - (a + b) / 2.0))
            }
        }
    }

    /// A pointer went up.
    pub(super) fn up(&mut self, id: i32, x: f64, scale: TimeScale) -> Ended {
        let alone = self.pointers.remove(&id).is_some() && self.pointers.is_empty();
        let under = self.under.take();
        match under {
            Some(Under::Brush(drag)) if alone && !drag.is_click(x) => Ended::Brush(drag.at(&scale, x)),
            Some(Under::Brush(_)) if alone => Ended::Click(x),
            Some(Under::Pan(from, _)) if alone && (x - from).abs() < 4.0 => Ended::Click(x),
            _ => Ended::Nothing,
        }
    }

    /// The browser took the pointer away.
    pub(super) fn cancel(&mut self, id: i32) {
        self.pointers.remove(&id);
        self.under = None;
    }

    /// Whether a pointer is down.
    pub(super) fn is_held(&self) -> bool {
        !self.pointers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before() -> Before {
        let scale = TimeScale::new(Days::new(2_460_000, 2_460_365), 1000.0);
        Before { scale, brushed: None, snap: Level::Month }
    }

    #[test]
    fn a_finger_drags_the_axis_and_a_mouse_brushes() {
        let zoomed = Before { scale: before().scale.zoomed(500.0, 4.0), ..before() };
        let mut finger = Gesture::default();
        finger.down(1, 500.0, zoomed, true, false);
        assert!(matches!(finger.moved(1, 450.0, zoomed.scale), Moved::Scale(_)));
        assert_eq!(finger.up(1, 450.0, zoomed.scale), Ended::Nothing);
        let mut mouse = Gesture::default();
        mouse.down(1, 500.0, zoomed, false, false);
        assert!(matches!(mouse.moved(1, 600.0, zoomed.scale), Moved::Brush(_)));
        assert!(matches!(mouse.up(1, 600.0, zoomed.scale), Ended::Brush(_)));
        mouse.down(1, 500.0, zoomed, false, false);
        assert_eq!(mouse.up(1, 501.0, zoomed.scale), Ended::Click(501.0));
    }

    #[test]
    fn two_fingers_zoom_about_what_they_hold() {
        let start = before().scale;
        let mut gesture = Gesture::default();
        gesture.down(1, 400.0, before(), true, false);
        gesture.down(2, 600.0, before(), true, false);
        let Moved::Scale(apart) = gesture.moved(2, 800.0, start) else { panic!("fingers zoom") };
        assert!((apart.per_day() / start.per_day() - 2.0).abs() < 1e-6);
        assert!((apart.time(600.0) - start.time(500.0)).abs() < 1e-6);
        assert_eq!(gesture.up(1, 400.0, apart), Ended::Nothing);
        assert_eq!(gesture.up(2, 800.0, apart), Ended::Nothing);
    }
}
