//! TopoJSON: units whose borders are arcs that neighbours share. Only what a map of units needs: polygons and
//! lines, decoded to longitudes and latitudes and checked once, so that nothing after it can fail.

use std::ops::Range;

use super::json::{Code, File, Nest, Object, Position, Properties, Transform};
use super::{LonLat, MapError};
use crate::place::Adcode;

/// A checked map file.
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    layers: Vec<Layer>,
    pub(super) arcs: Arcs,
}

/// The arcs of a file, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Arcs {
    pub(super) points: Vec<LonLat>,
    pub(super) ranges: Vec<Range<usize>>,
}

/// A named collection of features (`counties`, `cities`, `provinces`, `lines`).
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its name.
    pub name: String,
    /// Its features.
    pub features: Vec<Feature>,
}

/// A unit, or a line that belongs to the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feature {
    /// The unit's code; `None` for a line, and for a code that is none.
    pub adcode: Option<Adcode>,
    /// The full name.
    pub name: String,
    /// The short name.
    pub short: String,
    /// The unit above.
    pub parent: Option<Adcode>,
    /// Where its label is best put.
    pub label: Option<LonLat>,
    /// What a line is (境界线).
    pub kind: String,
    /// Rings of an area; where they nest, the inner is a hole (even-odd).
    pub(super) rings: Vec<Ring>,
    /// Open lines.
    pub(super) lines: Vec<Ring>,
}

/// Arcs end to end; `!i` is arc `i` backwards.
pub(super) type Ring = Vec<i32>;

/// Far more than the finest map of all counties has (238,000).
const MOST_POINTS: usize = 4_000_000;

impl Topology {
    /// Reads a map file.
    ///
    /// ```
    /// use gongxun::layout::map::Topology;
    /// let file = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[106,29]},
    ///     "arcs":[[[0,0],[10,0],[0,10],[-10,-10]]],
    ///     "objects":{"counties":{"type":"GeometryCollection","geometries":[
    ///         {"type":"Polygon","arcs":[[0]],"properties":{"adcode":500103,"name":"渝中区","short":"渝中"}}]}}}"#;
    /// let map = Topology::read(file.as_bytes()).unwrap();
    /// assert_eq!(map.layer("counties").unwrap().features[0].short, "渝中");
    /// assert!(map.layer("cities").unwrap_err().to_string().contains("counties"));
    /// ```
    pub fn read(json: &[u8]) -> Result<Topology, MapError> {
        let file: File = serde_json::from_slice(json).map_err(|error| MapError::Json {
            line: error.line(),
            column: error.column(),
            detail: error.to_string(),
        })?;
        if file.kind != "Topology" {
            return Err(MapError::Kind { got: file.kind });
        }
        let arcs = decode(&file.arcs, file.transform)?;
        let mut budget = MOST_POINTS;
        let mut layers = Vec::with_capacity(file.objects.len());
        for (name, object) in &file.objects {
            layers.push(layer(name, object, &arcs, &mut budget)?);
        }
        Ok(Topology { layers, arcs })
    }

    /// The layers, by name.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// A layer; the error names those that there are.
    pub fn layer(&self, name: &str) -> Result<&Layer, MapError> {
        self.layers.iter().find(|layer| layer.name == name).ok_or_else(|| MapError::Layer {
            wanted: name.to_owned(),
            found: self.layers.iter().map(|layer| layer.name.clone()).collect(),
        })
    }
}

fn decode(arcs: &[Vec<Position>], transform: Option<Transform>) -> Result<Arcs, MapError> {
    let mut all = Arcs { points: Vec::with_capacity(arcs.iter().map(Vec::len).sum()), ranges: Vec::new() };
    for (index, arc) in arcs.iter().enumerate() {
        let start = all.points.len();
        let (mut x, mut y) = (0.0, 0.0);
        for &Position(px, py) in arc {
            let (lon, lat) = match transform {
                // Quantised positions are steps from the one before.
                Some(Transform { scale, translate }) => {
                    (x, y) = (x + px, y + py);
                    (x * scale[0] + translate[0], y * scale[1] + translate[1])
                }
                None => (px, py),
            };
            // Not a number is in no range.
            if !((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)) {
                return Err(MapError::Position { arc: index + 1, x: lon, y: lat });
            }
            all.points.push(LonLat { lon, lat });
        }
        all.ranges.push(start..all.points.len());
    }
    Ok(all)
}

