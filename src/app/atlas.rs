//! What maps are drawn from: the map data, its shapes projected once for each map, and which units a map has.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Callback;

use crate::corpus::from_json;
use crate::date::Day;
use crate::layout::map::{Albers, LonLat, MapError, Shapes, TileCell, UnitFacts};
use crate::place::Adcode;
use crate::publish::{MapData, MapUnit};

/// The map data, ready to be drawn.
pub struct Atlas {
    data: MapData,
    units: BTreeMap<Adcode, usize>,
    drawn: RefCell<BTreeMap<Chart, Result<Rc<Shapes>, MapError>>>,
}

/// One map: whose, at which level, with the units of which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chart {
    /// A province, or the country.
    pub scope: Adcode,
    /// Whether counties are drawn, and not cities.
    pub counties: bool,
    /// Which set of units, from 0 the oldest.
    pub set: usize,
}

impl Atlas {
    /// Reads the map part of a delivery.
    ///
    /// # Errors
    /// Where it is no map data.
    pub fn from_json(text: &str) -> Result<Atlas, serde_json::Error> {
        let data: MapData = from_json(text)?;
        let units = data.units.iter().enumerate().map(|(at, unit)| (unit.adcode, at)).collect();
        Ok(Atlas { data, units, drawn: RefCell::default() })
    }

    /// What is known of a unit.
    pub fn unit(&self, code: Adcode) -> Option<&MapUnit> {
        self.data.units.get(*self.units.get(&code)?)
    }

    /// The maps that there are: the country first, where it has one.
    pub fn scopes(&self) -> Vec<Adcode> {
        let country = self.data.country.as_ref().map(|_| Adcode::CHINA);
        let mut provinces: Vec<Adcode> = self.data.shapes.iter().map(|shapes| shapes.province).collect();
        provinces.dedup();
        country.into_iter().chain(provinces).collect()
    }

    /// How many sets of units a province has, each for its time.
    pub fn sets(&self, scope: Adcode) -> usize {
        self.data.shapes.iter().filter(|shapes| shapes.province == scope).count()
    }

    /// The set of units that is in force on a day; the last one without a day.
    pub fn set_on(&self, scope: Adcode, day: Option<Day>) -> usize {
        let own = || self.data.shapes.iter().filter(|shapes| shapes.province == scope);
        let last = own().count().saturating_sub(1);
        let Some(day) = day else { return last };
        let holds = |from: Option<Day>, to: Option<Day>| {
            from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
        };
        own().position(|shapes| holds(shapes.from, shapes.to)).unwrap_or(last)
    }

    /// The first and the last day of a set of units; open where it reaches as far as one knows.
    pub fn days_of(&self, scope: Adcode, set: usize) -> (Option<Day>, Option<Day>) {
        let shapes = self.data.shapes.iter().filter(|shapes| shapes.province == scope).nth(set);
        shapes.map_or((None, None), |shapes| (shapes.from, shapes.to))
    }

    /// Whether a province has cities between itself and its counties.
    pub fn has_cities(&self, scope: Adcode) -> bool {
        let shapes = self.data.shapes.iter().find(|shapes| shapes.province == scope);
        shapes.is_some_and(|shapes| shapes.topology.objects.contains_key("cities"))
    }

