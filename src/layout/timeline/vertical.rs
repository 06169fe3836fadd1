//! The timeline turned upright for phones: months one below the other, newest first or oldest first, each with
//! a header that stays in view, a bar of its density sideways, and its activities as rows.
//!
//! An activity is listed once, under the month in which it begins; a month's bar counts every activity that
//! touches it, as [`Bins`] do. The difference is `ongoing`, which the header states.

use std::ops::Range;

use super::bars::stacked;
use super::{Bins, Days, Part};
use crate::layout::{CountAxis, Rect};

/// Which end of time stands at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The latest day.
    NewestFirst,
    /// The earliest day.
    OldestFirst,
}

/// Sizes of the upright form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VerticalOptions {
    /// Which end of time stands at the top.
    pub order: Order,
    /// The height of a header.
    pub header: f64,
    /// The height of a row. All are alike, so that a list of any length needs no measuring.
    pub row: f64,
    /// The height of a run of units without activities, told in one line; 0 leaves them out.
    pub quiet: f64,
}

impl Default for VerticalOptions {
    fn default() -> VerticalOptions {
        VerticalOptions { order: Order::NewestFirst, header: 48.0, row: 64.0, quiet: 28.0 }
    }
}

/// A unit of time with its header and rows, or a run of units without any activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The first bin (in order of time) that it stands for, and the bin after its last one.
    pub bins: Range<usize>,
    /// Its days.
    pub days: Days,
    /// Its activities, as positions in the order of the list.
    pub rows: Range<usize>,
    /// How many activities touch it: what its bar shows.
    pub total: u32,
    /// How many of those began before it and are listed there.
    pub ongoing: u32,
}

/// The upright form.
#[derive(Clone, Debug, PartialEq)]
pub struct Vertical {
    /// From top to bottom.
    pub groups: Vec<Group>,
    /// The activities from top to bottom, as indices of what was given; a group's `rows` are a part of it.
    pub list: Vec<u32>,
    options: VerticalOptions,
    tops: Vec<f64>,
}

/// Something to draw in the upright form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VerticalRow {
    /// A group's header, or the line of a quiet run.
    Header {
        /// The group.
        group: usize,
        /// Its upper side.
        top: f64,
    },
    /// An activity.
    Activity {
        /// Its index in what was given.
        item: usize,
        /// Its group.
        group: usize,
        /// Its upper side.
        top: f64,
    },
}

/// Lays out activities under the bins that they begin in. `firsts` gives each activity's first day; one that
/// begins before the bins is listed in the first bin, and one that begins after them is left out.
pub fn vertical(bins: &Bins, firsts: &[i32], options: VerticalOptions) -> Vertical {
    let covered = bins.days();
    let bin_of = |day: i32| bins.bin_of(day.max(covered.first));
    // A counting sort: one pass to count, one to place.
    let mut starts = vec![0_u32; bins.len() + 1];
    for bin in firsts.iter().filter_map(|&day| bin_of(day)) {
        starts[bin + 1] += 1;
    }
    for bin in 0..bins.len() {
        starts[bin + 1] += starts[bin];
    }
    let listed = starts.last().copied().unwrap_or(0) as usize;
    let mut list = vec![0_u32; listed];
    let mut next = starts.clone();
    for (item, bin) in firsts.iter().enumerate().filter_map(|(item, &day)| Some((item, bin_of(day)?))) {
        list[next[bin] as usize] = item as u32;
        next[bin] += 1;
    }
    for bin in 0..bins.len() {
        let rows = &mut list[starts[bin] as usize..starts[bin + 1] as usize];
        rows.sort_by_key(|&item| firsts[item as usize]);
    }

    let mut groups: Vec<Group> = Vec::new();
    for (index, bin) in bins.iter().enumerate() {
        let rows = starts[index] as usize..starts[index + 1] as usize;
        let total = bin.total();
        let is_quiet = total == 0 && rows.is_empty();
        match groups.last_mut() {
            Some(run) if is_quiet && run.is_quiet() => {
                run.bins.end = index + 1;
                run.days = run.days.union(bin.days);
            }
            _ => {
                let ongoing = total.saturating_sub(rows.len() as u32);
                groups.push(Group { bins: index..index + 1, days: bin.days, rows, total, ongoing });
            }
        }
    }
    if options.quiet <= 0.0 {
        groups.retain(|group| !group.is_quiet());
    }
    if options.order == Order::NewestFirst {
        groups.reverse();
        list.reverse();
        for group in &mut groups {
            group.rows = listed - group.rows.end..listed - group.rows.start;
        }
    }
    let mut top = 0.0;
    let mut tops = Vec::with_capacity(groups.len() + 1);
    for group in &groups {
        tops.push(top);
        top += options.height_of(group);
    }
    tops.push(top);
    Vertical { groups, list, options, tops }
}

impl Group {
    /// Whether no activity touches it.
    pub fn is_quiet(&self) -> bool {
        self.total == 0 && self.rows.is_empty()
    }
}

impl VerticalOptions {
    fn header_of(&self, group: &Group) -> f64 {
        if group.is_quiet() { self.quiet } else { self.header }
    }

