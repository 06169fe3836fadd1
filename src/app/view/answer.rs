//! The answer to a plain question, between the search field and the list: one sentence of which each figure
//! opens its activities, what was understood as chips, and what else may have been meant.

use yew::prelude::*;

use super::Page;
use super::chips::cross;
use super::link::link;
use super::tongue::{spoken, term};
use crate::app::question::{Asked, Other, asked, said, without};
use crate::app::state::Action;
use crate::app::url::{Address, Lang};
use crate::app::words::Words;
use crate::search::{ActivityIx, Answer, PartKind, Said};

/// So many activities of one figure are listed; the list below has them all.
const LISTED: usize = 30;

/// The answer; nothing where the words are no question.
#[component]
pub(super) fn AnswerPanel(page: &Page) -> Html {
    let english = page.words.code == Words::ENGLISH;
    let question = Address { lang: english.then_some(Lang::En), ..page.state.address.question() };
    let asked =
        use_memo((question, page.archive.figures.activities), |(address, _)| asked(&page.archive, address));
    let open = use_state(|| None::<Vec<ActivityIx>>);
    use_effect_with(page.state.address.q.clone(), {
        let open = open.clone();
        move |_| open.set(None)
    });
    let Some(asked) = asked.as_ref() else { return Html::default() };
    let words = page.words;
    let offers = if asked.reading.sure { Vec::new() } else { offered(asked) };
    if !asked.reading.sure && offers.is_empty() {
        return Html::default();
    }
    html! {
        <section class="answer" aria-label={words.answer} aria-live="polite">
            if asked.reading.sure {
                { sentence(page, &asked.answer.sentence, &open) }
                { rows(page, asked, &open) }
                { opened(page, &open) }
                { understood(page, asked) }
                { others(page, words.or_perhaps, &asked.others) }
            } else {
                { others(page, words.perhaps, &offers) }
            }
        </section>
    }
}

/// A reading that is not sure, before the others that the words allow.
fn offered(asked: &Asked) -> Vec<Other> {
    let first = Other { answer: asked.answer.clone(), address: asked.taken.clone() };
    let tells = |other: &Other| other.answer.events > 0 || !other.answer.undated.is_empty();
    std::iter::once(first).chain(asked.others.iter().cloned()).filter(tells).collect()
}

type Open = UseStateHandle<Option<Vec<ActivityIx>>>;

fn sentence(page: &Page, pieces: &[Said], open: &Open) -> Html {
    let piece = |piece: &Said| match piece {
        Said::Text(text) => term(page.words, text),
        Said::Figure(text, activities) => figure(page, text, activities, open),
    };
    html! { <p class="answer-sentence">{ for pieces.iter().map(piece) }</p> }
}

/// An answer as a text.
fn said_in(words: &Words, answer: &Answer) -> Html {
    answer.sentence.iter().map(|piece| term(words, piece.text())).collect()
}

/// A figure: a link to its only activity, or a button that lists its activities.
fn figure(page: &Page, text: &str, activities: &[ActivityIx], open: &Open) -> Html {
    if let [only] = activities
        && let Some(activity) = page.archive.activity(*only)
    {
        let action = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        return link(page, action, "answer-figure", term(page.words, text));
    }
    let here = open.as_deref() == Some(activities);
    let onclick = {
        let (open, activities) = (open.clone(), activities.to_vec());
        Callback::from(move |_: MouseEvent| open.set((!here).then(|| activities.clone())))
    };
    html! {
        <button type="button" class="answer-figure" aria-expanded={here.to_string()} {onclick}>{ term(page.words, text) }</button>
    }
}

fn rows(page: &Page, asked: &Asked, open: &Open) -> Html {
    let answer = &asked.answer;
    if answer.rows.len() < 2 {
        return Html::default();
    }
    let row = |row: &crate::search::Row| {
        html! {
            <li>
                { figure(page, &row.label, &row.activities, open) }
                <span class="answer-value">{ spoken(page.words, &row.value) }</span>
            </li>
        }
    };
    html! {
        <ol class="answer-rows">
            { for answer.rows.iter().map(row) }
            if answer.more > 0 { <li class="answer-value">{ page.words.more_rows(answer.more) }</li> }
        </ol>
    }
}

/// The activities of the figure that was opened, each a link to its sentences.
fn opened(page: &Page, open: &Open) -> Html {
    let Some(activities) = open.as_ref() else { return Html::default() };
    let row = |ix: &ActivityIx| {
        let activity = page.archive.activity(*ix)?;
        let action = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        let date = activity.date.as_ref().map_or(page.words.no_date.to_owned(), |date| page.words.date(date));
        Some(html! {
            <li>
                { link(page, action, "sub", spoken(page.words, &activity.title)) }
                <span class="sub-facts">{ date }</span>
            </li>
        })
    };
    let left = activities.len().saturating_sub(LISTED);
    html! {
        <ul class="answer-opened">
            { for activities.iter().take(LISTED).filter_map(row) }
            if left > 0 { <li class="sub-facts">{ page.words.more_activities(left) }</li> }
        </ul>
    }
}

/// What was understood, part by part; a tap takes the part out of the question.
fn understood(page: &Page, asked: &Asked) -> Html {
    let (words, q) = (page.words, &page.state.address.q);
    let chip = |part: &crate::search::Part| {
        let kind = match part.kind {
            PartKind::Place(_) => words.district,
            PartKind::Period(_) => words.period,
            PartKind::Type(_) => words.kind,
            PartKind::Audience(_) => words.audience,
            PartKind::Organiser(_) => words.organiser,
            PartKind::Text(_) => words.in_words,
        };
        let label = match part.kind {
            PartKind::Period(span) if words.lang_of_data().is_some() => {
                // What has no beginning begins in the year 1.
                words.between(Some(span.start).filter(|start| start.year() > 1), Some(span.end))
            }
            _ => said(&page.archive, &part.kind),
        };
        html! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-label={words.remove(&[kind, words.colon, words.label(&label)].concat())}
                    onclick={page.on(Action::Ask(without(q, part)))}
                >
                    <span class="chip-kind">{ kind }</span>
                    <span>{ term(words, &label) }</span>
                    { cross() }
                </button>
            </li>
        }
    };
    let today = page.archive.asking.today.filter(|_| asked.reading.relative);
    html! {
        <ul class="chips" aria-label={words.understood}>
            { for asked.reading.parts.iter().map(chip) }
            if asked.reading.kinds() > 0 {
                <li>{ link(page, Action::Take(Box::new(asked.taken.clone())), "quiet", html! { words.take }) }</li>
            }
            if let Some(today) = today { <li class="answer-value">{ words.counted_from(today) }</li> }
        </ul>
    }
}

fn others(page: &Page, label: &str, others: &[Other]) -> Html {
    if others.is_empty() {
        return Html::default();
    }
    let row = |other: &Other| {
        let take = Action::Take(Box::new(other.address.clone()));
        html! { <li>{ link(page, take, "answer-other", said_in(page.words, &other.answer)) }</li> }
    };
    html! {
        <div class="answer-others">
            <span>{ label.to_owned() }</span>
            <ul>{ for others.iter().map(row) }</ul>
        </div>
    }
}
