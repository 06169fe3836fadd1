//! Segmentation: folded text → words, by jieba's method over a given dictionary.
//!
//! The most probable path through the dictionary's words, without jieba's hidden Markov model for unknown
//! words: the model joins characters by what stands around them, so a query would be cut otherwise than the
//! text that holds it, and its tables are as large as all of the program that a phone fetches. A name that the
//! dictionary lacks stays single characters; finding does not depend on words, ranking weighs the parts.
//!
//! This module does not fold: give it folded text.

use std::sync::Arc;

use jieba_rs::Jieba;

/// A segmenter over one dictionary; cheap to clone.
///
/// ```
/// use gongxun::text::Segmenter;
/// let segmenter = Segmenter::from_dict("工会 500\n干部 300\n工 9\n会 9\n").unwrap();
/// assert_eq!(segmenter.words("工会干部2024"), ["工会", "干部", "2024"]);
/// ```
#[derive(Clone, Debug)]
pub struct Segmenter(Arc<Jieba>);

/// What is wrong with a dictionary.
#[derive(Debug, thiserror::Error)]
#[error("expected a word, a space and a frequency on each line of the dictionary: {0}")]
pub struct SegmentError(#[from] jieba_rs::Error);

impl Segmenter {
    /// A segmenter over a dictionary in jieba's form: a word and its frequency on each line.
    pub fn from_dict(dict: &str) -> Result<Segmenter, SegmentError> {
        let mut jieba = Jieba::empty();
        jieba.load_dict(&mut dict.as_bytes())?;
        Ok(Segmenter(Arc::new(jieba)))
    }

    /// The words of a folded text in order; together they are the text, white space and marks included.
    pub fn words<'t>(&self, folded: &'t str) -> Vec<&'t str> {
        self.0.cut(folded, false).into_iter().map(|token| token.word).collect()
    }
}
