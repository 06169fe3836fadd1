//! Where a day lies in pixels, and how far one may zoom and pan.

use super::{Days, Level};

/// Maps time, in fractional days, to pixels along the axis. Immutable: each change gives a new one, kept
/// within the data's days and a margin, and between the whole and a few days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The time at pixel 0.
    origin: f64,
    per_day: f64,
    length: f64,
    extent: Days,
}

/// Free room on either side of the data when all of it is shown, in parts of the length.
const MARGIN: f64 = 0.02;
/// A day is never wider than this: what it holds is listed by then.
const WIDEST_DAY: f64 = 120.0;
/// A unit narrower than this gives way to the next coarser one: a bar of it could not be hit.
const NARROWEST_UNIT: f64 = 11.0;
/// How wide a unit is when its level is asked for.
const ASKED_UNIT: f64 = 32.0;

impl TimeScale {
    /// Shows all days of the data on so many pixels.
    ///
    /// ```
    /// use gongxun::{date::Day, layout::timeline::{Days, Level, TimeScale}};
    /// let day = |text: &str| text.parse::<Day>().unwrap().number();
    /// let scale = TimeScale::new(Days::new(day("2023-04-01"), day("2024-07-31")), 1200.0);
    /// assert_eq!(scale.level(), Level::Week);
    /// let july = scale.showing(Days::new(day("2024-07-01"), day("2024-07-31")));
    /// assert_eq!(july.level(), Level::Day);
    /// assert_eq!(july.day_at(july.x(f64::from(day("2024-07-22")) + 0.5)), day("2024-07-22"));
    /// ```
    pub fn new(extent: Days, length: f64) -> TimeScale {
        let length = if length.is_finite() { length.max(1.0) } else { 1.0 };
        let extent = Days::new(extent.first, extent.last);
        let whole = TimeScale { origin: f64::from(extent.first), per_day: 0.0, length, extent };
        whole.settled()
    }

    /// The days of the data.
    pub fn extent(&self) -> Days {
        self.extent
    }

    /// The length in pixels.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// Pixels to a day.
    pub fn per_day(&self) -> f64 {
        self.per_day
    }

    /// Where a time lies; beyond 0 and the length where it is not shown.
    pub fn x(&self, time: f64) -> f64 {
        (time - self.origin) * self.per_day
    }

    /// The time at a place.
    pub fn time(&self, x: f64) -> f64 {
        self.origin + x / self.per_day
    }

    /// The day at a place.
    pub fn day_at(&self, x: f64) -> i32 {
        self.time(x).floor() as i32
    }

    /// Where an interval begins and ends, its last day included.
    pub fn range(&self, days: Days) -> (f64, f64) {
        (self.x(f64::from(days.first)), self.x(f64::from(days.last) + 1.0))
    }

    /// The days that are shown, in part at least.
    pub fn visible(&self) -> Days {
        Days::new(self.day_at(0.0), (self.time(self.length).ceil() as i32).saturating_sub(1))
    }

    /// The finest unit that is wide enough to draw and to hit.
    pub fn level(&self) -> Level {
        let wide = |level: &&Level| level.mean_days() * self.per_day >= NARROWEST_UNIT;
        Level::ALL.iter().rev().find(wide).copied().unwrap_or(Level::Decade)
    }

    /// Zoomed about a place, which stays where it is (unless a limit is met): in where `factor` is above 1.
    pub fn zoomed(&self, x: f64, factor: f64) -> TimeScale {
        if !(factor.is_finite() && factor > 0.0 && x.is_finite()) {
            return *self;
        }
        let (time, per_day) = (self.time(x), self.limited(self.per_day * factor));
        TimeScale { origin: time - x / per_day, per_day, ..*self }.settled()
    }

    /// Moved along: what was at `by` comes to 0.
    pub fn panned(&self, by: f64) -> TimeScale {
        let by = if by.is_finite() { by } else { 0.0 };
        TimeScale { origin: self.time(by), ..*self }.settled()
    }

    /// The interval on the whole length, as far as the limits allow, else in its middle.
    pub fn showing(&self, days: Days) -> TimeScale {
        let count = f64::from(days.count());
        let per_day = self.limited(self.length * (1.0 - 2.0 * MARGIN) / count);
        let middle = f64::from(days.first) + count / 2.0;
        TimeScale { origin: middle - self.length / 2.0 / per_day, per_day, ..*self }.settled()
    }

    /// Zoomed about a place until units of the level are drawn. Where the data are too short or too long for
    /// that, as near as the limits allow.
    pub fn at_level(&self, level: Level, x: f64) -> TimeScale {
        self.zoomed(x, ASKED_UNIT / level.mean_days() / self.per_day)
    }

    /// The same zoom with a day in the middle, as far as the limits allow.
    ///
    /// ```
    /// use gongxun::{date::Day, layout::timeline::{Days, Level, TimeScale}};
    /// let day = |text: &str| text.parse::<Day>().unwrap().number();
    /// let scale = TimeScale::new(Days::new(day("2023-03-01"), day("2024-08-31")), 1200.0);
    /// let near = scale.at_level(Level::Day, 600.0).about(day("2024-05-28"));
    /// assert!(near.visible().contains(day("2024-05-28")));
    /// ```
    pub fn about(&self, day: i32) -> TimeScale {
        self.panned(self.x(f64::from(day) + 0.5) - self.length / 2.0)
    }

