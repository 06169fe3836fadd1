//! Near misses: for a term that finds little, words of the corpus that sound alike or differ in one character
//! (送青凉 → 送清凉), put in its place.

use super::lexicon::Lexicon;
use crate::search::{Engine, parse};
use crate::text::{Readings, Spelt, is_ideograph};

/// How many queries are offered.
const OFFERED: usize = 3;
/// A query that finds so many articles needs no other.
const ENOUGH: usize = 3;
/// How long a term may be for each of its characters to be tried.
const REPLACED: usize = 8;
/// A term longer than this is a sentence, not a slip.
const LONGEST: usize = 24;

/// Queries near to one that finds nothing or little, the nearest first; each of them finds more. None where
/// the query finds enough.
///
/// ```
/// use gongxun::corpus::Corpus;
/// use gongxun::search::{Engine, near_misses};
/// use gongxun::text::Segmenter;
/// let engine = Engine::build(&Corpus::new("空"), &Segmenter::from_dict("工会 5\n")?);
/// assert!(near_misses(&engine, "送青凉").is_empty());
/// # Ok::<(), gongxun::text::SegmentError>(())
/// ```
pub fn near_misses(engine: &Engine, query: &str) -> Vec<String> {
    let parsed = parse(query);
    let found = engine.count(&parsed);
    if parsed.clauses.is_empty() || found > ENOUGH {
        return Vec::new();
    }
    let mut offers: Vec<(Nearness, usize, String)> = Vec::new();
    for clause in parsed.clauses.iter().filter(|clause| !clause.exclude) {
        let typed = query.get(clause.typed.clone()).unwrap_or_default();
        for term in clause.any_of.iter().filter(|term| term.folded.chars().count() <= LONGEST) {
            for (nearness, better) in corrections(engine, &term.folded) {
                let put = typed.replacen(&term.text, &better, 1);
                let mut offer = query.to_owned();
                offer.replace_range(clause.typed.clone(), &put);
                let count = engine.count(&parse(&offer));
                if count > found.max(1) || (count > 0 && found == 0) {
                    offers.push((nearness, count, offer));
                }
            }
        }
    }
    offers.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
    offers.dedup_by(|a, b| a.2 == b.2);
    offers.truncate(OFFERED);
    offers.into_iter().map(|(_, _, offer)| offer).collect()
}

/// How near a word is, the nearer the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It sounds the same.
    Sound,
    /// Two neighbours have changed places.
    Order,
    /// One character is another.
    Other,
    /// One character is too many or missing.
    Count,
}

/// How many corrections of a term are tried.
const TRIED: usize = 12;
/// How many characters are put in the place of one to see whether that stands somewhere.
const LOOKED_UP: usize = 200;

/// What a term may have been meant to be, the nearest and most used first; each stands in the corpus.
fn corrections(engine: &Engine, term: &str) -> Vec<(Nearness, String)> {
    let mut near = if is_pinyin(term) { spelt(engine, term) } else { by_words(engine, term) };
    if !is_pinyin(term) {
        by_characters(engine, term, &mut near);
    }
    near.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
    near.dedup_by(|a, b| a.2 == b.2);
    near.truncate(TRIED);
    near.into_iter().map(|(nearness, _, better)| (nearness, better)).collect()
}

/// How near, how rarely used, and what.
type Near = (Nearness, std::cmp::Reverse<u32>, String);

fn is_pinyin(term: &str) -> bool {
    term.len() >= 2 && term.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
}

/// The words that a term of letters spells.
fn spelt(engine: &Engine, term: &str) -> Vec<Near> {
    let Lexicon { words, readings } = &engine.lexicon;
    let letter = term.chars().next().map_or(0, |c| readings.first_letters(c));
    let spells =
        |text: &str, letters| letters & letter != 0 && readings.spells(term, text) == Some(Spelt::Whole);
    let spelt = words.iter().filter(|word| spells(&word.text, word.letters));
    spelt.map(|word| (Nearness::Sound, std::cmp::Reverse(word.articles), word.text.clone())).collect()
}

