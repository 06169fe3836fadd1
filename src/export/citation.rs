//! Citations (引文) in the form that Chinese office papers use.

use crate::corpus::{Article, At, Bulletin, Part};

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
    let mut out = place_of(bulletin, article);
    out.push('。');
    if let Some(url) = bulletin.source.as_ref().and_then(|source| source.url.as_deref()) {
        out.push_str(url);
    }
    out
}

/// How to cite one activity: the sentence that tells of it, then its article as [`citation`] has it, without the
/// address: a link to the activity itself is the caller's to add.
///
/// ```
/// # use gongxun::corpus::{Activity, Article, At, Bulletin, BulletinId, Part, Script, Source};
/// # let bulletin = Bulletin { id: BulletinId::from("b"), file: "a.txt".into(), title: None,
/// #     publisher: Some("重庆市总工会".into()), region: None, issued: "2024-07-31".parse().ok(), year: None,
/// #     script: Script::Hans, source: Some(Source { name: "重庆晨报 2024-07-31".into(), url: None }), articles: vec![] };
/// # let text = "7月22日，某区总工会送清凉。参加的有四十人。";
/// # let article = Article { id: "a".into(), title: "一周动态".into(), subtitle: None, section: None, byline: None,
/// #     date: None, region: None, paragraphs: vec![text.into()], captions: vec![], edits: vec![] };
/// # let at = At { part: Part::Paragraph, index: 0, range: [0, text.len()] };
/// let citation = gongxun::export::record_citation(&bulletin, &article, &at);
/// assert_eq!(citation, "“7月22日，某区总工会送清凉。”（重庆市总工会：《一周动态》，重庆晨报 2024-07-31）");
/// ```
pub fn record_citation(bulletin: &Bulletin, article: &Article, at: &At) -> String {
    let text = match at.part {
        Part::Title => Some(&article.title),
        Part::Subtitle => article.subtitle.as_ref(),
        Part::Paragraph => article.paragraphs.get(at.index),
        Part::Caption => article.captions.get(at.index).map(|caption| &caption.text),
    };
    let passage = text.and_then(|text| text.get(at.range[0]..at.range[1])).unwrap_or_default().trim();
    // Quotation marks within quotation marks.
    let sentence = first_sentence(passage).replace('“', "‘").replace('”', "’");
    format!("“{sentence}”（{}）", place_of(bulletin, article))
}

/// Up to the first full stop, with the quotation mark that may follow it.
fn first_sentence(passage: &str) -> &str {
    let mut ended = false;
    for (at, c) in passage.char_indices() {
        if ended && !matches!(c, '”' | '’' | '）' | '。' | '！' | '？') {
            return passage.get(..at).unwrap_or(passage);
        }
        ended |= matches!(c, '。' | '！' | '？');
    }
    passage
}

/// Who, what, where it was printed and when, each once.
fn place_of(bulletin: &Bulletin, article: &Article) -> String {
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
        // Names of sources often carry it, in one form or the other.
        if !out.contains(&date) && !out.contains(&day.to_string()) {
            out.push('，');
            out.push_str(&date);
        }
    }
    out
}

/// The first words of an article without a headline.
fn opening(article: &Article) -> String {
    let text = article.paragraphs.first().map_or("", String::as_str);
    let head: String = text.chars().take(16).collect();
    if head.len() < text.len() { head + "……" } else { head }
}
