//! The timeline turned upright for phones: units of time one below the other, each with its density and its
//! activities as rows. Only what the window shows is in the page.

use yew::prelude::*;

use super::super::Page;
use super::super::link::in_place;
use super::super::px::px;
use super::super::tongue::spoken;
use super::series::stacked;
use super::{controls, dates, extent, tray};
use crate::app::measure::{type_scale, use_window};
use crate::app::results::stretch::range;
use crate::app::state::{Action, Filter};
use crate::layout::CountAxis;
use crate::layout::timeline::{
    Bins, Days, Entry, Group, Level, Order, Part, Vertical, VerticalOptions, VerticalRow, header_bar,
    vertical,
};

/// Pixels beyond the window that are drawn, too.
const BEYOND: f64 = 600.0;
/// The height of a row, as the style sheet has it.
const ROW: f64 = 84.0;
/// How long the fullest header's bar is.
const BAR: f64 = 120.0;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app::view) struct UprightProps {
    pub(in crate::app::view) page: Page,
}

/// The upright timeline.
#[component]
pub(in crate::app::view) fn Upright(props: &UprightProps) -> Html {
    let page = &props.page;
    let words = page.words.figures;
    let list = use_node_ref();
    let level = use_state(|| page.look.level.get().unwrap_or(Level::Month));
    let stack = use_state(|| page.look.stack.get());
    let view = use_window(list.clone(), None);
    let key = std::rc::Rc::as_ptr(&page.results) as usize;
    let stacks = use_memo((key, *stack), |(_, stack)| stacked(page, *stack));
    let size = type_scale(page.state.address.elder);
    let laid = use_memo((key, *stack, *level, size), |&(.., level, size)| {
        let address = &page.state.address;
        let extent = extent(&page.archive)?;
        // Under the chosen period: on a phone the list is the result.
        let chosen = super::brushed(address.from, address.to, extent);
        let shown: Vec<usize> = (0..page.results.moments.len())
            .filter(|&at| {
                let days = page.results.moments.get(at).map(|moment| moment.days);
                days.is_some_and(|days| chosen.is_none_or(|chosen| chosen.overlaps(days)))
            })
            .collect();
        let moment = |&at: &usize| page.results.moments.get(at).map(|moment| (at, moment));
        let all = shown.iter().filter_map(moment).map(|(_, moment)| moment.days).reduce(Days::union)?;
        // An activity may reach beyond the chosen period; its months there are not asked for.
        let all =
            chosen.map_or(all, |chosen| Days::new(all.first.max(chosen.first), all.last.min(chosen.last)));
        let entries = shown.iter().filter_map(moment).map(|(at, moment)| Entry {
            days: moment.days,
            precision: moment.precision,
            series: stacks.of(at),
        });
        let bins = Bins::count(level, all, stacks.series.len(), entries);
        let firsts: Vec<i32> = shown.iter().filter_map(moment).map(|(_, moment)| moment.days.first).collect();
        let options = VerticalOptions {
            order: Order::NewestFirst,
            header: 48.0 * size,
            row: ROW * size,
            quiet: 32.0 * size,
        };
        let laid = vertical(&bins, &firsts, options);
        let said = range(shown.iter().filter_map(moment).map(|(_, moment)| moment), chosen);
        Some((bins, laid, shown, said.unwrap_or(all)))
    });
    let set_level = |own: Level| {
        let (level, look) = (level.clone(), page.look.clone());
        Callback::from(move |_: MouseEvent| {
            look.level.set(Some(own));
            level.set(own);
        })
    };
    let levels = [Level::Year, Level::Month, Level::Week, Level::Day];
    let set_stack = use_callback(page.look.clone(), {
        let stack = stack.clone();
        move |own, look| {
            look.stack.set(own);
            stack.set(own);
        }
    });
    let body = match &*laid {
        None => html! { <p class="figure-note">{ words.nothing_dated }</p> },
        Some((bins, laid, shown, _)) => {
            let draw = Drawn { page, bins, laid, shown, stacks: &stacks };
            rows(&draw, (view.0.max(0.0), view.1))
        }
    };
    let count = laid.as_ref().as_ref().map_or(0, |(_, _, shown, _)| shown.len());
    html! {
        <section class="figure upright" aria-label={words.timeline_title}>
            <div class="figure-head">
                <h2 class="figure-title">{ words.timeline_title }</h2>
                <div class="figure-tools">
                    <div class="segmented" role="group" aria-label={words.levels}>
                        { for levels.map(|own| html! {
                            <button type="button" aria-pressed={(*level == own).to_string()} onclick={set_level(own)}>
                                { words.level(own) }
                            </button>
                        }) }
                    </div>
                    { controls::stacking(page, *stack, &set_stack) }
                </div>
            </div>
            if let Some((bins, .., said)) = laid.as_ref() {
                <p class="figure-says">{ spoken(page.words, &says(page, bins, count, *said)) }</p>
                { tray::legend(page, &stacks, false) }
            }
            { dates::dates(page) }
            { tray::tray(page) }
            <div class="upright-list" ref={list}>{ body }</div>
        </section>
    }
}

