//! The units of a map on the plane: projected once, drawn at any size.

use super::arcs::{PlaneArcs, Ring, Used, plain};
use super::{Albers, LonLat, MapError};
use crate::layout::{Point, Rect};
use crate::place::Adcode;
use crate::place::topology::{Geometry, Properties, Topology};

/// The units of a map, and the lines that go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapes {
    /// The units, in the order of the file.
    pub units: Vec<UnitShape>,
    /// Lines that belong to the map though they bound no unit of it, such as those at sea.
    pub lines: Vec<LineShape>,
    /// The part of the plane that the units take.
    pub bounds: Rect,
    /// How positions came to the plane.
    pub projection: Albers,
    pub(super) arcs: PlaneArcs,
    /// The units on the two sides of each arc.
    pub(super) sides: Vec<[Option<usize>; 2]>,
}

/// A unit on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitShape {
    /// Its code.
    pub adcode: Adcode,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The unit above.
    pub parent: Option<Adcode>,
    /// The box that it takes.
    pub bounds: Rect,
    /// Where its label is best put.
    pub label: Point,
    /// Its area, in the plane's unit squared.
    pub area: f64,
    pub(super) rings: Vec<Ring>,
}

/// A line on the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct LineShape {
    pub(super) arcs: Vec<Ring>,
}

/// What a map needs to know of a unit beside its shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitFacts {
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The unit above: where two neighbours differ in it, their border is drawn as a greater one.
    pub parent: Option<Adcode>,
    /// Where its label is best put; without it, the middle of its largest part.
    pub label: Option<LonLat>,
}

impl From<&Properties> for UnitFacts {
    fn from(said: &Properties) -> UnitFacts {
        let name = said.name.clone().unwrap_or_default();
        UnitFacts {
            short: said.short.clone().unwrap_or_else(|| name.clone()),
            name,
            parent: said.parent.and_then(Adcode::new),
            label: said.cp.map(|[lon, lat]| LonLat { lon, lat }),
        }
    }
}

impl Shapes {
    /// The shapes of some layers, with the projection that fits them where none is given. `facts` tells what is
    /// known of a unit, from its code and from what the file says, and leaves it out by `None`. Lines are kept.
    ///
    /// ```
    /// use gongxun::layout::map::{Shapes, UnitFacts};
    /// # let file = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[106.0,29.0]},"arcs":[[[5,5],[1,0],[-1,1],[0,-1]]],
    /// #   "objects":{"counties":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"adcode":500103,"short":"渝中"}}]}}}"#;
    /// let topology: gongxun::place::topology::Topology = serde_json::from_str(file)?;
    /// let shapes = Shapes::new(&topology, &["counties"], None, |_, said| Some(UnitFacts::from(said)))?;
    /// assert_eq!(shapes.units[0].short, "渝中");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        topology: &Topology,
        layers: &[&str],
        projection: Option<Albers>,
        facts: impl Fn(Adcode, &Properties) -> Option<UnitFacts>,
    ) -> Result<Shapes, MapError> {
        let mut used = Used::new(topology);
        let mut lines = Vec::new();
        let mut areas = Vec::new();
        for name in layers {
            for (index, geometry) in layer(topology, name)?.iter().enumerate() {
                match (geometry.adcode(), geometry.properties()) {
                    (Some(adcode), Some(said)) => {
                        let Some(facts) = facts(adcode, said) else { continue };
                        areas.push((adcode, facts, used.rings(geometry, name, index + 1)?));
                    }
                    (_, Some(_)) => {}
                    (_, None) => lines.push(LineShape { arcs: used.rings(geometry, name, index + 1)? }),
                }
            }
        }
        let (arcs, projection) = used.project(projection)?;
        let mut sides = vec![[None, None]; topology.arcs.len()];
        let mut units: Vec<UnitShape> = Vec::with_capacity(areas.len());
        for (adcode, facts, rings) in areas.into_iter().filter(|(_, _, rings)| !rings.is_empty()) {
            for &arc in rings.iter().flatten() {
                let sides = &mut sides[plain(arc)];
                let side = usize::from(sides[0].is_some());
                sides[side] = Some(units.len());
            }
            units.push(unit(adcode, facts, rings, &arcs, &projection));
        }
        let bounds = units.iter().map(|unit| unit.bounds).reduce(Rect::union).unwrap_or_default();
        Ok(Shapes { units, lines, bounds, projection, arcs, sides })
    }

    /// The place of a unit in `units`.
    pub fn index_of(&self, adcode: Adcode) -> Option<usize> {
        self.units.iter().position(|unit| unit.adcode == adcode)
    }

    /// The units that share a border with each unit, in order.
    pub fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![Vec::new(); self.units.len()];
        for sides in &self.sides {
            if let &[Some(a), Some(b)] = sides
                && a != b
            {
                neighbours[a].push(b);
                neighbours[b].push(a);
            }
        }
        for list in &mut neighbours {
            list.sort_unstable();
            list.dedup();
        }
        neighbours
    }
}

/// A layer's shapes; the error names the layers that there are.
fn layer<'a>(topology: &'a Topology, name: &str) -> Result<&'a [Geometry], MapError> {
    let layer = topology.objects.get(name).map(|layer| layer.geometries.as_slice());
    layer.ok_or_else(|| MapError::Layer {
        wanted: name.to_owned(),
        found: topology.objects.keys().cloned().collect(),
    })
}

fn unit(
    adcode: Adcode,
    facts: UnitFacts,
    rings: Vec<Ring>,
    arcs: &PlaneArcs,
    projection: &Albers,
) -> UnitShape {
    let drawn = rings.iter().flatten().filter(|&&arc| !arcs.of(arc).is_empty());
    let bounds = drawn.map(|&arc| arcs.bounds[plain(arc)]).reduce(Rect::union).unwrap_or_default();
    let parts: Vec<(f64, Point)> = rings.iter().map(|ring| area_and_centre(ring, arcs)).collect();
    let largest =
        parts.iter().fold(
            (0.0, bounds.centre()),
            |most: (f64, Point), part| {
                if part.0.abs() > most.0.abs() { *part } else { most }
            },
        );
    UnitShape {
        adcode,
        name: facts.name,
        short: facts.short,
        parent: facts.parent,
        bounds,
        label: facts.label.map_or(largest.1, |position| projection.point(position)),
        // Holes run the other way round, so that they take away.
        area: parts.iter().map(|part| part.0).sum::<f64>().abs(),
        rings,
    }
}

/// The signed area and the centre of gravity of a ring.
fn area_and_centre(ring: &Ring, arcs: &PlaneArcs) -> (f64, Point) {
    // About its first point, for the sake of precision.
    let Some(&origin) = ring.first().and_then(|&arc| arcs.of(arc).first()) else {
        return (0.0, Point::default());
    };
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for &arc in ring {
        let sign = if arc < 0 { -1.0 } else { 1.0 };
        for pair in arcs.of(arc).windows(2) {
            let (a, b) = (
                Point::new(pair[0].x - origin.x, pair[0].y - origin.y),
                Point::new(pair[1].x - origin.x, pair[1].y - origin.y),
            );
            let cross = (a.x * b.y - b.x * a.y) * sign;
            area += cross / 2.0;
            x += (a.x + b.x) * cross / 6.0;
            y += (a.y + b.y) * cross / 6.0;
        }
    }
    if area == 0.0 { (0.0, origin) } else { (area, Point::new(origin.x + x / area, origin.y + y / area)) }
}
