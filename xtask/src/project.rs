//! Where things are.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Cargo's target folder, wherever the user keeps it: this program was built in it.
pub(crate) fn target() -> PathBuf {
    let exe = env::current_exe().ok();
    let found = exe.as_deref().and_then(Path::parent).and_then(Path::parent);
    found.map_or_else(|| root().join("target"), Path::to_owned)
}

/// The dictionary's words with their frequencies.
pub(crate) fn dictionary() -> anyhow::Result<String> {
    fs::read_to_string(root().join("data/dict.txt")).context("cannot read data/dict.txt")
}

/// The built browser part.
pub(crate) fn app_dir() -> PathBuf {
    target().join("app")
}

/// The native command, as `cargo build` and `cargo test` leave it.
pub(crate) fn gongxun() -> PathBuf {
    target().join("debug/gongxun")
}

/// The folder of the stories.
pub(crate) fn stories() -> PathBuf {
    root().join("tests/browser")
}

/// The folder of one tool in the cache.
pub(crate) fn tool_dir(name: &str, version: &str) -> anyhow::Result<PathBuf> {
    let set = |key| env::var_os(key).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("GONGXUN_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|dir| dir.join("gongxun")))
        .or_else(|| set("HOME").map(|dir| dir.join(".cache/gongxun")))
        .context("no folder for tools; set GONGXUN_CACHE")?;
    Ok(cache.join("tools").join(format!("{name}-{version}")))
}

/// The version of a crate in `Cargo.lock`.
pub(crate) fn locked_version(crate_name: &str) -> anyhow::Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let entry = format!("name = \"{crate_name}\"\nversion = \"");
    lock.split_once(&entry)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .with_context(|| format!("{crate_name} is not in Cargo.lock"))
}

/// Cargo in the project's folder.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(root());
    command
}

/// `PATH` with these folders first.
pub(crate) fn path_with(first: Vec<PathBuf>) -> anyhow::Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(first.into_iter().chain(env::split_paths(&rest)))?)
}
