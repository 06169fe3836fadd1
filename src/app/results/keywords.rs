//! Words that tell the listed articles from all others (常见词), to narrow a question by. Looked for apart from the
//! other results and later, because they take a reading of the articles.

use super::Results;
use crate::app::archive::Archive;
use crate::app::url::Address;
use crate::search::{ArticleIx, parse};

/// Fewer articles are read sooner than words about them.
const FEWEST: usize = 3;
/// How many words are offered.
const OFFERED: usize = 8;

/// The words, most telling first; none where nothing was asked or little was found.
pub fn keywords(archive: &Archive, results: &Results, address: &Address) -> Vec<String> {
    if !address.narrows() || results.found.relaxed || results.hits.len() < FEWEST {
        return Vec::new();
    }
    let articles: Vec<ArticleIx> = results.hits.iter().map(|hit| hit.article).collect();
    let asked = parse(&address.q);
    // A unit that was chosen, or a word that was typed, tells nothing new.
    let chosen = address.places.iter().map(|place| archive.name(*place));
    let known: Vec<String> = asked.wanted().map(|term| term.folded.clone()).chain(chosen).collect();
    let new = |word: &String| !known.iter().any(|known| known.contains(word.as_str()));
    let words = archive.engine.keywords(&articles, OFFERED + known.len() * 2).into_iter().map(|one| one.word);
    words.filter(new).take(OFFERED).collect()
}
