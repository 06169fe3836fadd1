//! The ranking stays ahead of plain BM25 on both halves of the judged queries; `cargo xtask bench` prints how far.

use gongxun::search::{Engine, parse};

use super::segmenter;

#[path = "../../../examples/ranking/archive.rs"]
#[allow(dead_code, unreachable_pub)]
mod archive;
#[path = "../../../examples/ranking/judged.rs"]
#[allow(unreachable_pub)]
mod judged;
#[path = "../../../examples/ranking/ndcg.rs"]
#[allow(unreachable_pub)]
mod ndcg;
#[path = "../../../examples/ranking/peers.rs"]
#[allow(dead_code, unreachable_pub)]
mod peers;

#[test]
fn ours_is_ahead_of_plain_bm25_on_both_halves() {
    let archive = archive::read().unwrap();
    assert!(archive.corpus.articles().count() >= 200);
    let engine = Engine::build(&archive.corpus, segmenter());
    let words = |text: &str| segmenter().words(text).into_iter().map(str::to_owned).collect();
    let words = peers::Bm25::new(&archive.corpus, words);
    let pairs = peers::Bm25::new(&archive.corpus, peers::pairs);
    let mut judged_queries = 0;
    for file in ["queries-tuned.jsonl", "queries-blind.jsonl"] {
        let queries = judged::read(file, &archive).unwrap().unwrap();
        judged_queries += queries.len();
        let mean = |ranked: &dyn Fn(&str) -> Vec<usize>| {
            let scores = queries.iter().map(|query| ndcg::ndcg(&ranked(&query.text), &query.grades, 10));
            scores.sum::<f64>() / queries.len() as f64
        };
        let ours = mean(&|query| {
            let query = parse(query);
            let found = engine.find(&query);
            let sharing = if found.relaxed { Vec::new() } else { engine.sharing(&query, &found, 10) };
            found.articles.iter().chain(&sharing).map(|hit| hit.article.0 as usize).collect()
        });
        let peers = [mean(&|query| words.ranked(query)), mean(&|query| pairs.ranked(query))];
        assert!(peers.iter().all(|peer| ours > *peer), "{file}: {ours:.3} of {peers:.3?}");
    }
    assert!(judged_queries >= 60);
}
