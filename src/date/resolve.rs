//! From what date words say to days, given what is known of the time of writing.

use super::festival::FESTIVALS;
use super::words::{Around, Said, YearWord};
use super::{Day, Precision, Span};

/// What is known of the time at which a text was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The day of issue.
    pub issued: Option<Day>,
    /// The year of dates that carry none.
    pub year: Option<i32>,
    /// The month of the date words before, for a day alone (28日).
    pub month: Option<u8>,
    /// The day told before, for 次日 and 当天.
    pub told: Option<Day>,
}

/// What date words come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// Days.
    Span {
        /// The days, both ends included.
        span: Span,
        /// How finely the words name them.
        precision: Precision,
        /// Whether the year is not in the words.
        year_inferred: bool,
    },
    /// Words that name no day (近日).
    Vague,
    /// A day that no calendar has.
    Damaged,
    /// Days of a year that is not known.
    NoYear,
}

/// How long after an issue its announcements may lie; a date further ahead is of the year before.
const AHEAD: i32 = 75;

/// The days that words mean, written at a time.
///
/// ```
/// use gongxun::date::{Now, Resolved, dates, resolve};
/// use gongxun::text::Reading;
/// let words = dates(&Reading::new("上周五"));
/// let now = Now { issued: "2024-07-31".parse().ok(), ..Now::default() };
/// let Resolved::Span { span, .. } = resolve(words[0].said, now) else { panic!() };
/// assert_eq!(span.start.to_string(), "2024-07-26");
/// ```
pub fn resolve(said: Said, now: Now) -> Resolved {
    match said {
        Said::Vague => Resolved::Vague,
        Said::Impossible => Resolved::Damaged,
        Said::Days { year, from, to } => {
            let Some(first) = year_of(year, from, now) else { return Resolved::NoYear };
            let last = if to < from { first + 1 } else { first };
            match (Day::new(first, from.0, from.1), Day::new(last, to.0, to.1)) {
                (Some(start), Some(end)) => found(Span::new(start, end), Precision::Day, year),
                _ => Resolved::Damaged,
            }
        }
        Said::DaysOfMonth(from, to) => {
            let month = now.month.or(now
                .issued
                .map(|day| if day.day() + 1 >= from { day.month() } else { before(day.month()) }));
            let Some(month) = month else { return Resolved::Vague };
            resolve(
                Said::Days { year: YearWord::Absent, from: (month, from), to: (month, to.max(from)) },
                now,
            )
        }
        Said::Months { year, from, to } => {
            let Some(first) = year_of(year, (from, 1), now) else { return Resolved::NoYear };
            let last = if to < from { first + 1 } else { first };
            whole_months(first, from, (last, to), Precision::Month, year)
        }
        Said::PartOfMonth { year, month, days } => {
            let Some(first) = year_of(year, (month, days.0), now) else { return Resolved::NoYear };
            let end =
                if days.1 == 31 { Day::last_of_month(first, month) } else { Day::new(first, month, days.1) };
            match (Day::new(first, month, days.0), end) {
                (Some(start), Some(end)) => found(Span::new(start, end), Precision::Month, year),
                _ => Resolved::Damaged,
            }
        }
        Said::MonthFromNow(months) => match now.issued {
            Some(day) => {
                let at = day.year() * 12 + i32::from(day.month()) - 1 + i32::from(months);
                let month = u8::try_from(at.rem_euclid(12) + 1).unwrap_or(1);
                let year = at.div_euclid(12);
                whole_months(year, month, (year, month), Precision::Month, YearWord::Absent)
            }
            // 本月 in a text that names one month.
            None => match (months, now.month, now.year) {
                (0, Some(month), Some(year)) => {
                    whole_months(year, month, (year, month), Precision::Month, YearWord::Absent)
                }
                _ => Resolved::Vague,
            },
        },
        Said::Season { year, from, months } => {
            let Some(first) = year_of(year, (from, 1), now) else { return Resolved::NoYear };
            let last = i32::from(from) + i32::from(months) - 1;
            let end = (first + (last - 1) / 12, u8::try_from((last - 1) % 12 + 1).unwrap_or(12));
            whole_months(first, from, end, Precision::Season, year)
        }
        Said::Year(year) => match year_of(year, (1, 1), now) {
            Some(value) => whole_months(value, 1, (value, 12), Precision::Year, year),
            None => Resolved::NoYear,
        },
        Said::Week(weeks, weekday) => match now.issued {
            Some(day) => {
                let monday = day.plus(-i32::from(day.weekday()) + 7 * i32::from(weeks));
                let span = match weekday {
                    Some(weekday) => Span::new(monday.plus(weekday.into()), monday.plus(weekday.into())),
                    None => Span::new(monday, monday.plus(6)),
                };
                found(span, Precision::Day, YearWord::Absent)
            }
            None => Resolved::Vague,
        },
        Said::DayFromNow(days) => match now.issued {
            Some(day) => found(
                Span::new(day.plus(days.into()), day.plus(days.into())),
                Precision::Day,
                YearWord::Absent,
            ),
            None => Resolved::Vague,
        },
        Said::DayAfter(days) => match now.told.map(|day| day.plus(days.into())) {
            Some(day) => found(Span::new(day, day), Precision::Day, YearWord::Absent),
            None => Resolved::Vague,
        },
        Said::Festival { year, festival, part } => around(year, festival, part, now),
    }
}

