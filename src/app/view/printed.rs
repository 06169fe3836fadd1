//! The text of an article as it was printed, with what lies over it: matches, passages of activities, and what a
//! field rests on. Records stand beside the stretch in which their activities begin.

use std::ops::Range;

use yew::prelude::*;

use super::Page;
use super::record::{Evidence, Shown, record};
use crate::app::spans::{Piece, pieces};
use crate::corpus::{Activity, Article, At, Bulletin, Part};
use crate::export::record_citation;
use crate::search::{ActivityIx, ArticleIx, marks};
use crate::text::to_simplified;

/// How much of a paragraph a passage covers to count as the whole of it, in percent.
const WHOLE: usize = 90;

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

/// An article as it is being read.
pub(super) struct Reading<'a> {
    pub(super) page: &'a Page,
    pub(super) ix: ArticleIx,
    pub(super) article: &'a Article,
    pub(super) activities: &'a [ActivityIx],
    /// The number of the activity that the URL points at.
    pub(super) target: Option<usize>,
    pub(super) evidence: UseStateHandle<Option<Evidence>>,
    pub(super) simplified: bool,
    /// The script in which the text is shown, for the browser's choice of glyphs.
    pub(super) lang: &'static str,
    /// Its bulletin.
    pub(super) bulletin: &'a Bulletin,
    /// Whether the records are open.
    pub(super) open: bool,
}

/// The text in stretches: a new one begins where an activity does, so that its record stands beside it.
pub(super) fn body(reading: &Reading<'_>) -> Html {
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
                if !cards.is_empty() { <div class="stretch-cards">{ for cards }</div> }
                <div class="stretch-text" lang={reading.lang}>{ for texts }</div>
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
            let words = reading.page.words;
            let text = part(reading, Part::Caption, index, &caption.text);
            let text = html! {
                <p class="caption"><span class="caption-label" lang={words.lang_of_data().map(|_| words.code)}>{ words.caption }</span>{ text }</p>
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
    let card = |(number, ix, activity): (usize, ActivityIx, &Activity)| {
        let citation = record_citation(reading.bulletin, reading.article, &activity.at);
        let shown = Shown { citation, target: reading.target == Some(number), open: reading.open };
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
pub(super) fn part(reading: &Reading<'_>, part: Part, index: usize, text: &str) -> Html {
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

/// Words of the article in the script that was asked for.
pub(super) fn shown(reading: &Reading<'_>, text: &str) -> String {
    if reading.simplified { to_simplified(text) } else { text.to_owned() }
}
