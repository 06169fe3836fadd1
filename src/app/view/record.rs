//! The record (记录) of one activity, beside its text: each field, and on what it rests.

use yew::prelude::*;

use super::Page;
use super::copy::Copy;
use super::link::link;
use super::tongue::{spoken, term};
use crate::app::state::{Action, Filter};
use crate::app::url::{Address, print};
use crate::corpus::{Activity, At, FieldName, PlaceBasis, Sureness};
use crate::search::ActivityIx;

/// The words that a field rests on, as the reader asked to see them.
#[derive(Clone, PartialEq)]
pub(super) struct Evidence {
    /// The activity.
    pub(super) activity: ActivityIx,
    /// The field.
    pub(super) field: FieldName,
    /// The words.
    pub(super) at: Vec<At>,
}

/// How a card is shown.
#[derive(Clone)]
pub(super) struct Shown {
    /// How the activity is cited.
    pub(super) citation: String,
    /// Whether the URL points at it.
    pub(super) target: bool,
    /// Whether its fields are open; the first line always is.
    pub(super) open: bool,
}

/// The card of one activity.
pub(super) fn record(
    page: &Page,
    number: usize,
    ix: ActivityIx,
    activity: &Activity,
    shown: Shown,
    evidence: &UseStateHandle<Option<Evidence>>,
) -> Html {
    let words = page.words;
    let row = |field: FieldName, value: Html, basis: String| {
        html! {
            <div class="field" key={words.field(field)}>
                <dt>{ words.field(field) }</dt>
                <dd>
                    { value }
                    { sure(page, activity, field) }
                    { see(page, ix, activity, field, evidence) }
                    if !basis.is_empty() { <span class="basis">{ spoken(words, &basis) }</span> }
                </dd>
            </div>
        }
    };
    let list = |field: FieldName, names: &[String], filter: Option<fn(String) -> Filter>| {
        let body = names.iter().map(|name| value(page, name, filter.map(|filter| filter(name.clone()))));
        (!names.is_empty()).then(|| row(field, joined(page, body.collect()), String::new()))
    };
    let kinds: Vec<String> = activity.types.iter().chain(&activity.subtypes).cloned().collect();
    let rows = [
        Some(row(FieldName::Date, html! { date(page, activity) }, date_basis(page, activity))),
        (!activity.places.is_empty())
            .then(|| row(FieldName::Places, places(page, activity), place_basis(page, activity))),
        list(FieldName::Venues, &activity.venues, None),
        list(FieldName::Organisers, &activity.organisers, Some(Filter::Organiser)),
        list(FieldName::Types, &kinds, Some(Filter::Type)),
        list(FieldName::Audiences, &activity.audiences, Some(Filter::Audience)),
        (!activity.participants.is_empty()).then(|| {
            row(FieldName::Participants, spoken(words, &participants(page, activity)), String::new())
        }),
        (!activity.honours.is_empty())
            .then(|| row(FieldName::Honours, spoken(words, &honours(page, activity)), String::new())),
    ];
    let gist = [Some(date(page, activity)), activity.places.first().map(|place| place.name.clone())];
    let kind = activity.types.first().map(|name| words.label(name).to_owned());
    let gist: Vec<String> = gist.into_iter().flatten().chain(kind).collect();
    // Without what the reader searched for: a link in a paper leads to the activity.
    let hash = print(&Address {
        article: Some(activity.article.clone()),
        activity: Some(activity.id.clone()),
        ..Address::default()
    });
    html! {
        <section
            data-activity={ix.0.to_string()}
            class={classes!("record", shown.target.then_some("target"))}
            key={number}
            tabindex="-1"
            aria-label={words.record(number)}
        >
            <details open={shown.open || shown.target}>
                <summary>
                    <span class="num" aria-hidden="true">{ number }</span>
                    <span class="record-title">{ spoken(words, &activity.title) }</span>
                    <span class="gist">{ spoken(words, &gist.join(words.wide_space)) }</span>
                </summary>
                <dl>
                    { for rows.into_iter().flatten() }
                    { mentioned(page, activity) }
                    { same(page, activity) }
                </dl>
                <p class="record-tools">
                    <Copy words={words} label={words.copy_record} text={shown.citation} hash={hash} />
                </p>
            </details>
        </section>
    }
}

/// A value; where it can be a filter that is not yet chosen, a link to it.
fn value(page: &Page, name: &str, filter: Option<Filter>) -> Html {
    let address = &page.state.address;
    let chosen = |filter: &Filter| match filter {
        Filter::Place(code) => address.places.contains(code),
        Filter::Places(codes) => codes.iter().all(|code| address.places.contains(code)),
        Filter::Type(name) => address.types.contains(name),
        Filter::Audience(name) => address.audiences.contains(name),
        Filter::Organiser(name) => address.organisers.contains(name),
        Filter::Source(id) => address.sources.contains(id),
        Filter::Period(from, to) => (address.from, address.to) == (*from, *to),
    };
    let shown = match filter {
        Some(Filter::Type(_) | Filter::Audience(_)) => term(page.words, name),
        _ => spoken(page.words, name),
    };
    match filter.filter(|filter| !chosen(filter)) {
        Some(filter) => link(page, Action::Toggle(filter), "value", shown),
        None => shown,
    }
}

