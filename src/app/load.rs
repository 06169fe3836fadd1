//! From the parts that the page carries to an archive, or to the reason why there is none.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::archive::Archive;
use super::atlas::Atlas;
use super::device;
use super::loader::{LoadError, LoadErrorKind, bytes, part};
use super::view::Failure;
use super::words::arrive;
use crate::corpus::{Corpus, from_json};
use crate::publish::{PartName, Settings};
use crate::search::{Engine, IndexError};
use crate::text::Segmenter;

/// What one explorer needs.
#[derive(Clone)]
pub(super) struct Loaded {
    pub(super) archive: Rc<Archive>,
    pub(super) settings: Rc<Settings>,
}

/// What came of loading.
pub(super) type Outcome = Result<Loaded, Failure>;

/// What all explorers of a page share: the archive is loaded once, however many ask for it.
#[derive(Clone, Default)]
pub(super) struct Library(Rc<RefCell<Shelf>>);

#[derive(Default)]
enum Shelf {
    #[default]
    Empty,
    /// On its way, with those that wait.
    Coming(Vec<Callback<Outcome>>),
    Here(Loaded),
}

impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Library {
    /// Answers when the archive is there, or with the reason why not; asked again after that, it tries anew.
    pub(super) fn ask(&self, answer: Callback<Outcome>) {
        let mut shelf = self.0.borrow_mut();
        match &mut *shelf {
            Shelf::Here(loaded) => {
                let loaded = loaded.clone();
                drop(shelf);
                answer.emit(Ok(loaded));
            }
            Shelf::Coming(waiting) => waiting.push(answer),
            Shelf::Empty => {
                *shelf = Shelf::Coming(vec![answer]);
                let library = self.clone();
                spawn_local(async move { library.arrived(load().await) });
            }
        }
    }

    /// What was loaded, with what was added to it since.
    pub(super) fn here(&self) -> Option<Loaded> {
        match &*self.0.borrow() {
            Shelf::Here(loaded) => Some(loaded.clone()),
            Shelf::Empty | Shelf::Coming(_) => None,
        }
    }

    /// Puts another archive in the place of the one that was loaded.
    pub(super) fn put(&self, archive: Rc<Archive>) -> Option<Loaded> {
        let loaded = Loaded { archive, ..self.here()? };
        *self.0.borrow_mut() = Shelf::Here(loaded.clone());
        Some(loaded)
    }

    fn arrived(&self, outcome: Outcome) {
        let next = outcome.clone().map_or(Shelf::Empty, Shelf::Here);
        if let Shelf::Coming(waiting) = self.0.replace(next) {
            waiting.into_iter().for_each(|answer| answer.emit(outcome.clone()));
        }
    }
}

/// Loads everything. A further call after a failure tries anew.
async fn load() -> Result<Loaded, Failure> {
    let corpus = Corpus::from_json(&part(PartName::Corpus).await.map_err(not_loaded)?)
        .map_err(|error| Failure { kind: error.code(), message: format!("资料不能用。{error}") })?;
    let settings = part(PartName::Settings).await.map_err(not_loaded)?;
    let settings: Settings = from_json(&settings).map_err(|error| Failure {
        kind: "settings",
        message: format!("设置不合格式（{error}）。请重新生成网站。"),
    })?;
    let segmenter =
        Segmenter::from_dict(&part(PartName::Dict).await.map_err(not_loaded)?).map_err(|error| Failure {
            kind: "dict",
            message: format!("词典不能用（{error}）。请重新生成网站。"),
        })?;
    let engine = engine(&corpus, bytes(PartName::Index).await.map_err(not_loaded)?, &segmenter)?;
    let mut archive = Archive::new(corpus, engine, settings.unit_names.clone());
    archive.asking.today = device::today();
    archive.asking.region = settings.region.or(archive.asking.region);
    Ok(Loaded { archive: Rc::new(archive), settings: Rc::new(settings) })
}

/// Loads what maps are drawn from. A view asks for it when it first shows one.
pub(super) async fn load_atlas() -> Result<Atlas, Failure> {
    let text = part(PartName::Map).await.map_err(not_loaded)?;
    Atlas::from_json(&text).map_err(|error| Failure {
        kind: "map",
        message: format!("地图资料不合格式（{error}）。请重新生成网站。"),
    })
}

/// Loads the English words, once for all explorers of a page.
pub(super) async fn load_words() -> Result<(), Failure> {
    let text = part(PartName::English).await.map_err(not_loaded)?;
    arrive(text).map_err(|error| Failure { kind: "version", message: format!("{error}。") })
}

/// The engine of an index that was made for this corpus.
fn engine(corpus: &Corpus, index: Vec<u8>, segmenter: &Segmenter) -> Result<Engine, Failure> {
    let engine = Engine::from_bytes(index, segmenter).map_err(|error| {
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
