//! A table of contents (目录): its entries are titles that come again later.

use std::collections::BTreeSet;

use super::{Kind, Seen};

/// The places of the blocks that are entries of a table of contents.
pub(super) fn entries(seen: &[Seen]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for start in seen.iter().enumerate().filter(|(_, seen)| seen.kind == Kind::Contents).map(|(i, _)| i + 1) {
        let is_line = |i: &usize| {
            seen.get(*i).is_some_and(|seen| seen.reading.len() <= 60 && !seen.reading.as_str().contains('。'))
        };
        let run: Vec<usize> = (start..seen.len()).take_while(is_line).collect();
        let Some(first) = run.first().and_then(|&i| seen.get(i)).map(bare) else { continue };
        // The table ends where its first entry, or the name of its first column, comes again.
        let again = run.iter().skip(1).find(|&&i| seen.get(i).map(bare).is_some_and(|line| line == first));
        let end = match again {
            Some(&again) => again,
            None => {
                start + run.iter().take_while(|&&i| seen.get(i).is_some_and(|seen| has_page(seen))).count()
            }
        };
        found.extend(start..end);
    }
    found
}

/// A line without its numbering, page and marks.
fn bare(seen: &Seen) -> String {
    let letters: String = seen.reading.chars().iter().filter(|c| c.is_alphabetic()).collect();
    letters.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']).to_owned()
}

/// Whether a line ends in a page number: ……3, (5)
fn has_page(seen: &Seen) -> bool {
    let line = seen.reading.as_str().trim_end_matches([')', ' ']);
    let digits = line.chars().rev().take_while(char::is_ascii_digit).count();
    let head: String = line.chars().take(line.chars().count() - digits).collect();
    (1..=3).contains(&digits) && head.ends_with(['…', '.', '·', '(', ' ', '—'])
}
