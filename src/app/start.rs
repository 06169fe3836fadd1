//! Starts the app in the page's `#app`: loads the corpus and shows what it holds, or why it cannot.

use yew::prelude::*;

use super::loader;
use crate::corpus::Corpus;
use crate::publish::PartName;

/// Renders into `#app`.
pub fn start() {
    let root = gloo::utils::document().get_element_by_id("app");
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[component]
fn App() -> Html {
    let corpus = use_state(|| None::<Result<Corpus, String>>);
    let set = corpus.clone();
    use_effect_with((), move |()| {
        wasm_bindgen_futures::spawn_local(async move {
            let read = load().await;
            match &read {
                Ok(_) => loader::started(&js_sys::Object::new()),
                Err(message) => loader::failed(message),
            }
            set.set(Some(read));
        });
    });
    match &*corpus {
        None => html! { <main data-state="loading"><p role="status">{ "正在载入……" }</p></main> },
        Some(Err(message)) => html! { <main data-state="error"><p role="alert">{ message }</p></main> },
        Some(Ok(corpus)) => html! {
            <main data-phase="ready">
                <h1>{ &corpus.title }</h1>
                <p>{ format!("{} 篇文章，{} 项活动", corpus.articles().count(), corpus.activities.len()) }</p>
            </main>
        },
    }
}

async fn load() -> Result<Corpus, String> {
    let text = loader::part(PartName::Corpus).await.map_err(|error| error.message)?;
    Corpus::from_json(&text).map_err(|error| error.to_string())
}
