//! The bench's queries natively, by class, to see where time goes before a browser is started:
//!
//!     cargo run --profile native --example bench_archive -- 10000 target/bench/10000
//!     cargo run --profile native --example bench_queries -- target/bench/10000 [CLASS]
//!
//! With a class, only its queries, each with its time and how many articles it found.
#![allow(clippy::print_stdout, reason = "it tells what it measured")]

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use gongxun::search::{Engine, complete, near_misses, parse};
use gongxun::text::Segmenter;

/// How often each query is asked; the median counts.
const ASKED: usize = 15;

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().context("FOLDER")?);
    let only = args.next();
    let index = std::fs::read(folder.join("index.bin"))?;
    let dict = std::fs::read_to_string(folder.join("dict.txt"))?;
    let begun = Instant::now();
    let segmenter = Segmenter::from_dict(&dict)?;
    let read = begun.elapsed();
    let engine = Engine::decode(&index, &segmenter)?;
    println!("dictionary {:.0} ms, index {:.0} ms", ms(read), ms(begun.elapsed() - read));

    let queries: Vec<serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("queries.json"))?)?;
    let mut rows: Vec<(String, f64)> = Vec::new();
    for query in &queries {
        let class = query["class"].as_str().unwrap_or_default().to_owned();
        if only.as_ref().is_some_and(|only| *only != class) {
            continue;
        }
        let terms = query["terms"].as_array().context("terms")?;
        let terms: Vec<String> =
            terms.iter().filter_map(|term| Some(format!("“{}”", term.as_str()?))).collect();
        let query = terms.join(" ");
        let mut found = 0;
        let took = median(|| {
            found = std::hint::black_box(engine.find(&parse(&query))).articles.len();
        });
        if only.is_some() {
            println!("  {query} {found} {took:.3}");
        }
        rows.push((class, took));
    }
    print_row("all", rows.iter().map(|(_, took)| *took).collect());
    let mut classes: Vec<String> = rows.iter().map(|(class, _)| class.clone()).collect();
    classes.dedup();
    for class in classes {
        print_row(&class, rows.iter().filter(|(other, _)| *other == class).map(|(_, took)| *took).collect());
    }
    let typed = [
        "s",
        "so",
        "gong",
        "gh",
        "sql",
        "zgh",
        "yb",
        "工",
        "工会",
        "总工会",
        "服务",
        "服务fu",
        "地区:",
        "zhong",
        "aaaa",
        "职工jn",
    ];
    for typed in typed {
        println!("  complete {typed}: {:.3}", median(|| drop(complete(&engine, typed, typed.len(), 8))));
    }
    for query in ["送青凉", "总工汇", "渝北取总工会", "火星人民", "gonghui"] {
        println!("  near {query}: {:.3}", median(|| drop(near_misses(&engine, query))));
    }
    for query in ["职工服务中心活动", "火星上的工会", "渝北区总工会办公室"] {
        let query = parse(query);
        let found = engine.find(&query);
        println!("  in part: {:.3}", median(|| drop(engine.sharing(&query, &found, 10))));
    }
    Ok(())
}

fn print_row(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times.get(((times.len() as f64 * part) as usize).min(times.len() - 1)).copied();
    println!("{name:<14} p50 {:.3}  p95 {:.3} ms", at(0.5).unwrap_or(0.0), at(0.95).unwrap_or(0.0));
}

fn median(mut once: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..ASKED)
        .map(|_| {
            let begun = Instant::now();
            once();
            ms(begun.elapsed())
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ASKED / 2]
}

fn ms(time: std::time::Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
