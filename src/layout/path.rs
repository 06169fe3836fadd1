//! SVG path data (the value of `d`): rounded absolute positions, written as relative moves, which is short,
//! never drifts, and lets two shapes that share a border meet exactly.

use std::fmt::Write;

use super::Point;

/// Builds the value of a `d`.
#[derive(Debug)]
pub(crate) struct PathData {
    d: String,
    /// Steps in a pixel: 10 where one decimal is kept.
    steps: i64,
    at: (i64, i64),
    /// Whether the last thing written was a number of a relative line.
    in_line: bool,
}

impl PathData {
    /// Nothing drawn yet; positions keep so many decimals (at most 4).
    pub(crate) fn new(decimals: u8) -> PathData {
        PathData {
            d: String::new(),
            steps: 10_i64.pow(u32::from(decimals.min(4))),
            at: (0, 0),
            in_line: false,
        }
    }

    /// Starts a line at a point.
    fn move_to(&mut self, p: Point) {
        self.at = self.rounded(p);
        self.d.push('M');
        self.pair(self.at);
        self.in_line = false;
    }

    /// Draws on to a point; a step too short to see is left out.
    fn line_to(&mut self, p: Point) {
        let to = self.rounded(p);
        if to == self.at {
            return;
        }
        let step = (to.0.saturating_sub(self.at.0), to.1.saturating_sub(self.at.1));
        if !self.in_line {
            self.d.push('l');
        } else if step.0 >= 0 {
            self.d.push(' ');
        }
        self.pair(step);
        self.at = to;
        self.in_line = true;
    }

    /// Draws a line of its own through the points.
    pub(crate) fn line(&mut self, points: impl IntoIterator<Item = Point>) {
        for (i, p) in points.into_iter().enumerate() {
            if i == 0 { self.move_to(p) } else { self.line_to(p) }
        }
    }

    /// Closes the line that was begun.
    pub(crate) fn close(&mut self) {
        self.d.push('z');
        self.in_line = false;
    }

    /// The value of the `d`.
    pub(crate) fn finish(self) -> String {
        self.d
    }

    fn rounded(&self, p: Point) -> (i64, i64) {
        let steps = self.steps as f64;
        ((p.x * steps).round() as i64, (p.y * steps).round() as i64)
    }

    fn pair(&mut self, (x, y): (i64, i64)) {
        self.number(x);
        if y >= 0 {
            self.d.push(',');
        }
        self.number(y);
    }

    fn number(&mut self, value: i64) {
        let (whole, mut rest) =
            (value.unsigned_abs() / self.steps as u64, value.unsigned_abs() % self.steps as u64);
        if value < 0 {
            self.d.push('-');
        }
        if whole > 0 || rest == 0 {
            // Writing to a string cannot fail.
            let _ = write!(self.d, "{whole}");
        }
        if rest > 0 {
            self.d.push('.');
            let mut place = self.steps as u64 / 10;
            while rest > 0 && place > 0 {
                let _ = write!(self.d, "{}", rest / place);
                rest %= place;
                place /= 10;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polyline(points: &[Point], decimals: u8) -> String {
        let mut path = PathData::new(decimals);
        path.line(points.iter().copied());
        path.finish()
    }

    #[test]
    fn steps_are_short_and_do_not_drift() {
        let points: Vec<Point> = (0..5).map(|i| Point::new(f64::from(i) * 0.34, -f64::from(i))).collect();
        assert_eq!(polyline(&points, 1), "M0,0l.3-1 .4-1 .3-1 .4-1");
        assert_eq!(polyline(&[Point::new(-0.04, 12.25), Point::new(0.01, 12.26)], 1), "M0,12.3");
        assert_eq!(polyline(&[Point::new(1.005, 2.05), Point::new(0.0, 0.0)], 2), "M1,2.05l-1-2.05");
    }
}
