//! What happens to the state, told as what the hash then says.

use gongxun::app::state::{Action, Filter, State, Trace, reduce, trace};
use gongxun::app::url::{Lang, View, print};
use gongxun::stats::Month;

/// The hash after the actions, from a hash.
#[track_caller]
fn check(hash: &str, actions: &[Action], expected: &str) {
    let start = reduce(State::default(), Action::Arrive(hash.to_owned()));
    let end = actions.iter().cloned().fold(start, reduce);
    assert_eq!(print(&end.address), expected);
}

fn district(code: &str) -> Action {
    Action::Toggle(Filter::Place(code.parse().unwrap()))
}

fn month(year: i32, month: u8) -> Action {
    let span = Month { year, month }.span().unwrap();
    Action::Toggle(Filter::Period(Some(span.start), Some(span.end)))
}

#[test]
fn a_district_and_then_a_month() {
    check("", &[district("500103"), month(2024, 6)], "d=500103&from=2024-06-01&to=2024-06-30");
    check("", &[district("500103"), district("500113")], "d=500103,500113");
}

#[test]
fn chosen_again_is_taken_away() {
    check("q=a", &[district("500103"), month(2024, 6), district("500103"), month(2024, 6)], "q=a");
    check("", &[month(2024, 6), month(2024, 7)], "from=2024-07-01&to=2024-07-31");
}

#[test]
fn a_changed_question_closes_the_article_and_the_about_page() {
    check("a=x&act=y&v=map", &[district("500103")], "d=500103&v=map");
    check("v=about", &[Action::Type("a".into())], "q=a");
    check("q=a&a=x", &[Action::Type("a ".into())], "q=a%20&a=x");
}

#[test]
fn closing_goes_back_to_the_same_list() {
    let opened = Action::Open("x".into(), Some("y".into()));
    check("q=a&d=500103&v=timeline", &[opened, Action::Close], "q=a&d=500103&v=timeline");
}

#[test]
fn clearing_keeps_the_view_and_what_is_not_ours() {
    check("q=a&d=500103&who=b&v=map&x=1", &[Action::Clear], "v=map&x=1");
    check("q=a&d=500103&from=2024", &[Action::DropFilters], "q=a");
}

#[test]
fn arriving_at_another_question_starts_the_list_anew() {
    let long = State { more: 2, ..State::default() };
    assert_eq!(reduce(long.clone(), Action::Arrive("a=x".into())).more, 2);
    assert_eq!(reduce(long, Action::Arrive("q=x".into())).more, 0);
}

#[test]
fn back_leaves_the_large_type_as_it_is() {
    let elder =
        |hash: &str| reduce(reduce(State::default(), Action::Elder(true)), Action::Arrive(hash.into()));
    assert!(elder("v=map").address.elder);
    assert!(!elder("v=map&elder=0").address.elder);
    assert!(reduce(State::default(), Action::Arrive("elder=1".into())).address.elder);
}

#[test]
fn the_language_stays_where_nothing_says_another() {
    let english = || reduce(State::default(), Action::Speak(Lang::En));
    assert_eq!(print(&english().address), "lang=en");
    assert_eq!(trace(&State::default(), &Action::Speak(Lang::En)), Trace::Replace);
    let lang = |action: Action| reduce(english(), action).address.lang;
    assert_eq!(lang(Action::Arrive("v=map".into())), Some(Lang::En));
    assert_eq!(lang(Action::Arrive("v=map&lang=zh".into())), Some(Lang::Zh));
    assert_eq!(lang(Action::Take(Box::default())), Some(Lang::En));
    assert_eq!(lang(Action::Clear), Some(Lang::En));
    // The page around may say it, and no longer say it.
    assert_eq!(lang(Action::Follow("lang".into(), "zh".into())), Some(Lang::Zh));
    assert_eq!(lang(Action::Follow("lang".into(), String::new())), None);
    assert_eq!(lang(Action::Follow("d".into(), "500112".into())), Some(Lang::En));
}

#[test]
fn typing_rewrites_and_choosing_makes_an_entry() {
    let list = State::default();
    assert_eq!(trace(&list, &Action::Type("a".into())), Trace::Replace);
    assert_eq!(trace(&list, &district("500103")), Trace::Push);
    assert_eq!(trace(&list, &Action::Show(View::Map)), Trace::Push);
    let reading = reduce(list, Action::Open("x".into(), None));
    assert_eq!(trace(&reading, &Action::Type("a".into())), Trace::Push);
}

#[test]
fn the_page_around_changes_one_key_and_leaves_the_rest() {
    let follow = |key: &str, value: &str| Action::Follow(key.to_owned(), value.to_owned());
    check("q=a&d=500103&a=x", &[follow("d", "500112,500113")], "q=a&d=500112,500113");
    check("q=a&d=500103", &[follow("d", ""), follow("v", "map")], "q=a&v=map");
    check("q=a", &[follow("d", "nowhere")], "q=a");
    assert_eq!(trace(&State::default(), &follow("d", "500103")), Trace::Replace);
}

#[test]
fn the_page_around_is_told_what_is_new() {
    let told = |hash: &str, action: Action| {
        let before = reduce(State::default(), Action::Arrive(hash.to_owned()));
        reduce(before.clone(), action).news_since(&before)
    };
    assert_eq!(told("q=a", district("500103")), "filter");
    assert_eq!(told("q=a", Action::Open("x".into(), None)), "open");
    assert_eq!(told("q=a&a=x", Action::Close), "state");
    assert_eq!(told("q=a&a=x", Action::Type("b".into())), "filter");
    assert_eq!(told("q=a", Action::Show(View::Map)), "state");
}
