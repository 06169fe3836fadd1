//! The edge to the page: what `__gongxun.part` gives and refuses arrives typed.

use gongxun::app::loader::{LoadErrorKind, part};
use gongxun::publish::PartName;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen_test::wasm_bindgen_test;

/// Puts in place a page whose `part(name)` is this function body.
fn page(body: &str) {
    let page = Object::new();
    Reflect::set(&page, &"part".into(), &Function::new_with_args("name", body)).unwrap();
    Reflect::set(&js_sys::global(), &"__gongxun".into(), &page).unwrap();
}

#[wasm_bindgen_test]
async fn the_text_of_a_part_arrives() {
    page("return Promise.resolve(name + ' 劳模\\u{20bb7}')");
    assert_eq!(part(PartName::Corpus).await.unwrap(), "corpus 劳模𠮷");
}

#[wasm_bindgen_test]
async fn a_refusal_keeps_its_kind_and_words() {
    for (kind, expected) in [
        ("missing", LoadErrorKind::Missing),
        ("damaged", LoadErrorKind::Damaged),
        ("version", LoadErrorKind::Version),
    ] {
        page(&format!("return Promise.reject(Object.assign(new Error('资料不完整'), {{ kind: '{kind}' }}))"));
        let error = part(PartName::Dict).await.unwrap_err();
        assert_eq!((error.kind, error.message.as_str()), (expected, "资料不完整"));
    }
}

#[wasm_bindgen_test]
async fn a_refusal_of_another_make_is_an_error_too() {
    page("return Promise.reject('没有网')");
    assert_eq!(part(PartName::Map).await.unwrap_err().message, "没有网");
    page("return Promise.resolve(7)");
    assert!(part(PartName::Map).await.is_err());
}
