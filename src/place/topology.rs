//! Boundaries as TopoJSON: shapes that share arcs, so that neighbours share their border. This module
//! reads and cuts it down; turning arcs into paths is `layout`'s.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::Adcode;

/// A quantised topology.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topology {
    /// Always `Topology`.
    #[serde(rename = "type")]
    pub kind: TopologyKind,
    /// Grid steps to degrees.
    pub transform: Transform,
    /// Arcs: the first point on the grid, then the step to each next.
    pub arcs: Vec<Vec<[i32; 2]>>,
    /// The layers by name: `provinces`, `cities`, `counties`, `lines`.
    pub objects: BTreeMap<String, Layer>,
}

/// The one value of `type` that is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the name says it")]
pub enum TopologyKind {
    #[default]
    Topology,
}

/// From the grid to degrees: longitude and latitude are `translate + scale * point`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transform {
    /// Degrees of one step.
    pub scale: [f64; 2],
    /// Degrees of the grid's origin.
    pub translate: [f64; 2],
}

/// One layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// Always `GeometryCollection`.
    #[serde(rename = "type")]
    pub kind: LayerKind,
    /// The shapes.
    pub geometries: Vec<Geometry>,
}

/// The one value of a layer's `type` that is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the name says it")]
pub enum LayerKind {
    #[default]
    GeometryCollection,
}

/// A shape: arcs by index, where `!i` (`-1 - i`) is arc `i` backwards.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Geometry {
    /// One ring around, then its holes.
    Polygon {
        /// The rings.
        arcs: Vec<Vec<i32>>,
        /// Whose shape it is.
        #[serde(default, skip_serializing_if = "Properties::is_empty")]
        properties: Properties,
    },
    /// Several polygons: a unit with islands.
    MultiPolygon {
        /// The polygons' rings.
        arcs: Vec<Vec<Vec<i32>>>,
        /// Whose shape it is.
        #[serde(default, skip_serializing_if = "Properties::is_empty")]
        properties: Properties,
    },
    /// A line: the dashed and sea lines of the national map.
    LineString {
        /// The line.
        arcs: Vec<i32>,
    },
    /// Several lines.
    MultiLineString {
        /// The lines.
        arcs: Vec<Vec<i32>>,
    },
}

/// Read without serde's buffer for tagged values, which is a second reader of every type within. Only from JSON
/// text.
impl<'de> Deserialize<'de> for Geometry {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Geometry, D::Error> {
        #[derive(Deserialize)]
        enum Kind {
            Polygon,
            MultiPolygon,
            LineString,
            MultiLineString,
        }
        #[derive(Deserialize)]
        struct Fields<'a> {
            #[serde(rename = "type")]
            kind: Kind,
            #[serde(borrow)]
            arcs: &'a RawValue,
            #[serde(default)]
            properties: Properties,
        }
        fn read<'a, T: Deserialize<'a>, E: Error>(arcs: &'a RawValue) -> Result<T, E> {
            serde_json::from_str(arcs.get()).map_err(E::custom)
        }
        let Fields { kind, arcs, properties } = Fields::deserialize(reader)?;
        Ok(match kind {
            Kind::Polygon => Geometry::Polygon { arcs: read(arcs)?, properties },
            Kind::MultiPolygon => Geometry::MultiPolygon { arcs: read(arcs)?, properties },
            Kind::LineString => Geometry::LineString { arcs: read(arcs)? },
            Kind::MultiLineString => Geometry::MultiLineString { arcs: read(arcs)? },
        })
    }
}

/// What is known of a shape's unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Properties {
    /// The unit's code as a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adcode: Option<u32>,
    /// Its full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The code of the unit above it, as a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// Where its label stands: longitude and latitude in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cp: Option<[f64; 2]>,
}

impl Properties {
    fn is_empty(&self) -> bool {
        *self == Properties::default()
    }
}

impl Geometry {
    /// What is known of the unit; `None` for a line.
    pub fn properties(&self) -> Option<&Properties> {
        match self {
            Geometry::Polygon { properties, .. } | Geometry::MultiPolygon { properties, .. } => {
                Some(properties)
            }
            Geometry::LineString { .. } | Geometry::MultiLineString { .. } => None,
        }
    }

    /// The same, to change.
    pub fn properties_mut(&mut self) -> Option<&mut Properties> {
        match self {
            Geometry::Polygon { properties, .. } | Geometry::MultiPolygon { properties, .. } => {
                Some(properties)
            }
            Geometry::LineString { .. } | Geometry::MultiLineString { .. } => None,
        }
    }

