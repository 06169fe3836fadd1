//! Paragraphs that a page or line break cut in two (rule `page-break`), perhaps with the last character
//! repeated on the other side (`repeated-char`).

use super::wrapped::{Wrapped, ends_sentence};
use crate::ingest::edited::{Edited, Patch};
use crate::ingest::lines::{Line, mark_level};
use crate::ingest::split::Kind;
use crate::text::Reading;

/// A line, or several that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// The number of its first line.
    pub line: usize,
    /// How many blank lines stand before it.
    pub blank_before: usize,
    /// Its text.
    pub body: Edited,
}

impl Block {
    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.body.text
    }
}

/// A line that breaks off has at least so many characters; shorter ones are headings.
const LEAST: usize = 18;

/// Joins the lines that belong together. `kind` says what a line is by itself.
pub(crate) fn join_broken(lines: Vec<Line>, kind: impl Fn(&str) -> Kind) -> Vec<Block> {
    let wrapped = Wrapped::of(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut last: Option<Line> = None;
    for line in lines {
        let joins = blocks.last().zip(last.as_ref()).is_some_and(|(block, last)| {
            let same = || match wrapped.as_ref().filter(|wrapped| wrapped.fills(last)) {
                Some(wrapped) if wrapped.stands_within(&line) => {
                    goes_on_wrapped(block, last, &line, wrapped, &kind)
                }
                // Over the gap that a page leaves, where paragraphs are set apart otherwise.
                Some(wrapped) if wrapped.shows_paragraphs() && line.indent > 0 => false,
                _ => {
                    // What was joined of several lines is no heading, however short its last line is.
                    let several = block.text().len() > last.text().len();
                    let length = if several { LEAST } else { last.text().chars().count() };
                    breaks_off(block.text(), length) && goes_on(line.text(), &kind)
                }
            };
            mark_level(block.text()) == 0 && same()
        });
        match blocks.last_mut().filter(|_| joins) {
            Some(block) => join(block, &line),
            None => blocks.push(Block {
                line: line.number,
                blank_before: line.blank_before,
                body: line.body.clone(),
            }),
        }
        last = Some(line);
    }
    blocks
}

/// Whether the line behind a full one belongs to its paragraph.
fn goes_on_wrapped(
    block: &Block,
    last: &Line,
    next: &Line,
    wrapped: &Wrapped,
    kind_of: &impl Fn(&str) -> Kind,
) -> bool {
    let text = next.text();
    let kind = kind_of(text);
    // What stands under a line about the issue is none of it.
    let alone = block.text() == last.text();
    let about = alone && matches!(kind_of(last.text()), Kind::Imprint | Kind::Section | Kind::Contents);
    if mark_level(text) > 0 || matches!(kind, Kind::Item(_)) || about {
        return false;
    }
    let reading = Reading::new(text);
    let opens = ["近日,", "日前,", "本报讯", "【"].iter().any(|word| reading.has(0, word))
        || crate::date::dates(&reading).first().is_some_and(|words| words.range.start == 0);
    if ends_sentence(last.text()) {
        // The line after a whole sentence: more of the paragraph, unless something shows that it is not.
        let headed = kind != Kind::Body && !ends_sentence(text) && !wrapped.fills(next);
        return !headed && (wrapped.shows_paragraphs() || !opens);
    }
    // A headline as wide as the page, and the story under it.
    let headline = alone && !last.text().contains(['，', ',', '。']);
    !(headline && opens)
}

/// Whether a text stops before its sentence does.
fn breaks_off(text: &str, last_line: usize) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    if ["摄", "攝", "摄影", "攝影", "供图", "供圖", "报道", "報道"].iter().any(|end| text.ends_with(end))
    {
        return false;
    }
    if matches!(
        last,
        '。' | '！' | '？' | '!' | '?' | '：' | ':' | '；' | ';' | '…' | '.' | '》' | '】' | ')' | '）'
    ) {
        return false;
    }
    if matches!(last, '”' | '’') && !text.ends_with("”的”") {
        let before = text.chars().rev().nth(1).unwrap_or(' ');
        if matches!(before, '。' | '！' | '？' | '!' | '?' | '…') {
            return false;
        }
    }
    if matches!(last, '，' | ',' | '、') {
        return last_line >= 6;
    }
    // How a paragraph begins says enough of it: it may have been joined of very many lines.
    const HEAD: usize = 200;
    let head = text.char_indices().nth(HEAD).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let reading = Reading::new(head);
    let sentences = head.contains('。') || head.matches(['，', ',']).count() >= 2;
    let opens = reading.at(0).is_ascii_digit()
        || ["连日来", "近日", "日前", "近期"].iter().any(|word| reading.has(0, word));
    let dated = reading.len() >= LEAST && head.contains(['，', ',']) && opens;
    last_line >= LEAST && reading.len() >= LEAST && (sentences || dated)
}

