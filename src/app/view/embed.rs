//! The page that builds the snippet of an embed (嵌入网页): choose, look at it, copy.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Page;
use super::copy::Copy;
use super::tongue::spoken;
use crate::app::snippet::{Choice, element, frame, frame_address};
use crate::app::url::{Lang, View};
use crate::app::words::Words;
use crate::place::{Adcode, Level};
use crate::text::is_ideograph;

/// The heights that are offered, in CSS pixels.
const HEIGHTS: [u32; 3] = [480, 640, 800];
/// The height of the preview where the embed's own follows what it shows.
const PREVIEW: u32 = 640;

/// The builder. It begins with what was chosen in the explorer.
#[component]
pub(super) fn Embed(page: &Page) -> Html {
    let choice = use_state(|| {
        let address = &page.state.address;
        Choice {
            district: address.places.first().copied().filter(|code| *code != Adcode::CHINA),
            kind: address.types.first().cloned().unwrap_or_default(),
            words: address.q.clone(),
            lang: address.lang.filter(|lang| *lang == Lang::En),
            ..Choice::default()
        }
    });
    let words = page.words.embed;
    let place =
        page.settings.base_url.as_deref().map(with_slash).or_else(|| page.site.as_deref().map(str::to_owned));
    html! {
        <article class="embed-builder">
            <header class="prose about">
                <h1>{ page.words.view(View::Embed) }</h1>
                <p>{ words.lede }</p>
            </header>
            if let Some(place) = place {
                <div class="embed-grid">
                    { form(page, &choice) }
                    { preview(page, &choice) }
                </div>
                { snippets(page, &choice, &place) }
            } else {
                <p class="notice">{ words.only_site }</p>
            }
            <section class="prose about">
                <h2>{ words.host }</h2>
                <div>{ for words.host_notes.iter().map(|note| html! { <p>{ *note }</p> }) }</div>
            </section>
        </article>
    }
}

