//! Completions for what stands at the caret, the best first.

use super::fragment::{Fragment, fragment};
use super::lexicon::Lexicon;
use super::{Completion, CompletionKind};
use crate::search::index::{Index, Part};
use crate::search::query::FilterKey;
use crate::search::{ArticleIx, Columns, Engine};
use crate::text::{Readings, Spelt, fold};

/// How many titles are offered at most.
const TITLES: usize = 2;
/// How many values of one filter are offered beside words.
const VALUES: usize = 2;

/// How what is being typed may go on: at most `limit`, the best first. `caret` counts bytes.
///
/// ```
/// use gongxun::corpus::Corpus;
/// use gongxun::search::{Engine, complete};
/// use gongxun::text::Segmenter;
/// let engine = Engine::build(&Corpus::new("空"), &Segmenter::from_dict("工会 5\n")?);
/// let offered = complete(&engine, "地", "地".len(), 8);
/// assert_eq!(offered[0].applied("地").0, "地区:");
/// # Ok::<(), gongxun::text::SegmentError>(())
/// ```
pub fn complete(engine: &Engine, typed: &str, caret: usize, limit: usize) -> Vec<Completion> {
    let Some(fragment) = fragment(typed, caret) else { return Vec::new() };
    if let Some(key) = fragment.key {
        return values_of(engine, &fragment, key, limit);
    }
    let mut offers: Vec<Completion> = Vec::new();
    for tail in tails(engine, &fragment) {
        let mut more = words_and_names(engine, &tail, limit);
        more.retain(|new| offers.iter().all(|old| old.applied(typed) != new.applied(typed)));
        offers.append(&mut more);
        if offers.len() >= limit {
            break;
        }
    }
    offers.truncate(limit);
    offers
}

/// The fragment, then what is left of it after its first words: people type without spaces.
fn tails<'t>(engine: &Engine, whole: &Fragment<'t>) -> Vec<Fragment<'t>> {
    let mut tails = vec![whole.clone()];
    let folded = fold(whole.text);
    let mut at = 0;
    for word in engine.segmenter.words(&folded.text) {
        at += word.len();
        let left = folded.text.get(at..).unwrap_or_default();
        if left.is_empty() {
            break;
        }
        let start = folded.original(at..folded.text.len()).start;
        let text = whole.text.get(start..).unwrap_or_default();
        tails.push(Fragment { text, at: whole.at.start + start..whole.at.end, key: None, alone: false });
    }
    tails
}

/// How well something fits, the better the smaller: how it is spelt, then how it was typed; then use, rarely
/// used last.
type Fit = (u8, std::cmp::Reverse<u32>);

fn words_and_names(engine: &Engine, fragment: &Fragment<'_>, limit: usize) -> Vec<Completion> {
    let typed = fold(fragment.text).text;
    if typed.is_empty() {
        return Vec::new();
    }
    let Lexicon { words, readings } = &engine.lexicon;
    let made = |text: &str, kind, count, insert: String| Completion {
        text: text.to_owned(),
        kind,
        count,
        replaced: fragment.at.clone(),
        insert,
    };
    let mut found: Vec<(Fit, Completion)> = Vec::new();
    let spelling = Spelling::new(&typed, readings);
    for word in words {
        if word.text != typed
            && let Some(fit) = spelling.fit(&word.text, Some(word.letters))
        {
            let made = made(&word.text, CompletionKind::Word, word.articles, word.text.clone());
            found.push(((fit, std::cmp::Reverse(word.articles)), made));
        }
    }
    best(&mut found, limit);
    if fragment.alone {
        for key in FilterKey::ALL {
            let mut named: Vec<(Fit, Completion)> = Vec::new();
            for (name, count) in values(&engine.columns, key) {
                if let Some(fit) = spelling.fit(&fold(name).text, None) {
                    let kind = CompletionKind::Value(key);
                    let insert = format!("{}:{}", key.word(), quoted(name));
                    named.push(((fit, std::cmp::Reverse(count)), made(name, kind, count, insert)));
                }
            }
            best(&mut named, VALUES);
            found.append(&mut named);
            if spelling.fit(key.word(), None).is_some_and(|fit| fit < CONTAINS) {
                let insert = format!("{}:", key.word());
                let made = made(key.word(), CompletionKind::Key(key), 0, insert);
                found.push(((SOUNDS_WHOLE, std::cmp::Reverse(0)), made));
            }
        }
        let titles = titles(&engine.index, &typed, &spelling);
        found.extend(titles.into_iter().map(|(fit, article, title)| {
            let made = made(&title, CompletionKind::Title(article), 1, title.clone());
            ((fit, std::cmp::Reverse(0)), made)
        }));
    }
    best(&mut found, limit);
    found.into_iter().map(|(_, made)| made).collect()
}

/// The values of a filter that go on as typed; all, most used first, where nothing is typed yet.
fn values_of(engine: &Engine, fragment: &Fragment<'_>, key: FilterKey, limit: usize) -> Vec<Completion> {
    let typed = fold(fragment.text).text;
    let spelling = Spelling::new(&typed, &engine.lexicon.readings);
    let mut found: Vec<(Fit, Completion)> = Vec::new();
    for (name, count) in values(&engine.columns, key) {
        let folded = fold(name).text;
        let fit = if typed.is_empty() { Some(0) } else { spelling.fit(&folded, None) };
        if let Some(fit) = fit.filter(|_| folded != typed) {
            let made = Completion {
                text: name.to_owned(),
                kind: CompletionKind::Value(key),
                count,
                replaced: fragment.at.clone(),
                insert: quoted(name),
            };
            found.push(((fit, std::cmp::Reverse(count)), made));
        }
    }
    best(&mut found, limit);
    found.into_iter().map(|(_, made)| made).collect()
}

