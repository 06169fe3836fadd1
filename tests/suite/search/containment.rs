//! Rules 1-3 and 5: exactly the articles that contain the terms, best first.

use gongxun::corpus::{Article, Corpus};
use gongxun::text::fold;
use proptest::prelude::*;

use super::{article, articles, corpus, days, find};

/// The oracle: every folded field, looked through one by one.
fn containing(corpus: &Corpus, term: &str) -> Vec<u32> {
    let term = fold(term).text;
    let holds = |article: &Article| {
        let fields = [&article.title].into_iter().chain(&article.subtitle).chain(&article.section);
        let captions = article.captions.iter().map(|caption| &caption.text);
        fields.chain(&article.paragraphs).chain(captions).any(|field| fold(field).text.contains(&term))
    };
    (0u32..).zip(corpus.articles()).filter(|(_, (_, article))| holds(article)).map(|(at, _)| at).collect()
}

fn sorted(mut numbers: Vec<u32>) -> Vec<u32> {
    numbers.sort_unstable();
    numbers
}

fn check(query: &str, expected: &[u32]) {
    let corpus = corpus(vec![
        article(0, "看望勞模", &["市總工會 走訪慰問勞模5人，送清涼。"]),
        article(1, "“送清凉”行动", &["工会干部走进工地，慰问快递员、骑手。", "AI 技能竞赛启动"]),
        article(2, "图书馆开放", &["会干什么？工作站 open door 开门。"]),
    ]);
    let found = find(&corpus, query);
    assert_eq!(sorted(articles(&found)), expected, "of {query:?}");
    assert!(!found.relaxed, "{query:?} was relaxed");
}

#[test]
fn terms_stand_together_whatever_the_words_are() {
    check("劳模", &[0]);
    check("勞模5人", &[0]);
    check("会干", &[1, 2]);
    check("ai技能", &[1]);
    check("pen D", &[2]);
    check("工", &[0, 1, 2]);
}

#[test]
fn terms_side_by_side_phrases_exclusions_alternatives() {
    check("慰问 骑手", &[1]);
    check("慰问 -骑手", &[0]);
    check("劳模|骑手", &[0, 1]);
    check("“送清凉”", &[0, 1]);
    check("看望劳模|图书馆 工", &[0, 2]);
    check("标题:送清凉", &[1]);
    check("工 -标题:劳模|图书馆", &[1]);
}

#[test]
fn a_term_does_not_run_from_one_field_into_the_next() {
    let corpus = corpus(vec![article(0, "送清", &["凉意", "来"])]);
    for query in ["送清凉", "凉意来"] {
        assert!(find(&corpus, query).relaxed || find(&corpus, query).articles.is_empty());
    }
}

#[test]
fn an_empty_query_finds_everything_newest_first() {
    let dated =
        |number: usize, day: &str| Article { date: Some(days(day, day)), ..article(number, "", &["文"]) };
    let corpus = corpus(vec![article(0, "", &["文"]), dated(1, "2023-04-05"), dated(2, "2024-07-31")]);
    assert_eq!(articles(&find(&corpus, "")), [2, 1, 0]);
    assert_eq!(articles(&find(&corpus, "文")), [2, 1, 0]);
}

#[test]
fn what_nothing_contains_is_looked_for_word_by_word_and_said_so() {
    let corpus = corpus(vec![
        article(0, "", &["图书馆开放"]),
        article(1, "", &["职工图书馆和足球比赛"]),
        article(2, "", &["天气"]),
    ]);
    let found = find(&corpus, "图书馆足球");
    assert!(found.relaxed);
    assert_eq!(articles(&found), [1, 0]);
    assert_eq!(find(&corpus, "图书馆足球 -比赛").articles.len(), 1);
    let nothing = find(&corpus, "篮球");
    assert!(!nothing.relaxed && nothing.articles.is_empty());
}

#[test]
fn a_title_weighs_more_than_a_body() {
    let corpus = corpus(vec![
        article(0, "动态", &["各区开展送清凉和其他工作"]),
        article(1, "送清凉", &["各区开展慰问和其他工作"]),
    ]);
    assert_eq!(articles(&find(&corpus, "送清凉")), [1, 0]);
}

proptest! {
    /// Text over few characters, so that substrings repeat across articles, borders and scripts.
    #[test]
    fn any_stretch_of_a_text_finds_exactly_the_articles_that_contain_it(
        texts in proptest::collection::vec(proptest::collection::vec("[工會会干a1 ，]{0,12}", 1..4), 1..8),
        article_at in 0usize..8, field_at in 0usize..4, start in 0usize..12, len in 1usize..8,
    ) {
        let corpus = corpus(texts.iter().enumerate().map(|(number, fields)| {
            let body: Vec<&str> = fields[1..].iter().map(String::as_str).collect();
            article(number, &fields[0], &body)
        }).collect());
        let fields = &texts[article_at % texts.len()];
        let field: Vec<char> = fields[field_at % fields.len()].chars().collect();
        prop_assume!(start < field.len());
        let term: String = field[start..field.len().min(start + len)].iter().collect();
        prop_assume!(!fold(&term).text.is_empty());
        let found = find(&corpus, &format!("“{term}”"));
        prop_assert!(!found.relaxed);
        prop_assert_eq!(sorted(articles(&found)), containing(&corpus, &term), "of {:?}", term);
    }
}
