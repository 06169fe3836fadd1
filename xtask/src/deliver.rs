//! From bulletins to `dist/`, by the product's own command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::project::{app_dir, dictionary, gongxun, root, target};
use crate::shell::{run, say};

/// Reads the bulletins into `corpus.json` in the target folder. Bulletins with errors cost themselves only:
/// what is wrong with them is on the screen, and the rest is published.
pub(crate) fn corpus(bulletins: Option<&Path>) -> anyhow::Result<PathBuf> {
    let dir = bulletins.map_or_else(|| root().join("data/bulletins"), Path::to_owned);
    say(format!("reading the bulletins of {}", dir.display()));
    let corpus = target().join("corpus.json");
    let mut command = Command::new(gongxun());
    command.arg("corpus").arg(dir).arg("-o").arg(&corpus);
    let status = command.status().with_context(|| format!("cannot start {}", gongxun().display()))?;
    match status.code() {
        Some(0) => {}
        Some(1) => say("some bulletins have errors, named above; the rest is published"),
        _ => bail!("gongxun corpus ended with {status}"),
    }
    Ok(corpus)
}

/// Writes a delivery of `corpus` to `dist`.
pub(crate) fn package(corpus: &Path, settings: Option<&Path>, dist: &Path) -> anyhow::Result<()> {
    say(format!("packaging into {}", dist.display()));
    let mut command = Command::new(gongxun());
    command.arg("package").arg(corpus).arg("-o").arg(dist).arg("--app").arg(app_dir());
    if let Some(settings) = settings {
        command.arg("--settings").arg(settings);
    }
    run(&mut command)
}

/// How many activities the long archive has: articles for some hundred windows.
const LONG: usize = 900;

/// Packages the invented corpus that the stories are told of.
pub(crate) fn package_stories() -> anyhow::Result<PathBuf> {
    let dist = target().join("stories/dist");
    package(&fixture("corpus.json"), Some(&fixture("site.toml")), &dist)?;
    // An archive whose lists are longer than a window, beside it.
    let folder = target().join("stories/long");
    let corpus = folder.join("corpus.json");
    fs::create_dir_all(&folder)?;
    let dict = dictionary()?;
    fs::write(&corpus, crate::archive::corpus(&dict, LONG))?;
    package(&corpus, None, &folder.join("dist"))?;
    Ok(dist)
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/stories").join(name)
}
