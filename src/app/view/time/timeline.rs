//! The timeline of a wide window: what it keeps, and what pointer, wheel and keys do to it.

use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::super::Page;
use super::super::linked::{Hover, Pointing, answers, meant};
use super::super::px::px;
use super::super::tongue::spoken;
use super::super::wheel::use_wheel;
use super::across::{Across, across, lanes, room};
use super::brush::{Brush, brush};
use super::gesture::{Before, Ended, Gesture, Moved};
use super::series::{Stacked, stacked};
use super::{brushed, controls, dates, ends, extent, tray};
use crate::app::measure::{type_scale, use_width};
use crate::app::results::stretch::range;
use crate::app::state::{Action, Filter};
use crate::app::words::Words;
use crate::layout::Point;
use crate::layout::timeline::{Bins, Days, Entry, Level, TimeScale};

/// Bins at most: beyond the largest archive, a guard against a date of the year 1.
const MOST_BINS: f64 = 20_000.0;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app::view) struct TimelineProps {
    pub(in crate::app::view) page: Page,
    pub(in crate::app::view) hover: Pointing,
    /// Whether it is the view's own figure, and not the small one beside a map.
    pub(in crate::app::view) large: bool,
}

/// The timeline.
#[component]
pub(in crate::app::view) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { page, hover, large } = props;
    let large = *large;
    let words = page.words.figures;
    let canvas = use_node_ref();
    let width = use_width(canvas.clone());
    let kept = use_state(|| page.look.time.get().filter(|_| large));
    let stack = use_state(|| page.look.stack.get());
    let draft = use_state_eq(|| None::<Days>);
    let gesture = use_mut_ref(Gesture::default);
    let answer_key = Rc::as_ptr(&page.results) as usize;
    let stacks = use_memo((answer_key, *stack), |(_, stack)| stacked(page, *stack));
    let days = extent(&page.archive);
    let scale = days.map(|days| match *kept {
        Some(scale) if scale.extent() == days && scale.length() == width => scale,
        Some(scale) if scale.extent() == days => scale.resized(width),
        _ => TimeScale::new(days, width),
    });
    // A coarser unit than what there is room for, where the reader wants it.
    let usual = days.and_then(usual_level);
    let coarse = use_state_eq(|| usual.filter(|_| kept.is_none_or(|scale| scale.shows_all())));
    let level =
        scale.map_or(Level::Month, |scale| coarse.map_or(scale.level(), |coarse| coarse.min(scale.level())));
    let counted = scale.map(|scale| window(&scale, level));
    let bins = use_memo((answer_key, *stack, level, counted), |&(.., level, counted)| {
        counted.map(|window| bins_of(page, &stacks, level, window, |_| true))
    });
    let set = use_callback((page.look.clone(), usual), {
        let (kept, coarse) = (kept.clone(), coarse.clone());
        move |scale: TimeScale, (look, usual)| {
            coarse.set(usual.filter(|_| scale.shows_all()));
            if large {
                look.time.set(Some(scale));
            }
            kept.set(Some(scale));
        }
    });
    let set_stack = use_callback(page.look.clone(), {
        let stack = stack.clone();
        move |own, look| {
            look.stack.set(own);
            stack.set(own);
        }
    });
    let turn = use_callback((scale, set.clone()), |(at, by): (Point, f64), (scale, set)| {
        let after = scale.map(|scale| scale.zoomed(at.x, by)).filter(|after| Some(*after) != *scale);
        let changed = after.is_some();
        if let Some(after) = after {
            set.emit(after);
        }
        changed
    });
    use_wheel(canvas.clone(), turn, large);

    let title = html! { <h2 class="figure-title">{ words.timeline_title }</h2> };
    let (Some(scale), Some(bins)) = (scale, bins.as_ref()) else {
        return html! {
            <section class="figure timeline">
                { title }
                <p class="figure-note">{ words.nothing_dated }</p>
                if large { { tray::tray(page) } }
            </section>
        };
    };
    let address = &page.state.address;
    let chosen = brushed(address.from, address.to, scale.extent());
    let shown = draft.or(chosen);
    let font = 14.0 * type_scale(address.elder);
    let placed = if large { lanes(page, &scale, font, None) } else { None };
    let room = room(large, font, placed.as_ref());

    let pointing = (**hover).clone();
    let answer = pointing.as_ref().filter(|hover| matches!(hover, Hover::Places(_))).map(|hover| {
        let window = window(&scale, level);
        bins_of(page, &stacks, level, window, |ix| answers(&page.archive, hover, ix))
    });
    let lit: Vec<usize> = match &pointing {
        Some(hover @ (Hover::Activity(_) | Hover::Article(_))) => {
            let meant = meant(&page.archive, &page.results, hover);
            let moments = page.results.moments.iter().enumerate();
            moments.filter(|(_, moment)| meant.contains(&moment.ix)).map(|(at, _)| at).collect()
        }
        _ => Vec::new(),
    };
    let mut pointed: Vec<Days> =
        lit.iter().filter_map(|&at| page.results.moments.get(at)).map(|moment| moment.days).collect();
    if let Some(Hover::Days(days)) = &pointing {
        pointed.push(*days);
    }
    let draw =
        Across { page, scale, bins, stacked: &stacks, answer: answer.as_ref(), pointed, lit, font, large };
    let brushing = shown.map_or_else(Html::default, |days| {
        let (top, height) = (room.top, room.bars);
        brush(&Brush { page, scale, days, level, top, height })
    });

    let place = {
        let canvas = canvas.clone();
        move |event: &PointerEvent| {
            let rect = canvas.cast::<Element>().map(|canvas| canvas.get_bounding_client_rect());
            let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
            (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
        }
    };
    let onpointerdown = {
        let (gesture, place, canvas) = (gesture.clone(), place.clone(), canvas.clone());
        Callback::from(move |event: PointerEvent| {
            let target = event.target_dyn_into::<Element>();
            let on_item = target.is_some_and(|target| target.closest(".items").ok().flatten().is_some());
            if event.button() != 0 || on_item {
                return;
            }
            let (x, y) = place(&event);
            let touch = event.pointer_type() == "touch";
            let drags = large && (event.shift_key() || y > room.top + room.bars);
            let before = Before { scale, brushed: chosen, snap: level };
            gesture.borrow_mut().down(event.pointer_id(), x, before, touch, drags);
            if let Some(canvas) = canvas.cast::<Element>() {
                let _ = canvas.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (gesture, place, draft, set, hover) =
            (gesture.clone(), place.clone(), draft.clone(), set.clone(), hover.clone());
        let covered = bins.days();
        Callback::from(move |event: PointerEvent| {
            let (x, y) = place(&event);
            let moved = gesture.borrow_mut().moved(event.pointer_id(), x, scale);
            match moved {
                Moved::Brush(days) => draft.set(Some(days)),
                Moved::Scale(after) if large => set.emit(after),
                Moved::Scale(_) => {}
                Moved::Nothing if gesture.borrow().is_held() => {}
                Moved::Nothing => {
                    let day = scale.day_at(x);
                    let on_bars = y < room.axis && covered.contains(day);
                    let item = item_at(&event);
                    hover.set(match item {
                        Some(at) => Some(at),
                        None if on_bars => Some(Hover::Days(level.whole(Days::new(day, day)))),
                        None => None,
                    });
                }
            }
        })
    };
    let onpointerup = {
        let (gesture, place, draft, act) = (gesture.clone(), place.clone(), draft.clone(), page.act.clone());
        let covered = bins.days();
        Callback::from(move |event: PointerEvent| {
            let (x, y) = place(&event);
            draft.set(None);
            let ended = gesture.borrow_mut().up(event.pointer_id(), x, scale);
            match ended {
                Ended::Brush(days) if Some(days) != chosen => {
                    let (from, to) = ends(days);
                    act.emit(Action::Span(from, to));
                }
                Ended::Click(x) if y < room.axis => {
                    let day = scale.day_at(x);
                    let (from, to) = ends(level.whole(Days::new(day, day)));
                    if covered.contains(day) {
                        act.emit(Action::Toggle(Filter::Period(from, to)));
                    }
                }
                Ended::Brush(_) | Ended::Click(_) | Ended::Nothing => {}
            }
        })
    };
    let onpointercancel = {
        let (gesture, draft) = (gesture.clone(), draft.clone());
        Callback::from(move |event: PointerEvent| {
            gesture.borrow_mut().cancel(event.pointer_id());
            draft.set(None);
        })
    };
    let onpointerleave = {
        let hover = hover.clone();
        Callback::from(move |_: PointerEvent| hover.set(None))
    };
    let onclick = {
        let set = set.clone();
        Callback::from(move |event: MouseEvent| {
            let target =
                event.target_dyn_into::<Element>().filter(|target| target.has_attribute("data-from"));
            let Some(target) = target else { return };
            let day = |name: &str| target.get_attribute(name).and_then(|day| day.parse::<i32>().ok());
            if let Some((from, to)) = day("data-from").zip(day("data-to")) {
                set.emit(scale.showing(Days::new(from, to)));
            }
        })
    };
    let onkeydown = {
        let (set, act) = (set.clone(), page.act.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || !large {
                return;
            }
            let (middle, part) = (scale.length() / 2.0, scale.length() / 6.0);
            let after = match event.key().as_str() {
                "ArrowLeft" => scale.panned(-part),
                "ArrowRight" => scale.panned(part),
                "Home" => scale.panned(-1e9),
                "End" => scale.panned(1e9),
                "+" | "=" => scale.zoomed(middle, 2.0),
                "-" | "_" => scale.zoomed(middle, 0.5),
                "0" => TimeScale::new(scale.extent(), scale.length()),
                "Enter" if event.target() == event.current_target() => {
                    let (from, to) = ends(level.whole(scale.visible()));
                    act.emit(Action::Toggle(Filter::Period(from, to)));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            set.emit(after);
        })
    };
    let vague = bins.iter().any(|bin| bin.vague > 0);
    html! {
        <section class={classes!("figure", "timeline", (!large).then_some("small"))} aria-label={words.timeline_title}>
            <div class="figure-head">
                { title }
                if large {
                    <div class="figure-tools">
                        { controls::units(page, scale, (level, chosen), &set, &Callback::from(move |own| coarse.set(own))) }
                        { controls::zooming(page, scale, &set) }
                        { controls::stacking(page, *stack, &set_stack) }
                    </div>
                }
            </div>
            <p class="figure-says">
                { spoken(page.words, &readout(page, &stacks, bins, (chosen, draft.as_ref().copied()), &pointing)) }
            </p>
            if large { { controls::elsewhere(page, scale, &set) } }
            <div
                ref={canvas}
                class="canvas"
                role="group"
                tabindex={large.then_some("0")}
                aria-label={[words.timeline_title, page.words.stop, words.keys].concat()}
                {onpointerdown}
                {onpointermove}
                {onpointerup}
                {onpointercancel}
                {onpointerleave}
                {onclick}
                {onkeydown}
            >
                <svg width={px(width)} height={px(room.height)}>
                    { across(&draw, room, placed.as_ref(), brushing) }
                </svg>
            </div>
            if large {
                <div class="figure-foot">
                    { tray::legend(page, &stacks, vague) }
                    { dates::dates(page) }
                </div>
                { tray::tray(page) }
            }
        </section>
    }
}

/// More days than this are shown in months at first, as on a phone: weeks are many, and no report is by the week.
const HALF_A_YEAR: u32 = 183;

/// The unit that the whole is shown in at first, where it is coarser than there is room for.
fn usual_level(extent: Days) -> Option<Level> {
    (extent.count() > HALF_A_YEAR).then_some(Level::Month)
}

/// The days to count: all there are, unless the bins would be too many.
fn window(scale: &TimeScale, level: Level) -> Days {
    let all = scale.extent();
    if f64::from(all.count()) / level.mean_days() > MOST_BINS { scale.visible() } else { all }
}

fn bins_of(
    page: &Page,
    stacks: &Stacked,
    level: Level,
    window: Days,
    counts: impl Fn(crate::search::ActivityIx) -> bool,
) -> Bins {
    let moments = page.results.moments.iter().enumerate().filter(|(_, moment)| counts(moment.ix));
    let entries = moments.map(|(at, moment)| Entry {
        days: moment.days,
        precision: moment.precision,
        series: stacks.of(at),
    });
    Bins::count(level, window, stacks.series.len(), entries)
}

/// What is pointed at in words, else the sentence that goes with the figure: of the period that is chosen, or being
/// chosen.
fn readout(
    page: &Page,
    stacks: &Stacked,
    bins: &Bins,
    (chosen, draft): (Option<Days>, Option<Days>),
    hover: &Option<Hover>,
) -> String {
    let shown = draft.or(chosen);
    let words = page.words.figures;
    if let Some(Hover::Days(days)) = hover
        && let Some(bin) = bins.bin_of(days.first).and_then(|at| bins.get(at))
    {
        let parts = bin.counts.iter().zip(&stacks.series).filter(|(count, _)| **count > 0);
        let mut parts: Vec<String> = parts.map(|(count, (name, _))| format!("{name} {count}")).collect();
        if bin.vague > 0 {
            parts.push(format!("{} {}", words.vague, bin.vague));
        }
        let unit = words.wording.unit(bins.level, bin.days.first);
        return [words.bin(&unit, bin.total()), within(page.words, &parts)].concat();
    }
    if let Some(Hover::Activity(ix)) = hover
        && let Some(activity) = page.archive.activity(*ix)
    {
        let date = activity.date.as_ref().map(|date| page.words.date(date)).unwrap_or_default();
        return [&date, page.words.wide_space, &activity.title].concat();
    }
    let moments =
        || page.results.moments.iter().filter(|moment| shown.is_none_or(|days| days.overlaps(moment.days)));
    let Some(all) = range(moments(), shown) else { return words.nothing_dated.to_owned() };
    // Of a unit that is chosen in part only, the bar counts more than what is chosen.
    let whole =
        |days: Days| shown.is_none_or(|shown| shown.contains(days.first) && shown.contains(days.last));
    let mut fullest: Option<(i32, u32)> = None;
    for bin in bins.iter().filter(|bin| whole(bin.days) && bin.total() > 0) {
        if fullest.is_none_or(|(_, most)| bin.total() > most) {
            fullest = Some((bin.days.first, bin.total()));
        }
    }
    let unit = fullest.map(|(day, count)| (words.wording.unit(bins.level, day), count));
    let days = words.wording.days(draft.unwrap_or(all));
    words.timeline_says(moments().count(), &days, unit.as_ref().map(|(unit, count)| (unit.as_str(), *count)))
}

fn within(words: &Words, parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { words.inside(&parts.join(words.comma)) }
}

/// The activity under the pointer.
fn item_at(event: &PointerEvent) -> Option<Hover> {
    let item = event.target_dyn_into::<Element>()?.closest("[data-activity]").ok().flatten()?;
    let ix = item.get_attribute("data-activity")?.parse().ok()?;
    Some(Hover::Activity(crate::search::ActivityIx(ix)))
}
