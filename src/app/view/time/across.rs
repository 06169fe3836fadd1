//! The timeline across a wide window, as SVG: axis, festivals, bars, activities in lanes.

use yew::prelude::*;

use super::super::Page;
use super::super::link::in_place;
use super::super::px::px;
use super::series::Stacked;
use super::titles::labels;
use crate::app::state::Action;
use crate::corpus::Activity;
use crate::layout::CountAxis;
use crate::layout::timeline::{
    Bins, Days, Item, ItemOptions, Lanes, Lie, Part, Piece, TimeAxis, TimeScale, bars, festival_marks,
    festivals, items_fit, place_items, time_axis,
};

/// What is drawn.
pub(super) struct Across<'a> {
    pub(super) page: &'a Page,
    pub(super) scale: TimeScale,
    pub(super) bins: &'a Bins,
    pub(super) stacked: &'a Stacked,
    /// The bars of what is pointed at.
    pub(super) answer: Option<&'a Bins>,
    /// The days of what is pointed at.
    pub(super) pointed: Vec<Days>,
    /// The activities that are lit.
    pub(super) lit: Vec<usize>,
    /// Type's size in pixels.
    pub(super) font: f64,
    /// Whether there are activities, and festivals.
    pub(super) large: bool,
}

/// Where things stand, one below the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// The upper side of the bars.
    pub(super) top: f64,
    /// How high the bars may be.
    pub(super) bars: f64,
    /// The lower side of the axis.
    pub(super) axis: f64,
    /// The height of all.
    pub(super) height: f64,
}

/// The most activities that are tried in lanes.
const MOST_ITEMS: usize = 400;

/// The activities in lanes, where they find room; indices of the page's moments beside.
pub(super) fn lanes(
    page: &Page,
    scale: &TimeScale,
    font: f64,
    brushed: Option<Days>,
) -> Option<(Vec<usize>, Lanes, ItemOptions)> {
    let options = ItemOptions {
        font_size: font,
        lane_height: font * 2.1,
        bar_height: font * 1.7,
        lanes: 10,
        ..ItemOptions::default()
    };
    let visible = scale.visible();
    let moments = &page.results.moments;
    let shown = |days: Days| days.overlaps(visible) && brushed.is_none_or(|brushed| days.overlaps(brushed));
    let within: Vec<usize> =
        (0..moments.len()).filter(|&at| moments.get(at).is_some_and(|moment| shown(moment.days))).collect();
    if within.is_empty() || within.len() > MOST_ITEMS || !items_fit(within.len(), scale, &options) {
        return None;
    }
    let activity = |&at: &usize| {
        let moment = moments.get(at)?;
        Some((moment.days, page.archive.activity(moment.ix)?))
    };
    let (days, activities): (Vec<Days>, Vec<&Activity>) = within.iter().filter_map(activity).unzip();
    let items: Vec<Item<'_>> =
        days.into_iter().zip(labels(&activities)).map(|(days, text)| Item { days, text }).collect();
    let lanes = place_items(&items, scale, &options, page.words.figures.wording);
    Some((within, lanes, options))
}

/// Where things stand.
pub(super) fn room(large: bool, font: f64, lanes: Option<&(Vec<usize>, Lanes, ItemOptions)>) -> Room {
    let top = if large { font * 1.7 } else { font * 1.2 };
    let bars = match (large, lanes) {
        (true, None) => font * 13.0,
        (true, Some(_)) => font * 7.0,
        (false, _) => font * 6.0,
    };
    let axis = top + bars + font * 3.1;
    let below = lanes.map_or(0.0, |(_, lanes, options)| {
        let more = if lanes.overflow.is_empty() { 0.0 } else { options.lane_height };
        font * 0.6 + lanes.lanes as f64 * options.lane_height + more
    });
    Room { top, bars, axis, height: axis + below }
}

/// All but the brush.
pub(super) fn across(
    draw: &Across<'_>,
    room: Room,
    lanes: Option<&(Vec<usize>, Lanes, ItemOptions)>,
    brush: Html,
) -> Html {
    let wording = draw.page.words.figures.wording;
    let axis = time_axis(&draw.scale, draw.bins.level, draw.font * 0.92, wording);
    let count = CountAxis::new(draw.bins.highest(), room.bars, if draw.large { 4 } else { 3 });
    let length = draw.scale.length();
    let marks = match draw.large {
        true => {
            let days = festivals(draw.scale.visible(), wording);
            festival_marks(&draw.scale, &days, draw.font * 0.85)
        }
        false => Vec::new(),
    };
    let colour = |piece: &Piece| match piece.part {
        Part::Series(series) => draw.stacked.series.get(series).map_or("c-none", |(_, class)| *class),
        Part::Vague => "c-vague",
    };
    let pieces = bars(draw.bins, &draw.scale, &count, Lie::Across);
    let bar = |piece: &Piece, class: &'static str| {
        let r = piece.rect;
        html! {
            <rect {class} x={px(r.x)} y={px(r.y + room.top)} width={px(r.width)} height={px(r.height)} />
        }
    };
    let answer = draw.answer.map(|bins| bars(bins, &draw.scale, &count, Lie::Across)).unwrap_or_default();
    let band = |days: &Days| {
        let (from, to) = draw.scale.range(*days);
        let (from, to) = (from.max(-2.0), to.min(length + 2.0));
        html! {
            if to > from {
                <rect class="pointed" x={px(from)} y={px(room.top)} width={px((to - from).max(2.0))} height={px(room.bars)} />
            }
        }
    };
    html! {
        <>
            <g class="grid">
                { for count.ticks().skip(1).map(|tick| {
                    let y = room.top + room.bars - count.length_of(tick);
                    html! { <line x1="0" x2={px(length)} y1={px(y)} y2={px(y)} /> }
                }) }
            </g>
            <g class="festivals">
                { for marks.iter().map(|mark| html! {
                    <>
                        <line x1={px(mark.x)} x2={px(mark.x)} y1={px(draw.font * 1.2)} y2={px(room.top + room.bars)} />
                        <text x={px(mark.label.x)} y={px(draw.font * 0.95)} font-size={px(draw.font * 0.85)}>{ &mark.label.text }</text>
                    </>
                }) }
            </g>
            <g>{ for draw.pointed.iter().map(band) }</g>
            <g class={classes!("density", draw.answer.map(|_| "quietened"))}>
                { for pieces.iter().map(|piece| bar(piece, colour(piece))) }
            </g>
            <g class="answer">{ for answer.iter().map(|piece| bar(piece, "lit")) }</g>
            // Over the bars, or the first of them would hide the numbers; below their lines, clear of the festivals.
            <g class="ticks">
                { for count.ticks().skip(1).map(|tick| {
                    let y = room.top + room.bars - count.length_of(tick) + draw.font;
                    html! { <text x="2" y={px(y)} font-size={px(draw.font * 0.85)}>{ tick }</text> }
                }) }
            </g>
            { axis_of(&axis, draw, room) }
            { brush }
            if let Some((within, lanes, _)) = lanes { { items(draw, room, within, lanes) } }
        </>
    }
}

