//! Paragraphs that a page or line break cut in two (rule `page-break`), perhaps with the last character
//! repeated on the other side (`repeated-char`).

use crate::ingest::edited::{Edited, Patch};
use crate::ingest::lines::{Line, mark_level};
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

/// Joins the lines that belong together. `is_head` tells a line that opens something of its own.
pub(crate) fn join_broken(lines: Vec<Line>, is_head: impl Fn(&str) -> bool) -> Vec<Block> {
    let width = wrapped_width(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut last_line = 0;
    for line in lines {
        let joins = blocks.last().is_some_and(|block| {
            let wrapped = width.is_some_and(|width| last_line + 2 >= width && line.blank_before == 0);
            mark_level(block.text()) == 0
                && breaks_off(block.text(), wrapped, last_line)
                && goes_on(line.text(), &is_head)
        });
        last_line = line.text().chars().count();
        match blocks.last_mut().filter(|_| joins) {
            Some(block) => join(block, &line),
            None => {
                blocks.push(Block { line: line.number, blank_before: line.blank_before, body: line.body })
            }
        }
    }
    blocks
}

/// The width of a text that was wrapped at a fixed column: the length that most of its long lines have.
fn wrapped_width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.text().chars().count()).collect();
    lengths.sort_unstable();
    let longest = *lengths.last()?;
    let near = lengths.iter().filter(|&&length| length + 2 >= longest).count();
    ((20..=60).contains(&longest) && near * 3 >= lengths.len() && lengths.len() >= 6).then_some(longest)
}

/// Whether a text stops before its sentence does.
fn breaks_off(text: &str, wrapped: bool, last_line: usize) -> bool {
    if wrapped {
        return true;
    }
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
    let reading = Reading::new(text);
    let sentences = text.contains('。') || text.matches(['，', ',']).count() >= 2;
    let opens = reading.at(0).is_ascii_digit()
        || ["连日来", "近日", "日前", "近期"].iter().any(|word| reading.has(0, word));
    let dated = reading.len() >= LEAST && text.contains(['，', ',']) && opens;
    last_line >= LEAST && reading.len() >= LEAST && (sentences || dated)
}

/// Whether a line can be the rest of a sentence.
fn goes_on(text: &str, is_head: &impl Fn(&str) -> bool) -> bool {
    let rest_of_sentence = text.contains('。')
        || text.ends_with(['！', '？', '!', '?', '”', '；', ';'])
        || text.chars().count() >= LEAST && text.contains(['，', ',', '、']);
    rest_of_sentence && mark_level(text) == 0 && !is_head(text)
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

    fn check(input: &str, expected: &[&str]) {
        let blocks = join_broken(lines(input, 1), |text| text.starts_with('●'));
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
