//! Rule 8: marks and snippets.

use gongxun::corpus::Part;
use gongxun::search::{marks, parse, snippet};

use super::article;

fn check_marks(text: &str, query: &str, expected: &[&str]) {
    let marked: Vec<&str> = marks(text, &parse(query)).into_iter().map(|at| &text[at]).collect();
    assert_eq!(marked, expected, "of {query:?} in {text:?}");
}

#[test]
fn every_match_is_marked_in_the_original_script() {
    check_marks("勞 模和劳模，ＡＩ", "劳模 ai", &["勞 模", "劳模", "ＡＩ"]);
    check_marks("工会会员", "工会 会员", &["工会会员"]);
    check_marks("工会员", "工会 会员", &["工会员"]);
    check_marks("哈哈哈", "哈哈", &["哈哈哈"]);
    check_marks("慰问 高温", "慰问 -高温", &["慰问"]);
    check_marks("什么也没有", "慰问", &[]);
}

/// A snippet as text, matches in brackets.
fn shown(paragraphs: &[&str], query: &str, max_chars: usize) -> String {
    let snippet = snippet(&article(0, "题", paragraphs), &parse(query), max_chars).unwrap();
    assert_eq!(snippet.part, Part::Paragraph);
    let piece = |text: &str, marked| if marked { format!("[{text}]") } else { text.to_owned() };
    snippet.pieces.iter().map(|p| piece(&p.text, p.marked)).collect()
}

#[test]
fn the_passage_with_most_of_the_terms_is_shown() {
    let body = ["慰问慰问慰问。", "先说天气。慰問了快遞員，送去西瓜和毛巾，大家都很高兴地接受了采访。", "尾"];
    assert_eq!(shown(&body, "慰问 快递员", 12), "…[慰問]了[快遞員]，送去西瓜和…");
    assert_eq!(shown(&body, "慰问", 40), "[慰问慰问慰问]。");
}

#[test]
fn a_long_match_is_shown_whole() {
    assert_eq!(shown(&["他说一二三四五六七八九十。"], "一二三四五六七八九十", 4), "…[一二三四五六七八九十]…");
}

#[test]
fn without_a_match_the_body_begins() {
    assert_eq!(shown(&["", "开头的话很长很长"], "别的", 4), "开头的话…");
    assert_eq!(snippet(&article(0, "题", &[]), &parse(""), 10), None);
}