fn axis_of(axis: &TimeAxis, draw: &Across<'_>, room: Room) -> Html {
    let base = room.top + room.bars;
    let font = draw.font * 0.92;
    let minor = axis.minor.iter().map(|tick| {
        html! {
            <>
                <line x1={px(tick.x)} x2={px(tick.x)} y1={px(base)} y2={px(base + 4.0)} />
                { for tick.label.iter().map(|label| html! {
                    <text x={px(label.x)} y={px(base + draw.font * 1.3)} font-size={px(font)}>{ &label.text }</text>
                }) }
            </>
        }
    });
    let major = axis.major.iter().map(|tick| {
        html! {
            <>
                if tick.x > 0.0 {
                    <line class="greater" x1={px(tick.x)} x2={px(tick.x)} y1={px(base)} y2={px(base + draw.font * 2.7)} />
                }
                { for tick.label.iter().map(|label| html! {
                    <text class="greater" x={px(label.x)} y={px(base + draw.font * 2.6)} font-size={px(font)}>{ &label.text }</text>
                }) }
            </>
        }
    });
    html! {
        <g class="axis">
            <line class="base" x1="0" x2={px(draw.scale.length())} y1={px(base)} y2={px(base)} />
            { for minor }
            { for major }
        </g>
    }
}

fn items(draw: &Across<'_>, room: Room, within: &[usize], lanes: &Lanes) -> Html {
    let page = draw.page;
    let lang = page.words.lang_of_data();
    let top = room.axis + draw.font * 0.6;
    let item = |placed: &crate::layout::timeline::Placed| {
        let at = within.get(placed.item).copied()?;
        let moment = page.results.moments.get(at)?;
        let activity = page.archive.activity(moment.ix)?;
        let action = Action::Open(activity.article.clone(), Some(activity.id.clone()));
        let class = draw.stacked.series.get(draw.stacked.of(at)).map_or("c-none", |(_, class)| *class);
        let lit = draw.lit.contains(&at).then_some("lit");
        let days = page.words.figures.wording.days(moment.days);
        let (x, right) = (placed.bar.x.max(-4.0), placed.bar.right().min(draw.scale.length() + 4.0));
        if right <= x {
            return None;
        }
        let middle = top + placed.bar.centre().y + draw.font * 0.36;
        Some(html! {
            <a
                key={activity.id.to_string()}
                class={classes!("item", lit, placed.inside.then_some("inside"))}
                href={page.href(&action)}
                onclick={in_place(page, action)}
                data-activity={moment.ix.0.to_string()}
                aria-label={format!("{days} {}", activity.title)}
            >
                <title lang={lang}>{ [&days, page.words.wide_space, &activity.title].concat() }</title>
                <rect {class} x={px(x)} y={px(top + placed.bar.y)} width={px(right - x)} height={px(placed.bar.height)} rx="2" />
                { for placed.label.iter().map(|label| {
                    // At the left of its bar it ends there, however wide the browser draws it.
                    let left = label.x < placed.bar.x && !placed.inside;
                    let (x, anchor) = if left { (label.end(), Some("end")) } else { (label.x, None) };
                    html! {
                        <text {lang} x={px(x)} y={px(middle)} text-anchor={anchor} font-size={px(draw.font)}>{ &label.text }</text>
                    }
                }) }
            </a>
        })
    };
    let below = top + lanes.lanes as f64 * draw.font * 2.1 + draw.font * 1.2;
    html! {
        <g class="items">
            { for lanes.placed.iter().filter_map(item) }
            { for lanes.overflow.iter().map(|mark| html! {
                <text
                    class="overflow"
                    data-from={mark.days.first.to_string()}
                    data-to={mark.days.last.to_string()}
                    x={px(mark.label.x)}
                    y={px(below)}
                    font-size={px(draw.font)}
                >{ &mark.label.text }</text>
            }) }
        </g>
    }
}
