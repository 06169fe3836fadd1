//! From the parts that the page carries to an archive, or to the reason why there is none.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::archive::Archive;
use super::device;
use super::loader::{LoadError, LoadErrorKind, bytes, part};
use super::view::Failure;
use crate::corpus::Corpus;
use crate::place::Adcode;
use crate::publish::{PartName, Settings};
use crate::search::{Engine, IndexError};
use crate::text::Segmenter;

/// What one explorer needs.
#[derive(Clone)]
pub(super) struct Loaded {
    pub(super) archive: Rc<Archive>,
    pub(super) settings: Rc<Settings>,
}

/// What this version reads of the map data: names of units, the corpus' and those above them.
#[derive(serde::Deserialize)]
struct Units {
    #[serde(default)]
    names: BTreeMap<Adcode, String>,
}

/// Loads everything. A further call after a failure tries anew.
pub(super) async fn load() -> Result<Loaded, Failure> {
    let corpus = Corpus::from_json(&part(PartName::Corpus).await.map_err(not_loaded)?)
        .map_err(|error| Failure { kind: error.code(), message: format!("资料不能用。{error}") })?;
    let settings = part(PartName::Settings).await.map_err(not_loaded)?;
    let settings: Settings = serde_json::from_str(&settings).map_err(|error| Failure {
        kind: "settings",
        message: format!("设置不合格式（{error}）。请重新生成网站。"),
    })?;
    let segmenter =
        Segmenter::from_dict(&part(PartName::Dict).await.map_err(not_loaded)?).map_err(|error| Failure {
            kind: "dict",
            message: format!("词典不能用（{error}）。请重新生成网站。"),
        })?;
    let units = part(PartName::Map).await.map_err(not_loaded)?;
    let units: Units = serde_json::from_str(&units).map_err(|error| Failure {
        kind: "map",
        message: format!("地图资料不合格式（{error}）。请重新生成网站。"),
    })?;
    let engine = engine(&corpus, &bytes(PartName::Index).await.map_err(not_loaded)?, &segmenter)?;
    let mut archive = Archive::new(corpus, engine, units.names);
    archive.asking.today = device::today();
    archive.asking.region = settings.region.or(archive.asking.region);
    Ok(Loaded { archive: Rc::new(archive), settings: Rc::new(settings) })
}

/// The engine of an index that was made for this corpus.
fn engine(corpus: &Corpus, index: &[u8], segmenter: &Segmenter) -> Result<Engine, Failure> {
    let engine = Engine::decode(index, segmenter).map_err(|error| {
        let kind = if matches!(error, IndexError::Version { .. }) { "version" } else { "damaged" };
        Failure { kind, message: format!("索引不能用。{error}。") }
    })?;
    let (articles, activities) = (corpus.articles().count(), corpus.activities.len());
    let indexed = (engine.columns().articles.len(), engine.columns().activities.len());
    if indexed != (articles, activities) {
        return Err(Failure {
            kind: "version",
            message: format!(
                "索引与资料不是一套：资料有 {articles} 篇文章、{activities} 项活动，索引有 {} 篇、{} 项。请重新生成网站。",
                indexed.0, indexed.1
            ),
        });
    }
    Ok(engine)
}

fn not_loaded(error: LoadError) -> Failure {
    let kind = match error.kind {
        LoadErrorKind::Missing => "missing",
        LoadErrorKind::Damaged => "damaged",
        LoadErrorKind::Version => "version",
    };
    Failure { kind, message: error.message }
}