fn before(month: u8) -> u8 {
    if month == 1 { 12 } else { month - 1 }
}

fn found(span: Span, precision: Precision, year: YearWord) -> Resolved {
    let year_inferred = !matches!(year, YearWord::Number(_));
    Resolved::Span { span, precision, year_inferred }
}

fn whole_months(year: i32, month: u8, last: (i32, u8), precision: Precision, word: YearWord) -> Resolved {
    match (Day::new(year, month, 1), Day::last_of_month(last.0, last.1)) {
        (Some(start), Some(end)) => found(Span::new(start, end), precision, word),
        _ => Resolved::Damaged,
    }
}

/// The year of a day: its own, or the one that puts it near the day of issue, or that of the issue.
fn year_of(word: YearWord, (month, day): (u8, u8), now: Now) -> Option<i32> {
    match (word, now.issued) {
        (YearWord::Number(year), _) => Some(year),
        (YearWord::FromNow(years), Some(issued)) => Some(issued.year() + i32::from(years)),
        (YearWord::FromNow(years), None) => now.year.map(|year| year + i32::from(years)),
        (YearWord::Absent, Some(issued)) => {
            let year = issued.year();
            let ahead = Day::new(year, month, day).is_some_and(|day| day.number() - issued.number() > AHEAD);
            Some(if ahead { year - 1 } else { year })
        }
        (YearWord::Absent, None) => now.year,
    }
}

fn around(year: YearWord, festival: u8, part: Around, now: Now) -> Resolved {
    let Some(festival) = FESTIVALS.get(usize::from(festival)) else { return Resolved::Vague };
    let guess = match (year, now.issued) {
        (YearWord::Absent, Some(issued)) => Some(issued.year()),
        _ => year_of(year, (1, 1), now),
    };
    let Some(guess) = guess else { return Resolved::NoYear };
    let ahead = |day: Day| now.issued.is_some_and(|issued| day.number() - issued.number() > AHEAD);
    let day = festival.day(guess).map(|day| match (year, ahead(day)) {
        (YearWord::Absent, true) => festival.day(guess - 1).unwrap_or(day),
        _ => day,
    });
    let Some(day) = day else { return Resolved::Vague };
    let span = match part {
        Around::Day => Span::new(day, day),
        Around::Before => Span::new(day.plus(-7), day.plus(-1)),
        Around::During => Span::new(day, day.plus(festival.holiday - 1)),
    };
    found(span, Precision::Day, year)
}
