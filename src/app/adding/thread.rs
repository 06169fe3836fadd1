//! Asks the worker: messages as its side understands them, errors in words.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::loader;
use crate::app::worker::{Reply, Request};

/// Asks the worker, which is loaded when it is first asked.
///
/// # Errors
/// In Chinese: it could not be loaded, it broke down, or it cannot answer.
pub(super) async fn ask(request: &Request, beside: &[&[u8]]) -> Result<(Reply, Vec<Vec<u8>>), String> {
    let asks = loader::worker().await.map_err(|error| error.message)?;
    let message = Array::of1(&serde_json::to_string(request).unwrap_or_default().into());
    for bytes in beside {
        message.push(&Uint8Array::from(*bytes));
    }
    let said = asked(&asks, &message).await.map_err(|error| loader::load_error(&error).message)?;
    let mut parts = said.iter();
    let json = parts.next().and_then(|json| json.as_string()).unwrap_or_default();
    let bytes = parts.filter_map(|part| Some(part.dyn_into::<Uint8Array>().ok()?.to_vec())).collect();
    match serde_json::from_str(&json) {
        Ok(Reply::Failed(why)) => Err(why),
        Ok(reply) => Ok((reply, bytes)),
        Err(error) => Err(format!("不懂这个回答（{error}）。")),
    }
}

async fn asked(asks: &Function, message: &Array) -> Result<Array, JsValue> {
    let promise = asks.call1(&JsValue::UNDEFINED, message)?.dyn_into::<Promise>()?;
    JsFuture::from(promise).await?.dyn_into::<Array>()
}
