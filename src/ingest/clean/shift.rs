//! Byte damage that comes with the noise of readings: a program that looked for characters in GBK bytes took
//! the second byte of one and the first of the next for a character of its own, put that one's reading
//! there, and broke both (`陣地?cái)U(kuò)大` was 陣地擴大). The eaten byte is found by trying all: a mending
//! is made only where exactly one byte makes the next character bear the reading that follows it, or makes
//! the wrong character bear the reading that was put in, by what this same text says of its characters.
//! Rule `byte-shift`.

use super::noise::{Readings, is_ideograph, is_syllable};
use crate::ingest::charset::{Charset, gbk};
use crate::ingest::edited::{Edited, Patch};

/// A broken place: the eaten byte's `?`, the wrong reading with its bracket, and the bytes after it.
struct Broken {
    /// From the `?` to the end of what is shifted.
    range: std::ops::Range<usize>,
    /// The character before the `?`.
    before: char,
    /// The reading of the character that was wrongly seen.
    wrong: String,
    /// The shifted text.
    shifted: String,
    /// The reading in brackets that follows it.
    next: Option<String>,
}

/// Mends the broken places of a text that can be proved.
pub(super) fn mend(body: &mut Edited, readings: &Readings) {
    let mut patches = Vec::new();
    for broken in broken(&body.text) {
        if let Some(with) = mended(&broken, readings) {
            patches.push(Patch { range: broken.range, with, rule: "byte-shift" });
        }
    }
    body.apply(patches);
}

/// The broken places that are left.
pub(super) fn left(text: &str) -> impl Iterator<Item = String> + '_ {
    broken(text).into_iter().map(|broken| text.get(broken.range).unwrap_or("").to_owned())
}

fn broken(text: &str) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| c == '?' || c == '\u{fffd}' || c == '？') {
        if found.last().is_some_and(|last| last.range.end > at) {
            continue;
        }
        let Some(before) = ideograph_before(text, at) else { continue };
        let rest = text.get(at + c.len_utf8()..).unwrap_or("");
        let Some((wrong, after)) =
            rest.split_once(')').filter(|(word, _)| is_syllable(word) && !word.is_ascii())
        else {
            continue;
        };
        // What is shifted ends where a byte below 0x80 took part: at the first ASCII character.
        let Some(length) =
            after.char_indices().take(16).find(|(_, c)| c.is_ascii()).map(|(at, c)| at + c.len_utf8())
        else {
            continue;
        };
        let shifted = after.get(..length).unwrap_or("").to_owned();
        let follows = after.get(length..).unwrap_or("");
        let next = follows
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .map(|(word, _)| word.to_owned())
            .filter(|word| is_syllable(word));
        let end = at + c.len_utf8() + wrong.len() + 1 + length;
        found.push(Broken { range: at..end, before, wrong: wrong.to_owned(), shifted, next });
    }
    found
}

/// The ideograph before a place, its own reading in brackets skipped.
fn ideograph_before(text: &str, at: usize) -> Option<char> {
    let head = text.get(..at)?;
    let head = match head.strip_suffix(')') {
        Some(inside) => {
            inside.rsplit_once('(').filter(|(_, word)| is_syllable(word)).map(|(head, _)| head)?
        }
        None => head,
    };
    head.chars().next_back().filter(|&c| is_ideograph(c))
}

fn mended(broken: &Broken, readings: &Readings) -> Option<String> {
    let [_, second] = gbk(broken.before)?;
    let tail = encoded(&broken.shifted)?;
    let bears = |c: char, reading: &String| readings.get(reading).is_some_and(|bearers| bearers.contains(&c));
    let (mut by_wrong, mut by_next) = (Vec::new(), Vec::new());
    for eaten in 0x81..=0xfe_u8 {
        let (Some(wrong), Some(text)) =
            (decode(&[second, eaten]), decode(&[&[eaten], tail.as_slice()].concat()))
        else {
            continue;
        };
        let last = text.chars().next_back();
        let follows = broken.next.as_ref().zip(last).map(|(next, last)| bears(last, next));
        if !text.chars().all(is_ideograph) || follows == Some(false) {
            continue;
        }
        if wrong.chars().next().is_some_and(|c| bears(c, &broken.wrong)) {
            by_wrong.push(text);
        } else if follows == Some(true) {
            by_next.push(text);
        }
    }
    match (by_wrong.as_slice(), by_next.as_slice()) {
        ([one], _) | ([], [one]) => Some(one.clone()),
        _ => None,
    }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let text = Charset::Gb18030.decode(bytes);
    (!text.contains('\u{fffd}')).then_some(text)
}

fn encoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(c).ok().filter(u8::is_ascii) {
            Some(ascii) => bytes.push(ascii),
            None => bytes.extend(gbk(c)?),
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::mend_lines;
    use crate::ingest::lines::{Line, lines};

    fn check(input: &str, expected: &str, damaged: usize) {
        let mut all = lines(input, 1);
        let damage = mend_lines(&mut all);
        let got: Vec<&str> = all.iter().map(Line::text).collect();
        assert_eq!((got.join("\n").as_str(), damage.len()), (expected, damaged));
        let original: Vec<String> = all.iter().map(|line| line.body.original()).collect();
        assert_eq!(original.join("\n"), input);
    }

    #[test]
    fn what_can_be_proved_is_mended() {
        check("擴(kuò)展，學(xué)習(xí)。陣地?cái)U(kuò)大", "擴展，學習。陣地擴大", 0);
        check(
            "素質(zhì)、人數(shù)、學(xué)。擔(dān)當(dāng)?shù)母咚刭|(zhì)",
            "素質、人數、學。擔當的高素質",
            0,
        );
    }

    #[test]
    fn what_cannot_be_proved_stays_and_is_told() {
        check("學(xué)習(xí)實(shí)。陣地?cái)U(kuò)大", "學習實。陣地?cái)U(kuò)大", 1);
    }
}
