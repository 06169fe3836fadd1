//! The single file: everything in one page, for a USB stick and a double click.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};

use super::manifest::{Encoding, Entry, Manifest, crc32};
use super::page::{Wiring, fill};
use super::{Input, OutFile, PartName, PublishError, escape, parts};

/// The name of the single file (单文件版) that runs by double click.
pub const SINGLE_FILE: &str = "工讯.html";
/// The same file under a name that every archive program and mail system keeps.
pub const SINGLE_FILE_ASCII: &str = "gongxun.html";

/// The single file, under both of its names.
///
/// # Errors
/// A template without its marks, or a setting that does not have its form.
pub fn single_file(input: &Input<'_>) -> Result<Vec<OutFile>, PublishError> {
    input.settings.check()?;
    let mut entries = BTreeMap::new();
    let mut blocks = Vec::new();
    for (name, bytes) in parts(input)? {
        let text = encoded(name, &bytes)?;
        entries.insert(name, text.entry(&bytes));
        blocks.push(text.block(name));
    }
    let wiring = Wiring {
        manifest: escape::json(&serde_json::to_string(&Manifest::new(entries))?),
        head: html! {
            style data-shell="style" { (PreEscaped(escape::style(&styles(input)))) }
            // In the head, so that it runs and can say so when the rest of the file is missing.
            script data-shell="script" { (PreEscaped(escape::script(&input.app.page_script()))) }
        },
        end: html! {
            @for block in &blocks { (block) "\n" }
            script data-shell="glue" { (PreEscaped(escape::script(&input.app.glue))) }
        },
    };
    let bytes = fill(input, &wiring)?.into_bytes();
    Ok([SINGLE_FILE, SINGLE_FILE_ASCII]
        .map(|path| OutFile { path: path.to_owned(), bytes: bytes.clone() })
        .into())
}

/// A part as text that may stand in a page.
pub(super) struct Encoded {
    encoding: Encoding,
    pub(super) text: String,
}

impl Encoded {
    /// The entry in the manifest of these bytes, which this is the text of.
    pub(super) fn entry(&self, bytes: &[u8]) -> Entry {
        Entry { path: None, encoding: Some(self.encoding), bytes: bytes.len(), crc32: crc32(bytes) }
    }

    /// A block of the page, which no browser executes.
    pub(super) fn block(&self, name: PartName) -> Markup {
        let binary = self.encoding == Encoding::Base64;
        let kind = if binary { "application/octet-stream" } else { "application/json" };
        html! { script type=(kind) data-part=(name.as_str()) { (PreEscaped(&self.text)) } }
    }
}

pub(super) fn encoded(name: PartName, bytes: &[u8]) -> Result<Encoded, PublishError> {
    let (encoding, text) = match name {
        PartName::Wasm | PartName::Late | PartName::Worker | PartName::Index => {
            (Encoding::Base64, STANDARD.encode(bytes))
        }
        PartName::Dict
        | PartName::WorkerScript
        | PartName::Towns
        | PartName::AllTowns
        | PartName::English
        | PartName::Template => {
            let text = String::from_utf8_lossy(bytes);
            (Encoding::JsonString, escape::json(&serde_json::to_string(&text)?))
        }
        // `parts` has taken `<` out of these.
        PartName::Corpus | PartName::Map | PartName::Settings => {
            (Encoding::Plain, String::from_utf8_lossy(bytes).into_owned())
        }
    };
    Ok(Encoded { encoding, text })
}

/// The app's styles, and the publisher's colour after them.
pub(super) fn styles(input: &Input<'_>) -> String {
    match &input.settings.accent {
        Some(colour) => {
            let own = format!("\n:root{{--site-accent:{colour}}}\n");
            // A page that makes another of itself has it already.
            format!("{}{own}", input.app.style.strip_suffix(&own).unwrap_or(&input.app.style))
        }
        None => input.app.style.clone(),
    }
}
