//! The worker's edge: `static/worker-script.js` is given a function that answers, and carries messages to it, in a worker
//! or, where there can be none, in the page.

use std::cell::RefCell;

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

use super::{Reply, Worker, answer};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __gongxunWorker, js_name = offer)]
    fn js_offer(answer: &JsValue);
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// The browser's own decoder.
#[cfg(not(feature = "cli"))]
fn decode(charset: crate::ingest::charset::Charset, bytes: &[u8]) -> String {
    let options = js_sys::Object::new();
    // Setting a property of a plain object of our own does not fail.
    let _ = js_sys::Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE);
    let decoder = TextDecoder::new(charset.name(), &options);
    let text = decoder.and_then(|decoder| decoder.decode(bytes));
    text.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
}

/// Offers `answer([json, bytes…]) -> [json, bytes…]`.
pub fn start() {
    #[cfg(not(feature = "cli"))]
    crate::ingest::charset::lend_decoder(decode);
    let worker = RefCell::new(Worker::default());
    let answered = Closure::<dyn Fn(Array) -> Array>::new(move |message: Array| {
        let mut parts = message.iter();
        let request = parts.next().and_then(|json| json.as_string()).unwrap_or_default();
        let beside: Vec<Vec<u8>> =
            parts.filter_map(|part| Some(part.dyn_into::<Uint8Array>().ok()?.to_vec())).collect();
        let (reply, bytes) = match serde_json::from_str(&request) {
            Ok(request) => answer(&mut worker.borrow_mut(), &request, &beside),
            Err(error) => (Reply::Failed(format!("不懂这个请求（{error}）。")), Vec::new()),
        };
        // These types have a JSON form.
        let reply = serde_json::to_string(&reply).unwrap_or_default();
        let message = Array::of1(&JsString::from(reply));
        for bytes in &bytes {
            message.push(&Uint8Array::from(bytes.as_slice()));
        }
        message
    });
    js_offer(&answered.into_js_value());
}
