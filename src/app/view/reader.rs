//! One article (文章) as it was printed, its activities marked in the text and their records beside it.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::Page;
use super::copy::Copy;
use super::link::link;
use super::record::{Evidence, Shown, record};
use crate::app::spans::{Piece, pieces};
use crate::app::state::Action;
use crate::corpus::{ActivityId, Article, At, Bulletin, Part, Script};
use crate::export::citation;
use crate::search::{ActivityIx, ArticleIx, marks};
use crate::text::to_simplified;

/// How much of a paragraph a passage covers to count as the whole of it, in percent.
const WHOLE: usize = 90;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReaderProps {
    pub(super) page: Page,
    pub(super) article: ArticleIx,
}

/// What may lie over a stretch of text.
#[derive(Clone, Copy, PartialEq)]
enum Layer {
    /// What was searched for.
    Mark,
    /// The passage of the activity with this number, from 1.
    Passage(usize),
    /// What a field rests on, shown on request.
    Evidence,
}

/// What the parts of the reader need to know.
struct Reading<'a> {
    page: &'a Page,
    article: &'a Article,
    activities: &'a [ActivityIx],
    /// The number of the activity that the URL points at.
    target: Option<usize>,
    evidence: UseStateHandle<Option<Evidence>>,
    simplified: bool,
    /// The script in which the text is shown, for the browser's choice of glyphs.
    lang: &'static str,
    /// Whether all records are open; else only those that stand alone beside their text.
    open: bool,
}

/// The reader.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { page, article: ix } = props;
    let evidence = use_state(|| None::<Evidence>);
    let simplified = use_state(|| false);
    let open = use_state(|| false);
    let root = use_node_ref();
    let pointed = page.state.address.activity.clone();
    use_effect_with((root.clone(), *ix, pointed.clone()), |(root, _, pointed)| {
        arrive(root, pointed.as_ref())
    });
    use_effect_with((root.clone(), (*evidence).clone()), |(root, evidence)| {
        if evidence.is_some() {
            scroll_to(root, ".evidence");
        }
    });
    let Some((bulletin, article)) = page.archive.article(*ix) else { return Html::default() };
    let activities = page.archive.activities_of(*ix);
    let target = pointed.and_then(|id| page.archive.find_activity(&id));
    let target = target.and_then(|target| activities.iter().position(|&ix| ix == target));
    let reading = Reading {
        page,
        article,
        activities,
        target: target.map(|at| at + 1),
        evidence,
        simplified: *simplified,
        lang: if bulletin.script == Script::Hant && !*simplified { "zh-Hant" } else { "zh-Hans" },
        open: *open,
    };
    let lost = page.state.address.activity.as_ref().filter(|_| target.is_none());
    let flip = |of: &UseStateHandle<bool>| {
        let of = of.clone();
        Callback::from(move |_: MouseEvent| of.set(!*of))
    };
    let words = page.words;
    html! {
        <article class="reader" ref={root}>
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
                    <span>{ (words.marked)(page.state.address.q.trim()) }</span>
                }
                if activities.len() > 1 {
                    <button type="button" class="quiet" aria-pressed={open.to_string()} onclick={flip(&open)}>
                        { if *open { words.close_records } else { words.open_records } }
                    </button>
                }
                <span>
                    { if activities.is_empty() { words.no_record.to_owned() } else { (words.records)(activities.len()) } }
                </span>
            </div>
            if let Some(id) = lost { <p class="notice" role="status">{ (words.gone_activity)(id.as_str()) }</p> }
            <div class="sheet">{ body(&reading) }</div>
            { pager(page, *ix) }
        </article>
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
                <span class="pager-at">{ (words.position)(at + 1, hits.len()) }</span>
                { for step(at.checked_sub(1), words.previous) }
                { for step(Some(at + 1), words.next) }
            }
        </div>
    }
}

