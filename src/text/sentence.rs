//! Sentences (句), and their parts between semicolons.

use std::ops::Range;

use super::Reading;

/// The sentences of a text, white space at their ends left out. A full stop inside quotation marks ends a
/// sentence only together with the marks, so that what someone says stays in one piece.
///
/// ```
/// use gongxun::text::{Reading, sentences};
/// let text = Reading::new("“好。谢谢。”他说。活动结束。");
/// let all: Vec<&str> = sentences(&text).into_iter().map(|range| text.text(range)).collect();
/// assert_eq!(all, ["“好。谢谢。”他说。", "活动结束。"]);
/// ```
pub fn sentences(text: &Reading) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for sentence in split(text, |c| matches!(c, '。' | '!' | '?')) {
        cut_endless(text, sentence, &mut parts);
    }
    parts
}

/// A text without full stops is no sentence, and whoever looks around in a sentence must come to its end: it is
/// cut at a comma once it is longer than anybody writes.
fn cut_endless(text: &Reading, sentence: Range<usize>, parts: &mut Vec<Range<usize>>) {
    const LONGEST: usize = 2000;
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let within = start + LONGEST / 2..start + LONGEST;
        let comma = within.rev().find(|&at| matches!(text.at(at), ',' | ';' | '、' | ':'));
        let end = comma.map_or(start + LONGEST, |at| at + 1);
        push(parts, text, start..end);
        start = end;
    }
    push(parts, text, start..sentence.end);
}

/// The parts of a sentence between semicolons.
pub fn semicolons(text: &Reading, sentence: Range<usize>) -> Vec<Range<usize>> {
    split_in(text, sentence, |c| c == ';')
}

fn split(text: &Reading, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    split_in(text, 0..text.len(), ends)
}

/// Cuts after the characters that end a part, outside quotation marks and brackets. Marks that are never
/// closed hold for at most [`LONGEST_QUOTE`] characters.
fn split_in(text: &Reading, range: Range<usize>, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    const LONGEST_QUOTE: usize = 600;
    let mut parts = Vec::new();
    let mut start = range.start;
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut place = range.start;
    while place < range.end {
        let c = text.at(place);
        open.retain(|&(_, at)| place - at < LONGEST_QUOTE);
        match c {
            '“' | '《' | '(' if open.len() < 8 => open.push((closing(c), place)),
            '”' | '》' | ')' => {
                if let Some(at) = open.iter().rposition(|&(close, _)| close == c) {
                    open.truncate(at);
                    let said = c == '”' && open.is_empty() && place > range.start && ends(text.at(place - 1));
                    let goes_on = matches!(text.at(place + 1), ',' | '、' | '。' | ';' | ')')
                        || !starts_sentence(text, place + 1);
                    if said && !goes_on {
                        push(&mut parts, text, start..place + 1);
                        start = place + 1;
                    }
                }
            }
            _ if ends(c) && open.is_empty() => {
                push(&mut parts, text, start..place + 1);
                start = place + 1;
            }
            _ => {}
        }
        place += 1;
    }
    push(&mut parts, text, start..range.end);
    parts
}

fn closing(c: char) -> char {
    match c {
        '“' => '”',
        '《' => '》',
        _ => ')',
    }
}

/// Whether what follows a closed quotation begins a new sentence rather than naming its speaker: a new
/// sentence that names no speaker within a few words.
fn starts_sentence(text: &Reading, place: usize) -> bool {
    let head = text.text(place..(place + 24).min(text.len()));
    let until = head.find(['。', '!', '?']).unwrap_or(head.len());
    let head = &head[..until];
    !["说", "表示", "道", "介绍", "坦言", "认为", "告诉", "感慨"].iter().any(|word| head.contains(word))
}

fn push(parts: &mut Vec<Range<usize>>, text: &Reading, range: Range<usize>) {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && text.at(start) == ' ' {
        start += 1;
    }
    while end > start && text.at(end - 1) == ' ' {
        end -= 1;
    }
    if start < end {
        parts.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &[&str]) {
        let text = Reading::new(input);
        let got: Vec<&str> = sentences(&text).into_iter().map(|range| text.text(range)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn quotations_stay_whole() {
        check("甲。“乙。”丙。", &["甲。", "“乙。”", "丙。"]);
        check("“乙!”他说,丁。", &["“乙!”他说,丁。"]);
        check("没有句号", &["没有句号"]);
        check("", &[]);
    }

    #[test]
    fn marks_that_never_close_do_not_swallow_the_rest() {
        let text = format!("“{}。乙。丙。", "甲".repeat(700));
        assert_eq!(sentences(&Reading::new(&text)).len(), 3);
    }

    #[test]
    fn a_text_without_full_stops_is_cut_somewhere() {
        let text = Reading::new(&"送去清凉,".repeat(1000));
        let all = sentences(&text);
        assert!(all.len() > 2 && all.iter().all(|part| part.len() <= 2000 && text.at(part.end - 1) == ','));
        assert_eq!(all.iter().map(Range::len).sum::<usize>(), text.len());
    }
}
