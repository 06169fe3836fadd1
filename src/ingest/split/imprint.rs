//! What a page says of itself: the title of the periodical, its publisher, the day of issue.

use crate::corpus::Year;
use crate::date::{Day, Now, Precision, Resolved, Said, YearWord, dates, resolve};
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
    /// The year of issue, where the day is not given: 2021年第6期.
    pub year: Option<Year>,
}

impl Imprint {
    /// Reads a line; the first that says something counts.
    pub(crate) fn read(&mut self, text: &Reading) {
        if self.issued.is_none() {
            self.issued = day_in(text);
        }
        if self.year.is_none() {
            self.year = year_in(text);
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
    let says = ["编", "主办", "办公室", "印", "宣传"].iter().any(|word| after.starts_with(word))
        || PERIODICALS.iter().any(|word| after.contains(word))
        || after.starts_with(|c: char| c.is_ascii_digit());
    let name: String = line.get(..end)?.chars().rev().take_while(|c| c.is_alphabetic()).collect();
    let name: String = name.chars().rev().collect();
    (says && name.chars().count() <= 16).then_some(name)
}

/// A whole date in a line.
pub(crate) fn day_in(text: &Reading) -> Option<Day> {
    let found = dates(text);
    let whole = |said: Said| match resolve(said, Now::default()) {
        // A week that an issue covers (8月15日—8月21日) ends on its day of issue.
        Resolved::Span { span, precision: Precision::Day, year_inferred: false }
            if span.end.number() - span.start.number() <= 31 =>
        {
            Some(span.end)
        }
        _ => None,
    };
    let first = found.iter().position(|words| whole(words.said).is_some())?;
    // 2024.3.4-2024.3.10
    let last = found.get(first).zip(found.get(first + 1)).filter(|(one, next)| {
        let between = text.text(one.range.end..next.range.start.max(one.range.end));
        between.chars().count() <= 2 && ["-", "—", "~", "至"].iter().any(|mark| between.contains(mark))
    });
    let day = |i: usize| found.get(i).and_then(|words| whole(words.said));
    last.and_then(|_| day(first + 1)).or_else(|| day(first))
}

/// A year in a line about the issue.
fn year_in(text: &Reading) -> Option<Year> {
    dates(text).iter().find_map(|words| match words.said {
        Said::Year(YearWord::Number(value)) | Said::Months { year: YearWord::Number(value), .. } => {
            Some(Year { value, basis: text.as_str().chars().take(24).collect() })
        }
        _ => None,
    })
}

/// Ends of the names of periodicals.
const PERIODICALS: [&str; 20] = [
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
    "双周刊",
    "月刊",
    "季刊",
    "导报",
    "要闻",
    "工作交流",
    "一周综述",
    "大事记",
];

/// Whether a line names a periodical: 工会简报, 工运信息, or the trade unions of a place and nothing else
/// (衡阳工会).
pub(crate) fn is_periodical(text: &Reading) -> bool {
    let bare: String = text.chars().iter().filter(|c| c.is_alphabetic()).collect();
    let length = bare.chars().count();
    (4..=24).contains(&length) && PERIODICALS.iter().any(|end| bare.ends_with(end)) && bare.contains('工')
        || (4..=6).contains(&length) && bare.ends_with("工会") && !bare.ends_with("总工会")
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
