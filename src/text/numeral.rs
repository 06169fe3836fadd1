//! Numbers as people write them: `1514`, `1,600`, `1.4万`, `6万多`, `两万`, `三百余`, `近200`, `千余`.

use super::Reading;

/// A number that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its first character, words of about (近, 约) included.
    pub start: usize,
    /// The character after its last, words of about (余, 多) included.
    pub end: usize,
    /// Its value.
    pub value: u64,
    /// Whether the words say about.
    pub approx: bool,
    /// Whether it is a round word without a figure before it (千余, 上百): an exact figure elsewhere wins.
    pub round: bool,
}

/// The number that begins at a place, words of about before it included.
///
/// ```
/// use gongxun::text::{Reading, number_at};
/// let read = |text| number_at(&Reading::new(text), 0).map(|n| (n.value, n.approx));
/// assert_eq!(read("近200名"), Some((200, true)));
/// assert_eq!(read("1.4万余人次"), Some((14_000, true)));
/// assert_eq!(read("两万人"), Some((20_000, false)));
/// assert_eq!(read("职工"), None);
/// ```
pub fn number_at(text: &Reading, start: usize) -> Option<Number> {
    const ABOUT: [&str; 12] =
        ["近", "约", "逾", "超过", "超", "达到", "将近", "大约", "上", "至少", "不少于", "约有"];
    let word = ABOUT.iter().filter(|word| text.has(start, word)).max_by_key(|word| word.len());
    let digits = start + word.map_or(0, |word| word.chars().count());
    let (mut end, value, mut round) = arabic(text, digits).or_else(|| chinese(text, digits))?;
    let mut approx = word.is_some_and(|word| *word != "达到");
    let mut value = value;
    loop {
        // 400 余名, 2 万人: white space between figures and ideographs means nothing.
        if text.at(end) == ' ' && matches!(text.at(end + 1), '余' | '多' | '万' | '亿') {
            end += 1;
        }
        match text.at(end) {
            '余' | '多' | '几' => {
                approx = true;
                end += 1;
            }
            '万' => {
                value = value.checked_mul(10_000)?;
                end += 1;
                round = false;
            }
            '亿' => {
                value = value.checked_mul(100_000_000)?;
                end += 1;
            }
            _ => break,
        }
    }
    if word == Some(&"上") && !round {
        // 上百 is a number, the 上 of 会上200人 is not about it.
        return None;
    }
    Some(Number { start, end, value, approx, round: round && (approx || word.is_some()) })
}

/// Western digits, thousands commas and a decimal point before 万 or 亿.
fn arabic(text: &Reading, start: usize) -> Option<(usize, u64, bool)> {
    let mut end = start;
    let mut value: u64 = 0;
    while let Some(digit) = text.at(end).to_digit(10) {
        value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
        end += 1;
        let group = |at: usize| (1..=3).all(|i| text.at(at + i).is_ascii_digit());
        if text.at(end) == ',' && end - start <= 3 && group(end) && !text.at(end + 4).is_ascii_digit() {
            end += 1;
        }
    }
    if end == start {
        return None;
    }
    if text.at(end) == '.' && text.at(end + 1).is_ascii_digit() {
        let mut after = end + 1;
        let mut scale: u64 = 1;
        let mut digits = value;
        while let Some(digit) = text.at(after).to_digit(10).filter(|_| after - end < 6) {
            digits = digits.checked_mul(10)?.checked_add(u64::from(digit))?;
            scale *= 10;
            after += 1;
        }
        let unit = match text.at(after) {
            '万' => 10_000,
            '亿' => 100_000_000,
            // 3.5 小时: a quantity, not a count.
            _ => return None,
        };
        return Some((after + 1, digits.checked_mul(unit)? / scale, false));
    }
    if matches!(text.at(end), '百' | '千') {
        let unit = if text.at(end) == '百' { 100 } else { 1000 };
        return Some((end + 1, value.checked_mul(unit)?, false));
    }
    Some((end, value, false))
}

/// The value of a Chinese digit.
pub fn chinese_digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Chinese digits up to the thousands; 万 and 亿 are left to the caller, except inside (一万二千).
fn chinese(text: &Reading, start: usize) -> Option<(usize, u64, bool)> {
    let (mut total, mut section, mut digit): (u64, u64, Option<u64>) = (0, 0, None);
    let mut end = start;
    let mut figure = false;
    loop {
        let c = text.at(end);
        if let Some(value) = chinese_digit(c) {
            digit = match digit {
                // 一五 is no number in this writing; 二〇二四 is read by the dates.
                Some(_) => return None,
                None => Some(value),
            };
            figure = true;
        } else if let Some(unit) = unit_of(c) {
            section = section.checked_add(digit.take().unwrap_or(1) * unit)?;
        } else if c == '几' && matches!(text.at(end + 1), '十' | '百' | '千') {
            return None;
        } else if c == '万' && starts_digit(text.at(end + 1)) && (section > 0 || digit.is_some()) {
            total = (section + digit.take().unwrap_or(0)).checked_mul(10_000)?;
            section = 0;
        } else {
            break;
        }
        end += 1;
    }
    if end == start {
        return None;
    }
    let value = total.checked_add(section)?.checked_add(digit.unwrap_or(0))?;
    Some((end, value, !figure))
}

fn starts_digit(c: char) -> bool {
    chinese_digit(c).is_some()
}

fn unit_of(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(u64, bool, usize)>) {
        let got = number_at(&Reading::new(text), 0).map(|n| (n.value, n.approx, n.end));
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn numbers_as_written() {
        check("1514名", Some((1514, false, 4)));
        check("1,600张", Some((1600, false, 5)));
        check("6万多人次", Some((60_000, true, 3)));
        check("300余人", Some((300, true, 4)));
        check("三百余人", Some((300, true, 3)));
        check("千余名", Some((1000, true, 2)));
        check("十几名", Some((10, true, 2)));
        check("一千二百人", Some((1200, false, 4)));
        check("一万二千人", Some((12_000, false, 4)));
        check("二十三家", Some((23, false, 3)));
        check("上百名", Some((100, true, 2)));
        check("1万余人次", Some((10_000, true, 3)));
        check("超2.1万人", Some((21_000, true, 5)));
    }

    #[test]
    fn what_is_no_count() {
        check("3.5小时", None);
        check("上200", None);
        check("", None);
        check("99999999999999999999999999", None);
    }
}
