//! Classes of a choropleth: which shade a count gets.
//!
//! The method: natural breaks (Fisher and Jenks), which put like counts together by making the squared
//! distances within the classes least. Counts of activities are skewed, with many small units and few large
//! ones: equal steps would leave most classes empty, and quantiles would part equal counts or put 9 with 60.
//! Equal counts always share a class. Where two classes meet, the break is the roundest number that parts
//! the same units, so that the legend reads 1–4, 5–9, 10 and more. Where there are no more different counts
//! than classes, each is its own class. Zero and “no data” are no classes: none and unknown are not little.

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
    /// Whether each class was made for a single count.
    pub is_single: bool,
}

/// A line of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The shade.
    pub shade: Shade,
    /// The lowest and the highest count that it stands for; `None` for no data.
    pub range: Option<(u32, u32)>,
    /// How many units have it.
    pub units: usize,
}

impl Classes {
    /// Parts counts into at most so many classes (5 or 6 shades can be told apart).
    ///
    /// ```
    /// use gongxun::layout::map::{Classes, Shade};
    /// // 渝中 12，巴南 11，大渡口 2，南岸 1，江北 0
    /// let classes = Classes::new([12, 11, 2, 1, 0], 2);
    /// assert_eq!(classes.from, [1, 10]);
    /// assert_eq!(classes.shade(Some(11)), Shade::Class(1));
    /// assert_eq!((classes.shade(Some(0)), classes.shade(None)), (Shade::Zero, Shade::NoData));
    /// ```
    pub fn new(counts: impl IntoIterator<Item = u32>, most: u8) -> Classes {
        let mut sorted: Vec<u32> = counts.into_iter().filter(|&count| count > 0).collect();
        sorted.sort_unstable();
        let values: Vec<(u32, usize)> =
            sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
        let starts = natural_breaks(&values, usize::from(most.max(1)));
        let is_single = starts.len() == values.len();
        let begin = |(class, &start): (usize, &usize)| match class {
            _ if is_single => values[start].0,
            0 => 1,
            _ => roundest(values[start - 1].0 + 1, values[start].0),
        };
        let from = starts.iter().enumerate().map(begin).collect();
        Classes { from, highest: sorted.last().copied().unwrap_or(0), is_single }
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
            let shade = Shade::Class(class as u8);
            let is_exact = |count: &Option<u32>| *count == Some(from) || self.shade(*count) != shade;
            let to = match self.from.get(class + 1) {
                // 2, 3, 7 and not 2, 3–6, 7; unless other counts than those of the classes are shown.
                _ if self.is_single && counts.iter().all(is_exact) => from,
                Some(next) => next - 1,
                None => self.highest.max(from),
            };
            legend.push(entry(shade, Some((from, to))));
        }
        legend
    }
}

/// Where the classes begin among distinct rising values, each with how often it occurs.
fn natural_breaks(values: &[(u32, usize)], most: usize) -> Vec<usize> {
    let count = values.len();
    if count <= most {
        return (0..count).collect();
    }
    // Sums of the number, the values and their squares, to get the spread of any run in one step.
    let mut sums = vec![(0.0, 0.0, 0.0)];
    for &(value, times) in values {
        let (n, sum, squares) = sums[sums.len() - 1];
        let (value, times) = (f64::from(value), times as f64);
        sums.push((n + times, sum + value * times, squares + value * value * times));
    }
    let spread = |from: usize, to: usize| {
        let (a, b): ((f64, f64, f64), (f64, f64, f64)) = (sums[from], sums[to]);
        (b.2 - a.2) - (b.1 - a.1).powi(2) / (b.0 - a.0)
    };
    // least[to]: the least spread of the first `to` values in the classes made so far.
    let mut least: Vec<f64> = (0..=count).map(|to| if to == 0 { 0.0 } else { spread(0, to) }).collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for class in 1..most {
        let mut next = vec![f64::INFINITY; count + 1];
        let mut start = vec![0; count + 1];
        // The best start of the last class moves on with its end: look between those of the neighbours.
        let mut runs = vec![(class + 1, count, class, count - 1)];
        while let Some((from, to, low, high)) = runs.pop() {
            if from > to {
                continue;
            }
            let end = from.midpoint(to);
            let mut best = low;
            for (begin, before) in least.iter().enumerate().take(high.min(end - 1) + 1).skip(low) {
                let total = before + spread(begin, end);
                if total < next[end] {
                    (next[end], best) = (total, begin);
                }
            }
            start[end] = best;
            runs.push((from, end - 1, low, best));
            runs.push((end + 1, to, best, high));
        }
        least = next;
        starts.push(start);
    }
    let mut breaks = Vec::with_capacity(most);
    let mut end = count;
    for start in starts.iter().rev() {
        end = start[end];
        breaks.push(end);
    }
    breaks.push(0);
    breaks.reverse();
    breaks
}

