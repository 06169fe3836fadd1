//! Compatibility composition (NFKC), as Unicode's Standard Annex 15 has it, over the tables that `build.rs` makes
//! of the crate unicode-normalization; a test holds the two equal. This module does not know what is folded.

use std::sync::LazyLock;

use super::packed::{columns, stepped};

/// The normal form of characters that stand together.
pub(crate) fn nfkc(chars: impl IntoIterator<Item = char>) -> Vec<char> {
    let mut parts = Vec::new();
    chars.into_iter().for_each(|c| decompose(c, &mut parts));
    order(&mut parts);
    compose(parts)
}

/// Whether a character is a combining mark.
pub(super) fn is_combining_mark(c: char) -> bool {
    run_of(c).is_some()
}

struct Tables {
    /// What decompositions are of: the character, where its form starts, and how long that is.
    forms: Vec<(char, u16, u8)>,
    parts: Vec<char>,
    /// Two characters that become one, sorted.
    pairs: Vec<((char, char), char)>,
    /// Runs of marks of one class, with the end, which is none of them.
    marks: Vec<(u32, u32, u8)>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { forms: Vec::new(), parts: Vec::new(), pairs: Vec::new(), marks: Vec::new() };
    let [steps, lengths, firsts, mut others] =
        columns(include_bytes!(concat!(env!("OUT_DIR"), "/decompositions.bin")));
    let mut composed = Vec::new();
    let (mut at, mut first) = (0, 0);
    for ((step, length), first_step) in steps.zip(lengths).zip(firsts) {
        at += step;
        first = stepped(first, first_step);
        let start = tables.parts.len();
        let others = others.by_ref().take((length as usize / 2).saturating_sub(1));
        tables.parts.extend(std::iter::once(first).chain(others).filter_map(char::from_u32));
        let c = char::from_u32(at).unwrap_or_default();
        tables.forms.push((c, start as u16, (length / 2) as u8));
        if length % 2 == 1 {
            composed.push((c, start..tables.parts.len()));
        }
    }
    // A character of three parts is that of the first two and the third.
    composed.sort_by_key(|(_, parts)| parts.len());
    for (c, parts) in composed {
        let parts = &tables.parts[parts];
        let Some((&last, before)) = parts.split_last() else { continue };
        let Some((&first, between)) = before.split_first() else { continue };
        let whole =
            between.iter().fold(first, |whole, &part| paired(&tables.pairs, whole, part).unwrap_or(whole));
        let at = tables.pairs.partition_point(|&(pair, _)| pair < (whole, last));
        tables.pairs.insert(at, ((whole, last), c));
    }
    let [steps, lengths, classes] = columns(include_bytes!(concat!(env!("OUT_DIR"), "/marks.bin")));
    let mut end = 0;
    for ((step, length), &class) in steps.zip(lengths).zip(classes.bytes()) {
        let start = end + step;
        end = start + length;
        tables.marks.push((start, end, class));
    }
    tables
});

fn paired(pairs: &[((char, char), char)], first: char, second: char) -> Option<char> {
    let at = pairs.binary_search_by_key(&(first, second), |&(pair, _)| pair).ok()?;
    Some(pairs[at].1)
}

fn run_of(c: char) -> Option<&'static (u32, u32, u8)> {
    // Before the first mark there is nothing to look up.
    if c < '\u{300}' {
        return None;
    }
    let marks = &TABLES.marks;
    let next = marks.partition_point(|&(start, _, _)| start <= c as u32);
    marks.get(next.checked_sub(1)?).filter(|&&(_, end, _)| (c as u32) < end)
}

/// The canonical combining class; 0 for what begins a cluster.
fn class(c: char) -> u8 {
    run_of(c).map_or(0, |&(_, _, class)| class)
}

// Hangul (한글) is composed by arithmetic: a lead, a vowel, perhaps a tail.
const SYLLABLES: u32 = 0xAC00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
/// One before the first tail: that stands for none.
const TAILS: u32 = 0x11A7;
const LEAD_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TAIL_COUNT: u32 = 28;

fn decompose(c: char, parts: &mut Vec<char>) {
    let code = c as u32;
    if let Some(at) = code.checked_sub(SYLLABLES).filter(|&at| at < LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT) {
        let tail = at % TAIL_COUNT;
        let jamo =
            [LEADS + at / TAIL_COUNT / VOWEL_COUNT, VOWELS + at / TAIL_COUNT % VOWEL_COUNT, TAILS + tail];
        parts.extend(jamo.into_iter().take(if tail == 0 { 2 } else { 3 }).filter_map(char::from_u32));
        return;
    }
    match TABLES.forms.binary_search_by_key(&c, |&(of, _, _)| of) {
        Ok(at) => {
            let (_, start, length) = TABLES.forms[at];
            parts.extend(&TABLES.parts[start.into()..usize::from(start) + usize::from(length)]);
        }
        Err(_) => parts.push(c),
    }
}

