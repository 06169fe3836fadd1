//! A calendar day, and an interval of days with the precision that its words had.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Month};

/// A day of the Gregorian calendar, written `YYYY-MM-DD`.
///
/// ```
/// use gongxun::date::Day;
/// let day: Day = "2024-05-28".parse().unwrap();
/// assert_eq!(day.plus(4).to_string(), "2024-06-01");
/// assert_eq!(Day::new(2024, 13, 45), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Day)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Days from Monday, 0 to 6.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// A running number of days, for arithmetic and for columns.
    pub fn number(self) -> i32 {
        self.0.to_julian_day()
    }

    /// The day of a running number, or `None` outside the years 1 to 9999.
    pub fn from_number(number: i32) -> Option<Day> {
        Date::from_julian_day(number).ok().filter(|date| (1..=9999).contains(&date.year())).map(Day)
    }

    /// The day so many days later (earlier where negative), kept within the years 1 to 9999.
    pub fn plus(self, days: i32) -> Day {
        Day::from_number(self.number().saturating_add(days)).unwrap_or(self)
    }

    /// The last day of a month, or `None` where there is no such month.
    pub fn last_of_month(year: i32, month: u8) -> Option<Day> {
        let month = Month::try_from(month).ok()?;
        Day::new(year, month.into(), month.length(year))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// What is wrong with the writing of a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a day as YYYY-MM-DD, got {0:?}")]
pub struct DayError(pub String);

impl FromStr for Day {
    type Err = DayError;

    fn from_str(s: &str) -> Result<Day, DayError> {
        let wrong = || DayError(s.to_owned());
        let mut parts = s.split('-');
        let mut next = |digits: usize| {
            let part = parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<i32>().ok()
        };
        let (Some(year), Some(month), Some(day)) = (next(4), next(2), next(2)) else { return Err(wrong()) };
        if parts.next().is_some() {
            return Err(wrong());
        }
        let small = |n: i32| u8::try_from(n).unwrap_or(0);
        Day::new(year, small(month), small(day)).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

/// How finely the words of a date name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// 5月28日, 5月20日至26日
    Day,
    /// 今年4月, 7月至8月
    Month,
    /// 2024年二季度, 去年夏天
    Season,
    /// 2023年
    Year,
}

/// An interval of days, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The last day, not before the first.
    pub end: Day,
}

impl Span {
    /// The interval, its ends put in order.
    pub fn new(a: Day, b: Day) -> Span {
        Span { start: a.min(b), end: a.max(b) }
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_back_as_written() {
        for text in ["0001-01-01", "2024-02-29", "9999-12-31"] {
            assert_eq!(text.parse::<Day>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in ["2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "2024-01-01-01", "", "2024-01-0a"] {
            assert_eq!(text.parse::<Day>(), Err(DayError(text.to_owned())));
        }
    }
}
