//! Pinyin without tones: the readings of characters, and whether what was typed spells a text, by full
//! syllables, by initials or by both mixed (`songql`, `sql` → 送清凉).
//!
//! The table of all characters weighs more than all of the browser's program, so it is compiled into the
//! native command alone; the browser has the characters of its corpus, packed. This module does not know
//! what a word is.

/// How many readings of a character count; those after it are rare.
const READINGS: usize = 3;
/// The number of no syllable.
const NONE: u16 = u16::MAX;

/// The readings of some characters.
///
/// ```
/// use gongxun::text::{Readings, Spelt};
/// let readings = Readings::from_rows([("送", "song"), ("清", "qing"), ("凉", "liang")]);
/// assert_eq!(readings.spells("songq", "送清凉"), Some(Spelt::Begins));
/// assert_eq!(readings.spells("sql", "送清凉"), Some(Spelt::Whole));
/// assert_eq!(readings.spells("ssl", "送清凉"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// Every syllable that occurs, sorted.
    syllables: Vec<String>,
    /// Every character with its syllables by number, the usual one first, [`NONE`] behind the last; sorted.
    of: Vec<(char, [u16; READINGS])>,
}

/// How far what was typed spells a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelt {
    /// To its end.
    Whole,
    /// Its beginning.
    Begins,
}

impl Readings {
    /// The readings of these characters, as far as they have any.
    #[cfg(feature = "cli")]
    pub fn of(chars: impl IntoIterator<Item = char>) -> Readings {
        use pinyin::ToPinyinMulti;
        let plain = |c: char| {
            let mut all: Vec<String> = Vec::new();
            for reading in c.to_pinyin_multi().into_iter().flatten() {
                let reading = reading.plain().replace('ü', "v");
                if !all.contains(&reading) && all.len() < READINGS {
                    all.push(reading);
                }
            }
            (c, all)
        };
        Readings::new(chars.into_iter().map(plain).collect())
    }

    /// The readings of these characters: none, the table is not here.
    #[cfg(not(feature = "cli"))]
    pub fn of(_chars: impl IntoIterator<Item = char>) -> Readings {
        Readings::default()
    }

