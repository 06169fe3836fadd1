//! What the late part draws, behind [`Door`](super::door::Door).

use yew::prelude::*;

use super::add::Add;
use super::answer::AnswerPanel;
use super::door::Room;
use super::embed::Embed;
use super::linked::Linked;
use super::{Page, about, stats};
use crate::app::late::Late;

/// Draws what stands behind a door.
#[inline(never)]
pub(super) fn draw(_: Late, room: Room, page: &Page) -> Html {
    match room {
        Room::About => about::about(page),
        Room::Add => html! { <Add ..page.clone() /> },
        Room::Answer => html! { <AnswerPanel ..page.clone() /> },
        Room::Embed => html! { <Embed ..page.clone() /> },
        Room::Linked => html! { <Linked ..page.clone() /> },
        Room::Stats => stats::stats(page),
    }
}
