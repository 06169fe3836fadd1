//! Lines over equal steps of time: a term's frequency by month, and sparklines.

use crate::layout::path::polyline;
use crate::layout::{CountAxis, Point, Rect};

/// Lines on one scale that begins at zero.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// The counts' axis; its length is the height.
    pub axis: CountAxis,
    /// A line for each series that was given.
    pub lines: Vec<LineMark>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineMark {
    /// Its points, one for each value that there is; `None` where a value is missing.
    pub points: Vec<Option<Point>>,
    /// Path data: broken where a value is missing. A value alone between gaps has no line, only its point.
    pub d: String,
    /// Where the last value stands: the place for the series' name.
    pub last: Option<Point>,
}

/// Lines in a box, each value in the middle of its step. A missing value (a month without any bulletin) breaks
/// the line: nothing known is not zero.
///
/// ```
/// use gongxun::layout::{Rect, chart::line_chart};
/// let chart = line_chart(&[&[Some(2), Some(4), None]], Rect::new(0.0, 0.0, 30.0, 40.0), 4); // 送清凉：5月2次，6月4次
/// assert_eq!(chart.lines[0].d, "M5,20l10-20");
/// ```
pub fn line_chart(series: &[&[Option<u32>]], rect: Rect, ticks: u32) -> LineChart {
    let highest = series.iter().flat_map(|line| line.iter().flatten()).max().copied().unwrap_or(0);
    let axis = CountAxis::new(highest, rect.height, ticks);
    let line = |values: &&[Option<u32>]| {
        let step = rect.width / values.len().max(1) as f64;
        let point = |(i, value): (usize, &Option<u32>)| {
            value.map(|count| {
                Point::new(rect.x + (i as f64 + 0.5) * step, rect.bottom() - axis.length_of(count))
            })
        };
        let points: Vec<Option<Point>> = values.iter().enumerate().map(point).collect();
        let parts = points.split(Option::is_none).filter(|part| part.len() > 1);
        let d = parts.map(|part| polyline(&part.iter().flatten().copied().collect::<Vec<_>>(), 1)).collect();
        LineMark { last: points.iter().rev().flatten().next().copied(), points, d }
    };
    LineChart { lines: series.iter().map(line).collect(), axis }
}

/// Path data of a sparkline: a small line that begins at zero, without axis. Empty for less than two values.
pub fn sparkline(values: &[u32], width: f64, height: f64) -> String {
    if values.len() < 2 {
        return String::new();
    }
    let axis = CountAxis { max: values.iter().copied().max().unwrap_or(0).max(1), step: 1, length: height };
    let step = width / (values.len() - 1) as f64;
    let point = |(i, &count): (usize, &u32)| Point::new(i as f64 * step, height - axis.length_of(count));
    polyline(&values.iter().enumerate().map(point).collect::<Vec<_>>(), 1)
}