    /// On another length: the same time in the middle, as many pixels to a day, unless all was shown.
    pub fn resized(&self, length: f64) -> TimeScale {
        if self.shows_all() {
            return TimeScale::new(self.extent, length);
        }
        let length = if length.is_finite() { length.max(1.0) } else { 1.0 };
        let origin = self.time(self.length / 2.0) - length / 2.0 / self.per_day;
        TimeScale { origin, length, ..*self }.settled()
    }

    /// Whether all days are shown, so that one cannot zoom out.
    pub fn shows_all(&self) -> bool {
        self.per_day <= self.least() * (1.0 + 1e-9)
    }

    /// Whether a day is as wide as it gets, so that one cannot zoom in.
    pub fn is_closest(&self) -> bool {
        self.per_day >= self.most() * (1.0 - 1e-9)
    }

    fn least(&self) -> f64 {
        let all = self.length * (1.0 - 2.0 * MARGIN) / f64::from(self.extent.count());
        all.min(WIDEST_DAY)
    }

    fn most(&self) -> f64 {
        // On a short axis three days fill it.
        WIDEST_DAY.min(self.length / 3.0).max(self.least())
    }

    fn limited(&self, per_day: f64) -> f64 {
        per_day.clamp(self.least(), self.most())
    }

    /// The same within the limits.
    fn settled(self) -> TimeScale {
        let per_day = self.limited(self.per_day);
        let shown = self.length / per_day;
        let margin = self.length * MARGIN / per_day;
        let low = f64::from(self.extent.first) - margin;
        let high = f64::from(self.extent.last) + 1.0 + margin;
        // Not `clamp`, which panics where rounding puts the limits in the wrong order.
        let origin = if high - low <= shown {
            (low + high - shown) / 2.0
        } else {
            self.origin.min(high - shown).max(low)
        };
        TimeScale { origin, per_day, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scale(days: u32, length: f64) -> TimeScale {
        TimeScale::new(Days::new(2_460_000, 2_460_000 + days as i32 - 1), length)
    }

    #[test]
    fn levels_follow_the_zoom() {
        let decades = scale(365 * 120, 1200.0);
        let levels = [1.0, 10.0, 30.0, 200.0, 4000.0].map(|factor| decades.zoomed(600.0, factor).level());
        assert_eq!(levels, [Level::Decade, Level::Year, Level::Month, Level::Week, Level::Day]);
        for level in Level::ALL {
            assert_eq!(decades.at_level(level, 300.0).level(), level);
        }
    }

    #[test]
    fn data_may_be_too_short_for_a_level() {
        let levels = |days| {
            let scale = scale(days, 1200.0);
            Level::ALL
                .into_iter()
                .filter(|&one| scale.at_level(one, 600.0).level() == one)
                .collect::<Vec<_>>()
        };
        assert_eq!(levels(5), [Level::Day]);
        assert_eq!(levels(500), [Level::Week, Level::Day]);
        assert_eq!(levels(365 * 6), [Level::Month, Level::Week, Level::Day]);
        assert_eq!(levels(365 * 120), Level::ALL);
    }

    #[test]
    fn one_day_stands_in_the_middle() {
        let one = scale(1, 1000.0);
        let (start, end) = one.range(one.extent());
        assert!((start + end - 1000.0).abs() < 1e-6 && (end - start - WIDEST_DAY).abs() < 1e-6);
        assert!(one.shows_all() && one.is_closest());
    }

    #[test]
    fn numbers_that_are_none_change_nothing() {
        let s = scale(400, 1000.0);
        assert_eq!(s.zoomed(f64::NAN, 2.0), s);
        assert_eq!(s.zoomed(5.0, 0.0), s);
        assert_eq!(s.panned(f64::INFINITY), s);
        assert!(scale(400, f64::NAN).per_day() > 0.0);
    }

    proptest! {
        #[test]
        fn places_and_times_answer_each_other(
            days in 1..40_000_u32, length in 50.0..3000.0_f64, steps in prop::collection::vec((0.0..1.0_f64, 0.2..5.0_f64, -500.0..500.0_f64), 0..12), x in 0.0..1.0_f64,
        ) {
            let mut s = scale(days, length);
            for (at, factor, by) in steps {
                let before = s.time(at * length);
                let zoomed = s.zoomed(at * length, factor);
                // The place under the pointer stays, unless an end of the data came into view.
                let free = zoomed.time(0.0) > f64::from(s.extent().first) && zoomed.time(length) < f64::from(s.extent().last);
                if free {
                    prop_assert!((zoomed.time(at * length) - before).abs() < 1e-3);
                }
                s = zoomed.panned(by);
                prop_assert!(s.per_day() >= s.least() * 0.999 && s.per_day() <= s.most() * 1.001);
                // Some of the data is always in view.
                prop_assert!(s.visible().overlaps(s.extent()));
            }
            let x = x * length;
            prop_assert!((s.x(s.time(x)) - x).abs() < 1e-3);
            prop_assert!(s.visible().contains(s.day_at(x)));
        }
    }
}