/// Brings marks that stand together into the order of their classes; marks of one class keep theirs.
fn order(parts: &mut [char]) {
    for at in 1..parts.len() {
        let mut place = at;
        while place > 0 && class(parts[place]) != 0 && class(parts[place - 1]) > class(parts[place]) {
            parts.swap(place - 1, place);
            place -= 1;
        }
    }
}

fn compose(parts: Vec<char>) -> Vec<char> {
    let mut form: Vec<char> = Vec::with_capacity(parts.len());
    // The last character that begins a cluster, and the class of the last one that was kept after it.
    let (mut starter, mut before) = (None, 0);
    for c in parts {
        let class = class(c);
        if let Some(at) = starter {
            // Between the two stands nothing, or only marks of lower classes.
            let next_to = form.len() == at + 1 || before < class;
            if let Some(whole) = Some(form[at]).filter(|_| next_to).and_then(|first| composed(first, c)) {
                form[at] = whole;
                continue;
            }
        }
        if class == 0 {
            starter = Some(form.len());
        }
        before = class;
        form.push(c);
    }
    form
}

fn composed(first: char, second: char) -> Option<char> {
    let offset = |c: char, start: u32, count: u32| (c as u32).checked_sub(start).filter(|&at| at < count);
    if let (Some(lead), Some(vowel)) = (offset(first, LEADS, LEAD_COUNT), offset(second, VOWELS, VOWEL_COUNT))
    {
        return char::from_u32(SYLLABLES + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT);
    }
    let syllable = offset(first, SYLLABLES, LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT);
    if let (Some(syllable), Some(tail)) = (syllable, offset(second, TAILS, TAIL_COUNT)) {
        let open = syllable.is_multiple_of(TAIL_COUNT) && tail > 0;
        return char::from_u32(first as u32 + tail).filter(|_| open);
    }
    paired(&TABLES.pairs, first, second)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark as is_mark;

    use super::*;

    #[test]
    fn every_character_is_as_the_crate_has_it() {
        for c in '\0'..=char::MAX {
            assert_eq!(nfkc([c]), [c].into_iter().nfkc().collect::<Vec<_>>(), "of {c:?}");
            assert_eq!(is_combining_mark(c), is_mark(c), "of {c:?}");
        }
    }

    #[test]
    fn every_two_that_compose_do() {
        // What composes with nothing to its left or right composes in no text.
        let decomposed = ('\0'..=char::MAX).map(|c| [c].into_iter().nfkd().collect::<Vec<_>>());
        let mut firsts = Vec::new();
        let mut seconds = Vec::new();
        for parts in decomposed.filter(|parts| parts.len() > 1) {
            firsts.extend([parts[0]].into_iter().chain(nfkc(parts[..parts.len() - 1].to_vec())));
            seconds.extend(&parts[1..]);
        }
        for list in [&mut firsts, &mut seconds] {
            list.sort_unstable();
            list.dedup();
            // Syllables are of three parts at most, of which the loop above has every kind.
            list.retain(|c| !('\u{ac01}'..'\u{d7a4}').contains(c));
        }
        for &first in &firsts {
            for &second in &seconds {
                let whole: Vec<char> = [first, second].into_iter().nfkc().collect();
                assert_eq!(nfkc([first, second]), whole, "of {first:?} and {second:?}");
            }
        }
    }

    /// Mostly characters that do something beside others.
    fn character() -> impl Strategy<Value = char> {
        let ranges = [
            ('a', 'z'),
            ('\u{c0}', '\u{17f}'),
            ('\u{300}', '\u{36f}'),
            ('\u{591}', '\u{5c7}'),
            ('\u{900}', '\u{dff}'),
            ('\u{1100}', '\u{11ff}'),
            ('\u{1e00}', '\u{1fff}'),
            ('\u{3040}', '\u{30ff}'),
            ('가', '힣'),
            ('\u{11000}', '\u{11fff}'),
        ];
        let picked = ranges.map(|(from, to)| proptest::char::range(from, to).boxed());
        prop_oneof![3 => proptest::strategy::Union::new(picked), 1 => any::<char>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn texts_are_as_the_crate_has_them(chars in proptest::collection::vec(character(), 0..12)) {
            prop_assert_eq!(nfkc(chars.clone()), chars.into_iter().nfkc().collect::<Vec<_>>());
        }
    }
}
