//! The brush: an interval chosen on the axis by dragging, by its two handles, by keys or by typing dates.
//! Pure steps; who listens to the pointer keeps the [`Drag`] between them.

use super::{Days, Level, TimeScale};

/// What of a brush is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grip {
    /// The earlier end.
    Start,
    /// The later end.
    End,
    /// The whole, which keeps its length.
    Body,
}

/// Where a brush is drawn and held, along the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BrushShape {
    /// Where it begins and ends; beyond the axis where it is not wholly shown.
    pub range: (f64, f64),
    /// Where the earlier end is held.
    pub start: (f64, f64),
    /// Where the later end is held. The two never overlap: those of a narrow brush reach outwards.
    pub end: (f64, f64),
}

/// How wide a handle is to the pointer, on a desktop; fingers need 44.
pub const HANDLE: f64 = 24.0;

/// The brush's shape, with handles so wide.
pub fn brush_shape(scale: &TimeScale, brushed: Days, handle: f64) -> BrushShape {
    let (from, to) = scale.range(brushed);
    let middle = (from + to) / 2.0;
    let start_ends = (from + handle / 2.0).min(middle);
    let end_begins = (to - handle / 2.0).max(middle);
    BrushShape {
        range: (from, to),
        start: (start_ends - handle, start_ends),
        end: (end_begins, end_begins + handle),
    }
}

impl BrushShape {
    /// What a pointer at a place would hold.
    pub fn grip_at(&self, x: f64) -> Option<Grip> {
        let within = |(from, to): (f64, f64)| from <= x && x < to;
        if within(self.start) {
            Some(Grip::Start)
        } else if within(self.end) {
            Some(Grip::End)
        } else {
            within(self.range).then_some(Grip::Body)
        }
    }
}

/// A drag that was begun.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// The brush that is changed, and by what; `None` draws a new one.
    held: Option<(Grip, Days)>,
    /// The place and the time where it began.
    from: (f64, f64),
    /// To whole units of this level the brush snaps.
    snap: Level,
}

/// A pointer that moved less than this, in pixels, clicked.
const CLICK: f64 = 4.0;

/// Begins a drag at a place: of the brush that is there, if a part of it is hit, else of a new one. Bars ask to
/// snap to their level, items to days.
pub fn press(scale: &TimeScale, brushed: Option<Days>, x: f64, handle: f64, snap: Level) -> Drag {
    let grip = |days: Days| brush_shape(scale, days, handle).grip_at(x).map(|grip| (grip, days));
    Drag { held: brushed.and_then(grip), from: (x, scale.time(x)), snap }
}

impl Drag {
    /// What is held; `None` for a new brush.
    pub fn grip(&self) -> Option<Grip> {
        self.held.map(|(grip, _)| grip)
    }

    /// Whether the pointer, now at a place, has hardly moved: a click, that chooses a bin or clears the brush.
    pub fn is_click(&self, x: f64) -> bool {
        (x - self.from.0).abs() < CLICK
    }

    /// The brush with the pointer at a place: whole units, within those that the data touch.
    ///
    /// ```
    /// use gongxun::{date::Day, layout::timeline::{Days, HANDLE, Level, TimeScale, press}};
    /// let day = |text: &str| text.parse::<Day>().unwrap().number();
    /// let scale = TimeScale::new(Days::new(day("2024-01-01"), day("2024-12-31")), 1200.0);
    /// let x = |text: &str| scale.x(f64::from(day(text)));
    /// let drag = press(&scale, None, x("2024-05-20"), HANDLE, Level::Month);
    /// // 从5月拖到7月：整月
    /// assert_eq!(drag.at(&scale, x("2024-07-09")), Days::new(day("2024-05-01"), day("2024-07-31")));
    /// ```
    pub fn at(&self, scale: &TimeScale, x: f64) -> Days {
        let (level, time) = (self.snap, scale.time(x));
        match self.held {
            None => {
                let (a, b) = (self.from.1.floor() as i32, time.floor() as i32);
                within(level.whole(Days::new(a, b)), level, scale.extent())
            }
            Some((Grip::Start, held)) => {
                between(nearest_edge(level, time), held.last.saturating_add(1), level, scale.extent())
            }
            Some((Grip::End, held)) => between(nearest_edge(level, time), held.first, level, scale.extent()),
            Some((Grip::Body, held)) => {
                let by = time - self.from.1;
                let first = nearest_edge(
                    if is_whole(held, level) { level } else { Level::Day },
                    f64::from(held.first) + by,
                );
                moved_to(held, first, level, scale.extent())
            }
        }
    }
}

