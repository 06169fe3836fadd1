//! Characters that should not be there, or stand for others: soft hyphens, zero-width characters, controls
//! (rule `invisible`); full-width letters and digits (`full-width`); radicals and compatibility forms that
//! look like ordinary ideographs (`compatibility`).

use crate::ingest::edited::{Edited, Patch};
use crate::text::nfkc;

/// Mends the characters of a text.
pub(super) fn mend(body: &mut Edited) {
    if body.text.chars().all(is_ordinary) {
        return;
    }
    let mut patches: Vec<Patch> = Vec::new();
    for (at, c) in body.text.char_indices() {
        let Some((with, rule)) = mended(c) else { continue };
        let end = at + c.len_utf8();
        match patches.last_mut() {
            Some(last) if last.rule == rule && last.range.end == at => {
                last.range.end = end;
                last.with.push_str(&with);
            }
            _ => patches.push(Patch { range: at..end, with, rule }),
        }
    }
    body.apply(patches);
}

/// The characters that need no second look, which are nearly all.
fn is_ordinary(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301f}')
        || matches!(c, '，' | '：' | '；' | '！' | '？' | '（' | '）')
}

fn mended(c: char) -> Option<(String, &'static str)> {
    let nothing = String::new();
    Some(match c {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => (nothing, "invisible"),
        '\t' => return None,
        _ if c.is_control() => (nothing, "invisible"),
        '\u{e000}'..='\u{f8ff}' => (nothing, "invisible"),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '＋' | '．' => {
            let plain = char::from_u32(u32::from(c) - 0xfee0)?;
            (plain.to_string(), "full-width")
        }
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => {
            let plain: String = nfkc([c]).into_iter().collect();
            if plain == c.to_string() {
                return None;
            }
            (plain, "compatibility")
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str, rules: &[&str]) {
        let mut body = Edited::new(input);
        mend(&mut body);
        assert_eq!(body.text, expected);
        assert_eq!(body.edits.iter().map(|edit| edit.rule).collect::<Vec<_>>(), rules);
        assert_eq!(body.original(), input);
    }

    #[test]
    fn characters_are_mended() {
        check("职\u{ad}工", "职工", &["invisible"]);
        check("２０２４年７月", "2024年7月", &["full-width", "full-width"]);
        check("⼯会", "工会", &["compatibility"]);
        check("市总工会，送清凉。", "市总工会，送清凉。", &[]);
    }
}
