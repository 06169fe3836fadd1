//! What the timeline's bars are stacked by: the top few types or districts, the rest, and what has none.

use crate::app::look::Stack;
use crate::app::results::Moment;
use crate::app::view::Page;
use crate::layout::timeline::Series;
use crate::place::Level;
use crate::search::{ActivityRow, Columns};

/// How many have a colour of their own.
const KEPT: usize = 5;
/// The classes of their colours, in the style sheet.
const COLOURS: [&str; 7] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];

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

/// Sorts the moments of a page into series.
pub(super) fn stacked(page: &Page, stack: Stack) -> Stacked {
    let (archive, words) = (&page.archive, page.words.figures);
    let columns = archive.engine.columns();
    let is_own: Vec<bool> = match stack {
        Stack::Type => columns.types.iter().map(|name| archive.offers.types.contains(name)).collect(),
        Stack::District => columns.units.iter().map(|unit| unit.level() >= Level::City).collect(),
    };
    let numbers: for<'a> fn(&'a Columns, &ActivityRow) -> &'a [u32] = match stack {
        Stack::Type => |columns, row| columns.types_of(row),
        Stack::District => |columns, row| columns.units_of(row),
    };
    let own = |row: &ActivityRow| {
        let all = numbers(columns, row).iter().map(|&number| number as usize);
        all.filter(|&number| is_own.get(number) == Some(&true))
    };
    let row = |moment: &Moment| columns.activities.get(moment.ix.0 as usize);
    let mut counts = vec![0_u32; is_own.len()];
    for row in page.results.moments.iter().filter_map(row) {
        for number in own(row) {
            if let Some(count) = counts.get_mut(number) {
                *count += 1;
            }
        }
    }
    let top = Series::top(&counts, KEPT);
    let none = top.len();
    let of: Vec<u8> = page
        .results
        .moments
        .iter()
        .map(|moment| {
            let series = row(moment).and_then(|row| top.of(own(row)));
            series.unwrap_or(none).min(COLOURS.len()) as u8
        })
        .collect();
    let name = |&category: &usize| match stack {
        Stack::Type => columns.types.get(category).cloned().unwrap_or_default(),
        Stack::District => columns.units.get(category).map(|&unit| archive.name(unit)).unwrap_or_default(),
    };
    let mut names: Vec<String> = top.kept.iter().map(name).collect();
    if top.has_rest {
        names.push(words.rest.to_owned());
    }
    let mut series: Vec<(String, &'static str)> = names.into_iter().zip(COLOURS).collect();
    if top.has_rest
        && let Some(rest) = series.last_mut()
    {
        rest.1 = "c-rest";
    }
    if of.iter().any(|&series| usize::from(series) == none) || series.is_empty() {
        series.push((words.none.to_owned(), "c-none"));
    }
    Stacked { series, of }
}
