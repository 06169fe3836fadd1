//! Which unit an arrow key leads to.

use crate::layout::Point;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// 北
    Up,
    /// 东
    Right,
    /// 南
    Down,
    /// 西
    Left,
}

impl Direction {
    /// All of them.
    pub const ALL: [Direction; 4] = [Direction::Up, Direction::Right, Direction::Down, Direction::Left];

    /// How far a point is ahead of another in this direction, and how far to its side.
    fn ahead(self, from: Point, to: Point) -> (f64, f64) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        match self {
            Direction::Up => (-dy, dx.abs()),
            Direction::Right => (dx, dy.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
        }
    }
}

/// What a pixel to the side costs in pixels ahead.
const SIDEWAYS: f64 = 2.0;

/// The unit that lies in a direction: of the units that share a border with `from` and lie within 45° of the
/// direction, the one most nearly ahead; else of all units within 45°; else of those that lie ahead at all, the
/// border ones first. `points` are the middles of tiles or the label points of units; `neighbours` may be empty
/// (tiles that touch are near enough to be found). In a scattered set a unit may lie off every way: the table
/// beside the map leads to all.
///
/// ```
/// use gongxun::layout::{Point, map::{Direction, neighbour}};
/// let points = [Point::new(0.0, 0.0), Point::new(50.0, 5.0), Point::new(5.0, 60.0)];
/// assert_eq!(neighbour(&points, &[], 0, Direction::Right), Some(1));
/// assert_eq!(neighbour(&points, &[], 0, Direction::Down), Some(2));
/// assert_eq!(neighbour(&points, &[], 0, Direction::Up), None);
/// ```
pub fn neighbour(
    points: &[Point],
    neighbours: &[Vec<usize>],
    from: usize,
    direction: Direction,
) -> Option<usize> {
    let &here = points.get(from)?;
    let touching = neighbours.get(from).map_or(&[][..], Vec::as_slice);
    let best = |among: &mut dyn Iterator<Item = usize>, cone: f64| {
        let cost = |unit: usize| {
            let (ahead, aside) = direction.ahead(here, *points.get(unit)?);
            (unit != from && ahead > 1e-9 && aside <= ahead * cone)
                .then_some((unit, ahead + SIDEWAYS * aside))
        };
        among.filter_map(cost).min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))).map(|(unit, _)| unit)
    };
    best(&mut touching.iter().copied(), 1.0)
        .or_else(|| best(&mut (0..points.len()), 1.0))
        .or_else(|| best(&mut touching.iter().copied(), f64::INFINITY))
        .or_else(|| best(&mut (0..points.len()), f64::INFINITY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_step_goes_that_way(places in prop::collection::vec((0.0..9.0_f64, 0.0..9.0_f64), 1..20), from in 0..20_usize) {
            let points: Vec<Point> = places.iter().map(|&(x, y)| Point::new(x, y)).collect();
            for direction in Direction::ALL {
                if let Some(to) = neighbour(&points, &[], from, direction) {
                    prop_assert!(direction.ahead(points[from], points[to]).0 > 0.0);
                }
            }
        }
    }
}