fn head(reading: &Reading<'_>, bulletin: &Bulletin) -> Html {
    let (words, article) = (reading.page.words, reading.article);
    let date = article.date.as_ref();
    let source = bulletin.source.as_ref();
    let name = reading.page.archive.bulletin_name(bulletin).to_owned();
    html! {
        <header class="reader-head">
            if let Some(section) = article.section.as_ref().filter(|section| **section != article.title) {
                <p class="kicker">{ shown(reading, section) }</p>
            }
            <h1 class="headline" tabindex="-1" lang={reading.lang}>
                if article.title.is_empty() {
                    <span class="untitled">{ words.untitled }</span>
                } else {
                    { part(reading, Part::Title, 0, &article.title) }
                }
            </h1>
            if let Some(subtitle) = &article.subtitle {
                <p class="subtitle">{ part(reading, Part::Subtitle, 0, subtitle) }</p>
            }
            <p class="byline">
                if let Some(byline) = &article.byline { <span>{ shown(reading, byline) }</span> }
                <span>
                    { date.map_or_else(|| words.no_date.to_owned(), words.date) }
                    if let Some(basis) = date.map(words.basis).filter(|basis| !basis.is_empty()) {
                        <span class="basis">{ basis }</span>
                    }
                </span>
                if let Some(url) = source.and_then(|source| source.url.clone()).filter(|url| is_web(url)) {
                    <a href={url} rel="noopener noreferrer">{ name }</a>
                } else {
                    <span>{ name }</span>
                }
            </p>
        </header>
    }
}

/// Whether an address is one of the web: anything else, such as a script's, is shown but not linked.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The text in stretches: a new one begins where an activity does, so that its record stands beside it.
fn body(reading: &Reading<'_>) -> Html {
    let blocks = blocks(reading);
    let mut stretches: Vec<(Vec<Html>, Vec<Html>)> = Vec::new();
    for (text, records) in blocks {
        match stretches.last_mut() {
            Some((texts, cards)) if records.is_empty() || cards.is_empty() && texts.is_empty() => {
                texts.push(text);
                cards.extend(records);
            }
            _ => stretches.push((vec![text], records)),
        }
    }
    let stretch = |(texts, cards): (Vec<Html>, Vec<Html>)| {
        html! {
            <section class="stretch">
                <div class="stretch-text" lang={reading.lang}>{ for texts }</div>
                <div class="stretch-cards">{ for cards }</div>
            </section>
        }
    };
    stretches.into_iter().map(stretch).collect()
}

/// Paragraphs and captions in their order, each with the records of the activities that begin in it.
fn blocks(reading: &Reading<'_>) -> Vec<(Html, Vec<Html>)> {
    let article = reading.article;
    let mut out = Vec::new();
    let captions = |after: usize, out: &mut Vec<(Html, Vec<Html>)>| {
        for (index, caption) in
            article.captions.iter().enumerate().filter(|(_, caption)| caption.after == after)
        {
            let text = part(reading, Part::Caption, index, &caption.text);
            let text = html! {
                <p class="caption"><span class="caption-label">{ reading.page.words.caption }</span>{ text }</p>
            };
            out.push((text, records(reading, Part::Caption, index)));
        }
    };
    let headings = [records(reading, Part::Title, 0), records(reading, Part::Subtitle, 0)].concat();
    if !headings.is_empty() {
        out.push((Html::default(), headings));
    }
    captions(0, &mut out);
    for (index, text) in article.paragraphs.iter().enumerate() {
        let whole = whole(reading, index, text);
        let class = classes!("para", whole.then_some("whole"));
        let text = html! { <p {class}>{ part(reading, Part::Paragraph, index, text) }</p> };
        out.push((text, records(reading, Part::Paragraph, index)));
        captions(index + 1, &mut out);
    }
    out
}

