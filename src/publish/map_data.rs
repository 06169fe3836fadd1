//! The map part of a delivery: units, boundaries and tile grids of the provinces that a corpus needs, and
//! of no other. Drawing is `layout`'s and the app's.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::date::{Day, Span};
use crate::place::Adcode;
use crate::place::boundaries::{Boundaries, Province};
use crate::place::topology::{Geometry, Properties, Topology};

/// What a map is drawn from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MapData {
    /// The provinces of the country and all units beneath those that are needed, by code.
    pub units: Vec<MapUnit>,
    /// The boundaries of each needed province and period.
    pub shapes: Vec<ProvinceShapes>,
    /// The whole country, where more than one province is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Topology>,
    /// Where each unit stands in the tile grid of its province.
    pub tiles: Vec<Tile>,
}

/// A unit, with what a label needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapUnit {
    /// Its code.
    pub adcode: Adcode,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The unit above it.
    pub parent: Adcode,
    /// Where its label stands: longitude and latitude in degrees.
    pub cp: [f64; 2],
    /// The first day on which it was; absent, from the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day on which it was; absent, to this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}

/// The boundaries of one province. Shapes keep only their code; the rest is in [`MapData::units`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProvinceShapes {
    /// The province.
    pub province: Adcode,
    /// The first day on which these are its units; absent, from the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last such day; absent, to this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Layers `counties` and, where there are any, `cities`.
    pub topology: Topology,
}

/// A tile of a tile grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// The unit.
    pub adcode: Adcode,
    /// Its row, from the north.
    pub row: u8,
    /// Its column, from the west.
    pub col: u8,
}

/// What is wrong with the boundaries that were given.
#[derive(Debug, thiserror::Error)]
pub enum MapDataError {
    /// A topology does not read.
    #[error("{what}的边界数据不能读取：{source}")]
    Topology {
        /// Whose.
        what: String,
        /// What the JSON reader says.
        source: serde_json::Error,
    },
    /// A line of a tile grid does not read.
    #[error("格子地图数据第 {line} 行应为 adcode、name、short、row、col 五列，实为“{got}”")]
    Tile {
        /// The line, from 1.
        line: usize,
        /// What it says.
        got: String,
    },
}

/// Takes from the boundaries what a corpus needs: the provinces of its bulletins and of its activities'
/// places, with the units of its period; and the country, where these are several.
///
/// # Errors
/// Where boundaries do not read as TopoJSON, or a tile grid not as a table.
pub fn map_data(corpus: &Corpus, boundaries: &Boundaries<'_>) -> Result<MapData, MapDataError> {
    let needed = provinces_of(corpus);
    let period = period_of(corpus);
    let mut country = read("全国", boundaries.country)?;
    let mut units = BTreeMap::new();
    take_units(&mut country, &mut units);
    let mut shapes = Vec::new();
    for &code in &needed {
        let prefix = code.number() / 10_000;
        let mut sets = Vec::new();
        for set in boundaries.provinces.iter().filter(|set| set.prefix == prefix) {
            sets.push((set, read(&code.to_string(), set.topology)?));
        }
        let known: Vec<(&Province<'_>, BTreeSet<Adcode>)> =
            sets.iter().map(|(set, topology)| (*set, codes(topology))).collect();
        for (set, mut topology) in sets {
            take_units(&mut topology, &mut units);
            if period.is_none_or(|period| set.in_force(period)) {
                shapes.push(ProvinceShapes { province: code, from: set.from, to: set.to, topology });
            }
        }
        for unit in units.values_mut().filter(|unit| unit.adcode.province() == code && unit.adcode != code) {
            (unit.from, unit.to) = lifetime(unit.adcode, &known);
        }
    }
    let mut tiles = Vec::new();
    for grid in
        boundaries.tiles.iter().filter(|g| needed.iter().any(|code| code.number() / 10_000 == g.prefix))
    {
        read_tiles(grid.tsv, &mut tiles)?;
    }
    let country = (needed.len() > 1).then_some(country);
    Ok(MapData { units: units.into_values().collect(), shapes, country, tiles })
}

fn provinces_of(corpus: &Corpus) -> BTreeSet<Adcode> {
    let bulletins = corpus.bulletins.iter().filter_map(|bulletin| bulletin.region);
    let articles = corpus.articles().filter_map(|(_, article)| article.region);
    let places = corpus.activities.iter().flat_map(|activity| &activity.places).map(|place| place.adcode);
    let all = bulletins.chain(articles).chain(places).map(Adcode::province);
    all.filter(|&province| province != Adcode::CHINA).collect()
}

/// From the first to the last day of the corpus; `None` where nothing is dated.
fn period_of(corpus: &Corpus) -> Option<Span> {
    let issued =
        corpus.bulletins.iter().filter_map(|bulletin| bulletin.issued).map(|day| Span::new(day, day));
    let held = corpus.activities.iter().filter_map(|activity| Some(activity.date.as_ref()?.span()));
    issued.chain(held).reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) })
}

fn read(what: &str, text: &str) -> Result<Topology, MapDataError> {
    serde_json::from_str(text).map_err(|source| MapDataError::Topology { what: what.to_owned(), source })
}

fn codes(topology: &Topology) -> BTreeSet<Adcode> {
    topology.objects.values().flat_map(|layer| &layer.geometries).filter_map(Geometry::adcode).collect()
}

/// Notes the units of a topology, and leaves in its shapes only their code.
fn take_units(topology: &mut Topology, units: &mut BTreeMap<Adcode, MapUnit>) {
    for shape in topology.objects.values_mut().flat_map(|layer| &mut layer.geometries) {
        let Some(adcode) = shape.adcode() else { continue };
        let Some(properties) = shape.properties_mut() else { continue };
        let only_code = Properties { adcode: properties.adcode, ..Properties::default() };
        let properties = std::mem::replace(properties, only_code);
        let parent = properties.parent.and_then(Adcode::new).or_else(|| adcode.parent());
        units.entry(adcode).or_insert_with(|| MapUnit {
            adcode,
            name: properties.name.unwrap_or_default(),
            short: properties.short.unwrap_or_default(),
            parent: parent.unwrap_or(Adcode::CHINA),
            cp: properties.cp.unwrap_or_default(),
            from: None,
            to: None,
        });
    }
}

/// When a unit was: open at an end where the set of that end has it.
fn lifetime(unit: Adcode, sets: &[(&Province<'_>, BTreeSet<Adcode>)]) -> (Option<Day>, Option<Day>) {
    let has: Vec<&Province<'_>> =
        sets.iter().filter(|(_, codes)| codes.contains(&unit)).map(|(set, _)| *set).collect();
    let from = has.iter().map(|set| set.from).min().flatten();
    let to =
        if has.iter().any(|set| set.to.is_none()) { None } else { has.iter().filter_map(|set| set.to).max() };
    (from, to)
}

fn read_tiles(tsv: &str, tiles: &mut Vec<Tile>) -> Result<(), MapDataError> {
    for (index, line) in tsv.lines().enumerate().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let tile = match cells[..] {
            [adcode, _, _, row, col] => tile(adcode, row, col),
            _ => None,
        };
        tiles.push(tile.ok_or_else(|| MapDataError::Tile { line: index + 1, got: line.to_owned() })?);
    }
    Ok(())
}

fn tile(adcode: &str, row: &str, col: &str) -> Option<Tile> {
    Some(Tile { adcode: adcode.parse().ok()?, row: row.parse().ok()?, col: col.parse().ok()? })
}
