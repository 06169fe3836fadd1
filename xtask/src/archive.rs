//! The invented archive as a corpus of the contract, to time views on: weekly pages whose every paragraph tells an
//! activity. Bodies are short, since views are timed here and not the search of long texts.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::generate::{Article, articles};

/// How much of a paragraph is kept, in characters.
const KEPT: usize = 90;

/// A corpus of so many activities, as JSON. The same for the same number.
pub(crate) fn corpus(dict: &str, activities: usize) -> String {
    let mut left = activities;
    let mut months: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for mut article in articles(dict, 7, usize::MAX) {
        article.activities.truncate(left);
        left -= article.activities.len();
        if !article.activities.is_empty() {
            months.entry(article.date[..7].to_owned()).or_default().push(article);
        }
        if left == 0 {
            break;
        }
    }
    let mut told = String::new();
    let bulletins: Vec<String> =
        months.iter().map(|(month, articles)| bulletin(month, articles, &mut told)).collect();
    format!(
        "{{\"format\":\"gongxun-corpus\",\"version\":1,\"title\":\"虚构的资料库\",\"bulletins\":[{}],\"activities\":[{}]}}",
        bulletins.join(","),
        told.trim_end_matches(',')
    )
}

fn bulletin(month: &str, articles: &[Article], told: &mut String) -> String {
    let written: Vec<String> = articles.iter().map(|article| written(article, told)).collect();
    format!(
        "{{\"id\":\"m{month}\",\"file\":\"{month}.txt\",\"title\":\"{month} 一周动态\",\"publisher\":\"重庆市总工会\",\
         \"region\":\"500000\",\"issued\":\"{month}-28\",\"script\":\"hans\",\"articles\":[{}]}}",
        written.join(",")
    )
}

fn written(article: &Article, told: &mut String) -> String {
    let id = format!("g{}", article.number);
    let date = |day: &str| {
        format!("{{\"start\":\"{day}\",\"end\":\"{day}\",\"precision\":\"day\",\"basis\":\"{day}\"}}")
    };
    let mut paragraphs = Vec::new();
    for (at, activity) in article.activities.iter().enumerate() {
        let words = article.paragraphs.get(activity.paragraph).map_or("", String::as_str);
        let text: String = words.chars().take(KEPT).collect();
        let title: String = words.chars().take(14).collect();
        let (name, code) = activity.district;
        // Writing to a string cannot fail.
        let _ = write!(
            told,
            "{{\"id\":\"{id}-{at}\",\"article\":\"{id}\",\"at\":{{\"part\":\"paragraph\",\"index\":{at},\"range\":[0,{}]}},\
             \"title\":\"{}\",\"date\":{},\"places\":[{{\"adcode\":\"{code}\",\"name\":\"{name}\",\"basis\":\"text\"}}],\
             \"types\":[\"{}\"],\"audiences\":[\"{}\"]}},",
            text.len(),
            escaped(&title),
            date(&activity.date),
            activity.kind,
            activity.audience,
        );
        paragraphs.push(format!("\"{}\"", escaped(&text)));
    }
    format!(
        "{{\"id\":\"{id}\",\"title\":\"{}\",\"date\":{},\"paragraphs\":[{}],\"captions\":[]}}",
        escaped(&article.title),
        date(&article.date),
        paragraphs.join(",")
    )
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_many_activities_as_asked_for() {
        let corpus = super::corpus("工会 9\n职工 7\n慰问 5\n", 25);
        assert_eq!(corpus.matches("\"range\"").count(), 25);
        assert_eq!(corpus, super::corpus("工会 9\n职工 7\n慰问 5\n", 25));
    }
}
