//! The browser part: Trunk makes `target/app`. The engine alone, for the bench, is made as the app is.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{app_dir, cargo, path_with, root, target};
use crate::shell::{run, say};
use crate::slim::slim;
use crate::tools::{BuildTools, ensure_wasm_split};

/// What a build of the browser part is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// To be delivered: small.
    Readers,
    /// To be looked at while one works: made in seconds.
    Work,
}

/// Builds `target/app`.
pub(crate) fn build(tools: &BuildTools, purpose: For) -> anyhow::Result<()> {
    let how = match purpose {
        For::Readers => "release",
        For::Work => "quick: larger than what `cargo xtask build` makes",
    };
    if purpose == For::Readers {
        ensure_wasm_split()?;
    }
    say(format!("building the browser part (Trunk, {how}, MVP wasm) into target/app"));
    // Trunk is told to stay offline, so that it uses the tools that we chose; cargo fetches before.
    let mut fetch = cargo(&["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    tools.toolchain.apply(&mut fetch, purpose);
    run(&mut fetch)?;
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--log", "warn", "--dist"])
        .arg(app_dir())
        .current_dir(root())
        .env("PATH", path_with(tools.bins.clone())?);
    if purpose == For::Work {
        trunk.env("TRUNK_BUILD_RELEASE", "false").env("TRUNK_BUILD_CARGO_PROFILE", "quick");
    }
    // Trunk reads this as its own switch, and does not know the value 1.
    trunk.env_remove("NO_COLOR");
    tools.toolchain.apply(&mut trunk, purpose);
    run(&mut trunk)?;
    match purpose {
        For::Readers => slim(tools),
        For::Work => Ok(()),
    }
}

/// Builds the engine alone into a folder, as a classic script `engine.js` with its wasm beside it.
pub(crate) fn build_engine(tools: &BuildTools, folder: &Path) -> anyhow::Result<()> {
    say("building the engine alone for the bench");
    let mut build = cargo(&["build", "--quiet", "--release", "--no-default-features", "--features", "app"]);
    build.args(["--target", "wasm32-unknown-unknown", "--example", "bench_engine"]);
    tools.toolchain.apply(&mut build, For::Readers);
    run(&mut build)?;
    let made: PathBuf = target().join("wasm32-unknown-unknown/release/examples/bench_engine.wasm");
    let path = path_with(tools.bins.clone())?;
    run(Command::new("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-name", "engine", "--out-dir"])
        .arg(folder)
        .arg(made)
        .env("PATH", &path))?;
    let wasm = folder.join("engine_bg.wasm");
    run(Command::new("wasm-opt")
        .args(["-Oz", "--mvp-features", "-o"])
        .arg(&wasm)
        .arg(&wasm)
        .env("PATH", path))
}