/// The roundest number from `low` to `high`: the least multiple of the greatest of 1, 5, 10, 50, 100 … that
/// has one there.
fn roundest(low: u32, high: u32) -> u32 {
    let mut power = 1_000_000_000;
    while power > 0 {
        for step in [u32::saturating_mul(power, 5), power] {
            let number = low.div_ceil(step).saturating_mul(step);
            if (low..=high).contains(&number) {
                return number;
            }
        }
        power /= 10;
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_roundest_number_of_a_range() {
        for (low, high, expected) in [
            (3, 5, 5),
            (8, 12, 10),
            (11, 14, 11),
            (1, 4, 1),
            (37, 210, 100),
            (45, 95, 50),
            (7, 7, 7),
            (999, 1001, 1000),
        ] {
            assert_eq!(roundest(low, high), expected, "{low}..={high}");
        }
    }

    #[test]
    fn like_counts_go_together() {
        let classes = Classes::new([1, 1, 2, 2, 3, 9, 10, 11, 60], 3);
        assert_eq!(classes.from, [1, 5, 50]);
        let legend = classes.legend(&[Some(1), Some(9), None, Some(0), Some(60), Some(3)]);
        let told: Vec<_> = legend.iter().map(|entry| (entry.range, entry.units)).collect();
        assert_eq!(
            told,
            [(None, 1), (Some((0, 0)), 1), (Some((1, 4)), 2), (Some((5, 49)), 1), (Some((50, 60)), 1)]
        );
    }

    #[test]
    fn few_counts_are_their_own_classes() {
        let classes = Classes::new([2, 2, 7], 5);
        assert_eq!(classes.from, [2, 7]);
        let ranges =
            |counts: &[Option<u32>]| classes.legend(counts).iter().map(|e| e.range).collect::<Vec<_>>();
        assert_eq!(ranges(&[Some(2), Some(7)]), [Some((2, 2)), Some((7, 7))]);
        assert_eq!(ranges(&[Some(3), Some(7)]), [Some((2, 6)), Some((7, 7))]);
        assert_eq!(Classes::new([0, 0], 5).from, [0_u32; 0]);
        assert_eq!(Classes::new([], 5).shade(Some(3)), Shade::Class(0));
    }

    /// The least spread over all ways to part the values.
    fn least_spread(values: &[f64], classes: usize) -> f64 {
        let spread = |part: &[f64]| {
            let mean = part.iter().sum::<f64>() / part.len() as f64;
            part.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
        };
        if classes == 1 || values.len() == 1 {
            return spread(values);
        }
        (1..values.len())
            .filter(|&at| values[at - 1] < values[at])
            .map(|at| least_spread(&values[..at], classes - 1) + spread(&values[at..]))
            .fold(spread(values), f64::min)
    }

    proptest! {
        #[test]
        fn breaks_are_the_best_there_are(counts in prop::collection::vec(0..60_u32, 1..14), most in 1..5_u8) {
            let classes = Classes::new(counts.iter().copied(), most);
            prop_assert!(classes.from.len() <= usize::from(most));
            prop_assert!(classes.from.windows(2).all(|pair| pair[0] < pair[1]));
            let mut positive: Vec<u32> = counts.iter().copied().filter(|&c| c > 0).collect();
            positive.sort_unstable();
            if positive.is_empty() {
                return Ok(());
            }
            let mut spread = 0.0;
            for class in 0..classes.from.len() {
                let part: Vec<f64> = positive.iter().filter(|&&c| classes.shade(Some(c)) == Shade::Class(class as u8)).map(|&c| f64::from(c)).collect();
                prop_assert!(!part.is_empty());
                let mean = part.iter().sum::<f64>() / part.len() as f64;
                spread += part.iter().map(|v| (v - mean).powi(2)).sum::<f64>();
            }
            let values: Vec<f64> = positive.iter().map(|&c| f64::from(c)).collect();
            prop_assert!(spread <= least_spread(&values, usize::from(most)) + 1e-6);
            let all: Vec<Option<u32>> = counts.iter().map(|&c| Some(c)).collect();
            prop_assert_eq!(classes.legend(&all).iter().map(|entry| entry.units).sum::<usize>(), counts.len());
        }
    }
}
