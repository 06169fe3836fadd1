//! From bulletins to `dist/`, by the product's own command.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{app_dir, gongxun, root, target};
use crate::shell::{output, run, say};

/// Reads the bulletins into `corpus.json` in the target folder.
pub(crate) fn corpus(bulletins: Option<&Path>) -> anyhow::Result<PathBuf> {
    let dir = bulletins.map_or_else(|| root().join("data/bulletins"), Path::to_owned);
    // FIXME: until `gongxun corpus` is merged, the stories' corpus stands in for the bulletins.
    let reads = output(Command::new(gongxun()).args(["corpus", "--help"])).is_some();
    if bulletins.is_none() && !(dir.is_dir() && reads) {
        return Ok(fixture("corpus.json"));
    }
    say(format!("reading the bulletins of {}", dir.display()));
    let corpus = target().join("corpus.json");
    run(Command::new(gongxun()).arg("corpus").arg(dir).arg("-o").arg(&corpus))?;
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

/// Packages the invented corpus that the stories are told of.
pub(crate) fn package_stories() -> anyhow::Result<PathBuf> {
    let dist = target().join("stories/dist");
    package(&fixture("corpus.json"), Some(&fixture("site.toml")), &dist)?;
    Ok(dist)
}

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/stories").join(name)
}
