//! The characters of a corpus as bytes, the most frequent in one, so that a text takes half of its UTF-8 and
//! can be searched without decoding.
//!
//! An (s,c)-dense code: bytes below `stops` end a character, bytes from it on continue one. A character's
//! bytes therefore start exactly after a byte that ends one, and plain byte search finds nothing false. This
//! module does not search.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

/// The byte that ends each field; it stands nowhere else.
pub(in crate::search) const END: u8 = 0;

/// The characters of a corpus by frequency.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::search) struct Alphabet {
    /// Most frequent first; a character's number is its place plus one.
    chars: Vec<char>,
    numbers: FxHashMap<char, u32>,
    /// Whether grams are kept of each, in the same order: of letters, ideographs and figures.
    has_grams: Vec<bool>,
    stops: u32,
}

impl Alphabet {
    /// The alphabet of texts in which characters occur so often.
    pub(in crate::search) fn of(counts: &HashMap<char, u64>) -> Alphabet {
        let mut chars: Vec<(u64, char)> = counts.iter().map(|(&c, &count)| (count, c)).collect();
        chars.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut sums = vec![0];
        for (count, _) in &chars {
            sums.push(sums.last().copied().unwrap_or(0) + count);
        }
        let size = |stops: usize| {
            let (one, two) = (stops - 1, (stops - 1) * (257 - stops));
            // Each byte past the first costs all that need it.
            [one, two].iter().map(|&fit| sums[chars.len()] - sums[fit.min(chars.len())]).sum::<u64>()
        };
        let stops = (32..=255).min_by_key(|&stops| size(stops)).unwrap_or(255) as u32;
        Alphabet::new(chars.into_iter().map(|(_, c)| c).collect(), stops)
    }

    /// The alphabet of these characters in order. `stops` is kept within what works.
    pub(in crate::search) fn new(chars: Vec<char>, stops: u32) -> Alphabet {
        let numbers = chars.iter().zip(1..).map(|(&c, number)| (c, number)).collect();
        let has_grams = chars.iter().zip(1..0xFFFF).map(|(c, _)| c.is_alphanumeric()).collect();
        Alphabet { chars, numbers, has_grams, stops: stops.clamp(32, 255) }
    }

    pub(in crate::search) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(in crate::search) fn stops(&self) -> u32 {
        self.stops
    }

    /// A character's number, from 1, or `None` where the corpus lacks it.
    #[inline]
    pub(in crate::search) fn number(&self, c: char) -> Option<u32> {
        self.numbers.get(&c).copied()
    }

    /// A character's number as grams have it: 0 where none are kept of it, or the corpus lacks it.
    #[inline]
    pub(in crate::search) fn gram_number(&self, c: char) -> u32 {
        let has_grams = |number: &u32| self.has_grams.get(*number as usize - 1) == Some(&true);
        self.number(c).filter(has_grams).unwrap_or(0)
    }

    /// Puts a character's bytes down.
    #[inline]
    pub(in crate::search) fn write(&self, number: u32, bytes: &mut Vec<u8>) {
        if number < self.stops {
            bytes.push(number as u8);
            return;
        }
        // Numerals in a mixed base: the last digit is a stop, those before it are not.
        // No byte but the end of a field is 0.
        let (mut rest, stops, goes_on) = (number - self.stops, self.stops, 256 - self.stops);
        let last = (1 + rest % (stops - 1)) as u8;
        rest /= stops - 1;
        let mut before = vec![(stops + rest % goes_on) as u8];
        rest /= goes_on;
        while rest > 0 {
            rest -= 1;
            before.push((stops + rest % goes_on) as u8);
            rest /= goes_on;
        }
        bytes.extend(before.iter().rev());
        bytes.push(last);
    }

    /// The characters that bytes stand for. What no character was written as is left out.
    pub(in crate::search) fn text(&self, bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len() * 3);
        let mut before: Option<u32> = None;
        for &byte in bytes {
            if let Some(number) = self.read(byte, &mut before) {
                text.extend((number as usize).checked_sub(1).and_then(|at| self.chars.get(at)));
            }
        }
        text
    }

    /// The number of the first character that bytes stand for.
    pub(in crate::search) fn first(&self, bytes: &[u8]) -> Option<u32> {
        let mut before = None;
        bytes.iter().take(8).find_map(|byte| self.read(*byte, &mut before))
    }

    /// The number that ends with a byte; `before` is what the bytes before it have said.
    #[inline]
    fn read(&self, byte: u8, before: &mut Option<u32>) -> Option<u32> {
        let goes_on = 256 - self.stops;
        let digit = u32::from(byte);
        if digit >= self.stops {
            let digit = digit - self.stops;
            let shifted = |high: u32| high.wrapping_add(1).wrapping_mul(goes_on).wrapping_add(digit);
            *before = Some(before.map_or(digit, shifted));
            return None;
        }
        Some(match before.take() {
            None => digit,
            Some(high) => {
                high.wrapping_mul(self.stops - 1).wrapping_add(self.stops).wrapping_add(digit.wrapping_sub(1))
            }
        })
    }

    /// The bytes of a text, or `None` where the corpus lacks one of its characters.
    pub(in crate::search) fn bytes(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(text.len());
        for c in text.chars() {
            self.write(self.number(c)?, &mut bytes);
        }
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_number_has_bytes_of_its_own_that_end_in_a_stop() {
        for stops in [32, 200, 255] {
            let alphabet = Alphabet::new(Vec::new(), stops);
            let mut seen = HashSet::new();
            for number in 1..200_000 {
                let mut bytes = Vec::new();
                alphabet.write(number, &mut bytes);
                let (last, before) = bytes.split_last().unwrap();
                assert!(u32::from(*last) < stops && before.iter().all(|byte| u32::from(*byte) >= stops));
                assert!(!bytes.contains(&END));
                assert!(seen.insert(bytes), "{number} with {stops} stops");
            }
        }
    }

    #[test]
    fn bytes_read_back() {
        for stops in [32, 200, 255] {
            let chars: Vec<char> = (0x4E00..0x9000u32).filter_map(char::from_u32).collect();
            let text: String = chars.iter().collect();
            let alphabet = Alphabet::new(chars, stops);
            assert_eq!(alphabet.text(&alphabet.bytes(&text).unwrap()), text);
        }
    }

    #[test]
    fn frequent_characters_take_one_byte() {
        let counts = (0..5000).map(|n| (char::from_u32(0x4E00 + n).unwrap(), u64::from(5000 - n).pow(3)));
        let alphabet = Alphabet::of(&counts.collect());
        assert_eq!(alphabet.number('\u{4E00}'), Some(1));
        assert_eq!(alphabet.bytes("\u{4E00}\u{4E01}"), Some(vec![1, 2]));
        assert_eq!(alphabet.bytes("x"), None);
    }
}
