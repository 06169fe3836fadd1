//! What is being typed at the caret: the word, the alternative or the value of a filter that goes on there.
//! This module does not know the corpus.

use std::ops::Range;

use crate::search::parse::{is_bar, is_minus, is_quote, key_of};
use crate::search::query::FilterKey;

/// A stretch that may be completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fragment<'t> {
    /// What stands before the caret.
    pub(super) text: &'t str,
    /// Its bytes in the typed text.
    pub(super) at: Range<usize>,
    /// The filter whose value it is; `None` of a plain word.
    pub(super) key: Option<FilterKey>,
    /// Whether it stands alone, so that a filter may take its place.
    pub(super) alone: bool,
}

/// The fragment that ends at the caret; `None` where nothing was begun there.
pub(super) fn fragment(typed: &str, caret: usize) -> Option<Fragment<'_>> {
    let before = typed.get(..caret)?;
    let word_at = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let mut start = word_at.map_or(0, |(at, c)| at + c.len_utf8());
    let word = &before[start..];
    if word.starts_with(is_minus) {
        start += word.chars().next().map_or(0, char::len_utf8);
    }
    let mut key = None;
    let mut alone = true;
    if let Some((found, value)) = key_of(&before[start..]) {
        key = found;
        // The title's own words are words.
        alone = key.is_some();
        start = before.len() - value.len();
    }
    if let Some((at, bar)) = before[start..].char_indices().rev().find(|(_, c)| is_bar(*c)) {
        start += at + bar.len_utf8();
        alone = false;
    }
    if before[start..].starts_with(is_quote) {
        start += before[start..].chars().next().map_or(0, char::len_utf8);
        alone = false;
    }
    // In the middle of a word there is nothing to go on with.
    let ends = typed[caret..].chars().next().is_none_or(|c| c.is_whitespace() || is_bar(c) || is_quote(c));
    let text = &before[start..];
    (ends && !(text.is_empty() && key.is_none())).then_some(Fragment { text, at: start..caret, key, alone })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` in brackets marks the caret.
    fn check(typed: &str, expected: Option<(&str, Option<FilterKey>, bool)>) {
        let caret = typed.find('^').unwrap();
        let typed = typed.replace('^', "");
        let found = fragment(&typed, caret);
        let shown = found.as_ref().map(|found| (found.text, found.key, found.alone));
        assert_eq!(shown, expected, "of {typed:?} at {caret}");
    }

    #[test]
    fn the_word_before_the_caret() {
        check("送清^", Some(("送清", None, true)));
        check("慰问 送清^ 农民工", Some(("送清", None, true)));
        check("慰问　sq^", Some(("sq", None, true)));
        check("慰问 ^", None);
        check("^送清凉", None);
        check("送^清凉", None);
    }

    #[test]
    fn signs_bars_and_quotes() {
        check("慰问 -送^", Some(("送", None, true)));
        check("骑手|快^", Some(("快", None, false)));
        check("“送清^", Some(("送清", None, false)));
    }

    #[test]
    fn values_of_filters() {
        check("地区:渝^", Some(("渝", Some(FilterKey::Place), true)));
        check("-类型：^", Some(("", Some(FilterKey::Type), true)));
        check("地区:渝北|江^", Some(("江", Some(FilterKey::Place), false)));
        check("标题:送^", Some(("送", None, false)));
        check("时间:5^", Some(("时间:5", None, true)));
    }
}
