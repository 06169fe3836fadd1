//! Snippets: the passage of an article that shows a query's terms best, every match marked in the original
//! script. This module does not rank articles.

use std::ops::Range;

use super::Query;
use super::marks::{marks, occurrences};
use crate::corpus::{Article, Part};
use crate::text::fold;

/// A passage of an article, in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The part of the article that it is from.
    pub part: Part,
    /// Which paragraph or caption.
    pub index: usize,
    /// The bytes of that part.
    pub range: Range<usize>,
    /// The passage, cut at the marks; `…` stands where the part goes on.
    pub pieces: Vec<Piece>,
}

/// A stretch of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are a match.
    pub marked: bool,
}

/// The best passage of an article for a query, at most `max_chars` characters long but for a match that is
/// longer: the one that holds most different terms, then most matches, then the first. Without a match in
/// body, captions or second headline, the beginning of the body; `None` where the article has only a title.
pub fn snippet(article: &Article, query: &Query, max_chars: usize) -> Option<Snippet> {
    let terms: Vec<&str> = query.wanted().map(|term| term.folded.as_str()).collect();
    let paragraphs =
        article.paragraphs.iter().enumerate().map(|(i, text)| (Part::Paragraph, i, text.as_str()));
    let captions = article.captions.iter().enumerate().map(|(i, c)| (Part::Caption, i, c.text.as_str()));
    let subtitle = article.subtitle.iter().map(|text| (Part::Subtitle, 0, text.as_str()));
    let parts: Vec<(Part, usize, &str)> = paragraphs.chain(captions).chain(subtitle).collect();
    let mut best: Option<(Worth, Part, usize, &str, Range<usize>)> = None;
    for &(part, index, text) in &parts {
        let Some((worth, focus)) = best_window(text, &terms, max_chars) else { continue };
        if best.as_ref().is_none_or(|(other, ..)| worth > *other) {
            best = Some((worth, part, index, text, focus));
        }
    }
    let (part, index, text, focus) = match best {
        Some((_, part, index, text, focus)) => (part, index, text, focus),
        None => parts
            .iter()
            .find(|part| !part.2.trim().is_empty())
            .map(|&(part, i, text)| (part, i, text, 0..0))?,
    };
    let range = window(text, &focus, max_chars);
    Some(Snippet { part, index, pieces: pieces(text, range.clone(), &marks(text, query)), range })
}

/// Different terms, then matches.
type Worth = (usize, usize);

/// The stretch between two matches, at most so many characters, that is worth most; the first of equals.
fn best_window(text: &str, terms: &[&str], max_chars: usize) -> Option<(Worth, Range<usize>)> {
    let folded = fold(text);
    let places = occurrences(&folded.text, terms);
    let chars = |range: Range<usize>| folded.text[range].chars().count();
    let mut best: Option<(Worth, Range<usize>)> = None;
    for (first, (_, from)) in places.iter().enumerate() {
        let mut seen = vec![false; terms.len()];
        let mut end = from.end;
        let mut matches = 0;
        for (term, at) in &places[first..] {
            if matches > 0 && chars(from.start..at.end.max(end)) > max_chars {
                break;
            }
            seen[*term] = true;
            matches += 1;
            end = end.max(at.end);
        }
        let worth = (seen.iter().filter(|seen| **seen).count(), matches);
        if best.as_ref().is_none_or(|(other, _)| worth > *other) {
            best = Some((worth, folded.original(from.start..end)));
        }
    }
    best
}

/// A window of so many characters around a focus, begun after a sentence's end where one is near.
fn window(text: &str, focus: &Range<usize>, max_chars: usize) -> Range<usize> {
    let room = max_chars.saturating_sub(text[focus.clone()].chars().count());
    let before: Vec<(usize, char)> = text[..focus.start].char_indices().rev().take(room / 3).collect();
    // From the nearest end of a sentence, so that the passage reads on its own.
    let sentence = before.iter().find(|(_, c)| matches!(c, '。' | '！' | '？' | '；' | '\n'));
    let start = match sentence {
        Some(&(at, c)) => at + c.len_utf8(),
        None if before.len() < room / 3 => 0,
        None => before.last().map_or(focus.start, |&(at, _)| at),
    };
    let left = max_chars.saturating_sub(text[start..focus.end].chars().count());
    let end = text[focus.end..].char_indices().nth(left).map_or(text.len(), |(at, _)| focus.end + at);
    start..end
}

fn pieces(text: &str, range: Range<usize>, marks: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |words: &str, marked: bool| match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.marked == marked => last.text.push_str(words),
        _ => pieces.push(Piece { text: words.to_owned(), marked }),
    };
    if !text[..range.start].trim().is_empty() {
        push("…", false);
    }
    let mut at = range.start;
    for mark in marks {
        let (start, end) = (mark.start.clamp(at, range.end), mark.end.clamp(at, range.end));
        push(&text[at..start], false);
        push(&text[start..end], true);
        at = end;
    }
    push(&text[at..range.end], false);
    if !text[range.end..].trim().is_empty() {
        push("…", false);
    }
    pieces
}
