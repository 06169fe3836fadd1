//! Bulletin bytes → articles and activities, with diagnostics: decode, clean, split, extract. This module
//! never fails on bad input and does not touch the disk.

mod anniversaries;
pub mod charset;
mod clean;
mod decode;
mod edited;
mod extract;
mod finding;
mod formats;
mod front_matter;
mod lines;
mod outlook;
mod page_words;
mod privacy;
mod read;
mod ready;
mod record;
mod region;
mod same;
mod split;
mod year;

pub use read::{Context, ReadBulletin, read_bulletin};
pub use same::{Likeness, likeness, link_reports};

use crate::corpus::{Corpus, Diagnostic, IdMaker};
use crate::date::Day;
use crate::text::fold;

/// How files are read into a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name of the collection.
    pub title: String,
    /// What to go by where a bulletin does not say it.
    pub context: Context,
}

/// Reads files into a corpus. Bulletins are ordered by day of issue and file name, whatever the order in
/// which the files come; the same files give the same corpus.
///
/// ```
/// use gongxun::ingest::{Options, read};
///
/// let text = "市总工会开展送清凉活动\n\n2024年7月3日，巴南区总工会走进工地，慰问一线职工。";
/// let (corpus, diagnostics) = read(&[("a.txt", text.as_bytes()), ("b.txt", b"")], &Options::default());
/// assert_eq!(corpus.bulletins.len(), 1);
/// assert_eq!(diagnostics[0].code, "empty");
/// ```
pub fn read(files: &[(&str, &[u8])], options: &Options) -> (Corpus, Vec<Diagnostic>) {
    let mut files: Vec<&(&str, &[u8])> = files.iter().collect();
    files.sort();
    let mut all = Vec::new();
    let mut found = Vec::new();
    for (name, bytes) in files {
        let (read, diagnostics) = read_bulletin(name, bytes, &options.context);
        all.extend(read);
        found.extend(diagnostics);
    }
    let mut corpus = corpus(all, &options.title);
    found.extend(link_reports(&mut corpus));
    (corpus, found)
}

/// Puts bulletins that were read together into a corpus, in order, and gives out the ids.
pub fn corpus(mut all: Vec<ReadBulletin>, title: &str) -> Corpus {
    let order =
        |read: &ReadBulletin| -> (Option<Day>, String) { (read.bulletin.issued, read.bulletin.file.clone()) };
    all.sort_by_cached_key(order);
    let mut ids = IdMaker::default();
    let mut corpus = Corpus::new(title);
    for mut read in all {
        let bulletin = &mut read.bulletin;
        let publisher = bulletin.publisher.clone().unwrap_or_default();
        let name = fold(bulletin.title.as_ref().unwrap_or(&bulletin.file)).text;
        bulletin.id = ids.bulletin(&publisher, bulletin.issued, &name);
        for (article, given) in bulletin.articles.iter_mut().zip(&read.given_ids) {
            let day = article.date.as_ref().map(|date| date.start);
            article.id = match given {
                Some(given) => ids.given_article(given),
                None => ids.article(&publisher, day, &fold(&article.title).text),
            };
        }
        for (place, mut activity) in read.activities {
            let Some(article) = bulletin.articles.get(place) else { continue };
            activity.article = article.id.clone();
            let passage = article.passage(&activity.at).unwrap_or("");
            activity.id = ids.activity(&article.id, &fold(passage).text);
            corpus.activities.push(activity);
        }
        corpus.bulletins.push(read.bulletin);
    }
    corpus
}
