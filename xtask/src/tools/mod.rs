//! What has to be installed, and installing it where it is not.

mod browsers;
mod from_cargo;
mod from_npm;
mod rust;
mod wasm_split;

use std::path::PathBuf;
use std::thread;

pub(crate) use browsers::Browsers;
pub(crate) use rust::WasmToolchain;
pub(crate) use wasm_split::ensure as ensure_wasm_split;

/// What building the browser part needs.
pub(crate) struct BuildTools {
    /// How Rust is called for wasm.
    pub(crate) toolchain: WasmToolchain,
    /// Folders of programs.
    pub(crate) bins: Vec<PathBuf>,
}

type Setup<T> = anyhow::Result<T>;

/// Everything that `run` and `build` need. No step of it needs root where rustup can download.
pub(crate) fn for_build() -> Setup<BuildTools> {
    from_npm::check_node()?;
    let toolchain = rust::ensure()?;
    // Two compilers at once: each spends a good part of its time on one core.
    let (wasm_bindgen, trunk, from_npm) = thread::scope(|scope| {
        let wasm_bindgen = scope.spawn(from_cargo::wasm_bindgen);
        let trunk = scope.spawn(from_cargo::trunk);
        // One npm at a time.
        let from_npm = from_npm::binaryen().and_then(|binaryen| Ok([binaryen, from_npm::esbuild()?]));
        (joined(wasm_bindgen), joined(trunk), from_npm)
    });
    let [binaryen, esbuild] = from_npm?;
    Ok(BuildTools { toolchain, bins: vec![wasm_bindgen?, trunk?, binaryen, esbuild] })
}

/// Everything that the tests need beyond [`for_build`].
pub(crate) fn for_test() -> Setup<Browsers> {
    from_npm::check_node()?;
    from_npm::story_packages()?;
    let chromium_86 = from_npm::chromium_86()?;
    browsers::ensure(chromium_86)
}

/// What the engines are compared with.
pub(crate) fn for_bench() -> Setup<()> {
    from_npm::bench_packages()
}

/// Both, at once.
pub(crate) fn for_build_and_test() -> Setup<(BuildTools, Browsers)> {
    let (build, test) = thread::scope(|scope| {
        let build = scope.spawn(for_build);
        // First what may need a person.
        let test = for_test();
        (joined(build), test)
    });
    let test = test?;
    Ok((build?, test))
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, Setup<T>>) -> Setup<T> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
