//! Virtualised lists: which rows of a long list a viewport shows, from their heights.

use std::ops::Range;

/// Rows one below the other, each of its own height.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The lower side of each row.
    ends: Vec<f64>,
}

impl Rows {
    /// The rows of these heights, in pixels; a height that is negative or no number counts as zero.
    ///
    /// ```
    /// use gongxun::layout::Rows;
    /// let rows = Rows::new([40.0, 60.0, 60.0]); // 2024年7月 and two activities
    /// assert_eq!(rows.visible(50.0, 30.0, 0), 1..2);
    /// ```
    pub fn new(heights: impl IntoIterator<Item = f64>) -> Rows {
        let mut end = 0.0;
        let sum = |height: f64| {
            end += height.max(0.0);
            end
        };
        Rows { ends: heights.into_iter().map(sum).collect() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The height of all rows.
    pub fn height(&self) -> f64 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// The upper side of a row; past the last row, the height of all.
    pub fn top(&self, row: usize) -> f64 {
        match row.checked_sub(1) {
            None => 0.0,
            Some(before) => self.ends.get(before).copied().unwrap_or(self.height()),
        }
    }

    /// The rows that a viewport of some height shows when scrolled so far, and `extra` more on either side.
    pub fn visible(&self, scroll: f64, viewport: f64, extra: usize) -> Range<usize> {
        let first = self.ends.partition_point(|&end| end <= scroll);
        let bottom = scroll + viewport.max(0.0);
        let end = first + self.ends[first..].partition_point(|&end| end < bottom) + 1;
        let end = if self.top(first) < bottom { end } else { first };
        first.saturating_sub(extra)..(end + extra).min(self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn visible_rows_are_those_that_meet_the_viewport(
            heights in prop::collection::vec(1.0..100.0_f64, 0..40),
            scroll in -50.0..3000.0_f64,
            viewport in 1.0..400.0_f64,
        ) {
            let rows = Rows::new(heights.iter().copied());
            let visible = rows.visible(scroll, viewport, 0);
            for (row, height) in heights.iter().enumerate() {
                let top = rows.top(row);
                let meets = top < scroll + viewport && top + height > scroll;
                prop_assert_eq!(visible.contains(&row), meets, "row {} of {:?}", row, visible);
            }
        }
    }
}
