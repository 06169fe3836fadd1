//! My district and people like me (我的区县, 我是…): chosen once on the first screen, kept on the device only, and
//! then the latest for them.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::archive::Archive;
use crate::app::state::{Action, Filter, Mine as Wish, reduce};
use crate::app::url::print;
use crate::corpus::Activity;
use crate::place::{Adcode, Level};
use crate::text::is_ideograph;

/// How many activities are listed.
const LATEST: usize = 5;

/// The choice, and what it finds.
#[component]
pub(super) fn Mine(page: &Page) -> Html {
    let words = page.words.figures;
    let wish = &page.state.mine;
    let key = (Rc::as_ptr(&page.archive) as usize, wish.clone());
    let latest = use_memo(key, |(_, wish)| latest(&page.archive, wish));
    let places = places(page);
    let audiences =
        page.archive.offers.audiences.iter().map(|name| (name.clone(), page.words.label(name).to_owned()));
    let audiences = Group { name: None, options: audiences.collect() };
    if places.is_empty() && audiences.options.is_empty() {
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
                { select(page, words.my_audience, &[audiences], &chosen_audience, audience) }
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

/// Options under a heading: values and names.
struct Group {
    name: Option<String>,
    options: Vec<(String, String)>,
}

/// Cities and counties by province, the archive's own province first and with all its units: who lives in one of which
/// nothing is told should learn that, not miss it in the list.
fn places(page: &Page) -> Vec<Group> {
    let (archive, words) = (&page.archive, page.words.figures);
    let offers = &archive.offers.places;
    let home = page.settings.region.map(Adcode::province).or_else(|| archive.home());
    let mut provinces: Vec<Adcode> =
        offers.keys().copied().filter(|code| code.level() == Level::Province).collect();
    provinces.sort_by_key(|code| {
        let count = offers.get(code).map_or(0, |count| count.within);
        (Some(*code) != home, std::cmp::Reverse(count), *code)
    });
    let group = |province: Adcode| {
        let units = match Some(province) == home {
            true => archive.units_of(province),
            false => offers.keys().copied().filter(|&code| code.province() == province).collect(),
        };
        let units: Vec<Adcode> = units.into_iter().filter(|code| code.level() > Level::Province).collect();
        let option = |&code: &Adcode| {
            let beneath = code.parent().is_some_and(|above| units.contains(&above));
            let name = format!("{}{}", if beneath { "　" } else { "" }, archive.name(code));
            let none = !offers.contains_key(&code);
            (code.to_string(), if none { words.no_material(&name) } else { name })
        };
        Group { name: Some(archive.name(province)), options: units.iter().map(option).collect() }
    };
    provinces.into_iter().map(group).filter(|group| !group.options.is_empty()).collect()
}

fn select(
    page: &Page,
    label: &'static str,
    groups: &[Group],
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    let lang = |name: &str| page.words.lang_of_data().filter(|_| name.contains(is_ideograph));
    let option = |(value, name): &(String, String)| {
        html! { <option key={value.clone()} value={value.clone()} selected={value == chosen} lang={lang(name)}>{ name }</option> }
    };
    let group = |group: &Group| {
        let options: Html = group.options.iter().map(option).collect();
        match &group.name {
            Some(name) => {
                html! { <optgroup key={name.clone()} label={name.clone()} lang={lang(name)}>{ options }</optgroup> }
            }
            None => options,
        }
    };
    html! {
        if groups.iter().any(|group| !group.options.is_empty()) {
            <label class="mine-field">
                <span>{ label }</span>
                <select {onchange}>
                    <option value="" selected={chosen.is_empty()}>{ page.words.figures.unset }</option>
                    { for groups.iter().map(group) }
                </select>
            </label>
        }
    }
}

fn found(page: &Page, wish: &Wish, latest: &Latest) -> Html {
    let words = page.words.figures;
    let asked = name(page, wish);
    // A plain link: the browser goes to the address, so that both filters are one step back.
    let answered = &latest.wish;
    let filters =
        answered.place.map(Filter::Place).into_iter().chain(answered.audience.clone().map(Filter::Audience));
    let all = filters.map(Action::Toggle).fold((*page.state).clone(), reduce);
    let item = |activity: &Activity| {
        let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        html! {
            <li key={activity.id.to_string()}>
                <span class="mine-date">
                    { activity.date.as_ref().map_or_else(|| page.words.no_date.to_owned(), |date| page.words.date(date)) }
                </span>
                { link(page, open, "", spoken(page.words, &activity.title)) }
            </li>
        }
    };
    html! {
        <div class="mine-latest">
            if *answered != *wish || latest.activities.is_empty() {
                <p class="figure-note">{ spoken(page.words, &words.mine_none(&asked)) }</p>
            }
            if !latest.activities.is_empty() {
                <h2>{ spoken(page.words, &words.mine_latest(&name(page, answered))) }</h2>
                <ul>{ for latest.activities.iter().map(item) }</ul>
                <a href={format!("#{}", print(&all.address))}>{ words.mine_all }</a>
            }
        </div>
    }
}

fn name(page: &Page, wish: &Wish) -> String {
    let place = wish.place.map(|code| page.archive.name(code));
    let audience = wish.audience.as_deref().map(|name| page.words.label(name).to_owned());
    place.into_iter().chain(audience).collect::<Vec<_>>().join(" · ")
}

/// What was found, and for which wish: the reader's own, or the nearest one that finds anything.
#[derive(Clone, PartialEq)]
struct Latest {
    wish: Wish,
    activities: Vec<Activity>,
}

/// The latest activities for a wish. Where there are none: those of the district for whomever, of the units above it,
/// then for those people anywhere.
fn latest(archive: &Archive, wish: &Wish) -> Latest {
    let above = std::iter::successors(wish.place, |code| code.parent()).filter(|code| *code != Adcode::CHINA);
    let wider = above.map(|place| Wish { place: Some(place), audience: None });
    let people = Wish { place: None, audience: wish.audience.clone() };
    let steps = std::iter::once(wish.clone()).chain(wider).chain([people]);
    for step in steps.filter(Wish::is_set) {
        let activities = matching(archive, &step);
        if !activities.is_empty() {
            return Latest { wish: step, activities };
        }
    }
    Latest { wish: wish.clone(), activities: Vec::new() }
}

/// The latest activities in a district for an audience, those without a date after the others.
fn matching(archive: &Archive, wish: &Wish) -> Vec<Activity> {
    let within = |place: Adcode, activity: &&Activity| {
        activity.places.iter().any(|other| place.contains(other.adcode))
    };
    let wished = |activity: &&Activity| {
        wish.place.is_none_or(|place| within(place, activity))
            && wish.audience.as_ref().is_none_or(|name| activity.audiences.contains(name))
    };
    let mut found: Vec<&Activity> = archive.corpus.activities.iter().filter(wished).collect();
    found.sort_by_key(|activity| std::cmp::Reverse(activity.date.as_ref().map(|date| date.end)));
    found.into_iter().take(LATEST).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::search::Engine;
    use crate::text::Segmenter;
    use std::collections::BTreeMap;

    #[test]
    fn a_wish_that_finds_nothing_is_widened_step_by_step() {
        let corpus = Corpus::from_json(include_str!("../../../tests/fixtures/stories/corpus.json")).unwrap();
        let engine = Engine::build(&corpus, &Segmenter::from_dict("工会 5\n").unwrap());
        let archive = Archive::new(corpus, engine, BTreeMap::new());
        let wish = |place: &str, audience: Option<&str>| Wish {
            place: place.parse().ok(),
            audience: audience.map(str::to_owned),
        };
        let answered = |asked: Wish| {
            let latest = latest(&archive, &asked);
            (latest.wish, latest.activities.is_empty())
        };
        assert_eq!(answered(wish("500112", None)), (wish("500112", None), false));
        assert_eq!(answered(wish("500112", Some("宇航员"))), (wish("500112", None), false));
        assert_eq!(answered(wish("500107", Some("宇航员"))), (wish("500000", None), false));
        assert_eq!(answered(wish("110101", Some("宇航员"))), (wish("110101", Some("宇航员")), true));
    }
}
