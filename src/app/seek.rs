//! TEMPORARY stand-in for `search` until its interface commit lands.
#![allow(missing_docs)]
use super::archive::Archive;
use super::url::Address;
use crate::corpus::Article;
use crate::search::{ActivityIx, ArticleIx};
use std::ops::Range;

pub struct Found {
    pub articles: Vec<ArticleIx>,
    pub relaxed: bool,
    pub words: Vec<String>,
}
fn texts(a: &Article) -> impl Iterator<Item = &str> {
    std::iter::once(a.title.as_str())
        .chain(a.paragraphs.iter().map(String::as_str))
        .chain(a.captions.iter().map(|c| c.text.as_str()))
}
pub fn find(archive: &Archive, q: &str) -> Found {
    let words: Vec<String> = q.split_whitespace().map(str::to_owned).collect();
    let all: Vec<ArticleIx> = (0..archive.figures.articles as u32).map(ArticleIx).collect();
    let hit = |ix: &ArticleIx, w: &String| {
        archive.article(*ix).is_some_and(|(_, a)| texts(a).any(|t| t.contains(w.as_str())))
    };
    let strict: Vec<_> = all.iter().copied().filter(|ix| words.iter().all(|w| hit(ix, w))).collect();
    if strict.is_empty() && words.len() > 1 {
        let articles: Vec<_> = all.into_iter().filter(|ix| words.iter().any(|w| hit(ix, w))).collect();
        return Found { articles, relaxed: true, words };
    }
    Found { articles: strict, relaxed: false, words }
}
pub fn select(archive: &Archive, found: &Found, f: &Address) -> Vec<(ArticleIx, Vec<ActivityIx>)> {
    let mut out = vec![];
    for &ix in &found.articles {
        let Some((b, a)) = archive.article(ix) else { continue };
        if !f.sources.is_empty() && !f.sources.contains(&b.id.0) {
            continue;
        }
        let acts: Vec<_> = archive
            .activities_of(ix)
            .iter()
            .copied()
            .filter(|&x| {
                let Some(v) = archive.activity(x) else { return false };
                let p = a.passage(&v.at).unwrap_or("");
                let single = archive.activities_of(ix).len() == 1;
                (single
                    || found.words.iter().all(|w| {
                        p.contains(w.as_str()) || v.title.contains(w.as_str()) || a.title.contains(w.as_str())
                    }))
                    && (f.places.is_empty()
                        || v.places.iter().any(|p| f.places.iter().any(|c| c.contains(p.adcode))))
                    && (f.types.is_empty()
                        || f.types.iter().any(|t| v.types.contains(t) || v.subtypes.contains(t)))
                    && (f.audiences.is_empty() || f.audiences.iter().any(|t| v.audiences.contains(t)))
                    && (f.organisers.is_empty() || f.organisers.iter().any(|t| v.organisers.contains(t)))
                    && (f.from.is_none() && f.to.is_none()
                        || v.date.as_ref().is_some_and(|d| {
                            f.from.is_none_or(|x| d.end >= x) && f.to.is_none_or(|x| d.start <= x)
                        }))
            })
            .collect();
        let rest = Address { sources: vec![], ..f.clone() };
        if acts.is_empty() && rest.filters() {
            continue;
        }
        out.push((ix, acts));
    }
    out
}
pub fn marks(text: &str, found: &Found) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = found
        .words
        .iter()
        .flat_map(|w| text.match_indices(w.as_str()).map(|(i, m)| i..i + m.len()))
        .collect();
    out.sort_by_key(|r| r.start);
    out.dedup_by(|b, a| b.start < a.end);
    out
}
pub fn snippet(a: &Article, found: &Found, max: usize) -> (String, Vec<Range<usize>>) {
    let best = a.paragraphs.iter().find(|p| !marks(p, found).is_empty()).or(a.paragraphs.first());
    let Some(p) = best else { return (String::new(), vec![]) };
    let first = marks(p, found).first().map_or(0, |r| r.start);
    let from = p[..first].char_indices().rev().nth(24).map_or(0, |(i, _)| i);
    let text: String = p[from..].chars().take(max).collect();
    let text = if from > 0 { format!("……{text}") } else { text };
    let m = marks(&text, found);
    (text, m)
}
