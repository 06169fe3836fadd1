//! The dictionary that a corpus needs: with it the browser cuts the corpus' texts as the whole dictionary does.

use crate::corpus::Corpus;
use crate::text::{dict, fold};

/// The part of `full` that occurs in the corpus' folded texts; see [`dict::subset`].
///
/// ```
/// use gongxun::corpus::Corpus;
/// use gongxun::publish::dictionary;
///
/// assert_eq!(dictionary(&Corpus::new("劳模风采"), "劳模 5\n工会 9\n"), "劳模 5\n\u{E000} 9\n");
/// ```
pub fn dictionary(corpus: &Corpus, full: &str) -> String {
    let articles = corpus.articles().flat_map(|(_, article)| {
        let headings = [Some(&article.title), article.subtitle.as_ref(), article.section.as_ref()];
        let captions = article.captions.iter().map(|caption| &caption.text);
        headings.into_iter().flatten().chain(&article.paragraphs).chain(captions)
    });
    let activities = corpus.activities.iter().map(|activity| &activity.title);
    let texts: Vec<String> = std::iter::once(&corpus.title)
        .chain(corpus.bulletins.iter().filter_map(|bulletin| bulletin.title.as_ref()))
        .chain(articles)
        .chain(activities)
        .map(|text| fold(text).text)
        .collect();
    dict::subset(full, texts.iter().map(String::as_str))
}