/// The brush after a key: a grip moved by so many units. The ends do not pass each other.
pub fn step(brushed: Days, grip: Grip, units: i32, level: Level, extent: Days) -> Days {
    let limits = level.whole(extent);
    let days = match grip {
        Grip::Start => {
            let edge = edge_after(level, brushed.first, units);
            Days { first: edge.clamp(limits.first, brushed.last.max(limits.first)), ..brushed }
        }
        Grip::End => {
            let edge = edge_after(level, brushed.last.saturating_add(1), units);
            Days {
                last: edge.saturating_sub(1).clamp(brushed.first.min(limits.last), limits.last),
                ..brushed
            }
        }
        Grip::Body if is_whole(brushed, level) => {
            return moved_to(brushed, level.start_after(brushed.first, units), level, extent);
        }
        Grip::Body => {
            let by = (level.mean_days() * f64::from(units)).round() as i32;
            return moved_to(brushed, brushed.first.saturating_add(by), level, extent);
        }
    };
    within(days, level, extent)
}

/// The boundary of units that is so many after a day: from the middle of a unit, one step back goes to its
/// beginning.
fn edge_after(level: Level, day: i32, units: i32) -> i32 {
    let start = level.start(day);
    let units = if units < 0 && start != day { units.saturating_add(1) } else { units };
    level.start_after(start, units)
}

/// The boundary of units that is nearest to a time.
fn nearest_edge(level: Level, time: f64) -> i32 {
    let day = time.floor() as i32;
    let (start, next) = (level.start(day), level.next(day));
    if time - f64::from(start) <= f64::from(next) - time { start } else { next }
}

/// The interval between two boundaries, or the unit at the moving one where they are the same.
fn between(moving: i32, fixed: i32, level: Level, extent: Days) -> Days {
    let days = match moving.cmp(&fixed) {
        std::cmp::Ordering::Less => Days::new(moving, fixed - 1),
        std::cmp::Ordering::Greater => Days::new(fixed, moving - 1),
        std::cmp::Ordering::Equal => Days::new(fixed, level.next(fixed).saturating_sub(1)),
    };
    within(days, level, extent)
}

fn is_whole(days: Days, level: Level) -> bool {
    level.whole(days) == days
}

/// The brush moved so that it begins at a day, as many units or days long as before, within the limits.
fn moved_to(brushed: Days, first: i32, level: Level, extent: Days) -> Days {
    let limits = level.whole(extent);
    if !is_whole(brushed, level) || level == Level::Day {
        let length = brushed.last - brushed.first;
        let latest = limits.last.saturating_sub(length).max(limits.first);
        let first = first.clamp(limits.first, latest);
        return within(Days { first, last: first.saturating_add(length) }, level, extent);
    }
    let mut units = 1;
    let mut edge = level.next(brushed.first);
    while edge <= brushed.last {
        edge = level.next(edge);
        units += 1;
    }
    let latest = level.start_after(limits.last, 1 - units).max(limits.first);
    let first = level.start(first.clamp(limits.first, latest));
    let last = level.start_after(first, units - 1);
    within(level.whole(Days::new(first, last)), level, extent)
}

