//! The rules of the house that no compiler holds: which way imports point, how long files are, what a file
//! says first, and what no committed file may name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the modules of the core may import: those further left. Modules of one rank do not import each other.
const RANKS: [&[&str]; 7] = [
    &["text"],
    &["date"],
    &["place"],
    &["corpus"],
    &["ingest", "search", "stats", "layout"],
    &["export", "publish"],
    &["app", "cli"],
];

/// The most lines that a file may have.
const LONGEST: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files that are committed or about to be, by git's patterns (none: all), with their text.
fn committed(patterns: &[&str]) -> BTreeMap<PathBuf, String> {
    let listed = std::process::Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--"])
        .args(patterns)
        .current_dir(root())
        .output();
    let names = match listed {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
        other => panic!("these tests ask git which files there are, in a checkout: {other:?}"),
    };
    names
        .split('\0')
        .filter(|name| !name.is_empty())
        // What is no text, or was deleted and not yet committed, has no rule here.
        .filter_map(|name| Some((name.into(), fs::read_to_string(root().join(name)).ok()?)))
        .collect()
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().and_then(|found| found.to_str()).is_some_and(|found| extensions.contains(&found))
}

fn assert_none(faults: Vec<String>, rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

/// The module of the library that a file belongs to, and its rank.
fn rank_of(module: &str) -> Option<usize> {
    RANKS.iter().position(|rank| rank.contains(&module))
}

/// The modules of the library that a line of code names: `crate::date`, or `crate::{date, place::Adcode}`.
fn modules_named(code: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for (at, lead) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + lead.len()..];
        match rest.strip_prefix('{') {
            Some(list) => named.extend(top_level_names(list)),
            None => named.push(first_name(rest)),
        }
    }
    named
}

fn first_name(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// `date::{Day, Span}, place}` → `date`, `place`.
fn top_level_names(list: &str) -> Vec<&str> {
    let (mut names, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(first_name(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(first_name(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

/// The code of a file: no comments, and one line.
fn code_of(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn imports_point_left() {
    let mut faults = Vec::new();
    for (path, text) in committed(&["src/*/*.rs", "src/*.rs"]) {
        let mut folders = path.iter().filter_map(|part| part.to_str()).skip(1);
        let module = folders.next().unwrap_or_default().trim_end_matches(".rs");
        let Some(rank) = rank_of(module) else { continue };
        for named in modules_named(&code_of(&text)) {
            if rank_of(named).is_some_and(|other| named != module && other >= rank) {
                faults.push(format!("{}: {module} imports {named}", path.display()));
            }
        }
    }
    assert_none(faults, "imports point left only, see ARCHITECTURE.md");
}

#[test]
fn every_module_has_a_rank() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let (mut declared, mut ranked): (Vec<_>, Vec<_>) = (modules.collect(), RANKS.concat());
    declared.sort_unstable();
    ranked.sort_unstable();
    assert_eq!(declared, ranked);
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for (path, text) in committed(&[]) {
        let lines = text.lines().count();
        if has_extension(&path, &["rs", "js", "mjs", "css", "html"]) && lines > LONGEST {
            faults.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert_none(faults, "a file past 500 lines is two files");
}

#[test]
fn every_module_says_what_it_is() {
    let mut faults = Vec::new();
    for (path, text) in committed(&["*.rs", "*.js", "*.mjs", "*.css"]) {
        let opening = match path.extension().and_then(|found| found.to_str()) {
            Some("rs") => "//! ",
            Some("css") => "/* ",
            _ => "// ",
        };
        if !text.trim_start_matches("#!/usr/bin/env node\n").starts_with(opening) {
            faults.push(path.display().to_string());
        }
    }
    assert_none(faults, "a file opens with a paragraph: what it answers, and what it is not");
}

#[test]
fn tables_have_a_header() {
    let mut faults = Vec::new();
    for (path, text) in committed(&["data/*.tsv"]) {
        let mut rows = text.lines().filter(|line| !line.starts_with('#'));
        let header = rows.next().unwrap_or_default();
        let columns = header.split('\t').count();
        let is_name = |cell: &str| !cell.is_empty() && !cell.contains(|c: char| c.is_ascii_digit());
        if !header.split('\t').all(is_name) {
            faults.push(format!("{}: the first line is no header: {header}", path.display()));
        }
        if let Some((at, row)) = rows.enumerate().find(|(_, row)| row.split('\t').count() != columns) {
            faults.push(format!("{}: row {} has not {columns} columns: {row}", path.display(), at + 1));
        }
    }
    assert_none(faults, "a table names its columns in its first line");
}

/// A colour scheme that is chosen and one that follows the device are asked for in different ways, so that the dark
/// values stand twice.
#[test]
fn the_dark_theme_is_one() {
    let body = |text: &str, selector: &str| -> Option<Vec<String>> {
        let (_, rest) = text.split_once(&format!("{selector} {{\n"))?;
        Some(rest.lines().map(|line| line.trim().to_owned()).take_while(|line| line != "}").collect())
    };
    let mut compared = 0;
    for (path, text) in committed(&["static/style/*.css"]) {
        for (_, block) in
            text.match_indices("@media (prefers-color-scheme: dark) {").map(|(at, _)| text.split_at(at))
        {
            let Some(auto) = block.lines().nth(1).and_then(|line| line.strip_suffix(" {")).map(str::trim)
            else {
                continue;
            };
            let Some((root, "")) = auto.split_once(".theme-auto") else { continue };
            let dark = format!("\n{root}.theme-dark");
            assert_eq!(body(block, auto), body(&text, &dark), "{}: {auto} and{dark}", path.display());
            compared += 1;
        }
    }
    assert!(compared > 2, "{compared}");
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    // Put together here, so that this file does not name them either.
    let words = [
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["/ho", "me/"],
        ["registry.np", "mjs.org"],
        ["static.cra", "tes.io"],
        ["deb.deb", "ian.org"],
        ["pypi", ".org"],
    ]
    .map(|halves| halves.concat());
    let mut faults = Vec::new();
    for (path, text) in committed(&[]) {
        for (at, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                faults.push(format!("{}:{}: {word}", path.display(), at + 1));
            }
        }
    }
    assert_none(faults, "no path of a machine and no registry's host in the tree");
}

#[test]
fn wasm_is_made_without_simd() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let versions: Vec<_> =
        lock.split("[[package]]").filter(|entry| entry.contains("name = \"bytecount\"")).collect();
    assert!(
        matches!(versions[..], [only] if !only.contains("source = ")),
        "stand-ins/bytecount must be the only bytecount in Cargo.lock: {versions:?}"
    );
}

#[test]
fn imports_are_read_from_code() {
    let code = code_of(
        "use crate::{date::{Day, Span}, place}; // crate::app\nlet x = crate::corpus::At; mycrate::cli",
    );
    assert_eq!(modules_named(&code), ["date", "place", "corpus"]);
}
