//! Completions for what stands at the caret, the best first.

use std::collections::{BTreeMap, BTreeSet};

use super::fragment::{Fragment, fragment};
use super::lexicon::{Lexicon, Word};
use super::spelling::{BEGINS, CONTAINS, SOUNDS_WHOLE, Spelling};
use super::titles::titles;
use super::{Completion, CompletionKind};
use crate::search::query::FilterKey;
use crate::search::{Columns, Engine};
use crate::text::fold;

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
    let spelling = Spelling::new(&typed, readings);
    let mut found: Vec<(Fit, Completion)> = Vec::new();
    for (fit, word) in fitting(words, &spelling, limit) {
        let made = made(&word.text, CompletionKind::Word, word.articles, word.text.clone());
        found.push(((fit, std::cmp::Reverse(word.articles)), made));
    }
    if fragment.alone {
        for key in FilterKey::ALL {
            let mut named: Vec<(Fit, Completion)> = Vec::new();
            for (name, (fit, count)) in values(&engine.columns, key, |name| spelling.fit(name)) {
                let kind = CompletionKind::Value(key);
                let insert = format!("{}:{}", key.word(), quoted(name));
                named.push(((fit, std::cmp::Reverse(count)), made(name, kind, count, insert)));
            }
            best(&mut named, VALUES);
            found.append(&mut named);
            if spelling.fit(key.word()).is_some_and(|fit| fit < CONTAINS) {
                let insert = format!("{}:", key.word());
                let made = made(key.word(), CompletionKind::Key(key), 0, insert);
                found.push(((SOUNDS_WHOLE, std::cmp::Reverse(0)), made));
            }
        }
        found.extend(titles(&engine.index, &spelling).into_iter().map(|(fit, article, title)| {
            let made = made(&title, CompletionKind::Title(article), 1, title.clone());
            ((fit, std::cmp::Reverse(0)), made)
        }));
    }
    best(&mut found, limit);
    found.into_iter().map(|(_, made)| made).collect()
}

/// The words that go on as typed, the best first: at most so many.
fn fitting<'w>(words: &'w [Word], spelling: &Spelling<'_>, limit: usize) -> Vec<(u8, &'w Word)> {
    let typed = spelling.typed;
    let first = words.partition_point(|word| word.text.as_str() < typed);
    let begin = words.iter().skip(first).take_while(|word| word.text.starts_with(typed));
    let mut found: Vec<(u8, &Word)> =
        begin.filter(|word| word.text != typed).map(|word| (BEGINS, word)).collect();
    if spelling.by_sound {
        let sounding = words.iter().filter(|word| word.letters & spelling.letter != 0);
        let sounding = sounding.filter(|word| !word.text.starts_with(typed));
        found.extend(sounding.filter_map(|word| Some((spelling.by_sound(&word.text)?, word))));
    }
    if spelling.long && found.len() < limit {
        let inside = memchr::memmem::Finder::new(typed);
        let others = words.iter().filter(|word| inside.find(word.text.as_bytes()).is_some_and(|at| at > 0));
        let others = others.filter(|word| !(spelling.by_sound && spelling.by_sound(&word.text).is_some()));
        found.extend(others.map(|word| (CONTAINS, word)));
    }
    let better = |(a, one): &(u8, &Word), (b, other): &(u8, &Word)| {
        let use_first = a.cmp(b).then(other.articles.cmp(&one.articles));
        use_first.then(one.text.len().cmp(&other.text.len())).then_with(|| one.text.cmp(&other.text))
    };
    if limit < found.len() {
        found.select_nth_unstable_by(limit, better);
        found.truncate(limit);
    }
    found.sort_unstable_by(better);
    found
}

/// The values of a filter that go on as typed; all, most used first, where nothing is typed yet.
fn values_of(engine: &Engine, fragment: &Fragment<'_>, key: FilterKey, limit: usize) -> Vec<Completion> {
    let typed = fold(fragment.text).text;
    let spelling = Spelling::new(&typed, &engine.lexicon.readings);
    let fit = |name: &str| match typed.is_empty() {
        true => Some(BEGINS),
        false => spelling.fit(name).filter(|_| name != typed),
    };
    let made = |(name, (fit, count)): (&str, (u8, u32))| {
        let made = Completion {
            text: name.to_owned(),
            kind: CompletionKind::Value(key),
            count,
            replaced: fragment.at.clone(),
            insert: quoted(name),
        };
        ((fit, std::cmp::Reverse(count)), made)
    };
    let mut found: Vec<(Fit, Completion)> = values(&engine.columns, key, fit).into_iter().map(made).collect();
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

/// The best, each of what they put in the field once.
fn best(found: &mut Vec<(Fit, Completion)>, limit: usize) {
    found.sort_by(|(a, one), (b, other)| {
        let kinds = one.kind.cmp(&other.kind);
        a.cmp(b).then(kinds).then(one.text.len().cmp(&other.text.len())).then(one.text.cmp(&other.text))
    });
    let mut seen = BTreeSet::new();
    found.retain(|(_, made)| seen.len() < limit && seen.insert(made.insert.clone()));
}

/// The values of a filter that occur and fit when folded, with how well and how many activities each holds for; units
/// of one name, of before and after a change, are one value. Periods are not listed.
fn values(columns: &Columns, key: FilterKey, fit: impl Fn(&str) -> Option<u8>) -> BTreeMap<&str, (u8, u32)> {
    let names: Vec<Option<&str>> = match key {
        FilterKey::Place => {
            columns.units.iter().map(|unit| columns.unit_names.get(unit).map(String::as_str)).collect()
        }
        FilterKey::Type => some(&columns.types),
        FilterKey::Audience => some(&columns.audiences),
        FilterKey::Organiser => some(&columns.organisers),
        FilterKey::Source => some(&columns.sources),
        FilterKey::Date => Vec::new(),
    };
    let fitting: Vec<Option<(&str, u8)>> =
        names.into_iter().map(|name| Some((name?, fit(&fold(name?).text)?))).collect();
    let mut values = BTreeMap::new();
    if fitting.iter().all(Option::is_none) {
        return values;
    }
    let mut counts = vec![0; fitting.len()];
    for row in &columns.activities {
        let numbers = match key {
            FilterKey::Place => columns.units_of(row),
            FilterKey::Type => columns.types_of(row),
            FilterKey::Audience => columns.audiences_of(row),
            FilterKey::Organiser => columns.organisers_of(row),
            FilterKey::Source => {
                let article = columns.articles.get(row.article.0 as usize);
                for number in article.into_iter().flat_map(|article| columns.sources_of(article)) {
                    add(&mut counts, number);
                }
                continue;
            }
            FilterKey::Date => continue,
        };
        numbers.iter().for_each(|number| add(&mut counts, *number));
    }
    for ((name, fit), count) in fitting.into_iter().zip(counts).filter_map(|(one, count)| Some((one?, count)))
    {
        values.entry(name).or_insert((fit, 0)).1 += count;
    }
    values
}

fn some(names: &[String]) -> Vec<Option<&str>> {
    names.iter().map(|name| Some(name.as_str())).collect()
}

fn add(counts: &mut [u32], number: u32) {
    if let Some(count) = counts.get_mut(number as usize) {
        *count += 1;
    }
}
