//! Where in a text of the surface Chinese stands, such as the name of a district in an English sentence: a screen
//! reader must change its voice for it.

use crate::text::is_ideograph;

/// A text in pieces, each with whether it is Chinese. A word, as far as spaces and the punctuation at its ends part it
/// from others, is Chinese as a whole where an ideograph is in it.
///
/// ```
/// use gongxun::app::words::chinese_runs;
/// assert_eq!(
///     chinese_runs("Latest for “渝中区”, 3 in 2024年5月"),
///     [("Latest for “", false), ("渝中区", true), ("”, 3 in ", false), ("2024年5月", true)]
/// );
/// ```
pub fn chinese_runs(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    for (at, word) in words(text) {
        let core = word.trim_matches(|c| !is_chinese(c) && !char::is_alphanumeric(c));
        if !core.contains(is_ideograph) {
            continue;
        }
        let start = at
            + (word.len() - word.trim_start_matches(|c| !is_chinese(c) && !char::is_alphanumeric(c)).len());
        if let Some(before) = text.get(plain..start).filter(|before| !before.is_empty()) {
            pieces.push((before, false));
        }
        pieces.push((core, true));
        plain = start + core.len();
    }
    if let Some(after) = text.get(plain..).filter(|after| !after.is_empty()) {
        pieces.push((after, false));
    }
    pieces
}

/// What spaces part, with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    })
}

/// Ideographs and the punctuation that is only theirs.
fn is_chinese(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff5e}')
}

#[cfg(test)]
mod tests {
    use super::chinese_runs;

    #[test]
    fn chinese_is_found_word_by_word() {
        let chinese = |text: &'static str| -> Vec<&str> {
            chinese_runs(text).into_iter().filter(|(_, chinese)| *chinese).map(|(piece, _)| piece).collect()
        };
        assert_eq!(chinese("no Chinese at all, 3 (4)"), [""; 0]);
        assert_eq!(chinese("渝中区, 渝北区 · Training"), ["渝中区", "渝北区"]);
        assert_eq!(chinese("from “5月28日”; year inferred"), ["5月28日"]);
        assert_eq!(chinese("《工人日报》，5月"), ["《工人日报》，5月"]);
        assert_eq!(chinese("(江北区)"), ["江北区"]);
        for text in ["", " 渝中区 ", "“送清凉” and “慰问”", "a  b"] {
            assert_eq!(chinese_runs(text).into_iter().map(|(piece, _)| piece).collect::<String>(), text);
        }
    }
}
