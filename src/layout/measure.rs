//! How wide a text will be, without a font: an estimate that errs on the wide side, since a label that is
//! thought too wide is dropped and one that is thought too narrow would overlap. Ideographs are as wide as
//! the font is high; Latin letters and digits about half.

use std::borrow::Cow;

/// The width of a character in parts of the font's size.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.35,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.95,
        'A'..='Z' | '&' | '+' | '<' | '>' | '=' | '~' | '#' => 0.75,
        '\u{20}'..='\u{24f}' => 0.6,
        // Combining marks, zero-width characters and variation selectors.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        _ => 1.0,
    }
}

/// The width of a text in pixels, in a font of so many pixels.
///
/// ```
/// use gongxun::layout::text_width;
/// assert_eq!(text_width("送清凉", 10.0), 30.0);
/// assert_eq!(text_width("12 项", 10.0), 25.5);
/// ```
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * font_size
}

/// The text, cut so that it fits with an ellipsis (…) where it does not fit whole; `None` where not even
/// two characters and the ellipsis fit.
pub fn fitted(text: &str, font_size: f64, room: f64) -> Option<Cow<'_, str>> {
    let room = room / font_size;
    let whole: f64 = text.chars().map(em).sum();
    if whole <= room {
        return Some(Cow::Borrowed(text));
    }
    let mut used = em('…');
    let mut kept = 0;
    for (at, c) in text.char_indices() {
        used += em(c);
        if used > room {
            break;
        }
        kept = at + c.len_utf8();
    }
    let head = text[..kept].trim_end();
    (head.chars().count() >= 2).then(|| Cow::Owned(format!("{head}…")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_the_room() {
        assert_eq!(fitted("送清凉活动", 10.0, 50.0).as_deref(), Some("送清凉活动"));
        assert_eq!(fitted("送清凉活动", 10.0, 49.0).as_deref(), Some("送清凉…"));
        assert_eq!(fitted("送清凉活动", 10.0, 30.0).as_deref(), Some("送清…"));
        assert_eq!(fitted("送清凉活动", 10.0, 29.0), None);
        assert_eq!(fitted("", 10.0, 0.0).as_deref(), Some(""));
    }

    proptest::proptest! {
        #[test]
        fn a_cut_text_fits(text in "[a-zA-Z0-9 送清凉活动，。]{0,30}", room in 0.0..400.0_f64) {
            if let Some(cut) = fitted(&text, 12.0, room) {
                assert!(text_width(&cut, 12.0) <= room + 1e-9);
            }
        }
    }
}
