//! The words of a time axis, in Chinese and in English. They stand here, not with the app's words, because
//! a label's width decides whether it is drawn.

use super::{Days, Level, MarkedFestival};
use crate::date::Day;

/// How dates are written on an axis.
#[derive(Debug)]
pub struct Wording {
    /// 2020年代
    pub decade: fn(i32) -> String,
    /// 2024年
    pub year: fn(i32) -> String,
    /// 7月
    pub month: fn(u8) -> String,
    /// 2024年7月
    pub year_month: fn(i32, u8) -> String,
    /// 22日
    pub day: fn(u8) -> String,
    /// 22日 周一: the day of the month, and the days from Monday.
    pub day_weekday: fn(u8, u8) -> String,
    /// 2024年7月22日
    pub date: fn(i32, u8, u8) -> String,
    /// Between the two ends of an interval, and between two days of a month.
    pub to: &'static str,
    /// See `to`.
    pub to_day: &'static str,
    /// Whether a date names its year first, so that the second date may leave out what both share; else the first.
    pub year_first: bool,
    /// The short name of a festival.
    pub festival: fn(&MarkedFestival) -> &'static str,
    /// 另有 12 项
    pub more: fn(usize) -> String,
}

/// Chinese.
pub static ZH: Wording = Wording {
    decade: |year| format!("{year}年代"),
    year: |year| format!("{year}年"),
    month: |month| format!("{month}月"),
    year_month: |year, month| format!("{year}年{month}月"),
    day: |day| format!("{day}日"),
    day_weekday: |day, weekday| format!("{day}日 周{}", WEEKDAYS_ZH[usize::from(weekday % 7)]),
    date: |year, month, day| format!("{year}年{month}月{day}日"),
    to: "至",
    to_day: "至",
    year_first: true,
    festival: |festival| festival.label,
    more: |count| format!("另有 {count} 项"),
};

/// English.
pub static EN: Wording = Wording {
    decade: |year| format!("{year}s"),
    year: |year| year.to_string(),
    month: |month| month_en(month).to_owned(),
    year_month: |year, month| format!("{} {year}", month_en(month)),
    day: |day| day.to_string(),
    day_weekday: |day, weekday| format!("{} {day}", WEEKDAYS_EN[usize::from(weekday % 7)]),
    date: |year, month, day| format!("{day} {} {year}", month_en(month)),
    to: " – ",
    to_day: "–",
    year_first: false,
    festival: |festival| festival.english,
    more: |count| format!("{count} more"),
};

const WEEKDAYS_ZH: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month_en(month: u8) -> &'static str {
    MONTHS_EN[usize::from(month.clamp(1, 12)) - 1]
}

impl Wording {
    /// The name of the unit that has the day, standing alone: for tables, summaries and tips.
    ///
    /// ```
    /// use gongxun::{date::Day, layout::timeline::{Level, ZH}};
    /// let day = "2024-07-24".parse::<Day>().unwrap().number();
    /// assert_eq!(ZH.unit(Level::Month, day), "2024年7月");
    /// assert_eq!(ZH.unit(Level::Week, day), "2024年7月22日至28日");
    /// ```
    pub fn unit(&self, level: Level, day: i32) -> String {
        let start = level.start(day);
        let Some(first) = Day::from_number(start) else { return String::new() };
        match level {
            Level::Decade => (self.decade)(first.year() / 10 * 10),
            Level::Year => (self.year)(first.year()),
            Level::Month => (self.year_month)(first.year(), first.month()),
            Level::Week => self.days(Days::new(start, level.next(start).saturating_sub(1))),
            Level::Day => (self.date)(first.year(), first.month(), first.day()),
        }
    }

    /// An interval, standing alone; what the two ends share is not repeated where the language allows.
    pub fn days(&self, days: Days) -> String {
        let (Some(first), Some(last)) = (Day::from_number(days.first), Day::from_number(days.last)) else {
            return String::new();
        };
        let date = |day: Day| (self.date)(day.year(), day.month(), day.day());
        if first == last {
            return date(first);
        }
        let (head, tail) = (date(first), date(last));
        let (same_year, same_month) = (first.year() == last.year(), first.month() == last.month());
        let (day, month) = (self.day, self.month);
        let (head, tail) = match (self.year_first, same_year, same_month) {
            (true, true, true) => (head, day(last.day())),
            (true, true, false) => (head, format!("{}{}", month(last.month()), day(last.day()))),
            (false, true, true) => (day(first.day()), tail),
            (false, true, false) => (format!("{} {}", day(first.day()), month(first.month())), tail),
            (_, false, _) => (head, tail),
        };
        let to = if same_year && same_month { self.to_day } else { self.to };
        format!("{head}{to}{tail}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_do_not_repeat_what_they_share() {
        let check = |a: &str, b: &str, zh: &str, en: &str| {
            let day = |text: &str| text.parse::<Day>().unwrap().number();
            let days = Days::new(day(a), day(b));
            assert_eq!((ZH.days(days).as_str(), EN.days(days).as_str()), (zh, en));
        };
        check("2024-07-22", "2024-07-22", "2024年7月22日", "22 Jul 2024");
        check("2024-07-22", "2024-07-28", "2024年7月22日至28日", "22–28 Jul 2024");
        check("2024-07-29", "2024-08-04", "2024年7月29日至8月4日", "29 Jul – 4 Aug 2024");
        check("2024-12-30", "2025-01-05", "2024年12月30日至2025年1月5日", "30 Dec 2024 – 5 Jan 2025");
    }
}
