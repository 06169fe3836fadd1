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

/// Offers `answer([json, bytes…]) -> [json, bytes…]`.
pub fn start() {
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
