//! My district and people like me (我的区县, 我是…): chosen once on the first screen, kept on the device only, and
//! then the latest for them.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Page;
use super::link::link;
use crate::app::archive::Archive;
use crate::app::state::{Action, Filter, Mine as Wish, reduce};
use crate::app::url::print;
use crate::corpus::Activity;
use crate::place::{Adcode, Level};

/// How many activities are listed.
const LATEST: usize = 5;

/// The choice, and what it finds.
#[component]
pub(super) fn Mine(page: &Page) -> Html {
    let words = page.words.figures;
    let wish = &page.state.mine;
    let key = (Rc::as_ptr(&page.archive) as usize, wish.clone());
    let latest = use_memo(key, |(_, wish)| latest(&page.archive, wish));
    let places = page.archive.offers.places.keys().copied();
    let places = places.filter(|code| matches!(code.level(), Level::City | Level::County));
    let places: Vec<(String, String)> =
        places.map(|code| (code.to_string(), page.archive.name(code))).collect();
    let audiences = page.archive.offers.audiences.iter().map(|name| (name.clone(), name.clone()));
    let audiences: Vec<(String, String)> = audiences.collect();
    if places.is_empty() && audiences.is_empty() {
        return Html::default();
    }
    let choose = |change: fn(&Wish, String) -> Wish| {
        let (act, wish) = (page.act.clone(), wish.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlSelectElement>() {
                act.emit(Action::Mine(change(&wish, field.value())));
            }
        })
    };
    let place = choose(|wish, code| Wish { place: code.parse().ok(), ..wish.clone() });
    let audience =
        choose(|wish, name| Wish { audience: Some(name).filter(|name| !name.is_empty()), ..wish.clone() });
    let chosen_place = wish.place.map(|code| code.to_string()).unwrap_or_default();
    let chosen_audience = wish.audience.clone().unwrap_or_default();
    html! {
        <section class="mine" aria-label={words.mine_title}>
            <div class="mine-choice">
                { select(page, words.my_place, &places, &chosen_place, place) }
                { select(page, words.my_audience, &audiences, &chosen_audience, audience) }
                if wish.is_set() {
                    <button type="button" class="quiet" onclick={page.on(Action::Mine(Wish::default()))}>
                        { words.forget }
                    </button>
                }
                <span class="figure-note">{ words.mine_note }</span>
            </div>
            if wish.is_set() { { found(page, wish, &latest) } }
        </section>
    }
}

fn select(
    page: &Page,
    label: &'static str,
    options: &[(String, String)],
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    let option = |(value, name): &(String, String)| {
        html! { <option key={value.clone()} value={value.clone()} selected={value == chosen}>{ name }</option> }
    };
    html! {
        if !options.is_empty() {
            <label class="mine-field">
                <span>{ label }</span>
                <select {onchange}>
                    <option value="" selected={chosen.is_empty()}>{ page.words.figures.unset }</option>
                    { for options.iter().map(option) }
                </select>
            </label>
        }
    }
}

fn found(page: &Page, wish: &Wish, latest: &[Activity]) -> Html {
    let words = page.words.figures;
    let name = wish.place.map(|code| page.archive.name(code));
    let what: Vec<String> = name.into_iter().chain(wish.audience.clone()).collect();
    let filters =
        wish.place.map(Filter::Place).into_iter().chain(wish.audience.clone().map(Filter::Audience));
    // A plain link: the browser goes to the address, so that both filters are one step back.
    let all = filters.map(Action::Toggle).fold((*page.state).clone(), reduce);
    let item = |activity: &Activity| {
        let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        html! {
            <li key={activity.id.to_string()}>
                <span class="mine-date">
                    { activity.date.as_ref().map_or_else(|| page.words.no_date.to_owned(), page.words.date) }
                </span>
                { link(page, open, "", html! { &activity.title }) }
            </li>
        }
    };
    html! {
        <div class="mine-latest">
            <h2>{ (words.mine_latest)(&what.join(" · ")) }</h2>
            if latest.is_empty() {
                <p class="figure-note">{ words.mine_none }</p>
            } else {
                <ul>{ for latest.iter().map(item) }</ul>
                <a href={format!("#{}", print(&all.address))}>{ words.mine_all }</a>
            }
        </div>
    }
}

/// The latest activities in a district for an audience, those without a date after the others.
fn latest(archive: &Archive, wish: &Wish) -> Vec<Activity> {
    let within = |place: Adcode, activity: &&Activity| {
        activity.places.iter().any(|other| place.contains(other.adcode))
    };
    let wished = |activity: &&Activity| {
        wish.place.is_none_or(|place| within(place, activity))
            && wish.audience.as_ref().is_none_or(|name| activity.audiences.contains(name))
    };
    let mut found: Vec<&Activity> = match wish.is_set() {
        true => archive.corpus.activities.iter().filter(wished).collect(),
        false => Vec::new(),
    };
    found.sort_by_key(|activity| std::cmp::Reverse(activity.date.as_ref().map(|date| date.end)));
    found.into_iter().take(LATEST).cloned().collect()
}