fn joined(page: &Page, values: Vec<Html>) -> Html {
    let separated = |(at, value): (usize, Html)| {
        html! { <>if at > 0 { { page.words.separator } }{ value }</> }
    };
    values.into_iter().enumerate().map(separated).collect()
}

fn date(page: &Page, activity: &Activity) -> String {
    match (&activity.date, activity.year) {
        (Some(date), _) => page.words.date(date),
        (None, Some(year)) => page.words.year_only(year),
        (None, None) => page.words.no_date.to_owned(),
    }
}

fn date_basis(page: &Page, activity: &Activity) -> String {
    match (&activity.date, &activity.undated) {
        (Some(date), _) => page.words.basis(date),
        (None, Some(undated)) => page.words.undated_words(&undated.words, undated.reason),
        (None, None) => String::new(),
    }
}

fn places(page: &Page, activity: &Activity) -> Html {
    let place = |place: &crate::corpus::Place| value(page, &place.name, Some(Filter::Place(place.adcode)));
    joined(page, activity.places.iter().map(place).collect())
}

/// What the places rest on, each basis once; nothing where the text names them, as it does as a rule.
fn place_basis(page: &Page, activity: &Activity) -> String {
    let mut said: Vec<&str> = Vec::new();
    for place in activity.places.iter().filter(|place| place.basis != PlaceBasis::Text) {
        let basis = page.words.place_basis(place.basis);
        if !said.contains(&basis) {
            said.push(basis);
        }
    }
    said.join(page.words.separator)
}

fn participants(page: &Page, activity: &Activity) -> String {
    let said =
        |some: &crate::corpus::Participants| page.words.approx(some.count, &some.unit, &some.of, some.approx);
    activity.participants.iter().map(said).collect::<Vec<_>>().join(page.words.separator)
}

fn honours(page: &Page, activity: &Activity) -> String {
    let said = |honour: &crate::corpus::Honour| [&honour.who, page.words.colon, &honour.what].concat();
    activity.honours.iter().map(said).collect::<Vec<_>>().join(page.words.separator)
}

fn mentioned(page: &Page, activity: &Activity) -> Html {
    if activity.mentioned_places.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = activity.mentioned_places.iter().map(|place| place.name.as_str()).collect();
    html! {
        <div class="field"><dt>{ page.words.mentioned }</dt><dd>{ spoken(page.words, &names.join(page.words.separator)) }</dd></div>
    }
}

/// Reports of the same event in other articles.
fn same(page: &Page, activity: &Activity) -> Html {
    let archive = &page.archive;
    let others = activity.same_as.iter().filter_map(|id| archive.activity(archive.find_activity(id)?));
    let others: Vec<Html> = others
        .map(|other| {
            let open = Action::Open(other.article.clone(), Some(other.id.clone()));
            link(page, open, "value", spoken(page.words, &other.title))
        })
        .collect();
    if others.is_empty() {
        return Html::default();
    }
    html! { <div class="field"><dt>{ page.words.same_as }</dt><dd>{ joined(page, others) }</dd></div> }
}

/// How sure a field is, where that is less than certain: what the activity's own sentences say is not inferred.
fn sure(page: &Page, activity: &Activity, field: FieldName) -> Html {
    match activity.fields.get(&field).map(|basis| basis.sure) {
        None | Some(Sureness::Certain) => Html::default(),
        Some(Sureness::Likely) if is_told(activity, field) => Html::default(),
        Some(sure) => {
            let class = if sure == Sureness::Guess { "sure guess" } else { "sure" };
            html! { <span {class}>{ page.words.sure(sure) }</span> }
        }
    }
}

/// Whether the words that a field rests on stand in the activity's own passage and say the field itself. That of a
/// year or of an organiser's place does not say the date or the place; its own note tells what they rest on.
fn is_told(activity: &Activity, field: FieldName) -> bool {
    let own = &activity.at;
    let within = |at: &At| {
        (at.part, at.index) == (own.part, own.index)
            && own.range[0] <= at.range[0]
            && at.range[1] <= own.range[1]
    };
    let says = match field {
        FieldName::Places => activity.places.iter().all(|place| place.basis == PlaceBasis::Text),
        _ => true,
    };
    let at = activity.fields.get(&field).map(|basis| basis.at.as_slice()).unwrap_or_default();
    says && !at.is_empty() && at.iter().all(within)
}

/// A button that shows in the text what a field rests on.
fn see(
    page: &Page,
    ix: ActivityIx,
    activity: &Activity,
    field: FieldName,
    evidence: &UseStateHandle<Option<Evidence>>,
) -> Html {
    let at = activity.fields.get(&field).map(|basis| basis.at.clone()).unwrap_or_default();
    if at.is_empty() {
        return Html::default();
    }
    let shown = evidence.as_ref().is_some_and(|shown| (shown.activity, shown.field) == (ix, field));
    let onclick = {
        let evidence = evidence.clone();
        let wanted = (!shown).then_some(Evidence { activity: ix, field, at });
        Callback::from(move |_: MouseEvent| evidence.set(wanted.clone()))
    };
    let words = page.words;
    html! {
        <button
            type="button"
            class="see"
            aria-pressed={shown.to_string()}
            aria-label={words.see_words(words.field(field))}
            {onclick}
        >{ words.see }</button>
    }
}
