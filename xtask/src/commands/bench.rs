//! What is measured: how long a reader waits, how good the ranking is, and the engine beside its peers, all in
//! Chromium but the ranking. `docs/bench.md` keeps the last tables.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use clap::ValueEnum;

use crate::deliver;
use crate::generate::{Article, articles};
use crate::project::{cargo, dictionary, gongxun, root, stories, target};
use crate::shell::{run, say};
use crate::tools::{self, Browsers};
use crate::wasm;

/// One of the measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// From navigation to the first result, of dist/
    Page,
    /// Speed and memory of reading bulletins
    Reading,
    /// NDCG@10 beside plain BM25
    Ranking,
    /// Recall, precision, speed and memory beside other engines, on 1,000 and 10,000 invented articles
    Engines,
    /// Bulletins added in the browser: bytes read and indexed a second, and the longest wait of the page
    Adding,
}

/// How many articles the invented archives have.
const SIZES: [&str; 2] = ["1000", "10000"];

/// Measures one part, or all.
pub(crate) fn bench(part: Option<Part>) -> anyhow::Result<()> {
    let wanted = |one| part.is_none_or(|part| part == one);
    if wanted(Part::Reading) {
        super::reading::reading()?;
    }
    if wanted(Part::Ranking) {
        say("judging the ranking");
        run(&mut cargo(&["run", "--quiet", "--profile", "native", "--example", "ranking"]))?;
    }
    if wanted(Part::Page) {
        page()?;
    }
    if wanted(Part::Engines) {
        engines()?;
    }
    if wanted(Part::Adding) {
        adding()?;
    }
    Ok(())
}

/// How many activities the invented archives have that views are timed on.
const ARCHIVES: [usize; 2] = [10_000, 100_000];

/// Times the page of `dist/`, and the views on invented archives.
fn page() -> anyhow::Result<()> {
    super::build(None)?;
    let browsers = tools::for_test()?;
    let mut archives = Vec::new();
    for count in ARCHIVES {
        archives.push(archive(count)?.display().to_string());
    }
    say("timing the page in Chromium");
    run(node("bench.mjs", &browsers)
        .env("DIST", root().join("dist"))
        .env("ARCHIVES", archives.join("\n"))
        .env("GONGXUN", gongxun()))
}

/// A delivery of an invented archive of so many activities.
fn archive(count: usize) -> anyhow::Result<PathBuf> {
    let folder = target().join(format!("bench/views-{count}"));
    let corpus = folder.join("corpus.json");
    if !corpus.exists() {
        say(format!("inventing {count} activities"));
        fs::create_dir_all(&folder)?;
        let dict = dictionary()?;
        fs::write(&corpus, crate::archive::corpus(&dict, count))?;
    }
    let dist = folder.join("dist");
    deliver::package(&corpus, None, &dist)?;
    Ok(dist)
}

/// How many invented articles are added, so many a file: some 3 MB of text.
const ADDED: (usize, usize) = (1_000, 20);

/// Adds invented bulletins to the page of `dist/`.
fn adding() -> anyhow::Result<()> {
    super::build(None)?;
    let browsers = tools::for_test()?;
    let folder = target().join("bench/adding");
    fs::create_dir_all(&folder)?;
    let dict = dictionary()?;
    let written = |article: Article| format!("{}\n\n{}\n\n", article.title, article.paragraphs.join("\n"));
    let articles: Vec<String> = articles(&dict, 11, ADDED.0).map(written).collect();
    for (number, issue) in articles.chunks(ADDED.1).enumerate() {
        let head =
            format!("---\n标题: 虚构一周{number}\n发布: 重庆市总工会\n日期: 2024-07-31\n地区: 重庆市\n---\n");
        fs::write(folder.join(format!("{number:03}.txt")), head + &issue.concat())?;
    }
    say("adding bulletins in Chromium");
    run(node("bench/adding.mjs", &browsers)
        .env("DIST", root().join("dist"))
        .env("ADDED", &folder)
        .env("GONGXUN", gongxun()))
}

/// The engine and its peers, each in a page of its own.
fn engines() -> anyhow::Result<()> {
    let (build_tools, browsers) = tools::for_build_and_test()?;
    tools::for_bench()?;
    let folder = target().join("bench");
    wasm::build_engine(&build_tools, &folder.join("engine"))?;
    for size in SIZES {
        say(format!("inventing {size} articles"));
        let mut archive =
            cargo(&["run", "--quiet", "--profile", "native", "--example", "bench_archive", "--"]);
        run(archive.arg(size).arg(folder.join(size)))?;
        say("measuring in Chromium");
        run(node("bench/engines.mjs", &browsers)
            .env("ARCHIVE", folder.join(size))
            .env("ENGINE", folder.join("engine")))?;
    }
    Ok(())
}

/// A script of the stories' folder, which opens this Chromium.
fn node(script: &str, browsers: &Browsers) -> Command {
    let mut command = Command::new("node");
    command.arg(script).current_dir(stories()).env("CHROMIUM", &browsers.chromium);
    command
}
