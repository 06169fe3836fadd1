//! Chinese date words and the intervals that they mean. This module never guesses a year without saying
//! on what the guess rests.

mod day;

pub use day::{Day, DayError, Precision, Span};
