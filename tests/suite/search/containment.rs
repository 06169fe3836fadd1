//! Rules 1-3 and 5: exactly the articles that contain the terms, best first.

use gongxun::corpus::{Article, Corpus};
use gongxun::text::fold;
use proptest::prelude::*;

use super::generated::{FEW, few_characters};
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
fn every_part_of_an_article_is_searched_by_itself() {
    let whole = Article {
        subtitle: Some("为骑手送清凉".into()),
        section: Some("基层动态".into()),
        captions: vec![gongxun::corpus::Caption { text: "图为慰问现场".into(), after: 0 }],
        ..article(0, "一周要闻", &["劳模走访"])
    };
    let corpus = corpus(vec![whole, article(1, "别的", &["别处"])]);
    for query in ["一周要闻", "送清凉", "基层动态", "劳模走访", "慰问现场"] {
        assert_eq!(articles(&find(&corpus, query)), [0], "{query}");
    }
    for across in ["要闻为骑手", "清凉基层", "动态劳模", "走访图为"] {
        let found = find(&corpus, across);
        assert!(found.relaxed || found.articles.is_empty(), "{across}");
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

/// Of 40 articles, two hold the rare word and all the common one.
#[test]
fn a_word_that_stands_everywhere_finds_nothing_beside_a_rare_one() {
    let text = |number: usize| if number % 20 == 7 { "职工看无人机表演" } else { "职工开会" };
    let corpus = corpus((0..40).map(|number| article(number, "", &[text(number)])).collect());
    let found = find(&corpus, "无人机 篮球 职工");
    assert!(found.relaxed);
    assert_eq!(sorted(articles(&found)), [7, 27]);
    // Where no rarer word stands, it is all that there is.
    assert_eq!(articles(&find(&corpus, "篮球 职工")).len(), 40);
}

#[test]
fn a_title_weighs_more_than_a_body() {
    let corpus = corpus(vec![
        article(0, "动态", &["各区开展送清凉和其他工作"]),
        article(1, "送清凉", &["各区开展慰问和其他工作"]),
    ]);
    assert_eq!(articles(&find(&corpus, "送清凉")), [1, 0]);
}

#[test]
fn strings_of_frequent_grams_find_exactly_the_articles_that_contain_them() {
    let corpus = few_characters(4500);
    let texts: Vec<&String> = corpus.articles().map(|(_, article)| &article.paragraphs[0]).collect();
    let engine = gongxun::search::Engine::build(&corpus, super::segmenter());
    let engine = gongxun::search::Engine::decode(&engine.encode(), super::segmenter()).unwrap();
    let mut terms: Vec<String> =
        ["工", "工会", "总工会", "区总工会", "区总工会，", "干区干总", "会总工会", "干总区干总"]
            .map(str::to_owned)
            .into();
    for (at, text) in texts.iter().enumerate().step_by(173) {
        let chars: Vec<char> = text.chars().collect();
        let start = at % (chars.len() - 3);
        terms.push(chars[start..(start + 3 + at % 5).min(chars.len())].iter().collect());
    }
    // Of these many stand nowhere.
    terms.extend((0..60usize).map(|n| (0..3 + n % 4).map(|at| FEW[(n / (at + 1) + n * at) % 5]).collect()));
    for term in terms {
        let found = engine.find(&gongxun::search::parse(&format!("“{term}”")));
        let found = if found.relaxed { Vec::new() } else { sorted(articles(&found)) };
        let expected: Vec<u32> =
            (0u32..).zip(&texts).filter(|(_, text)| text.contains(&term)).map(|(at, _)| at).collect();
        assert!(found == expected, "{term}: {} instead of {}", found.len(), expected.len());
    }
}

#[test]
fn terms_near_together_come_before_scattered_ones() {
    let far = "慰问开始了。".to_owned() + &"这里说的是别的事情。".repeat(8) + "到场的有骑手。";
    let near = "慰问骑手。".to_owned() + &"这里说的是别的事情。".repeat(8) + "到场的有干部。";
    let corpus = corpus(vec![article(0, "", &[&far]), article(1, "", &[&near]), article(2, "", &["别的"])]);
    assert_eq!(articles(&find(&corpus, "骑手 慰问")), [1, 0]);
}

#[test]
fn newer_comes_first_among_equals() {
    let dated = |number: usize, day: &str| Article {
        date: Some(days(day, day)),
        ..article(number, "", &["慰问骑手"])
    };
    let corpus = corpus(vec![dated(0, "2022-01-01"), dated(1, "2024-01-01"), dated(2, "2023-01-01")]);
    assert_eq!(articles(&find(&corpus, "慰问 骑手")), [1, 2, 0]);
}

proptest! {
    /// Rule 3: whatever is typed is read somehow.
    #[test]
    fn nothing_that_is_typed_is_an_error(typed in "(\\PC|[ 　\"“”|｜:：~～.．-]|地区:|日期：|标题:|工会|2024|s){0,16}") {
        let corpus = corpus(vec![article(0, "工会", &["送清凉到一线"])]);
        let engine = gongxun::search::Engine::build(&corpus, super::segmenter());
        let query = gongxun::search::parse(&typed);
        engine.find(&query);
        gongxun::search::complete(&engine, &typed, typed.len(), 8);
        gongxun::search::near_misses(&engine, &typed);
    }

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
