//! The optional head of a text between two lines of `---`: title, publisher, date, region, source, link.

use super::finding;
use crate::corpus::{Diagnostic, Source};
use crate::date::{Day, Now, Resolved, dates, resolve};
use crate::place::{Adcode, Here, mentions};
use crate::text::Reading;

/// What the head says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub issued: Option<Day>,
    pub region: Option<Adcode>,
    pub source: Option<Source>,
    /// The line after the head, from 1.
    pub body: usize,
}

/// A head longer than this is none.
const LONGEST: usize = 60;

/// Reads the head of a text, if it has one.
pub(crate) fn front_matter(file: &str, text: &str, found: &mut Vec<Diagnostic>) -> FrontMatter {
    let mut head = FrontMatter { body: 1, ..FrontMatter::default() };
    let is_fence = |line: &str| line.trim().len() >= 3 && line.trim().chars().all(|c| c == '-');
    let mut lines = text.lines().enumerate().skip_while(|(_, line)| line.trim().is_empty());
    let Some((start, _)) = lines.next().filter(|(_, line)| is_fence(line)) else { return head };
    let rest: Vec<(usize, &str)> = lines.take(LONGEST).collect();
    let Some(length) = rest.iter().position(|(_, line)| is_fence(line)) else {
        if rest.iter().take(3).any(|(_, line)| key_of(line).is_some()) {
            found.push(finding::front_matter_open(file));
        }
        head.body = start + 1;
        return head;
    };
    let (mut name, mut url) = (None, None);
    for &(i, line) in rest.iter().take(length) {
        if line.trim().is_empty() {
            continue;
        }
        let Some((key, value)) = key_of(line) else {
            found.push(finding::front_matter_line(file, i + 1, line.trim()));
            continue;
        };
        if value.is_empty() {
            continue;
        }
        match key {
            "title" => head.title = Some(value.to_owned()),
            "publisher" => head.publisher = Some(value.to_owned()),
            "date" => match day_of(value) {
                Some(day) => head.issued = Some(day),
                None => found.push(finding::front_matter_date(file, i + 1, value)),
            },
            "region" => match region_of(value) {
                Some(code) => head.region = Some(code),
                None => found.push(finding::front_matter_region(file, i + 1, value)),
            },
            "source" => name = Some(value.to_owned()),
            _ => url = Some(value.to_owned()),
        }
    }
    if name.is_some() || url.is_some() {
        let name = name.or_else(|| url.clone()).unwrap_or_default();
        head.issued = head.issued.or_else(|| day_of(&name));
        head.source = Some(Source { name, url });
    }
    head.body = rest.get(length).map_or(1, |(i, _)| i + 2);
    head
}

fn key_of(line: &str) -> Option<(&'static str, &str)> {
    let (key, value) = line.split_once([':', '：'])?;
    let key = match key.trim().to_lowercase().as_str() {
        "标题" | "標題" | "title" => "title",
        "发布" | "發布" | "發佈" | "发布单位" | "publisher" => "publisher",
        "日期" | "date" => "date",
        "地区" | "地區" | "region" => "region",
        "来源" | "來源" | "source" => "source",
        "链接" | "鏈接" | "連結" | "url" | "link" => "url",
        _ => return None,
    };
    let value = value.split(" #").next().unwrap_or(value);
    Some((key, value.trim().trim_matches(['"', '\''])))
}

/// A whole date: `2024-07-31`, `2024年7月31日`.
pub(crate) fn day_of(value: &str) -> Option<Day> {
    let words = dates(&Reading::new(value));
    words.iter().find_map(|words| match resolve(words.said, Now::default()) {
        Resolved::Span { span, year_inferred: false, .. } if span.start == span.end => Some(span.start),
        _ => None,
    })
}

/// A region by code or by a name that is not ambiguous.
pub(crate) fn region_of(value: &str) -> Option<Adcode> {
    if let Ok(code) = value.parse::<Adcode>() {
        return crate::place::unit(code).map(|unit| unit.code);
    }
    let text = Reading::new(value);
    mentions(&text).last().and_then(|mention| crate::place::resolve(mention, Here::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_read() {
        let text =
            "---\n标题：一周动态\npublisher: 重庆市总工会\n日期: 2024年7月31日\n地区: 重庆市\n---\n正文";
        let mut found = Vec::new();
        let head = front_matter("a.txt", text, &mut found);
        assert_eq!(head.title.as_deref(), Some("一周动态"));
        assert_eq!(head.issued.map(|day| day.to_string()).as_deref(), Some("2024-07-31"));
        assert_eq!(head.region.map(Adcode::number), Some(500_000));
        assert_eq!((head.body, found.len()), (7, 0));
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_read() {
        let mut found = Vec::new();
        let head = front_matter(
            "a.txt",
            "---\n日期: 13月45日\n乱写\n地区: 江北区\n发布: 市总\n---\n正文",
            &mut found,
        );
        let codes: Vec<&str> = found.iter().map(|d| d.code.as_str()).collect();
        assert_eq!(codes, ["front-matter-date", "front-matter", "front-matter-region"]);
        assert_eq!((head.publisher.as_deref(), head.body), (Some("市总"), 7));
        found.clear();
        let head = front_matter("a.txt", "---\n标题: 甲\n正文", &mut found);
        assert_eq!((head.body, found.len()), (1, 1));
    }
}
