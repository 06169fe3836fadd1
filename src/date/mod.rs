//! Chinese date words and the intervals that they mean. This module never guesses a year without saying
//! on what the guess rests.

mod day;
mod festival;
mod relative;
mod resolve;
mod scan;
mod words;

pub use day::{Day, DayError, Precision, Span};
pub use festival::{festival_at, festival_day};
pub use resolve::{Now, Resolved, resolve};
pub use scan::dates;
pub use words::{Around, DateWords, Said, YearWord};
