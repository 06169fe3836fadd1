//! What each command does, in terms of tools, the browser part and deliveries.

mod bench;
mod check;
mod reading;
mod size;
mod test;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

pub(crate) use bench::{Part, bench};
pub(crate) use check::check;
pub(crate) use size::size;
pub(crate) use test::test;

use crate::project::{cargo, gongxun, root};
use crate::shell::{run as run_command, say};
use crate::{deliver, tools, wasm};

/// Builds and serves.
pub(crate) fn run(bulletins: Option<&Path>, port: u16) -> anyhow::Result<()> {
    let dist = make(bulletins, wasm::For::Work)?;
    say("serving");
    run_command(Command::new(gongxun()).arg("serve").arg(dist).arg("--port").arg(port.to_string()))
}

/// Builds `dist/`.
pub(crate) fn build(bulletins: Option<&Path>) -> anyhow::Result<()> {
    make(bulletins, wasm::For::Readers).map(drop)
}

fn make(bulletins: Option<&Path>, purpose: wasm::For) -> anyhow::Result<PathBuf> {
    let tools = tools::for_build()?;
    // Different profiles have different locks, and the wasm is mostly linked on one core.
    let (app, corpus) = thread::scope(|scope| {
        let app = scope.spawn(|| wasm::build(&tools, purpose));
        let corpus = native().and_then(|()| deliver::corpus(bulletins));
        (app.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), corpus)
    });
    app?;
    let dist = root().join("dist");
    deliver::package(&corpus?, Some(&root().join("site.toml")), &dist)?;
    Ok(dist)
}

fn native() -> anyhow::Result<()> {
    say("building the native command");
    run_command(&mut cargo(&["build", "--quiet", "--bin", "gongxun"]))
}
