//! Corpus → index.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::alphabet::{Alphabet, END};
use super::grams::{Grams, alone, gram};
use super::texts::Texts;
use super::{Index, TITLE_WEIGHT, phrases};
use crate::corpus::{Article, At, Corpus, Part};
use crate::search::{ArticleIx, Columns};
use crate::text::{Folded, fold};

/// Reads a corpus. Equal corpora make equal indexes.
pub(in crate::search) fn build(corpus: &Corpus, columns: &Columns) -> Index {
    let articles: Vec<&Article> = corpus.articles().map(|(_, article)| article).collect();
    let order = newest_first(columns);
    let documents: Vec<Document> =
        order.iter().map(|at| Document::new(corpus, columns, articles[at.0 as usize], *at)).collect();
    let alphabet = Alphabet::of(&counts(&documents));
    let lengths = documents.iter().map(|document| document.chars() as u32).collect();
    let numbers: Vec<Vec<u32>> = documents.iter().map(|document| document.numbers(&alphabet)).collect();
    let grams = grams(&documents, &numbers);
    let phrases = phrases::build(&numbers, &grams);
    let told = told(&alphabet, &documents, &grams, corpus.activities.len());
    let texts = texts(&alphabet, &documents, corpus.activities.len());
    Index { alphabet, grams, phrases, told, texts, order, lengths }
}

fn newest_first(columns: &Columns) -> Vec<ArticleIx> {
    let mut order: Vec<ArticleIx> = (0..columns.articles.len() as u32).map(ArticleIx).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(columns.articles[at.0 as usize].day()), *at));
    order
}

/// An article, folded.
struct Document {
    /// The title first, also where it is empty.
    fields: Vec<Folded>,
    /// Its activities, where it has several.
    told: Vec<Told>,
}

/// An activity, folded.
struct Told {
    number: usize,
    title: String,
    /// The field of the passage, and its bytes there, unfolded.
    passage: Option<(usize, [usize; 2])>,
}

impl Document {
    fn new(corpus: &Corpus, columns: &Columns, article: &Article, at: ArticleIx) -> Document {
        let title = [article.title.as_str()].into_iter();
        let rest = article.subtitle.as_deref().into_iter().chain(article.section.as_deref());
        let body = article.paragraphs.iter().map(String::as_str);
        let captions = article.captions.iter().map(|caption| caption.text.as_str());
        let fields = title.chain(rest).chain(body).chain(captions).map(fold).collect();
        let activities = columns.activities_of(&columns.articles[at.0 as usize]);
        let told = activities.iter().filter(|_| activities.len() > 1).map(|activity| {
            let number = activity.0 as usize;
            let activity = &corpus.activities[number];
            let passage = article.passage(&activity.at).and(field_of(article, &activity.at));
            let passage = passage.map(|field| (field, activity.at.range));
            Told { number, title: fold(&activity.title).text, passage }
        });
        Document { fields, told: told.collect() }
    }

    /// The characters' numbers as grams have them, a 0 after each field.
    fn numbers(&self, alphabet: &Alphabet) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(self.chars() + self.fields.len());
        for field in &self.fields {
            numbers.extend(field.text.chars().map(|c| alphabet.gram_number(c)));
            numbers.push(0);
        }
        numbers
    }

    fn chars(&self) -> usize {
        self.fields.iter().map(|field| field.text.chars().count()).sum()
    }
}

/// The number of the field in which a stretch lies.
fn field_of(article: &Article, at: &At) -> Option<usize> {
    let body = 1 + usize::from(article.subtitle.is_some()) + usize::from(article.section.is_some());
    match at.part {
        Part::Title => Some(0),
        Part::Subtitle => article.subtitle.is_some().then_some(1),
        Part::Paragraph => Some(body + at.index),
        Part::Caption => Some(body + article.paragraphs.len() + at.index),
    }
}

fn counts(documents: &[Document]) -> HashMap<char, u64> {
    let mut main = vec![0u64; 0x1_0000];
    let mut counts = HashMap::new();
    for document in documents {
        let titles = document.told.iter().map(|told| told.title.as_str());
        for text in document.fields.iter().map(|field| field.text.as_str()).chain(titles) {
            for c in text.chars() {
                match main.get_mut(c as usize) {
                    Some(count) => *count += 1,
                    None => *counts.entry(c).or_insert(0) += 1,
                }
            }
        }
    }
    let seen = (0u32..).zip(main).filter(|(_, count)| *count > 0);
    counts.extend(seen.filter_map(|(c, count)| Some((char::from_u32(c)?, count))));
    counts
}

/// A character that stands so many times as there are articles is listed by itself: its grams are very many.
const OFTEN: u64 = 6;
/// In fewer articles than this, none is.
const LISTED: usize = 4096;

