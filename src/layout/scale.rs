//! Scales for counts: an axis that starts at zero and ends at a round number, with round ticks between.

/// An axis from zero to a round number. A count's length is proportional to it: no axis is cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct CountAxis {
    /// The round number at its end; at least 1.
    pub max: u32,
    /// Between two ticks: 1, 2 or 5 with zeros after it.
    pub step: u32,
    /// Its length in pixels.
    pub length: f64,
}

impl CountAxis {
    /// The axis on which `max` finds room, with at most about so many ticks above zero.
    ///
    /// ```
    /// use gongxun::layout::CountAxis;
    /// let axis = CountAxis::new(37, 120.0, 4); // 七月最多，37 项
    /// assert_eq!((axis.max, axis.ticks().collect::<Vec<_>>()), (40, vec![0, 10, 20, 30, 40]));
    /// ```
    pub fn new(max: u32, length: f64, ticks: u32) -> CountAxis {
        let max = max.max(1);
        let step = nice_step(max, ticks.max(1));
        CountAxis { max: max.div_ceil(step).saturating_mul(step), step, length: length.max(0.0) }
    }

    /// How long a count is, in pixels.
    pub fn length_of(&self, count: u32) -> f64 {
        f64::from(count) / f64::from(self.max) * self.length
    }

    /// The ticks' values, zero first.
    pub fn ticks(&self) -> impl Iterator<Item = u32> + '_ {
        (0..=self.max / self.step).map(|i| i * self.step)
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that divides `max` into at most so many parts.
fn nice_step(max: u32, parts: u32) -> u32 {
    let mut power: u32 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if max.div_ceil(step) <= parts || step == u32::MAX {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(max: u32, ticks: u32, expected: (u32, u32)) {
        let axis = CountAxis::new(max, 100.0, ticks);
        assert_eq!((axis.max, axis.step), expected);
    }

    #[test]
    fn axes_end_round() {
        check(0, 4, (1, 1));
        check(1, 4, (1, 1));
        check(5, 4, (6, 2));
        check(37, 4, (40, 10));
        check(101, 4, (150, 50));
        check(100_000, 5, (100_000, 20_000));
    }

    proptest::proptest! {
        #[test]
        fn every_count_finds_room(max: u32, ticks in 1..12_u32) {
            let axis = CountAxis::new(max, 100.0, ticks);
            assert!(axis.max >= max);
            assert!(axis.length_of(max) <= 100.0);
            assert!(axis.ticks().count() as u32 <= ticks + 1);
        }
    }
}