    /// The code of the shape's unit.
    pub fn adcode(&self) -> Option<Adcode> {
        self.properties()?.adcode.and_then(Adcode::new)
    }

    fn for_each_arc(&mut self, mut change: impl FnMut(&mut i32)) {
        match self {
            Geometry::Polygon { arcs, .. } | Geometry::MultiLineString { arcs } => {
                arcs.iter_mut().flatten().for_each(&mut change);
            }
            Geometry::MultiPolygon { arcs, .. } => arcs.iter_mut().flatten().flatten().for_each(&mut change),
            Geometry::LineString { arcs } => arcs.iter_mut().for_each(&mut change),
        }
    }
}

/// The shapes of which `keep` is true, with only the arcs that they use, in the order of first use.
pub fn subset(topology: &Topology, keep: impl Fn(&Geometry) -> bool) -> Topology {
    let mut arcs = Vec::new();
    let mut new_index: BTreeMap<usize, i32> = BTreeMap::new();
    let mut objects = topology.objects.clone();
    for layer in objects.values_mut() {
        layer.geometries.retain(|geometry| keep(geometry));
        for geometry in &mut layer.geometries {
            geometry.for_each_arc(|index| {
                let old = (if *index < 0 { !*index } else { *index }) as usize;
                let new = *new_index.entry(old).or_insert_with(|| {
                    arcs.push(topology.arcs.get(old).cloned().unwrap_or_default());
                    arcs.len() as i32 - 1
                });
                *index = if *index < 0 { !new } else { new };
            });
        }
    }
    objects.retain(|_, layer| !layer.geometries.is_empty());
    Topology { arcs, objects, ..*topology }
}

/// Both topologies' layers in one. They must stand on one grid; `None` where they do not, or where both
/// have a layer of one name.
pub fn join(first: Topology, mut second: Topology) -> Option<Topology> {
    if first.transform != second.transform || first.objects.keys().any(|k| second.objects.contains_key(k)) {
        return None;
    }
    let mut joined = first;
    let by = joined.arcs.len() as i32;
    for geometry in second.objects.values_mut().flat_map(|layer| &mut layer.geometries) {
        geometry.for_each_arc(|index| *index = if *index < 0 { !(!*index + by) } else { *index + by });
    }
    joined.arcs.append(&mut second.arcs);
    joined.objects.append(&mut second.objects);
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side (0: left, 1: right, 2: their border) and a line.
    const TEXT: &str = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[106.0,29.0]},
        "arcs":[[[1,0],[-1,0],[0,1],[1,0]],[[1,1],[1,0],[0,-1],[-1,0]],[[1,1],[0,-1]],[[5,5],[1,1]]],
        "objects":{"counties":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,2]],"properties":{"adcode":500103}},
            {"type":"MultiPolygon","arcs":[[[1,-3]]],"properties":{"adcode":500105}}]},
          "lines":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[3]}]}}}"#;

    fn topology() -> Topology {
        serde_json::from_str(TEXT).unwrap()
    }

    #[test]
    fn it_writes_what_it_read() {
        let again = serde_json::to_string(&topology()).unwrap();
        assert_eq!(serde_json::from_str::<Topology>(&again).unwrap(), topology());
    }

    #[test]
    fn a_subset_keeps_the_arcs_it_uses() {
        let right = subset(&topology(), |shape| shape.adcode() == Adcode::new(500_105));
        assert_eq!(right.arcs, [topology().arcs[1].clone(), topology().arcs[2].clone()]);
        assert_eq!(right.objects.len(), 1);
        let Geometry::MultiPolygon { arcs, .. } = &right.objects["counties"].geometries[0] else { panic!() };
        assert_eq!(arcs, &[[[0, -2]]]);
    }

    #[test]
    fn joining_moves_the_second_behind_the_first() {
        let counties = subset(&topology(), |shape| shape.adcode() == Adcode::new(500_105));
        let lines = subset(&topology(), |shape| shape.adcode().is_none());
        let joined = join(counties.clone(), lines).unwrap();
        assert_eq!(joined.arcs.len(), 3);
        assert_eq!(joined.objects["lines"].geometries, [Geometry::LineString { arcs: vec![2] }]);
        assert_eq!(join(counties.clone(), counties), None);
    }
}
