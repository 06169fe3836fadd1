//! How good the ranking is: NDCG@10 over judged queries, beside plain BM25 over jieba's words and over pairs
//! of characters. `cargo xtask bench ranking` runs it; `-- --pool 'QUERY'` lists what is to be judged.
//!
//! The archive is the digest and the invented bulletins of `tests/fixtures`. An article that tells of several
//! activities is cut by paragraphs, because that is what the judgements are about.

mod archive;
mod judged;
mod ndcg;
mod peers;

use gongxun::search::{Engine, parse};
use gongxun::text::{Segmenter, dict};

/// The halves: the queries that the ranking was tuned on, and those written without seeing it.
const HALVES: [(&str, &str); 2] = [("tuned", "queries-tuned.jsonl"), ("blind", "queries-blind.jsonl")];

/// How many hits count.
const DEPTH: usize = 10;

#[allow(clippy::print_stdout, reason = "the table is this program's result")]
fn main() -> anyhow::Result<()> {
    let archive = archive::read()?;
    let segmenter = Segmenter::from_dict(dict::FULL)?;
    let engine = Engine::build(&archive.corpus, &segmenter);
    let words = peers::Bm25::new(&archive.corpus, |text| {
        segmenter.words(text).into_iter().map(str::to_owned).collect()
    });
    let pairs = peers::Bm25::new(&archive.corpus, peers::pairs);
    let ours = |query: &str| {
        let query = parse(query);
        let found = engine.find(&query);
        // As the first screen shows them: what contains the query, below it what matches in part; or its words.
        let sharing = if found.relaxed { Vec::new() } else { engine.sharing(&query, &found, DEPTH) };
        found.articles.iter().chain(&sharing).map(|hit| hit.article.0 as usize).collect::<Vec<_>>()
    };
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, query] = args.as_slice()
        && flag == "--pool"
    {
        for at in peers::pooled([ours(query), words.ranked(query), pairs.ranked(query)], DEPTH) {
            println!("{}", archive.shown(at));
        }
        return Ok(());
    }
    println!("{} articles; NDCG@{DEPTH}", archive.corpus.articles().count());
    println!("{:<10}{:>8}{:>8}{:>14}{:>16}", "half", "queries", "ours", "BM25 words", "BM25 pairs");
    for (half, file) in HALVES {
        let Some(queries) = judged::read(file, &archive)? else {
            println!("{half:<10}{:>8}", "none");
            continue;
        };
        let mut sums = [0.0; 3];
        for query in &queries {
            let ranked = [ours(&query.text), words.ranked(&query.text), pairs.ranked(&query.text)];
            let scores = ranked.map(|ranked| ndcg::ndcg(&ranked, &query.grades, DEPTH));
            if args.iter().any(|arg| arg == half) {
                println!("  {:<30}{:>6.3}{:>8.3}{:>8.3}", query.text, scores[0], scores[1], scores[2]);
            }
            sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
        }
        let [ours, words, pairs] = sums.map(|sum| sum / queries.len() as f64);
        println!("{half:<10}{:>8}{ours:>8.3}{words:>14.3}{pairs:>16.3}", queries.len());
    }
    Ok(())
}
