//! An invented archive for the bench in the browser, with queries and what brute force finds for them:
//!
//!     cargo run --profile native --example bench_archive -- COUNT FOLDER
//!
//! Writes `docs.json`, `index.bin`, `dict.txt` and `queries.json`, and prints how long the index took.
#![allow(clippy::print_stdout, reason = "it tells what it measured")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use gongxun::corpus::{Article, Bulletin, BulletinId, Corpus, Script};
use gongxun::publish::dictionary;
use gongxun::search::Engine;
use gongxun::text::{Segmenter, dict, fold, is_ideograph, simplified};
use serde_json::json;

#[path = "../xtask/src/generate.rs"]
#[allow(dead_code, unreachable_pub)]
mod generate;

/// The same archive and queries each time.
const SEED: u64 = 20_240_731;
/// How many queries of each class.
const QUERIES: usize = 20;

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let count: usize = args.next().context("COUNT")?.parse()?;
    let folder = args.next().context("FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let corpus = corpus(generate::articles(dict::FULL, SEED, count));
    let chars: usize =
        corpus.articles().flat_map(|(_, article)| &article.paragraphs).map(|text| text.chars().count()).sum();

    let begun = Instant::now();
    let dict = dictionary(&corpus, dict::FULL);
    let cut = begun.elapsed();
    let segmenter = Segmenter::from_dict(&dict)?;
    let engine = Engine::build(&corpus, &segmenter);
    let built = begun.elapsed();
    let index = engine.encode();
    println!(
        "{count} articles, {chars} characters; dictionary {:.2} s, index {:.2} s (native, one core); \
         index {} bytes, dictionary {} bytes",
        cut.as_secs_f64(),
        (built - cut).as_secs_f64(),
        index.len(),
        dict.len()
    );
    let docs: Vec<_> = corpus
        .articles()
        .enumerate()
        .map(|(at, (_, article))| {
            json!({ "id": at, "title": article.title, "body": article.paragraphs.join("\n") })
        })
        .collect();
    std::fs::write(folder.join("docs.json"), serde_json::to_string(&docs)?)?;
    std::fs::write(folder.join("index.bin"), &index)?;
    std::fs::write(folder.join("dict.txt"), &dict)?;
    std::fs::write(folder.join("queries.json"), serde_json::to_string(&queries(&corpus, &segmenter))?)?;
    Ok(())
}

fn corpus(made: impl Iterator<Item = generate::Article>) -> Corpus {
    let articles = made.map(|made| Article {
        id: format!("g{}", made.number).as_str().into(),
        title: made.title,
        subtitle: None,
        section: None,
        byline: None,
        date: None,
        region: None,
        paragraphs: made.paragraphs,
        captions: Vec::new(),
        edits: Vec::new(),
    });
    let mut corpus = Corpus::new("试");
    corpus.bulletins.push(Bulletin {
        id: BulletinId::from("b"),
        file: "一.txt".into(),
        title: None,
        publisher: None,
        region: None,
        issued: None,
        year: None,
        script: Script::Hans,
        source: None,
        articles: articles.collect(),
    });
    corpus
}

/// Queries of nine classes, each with the articles that contain all of its terms.
fn queries(corpus: &Corpus, segmenter: &Segmenter) -> Vec<serde_json::Value> {
    let fields: Vec<Vec<String>> = corpus
        .articles()
        .map(|(_, article)| {
            [&article.title].into_iter().chain(&article.paragraphs).map(|text| fold(text).text).collect()
        })
        .collect();
    let mut state = SEED;
    let mut below = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit.max(1)
    };
    let traditional = traditional();
    let mut out = Vec::new();
    for class in [
        "word",
        "across words",
        "one character",
        "phrase",
        "common",
        "mixed",
        "two terms",
        "traditional",
        "title",
    ] {
        let mut made = 0;
        while made < QUERIES {
            let article = &fields[below(fields.len())];
            let field = if class == "title" { &article[0] } else { &article[below(article.len())] };
            let chars: Vec<char> = field.chars().collect();
            let mut stretch = |len: usize| -> Option<String> {
                let start = below(chars.len());
                let all: String = chars.get(start..start + len)?.iter().collect();
                all.chars().all(|c| c.is_alphanumeric()).then_some(all)
            };
            let words: Vec<&str> = segmenter.words(field);
            let is_word = |word: &&&str| word.chars().count() > 1 && word.chars().all(is_ideograph);
            let some: Vec<&str> = words.iter().filter(is_word).copied().collect();
            let terms: Option<Vec<String>> = match class {
                "word" => some.get(some.len() / 2).map(|word| vec![(*word).to_owned()]),
                "across words" => {
                    stretch(3).filter(|all| segmenter.words(all).len() > 1).map(|one| vec![one])
                }
                "one character" => stretch(1).map(|one| vec![one]),
                "phrase" => stretch(8).map(|one| vec![one]),
                "common" => {
                    let often = ["总工会", "工会", "区总工会", "会", "的"];
                    Some(vec![often[made % often.len()].to_owned()])
                }
                "mixed" => {
                    let at = chars.iter().position(char::is_ascii_alphanumeric);
                    let near = at.and_then(|at| chars.get(at.saturating_sub(2)..at + 2));
                    let near = near.filter(|near| near.iter().all(|c| c.is_alphanumeric()));
                    near.map(|near| vec![near.iter().collect()])
                }
                "two terms" => match some.as_slice() {
                    [first, .., last] if first != last => Some(vec![(*first).to_owned(), (*last).to_owned()]),
                    _ => None,
                },
                "traditional" => stretch(3)
                    .map(|one| one.chars().map(|c| *traditional.get(&c).unwrap_or(&c)).collect::<String>())
                    .filter(|one| fold(one).text != *one)
                    .map(|one| vec![one]),
                _ => stretch(4).map(|one| vec![one]),
            };
            let Some(terms) = terms else { continue };
            let folded: Vec<String> = terms.iter().map(|term| fold(term).text).collect();
            let holds = |at: &usize| folded.iter().all(|term| fields[*at].iter().any(|f| f.contains(term)));
            let expected: Vec<usize> = (0..fields.len()).filter(holds).collect();
            out.push(json!({ "class": class, "terms": terms, "expected": expected }));
            made += 1;
        }
    }
    out
}

/// A Traditional character for each Simplified one that has any.
fn traditional() -> BTreeMap<char, char> {
    let all = (0x4E00u32..0xA000).filter_map(char::from_u32);
    all.filter_map(|c| Some((simplified(c), c)).filter(|(simple, c)| simple != c)).collect()
}
