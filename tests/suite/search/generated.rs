//! The invented archive of `xtask/src/generate.rs` as a corpus.

use gongxun::corpus::{Activity, Article, Corpus};
use gongxun::text::dict;

use super::{activity, article, corpus, days, place};

#[path = "../../../xtask/src/generate.rs"]
#[allow(dead_code, unreachable_pub)]
mod generate;

/// So many articles, with their activities.
pub(crate) fn generated(seed: u64, count: usize) -> Corpus {
    let made: Vec<generate::Article> = generate::articles(dict::FULL, seed, count).collect();
    let dated = made.iter().map(|made| {
        let body: Vec<&str> = made.paragraphs.iter().map(String::as_str).collect();
        Article { date: Some(days(&made.date, &made.date)), ..article(made.number, &made.title, &body) }
    });
    let mut corpus = corpus(dated.collect());
    let mut activities = Vec::new();
    for made in &made {
        for told in &made.activities {
            let title: String = made.paragraphs[told.paragraph].chars().take(12).collect();
            let (name, code) = told.district;
            activities.push(Activity {
                date: Some(days(&told.date, &told.date)),
                places: vec![place(&code.to_string(), name)],
                types: vec![told.kind.to_owned()],
                audiences: vec![told.audience.to_owned()],
                ..activity(&corpus, made.number, told.paragraph, &title)
            });
        }
    }
    corpus.activities = activities;
    corpus
}

/// What [`few_characters`] is made of.
pub(crate) const FEW: [char; 5] = ['工', '会', '总', '区', '干'];

/// Short articles of few different characters, so that from some 4,100 of them lists of every kind are made: of
/// characters that stand everywhere, of strings of frequent grams that nearly all hold, few or none.
pub(crate) fn few_characters(count: usize) -> Corpus {
    let text = |number: usize| -> String {
        let own = (0..14).map(|at| FEW[(number / 3 + at * at * (1 + number % 7) + number * at) % FEW.len()]);
        let all = if number.is_multiple_of(40) { "" } else { "区总工会" };
        let few = if number.is_multiple_of(97) { "干区干总" } else { "" };
        [all, few].into_iter().chain(["，"]).map(str::to_owned).chain([own.collect()]).collect()
    };
    let texts: Vec<String> = (0..count).map(text).collect();
    corpus((0..).zip(&texts).map(|(number, text)| article(number, "", &[text.as_str()])).collect())
}

/// The vocabulary grows as a power of the text, clearly slower than it.
#[test]
fn the_vocabulary_follows_heaps_law() {
    let words_in = |count: usize| {
        let corpus = generated(1, count);
        let mut all = std::collections::HashSet::new();
        let mut length = 0f64;
        for (_, article) in corpus.articles() {
            for paragraph in &article.paragraphs {
                for word in super::segmenter().words(paragraph) {
                    length += 1.0;
                    all.insert(word.to_owned());
                }
            }
        }
        (length, all.len() as f64)
    };
    let ((short, few), (long, many)) = (words_in(30), words_in(300));
    let power = (many / few).ln() / (long / short).ln();
    assert!((0.4..0.75).contains(&power), "{power}");
}
