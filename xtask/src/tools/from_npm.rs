//! What comes from npm: wasm-opt, esbuild, the packages of the stories, and the Chromium of 2020 that stands for the
//! office PC.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::Setup;
use crate::project::{stories, tool_dir};
use crate::shell::{cannot_set_up, output, say, set_up};

/// Binaryen, for wasm-opt.
const BINARYEN: &str = "132";
const ESBUILD: &str = "0.25.12";
/// The npm package that carries Chromium 86.0.4240.0, made for another use.
const CHROMIUM_86_PACKAGE: &str = "chrome-aws-lambda@5.3.1";

const OFFLINE: &str = "look at the message above; npm must reach its registry";

/// Node 20 or later.
pub(super) fn check_node() -> Setup<()> {
    let version = output(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    match (major, output(Command::new("npm").arg("--version"))) {
        (Some(20..), Some(_)) => Ok(()),
        (Some(20..), None) => Err(cannot_set_up("npm is missing", "install npm for Node 20")),
        _ => Err(cannot_set_up(
            format!(
                "Node 20 or later is needed, found: {}",
                if version.is_empty() { "none" } else { &version }
            ),
            "install Node 20 with npm and put it on PATH",
        )),
    }
}

/// wasm-opt.
pub(super) fn binaryen() -> Setup<PathBuf> {
    let dir = tool_dir("binaryen", BINARYEN)?;
    let bin = dir.join("bin");
    if !bin.join("wasm-opt").exists() {
        say(format!("installing binaryen {BINARYEN} by npm"));
        install(&dir, &format!("binaryen@{BINARYEN}.0.0"))?;
        fs::create_dir_all(&bin)?;
        std::os::unix::fs::symlink("../node_modules/.bin/wasm-opt", bin.join("wasm-opt"))?;
    }
    Ok(bin)
}

/// esbuild.
pub(super) fn esbuild() -> Setup<PathBuf> {
    let dir = tool_dir("esbuild", ESBUILD)?;
    let bin = dir.join("node_modules/.bin");
    if !bin.join("esbuild").exists() {
        say(format!("installing esbuild {ESBUILD} by npm"));
        install(&dir, &format!("esbuild@{ESBUILD}"))?;
    }
    Ok(bin)
}

/// playwright-core and axe-core, as locked.
pub(super) fn story_packages() -> Setup<()> {
    let dir = stories();
    let changed = |name: &str| fs::metadata(dir.join(name)).and_then(|data| data.modified());
    let fresh = matches!(
        (changed("node_modules/.package-lock.json"), changed("package-lock.json")),
        (Ok(installed), Ok(locked)) if installed >= locked
    );
    if fresh {
        return Ok(());
    }
    say("installing the stories' packages by npm");
    set_up("npm ci", npm(&["ci", "--ignore-scripts"]).current_dir(&dir), OFFLINE)
}

/// The peers of the bench, each of one version; no test needs them.
pub(super) fn bench_packages() -> Setup<()> {
    let dir = stories().join("bench");
    if dir.join("node_modules/minisearch").is_dir() {
        return Ok(());
    }
    say("installing the engines to compare with by npm");
    let mut command = npm(&["install", "--no-package-lock", "--ignore-scripts"]);
    set_up("npm install", command.current_dir(&dir), OFFLINE)
}

/// Chromium 86; gives the program's path.
pub(super) fn chromium_86() -> Setup<PathBuf> {
    let dir = tool_dir("chromium", "86.0.4240.0")?;
    let program = dir.join("bin/chromium");
    if program.is_file() {
        return Ok(program);
    }
    say("installing Chromium 86 by npm");
    install(&dir, CHROMIUM_86_PACKAGE)?;
    fs::create_dir_all(dir.join("bin"))?;
    let unpacked = dir.join("bin/chromium.part");
    let packed = dir.join("node_modules/chrome-aws-lambda/bin/chromium.br");
    let script = "const { brotliDecompressSync } = require('zlib'), fs = require('fs');\
        fs.writeFileSync(process.argv[2], brotliDecompressSync(fs.readFileSync(process.argv[1])), { mode: 0o755 })";
    set_up(
        "unpacking Chromium 86",
        Command::new("node").args(["-e", script]).arg(packed).arg(&unpacked),
        OFFLINE,
    )?;
    fs::rename(&unpacked, &program).context("cannot put Chromium 86 in place")?;
    Ok(program)
}

fn install(dir: &Path, package: &str) -> Setup<()> {
    fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
    // No scripts: what we want is in the package. No peers: we drive it by other means.
    let mut command = npm(&["install", "--no-save", "--ignore-scripts", "--legacy-peer-deps", package]);
    set_up(&format!("npm install {package}"), command.arg("--prefix").arg(dir).current_dir(dir), OFFLINE)
}

fn npm(args: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(args).args(["--no-audit", "--no-fund", "--loglevel=error"]);
    command
}
