//! What goes in and what comes out.

use serde::{Deserialize, Serialize};

use super::Settings;
use super::manifest::crc32;
use crate::corpus::Corpus;

/// Everything that a delivery is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// The dictionary of the corpus; empty where there is none.
    pub dict: &'a str,
    /// The search index of the corpus: [`super::index`].
    pub index: &'a [u8],
    /// Map data as JSON.
    pub map: &'a str,
    /// The townships of the country: [`crate::place::towns`].
    pub towns: &'a str,
    /// The words of the surface in English: [`super::ENGLISH`].
    pub english: &'a str,
    /// What the publisher set.
    pub settings: &'a Settings,
    /// The built browser part.
    pub app: &'a AppFiles,
}

/// The built browser part: what `target/app` holds. A page that makes another of itself takes it from itself: there
/// `boot` and the worker's `script` are whole scripts, and `parts`, `embed` and the worker's `glue` are empty.
#[derive(Clone, Debug, Default)]
pub struct AppFiles {
    /// The page template with its three marks.
    pub template: String,
    /// The script that loads parts; before the boot script and before the element's.
    pub parts: String,
    /// The boot script.
    pub boot: String,
    /// What stands in other people's pages.
    pub embed: EmbedFiles,
    /// The glue between browser and wasm, for the `no-modules` target.
    pub glue: String,
    /// All styles, in order.
    pub style: String,
    /// The program, or the first part of one that was split.
    pub wasm: Vec<u8>,
    /// The late part; none where the program is whole.
    pub late: Option<Vec<u8>>,
    /// What is loaded when it is first asked for.
    pub worker: WorkerFiles,
}

/// The second wasm, which runs in a worker.
#[derive(Clone, Debug, Default)]
pub struct WorkerFiles {
    /// The script that carries messages to it.
    pub script: String,
    /// The glue between browser and wasm.
    pub glue: String,
    /// The program.
    pub wasm: Vec<u8>,
}

/// What `static/embed` holds.
#[derive(Clone, Debug, Default)]
pub struct EmbedFiles {
    /// What a host page loads first.
    pub stub: String,
    /// What fills an element.
    pub element: String,
    /// What makes a page of ours a frame.
    pub frame: String,
    /// The style of the static lists.
    pub list: String,
}

/// One file of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutFile {
    /// Where it goes, relative to the delivery's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl OutFile {
    /// A file named by what it holds, so that a host may let it be cached for ever: `assets/style` and `css` become
    /// `assets/style-d958f533.css`.
    pub(super) fn named_by_content(stem: &str, extension: &str, bytes: Vec<u8>) -> OutFile {
        OutFile { path: format!("{stem}-{}.{extension}", crc32(&bytes)), bytes }
    }
}

/// A part that the boot script loads and checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartName {
    /// Corpus JSON.
    Corpus,
    /// The dictionary of the corpus.
    Dict,
    /// The search index.
    Index,
    /// Boundaries and tile grid.
    Map,
    /// [`Settings`].
    Settings,
    /// The program itself; the app never asks for it.
    Wasm,
    /// Its late part, where it was split; loaded when a door to it is first wanted.
    Late,
    /// The program of the worker; loaded when it is first asked for.
    Worker,
    /// Its script.
    WorkerScript,
    /// The townships of the provinces that the corpus is about, for the worker.
    Towns,
    /// Those of the country, for bulletins of other provinces.
    AllTowns,
    /// The page's template, for a page that makes another of itself.
    Template,
    /// The words of the surface in English.
    English,
}

impl AppFiles {
    /// The script that starts a page: the loader of parts and the boot script in one function.
    pub(super) fn page_script(&self) -> String {
        if self.parts.is_empty() {
            return self.boot.clone();
        }
        format!("(function () {{\n'use strict';\n{}\n{}\n}})();\n", self.parts, self.boot)
    }
}

impl WorkerFiles {
    /// The worker's script: its glue and what carries messages, in one function.
    pub(super) fn whole(&self) -> String {
        if self.glue.is_empty() {
            return self.script.clone();
        }
        format!("(function () {{\n{}\n{}\n}})();\n", self.glue, self.script)
    }
}

impl PartName {
    /// The name that `__gongxun.part` knows it by.
    pub fn as_str(self) -> &'static str {
        match self {
            PartName::Corpus => "corpus",
            PartName::Dict => "dict",
            PartName::Index => "index",
            PartName::Map => "map",
            PartName::Settings => "settings",
            PartName::Wasm => "wasm",
            PartName::Late => "late",
            PartName::Worker => "worker",
            PartName::WorkerScript => "worker-script",
            PartName::Towns => "towns",
            PartName::AllTowns => "all-towns",
            PartName::Template => "template",
            PartName::English => "english",
        }
    }
}
