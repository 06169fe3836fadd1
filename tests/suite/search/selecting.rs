//! Rule 4, clause by clause.

use gongxun::corpus::{Activity, Article, Corpus};
use gongxun::search::{Filter, Selection};

use super::{activity, article, corpus, day, days, find, narrow, place};

/// A digest of two items, an article of one activity told in its first paragraph, and one without any.
fn archive() -> Corpus {
    let mut corpus = corpus(vec![
        article(0, "一周动态", &["渝北区总工会慰问快递员。", "巴南区总工会举办羽毛球赛。", "编者按：秋凉"]),
        article(1, "图书角", &["江北区总工会建成图书角。", "职工说：真方便"]),
        Article {
            date: Some(days("2024-05-01", "2024-05-01")),
            region: "500108".parse().ok(),
            ..article(2, "评论：劳动光荣", &["快递员也说方便"])
        },
    ]);
    let made = |article, paragraph, title: &str, date: &str, code: &str, name: &str, kind: &str| Activity {
        date: Some(days(date, date)),
        places: vec![place(code, name)],
        types: vec![kind.into()],
        ..activity(&corpus, article, paragraph, title)
    };
    let mut activities = vec![
        made(0, 0, "慰问骑手", "2024-07-10", "500112", "渝北区", "慰问帮扶"),
        made(0, 1, "羽毛球赛", "2024-07-20", "500113", "巴南区", "文体活动"),
        made(1, 0, "建成图书角", "2024-06-30", "500105", "江北区", "阅读分享"),
    ];
    activities[0].subtypes = vec!["送清凉".into()];
    activities[0].audiences = vec!["新就业形态劳动者".into()];
    activities[0].organisers = vec!["渝北区总工会".into()];
    activities[2].date = Some(days("2024-06-30", "2024-07-02"));
    corpus.activities = activities;
    corpus
}

fn shown(selection: &Selection) -> (Vec<u32>, Vec<u32>) {
    let mut articles: Vec<u32> = selection.articles.iter().map(|hit| hit.article.0).collect();
    articles.sort_unstable();
    (articles, selection.activities.iter().map(|at| at.0).collect())
}

fn check(query: &str, filter: Filter, articles: &[u32], activities: &[u32]) {
    let selection = narrow(&archive(), query, &filter);
    assert_eq!(shown(&selection), (articles.to_vec(), activities.to_vec()), "of {query:?} under {filter:?}");
}

fn all() -> Filter {
    Filter::default()
}

fn at(places: &[&str]) -> Filter {
    Filter { places: places.iter().map(|code| code.parse().unwrap()).collect(), ..all() }
}

fn of(types: &[&str]) -> Filter {
    Filter { types: types.iter().map(|name| (*name).to_owned()).collect(), ..all() }
}

#[test]
fn without_words_and_filters_all_is_listed_and_counted() {
    check("", all(), &[0, 1, 2], &[0, 1, 2]);
}

#[test]
fn a_word_in_one_item_of_a_digest_selects_that_item() {
    check("羽毛球", all(), &[0], &[1]);
}

#[test]
fn words_in_an_activitys_title_or_its_articles_title_select_it() {
    check("一周动态", all(), &[0], &[0, 1]);
    check("动态 快递员", all(), &[0], &[0]);
    // An article is found by its own text only.
    check("骑手", all(), &[], &[]);
    check("慰问 快递员|骑手", all(), &[0], &[0]);
}

#[test]
fn words_outside_every_item_select_the_article_and_no_activity() {
    check("编者按", all(), &[0], &[]);
    check("编者按", of(&["慰问帮扶"]), &[], &[]);
}

#[test]
fn the_only_activity_of_an_article_is_selected_by_words_anywhere_in_it() {
    check("方便", all(), &[1, 2], &[2]);
}

#[test]
fn all_words_must_select_the_same_activity() {
    check("快递员 羽毛球", all(), &[0], &[]);
    check("总工会", all(), &[0, 1], &[0, 1, 2]);
}

