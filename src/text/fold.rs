//! Folding: the one form in which texts, queries and marks are compared, and the way back from it.
//!
//! NFKC, lower case, Traditional → Simplified by character; characters that nobody sees vanish (soft
//! hyphen, zero width, variation selectors, controls); white space beside an ideograph vanishes, any other
//! run of it is one space, at the ends none. Folding twice is folding once. This module does not segment.

use std::ops::Range;

use super::lowercase::lowercase;
use super::nfkc::{is_combining_mark, nfkc};
use super::variants::simplified;

/// A folded text that knows where each of its characters came from.
///
/// ```
/// let folded = gongxun::text::fold("看望 勞模Ａ組");
/// assert_eq!(folded.text, "看望劳模a组");
/// let at = folded.text.find("劳模a").unwrap();
/// assert_eq!(folded.original(at..at + "劳模a".len()), 7..16);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Where lengths differ, in order; everywhere else the two texts run in step.
    changes: Vec<Change>,
    /// Bytes of the original text.
    original_len: u32,
}

/// A stretch that folding made shorter, longer or empty. Offsets are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    folded: (u32, u32),
    original: (u32, u32),
}

impl Folded {
    /// The bytes of the original text that a stretch of the folded text stands for. A character that folds
    /// to several is taken whole. White space that vanished at the ends of the stretch is left out.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.original_start(range.start);
        let end = if range.end > range.start { self.original_end(range.end) } else { start };
        start..end.max(start)
    }

    /// The bytes of the folded text that a stretch of the original became: the other way of
    /// [`Folded::original`].
    pub fn folded(&self, range: Range<usize>) -> Range<usize> {
        let at = |place: usize, change: Option<&Change>, inside: fn(&Change) -> u32| match change {
            None => place,
            Some(change) => match place.checked_sub(change.original.1 as usize) {
                None => inside(change) as usize,
                Some(past) => (change.folded.1 as usize + past).min(self.text.len()),
            },
        };
        let before = |next: usize| next.checked_sub(1).map(|i| &self.changes[i]);
        let first = before(self.changes.partition_point(|change| change.original.0 as usize <= range.start));
        let last = before(self.changes.partition_point(|change| (change.original.0 as usize) < range.end));
        let start = at(range.start, first, |change| change.folded.0);
        start..at(range.end, last, |change| change.folded.1).max(start)
    }

    fn original_start(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.folded.0 as usize <= at);
        let Some(change) = next.checked_sub(1).map(|i| &self.changes[i]) else { return at };
        match at.checked_sub(change.folded.1 as usize) {
            None => change.original.0 as usize,
            Some(past) => (change.original.1 as usize + past).min(self.original_len as usize),
        }
    }

    fn original_end(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| (change.folded.0 as usize) < at);
        let Some(change) = next.checked_sub(1).map(|i| &self.changes[i]) else { return at };
        let past = at.saturating_sub(change.folded.1 as usize);
        (change.original.1 as usize + past).min(self.original_len as usize)
    }

    /// Notes that the last bytes stand for this stretch: one character for one, or what vanished, where
    /// equal lengths run in step and need no note.
    fn push(&mut self, folded_len: usize, original: Range<usize>) {
        if folded_len != original.len() {
            self.push_change(folded_len, original);
        }
    }

    /// The same for any stretch: … and ... are of one length, yet do not run in step.
    fn push_change(&mut self, folded_len: usize, original: Range<usize>) {
        let end = self.text.len() as u32;
        self.changes.push(Change {
            folded: (end - folded_len as u32, end),
            original: (original.start as u32, original.end as u32),
        });
    }
}

/// Folds a text. Texts of more than 4 GB are cut there.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        changes: Vec::new(),
        original_len: u32::try_from(text.len()).unwrap_or(u32::MAX),
    };
    let mut chars = text.char_indices().peekable();
    // White space that waits for what follows it.
    let mut space: Option<Range<usize>> = None;
    while let Some((at, c)) = chars.next() {
        if at + 4 > u32::MAX as usize {
            break;
        }
        let single = folded_alone(c).filter(|_| !chars.peek().is_some_and(|&(_, next)| joins(next)));
        if let Some(single) = single {
            settle_space(&mut folded, &mut space, single);
            folded.text.push(single);
            folded.push(single.len_utf8(), at..at + c.len_utf8());
            continue;
        }
        if c.is_whitespace() {
            space = Some(space.map_or(at, |s| s.start)..at + c.len_utf8());
            continue;
        }
        if vanishes(c) {
            // Within white space it belongs to it; elsewhere it is a change of its own.
            match &mut space {
                Some(range) => range.end = at + c.len_utf8(),
                None => folded.push(0, at..at + c.len_utf8()),
            }
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(i, next)) = chars.peek().filter(|&&(_, next)| joins(next)) {
            end = i + next.len_utf8();
            chars.next();
        }
        fold_cluster(&mut folded, text, at..end, &mut space);
    }
    drop_space(&mut folded, &mut space);
    folded
}

