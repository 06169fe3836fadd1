//! A date as a person types it into a field: 2024-05-28, 2024-5-28, 2024/5/28, 20240528, 2024年5月28日, or only its month
//! or its year. What is read in running text is `date`'s; a field asks for a date and nothing else.

use crate::date::Day;

/// The years that a typed date may have: a century that was forgotten is no year.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The first and the last day of what was typed; `None` where that is no date of the calendar.
///
/// ```
/// use gongxun::app::typed::typed_days;
/// let ends = |text: &str| typed_days(text).map(|(first, last)| format!("{first}..{last}"));
/// assert_eq!(ends("2024年5月28日").as_deref(), Some("2024-05-28..2024-05-28"));
/// assert_eq!(ends("2024-5").as_deref(), Some("2024-05-01..2024-05-31"));
/// assert_eq!(ends("5月28日"), None);
/// ```
pub fn typed_days(text: &str) -> Option<(Day, Day)> {
    let numbers = numbers(text)?;
    let (year, month, day) = match numbers[..] {
        // 20240528 and 202405, as many programs write it.
        [whole] if whole > 9_999_999 => (whole / 10_000, Some(whole / 100 % 100), Some(whole % 100)),
        [whole] if whole > 99_999 => (whole / 100, Some(whole % 100), None),
        [year] => (year, None, None),
        [year, month] => (year, Some(month), None),
        [year, month, day] => (year, Some(month), Some(day)),
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    let small = |number: u32| u8::try_from(number).ok();
    match (month, day) {
        (None, _) => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        (Some(month), None) => {
            let month = small(month)?;
            Some((Day::new(year, month, 1)?, Day::last_of_month(year, month)?))
        }
        (Some(month), Some(day)) => Day::new(year, small(month)?, small(day)?).map(|day| (day, day)),
    }
}

/// The numbers of a text in which nothing else stands but what parts the numbers of a date.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let mut numbers: Vec<u32> = Vec::new();
    let mut within = false;
    for c in text.trim().chars() {
        // Full-width digits, as a Chinese input method leaves them.
        let digit = match c {
            '０'..='９' => Some(c as u32 - '０' as u32),
            _ => c.to_digit(10),
        };
        match (digit, within.then(|| numbers.last_mut()).flatten()) {
            (Some(digit), Some(number)) => *number = number.checked_mul(10)?.checked_add(digit)?,
            (Some(digit), None) => numbers.push(digit),
            (None, _) if "-－—–/／.．年月日号 ".contains(c) => {}
            (None, _) => return None,
        }
        within = digit.is_some();
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::typed_days;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let days = typed_days(typed).map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}..{last}"),
        });
        assert_eq!(days.as_deref().unwrap_or("-"), expected, "{typed}");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in [
            "2024-05-28",
            "2024-5-28",
            "2024/5/28",
            "2024.5.28",
            "20240528",
            "2024年5月28日",
            "2024年5月28号",
            " 2024 5 28 ",
            "２０２４年５月２８日",
            "2024年05月28日",
        ] {
            check(typed, "2024-05-28");
        }
    }

    #[test]
    fn a_month_or_a_year_is_all_of_its_days() {
        check("2024年2月", "2024-02-01..2024-02-29");
        check("202402", "2024-02-01..2024-02-29");
        check("2024", "2024-01-01..2024-12-31");
    }

    #[test]
    fn what_is_no_date_is_not_taken_for_one() {
        for typed in [
            "",
            "2024-13-01",
            "2024-02-30",
            "24-5-28",
            "5月28日",
            "2024-05-28-1",
            "昨天",
            "2024年五月",
            "99999999999",
        ] {
            check(typed, "-");
        }
    }
}
