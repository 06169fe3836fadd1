//! One article (文章) as it was printed, its activities marked in the text and their records beside it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::Page;
use super::copy::Copy;
use super::edits::edits;
use super::hits::heading;
use super::link::link;
use super::printed::{Reading, body, part, shown};
use super::record::Evidence;
use super::tongue::spoken;
use crate::app::measure::{type_scale, use_width};
use crate::app::state::Action;
use crate::corpus::{ActivityId, Bulletin, DateField, Part, Script};
use crate::export::citation;
use crate::search::ArticleIx;

/// Under this width, in times of the type's size, records stand below their text.
const NARROW: f64 = 56.0;
/// How many similar articles are listed.
const SIMILAR: usize = 5;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReaderProps {
    pub(super) page: Page,
    pub(super) article: ArticleIx,
}

/// The reader.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { page, article: ix } = props;
    let evidence = use_state(|| None::<Evidence>);
    let simplified = use_state(|| false);
    // Open beside the text, folded below it on a phone, until the reader says otherwise.
    let wished = use_state(|| None::<bool>);
    let root = use_node_ref();
    let narrow = use_width(root.clone()) < NARROW * 16.0 * type_scale(page.state.address.elder);
    let open = wished.unwrap_or(!narrow);
    let pointed = page.state.address.activity.clone();
    use_effect_with((root.clone(), *ix, pointed.clone()), |(root, _, pointed)| {
        arrive(root, pointed.as_ref())
    });
    use_effect_with((root.clone(), (*evidence).clone()), |(root, evidence)| {
        if evidence.is_some() {
            // No further than it must: the record beside it stays in sight where there is room for both.
            scroll_to(root, ".evidence", ScrollLogicalPosition::Nearest);
        }
    });
    let Some((bulletin, article)) = page.archive.article(*ix) else { return Html::default() };
    let activities = page.archive.activities_of(*ix);
    let target = pointed.and_then(|id| page.archive.find_activity(&id));
    let target = target.and_then(|target| activities.iter().position(|&ix| ix == target));
    let reading = Reading {
        page,
        ix: *ix,
        article,
        activities,
        target: target.map(|at| at + 1),
        evidence,
        simplified: *simplified,
        lang: if bulletin.script == Script::Hant && !*simplified { "zh-Hant" } else { "zh-Hans" },
        bulletin,
        open,
    };
    let lost = page.state.address.activity.as_ref().filter(|_| target.is_none());
    let flip = |of: &UseStateHandle<bool>| {
        let of = of.clone();
        Callback::from(move |_: MouseEvent| of.set(!*of))
    };
    let fold = {
        let wished = wished.clone();
        Callback::from(move |_: MouseEvent| wished.set(Some(!open)))
    };
    let words = page.words;
    html! {
        <article class="reader" ref={root.clone()}>
            { pager(page, *ix) }
            { head(&reading, bulletin) }
            <div class="reader-tools">
                <Copy words={words} label={words.copy_citation} text={citation(bulletin, article)} />
                if bulletin.script == Script::Hant {
                    <button type="button" class="quiet" aria-pressed={simplified.to_string()} onclick={flip(&simplified)}>
                        { if *simplified { words.in_original } else { words.in_simplified } }
                    </button>
                }
                if !page.state.address.q.trim().is_empty() {
                    <span>{ spoken(words, &words.marked(page.state.address.q.trim())) }</span>
                }
                if activities.len() > 1 {
                    <button type="button" class="quiet" onclick={fold}>
                        { if open { words.close_records } else { words.open_records } }
                    </button>
                }
                <span>
                    { if activities.is_empty() { words.no_record.to_owned() } else { words.records(activities.len()) } }
                </span>
            </div>
            if let Some(id) = lost { <p class="notice" role="status">{ words.gone_activity(id.as_str()) }</p> }
            <div class="sheet">{ body(&reading) }</div>
            { way_back(&reading, &root) }
            { edits(&reading) }
            { similar(page, *ix) }
            { pager(page, *ix) }
        </article>
    }
}

/// While the words of a field are shown: the way back to its record, within reach wherever the text is scrolled.
fn way_back(reading: &Reading<'_>, root: &NodeRef) -> Html {
    let Some(shown) = &*reading.evidence else { return Html::default() };
    let number = reading.activities.iter().position(|ix| *ix == shown.activity).map_or(0, |at| at + 1);
    let onclick = {
        let (evidence, root, ix) = (reading.evidence.clone(), root.clone(), shown.activity.0);
        Callback::from(move |_: MouseEvent| {
            evidence.set(None);
            scroll_to(&root, &format!(".record[data-activity=\"{ix}\"]"), ScrollLogicalPosition::Nearest);
        })
    };
    html! {
        <p class="way-back">
            <button type="button" class="button" {onclick}>{ reading.page.words.back_to_record(number) }</button>
        </p>
    }
}

