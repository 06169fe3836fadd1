//! The search index that the browser loads instead of building it.

use crate::corpus::Corpus;
use crate::search::Engine;
use crate::text::{SegmentError, Segmenter};

/// The index of a corpus, by `docs/index-format.md`, made with the corpus' own dictionary: see
/// [`super::dictionary`].
///
/// # Errors
/// Where the dictionary is none.
pub fn index(corpus: &Corpus, dict: &str) -> Result<Vec<u8>, SegmentError> {
    Ok(Engine::build(corpus, &Segmenter::from_dict(dict)?).encode())
}
