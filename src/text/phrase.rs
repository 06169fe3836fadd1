//! A phrase whose blanks are filled: a language's words as data, without code for each of them. This module knows no
//! language; what is said stands in `data/words`.
//!
//! | in the phrase | becomes |
//! |---|---|
//! | `{count}` | the value of that name |
//! | `{count\|article\|articles}` | the first form where the value is 1, else the second |
//! | `[…]` | what is within, where none of the values in it is 0 or empty; else nothing |

/// What fills a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A number.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Value<'a> {
        Value::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number.into())
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Value::Number(number.into())
    }
}

/// A phrase with its blanks filled; `names`, parted by spaces, are those of the values in their order. A blank of
/// another name is left out.
///
/// ```
/// use gongxun::text::fill;
/// let phrase = "{articles} {articles|article|articles}[, {known} already here]";
/// assert_eq!(fill(phrase, "articles known", &[3_usize.into(), 0_usize.into()]), "3 articles");
/// assert_eq!(fill(phrase, "articles known", &[1_usize.into(), 1_usize.into()]), "1 article, 1 already here");
/// assert_eq!(fill("{name}：{count} 项", "name count", &["渝中区".into(), 2_usize.into()]), "渝中区：2 项");
/// ```
pub fn fill(phrase: &str, names: &str, values: &[Value<'_>]) -> String {
    let mut out = String::with_capacity(phrase.len());
    put(&mut out, phrase, names, values);
    out
}

/// Fills into `out`; whether all values were there.
fn put(out: &mut String, phrase: &str, names: &str, values: &[Value<'_>]) -> bool {
    let mut whole = true;
    let mut rest = phrase;
    while let Some(at) = rest.find(['{', '[']) {
        let (before, open) = rest.split_at(at);
        out.push_str(before);
        let close = if open.starts_with('{') { '}' } else { ']' };
        let Some((inner, after)) = open.get(1..).and_then(|open| open.split_once(close)) else {
            rest = open;
            break;
        };
        if close == ']' {
            let length = out.len();
            if !put(out, inner, names, values) {
                out.truncate(length);
            }
        } else {
            whole &= blank(out, inner, names, values);
        }
        rest = after;
    }
    out.push_str(rest);
    whole
}

/// Fills one blank; whether there was a value for it.
fn blank(out: &mut String, blank: &str, names: &str, values: &[Value<'_>]) -> bool {
    let mut parts = blank.split('|');
    let name = parts.next().unwrap_or_default();
    let at = names.split(' ').position(|other| other == name);
    match (at.and_then(|at| values.get(at)), parts.next()) {
        (Some(Value::Text(text)), _) => {
            out.push_str(text);
            !text.is_empty()
        }
        (Some(Value::Number(number)), None) => {
            out.push_str(&number.to_string());
            *number != 0
        }
        (Some(Value::Number(number)), Some(one)) => {
            out.push_str(if *number == 1 { one } else { parts.next().unwrap_or(one) });
            *number != 0
        }
        (None, _) => false,
    }
}

/// The names of a phrase's blanks, each as often as it stands there.
pub fn blanks(phrase: &str) -> impl Iterator<Item = &str> {
    let opened = phrase.split('{').skip(1);
    opened.filter_map(|text| text.split_once('}')?.0.split('|').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_leaves_its_part_out() {
        let phrase = "{days}：{count} 项[，最多的是{unit}，{most} 项][（{left} 项未计）]。";
        let names = "days count unit most left";
        let filled = |unit: &str, most: usize, left: usize| {
            fill(phrase, names, &["六月".into(), 9_usize.into(), unit.into(), most.into(), left.into()])
        };
        assert_eq!(filled("", 0, 0), "六月：9 项。");
        assert_eq!(filled("22日", 4, 0), "六月：9 项，最多的是22日，4 项。");
        assert_eq!(filled("", 0, 2), "六月：9 项（2 项未计）。");
    }

    #[test]
    fn marks_that_open_nothing_are_text() {
        assert_eq!(fill("a { b [ c", "", &[]), "a { b [ c");
        assert_eq!(fill("a | b", "", &[]), "a | b");
        assert_eq!(fill("{unknown}!", "name", &["x".into()]), "!");
        assert_eq!(blanks("{a} b [{c|d|e}]").collect::<Vec<_>>(), ["a", "c"]);
    }
}