    /// Characters, each string of them with its readings, apart by spaces.
    pub fn from_rows<'r>(rows: impl IntoIterator<Item = (&'r str, &'r str)>) -> Readings {
        let mut all = Vec::new();
        for (chars, readings) in rows {
            let readings: Vec<String> = readings.split(' ').take(READINGS).map(str::to_owned).collect();
            all.extend(chars.chars().map(|c| (c, readings.clone())));
        }
        Readings::new(all)
    }

    fn new(mut rows: Vec<(char, Vec<String>)>) -> Readings {
        rows.retain(|(_, readings)| !readings.is_empty() && readings.iter().all(|one| is_syllable(one)));
        let mut syllables: Vec<String> =
            rows.iter().flat_map(|(_, readings)| readings.iter().cloned()).collect();
        syllables.sort_unstable();
        syllables.dedup();
        let number = |reading: &String| syllables.binary_search(reading).ok().map(|at| at as u16);
        let numbers = |readings: &Vec<String>| {
            let mut numbers = [NONE; READINGS];
            for (at, number) in numbers.iter_mut().zip(readings.iter().filter_map(number)) {
                *at = number;
            }
            numbers
        };
        let mut of: Vec<(char, [u16; READINGS])> = rows.iter().map(|(c, all)| (*c, numbers(all))).collect();
        of.sort_by_key(|(c, _)| *c);
        of.dedup_by_key(|(c, _)| *c);
        Readings { syllables, of }
    }

    /// Every character with its readings as one string, apart by spaces; sorted.
    pub fn rows(&self) -> Vec<(char, String)> {
        self.of.iter().map(|&(c, _)| (c, self.readings(c).collect::<Vec<_>>().join(" "))).collect()
    }

    /// The readings of a character, the usual one first.
    pub fn readings(&self, c: char) -> impl Iterator<Item = &str> {
        let numbers = self.numbers(c).into_iter().flatten();
        numbers.filter_map(|&number| self.syllables.get(usize::from(number)).map(String::as_str))
    }

    fn numbers(&self, c: char) -> Option<&[u16; READINGS]> {
        let at = self.of.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        self.of.get(at).map(|(_, numbers)| numbers)
    }

    /// Whether two characters share a reading.
    pub fn sound_alike(&self, a: char, b: char) -> bool {
        let (Some(a), Some(b)) = (self.numbers(a), self.numbers(b)) else { return false };
        a.iter().any(|reading| *reading != NONE && b.contains(reading))
    }

    /// The letters that a character may be typed by, as bits; itself where it is a letter or figure.
    pub fn first_letters(&self, c: char) -> u32 {
        let own = if c.is_ascii_lowercase() { 1 << (c as u32 - 'a' as u32) } else { 0 };
        self.readings(c)
            .filter_map(|reading| reading.bytes().next())
            .fold(own, |letters, letter| letters | 1 << u32::from(letter.wrapping_sub(b'a') & 31))
    }

    /// Whether small letters, figures and characters spell a folded text from its start. Each character is
    /// spelt by itself, by a reading, or by the initial of one.
    pub fn spells(&self, typed: &str, text: &str) -> Option<Spelt> {
        self.spells_from(typed, text, &mut 400)
    }

    /// `steps` bounds the ways that are tried: a text of `aaaa…` has very many.
    fn spells_from(&self, typed: &str, text: &str, steps: &mut u32) -> Option<Spelt> {
        let Some(first) = typed.chars().next() else {
            return Some(if text.is_empty() { Spelt::Whole } else { Spelt::Begins });
        };
        let c = text.chars().next()?;
        let rest = &text[c.len_utf8()..];
        *steps = steps.checked_sub(1)?;
        let mut best = None;
        let mut take = |found: Option<Spelt>| best = best.min(found).or(best).or(found);
        if first == c {
            take(self.spells_from(&typed[first.len_utf8()..], rest, steps));
        }
        // A space between syllables is no matter.
        if first == ' ' && c != ' ' {
            take(self.spells_from(&typed[1..], text, steps));
        }
        if first.is_ascii_lowercase() {
            for reading in self.readings(c) {
                // zhong, zh, z; where two of them are the same, one way is enough.
                let (whole, initial) = (reading.len(), initial(reading).len());
                for (length, other) in [(whole, true), (initial, initial < whole), (1, initial > 1)] {
                    if let Some(left) = typed.strip_prefix(&reading[..length]).filter(|_| other) {
                        take(self.spells_from(left, rest, steps));
                    }
                }
                // The last syllable is still being typed.
                if reading.len() > typed.len() && reading.starts_with(typed) {
                    take(Some(if rest.is_empty() { Spelt::Whole } else { Spelt::Begins }));
                }
            }
        }
        best
    }
}

/// `zh` of `zhong`, `s` of `song`, `a` of `an`.
fn initial(reading: &str) -> &str {
    let letters = if reading[1..].starts_with('h') { 2 } else { 1 };
    &reading[..letters]
}

fn is_syllable(reading: &str) -> bool {
    !reading.is_empty() && reading.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    fn check(typed: &str, text: &str, expected: Option<Spelt>) {
        let readings = Readings::of(text.chars());
        assert_eq!(readings.spells(typed, text), expected, "{typed} of {text}");
    }

    #[test]
    fn full_syllables_initials_and_both() {
        for typed in ["songqingliang", "sql", "sqliang", "songql", "song qing liang", "送ql", "送清凉"] {
            check(typed, "送清凉", Some(Spelt::Whole));
        }
        for typed in ["s", "so", "song", "songq", "sq", "送q"] {
            check(typed, "送清凉", Some(Spelt::Begins));
        }
        for typed in ["q", "songl", "sqlx", "凉"] {
            check(typed, "送清凉", None);
        }
    }

    #[test]
    fn any_usual_reading_will_do() {
        check("chongqing", "重庆", Some(Spelt::Whole));
        check("zhongd", "重点", Some(Spelt::Whole));
        check("cq", "重庆", Some(Spelt::Whole));
        check("lvse", "绿色", Some(Spelt::Whole));
    }

    #[test]
    fn sounds() {
        let readings = Readings::of("青清情送".chars());
        assert!(readings.sound_alike('青', '清') && !readings.sound_alike('青', '送'));
    }

    #[test]
    fn rows_read_back() {
        let readings = Readings::of("重庆市总工会工".chars());
        let rows = readings.rows();
        let again: Vec<(String, String)> = rows.into_iter().map(|(c, all)| (c.to_string(), all)).collect();
        let rows = again.iter().map(|(c, all)| (c.as_str(), all.as_str()));
        assert_eq!(Readings::from_rows(rows), readings);
    }

    #[test]
    fn long_ambiguous_text_ends() {
        check(&format!("{}x", "a".repeat(200)), &"啊".repeat(300), None);
    }
}
