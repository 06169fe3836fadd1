//! The whole page: head, the view that is chosen, foot.

use yew::prelude::*;

use super::ask::Ask;
use super::door::{Door, Room};
use super::facets::Filters;
use super::hits::Hits;
use super::mine::Mine;
use super::reader::Reader;
use super::tongue::spoken;
use super::welcome::{examples, intro, questions};
use super::{Page, chips, hits, maybe, notice, offers, status, top};
use crate::app::state::Action;
use crate::app::url::View;

/// Everything that is drawn once an archive is there.
#[component]
pub fn Body(props: &Page) -> Html {
    let page = props;
    let words = page.words;
    if page.embedded() {
        return html! {
            <>
                { top::slim(page) }
                <div id="gongxun-main" class="main">
                    { notice::notice(page) }
                    { view(page) }
                </div>
                { top::slim_foot(page) }
            </>
        };
    }
    html! {
        <>
            <a class="skip" href="#gongxun-main" onclick={skip()}>{ words.skip }</a>
            { top::top(page) }
            <main id="gongxun-main" class="main" tabindex="-1">
                { notice::notice(page) }
                { view(page) }
            </main>
            { top::foot(page) }
        </>
    }
}

/// The hash is the question, so a jump within the page is made by hand.
fn skip() -> Callback<MouseEvent> {
    use wasm_bindgen::JsCast;
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let main =
            link.and_then(|link| link.parent_element()).and_then(|page| page.query_selector(".main").ok());
        if let Some(main) = main.flatten().and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = main.focus();
        }
    })
}

fn view(page: &Page) -> Html {
    let address = &page.state.address;
    if page.archive.figures.articles == 0 && address.view.explores() {
        return status::empty(page.words);
    }
    match &address.article {
        Some(id) => match page.archive.find_article(id) {
            Some(article) => html! { <Reader page={page.clone()} {article} /> },
            None => html! {
                <>
                    <p class="notice" role="status">{ page.words.gone_article(id.as_str()) }</p>
                    { explore(page) }
                </>
            },
        },
        None if address.view == View::About => door(page, Room::About),
        None if address.view == View::Add && !page.embedded() => door(page, Room::Add),
        None if address.view == View::Embed => door(page, Room::Embed),
        None => explore(page),
    }
}

fn door(page: &Page, to: Room) -> Html {
    html! { <Door page={page.clone()} {to} /> }
}

/// The question, and its answer in the view that is chosen.
fn explore(page: &Page) -> Html {
    let (words, address) = (page.words, &page.state.address);
    let first = page.first_visit() && address.view == View::Search && !page.embedded();
    html! {
        <>
            if first { { intro(page) } } else { <h1 class="hidden">{ words.view(address.view) }</h1> }
            <Ask ..page.clone() />
            if first { { questions(page) } { examples(page) }<Mine ..page.clone() /> } else { { door(page, Room::Answer) } }
            { chips::chips(page) }
            { heading(page) }
            { maybe::maybe(page) }
            { offers::near(page) }
            if matches!(address.view, View::Timeline | View::Map) {
                { door(page, Room::Linked) }
            } else if address.view == View::Stats {
                <div class="explore with-figure counted">
                    <Filters page={page.clone()} folded=true />
                    { door(page, Room::Stats) }
                </div>
            } else {
                <div class="explore">
                    <Filters page={page.clone()} folded=false />
                    <section class="results" aria-label={words.results}>
                        if page.results.hits.is_empty() { { nothing(page) } } else { <Hits page={page.clone()} /> }
                        { hits::sharing(page) }
                    </section>
                </div>
            }
        </>
    }
}

/// How much was found: articles and activities both.
fn heading(page: &Page) -> Html {
    let (words, results) = (page.words, &page.results);
    let (articles, activities) = (results.hits.len(), results.activities);
    let relaxed = results.found.relaxed && articles > 0;
    html! {
        <div class="heading" role="status" aria-live="polite">
            if page.first_visit() && page.state.address.view != View::Search {
                <h2>{ words.all(articles, activities) }</h2>
            } else if page.first_visit() {
                <h2>{ words.latest }</h2>
                <p class="heading-note">
                    { words.all(articles, activities) }
                    if let Some(place) = page.state.mine.place.filter(|place| {
                        page.archive.offers.places.contains_key(place)
                    }) {
                        { spoken(words, &words.led_by(&page.archive.name(place))) }
                    }
                </p>
            } else {
                <h2>{ words.found(articles, activities) }</h2>
                if relaxed { <p class="heading-note">{ spoken(words, &words.relaxed(page.state.address.q.trim())) }</p> }
            }
        </div>
    }
}

/// Nothing was found: what can be done.
pub(super) fn nothing(page: &Page) -> Html {
    let words = page.words;
    html! {
        <div class="nothing">
            <h3>{ if page.results.maybe.is_empty() { words.nothing } else { words.nothing_dated } }</h3>
            <ul>{ for words.nothing_hints.iter().map(|hint| html! { <li>{ spoken(words, hint) }</li> }) }</ul>
            <p>
                if page.state.address.filters() {
                    <button type="button" class="button" onclick={page.on(Action::DropFilters)}>
                        { words.drop_filters }
                    </button>
                }
                <button type="button" class="quiet" onclick={page.on(Action::Clear)}>{ words.clear_all }</button>
            </p>
            <p class="figure-note">{ words.how_to }</p>
        </div>
    }
}