/// A value as it can be read back: in quotes where white space or a bar would end it.
fn quoted(name: &str) -> String {
    if name.contains(|c: char| c.is_whitespace() || matches!(c, '|' | '｜')) {
        format!("“{name}”")
    } else {
        name.to_owned()
    }
}

fn best(found: &mut Vec<(Fit, Completion)>, limit: usize) {
    found.sort_by(|(a, one), (b, other)| {
        let kinds = one.kind.cmp(&other.kind);
        a.cmp(b).then(kinds).then(one.text.len().cmp(&other.text.len())).then(one.text.cmp(&other.text))
    });
    found.truncate(limit);
}

/// The values of a filter that occur, with how many activities each holds for. Periods are not listed.
fn values(columns: &Columns, key: FilterKey) -> Vec<(&str, u32)> {
    fn counted(list: &[String], numbers: impl Iterator<Item = u32>) -> Vec<(&str, u32)> {
        let mut counts = vec![0; list.len()];
        for number in numbers {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
        list.iter().map(String::as_str).zip(counts).collect()
    }
    let rows = || columns.activities.iter();
    match key {
        FilterKey::Type => counted(&columns.types, rows().flat_map(|row| columns.types_of(row)).copied()),
        FilterKey::Audience => {
            counted(&columns.audiences, rows().flat_map(|row| columns.audiences_of(row)).copied())
        }
        FilterKey::Organiser => {
            counted(&columns.organisers, rows().flat_map(|row| columns.organisers_of(row)).copied())
        }
        FilterKey::Source => {
            let article = |at: ArticleIx| columns.articles.get(at.0 as usize);
            let of = rows().filter_map(|row| article(row.article));
            counted(&columns.sources, of.flat_map(|row| columns.sources_of(row)))
        }
        FilterKey::Place => {
            let mut counts = vec![0; columns.units.len()];
            for number in rows().flat_map(|row| columns.units_of(row)) {
                if let Some(count) = counts.get_mut(*number as usize) {
                    *count += 1;
                }
            }
            let counts = columns.units.iter().zip(counts);
            counts.filter_map(|(unit, count)| Some((columns.unit_names.get(unit)?.as_str(), count))).collect()
        }
        FilterKey::Date => Vec::new(),
    }
}

/// The titles that go on as typed or contain it, newest first.
fn titles(index: &Index, typed: &str, spelling: &Spelling<'_>) -> Vec<(u8, ArticleIx, String)> {
    let mut found: Vec<(u8, ArticleIx, String)> = Vec::new();
    let pattern = index.pattern(typed);
    for (doc, &article) in (0u32..).zip(&index.order) {
        let range = index.texts.range(doc, Part::Title);
        let holds = pattern.as_ref().is_some_and(|typed| index.texts.find(range.clone(), typed).is_some());
        // Titles are many: only one that begins with the right letter is spelt out.
        let begins = || {
            let start = index.texts.bytes.get(range.start..range.end.min(range.start + 3));
            let first = index.alphabet.text(start.unwrap_or_default()).chars().next();
            first.is_some_and(|c| spelling.readings.first_letters(c) & spelling.letter != 0)
        };
        if !(holds || spelling.by_sound && begins()) {
            continue;
        }
        let Some(title) = index.fields(doc).next() else { continue };
        let fit = if title == typed { None } else { spelling.fit(&title, None) };
        if let Some(fit) = fit.filter(|fit| found.len() < TITLES || *fit < BEGINS_SOUND) {
            found.push((fit, article, title));
        }
    }
    found.sort_by_key(|(fit, ..)| *fit);
    found.truncate(TITLES);
    found
}

const BEGINS: u8 = 0;
const SOUNDS_WHOLE: u8 = 1;
const BEGINS_SOUND: u8 = 2;
const CONTAINS: u8 = 3;

/// What was typed, ready to be held against many texts.
struct Spelling<'t> {
    typed: &'t str,
    readings: &'t Readings,
    /// Whether letters were typed that may be pinyin.
    by_sound: bool,
    letter: u32,
}

impl<'t> Spelling<'t> {
    fn new(typed: &'t str, readings: &'t Readings) -> Spelling<'t> {
        let by_sound = typed.chars().any(|c| c.is_ascii_lowercase());
        let letter = typed.chars().next().map_or(0, |c| readings.first_letters(c));
        Spelling { typed, readings, by_sound, letter }
    }

    /// How a folded text fits; `letters` are those that it may begin with, where they are known.
    fn fit(&self, text: &str, letters: Option<u32>) -> Option<u8> {
        if text.starts_with(self.typed) {
            return Some(BEGINS);
        }
        if self.by_sound && letters.is_none_or(|letters| letters & self.letter != 0) {
            match self.readings.spells(self.typed, text) {
                Some(Spelt::Whole) => return Some(SOUNDS_WHOLE),
                Some(Spelt::Begins) => return Some(BEGINS_SOUND),
                None => {}
            }
        }
        let long = self.typed.chars().nth(1).is_some();
        (long && text.contains(self.typed)).then_some(CONTAINS)
    }
}
