//! Before there is an archive: it is on its way, it did not come, or it is empty.

use yew::prelude::*;

use crate::app::words::Words;

/// Why there is no archive, for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// A stable name of the kind, such as `missing`, `damaged`, `version`.
    pub kind: &'static str,
    /// What was expected, what came, what to do.
    pub message: String,
}

/// The archive is on its way.
pub fn loading(words: &Words) -> Html {
    html! {
        <main class="state">
            <p class="wordmark">{ words.name }</p>
            <p role="status">{ words.loading }</p>
            <div class="pulse" aria-hidden="true" />
        </main>
    }
}

/// The archive did not come.
pub fn failure(words: &Words, failure: &Failure, retry: Callback<MouseEvent>) -> Html {
    let meaning = words.failure(failure.kind);
    html! {
        <main class="state" data-error={failure.kind}>
            <p class="wordmark">{ words.name }</p>
            <div role="alert">
                <h1>{ words.failed }</h1>
                if !meaning.is_empty() { <p>{ meaning }</p> }
                <p lang={words.lang_of_data()}>{ &failure.message }</p>
            </div>
            <button type="button" class="button" onclick={retry}>{ words.retry }</button>
        </main>
    }
}

/// The archive came and has nothing in it.
pub(super) fn empty(words: &Words) -> Html {
    html! {
        <div class="state">
            <h1>{ words.empty_title }</h1>
            <p>{ words.empty_text }</p>
        </div>
    }
}
