//! Starts explorers: the page that carries the program is offered a function that mounts one in an element, and
//! gets a handle to it. All of a page share one archive.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::AttrValue;

use super::api::hash_of;
use super::explorer::{Explorer, ExplorerProps};
use super::history::Bar;
use super::home::{Home, Kind, Line};
use super::load::Library;
use super::loader;
use super::state::{Action, Theme};

/// Offers the page `mount(element, options)`; see `static/parts.js` for what the options and the handle are.
pub fn start() {
    let library = Library::default();
    let mount =
        Closure::<dyn Fn(Element, JsValue) -> JsValue>::new(move |root: Element, options: JsValue| {
            mount(root, home(&options), library.clone())
        });
    loader::offer(&mount.into_js_value());
}

/// Renders into an element, in the page or in a shadow root, in place of what stands there.
fn mount(root: Element, home: Home, library: Library) -> JsValue {
    root.set_text_content(None);
    let home = Rc::new(home);
    let props = ExplorerProps { home: home.clone(), library };
    let app = yew::Renderer::<Explorer>::with_root_and_props(root, props).render();
    let app = RefCell::new(Some(app));
    let update = {
        let home = home.clone();
        Closure::<dyn Fn(String, String)>::new(move |key: String, value: String| {
            home.line.send(match key.as_str() {
                "theme" => Action::Paint(Theme::from_code(&value).unwrap_or_default()),
                _ => Action::Follow(key, value),
            });
        })
    };
    let open = Closure::<dyn Fn(JsValue)>::new(move |state: JsValue| home.go(&hash_of(&state)));
    let destroy = Closure::<dyn Fn()>::new(move || {
        if let Some(app) = app.take() {
            app.destroy();
        }
    });
    let handle = Object::new();
    for (name, function) in [
        ("update", update.into_js_value()),
        ("open", open.into_js_value()),
        ("destroy", destroy.into_js_value()),
    ] {
        // Setting a property of a plain object of our own does not fail.
        let _ = Reflect::set(&handle, &name.into(), &function);
    }
    handle.into()
}

fn home(options: &JsValue) -> Home {
    let get = |key: &str| Reflect::get(options, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |key: &str| get(key).as_string();
    let kind = match (text("kind").as_deref(), get("room").dyn_into::<Element>()) {
        (Some("element"), Ok(room)) => Kind::Element(room),
        (Some("frame"), _) => Kind::Frame,
        _ => Kind::Page,
    };
    Home {
        kind,
        hash: text("hash").unwrap_or_default(),
        theme: text("theme").and_then(|code| Theme::from_code(&code)).unwrap_or_default(),
        site: text("site").map(AttrValue::from),
        tell: get("tell").dyn_into::<Function>().ok(),
        line: Line::default(),
        bar: Bar::default(),
    }
}
