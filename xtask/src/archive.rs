//! The invented archive as JSON: a corpus of the contract, to time views on, and a line an article, to time reading.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::generate::{Article, articles};

/// How much of a paragraph is kept, in characters.
const KEPT: usize = 90;

/// A corpus of so many activities: weekly pages whose every paragraph tells one. Bodies are short, since views are
/// timed here and not the search of long texts. The same for the same number.
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
    let bulletins: Vec<Value> = months.iter().map(|(month, articles)| bulletin(month, articles)).collect();
    let told: Vec<Value> = months.values().flatten().flat_map(activities_of).collect();
    json!({
        "format": "gongxun-corpus", "version": 1, "title": "虚构的资料库", "bulletins": bulletins, "activities": told,
    })
    .to_string()
}

/// An article as a CMS exports it: `{id, title, date, district, body}`.
pub(crate) fn line(article: &Article) -> String {
    json!({
        "id": id(article), "title": article.title, "date": article.date, "district": article.district.0,
        "body": article.paragraphs.join("\n"),
    })
    .to_string()
}

fn bulletin(month: &str, articles: &[Article]) -> Value {
    let written = |article: &Article| {
        let texts = article.activities.iter().map(|activity| kept(article, activity.paragraph, KEPT));
        json!({
            "id": id(article), "title": article.title, "date": date(&article.date),
            "paragraphs": texts.collect::<Vec<_>>(), "captions": [],
        })
    };
    json!({
        "id": format!("m{month}"), "file": format!("{month}.txt"), "title": format!("{month} 一周动态"),
        "publisher": "重庆市总工会", "region": "500000", "issued": format!("{month}-28"), "script": "hans",
        "articles": articles.iter().map(written).collect::<Vec<_>>(),
    })
}

fn activities_of(article: &Article) -> impl Iterator<Item = Value> {
    article.activities.iter().enumerate().map(|(at, activity)| {
        let (name, code) = activity.district;
        json!({
            "id": format!("{}-{at}", id(article)), "article": id(article),
            "at": {
                "part": "paragraph", "index": at, "range": [0, kept(article, activity.paragraph, KEPT).len()],
            },
            "title": kept(article, activity.paragraph, 14), "date": date(&activity.date),
            "places": [{ "adcode": code.to_string(), "name": name, "basis": "text" }],
            "types": [activity.kind], "audiences": [activity.audience],
        })
    })
}

fn id(article: &Article) -> String {
    format!("g{}", article.number)
}

fn date(day: &str) -> Value {
    json!({ "start": day, "end": day, "precision": "day", "basis": day })
}

/// How a paragraph begins.
fn kept(article: &Article, paragraph: usize, chars: usize) -> String {
    article.paragraphs.get(paragraph).map_or("", String::as_str).chars().take(chars).collect()
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
