//! The parts as bytes, the same in both deliveries.

use super::page::title;
use super::{Input, PartName, PublishError, Settings, escape};

/// Every part with its bytes, in the order of [`PartName`]. JSON is on one line and without `<`.
pub(super) fn parts(input: &Input<'_>) -> Result<Vec<(PartName, Vec<u8>)>, PublishError> {
    let settings = Settings { title: Some(title(input).to_owned()), ..input.settings.clone() };
    let json = |text: &str| escape::json(text.trim()).into_bytes();
    Ok(vec![
        (PartName::Corpus, json(&serde_json::to_string(input.corpus)?)),
        (PartName::Dict, input.dict.as_bytes().to_vec()),
        (PartName::Index, input.index.to_vec()),
        (PartName::Map, json(input.map)),
        (PartName::Settings, json(&serde_json::to_string(&settings)?)),
        (PartName::Wasm, input.app.wasm.clone()),
    ])
}
