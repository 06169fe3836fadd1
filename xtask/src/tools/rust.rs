//! A standard library for browsers of 2017 on (MVP wasm): the one that rustup ships needs instructions of
//! 2021 (reference types and more), so it is compiled from its source with the app.

use std::path::Path;
use std::process::Command;

use super::Setup;
use crate::project::root;
use crate::shell::{cannot_set_up, output, say, set_up};
use crate::wasm::For;

/// Debian's Rust for its own browsers, where rustup cannot download, and the linker of the same LLVM.
const DEBIAN_PACKAGES: [&str; 4] = ["cargo-web", "rust-web-src", "rustc-web", "lld-22"];
const DEBIAN_LINKER: &str = "wasm-ld-22";
/// The name that rustup knows it by.
const DEBIAN_TOOLCHAIN: &str = "gongxun-debian";

/// How Rust is called for wasm.
#[derive(Clone, Debug)]
pub(crate) struct WasmToolchain {
    /// A toolchain other than the project's.
    name: Option<&'static str>,
}

impl WasmToolchain {
    /// Makes `command`, which calls cargo, compile the standard library with the crate, all of it MVP wasm.
    pub(crate) fn apply(&self, command: &mut Command, purpose: For) {
        let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
        // The output tells nobody where it was built, and does not depend on it.
        for (variable, name) in [("CARGO_HOME", "cargo"), ("HOME", "home")] {
            if let Ok(dir) = std::env::var(variable) {
                flags.push(format!("--remap-path-prefix={dir}={name}"));
            }
        }
        flags.push(format!("--remap-path-prefix={}=gongxun", root().display()));
        if purpose == For::Readers {
            // A panic is a fault of ours: it stops the program at once, as it did, and its message, which only a
            // console showed, is not sent to readers. What one works on and what is tested keeps it.
            flags.extend(
                ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"]
                    .map(str::to_owned),
            );
            // Functions that are alike become one after the program was split: before, one of the first part could
            // go by the name of a late one.
            flags.push("-Zmerge-functions=disabled".to_owned());
        }
        command
            // `-Z` of a stable compiler: no flag of it reaches the language that the app is written in.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            // Sorting alone, made for every type that is sorted, was a ninth of the program.
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        if let Some(name) = self.name {
            command
                .env("RUSTUP_TOOLCHAIN", name)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        }
    }
}

/// Finds the source of the standard library, or gets it: by rustup, else by apt.
pub(crate) fn ensure() -> Setup<WasmToolchain> {
    let ours = WasmToolchain { name: None };
    if has_source(None) {
        return Ok(ours);
    }
    say("installing rust-src by rustup (the standard library's source, to compile it for old browsers)");
    let added = Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root()).status();
    if added.is_ok_and(|status| status.success()) {
        return Ok(ours);
    }
    say("rustup cannot download; taking Debian's Rust for browsers");
    let debian = WasmToolchain { name: Some(DEBIAN_TOOLCHAIN) };
    if has_source(debian.name) {
        return Ok(debian);
    }
    super::browsers::apt_install("Rust's standard library for wasm", &DEBIAN_PACKAGES)?;
    set_up(
        "linking Debian's Rust into rustup",
        Command::new("rustup").args(["toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"]),
        "rustup toolchain link gongxun-debian /usr",
    )?;
    if has_source(debian.name) {
        return Ok(debian);
    }
    Err(cannot_set_up("Debian's rust-web-src is not where it was expected", "rustup component add rust-src"))
}

fn has_source(toolchain: Option<&str>) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "sysroot"]).current_dir(root());
    if let Some(name) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", name);
    }
    output(&mut rustc).is_some_and(|sysroot| {
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
    })
}