#[test]
fn an_article_with_an_excluded_word_is_out_with_its_activities() {
    check("总工会 -羽毛球", all(), &[1], &[2]);
}

#[test]
fn all_filters_hold_for_one_activity() {
    check("", Filter { types: vec!["文体活动".into()], ..at(&["500113"]) }, &[0], &[1]);
    check("", Filter { types: vec!["文体活动".into()], ..at(&["500112"]) }, &[], &[]);
    let audience = Filter { audiences: vec!["新就业形态劳动者".into()], ..all() };
    check("", audience, &[0], &[0]);
    let organiser = Filter { organisers: vec!["渝北区总工会".into()], ..all() };
    check("", organiser, &[0], &[0]);
}

#[test]
fn values_of_one_filter_are_alternatives() {
    check("", of(&["送清凉", "阅读分享"]), &[0, 1], &[0, 2]);
}

#[test]
fn a_unit_includes_those_beneath() {
    check("", at(&["500000"]), &[0, 1, 2], &[0, 1, 2]);
    check("", at(&["340000"]), &[], &[]);
}

#[test]
fn a_period_means_overlap() {
    let july = Filter { from: day("2024-07-01"), to: day("2024-07-15"), ..all() };
    check("", july, &[0, 1], &[0, 2]);
    check("", Filter { from: day("2024-07-15"), ..all() }, &[0], &[1]);
    check("", Filter { to: day("2024-06-30"), ..all() }, &[1, 2], &[2]);
}

#[test]
fn an_article_without_activities_is_held_against_its_own_date_and_unit() {
    check("劳动光荣", at(&["500108"]), &[2], &[]);
    check("劳动光荣", at(&["500112"]), &[], &[]);
    check("劳动光荣", Filter { from: day("2024-05-02"), ..all() }, &[], &[]);
    check("劳动光荣", of(&["慰问帮扶"]), &[], &[]);
    check("", Filter { to: day("2024-05-31"), ..all() }, &[2], &[]);
}

#[test]
fn a_source_is_a_publisher_or_a_file() {
    check("", Filter { sources: vec!["重庆市总工会".into()], ..all() }, &[0, 1, 2], &[0, 1, 2]);
    check("", Filter { sources: vec!["一.txt".into()], ..all() }, &[0, 1, 2], &[0, 1, 2]);
    check("", Filter { sources: vec!["二.txt".into()], ..all() }, &[], &[]);
}

#[test]
fn filters_within_a_query_narrow_like_any_other() {
    check("总工会 地区:渝北", all(), &[0], &[0]);
    check("地区：渝北区|江北区", all(), &[0, 1], &[0, 2]);
    check("类型:送清凉 日期:2024年7月", all(), &[0], &[0]);
    check("-类型:文体活动|阅读分享", all(), &[0, 2], &[0]);
    for place in ["渝北", "渝北区", "重庆市渝北区", "重庆渝北", "500112", "“渝北区”"] {
        check(&format!("地区：{place}"), all(), &[0], &[0]);
    }
    check("地区:重庆", all(), &[0, 1, 2], &[0, 1, 2]);
    // A unit in which nothing took place is understood all the same.
    check("地区:城口县", all(), &[], &[]);
    check("地区:辽宁", all(), &[], &[]);
    check("组织:渝北 对象:新就业", all(), &[0], &[0]);
    check("来源:重庆市总工会 日期:2024年三季度", all(), &[0, 1], &[0, 1, 2]);
    check("标题:一周 -快递员", all(), &[], &[]);
    check("地区:渝北区", at(&["500113"]), &[], &[]);
    // A value that means nothing here is plain text.
    assert!(find(&archive(), "地区:火星").narrowings.is_empty());
}

#[test]
fn reports_of_one_event_count_once() {
    let mut corpus = archive();
    corpus.activities[2].same_as = vec![corpus.activities[0].id.clone()];
    let engine = gongxun::search::Engine::build(&corpus, super::segmenter());
    let all: Vec<_> = find(&corpus, "").activities;
    assert_eq!((all.len(), engine.columns().events(&all)), (3, 2));
}
