//! What a page says of itself: the title of the periodical, its publisher, the day of issue.

use crate::date::{Day, Now, Resolved, dates, resolve};
use crate::text::Reading;

/// What the lines about the issue say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Imprint {
    /// The title of the periodical or column.
    pub title: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The day of issue.
    pub issued: Option<Day>,
    /// The source that is named.
    pub source: Option<String>,
}

impl Imprint {
    /// Reads a line; the first that says something counts.
    pub(crate) fn read(&mut self, text: &Reading) {
        if self.issued.is_none() {
            self.issued = day_in(text);
        }
        let line = text.as_str();
        let value = |key: &str| {
            let rest = line.split_once(key)?.1.trim_start_matches([':', ' ', '|']);
            let value = rest.split([' ', '】', ')', '|']).next().unwrap_or("").trim();
            (!value.is_empty() && value.chars().count() <= 30).then(|| value.to_owned())
        };
        for key in ["来源:", "来源|", "文章来源", "信息来源", "稿源"] {
            if self.source.is_none() {
                self.source = value(key);
            }
        }
        for key in ["主办:", "主办单位:", "编印单位", "发布单位", "发布机构"] {
            if self.publisher.is_none() {
                self.publisher = value(key).filter(|name| name.contains("工会"));
            }
        }
        if self.publisher.is_none() && !line.contains([':', ',']) {
            self.publisher = publisher_in(line);
        }
    }

    /// Reads a line that heads the page.
    pub(crate) fn read_title(&mut self, line: &str) {
        if self.title.is_none() {
            self.title = Some(line.to_owned());
        }
    }
}

/// 重庆市总工会办公室编, 某县总工会主办
fn publisher_in(line: &str) -> Option<String> {
    let end = line.find("总工会")? + "总工会".len();
    let after = line.get(end..)?.trim_start();
    let says = ["编", "主办", "办公室", "印", "宣传"].iter().any(|word| after.starts_with(word));
    let name: String = line.get(..end)?.chars().rev().take_while(|c| c.is_alphabetic()).collect();
    let name: String = name.chars().rev().collect();
    (says && name.chars().count() <= 16).then_some(name)
}

/// A whole date in a line.
pub(crate) fn day_in(text: &Reading) -> Option<Day> {
    dates(text).iter().find_map(|words| match resolve(words.said, Now::default()) {
        Resolved::Span { span, year_inferred: false, .. } if span.start == span.end => Some(span.start),
        _ => None,
    })
}

/// Whether a line names a periodical: 工会简报, 工运信息.
pub(crate) fn is_periodical(text: &Reading) -> bool {
    let bare: String = text.chars().iter().filter(|c| c.is_alphabetic()).collect();
    let ends = [
        "简报",
        "通讯",
        "快报",
        "专报",
        "信息",
        "工运",
        "内刊",
        "动态",
        "快讯",
        "月报",
        "周报",
        "周刊",
        "导报",
        "工作交流",
    ];
    (4..=20).contains(&bare.chars().count())
        && ends.iter().any(|end| bare.ends_with(end))
        && bare.contains("工")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_about_the_issue() {
        let mut imprint = Imprint::default();
        for line in ["（第12期）", "某某市总工会办公室编 2024年7月31日", "来源：某某日报 阅读：12"]
        {
            imprint.read(&Reading::new(line));
        }
        assert_eq!(imprint.publisher.as_deref(), Some("某某市总工会"));
        assert_eq!(imprint.issued.map(|day| day.to_string()).as_deref(), Some("2024-07-31"));
        assert_eq!(imprint.source.as_deref(), Some("某某日报"));
        assert!(is_periodical(&Reading::new("工会工作简报")) && !is_periodical(&Reading::new("送清凉活动")));
    }
}
