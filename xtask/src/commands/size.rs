//! Sizes of what a reader's browser fetches.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::project::{dictionary, root};
use crate::shell::{cannot_set_up, output, tell};

/// First load: wasm, scripts and styles, brotli, in bytes.
const FIRST_LOAD: usize = 350_000;

/// The late part of the program, loaded when a door to it is first wanted: brotli, in bytes.
const LATE: usize = 190_000;

/// The worker with its script and its townships, loaded when it is first asked for: brotli, in bytes.
const WORKER: usize = 600_000;

/// Prints the sizes of what `build` wrote to `dist/`.
pub(crate) fn size() -> anyhow::Result<()> {
    let dist = root().join("dist");
    if !dist.join("site/index.html").is_file() {
        return Err(cannot_set_up("dist/ is not built yet", "cargo xtask build"));
    }
    size_of(&dist)
}

/// Prints the sizes of a delivery; fails where they are over budget.
pub(super) fn size_of(dist: &Path) -> anyhow::Result<()> {
    let site = dist.join("site");
    let (mut first_load, mut late, mut worker) = (0, 0, 0);
    tell_row("file", "raw", "brotli 11");
    let mut files = files_in(&site)?;
    files.push(dist.join("工讯.html"));
    for path in files {
        let raw = fs::metadata(&path)?.len();
        let packed = brotli(&path)?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        // The page loads none of what the embed is made of.
        let embed = ["element-", "frame-", "list-"].iter().any(|stem| name.contains(&format!("/{stem}")));
        // What the worker needs before it reads its first file.
        if name.starts_with("site/assets/worker-") || name.starts_with("site/data/towns-") {
            worker += packed;
        } else if name.starts_with("site/assets/late-") {
            late += packed;
        } else if name.starts_with("site/assets/") && !embed {
            first_load += packed;
        }
        tell_row(&name, &raw.to_string(), &packed.to_string());
    }
    let sums = [
        ("wasm + js + css", first_load, FIRST_LOAD),
        ("late part, on demand", late, LATE),
        ("worker, on demand", worker, WORKER),
    ];
    for (name, bytes, budget) in sums {
        tell_row(name, "", &format!("{bytes} of {budget}"));
    }
    no_dictionary(&site.join("assets"))?;
    if let Some((name, bytes, budget)) = sums.into_iter().find(|(_, bytes, budget)| bytes > budget) {
        bail!("{name}: {bytes} bytes; the budget is {budget}");
    }
    Ok(())
}

/// That no wasm holds the dictionary: it comes with each corpus, cut down to it.
fn no_dictionary(assets: &Path) -> anyhow::Result<()> {
    let dict = dictionary()?;
    // Words of four ideographs; a few of them are the program's own.
    const SIZE: usize = 12;
    let words = dict.lines().filter_map(|line| line.split(' ').next()).map(str::as_bytes);
    let words: HashSet<&[u8]> = words.filter(|word| word.len() == SIZE).collect();
    let wasm = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "wasm");
    for file in files_in(assets)?.into_iter().filter(wasm) {
        let bytes = fs::read(&file)?;
        let held: HashSet<&[u8]> = bytes.windows(SIZE).filter(|at| words.contains(at)).collect();
        if held.len() * 100 > words.len() {
            bail!("{} holds a dictionary: {} of {} words", file.display(), held.len(), words.len());
        }
    }
    Ok(())
}

fn files_in(dir: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_in(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Node has brotli; a compressor of our own would only serve this.
fn brotli(path: &Path) -> anyhow::Result<usize> {
    let script = "process.stdout.write(String(require('zlib').brotliCompressSync(\
        require('fs').readFileSync(process.argv[1])).length))";
    output(Command::new("node").args(["-e", script]).arg(path))
        .and_then(|text| text.parse().ok())
        .with_context(|| format!("node could not compress {}", path.display()))
}

fn tell_row(name: &str, raw: &str, packed: &str) {
    tell(format!("{name:<44}{raw:>10}{packed:>18}"));
}
