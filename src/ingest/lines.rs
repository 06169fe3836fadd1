//! A decoded text as numbered lines.

use super::edited::Edited;

/// A line that is not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// How many blank lines stand before it.
    pub blank_before: usize,
    /// How many cells of white space its text stands off the margin; a tab is two.
    pub indent: usize,
    /// Its text, without white space at the ends.
    pub body: Edited,
}

impl Line {
    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.body.text
    }
}

/// The lines of a text from a line on; form feeds count as blank lines.
pub(crate) fn lines(text: &str, first: usize) -> Vec<Line> {
    let mut found = Vec::new();
    let mut blank_before = 0;
    for (i, raw) in text.split('\n').enumerate().skip(first.saturating_sub(1)) {
        for (k, part) in raw.split('\u{c}').enumerate() {
            let cells = |c: char| if c.is_ascii() && c != '\t' || c == '\u{a0}' { 1 } else { 2 };
            let indent = part.chars().take_while(|c| c.is_whitespace()).map(cells).sum();
            let part = part.trim();
            blank_before += usize::from(k > 0);
            if part.is_empty() {
                blank_before += usize::from(k == 0);
                continue;
            }
            found.push(Line { number: i + 1, blank_before, indent, body: Edited::new(part) });
            blank_before = 0;
        }
    }
    found
}

/// The level of a heading that Markdown's mark declares (`## 标题` is 2); 0 where none does.
pub(crate) fn mark_level(text: &str) -> usize {
    let level = text.bytes().take_while(|&b| b == b'#').count();
    let rest = text.get(level..).unwrap_or_default();
    if level <= 6 && rest.starts_with(' ') && !rest.trim().is_empty() { level } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_counted() {
        let got: Vec<(usize, usize, String)> = lines("\n甲\n \u{a0}\n\n 乙", 1)
            .into_iter()
            .map(|line| (line.number, line.blank_before, line.body.text))
            .collect();
        assert_eq!(got, [(2, 1, "甲".to_owned()), (5, 2, "乙".to_owned())]);
    }
}
