//! The publisher's accent colour: taken only where it can be read on paper.

/// Contrast that text needs (WCAG 2, AA).
const ENOUGH: f64 = 4.5;
/// The luminance of `--paper` in light.
const PAPER: f64 = 0.974;

/// Whether text in this colour (`#c8102e`, `#c12`) can be read on light paper.
///
/// ```
/// use gongxun::app::accent::readable;
/// assert!(readable("#c8102e") && readable("#a11"));
/// assert!(!readable("#ffcc00") && !readable("red"));
/// ```
pub fn readable(colour: &str) -> bool {
    let Some(digits) = colour.strip_prefix('#').filter(|digits| digits.is_ascii()) else { return false };
    let channel = |at: usize| {
        let text = match digits.len() {
            3 => digits.get(at..=at)?.repeat(2),
            6 => digits.get(2 * at..2 * at + 2)?.to_owned(),
            _ => return None,
        };
        let value = f64::from(u8::from_str_radix(&text, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let luminance = || Some(0.2126 * channel(0)? + 0.7152 * channel(1)? + 0.0722 * channel(2)?);
    luminance().is_some_and(|luminance| (PAPER + 0.05) / (luminance + 0.05) >= ENOUGH)
}
