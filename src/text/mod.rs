//! Chinese text, whatever it is about: folding with its map back to the original, script variants,
//! segmentation, sentences, numbers. This module does not know what a bulletin is.

pub mod dict;
mod fold;
mod lowercase;
mod nfkc;
mod numeral;
mod packed;
mod phrase;
mod pinyin;
mod reading;
mod segment;
mod sentence;
mod variants;

pub use fold::{Folded, fold, is_ideograph};
pub(crate) use nfkc::nfkc;
pub use numeral::{Number, chinese_digit, number_at};
pub use phrase::{Value, blanks, fill};
pub use pinyin::{Readings, Spelt};
pub use reading::Reading;
pub use segment::{SegmentError, Segmenter};
pub use sentence::{semicolons, sentences};
pub use variants::{simplified, to_simplified};
