//! Classes of a choropleth: which shade a count gets.
//!
//! The method: fixed bounds by magnitude, 1, 2, 5, 10, 20, 50 …, each about twice the one before. Counts of
//! activities are skewed, with many small units and few large ones: equal steps would leave most classes empty,
//! quantiles would part equal counts or put 9 with 60, and natural breaks, where there are few different counts, would
//! set 7 and 8 as far apart as 8 and 26. Bounds that do not follow the data also leave a count its shade while one
//! filters. Where there are more bounds than shades, the lowest are given up: below 5, 10, 20, 50 all is one class.
//! Zero and “no data” are no classes: none and unknown are not little.

/// The shade of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    /// Nothing is known of it: the corpus does not cover it.
    NoData,
    /// It is covered and has none.
    Zero,
    /// The class, 0 the lightest.
    Class(u8),
}

/// The classes of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes {
    /// The lowest count of each class, rising; empty where every count is zero.
    pub from: Vec<u32>,
    /// The highest count of all.
    pub highest: u32,
}

/// A class in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Its shade.
    pub shade: Shade,
    /// Its lowest and highest count; `None` where nothing is known.
    pub range: Option<(u32, u32)>,
    /// How many units have it.
    pub units: usize,
}

impl Classes {
    /// The classes, at most so many (5 or 6 shades can be told apart), that counts up to the highest fall in.
    ///
    /// ```
    /// use gongxun::layout::map::{Classes, Shade};
    /// // 重庆 26，辽宁 8，安徽 7，广西 1，四川 0
    /// let classes = Classes::new([26, 8, 7, 1, 0], 5);
    /// assert_eq!(classes.from, [1, 2, 5, 10, 20]);
    /// assert_eq!((classes.shade(Some(7)), classes.shade(Some(8))), (Shade::Class(2), Shade::Class(2)));
    /// assert_eq!((classes.shade(Some(0)), classes.shade(None)), (Shade::Zero, Shade::NoData));
    /// ```
    pub fn new(counts: impl IntoIterator<Item = u32>, most: u8) -> Classes {
        let highest = counts.into_iter().max().unwrap_or(0);
        let mut from: Vec<u32> = bounds().take_while(|&bound| bound <= highest).collect();
        let surplus = from.len().saturating_sub(usize::from(most.max(1)));
        // The lowest class reaches down to 1 in any case.
        if surplus > 0 {
            from.drain(1..=surplus);
        }
        Classes { from, highest }
    }

    /// The shade of a count; `None` has no data.
    pub fn shade(&self, count: Option<u32>) -> Shade {
        match count {
            None => Shade::NoData,
            Some(0) => Shade::Zero,
            Some(count) => {
                let class = self.from.partition_point(|&from| from <= count).saturating_sub(1);
                Shade::Class(class as u8)
            }
        }
    }

    /// The legend of a map with these counts: no data and zero where they occur, then every class.
    pub fn legend(&self, counts: &[Option<u32>]) -> Vec<LegendEntry> {
        let entry = |shade: Shade, range| {
            let units = counts.iter().filter(|&&count| self.shade(count) == shade).count();
            LegendEntry { shade, range, units }
        };
        let mut legend = vec![entry(Shade::NoData, None), entry(Shade::Zero, Some((0, 0)))];
        legend.retain(|entry| entry.units > 0);
        for (class, &from) in self.from.iter().enumerate() {
            let to = self.from.get(class + 1).map_or(self.highest, |next| next - 1);
            legend.push(entry(Shade::Class(class as u8), Some((from, to))));
        }
        legend
    }
}

/// 1, 2, 5, 10, 20, 50 … as far as the numbers go.
fn bounds() -> impl Iterator<Item = u32> {
    let powers = std::iter::successors(Some(1_u32), |power| power.checked_mul(10));
    powers.flat_map(|power| [1, 2, 5].into_iter().filter_map(move |step| power.checked_mul(step)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_are_by_magnitude() {
        let from = |highest| Classes::new([highest], 5).from;
        assert_eq!(from(0), [0_u32; 0]);
        assert_eq!(from(1), [1]);
        assert_eq!(from(8), [1, 2, 5]);
        assert_eq!(from(49), [1, 2, 5, 10, 20]);
        assert_eq!(from(60), [1, 5, 10, 20, 50]);
        assert_eq!(from(900), [1, 50, 100, 200, 500]);
        assert_eq!(Classes::new([7, 300], 1).from, [1]);
    }

    #[test]
    fn the_legend_counts_units() {
        let legend = Classes::new([9, 26], 5).legend(&[Some(1), Some(9), None, Some(0), Some(26), Some(3)]);
        let told: Vec<_> = legend.iter().map(|entry| (entry.range, entry.units)).collect();
        let ranges = [(1, 1), (2, 4), (5, 9), (10, 19), (20, 26)].map(Some);
        assert_eq!(told[..2], [(None, 1), (Some((0, 0)), 1)]);
        assert_eq!(
            told[2..],
            [(ranges[0], 1), (ranges[1], 1), (ranges[2], 1), (ranges[3], 0), (ranges[4], 1)]
        );
    }

    proptest! {
        #[test]
        fn near_counts_look_near(count in 1..100_000_u32, highest in 1..100_000_u32, most in 1..7_u8) {
            let classes = Classes::new([count, highest], most);
            prop_assert!(classes.from.len() <= usize::from(most));
            let class = |count| match classes.shade(Some(count)) {
                Shade::Class(class) => i32::from(class),
                Shade::Zero | Shade::NoData => -1,
            };
            // A quarter more is at most one step darker.
            prop_assert!((0..=1).contains(&(class(count + count / 4) - class(count))));
            prop_assert!(class(count) >= 0 && class(count) < i32::from(most));
        }

        #[test]
        fn the_legend_has_every_unit_once(counts in prop::collection::vec(0..600_u32, 1..40)) {
            let classes = Classes::new(counts.iter().copied(), 5);
            let all: Vec<Option<u32>> = counts.iter().map(|&count| Some(count)).collect();
            prop_assert_eq!(classes.legend(&all).iter().map(|entry| entry.units).sum::<usize>(), counts.len());
        }
    }
}
