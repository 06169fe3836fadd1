//! What other scripts may ask (`window.gongxun`): `search(query, {limit})` and `open(state)`.

use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::archive::Archive;
use super::home::Home;
use super::late::Late;
use super::load::Library;
use super::results::{Results, is_open, results};
use super::spans::utf16;
use super::url::{Address, escape, parse, print};
use crate::search::snippet;

/// How many hits are given where no limit is.
const LIMIT: usize = 10;
/// How many characters of an article a hit shows.
const SNIPPET: usize = 96;

/// The object that the page hands out.
pub(super) fn api(library: Library, home: Rc<Home>) -> JsValue {
    let search =
        Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |query: JsValue, options: JsValue| {
            let limit = get(&options, "limit")
                .as_f64()
                .filter(|limit| *limit >= 0.0)
                .map_or(LIMIT, |limit| limit as usize);
            let query = query.as_string().unwrap_or_default();
            let loaded = library.here();
            future_to_promise(Box::pin(async move {
                let Some(loaded) = loaded else { return Ok(JsValue::NULL) };
                let address = Address { q: query, ..Address::default() };
                let mut answer = results(&loaded.archive, &address, None);
                // Words that stand nowhere may be a question. One that cannot be read is searched for as words.
                if is_open(&answer.found)
                    && let Ok(late) = Late::fetch().await
                {
                    answer = results(&loaded.archive, &address, Some(late));
                }
                Ok(hits(&loaded.archive, &answer, limit))
            }))
        });
    let open = Closure::<dyn Fn(JsValue)>::new(move |state: JsValue| home.go(&hash_of(&state)));
    let api = Object::new();
    set(&api, "search", &search.into_js_value());
    set(&api, "open", &open.into_js_value());
    api.into()
}

fn hits(archive: &Archive, answer: &Results, limit: usize) -> JsValue {
    let hits = Array::new();
    for hit in answer.hits.iter().take(limit) {
        let Some((bulletin, article)) = archive.article(hit.article) else { continue };
        let pieces = snippet(article, &answer.found.marked, SNIPPET).map(|snippet| snippet.pieces);
        let (mut text, ranges) = (String::new(), Array::new());
        for piece in pieces.unwrap_or_default() {
            let start = text.len();
            text.push_str(&piece.text);
            if piece.marked {
                let range = utf16(&text, start..text.len());
                ranges.push(&Array::of2(&(range.start as f64).into(), &(range.end as f64).into()));
            }
        }
        let one = Object::new();
        set(&one, "id", &article.id.as_str().into());
        set(&one, "title", &article.title.as_str().into());
        let date = archive.date_of(hit.article).map(|date| date.start.to_string());
        set(&one, "date", &date.map_or(JsValue::NULL, JsValue::from));
        set(&one, "source", &archive.bulletin_name(bulletin).into());
        set(&one, "snippet", &text.as_str().into());
        set(&one, "marks", &ranges);
        set(&one, "activities", &(answer.selected_of(archive, hit.article).len() as f64).into());
        hits.push(&one);
    }
    let out = Object::new();
    set(&out, "total", &(answer.hits.len() as f64).into());
    set(&out, "relaxed", &answer.found.relaxed.into());
    set(&out, "hits", &hits);
    out.into()
}

/// The hash of a state given as an object with the hash's keys, or as a hash.
pub(super) fn hash_of(state: &JsValue) -> String {
    if let Some(hash) = state.as_string() {
        return print(&parse(&hash).0);
    }
    let mut pairs = Vec::new();
    if let Some(object) = state.dyn_ref::<Object>() {
        for pair in Object::entries(object).iter() {
            let pair = Array::from(&pair);
            let (Some(key), value) = (pair.get(0).as_string(), pair.get(1)) else { continue };
            let text = |value: &JsValue| match value.as_string() {
                Some(text) => text,
                None if value.as_bool() == Some(true) => "1".to_owned(),
                None => value.as_f64().map(|number| number.to_string()).unwrap_or_default(),
            };
            let value = match value.dyn_ref::<Array>() {
                Some(items) => items.iter().map(|item| escape(&text(&item))).collect::<Vec<_>>().join(","),
                None if key == "q" => escape(&text(&value)),
                None => text(&value).split(',').map(escape).collect::<Vec<_>>().join(","),
            };
            pairs.push(format!("{}={value}", escape(&key)));
        }
    }
    print(&parse(&pairs.join("&")).0)
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a plain object of our own does not fail.
    let _ = Reflect::set(object, &key.into(), value);
}
