//! Makes what Trunk left in `target/app` smaller without changing what it does: the app in two parts, the wasm by
//! Binaryen's passes, the names between wasm and glue, the white space and local names of scripts and styles.
//! Embedding's templates stay: their marks are filled when a delivery is packaged.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail, ensure};
use serde_json::Value;

use crate::late::split;
use crate::project::{app_dir, path_with};
use crate::shell::{run, say};
use crate::tools::BuildTools;

/// Passes over what is delivered. The first kilobyte of memory is the far end of the stack.
const PASSES: [&str; 6] = ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "--converge"];

/// The language of the wasm. A program in two parts shares a global: Chrome 74, Firefox 61, Safari 12.
const LANGUAGE: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// What the glue's language may be lowered to; the app needs WebAssembly, which came later.
const GLUE: &str = "--target=es2017";
/// The scripts that tell an old browser what it lacks.
const BOOT: &str = "--target=es5";

/// What the glue gives for a late function until that is here. Nobody calls one: `late` sees to that.
const PLACEHOLDERS: &str =
    "new Proxy({}, { get: () => () => { throw new Error('the late part is not here') } })";

/// Slims `target/app`, and splits the app in two.
pub(crate) fn slim(tools: &BuildTools) -> anyhow::Result<()> {
    say("slimming target/app (wasm-opt, wasm-split, esbuild)");
    let app = app_dir();
    let path = path_with(tools.bins.clone())?;
    let first = app.join("app_bg.wasm");
    let late = app.join("app_late.wasm");
    for (name, wasm) in [("app", &first), ("worker", &app.join("worker_bg.wasm"))] {
        let glue = app.join(format!("{name}.js"));
        let text = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
        let mut text = renamed(&text, &rename(wasm, name, &path)?);
        if name == "app" {
            let was = "\"a\": import0,";
            ensure!(text.contains(was), "wasm-bindgen's glue no longer has {was}");
            text = text.replace(was, &format!("{was} \"late\": {PLACEHOLDERS},"));
        }
        fs::write(&glue, text)?;
        minify(&app, &path, GLUE, &[glue])?;
    }
    split(&first, &late, &path)?;
    for wasm in [&first, &late, &app.join("worker_bg.wasm")] {
        run(Command::new("wasm-opt")
            .args(LANGUAGE)
            .args(PASSES)
            .arg("-o")
            .arg(wasm)
            .arg(wasm)
            .env("PATH", &path))?;
    }
    let styles = fs::read_dir(app.join("style"))?.map(|entry| entry.map(|entry| entry.path()));
    let styles = styles.collect::<Result<Vec<_>, _>>()?;
    minify(&app, &path, BOOT, &[app.join("boot.js"), app.join("parts.js")])?;
    minify(&app, &path, GLUE, &styles)
}

/// Gives what a wasm imports and exports short names; the old names with the new ones. Its functions keep theirs.
fn rename(file: &Path, name: &str, path: &OsStr) -> anyhow::Result<Vec<(String, String)>> {
    let told = Command::new("wasm-opt")
        .args(["--mvp-features", "-g", "--minify-imports-and-exports-and-modules", "-o"])
        .arg(file)
        .arg(file)
        .env("PATH", path)
        .output()
        .context("cannot start wasm-opt")?;
    if !told.status.success() {
        bail!("wasm-opt ended with {}: {}", told.status, String::from_utf8_lossy(&told.stderr));
    }
    let told: Value = serde_json::from_slice(&told.stdout).context("wasm-opt did not tell the new names")?;
    let lists = [("imports", 1), ("exports", 0)].map(|(list, old)| (told[list].as_array(), old));
    let mut names = Vec::new();
    for (list, old) in lists {
        for entry in list.context("wasm-opt told no names")? {
            if let (Some(old), Some(new)) = (entry[old].as_str(), entry[old + 1].as_str()) {
                names.push((old.to_owned(), new.to_owned()));
            }
        }
    }
    // The module that imports come from is one, and has a name of its own.
    names.push((format!("./{name}_bg.js"), "a".to_owned()));
    Ok(names)
}

/// The glue with the new names: of imports where they are keys, of exports where they are read from `wasm`.
fn renamed(glue: &str, names: &[(String, String)]) -> String {
    let mut text = glue.to_owned();
    for (old, new) in names {
        let ends = |text: &str| !text.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        for (before, after) in [("wasm.", ""), (" ", ":"), ("\"", "\":")] {
            let was = format!("{before}{old}{after}");
            let becomes = format!("{before}{new}{after}");
            let mut parts = text.split(&was);
            let mut done = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                done.push_str(if !after.is_empty() || ends(part) { &becomes } else { &was });
                done.push_str(part);
            }
            text = done;
        }
    }
    text
}

fn minify(app: &Path, path: &OsStr, target: &str, files: &[PathBuf]) -> anyhow::Result<()> {
    run(Command::new("esbuild")
        .args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite", target])
        .arg(format!("--outdir={}", app.display()))
        .arg(format!("--outbase={}", app.display()))
        .args(files)
        .env("PATH", path))
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn names_are_changed_whole_and_where_they_are_names() {
        let names = [("__wbg_on_1", "$"), ("start", "a"), ("./app_bg.js", "a")];
        let names = names.map(|(old, new)| (old.to_owned(), new.to_owned()));
        let glue = "{ __wbg_on_1: f } { \"./app_bg.js\": i } wasm.start(); wasm.started(); restart(start)";
        let short = "{ $: f } { \"a\": i } wasm.a(); wasm.started(); restart(start)";
        assert_eq!(renamed(glue, &names), short);
    }
}
