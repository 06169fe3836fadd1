//! What a filter typed into a query means in a corpus: names and numbers → [`Narrowing`].
//!
//! A value that means nothing here has no narrowing, and the query reads it as plain text. This module does
//! not apply filters.

use super::Columns;
use super::filter::{Filter, Narrowing};
use super::query::{FilterClause, FilterKey};
use crate::date::{Day, Now, Resolved, dates, resolve};
use crate::place::Adcode;
use crate::text::{Reading, fold};

/// What a filter means; `None` where one of its values means nothing in this corpus.
pub(super) fn narrowing(columns: &Columns, clause: &FilterClause) -> Option<Narrowing> {
    let mut filter = Filter::default();
    for value in &clause.any_of {
        let value = fold(value).text;
        match clause.key {
            FilterKey::Place => filter.places.append(&mut some(places(columns, &value))?),
            FilterKey::Type => filter.types.append(&mut some(named(&columns.types, &value))?),
            FilterKey::Audience => filter.audiences.append(&mut some(named(&columns.audiences, &value))?),
            FilterKey::Organiser => filter.organisers.append(&mut some(named(&columns.organisers, &value))?),
            FilterKey::Source => filter.sources.append(&mut some(named(&columns.sources, &value))?),
            FilterKey::Date => {
                let (from, to) = period(&value)?;
                // Several periods are one filter only where they are one.
                if clause.any_of.len() > 1 {
                    return None;
                }
                (filter.from, filter.to) = (from, to);
            }
        }
    }
    Some(Narrowing { filter, exclude: clause.exclude })
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// The names that are the value, or else those that contain it.
fn named(list: &[String], value: &str) -> Vec<String> {
    let folded: Vec<String> = list.iter().map(|name| fold(name).text).collect();
    let pick = |holds: &dyn Fn(&str) -> bool| -> Vec<String> {
        list.iter().zip(&folded).filter(|(_, folded)| holds(folded)).map(|(name, _)| name.clone()).collect()
    };
    let same = pick(&|name| name == value);
    if same.is_empty() { pick(&|name| name.contains(value)) } else { same }
}

/// Units by code, by a name of theirs (渝北区, 渝北), by names from above (重庆市渝北区), or by how a name begins
/// (两江). A name that several units have means each of them.
fn places(columns: &Columns, value: &str) -> Vec<Adcode> {
    if let Ok(code) = value.parse::<Adcode>() {
        return vec![code];
    }
    let mut names: Vec<(Adcode, String)> = Vec::new();
    names.extend(columns.unit_names.iter().map(|(unit, name)| (*unit, fold(name).text)));
    for (unit, all) in &columns.known_units {
        names.extend(all.iter().map(|name| (*unit, fold(name).text)));
    }
    let mut units = named_units(&names, value);
    if units.is_empty() && value.chars().count() > 1 {
        let begins = names.iter().filter(|(_, name)| name.starts_with(value));
        units = begins.map(|(unit, _)| *unit).collect();
    }
    units.sort_unstable();
    units.dedup();
    units
}

/// The units that have a name, or a name after one of a unit above.
fn named_units(names: &[(Adcode, String)], value: &str) -> Vec<Adcode> {
    let same: Vec<Adcode> = names.iter().filter(|(_, name)| name == value).map(|(unit, _)| *unit).collect();
    if !same.is_empty() || value.is_empty() {
        return same;
    }
    let mut units = Vec::new();
    for (unit, name) in names.iter().filter(|(_, name)| !name.is_empty()) {
        let Some(above) = value.strip_suffix(name.as_str()) else { continue };
        if named_units(names, above).iter().any(|other| other != unit && other.contains(*unit)) {
            units.push(*unit);
        }
    }
    units
}

/// A period in figures, or as date words that name their year (2024年三季度, 二〇二四年夏天).
fn period(value: &str) -> Option<(Option<Day>, Option<Day>)> {
    figures(value).or_else(|| {
        let reading = Reading::new(value);
        let [words] = <[_; 1]>::try_from(dates(&reading)).ok()?;
        let whole = words.range.start == 0 && words.range.end == reading.len();
        match resolve(words.said, Now::default()) {
            Resolved::Span { span, year_inferred: false, .. } if whole => {
                Some((Some(span.start), Some(span.end)))
            }
            _ => None,
        }
    })
}

/// `2024`, `2024-05`, `2024-05-28`, `2024年5月28日`, two of them with `..`, `~` or `至` between, or one end open.
fn figures(value: &str) -> Option<(Option<Day>, Option<Day>)> {
    let Some((from, to)) = ["..", "~", "至"].iter().find_map(|between| value.split_once(between)) else {
        let (first, last) = days(value)?;
        return Some((Some(first), Some(last)));
    };
    let (from, to) = (from.trim(), to.trim());
    let from = if from.is_empty() { None } else { Some(days(from)?.0) };
    let to = if to.is_empty() { None } else { Some(days(to)?.1) };
    let ordered = from.zip(to).is_none_or(|(from, to)| from <= to);
    (ordered && (from.is_some() || to.is_some())).then_some((from, to))
}

/// The first and the last day of a year, month or day in figures.
fn days(value: &str) -> Option<(Day, Day)> {
    let plain = value.replace(['年', '月', '/', '.'], "-");
    let numbers: Option<Vec<i32>> =
        plain.trim_end_matches(['日', '-', '号']).split('-').map(number).collect();
    match *numbers? {
        [year] if year > 999 => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        [year, month] => {
            let month = u8::try_from(month).ok()?;
            Some((Day::new(year, month, 1)?, Day::last_of_month(year, month)?))
        }
        [year, month, day] => {
            let day = Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
            Some((day, day))
        }
        _ => None,
    }
}

fn number(digits: &str) -> Option<i32> {
    (1..=4).contains(&digits.len()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str) {
        let shown = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        let read =
            period(value).map_or("-".to_owned(), |(from, to)| format!("{}..{}", shown(from), shown(to)));
        assert_eq!(read, expected, "of {value:?}");
    }

    #[test]
    fn periods() {
        check("2024", "2024-01-01..2024-12-31");
        check("2024年", "2024-01-01..2024-12-31");
        check("2024-02", "2024-02-01..2024-02-29");
        check("2024年5月", "2024-05-01..2024-05-31");
        check("2024年5月28日", "2024-05-28..2024-05-28");
        check("2024-05..2024-07", "2024-05-01..2024-07-31");
        check("2024年5月至2024年7月", "2024-05-01..2024-07-31");
        check("2024年三季度", "2024-07-01..2024-09-30");
        check("2024年夏天", "2024-06-01..2024-08-31");
        check("二〇二四年五月", "2024-05-01..2024-05-31");
        check("2024年7月至8月", "2024-07-01..2024-08-31");
        check("2024-05..", "2024-05-01..");
        check("..2024", "..2024-12-31");
        for wrong in
            ["", "..", "5月", "2024-13", "2024-07..2024-05", "24", "2024-05-06-07", "-2024", "今年", "三季度"]
        {
            check(wrong, "-");
        }
    }
}
