//! Ready articles, one JSON object a line: `{"id", "title", "date", "district", "body"}`, as a content system
//! exports them. Only `body` or `title` must be there.

use serde::Deserialize;

/// An article as a line gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Ready {
    /// The id, which is kept.
    #[serde(default)]
    pub id: Option<String>,
    /// The headline.
    #[serde(default)]
    pub title: Option<String>,
    /// The day of publication.
    #[serde(default)]
    pub date: Option<String>,
    /// The unit that it is about, by name or code.
    #[serde(default, alias = "region")]
    pub district: Option<String>,
    /// The text, paragraphs as lines.
    #[serde(default, alias = "text", alias = "content")]
    pub body: Option<String>,
}

/// Whether a file holds ready articles: by its name, or because its first line is such an object.
pub(crate) fn is_jsonl(file: &str, text: &str) -> bool {
    let first =
        text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let name = file.to_ascii_lowercase();
    let object = first.trim_start().starts_with('{');
    object
        && (name.ends_with(".jsonl")
            || name.ends_with(".ndjson")
            || serde_json::from_str::<Ready>(first).is_ok())
}

/// The articles of a text with the numbers of their lines; for a line that is none, why.
pub(crate) fn ready(text: &str) -> impl Iterator<Item = (usize, Result<Ready, String>)> + '_ {
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    lines.filter(|(_, line)| !line.trim().is_empty()).map(|(i, line)| {
        let read = serde_json::from_str::<Ready>(line).map_err(|error| {
            if error.is_eof() {
                "这一行没有写完".to_owned()
            } else {
                format!("第 {} 列读不懂", error.column())
            }
        });
        let read = read.and_then(|ready| match (&ready.title, &ready.body) {
            (None, None) => Err("没有 title，也没有 body".to_owned()),
            _ => Ok(ready),
        });
        (i + 1, read)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_article_or_says_why_not() {
        let text =
            "{\"id\":\"a1\",\"title\":\"送清凉\",\"body\":\"正文\"}\n\n{\"id\":\n{\"date\":\"2024-07-01\"}\n";
        assert!(is_jsonl("x.jsonl", text) && is_jsonl("x.txt", text) && !is_jsonl("x.txt", "{正文"));
        let got: Vec<(usize, bool)> = ready(text).map(|(line, read)| (line, read.is_ok())).collect();
        assert_eq!(got, [(1, true), (3, false), (4, false)]);
    }
}
