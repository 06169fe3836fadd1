//! Chinese text, whatever it is about: folding with its map back to the original, script variants,
//! segmentation, sentences. This module does not know what a bulletin is.

pub mod dict;
mod fold;
mod segment;
mod variants;

pub use fold::{Folded, fold, is_ideograph};
pub use segment::{SegmentError, Segmenter};
pub use variants::{simplified, to_simplified};
