//! The map as SVG.

use yew::prelude::*;

use super::super::Page;
use super::super::px::px;
use super::areas::{Area, Form};
use crate::layout::Rect;
use crate::layout::map::{
    Drawing, Frame, LabelForm, LabelOptions, Shapes, TileGrid, UnitText, Zoom, label_units, targets,
};
use crate::place::Adcode;

/// What is drawn.
pub(super) struct Draw<'a> {
    pub(super) page: &'a Page,
    pub(super) areas: &'a [Area],
    pub(super) form: &'a Form,
    pub(super) zoom: Zoom,
    pub(super) font: f64,
    /// The units that are lit.
    pub(super) lit: &'a [Adcode],
    /// The unit that the keyboard is at.
    pub(super) at: Option<Adcode>,
    /// How large a unit must be to be hit.
    pub(super) least: f64,
}

/// The whole map.
pub(super) fn draw(draw: &Draw<'_>) -> Html {
    match draw.form {
        Form::Boundaries { shapes, frame, drawing, inset } => {
            let move_by = format!(
                "translate({} {}) scale({})",
                px(draw.zoom.shift.x),
                px(draw.zoom.shift.y),
                (draw.zoom.factor * 1000.0).round() / 1000.0
            );
            let zoomed = frame.zoomed(&draw.zoom);
            html! {
                <>
                    { hatch() }
                    { clipped(frame.rect, "land", html! {
                        <>
                            <g transform={move_by}>{ land(draw, drawing, true) }</g>
                            { labels(draw, shapes, &zoomed, inset.as_ref().map(|(south, _)| south.rect)) }
                        </>
                    }) }
                    { for inset.iter().map(|(south, drawing)| islands(draw, south, drawing)) }
                </>
            }
        }
        Form::Tiles(grid) => html! { <>{ hatch() }{ tiles(draw, grid) }</> },
    }
}

/// No data is a pattern, not a colour; so is what may be there without a date.
fn hatch() -> Html {
    html! {
        <defs>
            <pattern id="gx-maybe" width="6" height="6" patternUnits="userSpaceOnUse">
                <rect class="maybe-ground" width="6" height="6" />
                <circle class="maybe-dot" cx="3" cy="3" r="1.2" />
            </pattern>
            <pattern id="gx-none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch-ground" width="6" height="6" />
                <line class="hatch-line" x1="0" y1="0" x2="0" y2="6" />
            </pattern>
        </defs>
    }
}

/// What makes an element of the map one with the keyboard and the pointer.
fn unit(draw: &Draw<'_>, area: &Area, first: bool, body: Html) -> Html {
    let current = draw.at.map_or(first, |at| at == area.code);
    let said = area.said(draw.page);
    let class = classes!(
        "unit-area",
        area.chosen.then_some("chosen"),
        draw.lit.contains(&area.code).then_some("lit"),
    );
    html! {
        <g
            key={area.code.number()}
            {class}
            role="button"
            tabindex={if current { "0" } else { "-1" }}
            aria-pressed={area.chosen.to_string()}
            aria-label={said.clone()}
            data-unit={area.code.to_string()}
        >
            <title>{ said }</title>
            { body }
        </g>
    }
}

fn land(draw: &Draw<'_>, drawing: &Drawing, active: bool) -> Html {
    let path = |(place, area): (usize, &Area)| {
        let d = drawing.units.get(place)?.clone();
        let class = area.class();
        let body = html! { <path {class} {d} fill-rule="evenodd" /> };
        Some(if active { unit(draw, area, place == 0, body) } else { body })
    };
    // Above all borders, and not by moving the unit itself: an element that is moved loses the keyboard.
    let outline = |(area, d): (&Area, &String)| {
        let lit = draw.lit.contains(&area.code).then_some("lit");
        let chosen = area.chosen.then_some("chosen");
        (lit.is_some() || chosen.is_some()).then(|| {
            html! { <path class={classes!("outline", lit, chosen)} d={d.clone()} /> }
        })
    };
    html! {
        <>
            // A group each: a list that grows would move its neighbours, and what is moved loses the keyboard.
            <g>{ for draw.areas.iter().enumerate().filter_map(path) }</g>
            <path class="border-inner" d={drawing.inner.clone()} />
            <path class="border-between" d={drawing.between.clone()} />
            <path class="border-outer" d={drawing.outer.clone()} />
            <g>{ for drawing.lines.iter().map(|d| html! { <path class="border-lines" d={d.clone()} /> }) }</g>
            <g>{ for draw.areas.iter().zip(&drawing.units).filter_map(outline) }</g>
        </>
    }
}

/// What is cut off at a box.
fn clipped(rect: Rect, class: &'static str, body: Html) -> Html {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(px);
    let view = format!("{x} {y} {width} {height}");
    html! { <svg {class} {x} {y} {width} {height} viewBox={view}>{ body }</svg> }
}

/// The islands of the South China Sea in their box.
fn islands(draw: &Draw<'_>, frame: &Frame, drawing: &Drawing) -> Html {
    let Rect { x, y, width, height } = frame.rect;
    clipped(
        frame.rect,
        "islands",
        html! {
            <g aria-hidden="true">
                <rect class="islands-ground" x={px(x)} y={px(y)} width={px(width)} height={px(height)} />
                { land(draw, drawing, false) }
                <rect class="islands-frame" x={px(x + 0.5)} y={px(y + 0.5)} width={px((width - 1.0).max(0.0))} height={px((height - 1.0).max(0.0))} />
            </g>
        },
    )
}

