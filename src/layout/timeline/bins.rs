//! How many activities each unit of time holds, by series.
//!
//! The rule: an activity counts once in every bin that its days touch. A bar then says how many activities
//! went on in that time, and the bars together may say more than there are activities, so both figures are
//! kept ([`Bins::activities`], [`Bins::touches`]). Apportioning (a third of an activity in each of three
//! weeks) would add up, but no reader can check a third of an activity.
//!
//! An activity whose words leave open in which bin it happened (2024年7月, at the level of days) counts in
//! none of the series, but apart, as `vague`: it may have been on each of these days, and a plateau of solid
//! bars would claim that it was.

use super::{Days, Level};
use crate::date::Precision;

/// An activity as the bins need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its days.
    pub days: Days,
    /// How finely its words name them.
    pub precision: Precision,
    /// Its series; one beyond the last counts in the last.
    pub series: usize,
}

/// Counts by unit of time and series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bins {
    /// The unit.
    pub level: Level,
    /// How many series there are.
    pub series: usize,
    /// How many activities touch the bins, each counted once.
    pub activities: u32,
    /// The sum of all bins: more than the activities where some touch several bins.
    pub touches: u32,
    /// The first day of each bin, and the day after the last bin.
    edges: Vec<i32>,
    /// For each bin its series, then its vague ones.
    counts: Vec<u32>,
}

/// What a bin holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin<'a> {
    /// Its days.
    pub days: Days,
    /// A count for each series.
    pub counts: &'a [u32],
    /// Activities that may have been in this bin or in another: see the module.
    pub vague: u32,
}

impl Bin<'_> {
    /// All of them.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum::<u32>() + self.vague
    }
}

impl Bins {
    /// Counts entries in the units that the window touches; units are whole, also at its ends. One pass over
    /// the entries, one over the bins; nothing is kept for an entry.
    ///
    /// ```
    /// use gongxun::date::{Day, Precision};
    /// use gongxun::layout::timeline::{Bins, Days, Entry, Level};
    /// let days = |a: &str, b: &str| Days::new(a.parse::<Day>().unwrap().number(), b.parse::<Day>().unwrap().number());
    /// let one = Entry { days: days("2024-07-30", "2024-08-02"), precision: Precision::Day, series: 0 }; // 7月30日至8月2日
    /// let bins = Bins::count(Level::Month, days("2024-07-01", "2024-08-31"), 1, [one]);
    /// assert_eq!(bins.iter().map(|bin| bin.total()).collect::<Vec<_>>(), [1, 1]);
    /// assert_eq!((bins.activities, bins.touches), (1, 2));
    /// ```
    pub fn count(
        level: Level,
        window: Days,
        series: usize,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Bins {
        let series = series.max(1);
        let edges = edges(level, window);
        let stride = series + 1;
        // Differences between neighbouring bins first, so that a long interval costs no more than a short one.
        let mut changes = vec![0_i32; edges.len() * stride];
        let mut activities = 0;
        let mut bins = Bins { level, series, activities: 0, touches: 0, edges, counts: Vec::new() };
        let covered = bins.days();
        for entry in entries {
            let days = Days::new(entry.days.first, entry.days.last);
            if !days.overlaps(covered) {
                continue;
            }
            activities += 1;
            let vague = level.leaves_open(entry.precision);
            let column = if vague { series } else { entry.series.min(series - 1) };
            let from = bins.nearest(days.first);
            let to = bins.nearest(days.last);
            changes[from * stride + column] += 1;
            changes[(to + 1) * stride + column] -= 1;
        }
        let mut counts: Vec<u32> = Vec::with_capacity(bins.len() * stride);
        let mut running = vec![0_i32; stride];
        for row in changes.chunks_exact(stride).take(bins.len()) {
            for (sum, change) in running.iter_mut().zip(row) {
                *sum += change;
                counts.push(sum.unsigned_abs());
            }
        }
        bins.activities = activities;
        bins.touches = counts.iter().sum();
        bins.counts = counts;
        bins
    }

    /// How many bins there are; at least one.
    pub fn len(&self) -> usize {
        self.edges.len() - 1
    }

    /// Never: there is at least one bin.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All days of all bins.
    pub fn days(&self) -> Days {
        let (first, end) = (self.edges[0], self.edges[self.edges.len() - 1]);
        Days { first, last: end - 1 }
    }

    /// What a bin holds; `None` past the last one.
    pub fn get(&self, bin: usize) -> Option<Bin<'_>> {
        let (&first, &end) = (self.edges.get(bin)?, self.edges.get(bin + 1)?);
        let row = self.counts.get(bin * (self.series + 1)..(bin + 1) * (self.series + 1))?;
        let (vague, counts) = row.split_last()?;
        Some(Bin { days: Days { first, last: end - 1 }, counts, vague: *vague })
    }

