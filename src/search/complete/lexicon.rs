//! The lexicon (词表): the words of a corpus with how many articles use each, and how characters are read.
//! Made when a corpus is packaged, kept in the index. This module does not know what is being typed.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::search::Columns;
use crate::search::index::Index;
use crate::search::query::FilterKey;
use crate::text::{Readings, Segmenter, fold, is_ideograph};

/// How many words are kept: the most used.
const WORDS: usize = 20_000;
/// How long a word is that is worth offering, in characters.
const CHARS: std::ops::RangeInclusive<usize> = 2..=12;

/// The words of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::search) struct Lexicon {
    /// Words, sorted.
    pub(in crate::search) words: Vec<Word>,
    /// Of every ideograph of the corpus.
    pub(in crate::search) readings: Readings,
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Word {
    /// Folded.
    pub(in crate::search) text: String,
    /// How many articles use it.
    pub(in crate::search) articles: u32,
    /// The letters that it may be typed by, as [`Readings::first_letters`] has them.
    pub(in crate::search) letters: u32,
}

impl Lexicon {
    /// The words of an index: those of the segmenter, those that the texts put in quotation marks twice or
    /// more (“送清凉”), and the names of filters' values that stand in the texts.
    pub(in crate::search) fn build(index: &Index, columns: &Columns, segmenter: &Segmenter) -> Lexicon {
        let mut used: FxHashMap<String, u32> = FxHashMap::default();
        let mut quoted: BTreeMap<String, u32> = BTreeMap::new();
        for doc in 0..index.docs() {
            let fields: Vec<String> = index.fields(doc).collect();
            let mut here: Vec<&str> = fields.iter().flat_map(|field| segmenter.words(field)).collect();
            here.sort_unstable();
            here.dedup();
            for word in here {
                match used.get_mut(word) {
                    Some(count) => *count += 1,
                    None => drop(used.insert(word.to_owned(), 1)),
                }
            }
            let titles: BTreeSet<&str> = fields.iter().flat_map(|field| quotations(field)).collect();
            for title in titles {
                *quoted.entry(title.to_owned()).or_insert(0) += 1;
            }
        }
        used.retain(|word, _| is_word(word));
        let twice = quoted.into_iter().filter(|(_, count)| *count > 1).map(|(title, _)| title);
        let lists = [&columns.types, &columns.audiences];
        let names = lists.into_iter().flatten().chain(columns.unit_names.values());
        let names = names.map(|name| fold(name).text).filter(|name| is_word(name));
        for name in twice.chain(names) {
            let count = index.articles_with(&name);
            if count > 0 {
                used.insert(name, count);
            }
        }
        let mut words: Vec<(String, u32)> = used.into_iter().collect();
        words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.truncate(WORDS);
        words.sort_unstable();
        let lists = [&columns.types, &columns.audiences, &columns.organisers, &columns.sources];
        let keys = FilterKey::ALL.map(FilterKey::word);
        let names = lists.into_iter().flatten().chain(columns.unit_names.values()).map(String::as_str);
        let named = names.chain(keys).flat_map(|name| fold(name).text.chars().collect::<Vec<_>>());
        let chars: BTreeSet<char> = index.alphabet.chars().iter().copied().chain(named).collect();
        let readings = Readings::of(chars.into_iter().filter(|c| is_ideograph(*c)));
        Lexicon::new(words, readings)
    }

    /// The words of other parts beside these; how they are read is known of these characters alone.
    pub(in crate::search) fn put(&mut self, others: &[&Lexicon]) {
        let mut words: BTreeMap<String, u32> =
            self.words.drain(..).map(|word| (word.text, word.articles)).collect();
        for word in others.iter().flat_map(|other| &other.words) {
            *words.entry(word.text.clone()).or_insert(0) += word.articles;
        }
        *self = Lexicon::new(words.into_iter().collect(), std::mem::take(&mut self.readings));
    }

    /// Words with how many articles use each, sorted.
    pub(in crate::search) fn new(words: Vec<(String, u32)>, readings: Readings) -> Lexicon {
        let letters = |text: &str| text.chars().next().map_or(0, |c| readings.first_letters(c));
        let words = words
            .into_iter()
            .map(|(text, articles)| Word { letters: letters(&text), text, articles })
            .collect();
        Lexicon { words, readings }
    }
}

/// Whether a run of characters is worth offering: of letters and ideographs, not of figures alone.
fn is_word(text: &str) -> bool {
    CHARS.contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric())
        && text.chars().any(char::is_alphabetic)
        && !text.chars().all(|c| "一二三四五六七八九十百千万亿年月日个名次".contains(c))
}

/// What stands in quotation marks and is a word.
fn quotations(text: &str) -> impl Iterator<Item = &str> {
    let opened = text.split('“').skip(1);
    opened.filter_map(|rest| rest.split_once('”')).map(|(inside, _)| inside).filter(|inside| is_word(inside))
}
