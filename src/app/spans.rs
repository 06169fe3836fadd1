//! Cutting a text where marks and passages begin and end, and the one place where byte ranges become those of
//! JavaScript strings.

use std::ops::Range;

/// A stretch of text over which nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a, K> {
    /// The first byte in the whole text.
    pub start: usize,
    /// The words.
    pub text: &'a str,
    /// Which layers cover it, in the order in which they were given.
    pub layers: Vec<K>,
}

/// The byte of a text at which so many units of a JavaScript string end.
pub fn utf8(text: &str, units: usize) -> usize {
    let mut left = units;
    let holds = |c: &char| {
        let fits = left >= c.len_utf16();
        left -= c.len_utf16().min(left);
        fits
    };
    text.chars().take_while(holds).map(char::len_utf8).sum()
}

/// Cuts a text at every edge of every layer. Ranges that do not lie in the text are left out.
///
/// ```
/// use gongxun::app::spans::pieces;
/// let cut = pieces("巴南区送清凉", &[("passage", 0..18), ("mark", 9..18)]);
/// let cut: Vec<_> = cut.iter().map(|piece| (piece.text, piece.layers.as_slice())).collect();
/// assert_eq!(cut, [("巴南区", &["passage"][..]), ("送清凉", &["passage", "mark"][..])]);
/// ```
pub fn pieces<'a, K: Copy>(text: &'a str, layers: &[(K, Range<usize>)]) -> Vec<Piece<'a, K>> {
    let sound = |range: &Range<usize>| range.start < range.end && text.get(range.clone()).is_some();
    let mut edges = vec![0, text.len()];
    for (_, range) in layers.iter().filter(|(_, range)| sound(range)) {
        edges.extend([range.start, range.end]);
    }
    edges.sort_unstable();
    edges.dedup();
    let piece = |edge: &[usize]| {
        let &[start, end] = edge else { return None };
        let covers = |range: &Range<usize>| sound(range) && range.start <= start && end <= range.end;
        let layers = layers.iter().filter(|(_, range)| covers(range)).map(|&(key, _)| key).collect();
        Some(Piece { start, text: text.get(start..end)?, layers })
    };
    edges.windows(2).filter_map(piece).collect()
}

/// A range of UTF-8 bytes as one of UTF-16 units, which JavaScript counts in.
///
/// ```
/// assert_eq!(gongxun::app::spans::utf16("𠮷祥送清凉", 7..10), 3..4);
/// ```
pub fn utf16(text: &str, range: Range<usize>) -> Range<usize> {
    let units = |bytes: usize| text.get(..bytes).map_or(0, |before| before.encode_utf16().count());
    units(range.start)..units(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_whatever_the_layers() {
        let text = "渝中区总工会送清凉";
        let layers = [(1, 3..12), (2, 6..27), (3, 1..4), (4, 20..90), (5, 6..6)];
        let cut = pieces(text, &layers);
        assert_eq!(cut.iter().map(|piece| piece.text).collect::<String>(), text);
        let covered: Vec<_> = cut.iter().map(|piece| piece.layers.as_slice()).collect();
        assert_eq!(covered, [&[][..], &[1], &[1, 2], &[2]]);
        assert!(pieces::<u8>("", &[]).is_empty());
    }
}