/// The part of an interval that lies in the units that the data touch; the nearest unit where none does.
fn within(days: Days, level: Level, extent: Days) -> Days {
    let limits = level.whole(extent);
    if days.overlaps(limits) {
        return Days { first: days.first.max(limits.first), last: days.last.min(limits.last) };
    }
    let day = if days.last < limits.first { limits.first } else { limits.last };
    level.whole(Days::new(day, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;
    use proptest::prelude::*;

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    fn days(first: &str, last: &str) -> Days {
        Days::new(day(first), day(last))
    }

    fn year() -> TimeScale {
        TimeScale::new(days("2024-01-10", "2024-12-31"), 1200.0)
    }

    fn drag(brushed: Days, from: &str, to: &str, snap: Level) -> Days {
        let scale = year();
        let x = |text: &str| scale.x(f64::from(day(text)));
        press(&scale, Some(brushed), x(from), 10.0, snap).at(&scale, x(to))
    }

    #[test]
    fn handles_move_an_end_and_may_cross() {
        let june = days("2024-06-01", "2024-06-30");
        assert_eq!(drag(june, "2024-06-01", "2024-03-28", Level::Month), days("2024-04-01", "2024-06-30"));
        assert_eq!(drag(june, "2024-07-01", "2024-07-09", Level::Day), days("2024-06-01", "2024-07-08"));
        assert_eq!(drag(june, "2024-07-01", "2024-05-03", Level::Month), days("2024-05-01", "2024-05-31"));
        assert_eq!(drag(june, "2024-06-01", "2024-06-29", Level::Month), days("2024-07-01", "2024-07-31"));
    }

    #[test]
    fn the_whole_keeps_its_length() {
        assert_eq!(
            drag(days("2024-06-01", "2024-07-31"), "2024-06-28", "2024-01-02", Level::Month),
            days("2024-01-01", "2024-02-29")
        );
        assert_eq!(
            drag(days("2024-06-03", "2024-06-09"), "2024-06-06", "2024-06-10", Level::Month),
            days("2024-06-07", "2024-06-13")
        );
    }

    #[test]
    fn keys_step_by_units() {
        let extent = days("2024-01-10", "2024-12-31");
        let june = days("2024-06-01", "2024-06-30");
        let check =
            |grip, units, expected| assert_eq!(step(june, grip, units, Level::Month, extent), expected);
        check(Grip::Start, -1, days("2024-05-01", "2024-06-30"));
        check(Grip::Start, 5, days("2024-06-30", "2024-06-30"));
        check(Grip::End, 1, days("2024-06-01", "2024-07-31"));
        check(Grip::End, -1, days("2024-06-01", "2024-06-01"));
        check(Grip::Body, 1, days("2024-07-01", "2024-07-31"));
        check(Grip::Body, -12, days("2024-01-01", "2024-01-31"));
        check(Grip::Body, i32::MAX, days("2024-12-01", "2024-12-31"));
    }

    #[test]
    fn a_narrow_brush_can_be_held_at_both_ends() {
        let one = days("2024-06-01", "2024-06-01");
        let shape = brush_shape(&year(), one, HANDLE);
        let (from, to) = shape.range;
        assert!(shape.start.1 <= shape.end.0);
        assert_eq!(shape.grip_at(from - 10.0), Some(Grip::Start));
        assert_eq!(shape.grip_at(to + 10.0), Some(Grip::End));
    }

    proptest! {
        #[test]
        fn a_brush_is_never_empty_nor_outside(
            first in 0..700_i32, length in 0..200_i32,
            press_at in -50.0..1250.0_f64, to in -200.0..1400.0_f64,
            level in 0..5_usize, units in -30..30_i32, grip in 0..3_usize,
        ) {
            let extent = Days::new(2_460_000, 2_460_700);
            let scale = TimeScale::new(extent, 1200.0);
            let level = Level::ALL[level];
            let limits = level.whole(extent);
            let brushed = Days::new(2_460_000 + first, (2_460_000 + first + length).min(extent.last));
            let drag = press(&scale, Some(brushed), press_at, HANDLE, level);
            let after = [
                drag.at(&scale, to),
                press(&scale, None, press_at, HANDLE, level).at(&scale, to),
                step(brushed, [Grip::Start, Grip::End, Grip::Body][grip], units, level, extent),
            ];
            for days in after {
                prop_assert!(days.first <= days.last, "{:?}", days);
                prop_assert!(limits.first <= days.first && days.last <= limits.last, "{:?} in {:?}", days, limits);
            }
            // A new brush has whole units; one that is pressed and not moved stays.
            prop_assert_eq!(level.whole(after[1]), after[1]);
            if drag.grip() == Some(Grip::Body) {
                prop_assert_eq!(drag.at(&scale, press_at), brushed);
            }
        }
    }
}
