//! Dates, as finely as they are known: 2024年5月28日, 5月20日—26日, 2024年7月—8月; 28 May 2024, 20–26 May 2024, Jul–Aug
//! 2024. The words themselves are in `data/words/dates.tsv`: what has 1 in its name is of the start, 2 of the end.

use super::table::{Lines, table};
use crate::corpus::DateField;
use crate::date::{Day, Precision};
use crate::stats::Month;
use crate::text::fill;

table! {
    /// The words of one language.
    DateWords {
        month[1 2 3 4 5 6 7 8 9 10 11 12];
        day;
        days_of_month;
        days_of_year;
        days;
        month_of_year;
        months_of_year;
        months;
        year;
        years;
        since;
        until;
        near_day;
        near_days;
        near_month;
        near_months;
    }
}

impl DateWords {
    /// A phrase with the parts of two days.
    fn of(&self, phrase: &str, start: Day, end: Day) -> String {
        let parts = |day: Day| {
            let month = self.month.get(usize::from(day.month()).wrapping_sub(1)).copied().unwrap_or_default();
            [day.year().into(), month.into(), u32::from(day.day()).into()]
        };
        fill(phrase, "y1 m1 d1 y2 m2 d2", &[parts(start), parts(end)].concat())
    }

    /// A day.
    pub fn day(&self, day: Day) -> String {
        self.of(self.day, day, day)
    }

    /// A month.
    pub fn month(&self, month: Month) -> String {
        month.span().map(|span| self.of(self.month_of_year, span.start, span.end)).unwrap_or_default()
    }

    /// A month, its year being known.
    pub fn month_in_year(&self, month: Month) -> String {
        month.span().map(|span| self.of(self.near_month, span.start, span.end)).unwrap_or_default()
    }

    /// A year.
    pub fn year(&self, year: i32) -> String {
        Day::new(year, 1, 1).map(|day| self.of(self.year, day, day)).unwrap_or_default()
    }

    /// An interval, its ends not saying twice what they share.
    pub fn date(&self, date: &DateField) -> String {
        self.interval(date.start, date.end, date.precision)
    }

    fn interval(&self, start: Day, end: Day, precision: Precision) -> String {
        let same_year = start.year() == end.year();
        let same_month = Month::of(start) == Month::of(end);
        let phrase = match precision {
            Precision::Day if start == end => self.day,
            Precision::Day if same_month => self.days_of_month,
            Precision::Day if same_year => self.days_of_year,
            Precision::Day => self.days,
            Precision::Month | Precision::Season if same_month => self.month_of_year,
            Precision::Month | Precision::Season if same_year => self.months_of_year,
            Precision::Month | Precision::Season => self.months,
            Precision::Year if same_year => self.year,
            Precision::Year => self.years,
        };
        self.of(phrase, start, end)
    }

    /// The day or months, and the year, as two lines of a narrow column.
    pub fn lines(&self, date: &DateField) -> (String, String) {
        let (start, end) = (date.start, date.end);
        let near = match date.precision {
            Precision::Year => return (self.year(start.year()), String::new()),
            Precision::Day if start == end => self.near_day,
            Precision::Day => self.near_days,
            Precision::Month | Precision::Season if Month::of(start) == Month::of(end) => self.near_month,
            Precision::Month | Precision::Season => self.near_months,
        };
        (self.of(near, start, end), self.year(start.year()))
    }

    /// A filter's period, either end open: whole months and years as such.
    pub fn between(&self, from: Option<Day>, to: Option<Day>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => {
                let whole_months = from.day() == 1 && Day::last_of_month(to.year(), to.month()) == Some(to);
                let precision = match (from.month(), to.month()) {
                    (1, 12) if whole_months => Precision::Year,
                    _ if whole_months => Precision::Month,
                    _ => Precision::Day,
                };
                self.interval(from, to, precision)
            }
            (Some(from), None) => self.of(self.since, from, from),
            (None, Some(to)) => self.of(self.until, to, to),
            (None, None) => String::new(),
        }
    }

    /// The months from that of one day to that of another.
    pub fn months_between(&self, first: Day, last: Day) -> String {
        let span = |day: Day| Month::of(day).span();
        self.between(span(first).map(|month| month.start), span(last).map(|month| month.end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::both;
    use super::*;

    #[track_caller]
    fn check(start: &str, end: &str, precision: Precision, chinese: &str, english: &str) {
        let [start, end] = [start, end].map(|text| text.parse().unwrap());
        let field = DateField { start, end, precision, basis: String::new(), year_basis: None };
        assert_eq!(both().map(|words| words.dates.date(&field)), [chinese, english]);
    }

    #[test]
    fn dates_are_said_as_finely_as_they_are_known() {
        use Precision::{Day, Month, Season, Year};
        check("2024-05-28", "2024-05-28", Day, "2024年5月28日", "28 May 2024");
        check("2024-05-20", "2024-05-26", Day, "2024年5月20日—26日", "20–26 May 2024");
        check("2024-05-28", "2024-06-02", Day, "2024年5月28日—6月2日", "28 May – 2 Jun 2024");
        check("2023-12-28", "2024-01-02", Day, "2023年12月28日—2024年1月2日", "28 Dec 2023 – 2 Jan 2024");
        check("2024-04-01", "2024-04-30", Month, "2024年4月", "Apr 2024");
        check("2024-07-01", "2024-08-31", Month, "2024年7月—8月", "Jul–Aug 2024");
        check("2023-12-01", "2024-02-29", Season, "2023年12月—2024年2月", "Dec 2023 – Feb 2024");
        check("2023-01-01", "2023-12-31", Year, "2023年", "2023");
    }

    #[test]
    fn a_period_is_said_in_whole_months_where_it_is_some() {
        let check = |from: &str, to: &str, chinese: &str, english: &str| {
            let [from, to] = [from, to].map(|text| text.parse().ok());
            assert_eq!(both().map(|words| words.dates.between(from, to)), [chinese, english]);
        };
        check("2024-06-01", "2024-06-30", "2024年6月", "Jun 2024");
        check("2024-01-01", "2024-12-31", "2024年", "2024");
        check("2024-06-01", "2024-06-29", "2024年6月1日—29日", "1–29 Jun 2024");
        check("2024-06-01", "", "2024年6月1日以后", "from 1 Jun 2024");
        check("", "2024-06-01", "2024年6月1日以前", "until 1 Jun 2024");
    }
}
