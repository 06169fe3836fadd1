//! Chinese text, whatever it is about: folding with its map back to the original, script variants,
//! segmentation, sentences. This module does not know what a bulletin is.
