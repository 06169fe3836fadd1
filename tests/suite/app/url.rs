//! The hash: every address reads back as written, and whatever is written in it is read without a panic.

use gongxun::app::url::{Address, Lang, View, parse, print};
use gongxun::corpus::{ActivityId, ArticleId};
use gongxun::date::Day;
use gongxun::place::Adcode;
use proptest::prelude::*;

/// What a hash reads as, printed again, and what could not be read.
#[track_caller]
fn check(hash: &str, printed: &str, misread: &[(&str, &str)]) {
    let (address, bad) = parse(hash);
    assert_eq!(print(&address), printed);
    let bad: Vec<_> = bad.iter().map(|bad| (bad.key.as_str(), bad.value.as_str())).collect();
    assert_eq!(bad, misread);
}

#[test]
fn the_contract_example_is_read() {
    // 长者模式 is the device's: read, and not handed on.
    check("#d=500103,500113&v=map&elder=1", "d=500103,500113&v=map", &[]);
    assert!(parse("#d=500103,500113&v=map&elder=1").0.elder);
    check("#q=&d=&t=&who=&from=&to=&org=&src=&a=&act=&lang=", "", &[]);
    check("", "", &[]);
}

#[test]
fn text_that_nobody_escaped_is_read_too() {
    check("#q=送清凉 -慰问", "q=%E9%80%81%E6%B8%85%E5%87%89%20-%E6%85%B0%E9%97%AE", &[]);
}

#[test]
fn months_and_years_are_their_days() {
    check("from=2024-02&to=2024-02", "from=2024-02-01&to=2024-02-29", &[]);
    check("from=2023&to=2023", "from=2023-01-01&to=2023-12-31", &[]);
}

#[test]
fn bad_values_are_left_out_and_reported() {
    check("d=500103,abc", "d=500103", &[("d", "abc")]);
    check(
        "from=2024-13-45&v=table&elder=yes",
        "",
        &[("from", "2024-13-45"), ("v", "table"), ("elder", "yes")],
    );
    check("from=2024-07&to=2023-01", "from=2024-07-01", &[("to", "2023-01-31")]);
    check("q=%FF", "", &[("q", "%FF")]);
}

#[test]
fn unknown_keys_are_kept_as_they_came() {
    check("utm=a%20b&q=a&flag&x=1=2", "q=a&utm=a%20b&flag&x=1=2", &[]);
}

fn day() -> impl Strategy<Value = Day> {
    (1i32..=9999, 1u8..=12, 1u8..=28)
        .prop_filter_map("a day", |(year, month, day)| Day::new(year, month, day))
}

fn names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set("[^\\p{C}]{1,6}|慰问帮扶|a,b&c=d%", 0..3)
        .prop_map(|set| set.into_iter().collect())
}

prop_compose! {
    fn addresses()(
        q in "\\PC*",
        places in proptest::collection::btree_set(100_000u32..1_000_000, 0..4),
        texts in [names(), names(), names(), names()],
        days in proptest::option::of((day(), day())),
        view in proptest::sample::select(View::ALL.to_vec()),
        article in proptest::option::of("[a-z2-7]{12}|甲 1"),
        activity in proptest::option::of("[a-z2-7]{12}-[a-z2-7]{8}"),
        lang in proptest::sample::select(vec![None, Some(Lang::Zh), Some(Lang::En)]),
        rest in proptest::collection::vec("[b-c]{1,3}=[a-z%=]{0,5}", 0..3),
    ) -> Address {
        let [types, audiences, organisers, sources] = texts;
        let (from, to) = days.map_or((None, None), |(a, b)| (Some(a.min(b)), Some(a.max(b))));
        Address {
            q, types, audiences, organisers, sources, from, to, view, rest,
            places: places.into_iter().filter_map(Adcode::new).collect(),
            article: article.map(ArticleId),
            activity: activity.map(ActivityId),
            lang,
            elder: false,
        }
    }
}

proptest! {
    #[test]
    fn every_address_reads_back_as_written(address in addresses()) {
        let printed = print(&address);
        prop_assert!(printed.is_ascii());
        prop_assert_eq!(parse(&printed), (address, vec![]));
    }

    #[test]
    fn whatever_is_written_reads_to_something_that_is_stable(hash in "[#&=,%a-z0-9\u{4e00}-\u{4e20}-]{0,40}|\\PC*") {
        let address = Address { elder: false, ..parse(&hash).0 };
        prop_assert_eq!(parse(&format!("#{}", print(&address))).0, address);
    }
}