/// How much a unit has, the undated included where it has nothing else.
fn weight(area: &Area) -> u32 {
    let least = if area.is_only_maybe() { 1 } else { 0 };
    area.count.map_or(0, |count| u32::try_from(count).unwrap_or(u32::MAX)).max(least)
}

fn labels(draw: &Draw<'_>, shapes: &Shapes, frame: &Frame, avoid: Option<Rect>) -> Html {
    let lang = draw.page.words.lang_of_data();
    // Zeros and what is not covered stay quiet: their names would hide the others'.
    let counts: Vec<String> = draw
        .areas
        .iter()
        .map(|area| match area.count {
            _ if area.is_only_maybe() => "?".to_owned(),
            Some(count) if count > 0 => count.to_string(),
            _ => String::new(),
        })
        .collect();
    let few = draw.areas.len() <= 60;
    let text = |(area, count): (&Area, &String)| {
        (!count.is_empty() || few && area.count.is_some(), area.short.clone())
    };
    let names: Vec<String> = draw
        .areas
        .iter()
        .zip(&counts)
        .map(text)
        .map(|(named, name)| if named { name } else { String::new() })
        .collect();
    let all = names.iter().zip(&counts).zip(draw.areas);
    let texts: Vec<UnitText<'_>> =
        all.map(|((name, count), area)| UnitText { name, count, weight: weight(area) }).collect();
    let options =
        LabelOptions { font_size: draw.font, callouts: 12, leader: 150.0, avoid, ..LabelOptions::default() };
    let discs = targets(shapes, frame, draw.least);
    let disc = |disc: &crate::layout::map::Target| {
        let area = draw.areas.get(disc.unit)?;
        Some(html! {
            <circle
                class="disc"
                data-unit={area.code.to_string()}
                cx={px(disc.centre.x)}
                cy={px(disc.centre.y)}
                r={px(disc.radius)}
            />
        })
    };
    let label = |label: &crate::layout::map::UnitLabel| {
        let (area, count) = (draw.areas.get(label.unit)?, counts.get(label.unit)?);
        let dark = matches!(area.class(), "q3" | "q4") && label.leader.is_none();
        let class = classes!(
            "unit-label",
            dark.then_some("on-dark"),
            count.is_empty().then_some("zero"),
            label.leader.map(|_| "outside")
        );
        let middle = label.rect.centre();
        let size = px(draw.font);
        let body = match label.form {
            LabelForm::Stacked if !count.is_empty() => html! {
                <>
                    <text {lang} x={px(middle.x)} y={px(middle.y - draw.font * 0.2)} font-size={size.clone()}>{ &area.short }</text>
                    <text class="number" x={px(middle.x)} y={px(middle.y + draw.font * 1.0)} font-size={size}>{ count }</text>
                </>
            },
            _ => html! {
                <text {lang} x={px(middle.x)} y={px(middle.y + draw.font * 0.36)} font-size={size}>
                    { format!("{} {count}", area.short).trim() }
                </text>
            },
        };
        let unit = label.leader.map(|_| area.code.to_string());
        Some(html! {
            <g {class} data-unit={unit.clone()}>
                { for label.leader.iter().map(|[from, to]| html! {
                    <>
                        <line x1={px(from.x)} y1={px(from.y)} x2={px(to.x)} y2={px(to.y)} />
                        <rect data-unit={unit.clone()} x={px(label.rect.x)} y={px(label.rect.y)} width={px(label.rect.width)} height={px(label.rect.height)} rx="2" />
                    </>
                }) }
                { body }
            </g>
        })
    };
    html! {
        <g class="labels" aria-hidden="true">
            { for discs.iter().filter_map(disc) }
            { for label_units(shapes, frame, &texts, &options).iter().filter_map(label) }
        </g>
    }
}

fn tiles(draw: &Draw<'_>, grid: &TileGrid) -> Html {
    let lang = draw.page.words.lang_of_data();
    let longest = draw.areas.iter().map(|area| area.short.chars().count()).max().unwrap_or(2).max(2);
    let font = grid.font_size(longest.min(4) as f64, draw.font * 1.1);
    let tile = |(place, area): (usize, &Area)| {
        let Rect { x, y, width, height } = grid.tiles.get(place)?.rect;
        let class = area.class();
        let body = html! {
            <rect {class} x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="3" />
        };
        Some(unit(draw, area, place == 0, body))
    };
    let label = |(place, area): (usize, &Area)| {
        let Rect { x, y, width, height } = grid.tiles.get(place)?.rect;
        let dark = matches!(area.class(), "q3" | "q4").then_some("on-dark");
        let (middle, centre) = (px(x + width / 2.0), y + height / 2.0);
        let size = px(font.min(width * 0.92 / area.short.chars().count().max(1) as f64));
        let count = match area.count {
            _ if area.is_only_maybe() => "?".to_owned(),
            Some(count) => count.to_string(),
            None => "–".to_owned(),
        };
        Some(html! {
            <g class={classes!("unit-label", dark, (weight(area) == 0).then_some("zero"))}>
                <text {lang} x={middle.clone()} y={px(centre - font * 0.1)} font-size={size}>{ &area.short }</text>
                <text class="number" x={middle} y={px(centre + font * 1.15)} font-size={px(font)}>{ count }</text>
            </g>
        })
    };
    html! {
        <>
            <g class="tiles">{ for draw.areas.iter().enumerate().filter_map(tile) }</g>
            <g aria-hidden="true">{ for draw.areas.iter().enumerate().filter_map(label) }</g>
        </>
    }
}