fn layer(name: &str, object: &Object, arcs: &Arcs, budget: &mut usize) -> Result<Layer, MapError> {
    let mut features = Vec::new();
    let single = std::slice::from_ref(object);
    let objects =
        if object.kind.as_deref() == Some("GeometryCollection") { &object.geometries } else { single };
    for (index, object) in objects.iter().enumerate() {
        let mut reader = Reader { layer: name, feature: index + 1, arcs, budget };
        features.push(reader.feature(object)?);
    }
    Ok(Layer { name: name.to_owned(), features })
}

/// Reads the arcs of one feature.
struct Reader<'a> {
    layer: &'a str,
    feature: usize,
    arcs: &'a Arcs,
    budget: &'a mut usize,
}

impl Reader<'_> {
    fn feature(&mut self, object: &Object) -> Result<Feature, MapError> {
        let none = Properties::default();
        let said = object.properties.as_ref().unwrap_or(&none);
        let code = |code: Option<Code>| code.and_then(|Code(number)| Adcode::new(number));
        let name = said.name.clone().unwrap_or_default();
        let mut feature = Feature {
            adcode: code(said.adcode),
            short: said.short.clone().unwrap_or_else(|| name.clone()),
            name,
            parent: code(said.parent),
            label: said
                .cp
                .filter(|p| p.0.abs() <= 180.0 && p.1.abs() <= 90.0)
                .map(|Position(lon, lat)| LonLat { lon, lat }),
            kind: said.kind.clone().unwrap_or_default(),
            rings: Vec::new(),
            lines: Vec::new(),
        };
        self.collect(object, &mut feature)?;
        Ok(feature)
    }

    fn collect(&mut self, object: &Object, feature: &mut Feature) -> Result<(), MapError> {
        let kind = object.kind.as_deref().unwrap_or("null");
        let (depth, is_area) = match kind {
            "Polygon" => (1, true),
            "MultiPolygon" => (2, true),
            "LineString" => (0, false),
            "MultiLineString" => (1, false),
            "GeometryCollection" => {
                return object.geometries.iter().try_for_each(|inner| self.collect(inner, feature));
            }
            // Points draw nothing; a geometry may be null.
            _ => return Ok(()),
        };
        let into = if is_area { &mut feature.rings } else { &mut feature.lines };
        match &object.arcs {
            Some(nest) => self.rings(nest, depth, kind, into),
            None => Err(self.nesting(kind)),
        }
    }

    fn rings(&mut self, nest: &Nest, depth: u8, kind: &str, into: &mut Vec<Ring>) -> Result<(), MapError> {
        let list = nest.list().ok_or_else(|| self.nesting(kind))?;
        if depth > 0 {
            return list.iter().try_for_each(|inner| self.rings(inner, depth - 1, kind, into));
        }
        let mut ring = Ring::with_capacity(list.len());
        for nest in list {
            let &Nest::Arc(index) = nest else { return Err(self.nesting(kind)) };
            ring.push(self.arc(index)?);
        }
        if !ring.is_empty() {
            into.push(ring);
        }
        Ok(())
    }

    fn arc(&mut self, index: i64) -> Result<i32, MapError> {
        let plain = if index < 0 { !index } else { index };
        let range = usize::try_from(plain).ok().and_then(|plain| self.arcs.ranges.get(plain));
        let (Some(range), Ok(index)) = (range, i32::try_from(index)) else {
            let arcs = self.arcs.ranges.len();
            return Err(MapError::Arc { layer: self.layer.to_owned(), feature: self.feature, index, arcs });
        };
        match self.budget.checked_sub(range.len().max(1)) {
            Some(left) => *self.budget = left,
            None => {
                let points = MOST_POINTS - *self.budget + range.len();
                return Err(MapError::Size { points, limit: MOST_POINTS });
            }
        }
        Ok(index)
    }

    fn nesting(&self, kind: &str) -> MapError {
        MapError::Nesting { layer: self.layer.to_owned(), feature: self.feature, kind: kind.to_owned() }
    }
}
