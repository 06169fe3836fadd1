//! Readings in brackets after ordinary characters (`傳達(dá)學(xué)`): noise that a copying program put in,
//! rule `pinyin-noise`. One or two readings in a text help its readers (埇(yǒng)桥区) and stay.

use std::collections::BTreeMap;

use crate::ingest::edited::{Edited, Patch};
use crate::ingest::lines::Line;

/// A reading, and the characters that bear it in this text.
pub(super) type Readings = BTreeMap<String, Vec<char>>;

/// A text with so many different characters annotated is noisy.
const NOISY: usize = 3;

/// The readings in brackets of a text.
pub(super) fn readings(lines: &[Line]) -> Readings {
    let mut readings = Readings::new();
    for line in lines {
        for (at, end) in brackets(line.text()) {
            let before = line.text().get(..at).and_then(|head| head.chars().next_back());
            let inside = line.text().get(at..end).unwrap_or("").trim_matches(['(', ')', '（', '）']);
            if let Some(c) = before.filter(|&c| is_ideograph(c) && is_syllable(inside)) {
                let bearers = readings.entry(inside.to_owned()).or_default();
                if !bearers.contains(&c) {
                    bearers.push(c);
                }
            }
        }
    }
    readings
}

/// Whether a text has the noise.
pub(super) fn is_noisy(readings: &Readings) -> bool {
    readings
        .iter()
        .filter(|(reading, _)| !reading.is_ascii())
        .map(|(_, bearers)| bearers.len())
        .sum::<usize>()
        >= NOISY
}

/// Takes the noise out.
pub(super) fn strip(body: &mut Edited) {
    let text = &body.text;
    let noise = brackets(text).into_iter().filter(|&(at, end)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let inside = text.get(at..end).unwrap_or("").trim_matches(['(', ')', '（', '）']);
        before.is_some_and(is_ideograph) && is_syllable(inside)
    });
    let patches = noise.map(|(at, end)| Patch::cut(at..end, "pinyin-noise")).collect();
    body.apply(patches);
}

/// Short stretches of letters in brackets: first byte, and the byte after the last.
pub(super) fn brackets(text: &str) -> Vec<(usize, usize)> {
    const LONGEST: usize = 7;
    let mut found = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| c == '(' || c == '（') {
        let inside = text.get(at + c.len_utf8()..).unwrap_or("");
        let close = inside.char_indices().take(LONGEST + 1).find(|&(_, c)| c == ')' || c == '）');
        if let Some((length, close)) = close.filter(|&(length, _)| length > 0) {
            if inside
                .get(..length)
                .is_some_and(|word| word.chars().all(char::is_alphabetic) && !word.chars().any(is_ideograph))
            {
                found.push((at, at + c.len_utf8() + length + close.len_utf8()));
            }
        }
    }
    found
}

pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether letters are one syllable of Pinyin, with or without its tone.
pub(super) fn is_syllable(word: &str) -> bool {
    let plain: String = word.chars().map(without_tone).collect();
    const INITIALS: [&str; 24] = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z",
        "c", "s", "y", "w", "",
    ];
    const FINALS: [&str; 38] = [
        "a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ve", "ue", "er", "an", "en",
        "in", "un", "vn", "ang", "eng", "ing", "ong", "ia", "iao", "ian", "iang", "iong", "ua", "uo", "uai",
        "uan", "uang", "uang", "io", "ueng",
    ];
    !plain.is_empty()
        && INITIALS
            .iter()
            .any(|initial| plain.strip_prefix(initial).is_some_and(|rest| FINALS.contains(&rest)))
}

fn without_tone(c: char) -> char {
    match c {
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ĕ' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' | 'ĭ' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' | 'ŏ' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ŭ' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ü' => 'v',
        'ɡ' => 'g',
        'ń' | 'ň' | 'ǹ' => 'n',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    fn check(input: &str, expected: &str) {
        let mut all = lines(input, 1);
        if is_noisy(&readings(&all)) {
            all.iter_mut().for_each(|line| strip(&mut line.body));
        }
        let got: Vec<&str> = all.iter().map(Line::text).collect();
        assert_eq!(got.join("\n"), expected);
    }

    #[test]
    fn noise_goes_and_glosses_stay() {
        check("傳達(dá)學(xué)習(xí)精神(擴(kuò)大)", "傳達學習精神(擴大)");
        check("埇(yǒng)桥区总工会", "埇(yǒng)桥区总工会");
        check("傳達(dá)學(xué)習(xí)(abc)(APP)", "傳達學習(abc)(APP)");
    }

    #[test]
    fn syllables() {
        assert!(["zhuǎn", "ér", "nǚ", "lüè", "xiong", "a"].iter().all(|word| is_syllable(word)));
        assert!(["abc", "app", "", "xyz", "gdp"].iter().all(|word| !is_syllable(word)));
    }
}
