//! Folding: what it makes alike, and the way back.

use gongxun::text::{Folded, fold};
use proptest::prelude::*;

fn check(text: &str, folded: &str) {
    assert_eq!(fold(text).text, folded, "of {text:?}");
}

#[test]
fn scripts_widths_and_cases_are_one() {
    check("關愛勞模", "关爱劳模");
    check("ＡＩ技術２０２４年", "ai技术2024年");
    check("⑴ ㈱ ﬁ ①", "(1) (株) fi 1");
    check("①级", "1级");
    check("K12", "k12");
    check("⼯会", "工会");
    check("薴", "苎");
    check("E\u{301}cole", "\u{e9}cole");
    check("\u{ff76}\u{ff9e}", "ガ");
}

#[test]
fn white_space_beside_an_ideograph_does_not_count() {
    check("职 工\u{3000}之\n家", "职工之家");
    check("重庆 2024 年", "重庆2024年");
    check("  open  the\tdoor ", "open the door");
    check("在 open door 中", "在open door中");
    check("5 , 6", "5 , 6");
    check("  ", "");
}

#[test]
fn what_nobody_sees_vanishes() {
    check("工\u{200b}会\u{feff}", "工会");
    check("co\u{ad}op", "coop");
    check("禰\u{e0100}", "祢");
    check("e\u{ad}\u{301}", "\u{e9}");
    check("a\u{0}b", "ab");
}

/// The original words that the folded words stand for.
fn original<'t>(text: &'t str, folded: &Folded, words: &str) -> &'t str {
    let at = folded.text.find(words).unwrap();
    &text[folded.original(at..at + words.len())]
}

#[test]
fn a_stretch_is_found_again_in_the_original() {
    let text = "\u{feff}昨日， 市總 工會㈠ “送 清凉”…… Open　Door㎏。";
    let folded = fold(text);
    for (words, expected) in [
        ("昨日", "昨日"),
        (",市总", "， 市總"),
        ("市总工会", "市總 工會"),
        ("会(一)", "會㈠"),
        ("一", "㈠"),
        ("送清凉", "送 清凉"),
        (".", "…"),
        ("open door", "Open　Door"),
        ("k", "㎏"),
    ] {
        assert_eq!(original(text, &folded, words), expected, "of {words:?}");
    }
    assert_eq!(folded.original(0..folded.text.len()), 3..text.len());
    assert_eq!(folded.original(6..6), 9..9);
}

#[test]
fn every_character_folds_to_what_stays_folded() {
    for c in '\0'..=char::MAX {
        let once = fold(&format!("x{c}y")).text;
        assert_eq!(fold(&once).text, once, "of {c:?}");
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "(\\PC|[ 工會a1，\u{3000}\u{301}\u{ad}\u{200d}\u{ff9e}]){0,20}") {
        let once = fold(&text).text;
        prop_assert_eq!(fold(&once).text, once.clone());
    }

    #[test]
    fn any_stretch_leads_to_characters_that_fold_to_it(
        text in "[ 工會勞模aZ9９，。…㈠\u{3000}\u{200b}\n]{0,30}", a in 0usize..40, b in 0usize..40,
    ) {
        let folded = fold(&text);
        let starts: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).collect();
        prop_assume!(!starts.is_empty());
        let (a, b) = (a % starts.len(), b % starts.len());
        let (a, b) = (a.min(b), a.max(b));
        let end = starts.get(b + 1).copied().unwrap_or(folded.text.len());
        let words = &folded.text[starts[a]..end];
        let range = folded.original(starts[a]..end);
        prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        let back = fold(&text[range]).text;
        prop_assert!(back.contains(words.trim()), "{:?} leads to {:?}", words, back);
    }
}
