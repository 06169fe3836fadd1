//! What has no date and may lie in the chosen period all the same: how many, beside every count, and which they are.
//! None of it is counted, and no date is made up for it.

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::state::Action;
use crate::search::ActivityIx;

/// How many are listed.
const LISTED: usize = 50;

/// A line below the heading that opens the list of them; nothing without a period, or where there are none.
pub(super) fn maybe(page: &Page) -> Html {
    let (words, all) = (page.words, &page.results.maybe);
    if all.is_empty() {
        return Html::default();
    }
    // Where nothing else was found, they are what the reader gets.
    let open = page.results.hits.is_empty();
    html! {
        <details class="maybe" {open}>
            <summary>{ words.maybe(all.len()) }</summary>
            <ul>
                { for all.iter().take(LISTED).filter_map(|&ix| row(page, ix)) }
                if all.len() > LISTED { <li>{ words.figures.undated_more(all.len() - LISTED) }</li> }
            </ul>
        </details>
    }
}

fn row(page: &Page, ix: ActivityIx) -> Option<Html> {
    let activity = page.archive.activity(ix)?;
    let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
    let said = activity.undated.as_ref().map(|undated| undated.words.as_str()).unwrap_or_default();
    Some(html! {
        <li key={activity.id.to_string()}>
            { link(page, open, "", spoken(page.words, &activity.title)) }
            if let Some(place) = activity.places.first() { <span class="sub-facts">{ spoken(page.words, &place.name) }</span> }
            if !said.is_empty() { <span class="sub-facts">{ spoken(page.words, &format!("“{said}”")) }</span> }
            if let Some(printed) = page.archive.printed(page.archive.article_of(ix)) {
                <span class="sub-facts">{ page.words.printed(&page.words.date(printed)) }</span>
            }
        </li>
    })
}

/// Beside a count: how many more there may be.
pub(super) fn beside(page: &Page, count: usize) -> Html {
    html! { <span class="perhaps" title={page.words.maybe(count)}>{ page.words.maybe_short(count) }</span> }
}
