//! Lying bars for a ranked list: district, type, audience with their counts.

use crate::layout::{CountAxis, Rect};

/// Sizes of a ranked list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedOptions {
    /// The width of all, in pixels.
    pub width: f64,
    /// The height of a row.
    pub row: f64,
    /// The height of a bar.
    pub bar: f64,
    /// Room for the names, left of the bars.
    pub names: f64,
    /// Room for the figures, right of the longest bar.
    pub figures: f64,
}

impl Default for RankedOptions {
    fn default() -> RankedOptions {
        RankedOptions { width: 480.0, row: 28.0, bar: 14.0, names: 96.0, figures: 56.0 }
    }
}

/// A row of a ranked list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedBar {
    /// Its index in what was given.
    pub item: usize,
    /// The bar of its count.
    pub bar: Rect,
    /// The bar of what it is compared with, such as last year's count, beneath.
    pub before: Option<Rect>,
    /// Where the figure begins: right of the longer bar.
    pub figure_x: f64,
    /// The middle of the row.
    pub middle: f64,
}

/// The bars of counts in the order given, each with the count it is compared with, if any. All share one scale,
/// which begins at zero; the longest bar fills the room.
///
/// ```
/// use gongxun::layout::chart::{RankedOptions, ranked_bars};
/// let bars = ranked_bars(&[(8, None), (2, None)], &RankedOptions::default()); // 巴南区 8，渝中区 2
/// assert_eq!(bars[0].bar.width, 4.0 * bars[1].bar.width);
/// ```
pub fn ranked_bars(counts: &[(u32, Option<u32>)], options: &RankedOptions) -> Vec<RankedBar> {
    let highest = counts.iter().map(|&(now, before)| now.max(before.unwrap_or(0))).max().unwrap_or(0);
    let room = (options.width - options.names - options.figures).max(0.0);
    // Not rounded up: no axis is drawn, so that the longest bar may fill the room.
    let axis = CountAxis { max: highest.max(1), step: 1, length: room };
    let bar = |(item, &(now, before)): (usize, &(u32, Option<u32>))| {
        let middle = (item as f64 + 0.5) * options.row;
        let rect =
            |count: u32, y: f64, height: f64| Rect::new(options.names, y, axis.length_of(count), height);
        let top = middle - options.bar / 2.0;
        let before =
            before.map(|count| rect(count, top + options.bar, (options.bar / 3.0).min(options.row / 4.0)));
        let bar = rect(now, top, options.bar);
        let right = before.map_or(bar.right(), |before| before.right().max(bar.right()));
        RankedBar { item, bar, before, figure_x: right + 6.0, middle }
    };
    counts.iter().enumerate().map(bar).collect()
}
