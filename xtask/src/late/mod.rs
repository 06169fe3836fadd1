//! Splits the app's program in two: a first part, with which the page starts, and a late part, which a browser fetches
//! when a door to it is first wanted (`src/app/late.rs`). Binaryen's wasm-split moves the functions; here stands which.
//!
//! Late is what [`MODULES`] names and whatever else only that reaches. The first part may call a function of these
//! modules only through [`DOORS`], each of which wants the proof that the late part is there. Any other call fails the
//! build, so that nobody comes upon a function that is not there yet by chance.

mod data;
mod program;
mod reach;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;

use crate::project::target;
use crate::shell::{run, say};
use program::Program;

/// What is late, by path: what neither the first screen nor a list of articles draws.
const MODULES: [&str; 17] = [
    "gongxun::app::adding::work",
    "gongxun::app::question",
    "gongxun::app::view::about",
    "gongxun::app::view::add",
    "gongxun::app::view::answer",
    "gongxun::app::view::districts",
    "gongxun::app::view::embed",
    "gongxun::app::view::linked",
    "gongxun::app::view::map",
    "gongxun::app::view::months",
    "gongxun::app::view::rooms",
    "gongxun::app::view::stats",
    "gongxun::app::view::time",
    "gongxun::layout::map",
    "gongxun::layout::timeline::festival",
    "gongxun::place::gazetteer",
    "gongxun::search::question",
];

/// The functions of those modules that the first part may call; each takes an `app::late::Late`.
const DOORS: [&str; 4] = [
    "gongxun::app::adding::work::do_wish",
    "gongxun::app::question::found",
    "gongxun::app::question::is_understood",
    "gongxun::app::view::rooms::draw",
];

/// Tables that only late functions read: they come into the memory with the late part.
const TABLES: [&str; 6] = [
    "data/audiences.tsv",
    "data/festival_marks.tsv",
    "data/ordinary_names.tsv",
    "data/question_types.tsv",
    "data/question_words.tsv",
    "data/types.tsv",
];

/// Splits `first`, which has the names of its functions, and leaves the late part in `late`, both without names.
pub(crate) fn split(first: &Path, late: &Path, path: &OsStr) -> anyhow::Result<()> {
    let whole = fs::read(first).with_context(|| format!("cannot read {}", first.display()))?;
    let program = Program::read(&whole)?;
    let is_late = reach::late(&program)?;
    let symbols = || program.functions.iter().zip(&is_late).filter(|(_, late)| **late);
    say(format!("splitting the app: {} of {} functions are late", symbols().count(), is_late.len()));
    let list = target().join("late-functions.txt");
    let lines = symbols().map(|(function, _)| format!("{}\n", function.symbol));
    fs::write(&list, lines.collect::<String>())?;
    let tables = data::tables(&program, &is_late, &whole, &TABLES)?;
    run(Command::new("wasm-split")
        .args(["--mvp-features", "--enable-mutable-globals"])
        .args(["--import-namespace=first", "--placeholder-namespace=late"])
        .arg(format!("--split-funcs=@{}", list.display()))
        .arg(first)
        .arg("-o1")
        .arg(first)
        .arg("-o2")
        .arg(late)
        .env("PATH", path))?;
    data::take_out(first, &tables)?;
    data::put_in(late, &tables)
}