struct Drawn<'a> {
    page: &'a Page,
    bins: &'a Bins,
    laid: &'a Vertical,
    /// Places among the page's moments of what was laid out.
    shown: &'a [usize],
    stacks: &'a super::series::Stacked,
}

fn says(page: &Page, bins: &Bins, count: usize, days: Days) -> String {
    let words = page.words.figures;
    let fullest = bins.fullest().map(|bin| (words.wording.unit(bins.level, bin.days.first), bin.total()));
    let fullest = fullest.as_ref().map(|(unit, count)| (unit.as_str(), *count));
    words.timeline_says(count, &words.wording.days(days), fullest)
}

/// What the window shows, between two empty stretches as high as what it does not.
fn rows(draw: &Drawn<'_>, (scroll, viewport): (f64, f64)) -> Html {
    let visible = draw.laid.visible(scroll, viewport, BEYOND);
    let top = |row: &VerticalRow| match row {
        VerticalRow::Header { top, .. } | VerticalRow::Activity { top, .. } => *top,
    };
    let above = visible.first().map_or(0.0, top);
    let size = type_scale(draw.page.state.address.elder);
    let last = visible.last().map_or(0.0, |row| match row {
        VerticalRow::Activity { top, .. } => top + ROW * size,
        VerticalRow::Header { top, group } => {
            let quiet = draw.laid.groups.get(*group).is_some_and(Group::is_quiet);
            top + if quiet { 32.0 } else { 48.0 } * size
        }
    });
    let below = (draw.laid.height() - last).max(0.0);
    let spacer = |key: &'static str, height: f64| {
        html! { <svg {key} class="spacer" width="1" height={px(height)} aria-hidden="true" focusable="false" /> }
    };
    let row = |row: &VerticalRow| match *row {
        VerticalRow::Header { group, .. } => header(draw, group),
        VerticalRow::Activity { item, .. } => activity(draw, item),
    };
    html! {
        <>
            { spacer("above", above) }
            { for visible.iter().map(row) }
            { spacer("below", below) }
        </>
    }
}

fn header(draw: &Drawn<'_>, group: usize) -> Html {
    let words = draw.page.words.figures;
    let Some(group) = draw.laid.groups.get(group) else { return Html::default() };
    let key = format!("g{}", group.days.first);
    if group.is_quiet() {
        return html! { <p {key} class="up-quiet">{ words.quiet(&words.wording.days(group.days)) }</p> };
    }
    let (from, to) = super::ends(group.days);
    let address = &draw.page.state.address;
    let chosen = (address.from, address.to) == (from, to);
    let axis = CountAxis::new(draw.bins.highest(), BAR, 1);
    let pieces = header_bar(draw.bins, group, &axis, 8.0);
    let colour = |part: &Part| match part {
        Part::Series(series) => draw.stacks.series.get(*series).map_or("c-none", |(_, class)| *class),
        Part::Vague => "c-vague",
    };
    html! {
        <h3 {key} class="up-header">
            <button
                type="button"
                aria-pressed={chosen.to_string()}
                onclick={draw.page.on(Action::Toggle(Filter::Period(from, to)))}
            >
                <span>{ words.wording.unit(draw.bins.level, group.days.first) }</span>
                <svg class="up-bar" width={px(BAR)} height="8" aria-hidden="true" focusable="false">
                    { for pieces.iter().map(|(part, _, rect)| html! {
                        <rect class={colour(part)} x={px(rect.x)} y="0" width={px(rect.width.max(1.0))} height="8" />
                    }) }
                </svg>
                <span class="number">
                    { words.count(group.total) }
                    if group.ongoing > 0 { <span class="up-ongoing">{ words.ongoing(group.ongoing) }</span> }
                </span>
            </button>
        </h3>
    }
}

fn activity(draw: &Drawn<'_>, item: usize) -> Html {
    let (page, archive) = (draw.page, &draw.page.archive);
    let found = draw.shown.get(item).and_then(|&at| Some((at, page.results.moments.get(at)?)));
    let Some((at, moment)) = found else { return Html::default() };
    let Some(activity) = archive.activity(moment.ix) else { return Html::default() };
    let open = Action::Open(activity.article.clone(), Some(activity.id.clone()));
    let class = draw.stacks.series.get(draw.stacks.of(at)).map_or("c-none", |(_, class)| *class);
    let place = activity.places.first().map(|place| place.name.clone());
    html! {
        <a
            key={activity.id.to_string()}
            class="up-row"
            href={page.href(&open)}
            onclick={in_place(page, open)}
        >
            <svg width="4" height="100%" aria-hidden="true" focusable="false"><rect {class} width="4" height="100%" /></svg>
            <span class="up-title">{ spoken(page.words, &activity.title) }</span>
            <span class="up-facts">
                { for activity.date.as_ref().map(|date| page.words.date(date)) }
                { for place.map(|place| html! { <span>{ spoken(page.words, &place) }</span> }) }
            </span>
        </a>
    }
}