/// Whether a line can be the rest of a sentence.
fn goes_on(text: &str, kind: &impl Fn(&str) -> Kind) -> bool {
    let rest_of_sentence = text.contains('。')
        || text.ends_with(['！', '？', '!', '?', '”', '；', ';'])
        || text.chars().count() >= LEAST && text.contains(['，', ',', '、']);
    rest_of_sentence && mark_level(text) == 0 && kind(text) == Kind::Body
}

fn join(block: &mut Block, line: &Line) {
    let mut rest = line.body.clone();
    let last = block.text().chars().next_back();
    let first = rest.text.chars().next();
    let repeated = last == first && last.is_some_and(|c| is_repetition(block.text(), &rest.text, c));
    if let Some(c) = first.filter(|_| repeated) {
        rest.apply(vec![Patch::cut(0..c.len_utf8(), "repeated-char")]);
        block.body.taken_after("\n".to_owned(), "page-break");
    } else {
        block.body.taken_after("\n".repeat(line.blank_before + 1), "page-break");
        let words =
            last.is_some_and(|c| c.is_ascii_alphanumeric()) && first.is_some_and(|c| c.is_ascii_alphabetic());
        if words {
            block.body.text.push(' ');
        }
    }
    block.body.push(&rest);
}

/// Whether a character on both sides of a break is a copying fault: an ideograph that does not begin or end
/// a doubled word there (人人, 天天, 常常).
fn is_repetition(before: &str, after: &str, c: char) -> bool {
    const DOUBLED: &str = "人天常年月日时事处家户层步个件点渐纷往刚仅多大小高快慢好妈爸爷奶哥弟姐妹星宝默悄深久谢等看说试想走听聊谈种样条项样张";
    if !matches!(c, '\u{4e00}'..='\u{9fff}') || DOUBLED.contains(c) {
        return false;
    }
    // 会会长: the rest must begin a word without the repeated character, which 的, 了, 这 and the like show.
    let next = after.chars().nth(1).unwrap_or(' ');
    let before_last = before.chars().rev().nth(1).unwrap_or(' ');
    !matches!(next, '。' | '，' | ',' | '、') && before_last != c
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;
    use crate::ingest::split::kind_of_line;

    fn check(input: &str, expected: &[&str]) {
        let blocks = join_broken(lines(input, 1), kind_of_line);
        assert_eq!(blocks.iter().map(Block::text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn broken_sentences_are_joined() {
        check(
            "某市总工会，7月3日，在座谈会上听取了永川区总工\n\n会、巫山县的发言。",
            &["某市总工会，7月3日，在座谈会上听取了永川区总工会、巫山县的发言。"],
        );
        check(
            "近日，市总工会围绕着大局，学习宣传贯彻大会的精神\n\n神这个主题，组织宣讲。",
            &["近日，市总工会围绕着大局，学习宣传贯彻大会的精神这个主题，组织宣讲。"],
        );
    }

    #[test]
    fn headings_and_whole_sentences_stay() {
        check(
            "某区开展送清凉活动\n\n7月3日，某区总工会开展活动。",
            &["某区开展送清凉活动", "7月3日，某区总工会开展活动。"],
        );
        check(
            "一句话说完了，真的。\n\n又一句话，也说完了。",
            &["一句话说完了，真的。", "又一句话，也说完了。"],
        );
    }
}
