//! The map as a figure: what it keeps, and what pointer, wheel and keys do to it.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent, SvgElement};
use yew::prelude::*;

use super::super::Page;
use super::super::linked::{Hover, Pointing, meant};
use super::super::px::px;
use super::super::tongue::spoken;
use super::super::wheel::use_wheel;
use super::areas::{Area, areas, boundaries, tiles};
use super::draw::{Draw, draw};
use super::hands::Hands;
use super::sheet::Sheet;
use super::{controls, legend};
use crate::app::atlas::{Atlas, Stage};
use crate::app::look::MapLook;
use crate::app::measure::{type_scale, use_width};
use crate::app::results::{kind, unit_counts};
use crate::app::state::{Action, Filter};
use crate::layout::map::{Direction, Shapes, Zoom, neighbour};
use crate::layout::timeline::Days;
use crate::layout::{Point, Rect};
use crate::place::Adcode;

/// How far one may zoom in.
const CLOSEST: f64 = 16.0;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app::view) struct MapProps {
    pub(in crate::app::view) page: Page,
    pub(in crate::app::view) hover: Pointing,
    pub(in crate::app::view) sheet: Rc<Sheet>,
    pub(in crate::app::view) look: MapLook,
    pub(in crate::app::view) set: Callback<MapLook>,
    /// Whether it is the view's own figure, and not the small one beside a timeline.
    pub(in crate::app::view) large: bool,
    pub(in crate::app::view) narrow: bool,
}

/// The map, or how far its data have come.
#[component]
pub(in crate::app::view) fn MapFigure(props: &MapProps) -> Html {
    let page = &props.page;
    let words = page.words.figures;
    let state = |body: Html| {
        html! {
            <section class={classes!("figure", "map", (!props.large).then_some("small"))} aria-label={words.map_title}>
                <h2 class="figure-title">{ words.map_title }</h2>
                { body }
            </section>
        }
    };
    match &page.atlas.stage {
        Stage::Here(atlas) => match atlas.shapes(props.sheet.chart) {
            Some(Ok(shapes)) => {
                html! { <Drawn map={props.clone()} atlas={Shared(atlas.clone())} {shapes} /> }
            }
            Some(Err(error)) => state(
                html! { <p class="figure-note" role="alert">{ words.map_failed }{ " " }{ spoken(page.words, &error.to_string()) }</p> },
            ),
            None => state(html! { <p class="figure-note">{ words.map_none }</p> }),
        },
        Stage::Unasked | Stage::OnItsWay => {
            state(html! { <p class="figure-note" role="status">{ words.map_loading }</p> })
        }
        Stage::Failed(why) => {
            let atlas = page.atlas.clone();
            let retry = Callback::from(move |_: MouseEvent| atlas.retry());
            state(html! {
                <div class="map-failed" role="alert">
                    <p>{ words.map_failed }</p>
                    <p class="figure-note" lang={page.words.lang_of_data()}>{ why }</p>
                    <button type="button" class="button" onclick={retry}>{ page.words.retry }</button>
                </div>
            })
        }
    }
}

