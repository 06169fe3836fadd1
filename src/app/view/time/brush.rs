//! The brush on the timeline: the chosen stretch and its two handles, each a slider to the keyboard.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::super::Page;
use super::super::px::px;
use crate::app::state::Action;
use crate::layout::timeline::{Days, Grip, HANDLE, Level, TimeScale, brush_shape, step};

/// What the brush is drawn from.
pub(super) struct Brush<'a> {
    pub(super) page: &'a Page,
    pub(super) scale: TimeScale,
    pub(super) days: Days,
    pub(super) level: Level,
    pub(super) top: f64,
    pub(super) height: f64,
}

/// The chosen stretch, what is outside it, and the handles.
pub(super) fn brush(brush: &Brush<'_>) -> Html {
    let words = brush.page.words.figures;
    let shape = brush_shape(&brush.scale, brush.days, HANDLE);
    let length = brush.scale.length();
    let (from, to) = (shape.range.0.clamp(-2.0, length + 2.0), shape.range.1.clamp(-2.0, length + 2.0));
    let (y, height) = (px(brush.top), px(brush.height));
    let veil = |from: f64, to: f64| {
        html! {
            if to > from {
                <rect class="veil" x={px(from)} y={y.clone()} width={px(to - from)} height={height.clone()} />
            }
        }
    };
    html! {
        <g class="brush">
            { veil(0.0, from) }
            { veil(to, length) }
            <rect class="brushed" x={px(from)} y={y.clone()} width={px((to - from).max(1.0))} height={height.clone()} />
            { handle(brush, Grip::Start, words.from, from, shape.start) }
            { handle(brush, Grip::End, words.to, to, shape.end) }
        </g>
    }
}

fn handle(brush: &Brush<'_>, grip: Grip, label: &'static str, at: f64, room: (f64, f64)) -> Html {
    if at < -1.0 || at > brush.scale.length() + 1.0 {
        return Html::default();
    }
    let words = brush.page.words;
    let day = if grip == Grip::Start { brush.days.first } else { brush.days.last };
    let extent = brush.scale.extent();
    let said = brush.page.words.figures.wording.days(Days::new(day, day));
    let onkeydown = {
        let (act, days, level) = (brush.page.act.clone(), brush.days, brush.level);
        Callback::from(move |event: KeyboardEvent| {
            let (units, level) = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => (-1, level),
                "ArrowRight" | "ArrowUp" => (1, level),
                "PageDown" => (-1, level.coarser().unwrap_or(level)),
                "PageUp" => (1, level.coarser().unwrap_or(level)),
                _ => return,
            };
            let level = if event.shift_key() { Level::Day } else { level };
            event.prevent_default();
            event.stop_propagation();
            let (from, to) = super::ends(step(days, grip, units, level, extent));
            act.emit(Action::Span(from, to));
        })
    };
    let (y, middle) = (brush.top, brush.top + brush.height / 2.0);
    html! {
        <g
            class="handle"
            tabindex="0"
            role="slider"
            aria-label={[words.figures.brush, words.colon, label].concat()}
            aria-valuemin={extent.first.to_string()}
            aria-valuemax={extent.last.to_string()}
            aria-valuenow={day.clamp(extent.first, extent.last).to_string()}
            aria-valuetext={said}
            {onkeydown}
        >
            <rect class="handle-room" x={px(room.0)} y={px(y)} width={px(room.1 - room.0)} height={px(brush.height)} />
            <line x1={px(at)} x2={px(at)} y1={px(y)} y2={px(y + brush.height)} />
            <rect class="grip" x={px(at - 4.0)} y={px(middle - 12.0)} width="8" height="24" rx="3" />
        </g>
    }
}
