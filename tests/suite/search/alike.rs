//! Similar articles, keywords of a result set, and articles that match in part.

use gongxun::search::{ArticleIx, Engine, parse};

use super::{article, corpus, segmenter};

fn engine() -> Engine {
    Engine::build(
        &corpus(vec![
            article(0, "羽毛球赛", &["职工羽毛球比赛在体育馆举行，羽毛球选手激烈角逐，体育馆掌声不断。"]),
            article(1, "体育馆里看比赛", &["体育馆举行羽毛球比赛，选手来自各区。"]),
            article(2, "法律援助", &["律师提供法律援助，农民工讨回工资。"]),
            article(3, "律师进工地", &["律师为农民工讲解法律，讨薪有门路。"]),
            article(4, "读书会", &["图书馆举办读书会。"]),
        ]),
        segmenter(),
    )
}

fn similar(to: u32) -> Vec<u32> {
    engine().similar(ArticleIx(to), 5).iter().map(|hit| hit.article.0).collect()
}

#[test]
fn similar_articles_tell_of_the_like_and_not_of_themselves() {
    assert_eq!(similar(0), [1]);
    assert_eq!(similar(3).first(), Some(&2));
    assert!(similar(4).is_empty());
    assert!(similar(99).is_empty());
}

#[test]
fn keywords_tell_a_result_set_apart() {
    let words: Vec<String> =
        engine().keywords(&[ArticleIx(2), ArticleIx(3)], 3).into_iter().map(|one| one.word).collect();
    for word in ["律师", "农民工"] {
        assert!(words.iter().any(|other| other == word), "{word} of {words:?}");
    }
    assert!(engine().keywords(&[], 3).is_empty());
}

fn sharing(query: &str) -> Vec<u32> {
    let (engine, query) = (engine(), parse(query));
    let found = engine.find(&query);
    engine.sharing(&query, &found, 5).iter().map(|hit| hit.article.0).collect()
}

#[test]
fn what_matches_in_part_is_apart_from_what_is_found() {
    assert_eq!(sharing("法律援助"), [3]);
    assert_eq!(sharing("法律援助 -讨薪"), [] as [u32; 0]);
    assert_eq!(sharing(""), [] as [u32; 0]);
    assert_eq!(sharing("火星"), [] as [u32; 0]);
}
