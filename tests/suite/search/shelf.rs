//! What was added here is found with the archive: the same as in one index over all.

use gongxun::corpus::Corpus;
use std::sync::Arc;

use gongxun::search::{Engine, Filter, SLICE, parse, put_behind, select, slices};

use super::generated::generated;
use super::segmenter;

/// The first articles as the archive, the others as what was added.
fn parted(corpus: &Corpus, first: usize) -> (Corpus, Corpus) {
    let (mut archive, mut added) = (corpus.clone(), corpus.clone());
    added.bulletins[0].articles.drain(..first);
    archive.bulletins[0].articles.truncate(first);
    for part in [&mut archive, &mut added] {
        let here: Vec<_> = part.articles().map(|(_, article)| article.id.clone()).collect();
        part.activities.retain(|activity| here.contains(&activity.article));
    }
    (archive, added)
}

#[test]
fn what_was_added_is_found_with_the_archive() {
    let corpus = generated(5, 120);
    let (archive, added) = parted(&corpus, 80);
    let mut parts = Vec::new();
    let cut = slices(&added);
    let mut joined = archive.clone();
    assert!(cut.len() > 2);
    for slice in &cut {
        parts.push(Arc::new(Engine::build_behind(slice, segmenter())));
        put_behind(&mut joined, slice.clone());
    }
    assert_eq!(joined, corpus);
    let shelf = Engine::build(&archive, segmenter()).with(&parts, &joined);
    let whole = Engine::build(&corpus, segmenter());
    let filter = Filter { places: vec!["500112".parse().unwrap()], ..Filter::default() };
    for query in ["", "总工会", "渝北区", "工 -会", "职工|活动 类型:技能竞赛", "不见于此的话", "标题:总工会"]
    {
        let query = parse(query);
        for filter in [&Filter::default(), &filter] {
            let found = shelf.find(&query);
            let selected = select(shelf.columns(), &found, filter);
            let expected = whole.find(&query);
            let expected_selection = select(whole.columns(), &expected, filter);
            let sorted = |mut numbers: Vec<u32>| {
                numbers.sort_unstable();
                numbers
            };
            assert_eq!(found.relaxed, expected.relaxed, "{query:?}");
            assert_eq!(found.narrowings, expected.narrowings, "{query:?}");
            let (found, expected) = (super::articles(&found), super::articles(&expected));
            assert_eq!(sorted(found), sorted(expected), "{query:?}");
            let activities = |of: &gongxun::search::Selection| -> Vec<u32> {
                of.activities.iter().map(|at| at.0).collect()
            };
            assert_eq!(activities(&selected), activities(&expected_selection), "{query:?}");
        }
    }
}

#[test]
fn slices_are_small_and_lose_nothing() {
    let corpus = generated(6, 60);
    let cut = slices(&corpus);
    let ids = |corpus: &Corpus| -> Vec<String> {
        corpus.articles().map(|(_, article)| article.id.to_string()).collect()
    };
    assert_eq!(cut.iter().flat_map(ids).collect::<Vec<_>>(), ids(&corpus));
    assert_eq!(cut.iter().map(|slice| slice.activities.len()).sum::<usize>(), corpus.activities.len());
    for slice in &cut {
        let size: usize = slice
            .articles()
            .map(|(_, a)| a.title.len() + a.paragraphs.iter().map(String::len).sum::<usize>())
            .sum();
        assert!(size <= SLICE || slice.articles().count() == 1);
    }
    assert!(slices(&Corpus::new("")).is_empty());
}