/// An atlas, compared by identity.
#[derive(Clone)]
struct Shared(Rc<Atlas>);

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    map: MapProps,
    atlas: Shared,
    shapes: Rc<Shapes>,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let DrawnProps { map, atlas, shapes } = props;
    let MapProps { page, hover, sheet, look, set, large, narrow } = map;
    let (words, large) = (page.words.figures, *large);
    let canvas = use_node_ref();
    let width = use_width(canvas.clone());
    let hands = use_mut_ref(Hands::default);
    let at = use_state_eq(|| None::<Adcode>);
    let font = if large { 13.0 } else { 12.0 } * type_scale(page.state.address.elder);
    let scope = sheet.chart.scope;
    let rect = Rect::new(0.0, 0.0, width, height_of(width, scope, shapes, large, *narrow));
    let cells = use_memo((sheet.chart, atlas.clone()), |_| atlas.0.tiles(shapes));
    let as_tiles = look.tiles && !cells.is_empty();
    let form = use_memo((sheet.chart, as_tiles, rect.width as i32, rect.height as i32), |_| {
        if as_tiles { tiles(&cells, rect) } else { boundaries(shapes, scope, rect) }
    });
    // Pointing at a stretch of time shows the map of that time.
    let pointed = match &**hover {
        Some(Hover::Days(days)) => Some(sheet_of(page, sheet, *days)),
        _ => None,
    };
    let shown: &Sheet = pointed.as_ref().unwrap_or(sheet);
    let (areas, classes) = areas(page, shown, shapes);
    let lit: Vec<Adcode> = match &**hover {
        Some(Hover::Places(codes)) => lit_by(&areas, codes),
        Some(hover @ (Hover::Activity(_) | Hover::Article(_))) => {
            let meant = meant(&page.archive, &page.results, hover);
            let places = meant
                .iter()
                .filter_map(|&ix| page.archive.activity(ix))
                .flat_map(|activity| &activity.places);
            lit_by(&areas, &places.map(|place| place.adcode).collect::<Vec<_>>())
        }
        _ => Vec::new(),
    };
    let whole = Zoom::whole(rect, CLOSEST);
    let kept = use_state(|| look.zoom);
    let zoom = match *kept {
        Some((of, zoom)) if of == scope && !as_tiles && zoom.fits(&whole) => zoom,
        _ => whole,
    };
    let set_zoom = use_callback((page.look.clone(), scope), {
        let kept = kept.clone();
        move |zoom: Zoom, (look, scope)| {
            look.map.borrow_mut().zoom = Some((*scope, zoom));
            kept.set(Some((*scope, zoom)));
        }
    });
    let turn = use_callback((zoom, set_zoom.clone()), |(at, by): (Point, f64), (zoom, set)| {
        let after = zoom.about(at, by);
        let changed = after != *zoom;
        if changed {
            set.emit(after);
        }
        changed
    });
    use_wheel(canvas.clone(), turn, large && !as_tiles);

    let toggle = {
        let (act, areas) = (page.act.clone(), areas.clone());
        move |code: Adcode| {
            // Where nothing is told of a unit, choosing it would find nothing; the sentence says so.
            let told = |area: &&Area| area.count.is_some() || area.chosen;
            if let Some(area) = areas.iter().find(|area| area.code == code).filter(told) {
                let filter = match area.codes[..] {
                    [only] => Filter::Place(only),
                    _ => Filter::Places(area.codes.clone()),
                };
                act.emit(Action::Toggle(filter));
            }
        }
    };
    let place = {
        let canvas = canvas.clone();
        move |event: &PointerEvent| {
            let rect = canvas.cast::<Element>().map(|canvas| canvas.get_bounding_client_rect());
            let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
            Point::new(f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
        }
    };
    let onpointerdown = {
        let (hands, place) = (hands.clone(), place.clone());
        Callback::from(move |event: PointerEvent| hands.borrow_mut().down(event.pointer_id(), place(&event)))
    };
    let onpointermove = {
        let (hands, hover, set_zoom, areas) = (hands.clone(), hover.clone(), set_zoom.clone(), areas.clone());
        Callback::from(move |event: PointerEvent| {
            let moved = hands.borrow_mut().moved(event.pointer_id(), place(&event), zoom);
            if let Some(after) = moved.filter(|_| !as_tiles) {
                set_zoom.emit(after);
            }
            if !hands.borrow().is_held() {
                let area = unit_of(event.target_dyn_into::<Element>());
                let area = area.and_then(|code| areas.iter().find(|area| area.code == code));
                hover.set(area.map(|area| Hover::Places(area.codes.clone())));
            }
        })
    };
    let onpointerup = {
        let hands = hands.clone();
        Callback::from(move |event: PointerEvent| hands.borrow_mut().up(event.pointer_id()))
    };
    let onpointerleave = {
        let (hands, hover) = (hands.clone(), hover.clone());
        Callback::from(move |event: PointerEvent| {
            hands.borrow_mut().up(event.pointer_id());
            hover.set(None);
        })
    };
    let onclick = {
        let (hands, toggle, at) = (hands.clone(), toggle.clone(), at.clone());
        let (hover, areas) = (hover.clone(), areas.clone());
        Callback::from(move |event: MouseEvent| {
            let code = unit_of(event.target_dyn_into::<Element>());
            if let Some(code) = code.filter(|_| hands.borrow().clicked()) {
                at.set(Some(code));
                let area = areas.iter().find(|area| area.code == code && area.count.is_none());
                if let Some(area) = area {
                    hover.set(Some(Hover::Places(area.codes.clone())));
                }
                toggle(code);
            }
        })
    };
    let onfocusin = {
        let (hover, at, areas) = (hover.clone(), at.clone(), areas.clone());
        Callback::from(move |event: FocusEvent| {
            let code = unit_of(event.target_dyn_into::<Element>());
            if let Some(area) = code.and_then(|code| areas.iter().find(|area| area.code == code)) {
                at.set(Some(area.code));
                hover.set(Some(Hover::Places(area.codes.clone())));
            }
        })
    };
    let onfocusout = {
        let hover = hover.clone();
        Callback::from(move |_: FocusEvent| hover.set(None))
    };
    let onkeydown = {
        let (canvas, set_zoom, shapes, form) =
            (canvas.clone(), set_zoom.clone(), shapes.clone(), form.clone());
        let codes: Vec<Adcode> = areas.iter().map(|area| area.code).collect();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let here = unit_of(event.target_dyn_into::<Element>());
            let direction = match event.key().as_str() {
                "ArrowUp" => Direction::Up,
                "ArrowDown" => Direction::Down,
                "ArrowLeft" => Direction::Left,
                "ArrowRight" => Direction::Right,
                key => {
                    let middle = rect.centre();
                    match (key, here) {
                        ("Enter" | " ", Some(code)) => toggle(code),
                        ("+" | "=", _) => set_zoom.emit(zoom.about(middle, 2.0)),
                        ("-" | "_", _) => set_zoom.emit(zoom.about(middle, 0.5)),
                        ("0", _) => set_zoom.emit(whole),
                        _ => return,
                    }
                    event.prevent_default();
                    return;
                }
            };
            let from = here.and_then(|code| codes.iter().position(|other| *other == code));
            let touching = if as_tiles { Vec::new() } else { shapes.neighbours() };
            let next = from.and_then(|from| neighbour(&form.middles(), &touching, from, direction));
            if let Some(code) = next.and_then(|next| codes.get(next)) {
                event.prevent_default();
                focus(&canvas, *code);
            }
        })
    };
    let drawing = Draw {
        page,
        areas: &areas,
        form: &form,
        zoom,
        font,
        lit: &lit,
        at: *at,
        least: if *narrow { 36.0 } else { 24.0 },
    };
    html! {
        <section class={classes!("figure", "map", (!large).then_some("small"))} aria-label={words.map_title}>
            <div class="figure-head">
                <h2 class="figure-title">{ words.map_title }</h2>
                if large {
                    <div class="figure-tools">
                        { controls::choices(page, &atlas.0, sheet, look, !cells.is_empty(), set) }
                        if !as_tiles { { controls::zooming(page, zoom, rect.centre(), &set_zoom, whole) } }
                    </div>
                }
            </div>
            <p class="figure-says">{ spoken(page.words, &says(page, shown, &areas, hover)) }</p>
            <div
                ref={canvas}
                class={classes!("canvas", "map-canvas", (zoom.factor > 1.0).then_some("zoomed"))}
                role="group"
                aria-label={[words.map_title, page.words.stop, words.map_keys].concat()}
                {onpointerdown}
                {onpointermove}
                onpointerup={onpointerup.clone()}
                onpointercancel={onpointerup}
                {onpointerleave}
                {onclick}
                {onfocusin}
                {onfocusout}
                {onkeydown}
            >
                <svg width={px(rect.width)} height={px(rect.height)}>{ draw(&drawing) }</svg>
            </div>
            { legend::legend(page, &areas, &classes) }
            if large { { legend::apart(page, sheet, &areas) } }
            { legend::credits(page) }
        </section>
    }
}

