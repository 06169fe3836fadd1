//! The one edge between the app and the page that carries it: parts come from `static/parts.js`, which loads
//! and checks them; what other scripts may call goes to it.

use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::publish::PartName;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __gongxun, js_name = part, catch)]
    async fn js_part(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = bytes, catch)]
    async fn js_bytes(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = has)]
    fn js_has(name: &str) -> bool;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = shell, catch)]
    async fn js_shell() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = late, catch)]
    async fn js_late() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = worker, catch)]
    async fn js_worker() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = __gongxun, js_name = offer)]
    fn js_offer(mount: &JsValue);
    #[wasm_bindgen(js_namespace = __gongxun, js_name = started)]
    fn js_started(api: &JsValue);
    #[wasm_bindgen(js_namespace = __gongxun, js_name = failed)]
    fn js_failed(error: &JsValue);
}

/// Why a part could not be loaded. `message` is Chinese and says what was expected, what came, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The kind.
    pub kind: LoadErrorKind,
    /// For the reader.
    pub message: String,
}

/// The kinds of [`LoadError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// It is not there, or the network failed.
    Missing,
    /// It is not the bytes that were published: cut off or changed.
    Damaged,
    /// It was made for another version of this program.
    Version,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The text of a part, checked against its size and checksum. After a failure a further call loads it anew.
///
/// # Errors
/// See [`LoadErrorKind`].
pub async fn part(name: PartName) -> Result<String, LoadError> {
    let value = js_part(name.as_str()).await.map_err(|error| load_error(&error))?;
    value.as_string().ok_or_else(|| LoadError {
        kind: LoadErrorKind::Damaged,
        message: format!("{} 不是文字。", name.as_str()),
    })
}

/// The bytes of a part that is no text, checked alike.
///
/// # Errors
/// See [`LoadErrorKind`].
pub async fn bytes(name: PartName) -> Result<Vec<u8>, LoadError> {
    let value = js_bytes(name.as_str()).await.map_err(|error| load_error(&error))?;
    value.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec).ok_or_else(|| LoadError {
        kind: LoadErrorKind::Damaged,
        message: format!("{} 不是字节。", name.as_str()),
    })
}

/// Whether the page has a part.
pub fn has(name: PartName) -> bool {
    js_has(name.as_str())
}

/// The texts that the page is made of beside its parts: style, script, glue.
///
/// # Errors
/// See [`LoadErrorKind`].
pub async fn shell() -> Result<Vec<String>, LoadError> {
    let texts = js_shell().await.map_err(|error| load_error(&error))?;
    Ok(js_sys::Array::from(&texts).iter().filter_map(|text| text.as_string()).collect())
}

/// Fetches the late part of the program and puts it behind this one.
///
/// # Errors
/// See [`LoadErrorKind`].
pub(super) async fn late() -> Result<(), LoadError> {
    js_late().await.map(drop).map_err(|error| load_error(&error))
}

/// The function that asks the worker: `ask([json, bytes…])` gives a promise of the answer in the same form.
///
/// # Errors
/// See [`LoadErrorKind`].
pub async fn worker() -> Result<js_sys::Function, LoadError> {
    let value = js_worker().await.map_err(|error| load_error(&error))?;
    value.dyn_into().map_err(|_| LoadError {
        kind: LoadErrorKind::Damaged,
        message: "程序不完整。请重新获取。".to_owned(),
    })
}

/// Offers the page the function that mounts an explorer in an element.
pub fn offer(mount: &JsValue) {
    js_offer(mount);
}

/// Says that the app can search; `api` has `search(query, options)` and `open(state)`.
pub fn started(api: &JsValue) {
    js_started(api);
}

/// Says that the app cannot go on, and has said so in the page.
pub fn failed(message: &str) {
    js_failed(&js_sys::Error::new(message));
}

/// An error that the page gave.
pub(super) fn load_error(error: &JsValue) -> LoadError {
    let text = |key: &str| Reflect::get(error, &key.into()).ok().and_then(|value| value.as_string());
    let kind = match text("kind").as_deref() {
        Some("missing") => LoadErrorKind::Missing,
        Some("version") => LoadErrorKind::Version,
        _ => LoadErrorKind::Damaged,
    };
    let message = text("message")
        .or_else(|| error.dyn_ref::<js_sys::JsString>().map(String::from))
        .unwrap_or_else(|| "载入失败。".to_owned());
    LoadError { kind, message }
}
