//! The units of a map on the plane: projected once, drawn at any size.

use std::ops::Range;

use super::topology::Ring;
use super::{Albers, Feature, LonLat, MapError, Topology};
use crate::layout::{Point, Rect};
use crate::place::Adcode;

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
    /// What it is (境界线).
    pub kind: String,
    pub(super) arcs: Vec<Ring>,
}

/// Arcs on the plane; those that nothing uses are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PlaneArcs {
    pub(super) points: Vec<Point>,
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) bounds: Vec<Rect>,
}

impl PlaneArcs {
    /// The points of an arc, as it runs in the file.
    pub(super) fn of(&self, index: i32) -> &[Point] {
        let index = plain(index);
        self.ranges.get(index).and_then(|range| self.points.get(range.clone())).unwrap_or(&[])
    }
}

/// The index of an arc, whichever way it is gone.
pub(super) fn plain(index: i32) -> usize {
    (if index < 0 { !index } else { index }) as usize
}

impl Shapes {
    /// The features of some layers that `keep` wants: those with a code are units, the others lines. Without a
    /// projection, the one that fits them.
    ///
    /// ```
    /// use gongxun::layout::map::{Shapes, Topology};
    /// # let file = r#"{"type":"Topology","arcs":[[[106.5,29.5],[106.6,29.5],[106.5,29.6],[106.5,29.5]]],"objects":{"counties":
    /// #   {"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"adcode":500103,"short":"渝中"}}]}}}"#;
    /// let map = Topology::read(file.as_bytes())?;
    /// let shapes = Shapes::new(&map, &["counties"], None, |unit| unit.adcode.is_some())?;
    /// assert_eq!(shapes.units[0].short, "渝中");
    /// # Ok::<(), gongxun::layout::map::MapError>(())
    /// ```
    pub fn new(
        topology: &Topology,
        layers: &[&str],
        projection: Option<Albers>,
        keep: impl Fn(&Feature) -> bool,
    ) -> Result<Shapes, MapError> {
        let mut features = Vec::new();
        for name in layers {
            features.extend(topology.layer(name)?.features.iter().filter(|feature| keep(feature)));
        }
        let mut used = vec![false; topology.arcs.ranges.len()];
        for &arc in features.iter().flat_map(|feature| feature.rings.iter().chain(&feature.lines)).flatten() {
            used[plain(arc)] = true;
        }
        let projection = projection.unwrap_or_else(|| Albers::fitting(positions(topology, &used)));
        let arcs = project(topology, &used, &projection);

        let mut sides = vec![[None, None]; used.len()];
        let mut units: Vec<UnitShape> = Vec::new();
        let mut lines = Vec::new();
        for feature in features {
            if !feature.lines.is_empty() {
                lines.push(LineShape { kind: feature.kind.clone(), arcs: feature.lines.clone() });
            }
            let Some(adcode) = feature.adcode.filter(|_| !feature.rings.is_empty()) else { continue };
            for &arc in feature.rings.iter().flatten() {
                let sides = &mut sides[plain(arc)];
                let side = usize::from(sides[0].is_some());
                sides[side] = Some(units.len());
            }
            units.push(unit(feature, adcode, &arcs, &projection));
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

fn positions<'a>(topology: &'a Topology, used: &'a [bool]) -> impl Iterator<Item = LonLat> + 'a {
    let ranges =
        topology.arcs.ranges.iter().zip(used).filter(|&(_, &used)| used).map(|(range, _)| range.clone());
    ranges.flatten().filter_map(|at| topology.arcs.points.get(at).copied())
}

fn project(topology: &Topology, used: &[bool], projection: &Albers) -> PlaneArcs {
    let mut arcs = PlaneArcs::default();
    for (range, &used) in topology.arcs.ranges.iter().zip(used) {
        let start = arcs.points.len();
        if used && let Some(points) = topology.arcs.points.get(range.clone()) {
            arcs.points.extend(points.iter().map(|&position| projection.point(position)));
        }
        arcs.bounds.push(Rect::bounding(arcs.points[start..].iter().copied()).unwrap_or_default());
        arcs.ranges.push(start..arcs.points.len());
    }
    arcs
}

fn unit(feature: &Feature, adcode: Adcode, arcs: &PlaneArcs, projection: &Albers) -> UnitShape {
    let indices = feature.rings.iter().flatten().map(|&arc| plain(arc));
    let bounds = indices.filter(|&arc| !arcs.ranges[arc].is_empty()).map(|arc| arcs.bounds[arc]);
    let bounds = bounds.reduce(Rect::union).unwrap_or_default();
    let rings: Vec<(f64, Point)> = feature.rings.iter().map(|ring| area_and_centre(ring, arcs)).collect();
    let largest =
        rings.iter().fold(
            (0.0, bounds.centre()),
            |most: (f64, Point), ring| {
                if ring.0.abs() > most.0.abs() { *ring } else { most }
            },
        );
    UnitShape {
        adcode,
        name: feature.name.clone(),
        short: feature.short.clone(),
        parent: feature.parent,
        bounds,
        label: feature.label.map_or(largest.1, |position| projection.point(position)),
        // Holes run the other way round, so that they take away.
        area: rings.iter().map(|ring| ring.0).sum::<f64>().abs(),
        rings: feature.rings.clone(),
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
