//! The two tiers of a time axis: small units below, the greater unit that they belong to above, with labels
//! that never overlap.

use super::{Days, Level, TimeScale, Wording};
use crate::date::Day;
use crate::layout::text_width;

/// A text with its place along the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What to print.
    pub text: String,
    /// Where it begins.
    pub x: f64,
    /// How wide it will be at most.
    pub width: f64,
}

impl Label {
    /// Where it ends.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// The beginning of a unit of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The unit's first day.
    pub day: i32,
    /// Where it begins; the line is drawn here. Less than 0 where the unit began before what is shown.
    pub x: f64,
    /// Its name, where there is room. A small unit's stands under its middle; a greater unit's at its left
    /// end, kept in view while the unit is.
    pub label: Option<Label>,
}

/// The ticks of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeAxis {
    /// The lower tier: a tick for each unit of the level.
    pub minor: Vec<Tick>,
    /// The upper tier: years over months, months over weeks and days; none over decades.
    pub major: Vec<Tick>,
}

/// Between two labels, in parts of the font's size.
const GAP: f64 = 0.5;

/// The axis of what the scale shows, in units of the level, with labels in a font of so many pixels. Weeks too
/// narrow for the name of their month and year above them are told by months instead.
pub fn time_axis(scale: &TimeScale, level: Level, font_size: f64, wording: &Wording) -> TimeAxis {
    let month = text_width(&(wording.year_month)(2024, 12), font_size) + 2.0 * GAP * font_size;
    let narrow = Level::Month.mean_days() * scale.per_day() < month;
    let level = if level == Level::Week && narrow { Level::Month } else { level };
    TimeAxis {
        minor: minor_ticks(scale, level, font_size, wording),
        major: upper_level(level)
            .map_or_else(Vec::new, |upper| major_ticks(scale, upper, font_size, wording)),
    }
}

/// The level of the upper tier.
fn upper_level(level: Level) -> Option<Level> {
    match level {
        Level::Decade => None,
        Level::Year => Some(Level::Decade),
        Level::Month => Some(Level::Year),
        Level::Week | Level::Day => Some(Level::Month),
    }
}

/// The first days of the units that meet the interval.
fn units(level: Level, days: Days) -> impl Iterator<Item = i32> {
    let first = level.start(days.first);
    std::iter::successors(Some(first), move |&day| Some(level.next(day)).filter(|&next| next <= days.last))
}

fn minor_ticks(scale: &TimeScale, level: Level, font_size: f64, wording: &Wording) -> Vec<Tick> {
    let starts: Vec<i32> = units(level, scale.visible()).collect();
    let gap = GAP * font_size;
    let every = stride(scale, level, font_size, wording);
    let with_weekday = level == Level::Day && weekdays_fit(scale, font_size, wording);
    let mut free_from = 0.0;
    let tick = |day: i32| {
        let (x, end) = (scale.x(f64::from(day)), scale.x(f64::from(level.next(day))));
        let mut label = None;
        if is_labelled(level, day, every) {
            let text = minor_text(level, day, with_weekday, wording);
            let width = text_width(&text, font_size);
            let start = (x + end) / 2.0 - width / 2.0;
            if start >= free_from && start + width <= scale.length() {
                free_from = start + width + gap;
                label = Some(Label { text, x: start, width });
            }
        }
        Tick { day, x, label }
    };
    starts.into_iter().map(tick).collect()
}

/// Each how many units one is labelled: the least of the round numbers at which the widest label fits.
fn stride(scale: &TimeScale, level: Level, font_size: f64, wording: &Wording) -> u32 {
    let (strides, widest): (&[u32], String) = match level {
        Level::Decade => (&[1, 2, 5, 10, 20, 50, 100], (wording.decade)(2020)),
        Level::Year => (&[1, 2, 5], (wording.year)(2024)),
        Level::Month => (&[1, 2, 3, 6], (wording.month)(12)),
        Level::Week => (&[1, 2, 4], (wording.day)(28)),
        Level::Day => (&[1, 2, 5, 10], (wording.day)(28)),
    };
    let needed = text_width(&widest, font_size) + GAP * font_size;
    let unit = level.mean_days() * scale.per_day();
    let fits = |every: &&u32| f64::from(**every) * unit >= needed;
    strides.iter().find(fits).or(strides.last()).copied().unwrap_or(1)
}

fn weekdays_fit(scale: &TimeScale, font_size: f64, wording: &Wording) -> bool {
    text_width(&(wording.day_weekday)(28, 2), font_size) + GAP * font_size <= scale.per_day()
}