/// The term with one of its stretches replaced by a near word.
fn by_words(engine: &Engine, term: &str) -> Vec<Near> {
    let Lexicon { words, readings } = &engine.lexicon;
    let chars: Vec<char> = term.chars().collect();
    let mut near = Vec::new();
    // A word without any character of the term is not looked at: nearly all are such.
    for word in words.iter().filter(|word| word.text.chars().any(|c| chars.contains(&c))) {
        let wanted: Vec<char> = word.text.chars().collect();
        for start in 0..(chars.len() + 1).saturating_sub(wanted.len()) {
            let (before, rest) = chars.split_at(start);
            let (window, after) = rest.split_at(wanted.len());
            if let Some(nearness) = nearness(readings, window, &wanted) {
                let better: String = before.iter().chain(&wanted).chain(after).collect();
                near.push((nearness, std::cmp::Reverse(word.articles), better));
            }
        }
        if missing_one(&chars, &wanted) {
            near.push((Nearness::Count, std::cmp::Reverse(word.articles), word.text.clone()));
        }
    }
    near.retain(|(_, _, better)| engine.index.articles_with(better) > 0);
    near
}

/// The term with one character replaced by another that stands between the same neighbours somewhere: names
/// are no words of the dictionary.
fn by_characters(engine: &Engine, term: &str, near: &mut Vec<Near>) {
    let index = &engine.index;
    let chars: Vec<char> = term.chars().collect();
    if !(2..=REPLACED).contains(&chars.len()) {
        return;
    }
    let mut may_be: Vec<(Nearness, std::cmp::Reverse<u32>, usize, char)> = Vec::new();
    for at in 0..chars.len() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let alike = |other: char| engine.lexicon.readings.sound_alike(chars[at], other);
        // Of two characters, one is no likeness; and a term is rarely begun with another sound.
        let may = |other: char| {
            other != chars[at] && is_ideograph(other) && ((at > 0 && chars.len() > 2) || alike(other))
        };
        let between = index.standing_between(before.copied(), chars.get(at + 1).copied(), may);
        may_be.extend(between.into_iter().map(|(other, most)| {
            let nearness = if alike(other) { Nearness::Sound } else { Nearness::Other };
            (nearness, std::cmp::Reverse(most), at, other)
        }));
    }
    // Those that may be used most are looked up, until enough of them stand somewhere.
    may_be.sort_unstable();
    let mut standing = 0;
    for (nearness, _, at, other) in may_be.into_iter().take(LOOKED_UP) {
        let better: String =
            chars.iter().enumerate().map(|(place, &c)| if place == at { other } else { c }).collect();
        let articles = index.articles_with(&better);
        if articles > 0 {
            near.push((nearness, std::cmp::Reverse(articles), better));
            standing += 1;
        }
        if standing == TRIED {
            break;
        }
    }
}

/// How near two runs of characters are; `None` where they are the same or farther apart than one step.
fn nearness(readings: &Readings, typed: &[char], word: &[char]) -> Option<Nearness> {
    if typed.len() != word.len() {
        return missing_one(typed, word).then_some(Nearness::Count);
    }
    let apart: Vec<usize> = (0..word.len()).filter(|&at| typed[at] != word[at]).collect();
    match *apart {
        [] => None,
        [one] => Some(if readings.sound_alike(typed[one], word[one]) {
            Nearness::Sound
        } else if word.len() > 2 {
            Nearness::Other
        } else {
            // Of two characters, one is no likeness.
            return None;
        }),
        [one, two] if two == one + 1 && typed[one] == word[two] && typed[two] == word[one] => {
            Some(Nearness::Order)
        }
        _ => apart.iter().all(|&at| readings.sound_alike(typed[at], word[at])).then_some(Nearness::Sound),
    }
}

/// Whether the longer of two runs is the shorter one and one more character.
fn missing_one(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || long.len() != short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short[same..] == long[same + 1..]
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    fn check(typed: &str, word: &str, expected: Option<Nearness>) {
        let readings = Readings::of(typed.chars().chain(word.chars()));
        let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
        assert_eq!(nearness(&readings, &typed, &word), expected, "{typed:?} for {word:?}");
    }

    #[test]
    fn one_step() {
        check("送青凉", "送清凉", Some(Nearness::Sound));
        check("宋青凉", "送清凉", Some(Nearness::Sound));
        check("送热凉", "送清凉", Some(Nearness::Other));
        check("送凉清", "送清凉", Some(Nearness::Order));
        check("送凉", "送清凉", Some(Nearness::Count));
        check("送清清凉", "送清凉", Some(Nearness::Count));
        check("送清凉", "送清凉", None);
        check("送温暖", "送清凉", None);
        check("慰劳", "慰问", None);
    }
}
