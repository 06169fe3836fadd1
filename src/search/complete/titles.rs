//! Titles that go on as typed. This module does not know other kinds of completions.

use super::spelling::{BEGINS, CONTAINS, Spelling};
use crate::search::ArticleIx;
use crate::search::index::{Index, Part, Pattern};

/// How many titles are offered at most.
const TITLES: usize = 2;

/// The titles that begin as typed, newest first; where these are few, those that sound so, then those that contain it.
/// Each with how it fits; of articles of one title the newest.
pub(super) fn titles(index: &Index, spelling: &Spelling<'_>) -> Vec<(u8, ArticleIx, String)> {
    let pattern = index.pattern(spelling.typed);
    let long = pattern.as_ref().filter(|_| spelling.long);
    let ways: [&mut dyn Iterator<Item = (u8, u32)>; 3] = [
        &mut pattern.iter().flat_map(|typed| beginning(index, typed)),
        &mut Some(spelling).filter(|spelling| spelling.by_sound).into_iter().flat_map(|s| sounding(index, s)),
        &mut long.into_iter().flat_map(|typed| holding(index, typed)),
    ];
    let mut titles: Vec<(u8, ArticleIx, String)> = Vec::new();
    for way in ways {
        let enough = titles.len() + TITLES;
        for (fit, doc) in way {
            let (Some(&article), Some(title)) = (index.order.get(doc as usize), index.fields(doc).next())
            else {
                continue;
            };
            if title != spelling.typed && titles.iter().all(|(.., other)| *other != title) {
                titles.push((fit, article, title));
            }
            if titles.len() == enough {
                break;
            }
        }
        if titles.len() >= TITLES {
            break;
        }
    }
    titles.sort_by_key(|(fit, ..)| *fit);
    titles.truncate(TITLES);
    titles
}

fn beginning(index: &Index, typed: &Pattern) -> impl Iterator<Item = (u8, u32)> {
    (0..index.docs()).filter(|doc| index.texts.begins(*doc, typed)).map(|doc| (BEGINS, doc))
}

/// Titles are many: only one that begins with the right letter is spelt out, and no more of it than is typed.
fn sounding(index: &Index, spelling: &Spelling<'_>) -> impl Iterator<Item = (u8, u32)> {
    let reach = spelling.typed.chars().count() + 1;
    let chars = index.alphabet.chars();
    let mut may_begin: Vec<Option<bool>> = vec![None; chars.len()];
    (0..index.docs()).filter_map(move |doc| {
        let first = (index.alphabet.first(index.texts.bytes_from(doc))? as usize).checked_sub(1)?;
        let may = may_begin.get_mut(first)?;
        let right = || spelling.readings.first_letters(chars[first]) & spelling.letter != 0;
        if !*may.get_or_insert_with(right) {
            return None;
        }
        let title: String = index.fields(doc).next()?.chars().take(reach).collect();
        Some((spelling.by_sound(&title)?, doc))
    })
}

fn holding(index: &Index, typed: &Pattern) -> impl Iterator<Item = (u8, u32)> {
    let docs = index.candidates(typed).docs().to_vec();
    let holds = |doc: &u32| index.texts.find(index.texts.range(*doc, Part::Title), typed).is_some();
    docs.into_iter().filter(holds).map(|doc| (CONTAINS, doc))
}
