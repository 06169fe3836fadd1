//! Lower case as the standard library has it, from a table that `build.rs` packs: the library's own is twelve
//! kilobytes, and folding was all that linked it. This module does not look at words (a final Σ is σ).

use std::sync::LazyLock;

use super::packed::{columns, stepped};

/// The capitals with their small letters, sorted.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let [steps, distances] = columns(include_bytes!(concat!(env!("OUT_DIR"), "/lowercase.bin")));
    let mut at = 0;
    let mut pairs = Vec::new();
    for (step, distance) in steps.zip(distances) {
        at += step;
        pairs.extend(char::from_u32(at).zip(char::from_u32(stepped(at, distance))));
    }
    pairs
});

/// The small letters of a character, or the character itself.
pub(super) fn lowercase(c: char) -> impl Iterator<Item = char> {
    let small = match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        // The one that becomes two.
        'İ' => 'i',
        _ => PAIRS.binary_search_by_key(&c, |&(capital, _)| capital).map_or(c, |at| PAIRS[at].1),
    };
    std::iter::once(small).chain((c == 'İ').then_some('\u{307}'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_character_is_as_the_library_has_it() {
        for c in '\0'..=char::MAX {
            assert!(super::lowercase(c).eq(c.to_lowercase()), "of {c:?}");
        }
    }
}
