//! Which categories get a colour of their own in stacked bars: the top few, and the rest (其余) together.

/// The series of a stack. The rest, where there is one, comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The categories that have a series of their own, the most frequent first.
    pub kept: Vec<usize>,
    /// Whether there is a series for the rest.
    pub has_rest: bool,
    /// The series of each category.
    of: Vec<usize>,
}

impl Series {
    /// Keeps the `most` categories with the highest counts (the earlier category among equals); the others
    /// that occur at all are the rest. A rest of a single category is shown as itself.
    ///
    /// ```
    /// use gongxun::layout::timeline::Series;
    /// let series = Series::top(&[3, 9, 0, 5, 1], 2); // 送清凉 9, 技能竞赛 5, 其余 4
    /// assert_eq!((series.kept.as_slice(), series.has_rest, series.len()), ([1, 3].as_slice(), true, 3));
    /// assert_eq!(series.of([0, 3]), Some(1)); // the most frequent of its two
    /// ```
    pub fn top(counts: &[u32], most: usize) -> Series {
        let mut kept: Vec<usize> = (0..counts.len()).filter(|&category| counts[category] > 0).collect();
        kept.sort_by_key(|&category| (std::cmp::Reverse(counts[category]), category));
        let has_rest = kept.len() > most + 1;
        if has_rest {
            kept.truncate(most);
        }
        let mut of = vec![kept.len(); counts.len()];
        for (series, &category) in kept.iter().enumerate() {
            of[category] = series;
        }
        Series { kept, has_rest, of }
    }

    /// How many series there are, the rest included.
    pub fn len(&self) -> usize {
        self.kept.len() + usize::from(self.has_rest)
    }

    /// Whether no category occurs.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The series of an activity with these categories: that of the most frequent one among them, else the
    /// rest. So an activity of two types stands once in a stack, which is as high as there are activities.
    /// `None` where it has no category, or only ones that had no count.
    pub fn of(&self, categories: impl IntoIterator<Item = usize>) -> Option<usize> {
        let series = categories.into_iter().filter_map(|category| self.of.get(category).copied()).min();
        series.filter(|&series| series < self.len())
    }
}