    /// The bins in order of time: the rows of the table that goes with a chart.
    pub fn iter(&self) -> impl Iterator<Item = Bin<'_>> {
        (0..self.len()).filter_map(|bin| self.get(bin))
    }

    /// The highest total of a bin: what the axis must hold.
    pub fn highest(&self) -> u32 {
        self.iter().map(|bin| bin.total()).max().unwrap_or(0)
    }

    /// The bin with the highest total, the earliest among equals; `None` where all are empty. For the sentence
    /// that goes with a chart.
    pub fn fullest(&self) -> Option<Bin<'_>> {
        let highest = self.highest();
        self.iter().find(|bin| highest > 0 && bin.total() == highest)
    }

    /// The bin that has the day.
    pub fn bin_of(&self, day: i32) -> Option<usize> {
        self.days().contains(day).then(|| self.nearest(day))
    }

    /// The bin that has the day, or the first or last one.
    fn nearest(&self, day: i32) -> usize {
        let days = self.days();
        let day = day.clamp(days.first, days.last);
        // Units are nearly of one length: the guess is off by a bin or two at most.
        let guess = f64::from(day - days.first) / f64::from(days.count()) * self.len() as f64;
        let mut bin = (guess as usize).min(self.len() - 1);
        while self.edges[bin] > day {
            bin -= 1;
        }
        while self.edges[bin + 1] <= day {
            bin += 1;
        }
        bin
    }
}

fn edges(level: Level, window: Days) -> Vec<i32> {
    let window = Days::new(window.first, window.last);
    let mut edges = vec![level.start(window.first)];
    let mut edge = level.next(window.first);
    while edge <= window.last {
        edges.push(edge);
        edge = level.next(edge);
    }
    edges.push(edge);
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(level: Level, entries: &[(i32, i32, Precision)], expected: &[(u32, u32)]) {
        // 2024-07-01 is day 2460493.
        let day = |d: i32| 2_460_493 + d - 1;
        let entries = entries.iter().map(|&(a, b, precision)| Entry {
            days: Days::new(day(a), day(b)),
            precision,
            series: 0,
        });
        let bins = Bins::count(level, Days::new(day(1), day(14)), 1, entries);
        let got: Vec<(u32, u32)> = bins.iter().map(|bin| (bin.counts[0], bin.vague)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn an_interval_counts_in_each_bin_that_it_touches() {
        check(Level::Week, &[(7, 8, Precision::Day), (1, 1, Precision::Day)], &[(2, 0), (1, 0)]);
        check(Level::Month, &[(7, 8, Precision::Day), (-3, 40, Precision::Day)], &[(2, 0)]);
    }

    #[test]
    fn an_interval_back_to_front_counts_too() {
        let days = Days { first: 2_460_495, last: 2_460_494 };
        let window = Days::new(2_460_493, 2_460_506);
        let bins = Bins::count(Level::Day, window, 1, [Entry { days, precision: Precision::Day, series: 9 }]);
        assert_eq!((bins.activities, bins.touches), (1, 2));
        assert_eq!(bins.fullest().map(|bin| bin.days.first), Some(2_460_494));
        assert_eq!(Bins::count(Level::Day, window, 1, []).fullest(), None);
    }

    #[test]
    fn words_for_a_month_claim_no_week() {
        check(Level::Week, &[(1, 31, Precision::Month)], &[(0, 1), (0, 1)]);
        check(Level::Month, &[(1, 31, Precision::Month)], &[(1, 0)]);
        check(Level::Month, &[(-90, 50, Precision::Season)], &[(0, 1)]);
        check(Level::Year, &[(1, 50, Precision::Season)], &[(1, 0)]);
    }

    prop_compose! {
        fn entry()(first in 2_459_000..2_461_000_i32, length in 0..120_i32, kind in 0..4_usize, series in 0..5_usize) -> Entry {
            let precision = [Precision::Day, Precision::Month, Precision::Season, Precision::Year][kind];
            Entry { days: Days::new(first, first + length), precision, series }
        }
    }

    proptest! {
        #[test]
        fn counts_are_those_of_counting_one_by_one(
            entries in prop::collection::vec(entry(), 0..40),
            window in (2_459_000..2_461_000_i32, 0..900_i32),
            level in 0..5_usize,
        ) {
            let level = Level::ALL[level];
            let window = Days::new(window.0, window.0 + window.1);
            let bins = Bins::count(level, window, 4, entries.iter().copied());
            let mut touches = 0;
            for bin in bins.iter() {
                let touching: Vec<&Entry> = entries.iter().filter(|e| e.days.overlaps(bin.days)).collect();
                prop_assert_eq!(bin.total() as usize, touching.len());
                let vague = touching.iter().filter(|e| level.leaves_open(e.precision)).count();
                prop_assert_eq!(bin.vague as usize, vague);
                for (series, &count) in bin.counts.iter().enumerate() {
                    let same = |e: &&&Entry| !level.leaves_open(e.precision) && e.series.min(3) == series;
                    prop_assert_eq!(count as usize, touching.iter().filter(same).count());
                }
                prop_assert_eq!(bins.bin_of(bin.days.first), bins.bin_of(bin.days.last));
                touches += bin.total();
            }
            let touching = entries.iter().filter(|e| e.days.overlaps(bins.days())).count();
            prop_assert_eq!(bins.touches, touches);
            prop_assert_eq!(bins.activities as usize, touching);
            prop_assert!(touches >= bins.activities);
            prop_assert!(bins.days().first <= window.first && window.last <= bins.days().last);
        }
    }
}
