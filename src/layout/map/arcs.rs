//! The arcs of a topology, checked and decoded to longitudes and latitudes, so that nothing after it can fail.

use std::ops::Range;

use super::{Albers, LonLat, MapError};
use crate::layout::{Point, Rect};
use crate::place::topology::{Geometry, Topology};

/// Arcs end to end; `!i` is arc `i` backwards.
pub(super) type Ring = Vec<i32>;

/// Far more than the finest map of all counties has (238,000).
const MOST_POINTS: usize = 4_000_000;

/// The index of an arc, whichever way it is gone.
pub(super) fn plain(index: i32) -> usize {
    (if index < 0 { !index } else { index }) as usize
}

/// Arcs on the plane; those that nothing uses are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PlaneArcs {
    points: Vec<Point>,
    ranges: Vec<Range<usize>>,
    pub(super) bounds: Vec<Rect>,
}

impl PlaneArcs {
    /// The points of an arc, as it runs in the file.
    pub(super) fn of(&self, index: i32) -> &[Point] {
        let range = self.ranges.get(plain(index)).cloned();
        range.and_then(|range| self.points.get(range)).unwrap_or(&[])
    }
}

/// Which arcs are used, and how many points all shapes together have.
pub(super) struct Used<'a> {
    topology: &'a Topology,
    used: Vec<bool>,
    points: usize,
}

impl<'a> Used<'a> {
    /// None yet.
    pub(super) fn new(topology: &'a Topology) -> Used<'a> {
        Used { topology, used: vec![false; topology.arcs.len()], points: 0 }
    }

    /// The rings of an area, or the lines of a line, whose arcs are used from now on. `layer` and `shape` (from
    /// 1) say in an error where it is.
    pub(super) fn rings(
        &mut self,
        geometry: &Geometry,
        layer: &str,
        shape: usize,
    ) -> Result<Vec<Ring>, MapError> {
        let rings: Vec<&Ring> = match geometry {
            Geometry::Polygon { arcs, .. } | Geometry::MultiLineString { arcs } => arcs.iter().collect(),
            Geometry::MultiPolygon { arcs, .. } => arcs.iter().flatten().collect(),
            Geometry::LineString { arcs } => vec![arcs],
        };
        for &index in rings.iter().copied().flatten() {
            let Some(arc) = self.topology.arcs.get(plain(index)) else {
                let arcs = self.topology.arcs.len();
                return Err(MapError::Arc { layer: layer.to_owned(), shape, index, arcs });
            };
            self.used[plain(index)] = true;
            self.points += arc.len().max(1);
            if self.points > MOST_POINTS {
                return Err(MapError::Size { points: self.points, limit: MOST_POINTS });
            }
        }
        Ok(rings.into_iter().filter(|ring| !ring.is_empty()).cloned().collect())
    }

    /// The used arcs on the plane, and the projection: the one that fits them where none is given.
    pub(super) fn project(&self, projection: Option<Albers>) -> Result<(PlaneArcs, Albers), MapError> {
        let mut positions = Vec::new();
        let mut ranges = Vec::with_capacity(self.used.len());
        for (index, used) in self.used.iter().enumerate() {
            let start = positions.len();
            if *used {
                self.decode(index, &mut positions)?;
            }
            ranges.push(start..positions.len());
        }
        let projection = projection.unwrap_or_else(|| Albers::fitting(positions.iter().copied()));
        let points: Vec<Point> = positions.into_iter().map(|position| projection.point(position)).collect();
        let bounds =
            |range: &Range<usize>| Rect::bounding(points[range.clone()].iter().copied()).unwrap_or_default();
        let bounds = ranges.iter().map(bounds).collect();
        Ok((PlaneArcs { points, ranges, bounds }, projection))
    }

    fn decode(&self, index: usize, positions: &mut Vec<LonLat>) -> Result<(), MapError> {
        let transform = &self.topology.transform;
        // Each point is a step from the one before; sums of steps need not fit in the steps' own type.
        let (mut x, mut y) = (0_i64, 0_i64);
        for &[dx, dy] in &self.topology.arcs[index] {
            (x, y) = (x + i64::from(dx), y + i64::from(dy));
            let lon = x as f64 * transform.scale[0] + transform.translate[0];
            let lat = y as f64 * transform.scale[1] + transform.translate[1];
            // Not a number is in no range.
            if !((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)) {
                return Err(MapError::Position { arc: index, x: lon, y: lat });
            }
            positions.push(LonLat { lon, lat });
        }
        Ok(())
    }
}
