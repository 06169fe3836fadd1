//! The site: a page and files named by what they hold, so that a host may let them be cached for ever.

use std::collections::BTreeMap;

use maud::html;

use super::embed::{Shared, embed};
use super::manifest::{Entry, Manifest, crc32};
use super::page::{Wiring, fill};
use super::single::{encoded, styles};
use super::{Input, OutFile, PartName, PublishError, escape, parts};

/// The files of the site. It works in any folder of any static host, and under a Content-Security-Policy of
/// `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:`.
///
/// # Errors
/// A template without its marks, or a setting that does not have its form.
pub fn site(input: &Input<'_>) -> Result<Vec<OutFile>, PublishError> {
    input.settings.check()?;
    let mut files = Vec::new();
    let mut entries = BTreeMap::new();
    let mut blocks = Vec::new();
    let mut texts = BTreeMap::new();
    for (name, bytes) in parts(input)? {
        let (folder, extension) = match name {
            PartName::Wasm | PartName::Late | PartName::Worker => ("assets", "wasm"),
            PartName::WorkerScript => ("assets", "js"),
            PartName::Dict
            | PartName::Towns
            | PartName::AllTowns
            | PartName::English
            | PartName::Template => ("data", "txt"),
            PartName::Index => ("data", "bin"),
            PartName::Corpus | PartName::Map => ("data", "json"),
            // A hundred bytes are not worth a request.
            PartName::Settings => {
                let text = encoded(name, &bytes)?;
                entries.insert(name, text.entry(&bytes));
                blocks.push(text.block(name));
                texts.insert(name, text.text);
                continue;
            }
        };
        let crc32 = crc32(&bytes);
        let file = OutFile::named_by_content(&format!("{folder}/{}", name.as_str()), extension, bytes);
        let (path, bytes) = (Some(file.path.clone()), file.bytes.len());
        entries.insert(name, Entry { path, encoding: None, bytes, crc32 });
        files.push(file);
    }
    let mut asset = |stem: &str, extension: &str, text: String| {
        let file = OutFile::named_by_content(stem, extension, text.into_bytes());
        let path = file.path.clone();
        files.push(file);
        path
    };
    let styles = styles(input);
    let style = asset("assets/style", "css", styles.clone());
    let boot = asset("assets/boot", "js", input.app.page_script());
    let glue = asset("assets/glue", "js", input.app.glue.clone());
    let manifest = Manifest::new(entries);
    let wiring = Wiring {
        manifest: escape::json(&serde_json::to_string(&manifest)?),
        head: html! {
            link rel="stylesheet" href=(style) data-shell="style";
            script src=(boot) defer data-shell="script" {}
            script src=(glue) defer data-shell="glue" {}
        },
        end: html! { @for block in &blocks { (block) } },
    };
    files.push(OutFile { path: "index.html".to_owned(), bytes: fill(input, &wiring)?.into_bytes() });
    let shared = Shared { manifest: &manifest, blocks: &texts, styles: &styles, wiring: &wiring };
    files.extend(embed(input, &shared)?);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
