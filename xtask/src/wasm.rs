//! The browser part: Trunk makes `target/app`.

use std::process::Command;

use crate::project::{app_dir, cargo, path_with, root};
use crate::shell::{run, say};
use crate::tools::BuildTools;

/// Builds `target/app`.
pub(crate) fn build(tools: &BuildTools) -> anyhow::Result<()> {
    say("building the browser part (Trunk, release, MVP wasm) into target/app");
    // Trunk is told to stay offline, so that it uses the tools that we chose; cargo fetches before.
    let mut fetch = cargo(&["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    tools.toolchain.apply(&mut fetch);
    run(&mut fetch)?;
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--log", "warn", "--dist"])
        .arg(app_dir())
        .current_dir(root())
        .env("PATH", path_with(tools.bins.clone())?);
    // Trunk reads this as its own switch, and does not know the value 1.
    trunk.env_remove("NO_COLOR");
    tools.toolchain.apply(&mut trunk);
    run(&mut trunk)
}
