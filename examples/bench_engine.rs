//! The engine for the bench in the browser: `cargo xtask bench` compiles it as the app is compiled.

use gongxun::search::{Engine, complete, near_misses, parse};
use gongxun::text::Segmenter;
use wasm_bindgen::prelude::wasm_bindgen;

/// A loaded index.
#[wasm_bindgen]
pub struct Bench(Engine);

#[wasm_bindgen]
impl Bench {
    /// Loads an index with its dictionary.
    #[wasm_bindgen(constructor)]
    pub fn new(index: Vec<u8>, dict: &str) -> Result<Bench, String> {
        let segmenter = Segmenter::from_dict(dict).map_err(|error| error.to_string())?;
        Engine::from_bytes(index, &segmenter).map(Bench).map_err(|error| error.to_string())
    }

    /// The articles found, best first; none where nothing contains all of the query.
    pub fn find(&self, query: &str) -> Vec<u32> {
        let found = self.0.find(&parse(query));
        if found.relaxed {
            return Vec::new();
        }
        found.articles.iter().map(|hit| hit.article.0).collect()
    }

    /// How many completions there are.
    pub fn complete(&self, typed: &str) -> usize {
        complete(&self.0, typed, typed.len(), 8).len()
    }

    /// How many near misses there are.
    pub fn near(&self, query: &str) -> usize {
        near_misses(&self.0, query).len()
    }

    /// How many articles match in part.
    pub fn sharing(&self, query: &str) -> usize {
        let query = parse(query);
        self.0.sharing(&query, &self.0.find(&query), 10).len()
    }
}

fn main() {}
