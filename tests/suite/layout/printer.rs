//! A small printer that turns shapes into SVG, with rounded numbers, for the goldens only.

use std::fmt::Write;

use gongxun::layout::{Point, Rect};

/// An SVG in the making.
pub(crate) struct Svg {
    width: f64,
    height: f64,
    body: String,
}

/// A number with at most one decimal.
fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

impl Svg {
    pub(crate) fn new(width: f64, height: f64) -> Svg {
        Svg { width, height, body: String::new() }
    }

    pub(crate) fn rect(&mut self, r: Rect, style: &str) {
        let (x, y, w, h) = (n(r.x), n(r.y), n(r.width), n(r.height));
        writeln!(self.body, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" {style}/>"#).unwrap();
    }

    pub(crate) fn line(&mut self, a: Point, b: Point, style: &str) {
        let (x1, y1, x2, y2) = (n(a.x), n(a.y), n(b.x), n(b.y));
        writeln!(self.body, r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {style}/>"#).unwrap();
    }

    pub(crate) fn circle(&mut self, at: Point, radius: f64, style: &str) {
        writeln!(self.body, r#"<circle cx="{}" cy="{}" r="{}" {style}/>"#, n(at.x), n(at.y), n(radius))
            .unwrap();
    }

    pub(crate) fn path(&mut self, d: &str, style: &str) {
        writeln!(self.body, r#"<path d="{d}" {style}/>"#).unwrap();
    }

    /// Text from its left end, on a baseline.
    pub(crate) fn text(&mut self, x: f64, y: f64, size: f64, text: &str, style: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        writeln!(
            self.body,
            r#"<text x="{}" y="{}" font-size="{}" {style}>{text}</text>"#,
            n(x),
            n(y),
            n(size)
        )
        .unwrap();
    }

    /// Text about its middle, on a baseline.
    pub(crate) fn middle(&mut self, x: f64, y: f64, size: f64, text: &str) {
        self.text(x, y, size, text, r#"text-anchor="middle""#);
    }

    pub(crate) fn finish(self) -> String {
        let (w, h) = (n(self.width), n(self.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"sans-serif\">\n<rect width=\"{w}\" height=\"{h}\" fill=\"#fff\"/>\n{}</svg>\n",
            self.body
        )
    }
}

/// Colours of series and of shades, for the goldens.
pub(crate) const SERIES: [&str; 5] = ["#0b5fa5", "#d9822b", "#3a8f5c", "#8a5fb0", "#9aa3ab"];
pub(crate) const SHADES: [&str; 6] = ["#e3eef9", "#bcd6ee", "#86b6dd", "#4b8fc7", "#1f66a8", "#0a3f78"];
