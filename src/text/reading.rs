//! How the rules read a text: Simplified, half-width, lower-case Latin, character for character, with the
//! way back to the bytes of the original. Unlike search folding nothing is dropped and nothing grows, so
//! that a position here is a position there.

use std::ops::Range;

/// A text as the rules read it.
///
/// ```
/// use gongxun::text::Reading;
///
/// let reading = Reading::new("７月22日，沈陽市總工會");
/// assert_eq!(reading.text(0..reading.len()), "7月22日,沈阳市总工会");
/// assert_eq!(reading.bytes(0..5), 0.."７月22日".len());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Reading {
    folded: String,
    /// For each character, and for the end: its byte in `folded`.
    folded_at: Vec<u32>,
    /// For each character, and for the end: its byte in the original.
    original_at: Vec<u32>,
    chars: Vec<char>,
}

impl Reading {
    /// Reads a text. Texts of 4 GiB and more are read up to there.
    pub fn new(text: &str) -> Reading {
        let mut reading = Reading {
            folded: String::with_capacity(text.len()),
            folded_at: Vec::with_capacity(text.len() / 3 + 1),
            original_at: Vec::with_capacity(text.len() / 3 + 1),
            chars: Vec::with_capacity(text.len() / 3 + 1),
        };
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let Ok(place) = u32::try_from(at) else { break };
            let c = read_as(c);
            reading.original_at.push(place);
            reading.folded_at.push(u32::try_from(reading.folded.len()).unwrap_or(u32::MAX));
            reading.folded.push(c);
            reading.chars.push(c);
            end = at;
        }
        let rest = text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        reading.original_at.push(u32::try_from(end + rest).unwrap_or(u32::MAX));
        reading.folded_at.push(u32::try_from(reading.folded.len()).unwrap_or(u32::MAX));
        reading
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The character at a place, or a space outside the text.
    pub fn at(&self, place: usize) -> char {
        self.chars.get(place).copied().unwrap_or(' ')
    }

    /// The whole as read.
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// A stretch as read; empty where it does not lie in the text.
    pub fn text(&self, range: Range<usize>) -> &str {
        let place = |i: usize| self.folded_at.get(i).map(|&at| at as usize);
        match (place(range.start), place(range.end)) {
            (Some(start), Some(end)) => self.folded.get(start..end).unwrap_or(""),
            _ => "",
        }
    }

    /// Whether the text goes on with `word` at a place.
    pub fn has(&self, place: usize, word: &str) -> bool {
        self.folded_at
            .get(place)
            .and_then(|&at| self.folded.get(at as usize..))
            .is_some_and(|rest| rest.starts_with(word))
    }

    /// Whether what stands before a place ends with `word`.
    pub fn ends(&self, place: usize, word: &str) -> bool {
        self.folded_at
            .get(place)
            .and_then(|&at| self.folded.get(..at as usize))
            .is_some_and(|rest| rest.ends_with(word))
    }

    /// The first of some marks within a stretch.
    pub fn mark(&self, range: Range<usize>, marks: &str) -> Option<usize> {
        let mut places = range;
        places.find(|&at| marks.contains(self.at(at)))
    }

    /// The stretch of the original, in bytes, that a stretch of characters came from.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let place = |i: usize| self.original_at[i.min(self.chars.len())] as usize;
        place(range.start)..place(range.end.max(range.start))
    }

    /// The character that a byte of [`Reading::as_str`] belongs to.
    pub fn char_of(&self, byte: usize) -> usize {
        let byte = u32::try_from(byte).unwrap_or(u32::MAX);
        self.folded_at.partition_point(|&at| at <= byte).saturating_sub(1).min(self.chars.len())
    }
}

/// What a character is read as.
fn read_as(c: char) -> char {
    match c {
        ' '..='@' | '['..='~' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '。' | '、' | '“' | '”' | '《' | '》' | '…' | '—' => c,
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase()),
        '﹑' => '、',
        '〇' | '○' => c,
        // Simplified names have these as well (乾县, 濛阳镇, 慰藉), and Traditional news hardly ever writes 乾淨.
        '乾' | '濛' | '藉' => c,
        '—'..='―' => '—',
        '「' | '『' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        _ => super::simplified(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_bytes() {
        let text = "（擴大）会议a";
        let reading = Reading::new(text);
        assert_eq!(reading.len(), text.chars().count());
        for (i, (at, c)) in text.char_indices().enumerate() {
            assert_eq!(reading.bytes(i..i + 1), at..at + c.len_utf8());
        }
        assert_eq!(reading.char_of(reading.as_str().find("会").unwrap()), 4);
    }

    #[test]
    fn names_that_simplified_writes_so_stay() {
        assert_eq!(Reading::new("乾县總工會").as_str(), "乾县总工会");
    }

    #[test]
    fn the_first_of_some_marks() {
        let reading = Reading::new("甲，乙。丙；");
        assert_eq!((reading.mark(0..6, "。;"), reading.mark(0..3, "。;")), (Some(3), None));
    }

    #[test]
    fn places_outside_are_harmless() {
        let reading = Reading::new("甲");
        assert_eq!((reading.at(9), reading.text(3..9), reading.bytes(5..9)), (' ', "", 3..3));
        assert!(!reading.has(7, "甲") && !reading.ends(7, "甲"));
        assert!(Reading::new("").is_empty());
    }
}