/// As high as the shapes need, within what a window shows.
fn height_of(width: f64, scope: Adcode, shapes: &Shapes, large: bool, narrow: bool) -> f64 {
    let ratio = match scope {
        // Down to where its box of islands stands.
        Adcode::CHINA => 0.8,
        _ if shapes.bounds.width > 0.0 => shapes.bounds.height / shapes.bounds.width,
        _ => 1.0,
    };
    let most = if large { 720.0 } else { 440.0 };
    let least = if narrow { 260.0 } else { 300.0 };
    (width * ratio.clamp(0.6, 1.1)).clamp(least, most)
}

fn sheet_of(page: &Page, sheet: &Sheet, days: Days) -> Sheet {
    let columns = page.archive.engine.columns();
    let within = |ix: &crate::search::ActivityIx| {
        let date = columns.activities.get(ix.0 as usize).and_then(|row| row.date);
        date.is_some_and(|date| Days::from(date).overlaps(days))
    };
    let activities = page.results.without(kind::PLACE).filter(within);
    let counts = unit_counts(&page.archive, activities, sheet.on);
    Sheet { counts, undated: BTreeMap::new(), ..sheet.clone() }
}

fn lit_by(areas: &[Area], codes: &[Adcode]) -> Vec<Adcode> {
    let touches = |area: &&Area| codes.iter().any(|&code| area.codes.iter().any(|own| own.contains(code)));
    areas.iter().filter(touches).map(|area| area.code).collect()
}

