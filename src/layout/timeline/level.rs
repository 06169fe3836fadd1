//! The units of time that a timeline shows: decade, year, month, week and day.

use super::Days;
use super::days::CALENDAR;
use crate::date::{Day, Precision};

/// A unit of time, coarse to fine. Weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 2020年代
    Decade,
    /// 2024年
    Year,
    /// 2024年7月
    Month,
    /// 周
    Week,
    /// 日
    Day,
}

impl Level {
    /// All of them, coarse to fine.
    pub const ALL: [Level; 5] = [Level::Decade, Level::Year, Level::Month, Level::Week, Level::Day];

    /// How many days such a unit has on average.
    pub fn mean_days(self) -> f64 {
        match self {
            Level::Decade => 3652.425,
            Level::Year => 365.2425,
            Level::Month => 30.436_875,
            Level::Week => 7.0,
            Level::Day => 1.0,
        }
    }

    /// The next coarser unit.
    pub fn coarser(self) -> Option<Level> {
        Level::ALL.get((self as usize).checked_sub(1)?).copied()
    }

    /// The first day of the unit that has the day. Beyond the calendar's years each day is its own unit.
    ///
    /// ```
    /// use gongxun::{date::Day, layout::timeline::Level};
    /// let day = |text: &str| text.parse::<Day>().unwrap().number();
    /// assert_eq!(Level::Month.start(day("2024-07-22")), day("2024-07-01"));
    /// assert_eq!(Level::Week.start(day("2024-07-28")), day("2024-07-22")); // 星期日属于上一个星期一
    /// ```
    pub fn start(self, day: i32) -> i32 {
        match self {
            Level::Day => day,
            // A running number that 7 divides is a Monday.
            Level::Week => day.saturating_sub(day.rem_euclid(7)),
            _ => first_of(self, day, 0).unwrap_or(day),
        }
    }

    /// The first day of the unit after the one that has the day; always later than the day.
    pub fn next(self, day: i32) -> i32 {
        let next = match self {
            Level::Day => day.saturating_add(1),
            Level::Week => day.saturating_sub(day.rem_euclid(7)).saturating_add(7),
            _ => match first_of(self, day, 1) {
                Some(next) => next,
                None if CALENDAR.contains(day) => CALENDAR.last + 1,
                None => day.saturating_add(1),
            },
        };
        next.max(day.saturating_add(1))
    }

    /// The first day of the unit so many units later (earlier where negative), kept within the calendar.
    pub fn start_after(self, day: i32, units: i32) -> i32 {
        let first = match self {
            Level::Day => day.saturating_add(units),
            Level::Week => self.start(day).saturating_add(units.saturating_mul(7)),
            _ => match first_of(self, day, units) {
                Some(first) => first,
                None if units < 0 => CALENDAR.first,
                None => CALENDAR.last,
            },
        };
        first.clamp(CALENDAR.first, CALENDAR.last)
    }

    /// The interval widened to whole units.
    pub fn whole(self, days: Days) -> Days {
        Days::new(self.start(days.first), self.next(days.last).saturating_sub(1))
    }

    /// Whether words of a precision leave open in which of these units a thing happened: 2024年7月 does at
    /// the level of weeks, and does not at that of months.
    pub fn leaves_open(self, precision: Precision) -> bool {
        match precision {
            Precision::Day => false,
            Precision::Month => self > Level::Month,
            Precision::Season => self > Level::Year,
            Precision::Year => self > Level::Year,
        }
    }
}

/// The first day of a month, year or decade, so many units after the one that has the day.
fn first_of(level: Level, day: i32, units: i32) -> Option<i32> {
    let day = Day::from_number(day)?;
    let (year, month) = match level {
        Level::Month => {
            let month = day.year() * 12 + i32::from(day.month()) - 1;
            let month = month.checked_add(units)?;
            (month.div_euclid(12), month.rem_euclid(12) as u8 + 1)
        }
        Level::Year => (day.year().checked_add(units)?, 1),
        // The first decade has no year 0.
        _ => match (day.year() / 10).checked_add(units)?.checked_mul(10)? {
            0 => (1, 1),
            year => (year, 1),
        },
    };
    Some(Day::new(year, month, 1)?.number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    #[test]
    fn units_begin_where_the_calendar_says() {
        let check = |level: Level, of: &str, start: &str, next: &str| {
            assert_eq!(
                (level.start(day(of)), level.next(day(of))),
                (day(start), day(next)),
                "{level:?} of {of}"
            );
        };
        check(Level::Decade, "2024-07-22", "2020-01-01", "2030-01-01");
        check(Level::Decade, "0005-07-22", "0001-01-01", "0010-01-01");
        check(Level::Year, "2024-12-31", "2024-01-01", "2025-01-01");
        check(Level::Month, "2024-12-31", "2024-12-01", "2025-01-01");
        check(Level::Week, "2024-12-31", "2024-12-30", "2025-01-06");
        check(Level::Day, "2024-02-29", "2024-02-29", "2024-03-01");
    }

    #[test]
    fn steps_stop_at_the_ends_of_the_calendar() {
        for level in Level::ALL {
            assert_eq!(level.start_after(day("2024-07-22"), -1_000_000_000), CALENDAR.first);
            assert!(level.start_after(day("2024-07-22"), i32::MAX) > day("9900-01-01"));
            assert_eq!(level.next(i32::MAX), i32::MAX);
        }
        assert_eq!(Level::Month.start_after(day("2024-01-31"), 1), day("2024-02-01"));
        assert_eq!(Level::Month.start_after(day("2024-01-31"), -1), day("2023-12-01"));
    }

    proptest! {
        #[test]
        fn units_follow_each_other(number in CALENDAR.first..CALENDAR.last) {
            for level in Level::ALL {
                let (start, next) = (level.start(number), level.next(number));
                prop_assert!(start <= number && number < next);
                prop_assert_eq!(level.start(next - 1), start);
                prop_assert_eq!(level.next(start), next);
            }
        }
    }
}
