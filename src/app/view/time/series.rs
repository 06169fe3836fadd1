//! What the timeline's bars are stacked by: the top few types or units, the rest, and what has none. A type or unit has
//! its colour whatever is filtered; only which of them are told apart from the rest follows the counts.

use std::collections::BTreeMap;

use crate::app::archive::Archive;
use crate::app::look::Stack;
use crate::app::results::Moment;
use crate::app::view::Page;
use crate::corpus::TYPES;
use crate::layout::timeline::Series;
use crate::place::{Adcode, Level};
use crate::search::{ActivityRow, Columns};

/// How many are told apart.
const KEPT: usize = 5;
/// The classes of the colours, in the style sheet: one for each type.
const COLOURS: [&str; TYPES.len()] =
    ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13"];

/// The series of a stack.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stacked {
    /// What each series is called, with the class of its colour.
    pub(super) series: Vec<(String, &'static str)>,
    /// The series of each moment, in their order.
    of: Vec<u8>,
}

impl Stacked {
    /// The series of a moment.
    pub(super) fn of(&self, moment: usize) -> usize {
        self.of.get(moment).map_or(0, |&series| usize::from(series))
    }
}

/// What bars may be parted by.
#[derive(Default)]
struct Categories {
    names: Vec<String>,
    /// The category of each type or unit, by its number in the columns.
    of: Vec<Option<usize>>,
}

impl Categories {
    /// The fourteen types in their own order.
    fn types(columns: &Columns) -> Categories {
        let of = columns.types.iter().map(|name| TYPES.iter().position(|kind| kind == name));
        Categories { names: TYPES.iter().map(|&name| name.to_owned()).collect(), of: of.collect() }
    }

    /// Units: those that are chosen; beneath a single one that has some, those right beneath it; else provinces, or
    /// where there is only one, its units. The busiest of the archive first.
    fn units(archive: &Archive, columns: &Columns, chosen: &[Adcode]) -> Categories {
        let offers = &archive.offers.places;
        let beneath = |above: Adcode| -> Vec<Adcode> {
            offers.keys().copied().filter(|code| code.parent() == Some(above)).collect()
        };
        let mut units = match chosen {
            [] => beneath(Adcode::CHINA),
            [only] => Some(beneath(*only)).filter(|units| !units.is_empty()).unwrap_or_else(|| vec![*only]),
            several => several.to_vec(),
        };
        if let [only] = units[..]
            && only.level() == Level::Province
        {
            units = Some(beneath(only)).filter(|units| !units.is_empty()).unwrap_or(units);
        }
        units
            .sort_by_key(|code| (std::cmp::Reverse(offers.get(code).map_or(0, |count| count.within)), *code));
        let place: BTreeMap<Adcode, usize> = units.iter().enumerate().map(|(at, &code)| (code, at)).collect();
        let of = columns.units.iter().map(|&unit| {
            std::iter::successors(Some(unit), |code| code.parent()).find_map(|code| place.get(&code).copied())
        });
        Categories { of: of.collect(), names: units.iter().map(|&code| archive.name(code)).collect() }
    }

    /// The categories of an activity with these numbers, each once.
    fn of(&self, numbers: &[u32]) -> impl Iterator<Item = usize> {
        let category = |number: &u32| self.of.get(*number as usize).copied().flatten();
        let first = move |at: usize, own: usize| !numbers.iter().take(at).any(|n| category(n) == Some(own));
        let all = numbers.iter().enumerate().filter_map(move |(at, number)| Some((at, category(number)?)));
        all.filter(move |&(at, own)| first(at, own)).map(|(_, own)| own)
    }
}

/// Sorts the moments of a page into series.
pub(super) fn stacked(page: &Page, stack: Stack) -> Stacked {
    let (archive, words) = (&page.archive, page.words.figures);
    let columns = archive.engine.columns();
    let categories = match stack {
        Stack::Type => Categories::types(columns),
        Stack::District => Categories::units(archive, columns, &page.state.address.places),
    };
    let own = |row: &ActivityRow| match stack {
        Stack::Type => categories.of(columns.types_of(row)),
        Stack::District => categories.of(columns.units_of(row)),
    };
    let row = |moment: &Moment| columns.activities.get(moment.ix.0 as usize);
    let mut counts = vec![0_u32; categories.names.len()];
    for category in page.results.moments.iter().filter_map(row).flat_map(own) {
        if let Some(count) = counts.get_mut(category) {
            *count += 1;
        }
    }
    let top = Series::top(&counts, KEPT);
    let none = top.len();
    let of: Vec<u8> = page
        .results
        .moments
        .iter()
        .map(|moment| row(moment).and_then(|row| top.of(own(row))).unwrap_or(none).min(KEPT + 1) as u8)
        .collect();
    let name = |category: usize| {
        categories.names.get(category).map_or_else(String::new, |name| page.words.label(name).to_owned())
    };
    let mut series: Vec<(String, &'static str)> =
        top.kept.iter().zip(colours(&top.kept)).map(|(&category, colour)| (name(category), colour)).collect();
    if top.has_rest {
        series.push((words.rest.to_owned(), "c-rest"));
    }
    if of.iter().any(|&series| usize::from(series) == none) || series.is_empty() {
        series.push((words.none.to_owned(), "c-none"));
    }
    Stacked { series, of }
}

/// A category's own colour; of two that would share one, as there may be more units than colours, the lesser takes the
/// next that is free.
fn colours(kept: &[usize]) -> Vec<&'static str> {
    let mut taken: Vec<usize> = Vec::new();
    for &category in kept {
        let own = (0..COLOURS.len()).map(|step| (category + step) % COLOURS.len());
        let free = own.clone().find(|at| !taken.contains(at) && (*at == category || !kept.contains(at)));
        taken.push(free.unwrap_or(category % COLOURS.len()));
    }
    taken.into_iter().filter_map(|at| COLOURS.get(at).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_belongs_to_its_category() {
        assert_eq!(colours(&[2, 0, 13]), ["c2", "c0", "c13"]);
        assert_eq!(colours(&[13, 2]), ["c13", "c2"]);
        // The seventeenth unit wears the colour of the third, unless that is there.
        assert_eq!(colours(&[16]), ["c2"]);
        assert_eq!(colours(&[16, 2, 3]), ["c4", "c2", "c3"]);
    }
}
