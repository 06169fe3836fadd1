//! From longitude and latitude to a plane.
//!
//! One projection for everything: Albers' equal-area conic. A choropleth is read by area, so areas must be true
//! to each other; with standard parallels chosen for what is shown, shapes are true too (within 0.3 % over a
//! province), north is up in its middle, and the country has the look that its maps have (25°, 47°, 105° E).

use super::LonLat;
use crate::layout::{Point, Rect};

/// Albers' equal-area conic projection. The plane's unit is the earth's radius; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Albers {
    /// The longitude, in radians, that stands upright.
    meridian: f64,
    n: f64,
    c: f64,
    /// The distance of the origin's latitude from the cone's tip.
    rho: f64,
}

/// Flatter cones than this are drawn as one of 1°, which is as good as a cylinder.
const FLATTEST: f64 = 0.017;

impl Albers {
    /// The projection with two standard parallels and an upright meridian, in degrees.
    pub fn new(south: f64, north: f64, meridian: f64) -> Albers {
        let (south, north) = (south.to_radians().sin(), north.to_radians().sin());
        let n = (south + north) / 2.0;
        let n = if n.abs() < FLATTEST { FLATTEST } else { n };
        let c = 1.0 + south * (2.0 * n - south);
        // The origin lies midway between the parallels.
        let middle = ((south + north) / 2.0).clamp(-1.0, 1.0);
        let rho = (c - 2.0 * n * middle).max(0.0).sqrt() / n;
        Albers { meridian: meridian.to_radians(), n, c, rho }
    }

    /// The one that Chinese national maps use.
    pub fn china() -> Albers {
        Albers::new(25.0, 47.0, 105.0)
    }

    /// The one that distorts an area least: parallels a sixth of its height from its edges, its middle upright.
    pub fn fitting(positions: impl IntoIterator<Item = LonLat>) -> Albers {
        let points = positions.into_iter().map(|p| Point::new(p.lon, p.lat));
        let Some(Rect { x, y, width, height }) = Rect::bounding(points) else { return Albers::china() };
        Albers::new(y + height / 6.0, y + height * 5.0 / 6.0, x + width / 2.0)
    }

    /// The point of a position.
    pub fn point(&self, position: LonLat) -> Point {
        let rho = (self.c - 2.0 * self.n * position.lat.to_radians().sin()).max(0.0).sqrt() / self.n;
        let angle = (position.lon.to_radians() - self.meridian) * self.n;
        Point::new(rho * angle.sin(), rho * angle.cos() - self.rho)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    /// The area of a small square of `size` degrees, by the shoelace formula.
    fn area(projection: Albers, lon: f64, lat: f64, size: f64) -> f64 {
        let corners = [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size)];
        let points = corners.map(|(dx, dy)| projection.point(at(lon + dx, lat + dy)));
        let cross = |i: usize| points[i].x * points[(i + 1) % 4].y - points[(i + 1) % 4].x * points[i].y;
        ((0..4).map(cross).sum::<f64>() / 2.0).abs()
    }

    #[test]
    fn areas_are_true() {
        for projection in [Albers::china(), Albers::new(28.0, 32.0, 107.0), Albers::new(-1.0, 1.0, 105.0)] {
            for (lon, lat) in [(75.0, 39.0), (106.5, 29.5), (110.0, 5.0), (123.4, 52.0)] {
                // On the sphere.
                let size = 0.01_f64;
                let true_area =
                    size.to_radians() * ((lat + size).to_radians().sin() - lat.to_radians().sin());
                let ratio = area(projection, lon, lat, size) / true_area;
                assert!((ratio - 1.0).abs() < 0.01, "{ratio} at {lon}, {lat}");
            }
        }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let p = Albers::china();
        let (here, north, east) =
            (p.point(at(105.0, 30.0)), p.point(at(105.0, 31.0)), p.point(at(106.0, 30.0)));
        assert!(north.y < here.y && (north.x - here.x).abs() < 1e-12);
        assert!(east.x > here.x);
    }

    #[test]
    fn a_province_keeps_its_shapes() {
        // Liaoning's corners: a degree of latitude and one of longitude are as long as on the globe.
        let p = Albers::fitting([at(118.8, 38.7), at(125.8, 43.5)]);
        for (lon, lat) in [(118.8, 38.7), (122.0, 41.0), (125.8, 43.4)] {
            let up = p.point(at(lon, lat)).distance(p.point(at(lon, lat + 0.1))) / 0.1_f64.to_radians();
            let right = p.point(at(lon, lat)).distance(p.point(at(lon + 0.1, lat))) / 0.1_f64.to_radians();
            assert!((up - 1.0).abs() < 0.003, "{up}");
            assert!((right / lat.to_radians().cos() - 1.0).abs() < 0.003, "{right}");
        }
    }
}
