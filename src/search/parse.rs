//! Query text → [`Query`]. Reading never fails: what is not well formed is plain text.
//!
//! | typed | means |
//! |---|---|
//! | `慰问 快递员` | both |
//! | `“慰问 快递员”`, `"…"` | one term, the space and any operator in it an ordinary character |
//! | `慰问 -高温` | without; only after a space, or before a filter |
//! | `快递员\|骑手` | either; binds closer than side by side |
//! | `地区:渝北区`, `类型:`, `对象:`, `组织:`, `日期:`, `来源:` | a filter |
//! | `标题:送清凉` | in the title |
//!
//! Full-width forms mean the same. A quotation mark opens only at the start of a word and closes only at the
//! end of one, so a stretch copied out of a text (`开展“送清凉”活动`) is one term. This module does not know
//! which values a corpus has.

use std::ops::Range;

use super::query::{Clause, FilterClause, FilterKey, Query, Term};
use crate::text::fold;

/// Reads a query.
///
/// ```
/// let query = gongxun::search::parse("慰问 快递员|骑手 -高温 类型：送清凉");
/// assert_eq!(query.clauses.len(), 3);
/// assert_eq!(query.clauses[1].any_of[1].folded, "骑手");
/// assert!(query.clauses[2].exclude);
/// assert_eq!(query.filters[0].any_of, ["送清凉"]);
/// ```
pub fn parse(text: &str) -> Query {
    let mut query = Query::default();
    let mut words = split(text);
    join_lone_bars(&mut words);
    for word in &words {
        let (exclude, body) = match word.text.strip_prefix(is_minus) {
            Some(rest) if word.after_space && !rest.is_empty() => (true, rest),
            Some(rest) if key_of(rest).is_some() => (true, rest),
            _ => (false, word.text.as_str()),
        };
        let read = clause(body, exclude, &word.at, &mut query);
        if !read {
            plain(word, &mut query);
        }
    }
    query
}

/// Reads one word as a filter or as alternatives; false where it is neither.
fn clause(body: &str, exclude: bool, at: &Range<usize>, query: &mut Query) -> bool {
    if let Some((key, values)) = key_of(body) {
        let Some(values) = alternatives(values) else { return false };
        match key {
            Some(key) => {
                let any_of = values.into_iter().map(|(value, _)| value.trim().to_owned()).collect::<Vec<_>>();
                if any_of.iter().any(String::is_empty) {
                    return false;
                }
                query.filters.push(FilterClause { key, any_of, exclude, typed: at.clone() });
            }
            None => return push_terms(values, exclude, true, at, query),
        }
        return true;
    }
    alternatives(body).is_some_and(|values| push_terms(values, exclude, false, at, query))
}

fn push_terms(
    values: Vec<(&str, bool)>,
    exclude: bool,
    in_title: bool,
    at: &Range<usize>,
    query: &mut Query,
) -> bool {
    let any_of: Vec<Term> = values.iter().filter_map(|(text, quoted)| term(text, *quoted)).collect();
    if any_of.len() < values.len() {
        return false;
    }
    query.clauses.push(Clause { any_of, exclude, in_title, typed: at.clone() });
    true
}

fn plain(word: &Word, query: &mut Query) {
    if let Some(term) = term(&word.text, false) {
        let typed = word.at.clone();
        query.clauses.push(Clause { any_of: vec![term], exclude: false, in_title: false, typed });
    }
}

fn term(text: &str, quoted: bool) -> Option<Term> {
    let folded = fold(text).text;
    (!folded.is_empty()).then(|| Term { text: text.to_owned(), folded, quoted })
}

/// The key before a colon and what follows; `None` as the key is 标题.
pub(super) fn key_of(body: &str) -> Option<(Option<FilterKey>, &str)> {
    let colon = body.find(is_colon)?;
    let (word, rest) = body.split_at(colon);
    let rest = rest.strip_prefix(is_colon)?;
    let word = fold(word).text;
    if word == "标题" {
        return Some((None, rest));
    }
    FilterKey::ALL.into_iter().find(|key| key.word() == word).map(|key| (Some(key), rest))
}

/// The parts between bars, each with whether it was quoted; `None` where one is empty.
fn alternatives(body: &str) -> Option<Vec<(&str, bool)>> {
    let mut parts = Vec::new();
    let mut rest = body;
    loop {
        let (part, quoted, after) = match quotation(rest) {
            Some((inside, after)) => (inside, true, after),
            None => {
                let end = rest.find(is_bar).unwrap_or(rest.len());
                (&rest[..end], false, &rest[end..])
            }
        };
        if part.is_empty() {
            return None;
        }
        parts.push((part, quoted));
        match after.strip_prefix(is_bar) {
            Some(next) => rest = next,
            None => return Some(parts),
        }
    }
}

/// What stands between the quotation marks that a text opens with, and what follows them: nothing, a bar or
/// white space.
fn quotation(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(is_quote)?;
    inside.char_indices().filter(|&(_, c)| is_quote(c)).find_map(|(at, c)| {
        let after = &inside[at + c.len_utf8()..];
        let closes = after.chars().next().is_none_or(|c| is_bar(c) || c.is_whitespace());
        (closes && !inside[..at].trim().is_empty()).then(|| (&inside[..at], after))
    })
}

