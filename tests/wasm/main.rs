//! What only a browser can tell, run in a headless Chromium by wasm-bindgen's test runner; natively, nothing.

#![cfg(target_arch = "wasm32")]

mod loader;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
