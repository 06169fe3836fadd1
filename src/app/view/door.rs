//! Doors to what the late part draws: until it is there, its place says so.

use yew::prelude::*;

use super::Page;
use super::rooms::draw;
use crate::app::late::LateStage;
use crate::app::url::View;

/// What the late part draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    About,
    Add,
    /// The answer to a plain question; nobody waits for it.
    Answer,
    Embed,
    /// Time and places.
    Linked,
    Stats,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DoorProps {
    pub(super) page: Page,
    pub(super) to: Room,
}

/// What stands behind a door.
#[component]
pub(super) fn Door(props: &DoorProps) -> Html {
    let DoorProps { page, to } = props;
    let quiet = *to == Room::Answer;
    let wanted = !quiet || !page.state.address.q.trim().is_empty();
    use_effect_with((page.late.clone(), wanted), |(late, wanted)| {
        if *wanted {
            late.wish();
        }
    });
    // A map needs both; they come side by side.
    let mapped = *to == Room::Linked && page.state.address.view == View::Map;
    use_effect_with((page.atlas.clone(), mapped), |(atlas, mapped)| {
        if *mapped {
            atlas.wish();
        }
    });
    let words = page.words;
    match &page.late.stage {
        LateStage::Here(late) => draw(*late, *to, page),
        _ if !wanted => Html::default(),
        LateStage::Failed(why) => {
            let late = page.late.clone();
            let retry = Callback::from(move |_: MouseEvent| late.retry());
            let meaning = words.failure("missing");
            html! {
                <div class="notice" role="alert">
                    if !meaning.is_empty() { <p>{ meaning }</p> }
                    <p lang={words.lang_of_data()}>{ why.clone() }</p>
                    <button type="button" class="quiet" onclick={retry}>{ words.retry }</button>
                </div>
            }
        }
        LateStage::Unasked | LateStage::OnItsWay if quiet => Html::default(),
        LateStage::Unasked | LateStage::OnItsWay => html! {
            <div class="state">
                <p role="status">{ words.loading }</p>
                <div class="pulse" aria-hidden="true" />
            </div>
        },
    }
}