/// What a character becomes whatever stands around it, for those that texts are made of.
#[inline]
fn folded_alone(c: char) -> Option<char> {
    match c {
        '!'..='~' => Some(c.to_ascii_lowercase()),
        '\u{4E00}'..='\u{9FFF}' => Some(simplest(c)),
        '、' | '。' | '《'..='】' | '“' | '”' | '‘' | '’' | '—' | '·' => Some(c),
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).map(|c| c.to_ascii_lowercase()),
        _ => None,
    }
}

/// What a character with the marks that follow it becomes, white space at the ends included.
fn folded_cluster(cluster: &str) -> String {
    // Lower case may undo the composition, and composition the simplest form; twice is enough, as a test
    // over all characters holds.
    let seen = cluster.chars().filter(|&c| !vanishes(c));
    let lowered = |form: Vec<char>| form.into_iter().flat_map(lowercase).map(simplest);
    lowered(nfkc(lowered(nfkc(seen)))).filter(|&c| !vanishes(c)).collect()
}

fn fold_cluster(folded: &mut Folded, text: &str, at: Range<usize>, space: &mut Option<Range<usize>>) {
    let form = folded_cluster(&text[at.clone()]);
    // Some characters fold to white space and a mark.
    let body = form.trim();
    let Some(first) = body.chars().next() else {
        *space = Some(space.take().map_or(at.start, |s| s.start)..at.end);
        return;
    };
    if form.starts_with(char::is_whitespace) {
        *space = Some(space.take().map_or(at.start, |s| s.start)..at.start);
    }
    settle_space(folded, space, first);
    let from = folded.text.len();
    for c in body.chars() {
        if !c.is_whitespace() {
            folded.text.push(c);
        } else if !folded.text.ends_with(' ') {
            folded.text.push(' ');
        }
    }
    folded.push_change(folded.text.len() - from, at.clone());
    if form.ends_with(char::is_whitespace) {
        *space = Some(at.end..at.end);
    }
}

/// Puts waiting white space down as one space, or drops it beside an ideograph or at the start.
fn settle_space(folded: &mut Folded, space: &mut Option<Range<usize>>, next: char) {
    let Some(range) = space.take() else { return };
    let kept = !is_ideograph(next) && folded.text.chars().next_back().is_some_and(|c| !is_ideograph(c));
    if kept {
        folded.text.push(' ');
    }
    folded.push(usize::from(kept), range);
}

fn drop_space(folded: &mut Folded, space: &mut Option<Range<usize>>) {
    if let Some(range) = space.take() {
        folded.push(0, range);
    }
}

/// The Simplified form, and of that the Simplified form: 薴 → 苧 → 苎.
#[inline]
fn simplest(c: char) -> char {
    let once = simplified(c);
    if once == c { c } else { simplified(once) }
}

/// Whether a character is an ideograph (汉字), 々 and 〇 included.
#[inline]
pub fn is_ideograph(c: char) -> bool {
    is_ideograph_of_main_block(c)
        || matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{3005}'..='\u{3007}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}')
}

#[inline]
fn is_ideograph_of_main_block(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether a character is taken with the one before it, because the two may compose or it vanishes.
#[inline]
fn joins(c: char) -> bool {
    let plain = matches!(c, ' '..='~' | '\u{3000}'..='\u{3020}' | '\u{4E00}'..='\u{9FFF}' | '！'..='～');
    !plain
        && (is_combining_mark(c)
            || matches!(c, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}')
            || vanishes(c))
}

/// Whether a character is one that nobody sees.
fn vanishes(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_leads_where_the_long_one_does() {
        for c in '\0'..=char::MAX {
            if let Some(short) = folded_alone(c) {
                assert_eq!(short.to_string(), folded_cluster(&c.to_string()), "of {c:?}");
            }
        }
    }
}