/// What is pointed at in words, else the sentence that goes with the map.
fn says(page: &Page, sheet: &Sheet, areas: &[Area], hover: &Pointing) -> String {
    let words = page.words.figures;
    if let Some(Hover::Places(codes)) = &**hover
        && let Some(area) = areas.iter().find(|area| area.codes == *codes)
    {
        return area.said(page);
    }
    let most = areas
        .iter()
        .filter(|area| area.count.unwrap_or(0) > 0)
        .max_by_key(|area| (area.count, std::cmp::Reverse(area.code)));
    let place = match sheet.chart.scope {
        Adcode::CHINA => words.country.to_owned(),
        scope => page.archive.name(scope),
    };
    let with = areas.iter().filter(|area| area.count.unwrap_or(0) > 0).count();
    let said = words.map_says(
        &place,
        areas.len(),
        with,
        most.map(|most| {
            let as_many = areas.iter().filter(|area| area.count == most.count).count();
            (most.name.as_str(), most.count.unwrap_or(0), as_many)
        }),
    );
    let maybe = areas.iter().filter(|area| area.is_only_maybe()).count();
    match &**hover {
        Some(Hover::Days(days)) => [&words.wording.days(*days), page.words.colon, &said].concat(),
        _ if maybe > 0 => format!("{said}{}", words.only_maybe(maybe)),
        _ => said,
    }
}

/// The unit that an element of the map stands for.
fn unit_of(element: Option<Element>) -> Option<Adcode> {
    element?.closest("[data-unit]").ok().flatten()?.get_attribute("data-unit")?.parse().ok()
}

fn focus(canvas: &NodeRef, code: Adcode) {
    use wasm_bindgen::JsCast;
    let found = canvas.cast::<Element>().and_then(|canvas| {
        canvas.query_selector(&format!("g.unit-area[data-unit=\"{code}\"]")).ok().flatten()
    });
    if let Some(unit) = found.and_then(|unit| unit.dyn_into::<SvgElement>().ok()) {
        let _ = unit.focus();
    }
}