fn records(reading: &Reading<'_>, part: Part, index: usize) -> Vec<Html> {
    let numbered = reading.activities.iter().enumerate();
    let all = numbered.filter_map(|(at, &ix)| Some((at + 1, ix, reading.page.archive.activity(ix)?)));
    let here: Vec<_> =
        all.filter(|(.., activity)| (activity.at.part, activity.at.index) == (part, index)).collect();
    let open = reading.open || here.len() == 1;
    let card = |(number, ix, activity)| {
        let shown = Shown { target: reading.target == Some(number), open };
        record(reading.page, number, ix, activity, shown, &reading.evidence)
    };
    here.into_iter().map(card).collect()
}

/// Whether one activity takes up the whole paragraph: then a rule at its side says so, not one under each line.
fn whole(reading: &Reading<'_>, index: usize, text: &str) -> bool {
    passages(reading, Part::Paragraph, index).any(|(_, range)| range.len() * 100 >= text.len() * WHOLE)
}

fn passages<'a>(
    reading: &'a Reading<'_>,
    part: Part,
    index: usize,
) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    let numbered = reading.activities.iter().enumerate();
    let all = numbered.filter_map(move |(at, &ix)| Some((at + 1, &reading.page.archive.activity(ix)?.at)));
    all.filter(move |(_, at)| (at.part, at.index) == (part, index)).map(|(number, at)| (number, range_of(at)))
}

fn range_of(at: &At) -> Range<usize> {
    at.range[0]..at.range[1]
}

/// One part of the article with everything that lies over it.
fn part(reading: &Reading<'_>, part: Part, index: usize, text: &str) -> Html {
    let mut layers: Vec<(Layer, Range<usize>)> =
        passages(reading, part, index).map(|(number, range)| (Layer::Passage(number), range)).collect();
    let marks = marks(text, &reading.page.results.found.marked);
    layers.extend(marks.into_iter().map(|range| (Layer::Mark, range)));
    if let Some(evidence) = &*reading.evidence {
        let shown = evidence.at.iter().filter(|at| (at.part, at.index) == (part, index));
        layers.extend(shown.map(|at| (Layer::Evidence, range_of(at))));
    }
    let starts: Vec<(usize, usize)> =
        passages(reading, part, index).map(|(number, range)| (range.start, number)).collect();
    pieces(text, &layers).into_iter().map(|piece| drawn(reading, &starts, piece)).collect()
}

fn drawn(reading: &Reading<'_>, starts: &[(usize, usize)], piece: Piece<'_, Layer>) -> Html {
    let begins = starts.iter().filter(|(start, _)| *start == piece.start).map(|&(_, number)| number);
    let passage = piece.layers.iter().any(|layer| matches!(layer, Layer::Passage(_)));
    let target = reading.target.is_some_and(|number| piece.layers.contains(&Layer::Passage(number)));
    let words = shown(reading, piece.text);
    let words = if piece.layers.contains(&Layer::Mark) {
        html! { <mark>{ words }</mark> }
    } else {
        html! { words }
    };
    let class = classes!(
        passage.then_some("passage"),
        target.then_some("target"),
        piece.layers.contains(&Layer::Evidence).then_some("evidence"),
    );
    html! {
        <>
            { for begins.map(|number| html! { <sup class="num" id={format!("passage-{number}")}>{ number }</sup> }) }
            if class.is_empty() { { words } } else { <span {class}>{ words }</span> }
        </>
    }
}

fn shown(reading: &Reading<'_>, text: &str) -> String {
    if reading.simplified { to_simplified(text) } else { text.to_owned() }
}

/// Goes to the activity that is pointed at, else to the headline, for eye and keyboard.
fn arrive(root: &NodeRef, pointed: Option<&ActivityId>) {
    if pointed.is_some() && scroll_to(root, ".record.target") {
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

fn scroll_to(root: &NodeRef, selector: &str) -> bool {
    let found = root.cast::<HtmlElement>().and_then(|root| root.query_selector(selector).ok().flatten());
    let Some(element) = found else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    true
}
