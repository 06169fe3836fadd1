//! Festivals (节日): the fixed ones by month and day, the lunar ones by a table of years.

use std::sync::LazyLock;

use super::Day;
use crate::text::Reading;

/// A festival by the names that texts use, longest first.
pub(crate) struct Festival {
    /// Its names.
    pub names: &'static [&'static str],
    when: When,
    /// How many days the holiday has.
    pub holiday: i32,
}

enum When {
    Fixed(u8, u8),
    /// A column of `data/festivals.tsv`, and days after it.
    Lunar(usize, i32),
}

/// Every festival that is known.
pub(crate) const FESTIVALS: &[Festival] = &[
    fixed(&["元旦"], 1, 1, 3),
    fixed(&["国际妇女节", "三八妇女节", "“三八”节", "妇女节", "三八节", "“三八”"], 3, 8, 1),
    fixed(&["国际劳动节", "五一劳动节", "劳动节", "五一节", "“五一”", "五一"], 5, 1, 5),
    fixed(&["五四青年节", "青年节", "“五四”"], 5, 4, 1),
    fixed(&["国际护士节", "护士节"], 5, 12, 1),
    fixed(&["国际儿童节", "六一儿童节", "儿童节", "六一节", "“六一”"], 6, 1, 1),
    fixed(&["七一建党节", "建党节", "“七一”", "七一"], 7, 1, 1),
    fixed(&["八一建军节", "建军节", "“八一”", "八一"], 8, 1, 1),
    fixed(&["教师节"], 9, 10, 1),
    fixed(&["国庆节", "国庆", "“十一”"], 10, 1, 7),
    fixed(&["环卫工人节"], 10, 26, 1),
    fixed(&["记者节"], 11, 8, 1),
    lunar(&["除夕"], 0, -1, 1),
    lunar(&["小年"], 0, -7, 1),
    lunar(&["新春佳节", "春节", "新春"], 0, 0, 7),
    lunar(&["元宵佳节", "元宵节", "元宵"], 1, 0, 1),
    lunar(&["清明节", "清明"], 2, 0, 3),
    lunar(&["端午佳节", "端午节", "端午"], 3, 0, 3),
    lunar(&["七夕节", "七夕"], 4, 0, 1),
    lunar(&["中秋佳节", "中秋节", "中秋"], 5, 0, 3),
    lunar(&["重阳佳节", "重阳节", "重阳"], 6, 0, 1),
];

const fn fixed(names: &'static [&'static str], month: u8, day: u8, holiday: i32) -> Festival {
    Festival { names, when: When::Fixed(month, day), holiday }
}

const fn lunar(names: &'static [&'static str], column: usize, after: i32, holiday: i32) -> Festival {
    Festival { names, when: When::Lunar(column, after), holiday }
}

impl Festival {
    /// The day in a year; `None` for a lunar festival of a year that the table does not have.
    pub(crate) fn day(&self, year: i32) -> Option<Day> {
        match self.when {
            When::Fixed(month, day) => Day::new(year, month, day),
            When::Lunar(column, after) => {
                let row = LUNAR.iter().find(|row| row.0 == year)?;
                let (month, day) = *row.1.get(column)?;
                Some(Day::new(year, month, day)?.plus(after))
            }
        }
    }
}

/// The day of a festival in a year, by any of the names that texts use for it; `None` for other names, and for
/// a lunar festival of a year that the table does not have.
///
/// ```
/// use gongxun::date::{Day, festival_day};
/// assert_eq!(festival_day("春节", 2024), Day::new(2024, 2, 10));
/// assert_eq!(festival_day("五一", 2024), Day::new(2024, 5, 1));
/// ```
pub fn festival_day(name: &str, year: i32) -> Option<Day> {
    FESTIVALS.iter().find(|festival| festival.names.contains(&name))?.day(year)
}

/// The festival whose name stands at a place, by the first of its names, and the character after it.
///
/// ```
/// use gongxun::date::festival_at;
/// use gongxun::text::Reading;
/// assert_eq!(festival_at(&Reading::new("过春节前后"), 1), Some(("新春佳节", 3)));
/// ```
pub fn festival_at(text: &Reading, start: usize) -> Option<(&'static str, usize)> {
    let names =
        FESTIVALS.iter().flat_map(|festival| festival.names.iter().map(move |name| (festival, *name)));
    let (festival, name) =
        names.filter(|(_, name)| text.has(start, name)).max_by_key(|(_, name)| name.len())?;
    let end = start + name.chars().count();
    let end = if text.at(end) == '节' { end + 1 } else { end };
    Some((festival.names.first()?, end))
}

type Row = (i32, Vec<(u8, u8)>);

/// Years with the days of the lunar festivals; a line that does not read is left out (a test holds that
/// there is none).
static LUNAR: LazyLock<Vec<Row>> =
    LazyLock::new(|| include_str!("../../data/festivals.tsv").lines().skip(1).filter_map(row).collect());

fn row(line: &str) -> Option<Row> {
    let mut cells = line.split('\t');
    let year = cells.next()?.parse().ok()?;
    let days = cells.map(|cell| {
        let (month, day) = cell.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    });
    Some((year, days.collect::<Option<_>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_whole() {
        let lines = include_str!("../../data/festivals.tsv").lines().skip(1).count();
        assert_eq!(LUNAR.len(), lines);
        for (year, days) in LUNAR.iter() {
            assert_eq!(days.len(), 7, "{year}");
            assert!(days.iter().all(|&(month, day)| Day::new(*year, month, day).is_some()), "{year}");
        }
    }

    #[test]
    fn festivals_fall_where_the_calendar_says() {
        let day = |name: &str, year| {
            let festival = FESTIVALS.iter().find(|f| f.names.contains(&name)).unwrap();
            festival.day(year).map(|day| day.to_string())
        };
        assert_eq!(day("春节", 2024).as_deref(), Some("2024-02-10"));
        assert_eq!(day("除夕", 2025).as_deref(), Some("2025-01-28"));
        assert_eq!(day("清明", 2023).as_deref(), Some("2023-04-05"));
        assert_eq!(day("端午", 2023).as_deref(), Some("2023-06-22"));
        assert_eq!(day("中秋", 2025).as_deref(), Some("2025-10-06"));
        assert_eq!(day("中秋", 1900), None);
    }
}
