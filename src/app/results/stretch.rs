//! Where on the timeline the dated events are: the days that a caption names, the fullest stretch, the nearest event.

use std::collections::BTreeMap;

use super::Moment;
use crate::date::Precision;
use crate::layout::timeline::{Days, Level};

/// The first and the last day of events, within a period. What is only known by month or year reaches beyond the
/// exactly dated ones only where it lies beside all of them: an event of 七月至八月 does not make 八月三十一日 the last
/// day.
pub fn range<'a>(moments: impl Iterator<Item = &'a Moment> + Clone, within: Option<Days>) -> Option<Days> {
    let is_exact = |moment: &&Moment| moment.precision == Precision::Day;
    let exact = moments.clone().filter(is_exact).map(|moment| moment.days).reduce(Days::union);
    let beside = moments
        .filter(|moment| !is_exact(moment) && exact.is_none_or(|exact| !exact.overlaps(moment.days)))
        .map(|moment| moment.days);
    let all = exact.into_iter().chain(beside).reduce(Days::union)?;
    Some(within.map_or(all, |within| {
        Days::new(all.first.max(within.first).min(within.last), all.last.min(within.last).max(within.first))
    }))
}

/// The first day of the fullest unit of a level among those that a stretch touches, the latest of equals; the fullest
/// of all where nothing lies in the stretch. Events that may have been in several units do not count.
pub fn fullest<'a>(
    moments: impl Iterator<Item = &'a Moment> + Clone,
    level: Level,
    stretch: Days,
) -> Option<i32> {
    let most = |within: bool| {
        let mut counts: BTreeMap<i32, u32> = BTreeMap::new();
        for moment in moments.clone().filter(|moment| !within || moment.days.overlaps(stretch)) {
            let open = level.leaves_open(moment.precision);
            let weight = if open { 0 } else { 1 };
            *counts.entry(level.start(moment.days.first)).or_default() += weight;
        }
        counts.into_iter().max_by_key(|&(start, count)| (count, start)).map(|(start, _)| start)
    };
    most(true).or_else(|| most(false))
}

/// Where nothing lies in a stretch: the last event before it, and the first after it, by their nearest days.
pub fn nearest<'a>(
    moments: impl Iterator<Item = &'a Moment> + Clone,
    stretch: Days,
) -> Option<(Option<i32>, Option<i32>)> {
    if moments.clone().any(|moment| moment.days.overlaps(stretch)) {
        return None;
    }
    let before = moments.clone().map(|moment| moment.days.last).filter(|&day| day < stretch.first).max();
    let after = moments.map(|moment| moment.days.first).filter(|&day| day > stretch.last).min();
    (before.is_some() || after.is_some()).then_some((before, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::ActivityIx;

    /// A day of July 2024 and what follows.
    const ZERO: i32 = 2_460_493;

    fn days(first: i32, last: i32) -> Days {
        Days::new(ZERO + first, ZERO + last)
    }

    fn moments(given: &[(i32, i32, Precision)]) -> Vec<Moment> {
        let moment = |&(first, last, precision): &(i32, i32, Precision)| Moment {
            ix: ActivityIx(0),
            days: days(first, last),
            precision,
        };
        given.iter().map(moment).collect()
    }

    #[test]
    fn a_caption_names_days_that_are_known() {
        let some = moments(&[(10, 10, Precision::Day), (40, 41, Precision::Day), (30, 60, Precision::Month)]);
        assert_eq!(range(some.iter(), None), Some(days(10, 41)));
        assert_eq!(range(some.iter(), Some(days(20, 40))), Some(days(20, 40)));
        let later = moments(&[(10, 10, Precision::Day), (30, 60, Precision::Month)]);
        assert_eq!(range(later.iter(), None), Some(days(10, 60)));
        assert_eq!(range([].iter(), None), None);
    }

    #[test]
    fn the_fullest_stretch_is_in_view_where_something_is() {
        let day = |day| (day, day, Precision::Day);
        let some = moments(&[day(10), day(10), day(50), day(70), (0, 90, Precision::Month)]);
        assert_eq!(fullest(some.iter(), Level::Day, days(0, 90)), Some(ZERO + 10));
        assert_eq!(fullest(some.iter(), Level::Day, days(40, 80)), Some(ZERO + 70));
        let few = moments(&[day(10)]);
        assert_eq!(fullest(few.iter(), Level::Day, days(40, 80)), Some(ZERO + 10));
    }

    #[test]
    fn an_empty_stretch_tells_where_something_is() {
        let some = moments(&[(10, 12, Precision::Day), (50, 50, Precision::Day)]);
        assert_eq!(nearest(some.iter(), days(20, 40)), Some((Some(ZERO + 12), Some(ZERO + 50))));
        assert_eq!(nearest(some.iter(), days(12, 40)), None);
        assert_eq!(nearest([].iter(), days(12, 40)), None);
    }
}
