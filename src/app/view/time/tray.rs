//! What stands beneath the timeline: which colour is what, and what has no date and why.

use yew::prelude::*;

use super::super::Page;
use super::super::link::link;
use super::super::tongue::spoken;
use super::series::Stacked;
use crate::app::state::Action;

/// How many undated activities are listed for each reason.
const LISTED: usize = 50;

/// Which colour is what.
pub(super) fn legend(page: &Page, stacked: &Stacked, vague: bool) -> Html {
    let entry = |name: &str, class: &'static str| {
        html! {
            <li>
                <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                    <rect {class} x="1" y="1" width="12" height="12" rx="2" />
                </svg>
                { spoken(page.words, name) }
            </li>
        }
    };
    html! {
        <ul class="legend">
            { for stacked.series.iter().map(|(name, class)| entry(name, class)) }
            if vague { { entry(page.words.figures.vague, "c-vague") } }
        </ul>
    }
}

/// What has no date, by reason.
pub(in crate::app::view) fn tray(page: &Page) -> Html {
    let (words, results) = (page.words, &page.results);
    let all: usize = results.undated.iter().map(|(_, list)| list.len()).sum();
    if all == 0 {
        return Html::default();
    }
    let reason = |(why, list): &(crate::corpus::UndatedReason, Vec<crate::search::ActivityIx>)| {
        let item = |&ix: &crate::search::ActivityIx| {
            let activity = page.archive.activity(ix)?;
            let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
            let said = activity.undated.as_ref().map(|undated| undated.words.clone());
            Some(html! {
                <li key={activity.id.to_string()}>
                    { link(page, open, "", spoken(words, &activity.title)) }
                    if let Some(said) = said.filter(|said| !said.is_empty()) { <span class="said">{ spoken(words, &format!("“{said}”")) }</span> }
                </li>
            })
        };
        html! {
            <details key={*why as usize}>
                <summary>{ words.undated_reason(*why) }<span class="number">{ list.len() }</span></summary>
                <ul>
                    { for list.iter().take(LISTED).filter_map(item) }
                    if list.len() > LISTED { <li>{ words.figures.undated_more(list.len() - LISTED) }</li> }
                </ul>
            </details>
        }
    };
    html! {
        <div class="tray">
            <p>{ words.undated(all) }</p>
            { for results.undated.iter().filter(|(_, list)| !list.is_empty()).map(reason) }
        </div>
    }
}
