//! The parts as bytes, the same in both deliveries.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{template, title};
use super::{Input, PartName, PublishError, Settings, escape};
use crate::place::Adcode;
use crate::place::towns::of_provinces;

/// Every part with its bytes, in the order of [`PartName`]. JSON is on one line and without `<`.
pub(super) fn parts(input: &Input<'_>) -> Result<Vec<(PartName, Vec<u8>)>, PublishError> {
    let settings = Settings {
        title: Some(title(input).to_owned()),
        unit_names: input.settings.unit_names.clone().into_iter().chain(unit_names(input)).collect(),
        ..input.settings.clone()
    };
    let json = |text: &str| escape::json(text.trim()).into_bytes();
    let mut parts = vec![
        (PartName::Corpus, json(&serde_json::to_string(input.corpus)?)),
        (PartName::Dict, input.dict.as_bytes().to_vec()),
        (PartName::Index, input.index.to_vec()),
        (PartName::Map, json(input.map)),
        (PartName::Settings, json(&serde_json::to_string(&settings)?)),
        (PartName::Wasm, input.app.wasm.clone()),
        (PartName::Worker, input.app.worker.wasm.clone()),
        (PartName::Towns, towns(input).into_bytes()),
        (PartName::AllTowns, input.towns.as_bytes().to_vec()),
        (PartName::WorkerScript, input.app.worker.whole().into_bytes()),
        (PartName::English, input.english.as_bytes().to_vec()),
        (PartName::Template, template(input).into_bytes()),
    ];
    parts.extend(input.app.late.clone().map(|late| (PartName::Late, late)));
    parts.sort_by_key(|part| part.0);
    Ok(parts)
}

/// The townships of the provinces that the corpus is about.
fn towns(input: &Input<'_>) -> String {
    let places =
        input.corpus.activities.iter().flat_map(|activity| &activity.places).map(|place| place.adcode);
    let regions =
        input.corpus.articles().filter_map(|(bulletin, article)| article.region.or(bulletin.region));
    of_provinces(input.towns, &places.chain(regions).map(|code| code.province()).collect())
}

/// Names that the corpus does not give: those of units above its places, which stand in the map data. The app
/// needs them at once, the rest of the map data only for a map.
fn unit_names(input: &Input<'_>) -> BTreeMap<Adcode, String> {
    #[derive(serde::Deserialize)]
    struct Named {
        #[serde(default)]
        units: Vec<Unit>,
    }
    #[derive(serde::Deserialize)]
    struct Unit {
        adcode: Adcode,
        name: String,
    }
    let places = input.corpus.activities.iter().flat_map(|activity| &activity.places);
    let places: BTreeSet<Adcode> = places.map(|place| place.adcode).collect();
    let regions = input.corpus.bulletins.iter().filter_map(|bulletin| bulletin.region);
    let above = |code: Adcode| std::iter::successors(code.parent(), |code| code.parent());
    let needed: BTreeSet<Adcode> = places.iter().copied().flat_map(above).chain(regions).collect();
    // Without map data there are no such names, and codes are shown.
    let named: Named = serde_json::from_str(input.map).unwrap_or(Named { units: Vec::new() });
    let wanted = |unit: &Unit| needed.contains(&unit.adcode) && !places.contains(&unit.adcode);
    named.units.into_iter().filter(wanted).map(|unit| (unit.adcode, unit.name)).collect()
}
