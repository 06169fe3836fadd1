//! Time and place together: one figure large, the other small beside it, and the list. What one points at, the
//! others answer.

use std::rc::Rc;

use yew::prelude::*;

use super::districts::Districts;
use super::facets::Filters;
use super::hits::Hits;
use super::later::{use_kept, use_painted};
use super::map::{MapFigure, sheet};
use super::months::Months;
use super::time::{Timeline, Upright};
use super::{Page, body};
use crate::app::archive::Archive;
use crate::app::look::MapLook;
use crate::app::measure::use_width;
use crate::app::results::Results;
use crate::app::url::View;
use crate::layout::timeline::Days;
use crate::place::Adcode;
use crate::search::{ActivityIx, ArticleIx};

/// What the reader points at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Hover {
    /// Units: one, or those that are one on a map.
    Places(Vec<Adcode>),
    /// A stretch of time.
    Days(Days),
    /// An activity.
    Activity(ActivityIx),
    /// An article of the list.
    Article(ArticleIx),
}

/// Where pointing is said.
pub(super) type Pointing = UseStateHandle<Option<Hover>>;

/// Under this width, in times of the type's size, there is room for one column only.
const NARROW: f64 = 44.0;

/// The view of time or of places.
#[component]
pub(super) fn Linked(props: &Page) -> Html {
    let page = props;
    let root = use_node_ref();
    let width = use_width(root.clone());
    let hover: Pointing = use_state_eq(|| None);
    let address = &page.state.address;
    let narrow = width < NARROW * 16.0 * crate::app::measure::type_scale(address.elder);
    let on_map = address.view == View::Map;
    use_effect_with((page.atlas.clone(), on_map || !narrow), |(atlas, wanted)| {
        if *wanted {
            atlas.wish();
        }
    });
    let lit = match &*hover {
        Some(Hover::Activity(ix)) => Some(page.archive.article_of(*ix)),
        _ => None,
    };
    let point = {
        let hover = hover.clone();
        Callback::from(move |article: Option<ArticleIx>| hover.set(article.map(Hover::Article)))
    };
    let look = use_state(|| page.look.map.borrow().clone());
    let set = use_callback(page.look.clone(), {
        let look = look.clone();
        move |after: MapLook, kept| {
            *kept.map.borrow_mut() = after.clone();
            look.set(after);
        }
    });
    // The large figure answers first.
    let painted = use_painted(page);
    let later = use_kept(page, painted);
    let of_map = if on_map { page } else { &later };
    let key = (Rc::as_ptr(&of_map.results) as usize, page.atlas.clone(), (*look).clone());
    let sheet = use_memo(key, |(_, atlas, look)| sheet(of_map, atlas.atlas().map(|atlas| &**atlas), look));
    let later_sheet = use_kept(&sheet, painted);
    let time =
        |page: &Page, large: bool| html! { <Timeline page={page.clone()} hover={hover.clone()} {large} /> };
    let map = |large: bool| {
        html! {
            <MapFigure
                page={of_map.clone()}
                hover={hover.clone()}
                sheet={sheet.clone()}
                look={(*look).clone()}
                set={set.clone()}
                {large}
                {narrow}
            />
        }
    };
    let list = || {
        html! {
            <section class="results" aria-label={page.words.results}>
                if later.results.hits.is_empty() { { body::nothing(&later) } } else {
                    <Hits page={later.clone()} {lit} {point} />
                }
            </section>
        }
    };
    let view = if on_map { "places" } else { "times" };
    html! {
        <div class={classes!("explore", "with-figure", view, narrow.then_some("narrow"))} ref={root}>
            <Filters page={page.clone()} folded=true />
            if on_map {
                { map(true) }
                <div class="beside">
                    if !narrow { { time(&later, false) } }
                    <Districts page={later.clone()} sheet={later_sheet} hover={hover.clone()} />
                </div>
                { list() }
            } else if narrow {
                <Upright page={page.clone()} />
            } else {
                { time(page, true) }
                <div class="beside">
                    { map(false) }
                    <Months page={later.clone()} hover={hover.clone()} />
                </div>
                { list() }
            }
        </div>
    }
}

/// Whether an activity is among what is pointed at.
pub(super) fn answers(archive: &Archive, hover: &Hover, ix: ActivityIx) -> bool {
    let columns = archive.engine.columns();
    let Some(row) = columns.activities.get(ix.0 as usize) else { return false };
    match hover {
        Hover::Places(codes) => columns
            .units_of(row)
            .iter()
            .filter_map(|&unit| columns.units.get(unit as usize))
            .any(|&unit| codes.iter().any(|code| code.contains(unit))),
        Hover::Days(days) => row.date.is_some_and(|date| Days::from(date).overlaps(*days)),
        Hover::Activity(other) => *other == ix,
        Hover::Article(article) => row.article == *article,
    }
}

/// The first selected activity of an article that has a date or a place, to be pointed at.
pub(super) fn meant(archive: &Archive, results: &Results, hover: &Hover) -> Vec<ActivityIx> {
    match hover {
        Hover::Activity(ix) => vec![*ix],
        Hover::Article(article) => results.selected_of(archive, *article),
        Hover::Places(_) | Hover::Days(_) => Vec::new(),
    }
}