    fn height_of(&self, group: &Group) -> f64 {
        self.header_of(group) + group.rows.len() as f64 * self.row
    }
}

impl Vertical {
    /// The height of all.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The upper side of a group; past the last one, the height of all.
    pub fn top(&self, group: usize) -> f64 {
        self.tops.get(group).copied().unwrap_or(self.height())
    }

    /// The headers and rows that a viewport shows, with `extra` pixels on either side, from top to bottom.
    pub fn visible(&self, scroll: f64, viewport: f64, extra: f64) -> Vec<VerticalRow> {
        let (from, to) = (scroll - extra, scroll + viewport + extra);
        let mut rows = Vec::new();
        let Some(first) = self.group_at(from) else { return rows };
        for (group, shape) in self.groups.iter().enumerate().skip(first) {
            let top = self.top(group);
            if top >= to {
                break;
            }
            let body = top + self.options.header_of(shape);
            if body > from {
                rows.push(VerticalRow::Header { group, top });
            }
            let row_at = |y: f64| ((y - body) / self.options.row).max(0.0);
            let begin = row_at(from).floor() as usize;
            let end = (row_at(to).ceil() as usize).min(shape.rows.len());
            for row in begin..end {
                let Some(&item) = self.list.get(shape.rows.start + row) else { continue };
                let top = body + row as f64 * self.options.row;
                rows.push(VerticalRow::Activity { item: item as usize, group, top });
            }
        }
        rows
    }

    fn group_at(&self, y: f64) -> Option<usize> {
        let last = self.groups.len().checked_sub(1)?;
        Some(self.tops.partition_point(|&top| top <= y).saturating_sub(1).min(last))
    }
}

/// The density bar of a header, lying: pieces from the left in a box so wide as the axis is long. A quiet
/// group has none.
pub fn header_bar(bins: &Bins, group: &Group, axis: &CountAxis, height: f64) -> Vec<(Part, u32, Rect)> {
    let Some(bin) = bins.get(group.bins.start) else { return Vec::new() };
    let piece = |(part, count, from, to): (Part, u32, f64, f64)| {
        (part, count, Rect::new(from, 0.0, to - from, height))
    };
    stacked(&bin, axis).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, Level};
    use super::*;
    use crate::date::Precision;
    use proptest::prelude::*;

    fn lay(given: &[(i32, i32)], order: Order) -> (Bins, Vertical) {
        let entry = |&(first, length): &(i32, i32)| Entry {
            days: Days::new(2_460_493 + first, 2_460_493 + first + length),
            precision: Precision::Day,
            series: 0,
        };
        let bins =
            Bins::count(Level::Month, Days::new(2_460_493, 2_460_493 + 300), 1, given.iter().map(entry));
        let firsts: Vec<i32> = given.iter().map(|&(first, _)| 2_460_493 + first).collect();
        let laid = vertical(&bins, &firsts, VerticalOptions { order, ..VerticalOptions::default() });
        (bins, laid)
    }

    #[test]
    fn months_list_what_begins_and_count_what_touches() {
        // Two in July, one of which goes on in August; nothing until October.
        let (_, laid) = lay(&[(2, 0), (20, 20), (95, 0)], Order::OldestFirst);
        let told: Vec<_> =
            laid.groups.iter().map(|g| (g.bins.clone(), g.rows.len(), g.total, g.ongoing)).collect();
        assert_eq!(told[..4], [(0..1, 2, 2, 0), (1..2, 0, 1, 1), (2..3, 0, 0, 0), (3..4, 1, 1, 0)]);
        assert_eq!(told[4..], [(4..10, 0, 0, 0)]);
    }

    proptest! {
        #[test]
        fn every_activity_is_listed_once(
            given in prop::collection::vec((-40..300_i32, 0..60_i32), 0..60),
            newest: bool, scroll in 0.0..4000.0_f64,
        ) {
            let order = if newest { Order::NewestFirst } else { Order::OldestFirst };
            let (_, laid) = lay(&given, order);
            let all = laid.visible(0.0, laid.height(), 0.0);
            let items: Vec<usize> = all.iter().filter_map(|row| match row {
                VerticalRow::Activity { item, .. } => Some(*item),
                VerticalRow::Header { .. } => None,
            }).collect();
            let mut sorted = items.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..given.len()).collect::<Vec<_>>());
            // In order of time.
            let firsts: Vec<i32> = items.iter().map(|&item| given[item].0).collect();
            let in_order = |pair: &[i32]| if newest { pair[0] >= pair[1] } else { pair[0] <= pair[1] };
            prop_assert!(firsts.windows(2).all(in_order));
            // A part of the view is a part of the whole.
            let part = laid.visible(scroll, 300.0, 0.0);
            let inside: Vec<VerticalRow> = all.into_iter().filter(|row| {
                let (top, height) = match *row {
                    VerticalRow::Header { group, top } => (top, laid.options.header_of(&laid.groups[group])),
                    VerticalRow::Activity { top, .. } => (top, laid.options.row),
                };
                top < scroll + 300.0 && top + height > scroll
            }).collect();
            prop_assert_eq!(part, inside);
        }
    }
}