/// Articles that tell of the like.
fn similar(page: &Page, ix: ArticleIx) -> Html {
    let similar = page.archive.engine.similar(ix, SIMILAR);
    let row = |article: ArticleIx| {
        let (bulletin, article) = page.archive.article(article)?;
        let open = Action::Open(article.id.clone(), None);
        let date = article.date.as_ref().map(|date| page.words.date(date)).unwrap_or_default();
        Some(html! {
            <li>
                { link(page, open, "", heading(page, article)) }
                <span class="hit-meta">{ for (!date.is_empty()).then(|| html! { <span>{ date }</span> }) }<span>{ spoken(page.words, page.archive.bulletin_name(bulletin)) }</span></span>
            </li>
        })
    };
    if similar.is_empty() {
        return Html::default();
    }
    html! {
        <section class="similar" aria-labelledby="gongxun-similar">
            <h2 id="gongxun-similar">{ page.words.similar }</h2>
            <ul>{ for similar.into_iter().filter_map(|hit| row(hit.article)) }</ul>
        </section>
    }
}

/// Back to the list, and to the hits before and after this one.
fn pager(page: &Page, ix: ArticleIx) -> Html {
    let (words, hits) = (page.words, &page.results.hits);
    let at = hits.iter().position(|hit| hit.article == ix);
    let step = |to: Option<usize>, label: &'static str| {
        let (_, article) = page.archive.article(hits.get(to?)?.article)?;
        Some(link(page, Action::Open(article.id.clone(), None), "pager-step", html! { label }))
    };
    html! {
        <div class="pager">
            { link(page, Action::Close, "pager-back", html! { <>{ "← " }{ words.back_to_list }</> }) }
            if let Some(at) = at {
                <span class="pager-at">{ words.position(at + 1, hits.len()) }</span>
                { for step(at.checked_sub(1), words.previous) }
                { for step(Some(at + 1), words.next) }
            }
        </div>
    }
}

fn head(reading: &Reading<'_>, bulletin: &Bulletin) -> Html {
    let (words, article) = (reading.page.words, reading.article);
    let date = reading.page.archive.date_of(reading.ix);
    // Where the article says nothing, what is shown is when its latest activity was.
    let basis = |date: &DateField| match &article.date {
        Some(_) => words.basis(date),
        None => words.figures.by_activity.to_owned(),
    };
    let source = bulletin.source.as_ref();
    let data = words.lang_of_data();
    let name = reading.page.archive.bulletin_name(bulletin).to_owned();
    html! {
        <header class="reader-head">
            if let Some(section) = article.section.as_ref().filter(|section| **section != article.title) {
                <p class="kicker" lang={data}>{ shown(reading, section) }</p>
            }
            <h1 class="headline" tabindex="-1" lang={reading.lang}>
                if article.title.is_empty() {
                    <span class="untitled" lang={words.code}>{ words.untitled }</span>
                } else {
                    { part(reading, Part::Title, 0, &article.title) }
                }
            </h1>
            if let Some(subtitle) = &article.subtitle {
                <p class="subtitle" lang={data}>{ part(reading, Part::Subtitle, 0, subtitle) }</p>
            }
            <p class="byline">
                if let Some(byline) = &article.byline { <span lang={data}>{ shown(reading, byline) }</span> }
                <span>
                    { date.map_or_else(|| words.no_date.to_owned(), |date| words.date(date)) }
                    if let Some(basis) = date.map(basis).filter(|basis| !basis.is_empty()) {
                        <span class="basis">{ spoken(words, &basis) }</span>
                    }
                </span>
                if let Some(url) = source.and_then(|source| source.url.clone()).filter(|url| is_web(url)) {
                    <a href={url} rel="noopener noreferrer">{ spoken(words, &name) }</a>
                } else {
                    <span>{ spoken(words, &name) }</span>
                }
                if reading.page.archive.is_added(reading.ix) { <span class="new-mark">{ words.add.mark }</span> }
            </p>
        </header>
    }
}

/// Whether an address is one of the web: anything else, such as a script's, is shown but not linked.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Goes to the activity that is pointed at, else to the headline, for eye and keyboard.
fn arrive(root: &NodeRef, pointed: Option<&ActivityId>) {
    if pointed.is_some() && scroll_to(root, ".record.target", ScrollLogicalPosition::Center) {
        return;
    }
    let headline =
        root.cast::<HtmlElement>().and_then(|root| root.query_selector(".headline").ok().flatten());
    if let Some(headline) = headline.and_then(|headline| headline.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = headline.focus_with_options(&options);
    }
}

fn scroll_to(root: &NodeRef, selector: &str, block: ScrollLogicalPosition) -> bool {
    let found = root.cast::<HtmlElement>().and_then(|root| root.query_selector(selector).ok().flatten());
    let Some(element) = found else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    true
}
