//! Tools that are compiled from their crates: wasm-bindgen and Trunk.

use std::path::PathBuf;
use std::process::Command;

use super::Setup;
use crate::project::{locked_version, root, tool_dir};
use crate::shell::{say, set_up};

/// The version that `Trunk.toml` is written for.
const TRUNK: &str = "0.22.1";

/// wasm-bindgen-cli of the very version that the app is linked with: another refuses its wasm.
pub(super) fn wasm_bindgen() -> Setup<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    let args = ["--version", &format!("={version}"), "--no-default-features"];
    install("wasm-bindgen", "wasm-bindgen-cli", &version, &args)
}

/// Trunk.
pub(super) fn trunk() -> Setup<PathBuf> {
    // Its manifest asks for a newer compiler than it needs.
    let args = [
        "--version",
        TRUNK,
        "--locked",
        "--no-default-features",
        "--features",
        "rustls",
        "--ignore-rust-version",
    ];
    install("trunk", "trunk", TRUNK, &args)
}

fn install(program: &str, crate_name: &str, version: &str, args: &[&str]) -> Setup<PathBuf> {
    let dir = tool_dir(program, version)?;
    let bin = dir.join("bin");
    if bin.join(program).is_file() {
        return Ok(bin);
    }
    say(format!("compiling {program} {version} into {} (some minutes, once)", dir.display()));
    let mut command = Command::new("cargo");
    command.args(["install", "--quiet", crate_name]).args(args).arg("--root").arg(&dir).current_dir(root());
    // Their own release profiles take three times as long to make programs that run for a second.
    for (key, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1"), ("DEBUG", "0")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    let remedy = format!(
        "look at the message above; if crates.io cannot be reached, copy {program} {version} to {} from another machine",
        bin.display()
    );
    set_up(&format!("compiling {program}"), &mut command, &remedy)?;
    Ok(bin)
}
