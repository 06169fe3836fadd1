//! How long a reader waits, in Chromium.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;

use crate::deliver;
use crate::project::{gongxun, root, stories, target};
use crate::shell::{run, say};
use crate::tools;

/// How many activities the invented archives have that views are timed on.
const ARCHIVES: [usize; 2] = [10_000, 100_000];

/// Times the page of `dist/`, and the views on invented archives.
pub(crate) fn bench() -> anyhow::Result<()> {
    super::build(None)?;
    let browsers = tools::for_test()?;
    let mut archives = Vec::new();
    for count in ARCHIVES {
        archives.push(archive(count)?.display().to_string());
    }
    say("timing the page in Chromium");
    run(Command::new("node")
        .arg("bench.mjs")
        .current_dir(stories())
        .env("DIST", root().join("dist"))
        .env("ARCHIVES", archives.join("\n"))
        .env("GONGXUN", gongxun())
        .env("CHROMIUM", &browsers.chromium))
}

/// A delivery of an invented archive of so many activities.
fn archive(count: usize) -> anyhow::Result<PathBuf> {
    let folder = target().join(format!("bench/{count}"));
    let corpus = folder.join("corpus.json");
    if !corpus.exists() {
        say(format!("inventing {count} activities"));
        fs::create_dir_all(&folder)?;
        let dict = fs::read_to_string(root().join("data/dict.txt")).context("cannot read data/dict.txt")?;
        fs::write(&corpus, crate::archive::corpus(&dict, count))?;
    }
    let dist = folder.join("dist");
    deliver::package(&corpus, None, &dist)?;
    Ok(dist)
}
