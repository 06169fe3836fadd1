//! The archive that is searched: the digest and the invented bulletins.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use gongxun::corpus::Corpus;
use gongxun::ingest::{Options, read as ingest};
use gongxun::text::fold;

/// The archive, and what its articles are told apart by.
pub(crate) struct Archive {
    pub(crate) corpus: Corpus,
    /// For each article its bulletin and its folded text.
    texts: Vec<(String, String)>,
}

/// Reads `data/bulletins` and each folder of `tests/fixtures/bulletins`; a bulletin is called by its folder.
pub(crate) fn read() -> anyhow::Result<Archive> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for path in inside(&root.join("data/bulletins"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, fs::read(&path)?));
    }
    for half in inside(&root.join("tests/fixtures/bulletins"))?.iter().filter(|path| path.is_dir()) {
        for folder in inside(half)?.iter().filter(|path| path.is_dir()) {
            let input = inside(folder)?.into_iter().find(|path| path.file_stem() == Some("input".as_ref()));
            let Some(input) = input else { continue };
            let kind = input.extension().unwrap_or_default().to_string_lossy().into_owned();
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((format!("{name}.{kind}"), fs::read(&input)?));
        }
    }
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let (corpus, _) = ingest(&files, &Options::default());
    let corpus = cut(corpus);
    let texts = corpus.articles().map(|(bulletin, article)| {
        let name = bulletin.file.rsplit_once('.').map_or(bulletin.file.as_str(), |(name, _)| name);
        let text = [&article.title].into_iter().chain(&article.paragraphs).map(|field| fold(field).text);
        (name.to_owned(), text.collect::<Vec<_>>().join("\n"))
    });
    Ok(Archive { texts: texts.collect(), corpus })
}

/// Articles that tell of several activities, cut by paragraphs.
fn cut(mut corpus: Corpus) -> Corpus {
    for bulletin in &mut corpus.bulletins {
        let mut pieces = Vec::new();
        for article in std::mem::take(&mut bulletin.articles) {
            let told = corpus.activities.iter().filter(|activity| activity.article == article.id).count();
            if told < 2 {
                pieces.push(article);
                continue;
            }
            for (at, paragraph) in article.paragraphs.iter().enumerate() {
                let mut piece = article.clone();
                piece.id = format!("{}-{at}", article.id).as_str().into();
                piece.paragraphs = vec![paragraph.clone()];
                piece.captions.clear();
                piece.edits.clear();
                pieces.push(piece);
            }
        }
        bulletin.articles = pieces;
    }
    corpus.activities.clear();
    corpus
}

/// Without marks and spaces, which cleaning may have changed.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn inside(dir: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

impl Archive {
    /// The articles of a bulletin in which words stand.
    pub(crate) fn with(&self, bulletin: &str, words: &str) -> Vec<usize> {
        let words = letters(&fold(words).text);
        let holds = |(name, text): &(String, String)| name == bulletin && letters(text).contains(&words);
        (0..self.texts.len()).filter(|&at| holds(&self.texts[at])).collect()
    }

    /// An article in a line.
    pub(crate) fn shown(&self, at: usize) -> String {
        let (bulletin, text) = &self.texts[at];
        let (title, body) = text.split_once('\n').unwrap_or((text, ""));
        let body: String = body.chars().take(110).collect();
        format!("{bulletin}\t{title}\t{body}")
    }
}
