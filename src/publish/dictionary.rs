//! The segmenter's dictionary of a corpus: what of the whole dictionary its texts need.

use crate::corpus::{Article, Corpus};
use crate::text::{dict, fold};

/// The part of a dictionary that cuts the texts of a corpus as the whole does.
///
/// ```
/// use gongxun::{corpus::Corpus, publish::dictionary};
/// assert_eq!(dictionary(&Corpus::new("空"), "工会 5\n职工 3\n"), "\u{E000} 8\n");
/// ```
pub fn dictionary(corpus: &Corpus, full: &str) -> String {
    let articles = corpus.articles().flat_map(|(_, article)| texts(article));
    let titles = corpus.activities.iter().map(|activity| activity.title.as_str());
    let folded: Vec<String> = articles.chain(titles).map(|text| fold(text).text).collect();
    dict::subset(full, folded.iter().map(String::as_str))
}

fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let heads = [Some(&article.title), article.subtitle.as_ref(), article.section.as_ref()];
    let captions = article.captions.iter().map(|caption| &caption.text);
    heads.into_iter().flatten().chain(&article.paragraphs).chain(captions).map(String::as_str)
}
