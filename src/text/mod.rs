//! Chinese text, whatever it is about: folding with its map back to the original, script variants,
//! segmentation, sentences, numbers. This module does not know what a bulletin is.

mod numeral;
mod reading;
mod sentence;

pub use numeral::{Number, chinese_digit, number_at};
pub use reading::Reading;
pub use sentence::{clauses, semicolons, sentences};

/// Traditional to Simplified by character. FIXME: stands in until the table of variants is here.
pub fn simplify(c: char) -> char {
    c
}