/// A stretch between white space that is not quoted.
#[derive(Debug)]
struct Word {
    text: String,
    after_space: bool,
    /// Where it stands in what was typed, in bytes.
    at: Range<usize>,
}

fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text;
    let mut after_space = false;
    loop {
        let trimmed = rest.trim_start();
        after_space |= trimmed.len() < rest.len();
        rest = trimmed;
        if rest.is_empty() {
            return words;
        }
        let end = word_end(rest);
        let start = text.len() - rest.len();
        words.push(Word { text: rest[..end].to_owned(), after_space, at: start..start + end });
        rest = &rest[end..];
        after_space = false;
    }
}

/// Where the word ends that a text starts with: at the first white space outside a quotation.
fn word_end(text: &str) -> usize {
    let mut at = 0;
    let mut may_open = true;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            return at;
        }
        if may_open && let Some((_, after)) = quotation(&text[at..]) {
            at = text.len() - after.len();
            may_open = false;
            continue;
        }
        may_open = is_bar(c) || is_colon(c) || (at == 0 && is_minus(c));
        at += c.len_utf8();
    }
    at
}

/// `A | B` is typed for `A|B`.
fn join_lone_bars(words: &mut Vec<Word>) {
    let is_lone = |word: &Word| {
        let mut chars = word.text.chars();
        chars.next().is_some_and(is_bar) && chars.next().is_none()
    };
    let mut at = 1;
    while at + 1 < words.len() {
        if is_lone(&words[at]) && !is_lone(&words[at - 1]) && !is_lone(&words[at + 1]) {
            let right = words.remove(at + 1);
            words.remove(at);
            words[at - 1].text.push('|');
            words[at - 1].text.push_str(&right.text);
            words[at - 1].at.end = right.at.end;
        } else {
            at += 1;
        }
    }
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '＂' | '「' | '」' | '『' | '』')
}

pub(super) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜')
}

pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '−')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query written back plainly.
    fn shown(query: &Query) -> String {
        let sign = |exclude: bool| if exclude { "-" } else { "" };
        let clauses = query.clauses.iter().map(|clause| {
            let terms: Vec<&str> = clause.any_of.iter().map(|term| term.folded.as_str()).collect();
            let title = if clause.in_title { "标题:" } else { "" };
            format!("{}{title}<{}>", sign(clause.exclude), terms.join("|"))
        });
        let filters = query.filters.iter().map(|filter| {
            format!("{}{}={}", sign(filter.exclude), filter.key.word(), filter.any_of.join("|"))
        });
        clauses.chain(filters).collect::<Vec<_>>().join(" ")
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(&parse(text)), expected, "of {text:?}");
    }

    #[test]
    fn terms_side_by_side() {
        check("", "");
        check(" \u{3000}", "");
        check("慰問　快递员", "<慰问> <快递员>");
    }

    #[test]
    fn quotations() {
        check("“慰问 -快递|员”", "<慰问-快递|员>");
        check("\"送 清凉\" 骑手", "<送清凉> <骑手>");
        check("＂open door＂", "<open door>");
        check("开展“送清凉”活动", "<开展“送清凉”活动>");
        check("“送清凉”活动", "<“送清凉”活动>");
        check("“送 清凉", "<“送> <清凉>");
        check("“”", "<“”>");
        check("-“a b”", "<-“a b”>");
    }

    #[test]
    fn exclusions() {
        check("慰问 -高温", "<慰问> -<高温>");
        check("慰问 －“高温 天气”", "<慰问> -<高温天气>");
        check("-5℃", "<-5°c>");
        check("慰问 - 高温", "<慰问> <-> <高温>");
        check("新冠-19", "<新冠-19>");
    }

    #[test]
    fn alternatives_bind_closer() {
        check("慰问 快递员|骑手", "<慰问> <快递员|骑手>");
        check("快递员 ｜ 骑手 慰问", "<快递员|骑手> <慰问>");
        check("“a b”|c -d|e", "<a b|c> -<d|e>");
        check("a|", "<a|>");
        check("| a", "<|> <a>");
        check("a||b", "<a||b>");
    }

    #[test]
    fn what_was_read_is_found_again_in_what_was_typed() {
        let text = "慰问　快递员 ｜ “骑 手” -地区：渝北区 标题:清凉";
        let query = parse(text);
        let typed = query.clauses.iter().map(|c| &c.typed).chain(query.filters.iter().map(|f| &f.typed));
        let typed: Vec<&str> = typed.map(|at| &text[at.clone()]).collect();
        assert_eq!(typed, ["慰问", "快递员 ｜ “骑 手”", "标题:清凉", "-地区：渝北区"]);
    }

    #[test]
    fn filters() {
        check("地区:渝北区 类型：送清凉|慰问帮扶", "地区=渝北区 类型=送清凉|慰问帮扶");
        check("a -组织:“甲 乙”", "<a> -组织=甲 乙");
        check("標題:送清涼", "标题:<送清凉>");
        check("地区:", "<地区:>");
        check("时间:5月", "<时间:5月>");
    }
}
