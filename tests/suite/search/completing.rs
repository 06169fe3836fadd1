//! Rule 7: completions by characters, pinyin and initials; near misses.

use gongxun::corpus::{Activity, Corpus};
use gongxun::search::{Completion, CompletionKind, Engine, FilterKey, complete, near_misses};

use super::{activity, article, corpus, place, segmenter};

fn archive() -> Corpus {
    let mut corpus = corpus(vec![
        article(0, "渝北区总工会启动“送清凉”", &["工会干部走进工地，慰问快递员、骑手。", "“送清凉”到一线"]),
        article(1, "慰问环卫工人", &["慰问品送到手中，“送清凉”不停歇。"]),
        article(2, "职工羽毛球赛开赛", &["职工代表慰问裁判。"]),
    ]);
    let organised = |article, kind: &str, code: &str, name: &str| Activity {
        types: vec![kind.into()],
        places: vec![place(code, name)],
        organisers: vec![format!("{name}总工会")],
        ..activity(&corpus, article, 0, "活动")
    };
    let mut activities = vec![
        organised(0, "慰问帮扶", "500112", "渝北区"),
        organised(1, "慰问帮扶", "500112", "渝北区"),
        organised(2, "文体活动", "500113", "巴南区"),
    ];
    activities[0].subtypes = vec!["送清凉".into()];
    corpus.activities = activities;
    corpus
}

/// The archive as the browser has it.
fn engine() -> Engine {
    let bytes = Engine::build(&archive(), segmenter()).encode();
    Engine::decode(&bytes, segmenter()).unwrap()
}

/// What typing at the end offers, applied.
fn offered(typed: &str) -> Vec<String> {
    complete(&engine(), typed, typed.len(), 8).iter().map(|offer| offer.applied(typed).0).collect()
}

fn check(typed: &str, first: &[&str]) {
    let offered = offered(typed);
    assert_eq!(offered.iter().take(first.len()).collect::<Vec<_>>(), first, "of {typed:?}: {offered:?}");
}

#[test]
fn words_by_characters_pinyin_and_initials_the_most_used_first() {
    check("送清", &["送清凉", "类型:送清凉"]);
    for typed in ["sql", "songqingl", "songql", "送qing", "SQL"] {
        check(typed, &["送清凉", "类型:送清凉"]);
    }
    // 慰问 is in three articles, 慰问品 in one.
    check("慰", &["慰问", "类型:慰问帮扶", "慰问品"]);
}

#[test]
fn values_of_filters_by_name_and_sound() {
    check("渝", &["地区:渝北区", "组织:渝北区总工会"]);
    check("ybq", &["地区:渝北区"]);
    check("地区:", &["地区:渝北区", "地区:巴南区"]);
    check("地区：b", &["地区：巴南区"]);
    check("骑手 类型:w", &["骑手 类型:慰问帮扶", "骑手 类型:文体活动"]);
    check("组织:渝北区总工会|巴", &["组织:渝北区总工会|巴南区总工会"]);
    assert!(offered("来源:重").contains(&"来源:重庆市总工会".to_owned()));
}

#[test]
fn keys_and_titles() {
    assert!(offered("地").contains(&"地区:".to_owned()));
    assert!(offered("leix").contains(&"类型:".to_owned()));
    let titles = |typed: &str| {
        let all: Vec<Completion> = complete(&engine(), typed, typed.len(), 8);
        all.into_iter()
            .filter(|c| matches!(c.kind, CompletionKind::Title(_)))
            .map(|c| c.text)
            .collect::<Vec<_>>()
    };
    assert_eq!(titles("环卫"), ["慰问环卫工人"]);
    assert_eq!(titles("zgymq"), ["职工羽毛球赛开赛"]);
}

/// Weekly pages have one title, and a unit that was changed has two codes.
#[test]
fn nothing_is_offered_twice() {
    let mut corpus = corpus((0..3).map(|at| article(at, "一周动态", &["慰问骑手。"])).collect());
    corpus.bulletins[0].articles.push(article(3, "一周要闻", &["送清凉。"]));
    let at = |article, code| Activity {
        places: vec![place(code, "江北区")],
        ..activity(&corpus, article, 0, "活动")
    };
    corpus.activities = vec![at(0, "500105"), at(1, "500157")];
    let engine = Engine::build(&corpus, segmenter());
    let offered = |typed: &str| -> Vec<(String, u32)> {
        let all = complete(&engine, typed, typed.len(), 8);
        all.into_iter().map(|offer| (offer.insert, offer.count)).collect()
    };
    let titles = [("一周动态".to_owned(), 1), ("一周要闻".to_owned(), 1)];
    assert_eq!(
        offered("一周").iter().filter(|offer| offer.0.chars().count() == 4).cloned().collect::<Vec<_>>(),
        titles
    );
    assert_eq!(offered("地区:江"), [("江北区".to_owned(), 2)]);
    assert_eq!(offered("江北").iter().filter(|offer| offer.0 == "地区:江北区").count(), 1);
}

#[test]
fn the_last_word_of_a_run_is_completed() {
    assert!(offered("骑手慰").contains(&"骑手慰问".to_owned()));
    assert!(offered("-慰").contains(&"-慰问".to_owned()));
    assert!(offered("“送清").contains(&"“送清凉".to_owned()));
}

#[test]
fn in_the_middle_and_of_nothing_there_is_nothing() {
    let engine = engine();
    for (typed, caret) in [("", 0), ("送清凉", 3), ("送清凉 ", 10), ("送", 1), ("送", 99)] {
        assert_eq!(complete(&engine, typed, caret, 8), [], "{typed:?} at {caret}");
    }
}

#[test]
fn what_a_completion_counts() {
    let all = complete(&engine(), "慰", 3, 8);
    let word = all.iter().find(|c| c.text == "慰问").unwrap();
    assert_eq!((word.kind, word.count), (CompletionKind::Word, 3));
    let value = all.iter().find(|c| c.kind == CompletionKind::Value(FilterKey::Type)).unwrap();
    assert_eq!(value.count, 2);
}

fn check_near(query: &str, first: Option<&str>) {
    let near = near_misses(&engine(), query);
    assert_eq!(near.first().map(String::as_str), first, "of {query:?}: {near:?}");
}

#[test]
fn near_misses_sound_alike_or_are_one_character_off() {
    check_near("送青凉", Some("送清凉"));
    check_near("宋清凉", Some("送清凉"));
    check_near("送清良活动", None);
    check_near("送热凉", Some("送清凉"));
    check_near("songqingliang", Some("送清凉"));
    check_near("快弟员 慰问", Some("快递员 慰问"));
    check_near("“送青凉” 类型:慰问帮扶", Some("“送清凉” 类型:慰问帮扶"));
    check_near("骑手|环位工人", Some("骑手|环卫工人"));
}

#[test]
fn enough_is_enough() {
    check_near("慰问", None);
    check_near("", None);
    check_near("火星", None);
}
