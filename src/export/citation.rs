//! Citations (引文) in the form that Chinese office papers use.

use crate::corpus::{Article, Bulletin};

/// How to cite an article: publisher, title, where it was printed, when, and the address if there is one.
/// What the bulletin does not say is left out.
///
/// ```
/// # use gongxun::corpus::{Article, Bulletin, BulletinId, Script, Source};
/// # let bulletin = Bulletin { id: BulletinId::from("b"), file: "a.txt".into(), title: None,
/// #     publisher: Some("重庆市总工会".into()), region: None, issued: "2024-07-31".parse().ok(), year: None,
/// #     script: Script::Hans, source: Some(Source { name: "重庆晨报".into(), url: None }), articles: vec![] };
/// # let article = Article { id: "a".into(), title: "一周动态".into(), subtitle: None, section: None, byline: None,
/// #     date: None, region: None, paragraphs: vec![], captions: vec![], edits: vec![] };
/// let citation = gongxun::export::citation(&bulletin, &article);
/// assert_eq!(citation, "重庆市总工会：《一周动态》，重庆晨报，2024年7月31日。");
/// ```
pub fn citation(bulletin: &Bulletin, article: &Article) -> String {
    let mut out = String::new();
    if let Some(author) = article.byline.as_deref().or(bulletin.publisher.as_deref()) {
        out.push_str(author);
        out.push('：');
    }
    let title = if article.title.is_empty() { opening(article) } else { article.title.clone() };
    out.push('《');
    out.push_str(&title);
    out.push('》');
    let source = bulletin.source.as_ref().map(|source| source.name.as_str()).or(bulletin.title.as_deref());
    if let Some(name) = source {
        out.push('，');
        out.push_str(name);
    }
    if let Some(day) = bulletin.issued {
        let date = format!("{}年{}月{}日", day.year(), day.month(), day.day());
        if !out.contains(&date) {
            out.push('，');
            out.push_str(&date);
        }
    }
    out.push('。');
    if let Some(url) = bulletin.source.as_ref().and_then(|source| source.url.as_deref()) {
        out.push_str(url);
    }
    out
}

/// The first words of an article without a headline.
fn opening(article: &Article) -> String {
    let text = article.paragraphs.first().map_or("", String::as_str);
    let head: String = text.chars().take(16).collect();
    if head.len() < text.len() { head + "……" } else { head }
}
