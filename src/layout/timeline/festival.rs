//! Light marks for the festivals that union work follows: 元旦, 春节, 五一, 七一, 国庆 and the like. Which those are,
//! and how much each matters, is a table (`data/festival_marks.tsv`); when they are, `date` knows.

use std::sync::LazyLock;

use super::{Days, Label, Level, TimeScale, Wording};
use crate::date::{Day, festival_day};
use crate::layout::text_width;

/// A festival that is marked, a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedFestival {
    /// The name by which `date` knows it.
    name: &'static str,
    /// Its short Chinese name.
    pub label: &'static str,
    /// Its short English name.
    pub english: &'static str,
    /// How much it matters.
    weight: u8,
}

static MARKED: LazyLock<Vec<MarkedFestival>> = LazyLock::new(|| {
    // A line that does not read is left out; a test holds that there is none.
    include_str!("../../../data/festival_marks.tsv").lines().skip(1).filter_map(marked).collect()
});

fn marked(line: &'static str) -> Option<MarkedFestival> {
    let mut cells = line.split('\t');
    let (name, label, english) = (cells.next()?, cells.next()?, cells.next()?);
    Some(MarkedFestival { name, label, english, weight: cells.next()?.parse().ok()? })
}

/// The festivals to mark on some days, in order of time.
///
/// ```
/// use gongxun::{date::Day, layout::timeline::{Days, ZH, festivals}};
/// let day = |text: &str| text.parse::<Day>().unwrap().number();
/// let spring = festivals(Days::new(day("2024-01-15"), day("2024-03-01")), &ZH);
/// assert_eq!(spring.iter().map(|festival| festival.name).collect::<Vec<_>>(), ["春节", "元宵"]);
/// ```
pub fn festivals(days: Days, wording: &Wording) -> Vec<Festival<'static>> {
    let year = |day: i32| Day::from_number(day).map(Day::year);
    let (Some(first), Some(last)) = (year(days.first), year(days.last)) else { return Vec::new() };
    let of_year = |year: i32| {
        MARKED.iter().filter_map(move |festival| {
            let day = festival_day(festival.name, year)?.number();
            Some(Festival { day, name: (wording.festival)(festival), weight: festival.weight })
        })
    };
    let mut all: Vec<Festival<'static>> = (first..=last).flat_map(of_year).collect();
    all.retain(|festival| days.contains(festival.day));
    all.sort_by_key(|festival| festival.day);
    all
}

/// A festival in some year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Festival<'a> {
    /// Its day.
    pub day: i32,
    /// Its short name, such as 五一.
    pub name: &'a str,
    /// Where there is no room for all names, that of the higher weight is printed.
    pub weight: u8,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct FestivalMark {
    /// Its index in what was given.
    pub festival: usize,
    /// The middle of its day.
    pub x: f64,
    /// Its name, over its day, or as near as the axis' end allows.
    pub label: Label,
}

/// Between two names.
const GAP: f64 = 4.0;

/// The marks of the festivals that the scale shows, in order of time: the weightier first, as long as their names
/// find room, since a mark without a name tells nothing. Where years or decades are drawn there are none: every
/// year would look alike.
///
/// ```
/// use gongxun::{date::Day, layout::timeline::{Days, Festival, TimeScale, festival_marks}};
/// let day = |text: &str| text.parse::<Day>().unwrap().number();
/// let scale = TimeScale::new(Days::new(day("2024-01-01"), day("2024-12-31")), 800.0);
/// let festivals = [
///     Festival { day: day("2024-05-01"), name: "五一", weight: 4 },
///     Festival { day: day("2024-05-04"), name: "五四", weight: 1 },
/// ];
/// let marks = festival_marks(&scale, &festivals, 12.0);
/// assert_eq!(marks.iter().map(|mark| mark.label.text.as_str()).collect::<Vec<_>>(), ["五一"]);
/// ```
pub fn festival_marks(scale: &TimeScale, festivals: &[Festival<'_>], font_size: f64) -> Vec<FestivalMark> {
    if scale.level() < Level::Month {
        return Vec::new();
    }
    let visible = scale.visible();
    let mut order: Vec<usize> =
        (0..festivals.len()).filter(|&i| visible.contains(festivals[i].day)).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(festivals[i].weight), festivals[i].day, i));
    let mut marks: Vec<FestivalMark> = Vec::new();
    for festival in order {
        let x = scale.x(f64::from(festivals[festival].day) + 0.5);
        let text = festivals[festival].name;
        let width = text_width(text, font_size);
        let start = (x - width / 2.0).min(scale.length() - width).max(0.0);
        let label = Label { text: text.to_owned(), x: start, width };
        let apart =
            |other: &FestivalMark| label.end() + GAP <= other.label.x || other.label.end() + GAP <= label.x;
        if marks.iter().all(apart) {
            marks.push(FestivalMark { festival, x, label });
        }
    }
    marks.sort_by_key(|mark| (festivals[mark.festival].day, mark.festival));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_reads_whole_and_date_knows_every_name() {
        let lines = include_str!("../../../data/festival_marks.tsv").lines().skip(1).count();
        assert_eq!(MARKED.len(), lines);
        for festival in MARKED.iter() {
            assert!(festival_day(festival.name, 2024).is_some(), "{}", festival.name);
        }
    }

    proptest! {
        #[test]
        fn names_never_overlap(
            given in prop::collection::vec((0..900_i32, 0..4_u8), 0..60), length in 100.0..1500.0_f64,
        ) {
            let festivals: Vec<Festival<'_>> = given.iter()
                .map(|&(day, weight)| Festival { day: 2_460_000 + day, name: "端午节", weight }).collect();
            let scale = TimeScale::new(Days::new(2_460_000, 2_460_900), length);
            let marks = festival_marks(&scale, &festivals, 12.0);
            prop_assert!(marks.windows(2).all(|pair| pair[0].label.end() < pair[1].label.x));
        }
    }
}
