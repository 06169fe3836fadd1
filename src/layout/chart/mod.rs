//! Small charts for statistics: ranked bars, lines over time, sparklines.

mod line;
mod ranked;

pub use line::{LineChart, LineMark, line_chart, sparkline};
pub use ranked::{RankedBar, RankedOptions, ranked_bars};
