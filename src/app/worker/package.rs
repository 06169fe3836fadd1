//! A new single file (U 盘文件) made of the page's own parts and a corpus that has grown: what staff hand on. The
//! dictionary stays the page's: words that only new bulletins have are found all the same, for what contains a string
//! does not depend on it.

use std::collections::BTreeSet;

use super::answer::{linked, names};
use crate::corpus::Corpus;
use crate::place::Adcode;
use crate::publish::{self, AppFiles, Input, PartName, Settings, WorkerFiles};

/// The single file of these parts, the page's own texts and the corpora that follow them.
pub(super) fn package(names: &[PartName], beside: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let (bytes, rest) = beside.split_at(names.len().min(beside.len()));
    let [style, script, glue, corpora @ ..] = rest else {
        return Err("网页的内容不完整。".to_owned());
    };
    let part = |wanted: PartName| {
        let at = names.iter().position(|&name| name == wanted).and_then(|at| bytes.get(at));
        at.ok_or_else(|| format!("缺少 {}。", wanted.as_str()))
    };
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let text = |wanted: PartName| part(wanted).map(|bytes| words(bytes));
    let corpus = linked(corpora)?;
    let dict = text(PartName::Dict)?;
    let index = publish::index(&corpus, &dict).map_err(|error| error.to_string())?;
    let own: Settings = serde_json::from_slice(part(PartName::Settings)?)
        .map_err(|error| format!("设置不能用（{error}）。"))?;
    let app = AppFiles {
        template: text(PartName::Template)?,
        boot: words(script),
        glue: words(glue),
        style: words(style),
        wasm: part(PartName::Wasm)?.clone(),
        late: part(PartName::Late).ok().cloned(),
        worker: WorkerFiles {
            script: text(PartName::WorkerScript)?,
            glue: String::new(),
            wasm: part(PartName::Worker)?.clone(),
        },
        ..AppFiles::default()
    };
    let files = publish::single_file(&Input {
        corpus: &corpus,
        dict: &dict,
        index: &index,
        map: &text(PartName::Map)?,
        towns: &text(PartName::AllTowns)?,
        english: &text(PartName::English)?,
        settings: &with_names(own, &corpus),
        app: &app,
    });
    let file = files.map_err(|error| error.to_string())?.into_iter().next();
    file.map(|file| file.bytes).ok_or_else(|| "没有生成文件。".to_owned())
}

/// The settings with the names of the units above new places, which the page's map may not have.
fn with_names(mut settings: Settings, corpus: &Corpus) -> Settings {
    let places = corpus.activities.iter().flat_map(|activity| &activity.places);
    let places: BTreeSet<Adcode> = places.map(|place| place.adcode).collect();
    settings.unit_names.extend(names(corpus).into_iter().filter(|(code, _)| !places.contains(code)));
    settings
}
