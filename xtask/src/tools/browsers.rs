//! Chromium, its driver and Chinese letters, from Debian.

use std::path::PathBuf;
use std::process::Command;

use super::Setup;
use crate::shell::{cannot_set_up, exists, output, say, set_up};

/// What the tests drive.
pub(crate) struct Browsers {
    /// The system's Chromium.
    pub(crate) chromium: PathBuf,
    /// The driver for wasm-bindgen's test runner.
    pub(crate) chromedriver: PathBuf,
    /// Chromium of 2020.
    pub(crate) chromium_86: PathBuf,
}

/// Finds them, or installs what is missing.
pub(super) fn ensure(chromium_86: PathBuf) -> Setup<Browsers> {
    let mut missing = Vec::new();
    if named("chromium").is_none() && !exists("chromium") {
        missing.push("chromium");
    }
    if named("chromedriver").is_none() && !exists("chromedriver") {
        missing.push("chromium-driver");
    }
    if output(Command::new("fc-list").args([":lang=zh", "family"])).is_none_or(|fonts| fonts.is_empty()) {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        apt_install("a browser for the tests", &missing)?;
    }
    Ok(Browsers { chromium: which("chromium")?, chromedriver: which("chromedriver")?, chromium_86 })
}

/// The program that `CHROMIUM` or `CHROMEDRIVER` names, for systems other than Debian.
fn named(program: &str) -> Option<PathBuf> {
    std::env::var_os(program.to_uppercase()).filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn which(program: &str) -> Setup<PathBuf> {
    if let Some(path) = named(program) {
        return Ok(path);
    }
    output(Command::new("sh").args(["-c", "command -v \"$0\"", program])).map(PathBuf::from).ok_or_else(
        || cannot_set_up(format!("{program} is not on PATH"), format!("apt-get install {program}")),
    )
}

/// Installs Debian packages where we are root; else says the line to run.
pub(super) fn apt_install(what: &str, packages: &[&str]) -> Setup<()> {
    let names = packages.join(" ");
    let line = format!("apt-get update && apt-get install -y --no-install-recommends {names}");
    if output(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(cannot_set_up(
            format!("{what} is missing ({names}), and installing it needs root"),
            format!("sudo sh -c '{line}'"),
        ));
    }
    say(format!("installing by apt-get: {names}"));
    let quiet = line.replace("apt-get", "apt-get -qq");
    let mut command = Command::new("sh");
    command.args(["-c", &quiet]).env("DEBIAN_FRONTEND", "noninteractive");
    set_up(&format!("installing {what}"), &mut command, &line)
}
