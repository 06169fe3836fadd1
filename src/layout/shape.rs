//! Points and rectangles, in pixels from the top left corner, y downwards.

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point.
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// How far the other is.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle; its sides are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left side.
    pub x: f64,
    /// The upper side.
    pub y: f64,
    /// From the left side to the right one.
    pub width: f64,
    /// From the upper side to the lower one.
    pub height: f64,
}

impl Rect {
    /// The rectangle; a negative width or height becomes zero.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// The rectangle about a centre.
    pub fn around(centre: Point, width: f64, height: f64) -> Rect {
        Rect::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height)
    }

    /// The smallest rectangle that has all the points; `None` without a point.
    pub fn bounding(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), p| {
            (Point::new(low.x.min(p.x), low.y.min(p.y)), Point::new(high.x.max(p.x), high.y.max(p.y)))
        });
        Some(Rect::new(low.x, low.y, high.x - low.x, high.y - low.y))
    }

    /// The right side.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The lower side.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The centre.
    pub fn centre(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point lies in it or on its border.
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }

    /// Whether the other lies wholly in it.
    pub fn encloses(self, other: Rect) -> bool {
        other.x >= self.x
            && other.right() <= self.right()
            && other.y >= self.y
            && other.bottom() <= self.bottom()
    }

    /// Whether the two share more than a border.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The rectangle grown by so much on every side (shrunk where negative).
    pub fn grown(self, by: f64) -> Rect {
        Rect::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// The smallest rectangle that has both.
    pub fn union(self, other: Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Whether a line from `a` to `b` runs through it (Liang and Barsky's clipping).
    pub fn crossed_by(self, a: Point, b: Point) -> bool {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides =
            [(-dx, a.x - self.x), (dx, self.right() - a.x), (-dy, a.y - self.y), (dy, self.bottom() - a.y)];
        for (p, q) in sides {
            if p == 0.0 {
                if q < 0.0 {
                    return false;
                }
            } else if p < 0.0 {
                enter = enter.max(q / p);
            } else {
                leave = leave.min(q / p);
            }
        }
        enter < leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_is_not_overlapping() {
        let a = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!a.overlaps(Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(a.overlaps(Rect::new(9.9, 9.9, 5.0, 5.0)));
    }

    #[test]
    fn lines_cross_a_rectangle_or_pass_by() {
        let r = Rect::new(10.0, 10.0, 10.0, 10.0);
        assert!(r.crossed_by(Point::new(0.0, 0.0), Point::new(30.0, 30.0)));
        assert!(r.crossed_by(Point::new(15.0, 15.0), Point::new(16.0, 16.0)));
        assert!(!r.crossed_by(Point::new(0.0, 0.0), Point::new(9.0, 9.0)));
        assert!(!r.crossed_by(Point::new(0.0, 25.0), Point::new(30.0, 25.0)));
    }
}