fn grams(documents: &[Document], numbers: &[Vec<u32>]) -> Grams {
    let listed = listed(numbers);
    let mut places = Vec::new();
    let mut keys: Vec<(u32, u32)> = Vec::new();
    for (doc, (document, numbers)) in (0u32..).zip(documents.iter().zip(numbers)) {
        keys.clear();
        let title = document.fields[0].text.chars().count();
        for (at, pair) in numbers.windows(2).enumerate().filter(|(_, pair)| pair[0] > 0) {
            let weight = if at < title { TITLE_WEIGHT } else { 1 };
            keys.push((gram(pair[0], pair[1]), weight));
            if listed.get(pair[0] as usize) == Some(&true) {
                keys.push((alone(pair[0]), weight));
            }
        }
        keys.sort_unstable();
        for of_first in keys.chunk_by(|a, b| a.0 >> 16 == b.0 >> 16) {
            let other = of_first.last().is_some_and(|(gram, _)| gram & 0xFFFF != 0);
            for same in of_first.chunk_by(|a, b| a.0 == b.0).filter(|same| !other || same[0].0 & 0xFFFF != 0)
            {
                places.push((same[0].0, doc, same.iter().map(|(_, weight)| weight).sum()));
            }
        }
    }
    grouped(documents.len() as u32, true, places)
}

/// Which characters are listed by themselves.
fn listed(numbers: &[Vec<u32>]) -> Vec<bool> {
    if numbers.len() < LISTED {
        return Vec::new();
    }
    let mut counts = vec![0u64; 0x1_0000];
    for number in numbers.iter().flatten().filter(|number| **number > 0) {
        counts[*number as usize & 0xFFFF] += 1;
    }
    counts.into_iter().map(|count| count > OFTEN * numbers.len() as u64).collect()
}

/// The frequent grams and characters of what activities tell, where an article has several: the article's
/// title, the activity's and the passage.
fn told(alphabet: &Alphabet, documents: &[Document], grams: &Grams, activities: usize) -> Grams {
    let mut places: Vec<(u32, u32, u32)> = Vec::new();
    let mut keys: Vec<u32> = Vec::new();
    for document in documents {
        for Told { number, title, passage } in &document.told {
            keys.clear();
            let passage = passage.as_ref().map_or("", |(field, range)| {
                let folded = &document.fields[*field];
                &folded.text[folded.folded(range[0]..range[1])]
            });
            for text in [document.fields[0].text.as_str(), title, passage] {
                let mut last = 0;
                for next in text.chars().map(|c| alphabet.gram_number(c)) {
                    keys.extend((next > 0).then(|| alone(next)));
                    keys.extend((last > 0 && next > 0).then(|| gram(last, next)));
                    last = next;
                }
            }
            keys.sort_unstable();
            keys.dedup();
            places.extend(keys.iter().map(|&gram| (gram, *number as u32, 1)));
        }
    }
    let mut frequent = FxHashMap::default();
    places.retain(|(gram, ..)| {
        let count = || {
            let first = gram >> 16;
            if *gram == alone(first) { grams.count_of_first(first) } else { grams.count(*gram) }
        };
        *frequent.entry(*gram).or_insert_with(|| count() > super::FREQUENT)
    });
    grouped(activities as u32, false, places)
}

/// Grams out of places: gram, number, weight.
fn grouped(docs: u32, weighted: bool, mut places: Vec<(u32, u32, u32)>) -> Grams {
    // Each article's are in order: a stable sort merges them.
    places.sort_by_key(|(gram, doc, _)| (*gram, *doc));
    let lists: Vec<(u32, u32)> = places.iter().map(|(_, doc, weight)| (*doc, *weight)).collect();
    let mut at = 0;
    let groups = places.chunk_by(|a, b| a.0 == b.0).map(|group| {
        let from = at;
        at += group.len();
        (group[0].0, &lists[from..at])
    });
    Grams::build(docs, weighted, groups)
}

fn texts(alphabet: &Alphabet, documents: &[Document], activities: usize) -> Texts {
    let mut texts = Texts {
        starts: vec![0],
        told: vec![[0; 4]; activities],
        stops: alphabet.stops(),
        ..Texts::default()
    };
    let mut bytes = Vec::new();
    for document in documents {
        let mut starts = Vec::with_capacity(document.fields.len());
        for field in &document.fields {
            starts.push(bytes.len());
            put(alphabet, &field.text, &mut bytes);
            bytes.push(END);
        }
        texts.ends.push(bytes.len() as u32);
        for Told { number, title, passage } in &document.told {
            let start = bytes.len() as u32;
            put(alphabet, title, &mut bytes);
            let end = bytes.len() as u32;
            bytes.push(END);
            let [from, to] = passage.as_ref().map_or([0, 0], |(field, range)| {
                let folded = &document.fields[*field];
                let within = folded.folded(range[0]..range[1]);
                let size = |text: &str| {
                    let mut own = Vec::new();
                    put(alphabet, text, &mut own);
                    own.len()
                };
                let from = starts[*field] + size(&folded.text[..within.start]);
                [from as u32, (from + size(&folded.text[within])) as u32]
            });
            texts.told[*number] = [start, end, from, to];
        }
        texts.starts.push(bytes.len() as u32);
    }
    texts.bytes = bytes.into();
    texts.counted()
}

fn put(alphabet: &Alphabet, text: &str, bytes: &mut Vec<u8>) {
    for number in text.chars().filter_map(|c| alphabet.number(c)) {
        alphabet.write(number, bytes);
    }
}