fn with_slash(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

/// A change of the choice by the value of a field.
fn change(choice: &UseStateHandle<Choice>, set: fn(&mut Choice, &str)) -> Callback<Event> {
    let choice = choice.clone();
    Callback::from(move |event: Event| {
        let target = event.target();
        let value = target.as_ref().and_then(|target| {
            let select = target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
            select.or_else(|| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
        });
        let mut next = (*choice).clone();
        set(&mut next, &value.unwrap_or_default());
        choice.set(next);
    })
}

type Offer = (String, String, bool);

/// Offers, under a heading or none.
struct Group {
    label: Option<String>,
    offers: Vec<Offer>,
}

impl Group {
    fn bare(offers: impl IntoIterator<Item = Offer>) -> Group {
        Group { label: None, offers: offers.into_iter().collect() }
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    groups: impl IntoIterator<Item = Group>,
    onchange: Callback<Event>,
) -> Html {
    // Names of units are Chinese in any language; on a Chinese page that goes without saying.
    let lang = |name: &str| name.contains(is_ideograph).then_some(Words::CHINESE);
    let option = |(value, name, selected): Offer| {
        html! { <option key={value.clone()} lang={lang(&name)} {value} {selected}>{ name }</option> }
    };
    let group = |group: Group| {
        let options: Html = group.offers.into_iter().map(option).collect();
        match group.label {
            Some(label) => {
                html! { <optgroup key={label.clone()} lang={lang(&label)} {label}>{ options }</optgroup> }
            }
            None => options,
        }
    };
    html! {
        <p class="embed-field">
            <label for={id}>{ label }</label>
            <select {id} {onchange}>
                { for groups.into_iter().filter(|group| !group.offers.is_empty()).map(group) }
            </select>
        </p>
    }
}

/// The units that have a page of their own in the site, by province: those of the activities and those above them, but
/// not the country.
fn districts(page: &Page, chosen: Option<Adcode>) -> Vec<Group> {
    let archive = &page.archive;
    let mut groups: Vec<Group> = Vec::new();
    for &code in archive.offers.places.keys().filter(|code| **code != Adcode::CHINA) {
        let name = archive.name(code);
        let above = code.parent().filter(|above| above.level() == Level::City);
        let indent =
            if above.is_some_and(|above| archive.offers.places.contains_key(&above)) { "　" } else { "" };
        let offer = (code.to_string(), format!("{indent}{name}"), chosen == Some(code));
        match groups.last_mut().filter(|_| code.level() != Level::Province) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { label: Some(name), offers: vec![offer] }),
        }
    }
    groups
}

fn form(page: &Page, choice: &UseStateHandle<Choice>) -> Html {
    let (words, archive) = (page.words.embed, &page.archive);
    let views = View::EXPLORING;
    let views =
        views.map(|view| (view.code().to_owned(), page.words.view(view).to_owned(), view == choice.view));
    let all = Group::bare([(String::new(), words.everywhere.to_owned(), choice.district.is_none())]);
    let districts = districts(page, choice.district);
    let every = Group::bare([(String::new(), words.every_kind.to_owned(), choice.kind.is_empty())]);
    let kind = |name: &String| (name.clone(), page.words.label(name).to_owned(), *name == choice.kind);
    let (types, subtypes) = (&archive.offers.types, &archive.offers.subtypes);
    // A sub-type may be called as its type, which says it already.
    let kinds = [
        Group { label: Some(words.kinds.to_owned()), offers: types.iter().map(kind).collect() },
        Group {
            label: Some(words.subkinds.to_owned()),
            offers: subtypes.iter().filter(|name| !types.contains(name)).map(kind).collect(),
        },
    ];
    let auto = (String::new(), words.height_auto.to_owned(), choice.height.is_none());
    let heights =
        HEIGHTS.map(|height| (height.to_string(), words.height_fixed(height), choice.height == Some(height)));
    let themes = ["", "light", "dark"].into_iter().zip(words.themes);
    let themes = themes.map(|(code, name)| (code.to_owned(), name.to_owned(), code == choice.theme));
    let languages = [None, Some(Lang::En)].into_iter().zip(words.languages);
    let languages = languages.map(|(lang, name)| {
        (lang.map(Lang::code).unwrap_or_default().to_owned(), name.to_owned(), lang == choice.lang)
    });
    html! {
        <form class="embed-form" aria-label={words.choose} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { select("gongxun-e-view", words.view, [Group::bare(views)], change(choice, |choice, value| {
                choice.view = View::ALL.into_iter().find(|view| view.code() == value).unwrap_or_default();
            })) }
            { select("gongxun-e-district", words.district, [all].into_iter().chain(districts),
                change(choice, |choice, value| choice.district = value.parse().ok())) }
            { select("gongxun-e-kind", words.kind, [every].into_iter().chain(kinds),
                change(choice, |choice, value| choice.kind = value.to_owned())) }
            <p class="embed-field">
                <label for="gongxun-e-words">{ words.words }</label>
                <input
                    id="gongxun-e-words" type="text" autocomplete="off" placeholder={words.words_hint}
                    value={choice.words.clone()}
                    onchange={change(choice, |choice, value| choice.words = value.to_owned())}
                />
            </p>
            { select("gongxun-e-height", words.height, [Group::bare([auto].into_iter().chain(heights))],
                change(choice, |choice, value| choice.height = value.parse().ok())) }
            { select("gongxun-e-theme", words.theme, [Group::bare(themes)], change(choice, |choice, value| {
                choice.theme = ["light", "dark"].into_iter().find(|code| *code == value).unwrap_or_default();
            })) }
            { select("gongxun-e-lang", words.language, [Group::bare(languages)],
                change(choice, |choice, value| choice.lang = Lang::from_code(value))) }
        </form>
    }
}

/// The embed itself, in a frame of this site; a page that is no site has none beside it.
fn preview(page: &Page, choice: &Choice) -> Html {
    let Some(site) = &page.site else { return Html::default() };
    let words = page.words.embed;
    let height = choice.height.unwrap_or(PREVIEW);
    // Scrolls inside: there is no host around it that would give it its height.
    let shown = Choice { height: Some(height), ..choice.clone() };
    let address = frame_address(site, &shown);
    html! {
        <section class="embed-preview" aria-label={words.preview}>
            <iframe key={address.clone()} src={address} title={words.preview} height={height.to_string()} />
        </section>
    }
}

fn snippets(page: &Page, choice: &Choice, place: &str) -> Html {
    let words = page.words.embed;
    let name = choice.district.map(|code| page.archive.name(code));
    let title = words.title(name.as_deref());
    let one = |heading: &'static str, note: &'static str, code: String| {
        html! {
            <section class="snippet" key={heading}>
                <h2 class="figure-title">{ heading }</h2>
                <pre tabindex="0"><code>{ spoken(page.words, &code) }</code></pre>
                <p class="snippet-tools">
                    // Anew for each snippet: “copied” is said of the one that was.
                    <Copy key={code.clone()} words={page.words} label={words.copy} text={code.clone()} />
                    <span class="figure-note">{ note }</span>
                </p>
            </section>
        }
    };
    html! {
        <>
            { one(words.element, words.element_note, element(place, &title, choice)) }
            { one(words.frame, words.frame_note, frame(place, &title, choice)) }
        </>
    }
}