/// Whether a unit is one of each `every`: round years, January and July, the 1st, 6th, 11th …
fn is_labelled(level: Level, day: i32, every: u32) -> bool {
    let Some(date) = Day::from_number(day) else { return false };
    let every = every as i32;
    match level {
        Level::Decade => (date.year() / 10) % every == 0,
        Level::Year => date.year() % every == 0,
        Level::Month => (i32::from(date.month()) - 1) % every == 0,
        Level::Week => day.div_euclid(7) % every == 0,
        Level::Day => {
            // Not the 31st where the 1st follows too close.
            let left = Level::Month.next(day) - day;
            (i32::from(date.day()) - 1) % every == 0 && (every == 1 || left >= every)
        }
    }
}

fn minor_text(level: Level, day: i32, with_weekday: bool, wording: &Wording) -> String {
    let Some(date) = Day::from_number(day) else { return String::new() };
    match level {
        Level::Decade => (wording.decade)(date.year() / 10 * 10),
        Level::Year => (wording.year)(date.year()),
        Level::Month => (wording.month)(date.month()),
        Level::Day if with_weekday => (wording.day_weekday)(date.day(), date.weekday()),
        Level::Week | Level::Day => (wording.day)(date.day()),
    }
}

fn major_ticks(scale: &TimeScale, level: Level, font_size: f64, wording: &Wording) -> Vec<Tick> {
    let gap = GAP * font_size;
    let tick = |day: i32| {
        let (x, end) = (scale.x(f64::from(day)), scale.x(f64::from(level.next(day))));
        let start = x.max(0.0) + gap / 2.0;
        let room = end.min(scale.length()) - gap / 2.0 - start;
        let label = major_texts(level, day, wording).into_iter().find_map(|text| {
            let width = text_width(&text, font_size);
            (width <= room).then_some(Label { text, x: start, width })
        });
        Tick { day, x, label }
    };
    units(level, scale.visible()).map(tick).collect()
}

/// The names of a greater unit, the one to prefer first.
fn major_texts(level: Level, day: i32, wording: &Wording) -> Vec<String> {
    let mut texts = vec![wording.unit(level, day)];
    if level == Level::Month
        && let Some(date) = Day::from_number(day)
    {
        texts.push((wording.month)(date.month()));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::super::{EN, ZH};
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().filter_map(|tick| tick.label.as_ref()).map(|label| label.text.as_str()).collect()
    }

    fn check(from: &str, to: &str, length: f64, minor: &[&str], major: &[&str]) {
        let scale = TimeScale::new(Days::new(day(from), day(to)), length);
        let axis = time_axis(&scale, scale.level(), 12.0, &ZH);
        assert_eq!((labels(&axis.minor), labels(&axis.major)), (minor.to_vec(), major.to_vec()));
    }

    #[test]
    fn axes_name_their_units() {
        check(
            "2024-07-22",
            "2024-07-26",
            600.0,
            &["22日 周一", "23日 周二", "24日 周三", "25日 周四", "26日 周五"],
            &["2024年7月"],
        );
        check(
            "2024-07-25",
            "2024-08-04",
            240.0,
            &["25日", "27日", "29日", "1日", "3日"],
            &["2024年7月", "2024年8月"],
        );
        check(
            "2023-10-01",
            "2024-03-31",
            400.0,
            &["10月", "11月", "12月", "1月", "2月", "3月"],
            &["2023年", "2024年"],
        );
    }

    #[test]
    fn years_are_round_where_there_are_many() {
        let scale = TimeScale::new(Days::new(day("1998-01-01"), day("2024-12-31")), 390.0);
        let axis = time_axis(&scale, scale.level(), 12.0, &ZH);
        assert_eq!(scale.level(), Level::Year);
        assert_eq!(labels(&axis.minor), ["2000年", "2005年", "2010年", "2015年", "2020年"]);
        assert_eq!(labels(&axis.major), ["2000年代", "2010年代", "2020年代"]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap(
            first in day("1949-10-01")..day("2049-10-01"),
            count in 1..30_000_i32,
            length in 100.0..2500.0_f64,
            zoom in 1.0..2000.0_f64,
            at in 0.0..1.0_f64,
            font in 10.0..24.0_f64,
            chinese: bool,
        ) {
            let scale = TimeScale::new(Days::new(first, first + count), length).zoomed(at * length, zoom);
            let axis = time_axis(&scale, scale.level(), font, if chinese { &ZH } else { &EN });
            for ticks in [&axis.minor, &axis.major] {
                let labels: Vec<&Label> = ticks.iter().filter_map(|tick| tick.label.as_ref()).collect();
                for pair in labels.windows(2) {
                    prop_assert!(pair[0].end() <= pair[1].x, "{:?}", pair);
                }
                for label in labels {
                    prop_assert!(label.x >= 0.0 && label.end() <= length);
                }
                for pair in ticks.windows(2) {
                    prop_assert!(pair[0].day < pair[1].day && pair[0].x < pair[1].x);
                }
            }
        }
    }
}