    /// The shapes of a map; `None` where there is no such map.
    pub fn shapes(&self, chart: Chart) -> Option<Result<Rc<Shapes>, MapError>> {
        if let Some(drawn) = self.drawn.borrow().get(&chart) {
            return Some(drawn.clone());
        }
        let facts = |code: Adcode, _: &_| {
            let unit = self.unit(code)?;
            let [lon, lat] = unit.cp;
            Some(UnitFacts {
                name: unit.name.clone(),
                short: if unit.short.is_empty() { unit.name.clone() } else { unit.short.clone() },
                parent: Some(unit.parent),
                label: (lon != 0.0 || lat != 0.0).then_some(LonLat { lon, lat }),
            })
        };
        let drawn = if chart.scope == Adcode::CHINA {
            let country = self.data.country.as_ref()?;
            let layers: Vec<&str> = ["provinces", "lines"]
                .into_iter()
                .filter(|layer| country.objects.contains_key(*layer))
                .collect();
            Shapes::new(country, &layers, Some(Albers::china()), facts)
        } else {
            let own = self.data.shapes.iter().filter(|shapes| shapes.province == chart.scope);
            let topology = &own.clone().nth(chart.set).or(own.clone().next_back())?.topology;
            let layer = match chart.counties || !self.has_cities(chart.scope) {
                true => "counties",
                false => "cities",
            };
            Shapes::new(topology, &[layer], None, facts)
        };
        let drawn = drawn.map(Rc::new);
        self.drawn.borrow_mut().insert(chart, drawn.clone());
        Some(drawn)
    }

    /// Where the units of a map stand in its tile grid; nothing where a unit of it has no tile.
    pub fn tiles(&self, shapes: &Shapes) -> Vec<TileCell> {
        let place = |code: Adcode| self.data.tiles.iter().find(|tile| tile.adcode == code);
        let cell = |code: Adcode| {
            // A unit that was made of others stands where one of them stood.
            let tile = place(code).or_else(|| {
                let before = |tile: &&crate::publish::Tile| {
                    shapes.index_of(tile.adcode).is_none()
                        && crate::place::successor(tile.adcode, Day::new(9999, 12, 31)) == code
                };
                self.data.tiles.iter().find(before)
            })?;
            Some(TileCell { adcode: code, row: u32::from(tile.row), column: u32::from(tile.col) })
        };
        let cells: Option<Vec<TileCell>> = shapes.units.iter().map(|unit| cell(unit.adcode)).collect();
        cells.unwrap_or_default()
    }
}

/// How far the atlas has come, and how to ask for it.
#[derive(Clone, Default)]
pub struct AtlasState {
    /// What is there.
    pub stage: Stage,
    fetch: Callback<()>,
}

/// How far loading an atlas has come.
#[derive(Clone, Default)]
pub enum Stage {
    /// Nobody asked.
    #[default]
    Unasked,
    /// It is on its way.
    OnItsWay,
    /// It is here.
    Here(Rc<Atlas>),
    /// It did not come, and why.
    Failed(String),
}

impl PartialEq for AtlasState {
    fn eq(&self, other: &AtlasState) -> bool {
        match (&self.stage, &other.stage) {
            (Stage::Unasked, Stage::Unasked) | (Stage::OnItsWay, Stage::OnItsWay) => true,
            (Stage::Here(a), Stage::Here(b)) => Rc::ptr_eq(a, b),
            (Stage::Failed(a), Stage::Failed(b)) => a == b,
            _ => false,
        }
    }
}

impl AtlasState {
    /// It is on its way.
    pub fn on_its_way() -> AtlasState {
        AtlasState { stage: Stage::OnItsWay, ..AtlasState::default() }
    }

    /// It is here.
    pub fn here(atlas: Atlas) -> AtlasState {
        AtlasState { stage: Stage::Here(Rc::new(atlas)), ..AtlasState::default() }
    }

    /// It did not come.
    pub fn failed(why: String) -> AtlasState {
        AtlasState { stage: Stage::Failed(why), ..AtlasState::default() }
    }

    /// The same, with what fetches it.
    pub fn with(self, fetch: Callback<()>) -> AtlasState {
        AtlasState { fetch, ..self }
    }

    /// Asks for it, unless it is here or on its way.
    pub fn wish(&self) {
        if matches!(self.stage, Stage::Unasked) {
            self.fetch.emit(());
        }
    }

    /// Asks for it again.
    pub fn retry(&self) {
        self.fetch.emit(());
    }

    /// The atlas, where it is here.
    pub fn atlas(&self) -> Option<&Rc<Atlas>> {
        match &self.stage {
            Stage::Here(atlas) => Some(atlas),
            _ => None,
        }
    }
}
