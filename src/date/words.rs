//! What date words say, before anything is known of the year that they fall in.

use std::ops::Range;

/// Date words that stand in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// Where they stand, in characters of the reading.
    pub range: Range<usize>,
    /// What they say.
    pub said: Said,
    /// A weekday that stands with them, 0 for Monday.
    pub weekday: Option<u8>,
}

/// What date words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// 5月28日, 2024年5月20日至26日
    Days {
        /// The year of the first day.
        year: YearWord,
        /// Month and day of the first day.
        from: (u8, u8),
        /// Month and day of the last day.
        to: (u8, u8),
    },
    /// 28日上午, 20日至26日: the month is that of the words before, or of the issue.
    DaysOfMonth(u8, u8),
    /// 今年4月, 7月至8月
    Months {
        /// The year of the first month.
        year: YearWord,
        /// The first month.
        from: u8,
        /// The last month.
        to: u8,
    },
    /// 4月上旬
    PartOfMonth {
        /// The year.
        year: YearWord,
        /// The month.
        month: u8,
        /// First and last day; 31 stands for the last of the month.
        days: (u8, u8),
    },
    /// 上月, 本月
    MonthFromNow(i8),
    /// 二季度, 上半年, 夏天: whole months, the last perhaps in the next year (冬季).
    Season {
        /// The year.
        year: YearWord,
        /// The first month.
        from: u8,
        /// How many months.
        months: u8,
    },
    /// 2023年, 去年
    Year(YearWord),
    /// 上周五 (−1, Friday), 本周 (0, none)
    Week(i8, Option<u8>),
    /// 昨天 (−1), 今日 (0)
    DayFromNow(i8),
    /// 次日, 翌日 (1), 当天, 当日 (0): so many days after the one told before.
    DayAfter(i8),
    /// 清明节前夕, 春节期间
    Festival {
        /// The year.
        year: YearWord,
        /// Its place in the table of festivals.
        festival: u8,
        /// Which part of the days around it.
        part: Around,
    },
    /// 近日, 日前
    Vague,
    /// 13月45日
    Impossible,
}

/// How date words name their year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWord {
    /// Not at all.
    Absent,
    /// 2024年, 二〇二四年
    Number(i32),
    /// 今年 (0), 去年 (−1)
    FromNow(i8),
}

/// The days around a festival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// 当天
    Day,
    /// 前夕, 来临之际: the week before.
    Before,
    /// 期间, 假期
    During,
}
