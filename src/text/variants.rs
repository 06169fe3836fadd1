//! Han variants: Traditional → Simplified by character, after OpenCC's table `TSCharacters`.
//!
//! A character that has several Simplified forms, depending on the word, takes the table's first. This
//! module does not look at words.

use std::sync::OnceLock;

use super::packed::columns;

/// The main block of ideographs, which nearly all text is made of.
const MAIN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

const ELSEWHERE: u16 = 1;

struct Table {
    /// The Simplified form by offset in [`MAIN`]; 0 where that is the character itself, [`ELSEWHERE`] where
    /// it does not fit.
    main: Box<[u16]>,
    /// Every other pair, sorted.
    rest: Vec<(char, char)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut main = vec![0u16; *MAIN.end() as usize - *MAIN.start() as usize + 1].into_boxed_slice();
        let mut rest = Vec::new();
        let [steps, high, low] = columns(include_bytes!(concat!(env!("OUT_DIR"), "/variants.bin")));
        let mut at = 0;
        for ((step, high), &low) in steps.zip(high).zip(low.bytes()) {
            at += step;
            let to = char::from_u32(high << 8 | u32::from(low));
            let (Some(from), Some(to)) = (char::from_u32(at), to) else { continue };
            let unit = u16::try_from(to as u32).unwrap_or(ELSEWHERE);
            if MAIN.contains(&from) {
                main[from as usize - *MAIN.start() as usize] = unit;
            }
            if !MAIN.contains(&from) || unit == ELSEWHERE {
                rest.push((from, to));
            }
        }
        rest.sort_unstable();
        Table { main, rest }
    })
}

/// The Simplified form of a character, or the character itself.
///
/// ```
/// use gongxun::text::simplified;
/// assert_eq!(simplified('勞'), '劳');
/// assert_eq!(simplified('工'), '工');
/// ```
#[inline]
pub fn simplified(c: char) -> char {
    if c < '\u{3400}' {
        return c;
    }
    let table = table();
    if MAIN.contains(&c) {
        match table.main[c as usize - *MAIN.start() as usize] {
            0 => return c,
            ELSEWHERE => {}
            unit => return char::from_u32(unit.into()).unwrap_or(c),
        }
    }
    table.rest.binary_search_by_key(&c, |pair| pair.0).map_or(c, |at| table.rest[at].1)
}

/// A text with every character in its Simplified form, for showing; nothing else changes.
///
/// ```
/// assert_eq!(gongxun::text::to_simplified("關愛勞模，A組"), "关爱劳模，A组");
/// ```
pub fn to_simplified(text: &str) -> String {
    text.chars().map(simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pairs, a line each; the first line names the columns.
    const PAIRS: &str = include_str!("../../data/variants.tsv");

    #[test]
    fn the_table_is_sorted_pairs_of_single_characters() {
        let mut lines = PAIRS.lines();
        assert_eq!(lines.next(), Some("traditional\tsimplified"));
        let mut last = '\0';
        for line in lines {
            let chars: Vec<char> = line.chars().collect();
            let &[from, '\t', to] = chars.as_slice() else { panic!("not a pair: {line:?}") };
            assert!(from > last, "{line:?} is out of order");
            assert_ne!(from, to);
            assert_eq!(simplified(from), to);
            last = from;
        }
    }

    #[test]
    fn a_character_of_several_forms_takes_the_first() {
        assert_eq!(to_simplified("乾後徵於著"), "干后征于著");
    }
}
