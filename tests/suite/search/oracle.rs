//! The engine beside a brute-force reading of the rules, over an invented archive.

use std::sync::OnceLock;

use gongxun::corpus::{Article, Corpus};
use gongxun::search::{Engine, parse};
use gongxun::text::fold;
use proptest::prelude::*;
use proptest::sample::Index;

use super::generated::generated;
use super::segmenter;

struct Archive {
    corpus: Corpus,
    engine: Engine,
    /// The folded fields of each article, the title first.
    fields: Vec<Vec<String>>,
    /// For each activity its article and the folded texts that may select it; none where it is alone.
    told: Vec<(usize, Option<[String; 3]>)>,
}

fn archive() -> &'static Archive {
    static ARCHIVE: OnceLock<Archive> = OnceLock::new();
    ARCHIVE.get_or_init(|| {
        // Read back from bytes, as the browser has it.
        let corpus = generated(7, 1100);
        let bytes = Engine::build(&corpus, segmenter()).encode();
        let engine = Engine::decode(&bytes, segmenter()).unwrap();
        let articles: Vec<&Article> = corpus.articles().map(|(_, article)| article).collect();
        let fields = articles
            .iter()
            .map(|a| [&a.title].into_iter().chain(&a.paragraphs).map(|field| fold(field).text).collect())
            .collect();
        let told = corpus.activities.iter().map(|activity| {
            let at = articles.iter().position(|article| article.id == activity.article).unwrap();
            let alone =
                corpus.activities.iter().filter(|other| other.article == activity.article).count() == 1;
            let passage = articles[at].passage(&activity.at).unwrap();
            let texts = [&activity.title, &articles[at].title, passage].map(|text| fold(text).text);
            (at, (!alone).then_some(texts))
        });
        let told = told.collect();
        Archive { fields, told, engine, corpus }
    })
}

fn check(terms: &[String]) -> Result<(), TestCaseError> {
    let archive = archive();
    let query: Vec<String> = terms.iter().map(|term| format!("“{term}”")).collect();
    let found = archive.engine.find(&parse(&query.join(" ")));
    prop_assert!(!found.relaxed, "{:?} was relaxed", terms);
    let folded: Vec<String> = terms.iter().map(|term| fold(term).text).collect();
    let holds =
        |at: usize| folded.iter().all(|term| archive.fields[at].iter().any(|field| field.contains(term)));
    let expected: Vec<u32> = (0..archive.fields.len()).filter(|at| holds(*at)).map(|at| at as u32).collect();
    let mut articles = super::articles(&found);
    articles.sort_unstable();
    prop_assert!(articles == expected, "articles of {:?}: {:?}", terms, other(&articles, &expected));
    let selects = |(at, told): &(usize, Option<[String; 3]>)| match told {
        _ if !holds(*at) => false,
        None => true,
        Some(texts) => folded.iter().all(|term| texts.iter().any(|text| text.contains(term))),
    };
    let told = archive.told.iter().zip(0u32..);
    let expected: Vec<u32> = told.filter(|(told, _)| selects(told)).map(|(_, at)| at).collect();
    let activities: Vec<u32> = found.activities.iter().map(|at| at.0).collect();
    prop_assert!(activities == expected, "activities of {:?}: {:?}", terms, other(&activities, &expected));
    Ok(())
}

/// What only one of two lists has.
fn other(a: &[u32], b: &[u32]) -> Vec<u32> {
    let only = |a: &[u32], b: &[u32]| a.iter().filter(|n| !b.contains(n)).copied().collect::<Vec<_>>();
    [only(a, b), only(b, a)].concat()
}

/// A stretch of the archive's own text.
fn stretch() -> impl Strategy<Value = (Index, Index, Index, usize)> {
    (any::<Index>(), any::<Index>(), any::<Index>(), prop_oneof![3 => 1usize..5, 1 => 5usize..21])
}

fn term((article, field, start, len): (Index, Index, Index, usize)) -> String {
    let article = article.get(&archive().fields);
    let chars: Vec<char> = field.get(article).chars().filter(|c| !matches!(c, '"' | '“' | '”')).collect();
    let start = start.index(chars.len());
    let stretch: String = chars[start..chars.len().min(start + len)].iter().collect();
    // Quotation marks within a stretch are left out, which may make it one that stands nowhere.
    if fold(&stretch).text.is_empty() { "工".to_owned() } else { stretch }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn one_stretch_finds_what_contains_it(at in stretch()) {
        let term = term(at);
        let stands = archive().fields.iter().flatten().any(|field| field.contains(&term));
        prop_assume!(stands);
        check(&[term])?;
    }

    /// Out of one article, so that there is something to find.
    #[test]
    fn several_stretches_find_what_contains_them_all(
        article in any::<Index>(), at in proptest::collection::vec((any::<Index>(), any::<Index>(), 1usize..5), 2..4),
    ) {
        let terms: Vec<String> = at.into_iter().map(|(field, start, len)| term((article, field, start, len))).collect();
        let all = |fields: &Vec<String>| terms.iter().all(|term| fields.iter().any(|field| field.contains(term)));
        prop_assume!(archive().fields.iter().any(all));
        check(&terms)?;
    }
}

#[test]
fn what_stands_nearly_everywhere_is_found_everywhere() {
    for term in ["会", "总工会", "区总工会", "，", "。", "1", "日，"] {
        check(&[term.to_owned()]).unwrap();
    }
}

/// A title's last character once was taken for the end of the field, where its bytes ended in that of one.
#[test]
fn a_title_is_read_to_its_end() {
    for (_, article) in archive().corpus.articles() {
        let last: String = article.title.chars().rev().take(1).collect();
        if !last.chars().all(char::is_alphanumeric) {
            continue;
        }
        let found = archive().engine.find(&parse(&format!("标题:{}", article.title)));
        assert!(!found.relaxed, "{}", article.title);
    }
}
