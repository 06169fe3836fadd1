//! The surface in English: every view of it, and what of it is still Chinese. `UPDATE_EXPECT=1` as for the views.

use expect_test::expect_file;
use gongxun::app::state::Action;
use gongxun::app::url::{Lang, View};
use gongxun::app::view::{Body, Failure, Page, failure};
use gongxun::app::words::{arrive, words};
use gongxun::text::is_ideograph;
use yew::prelude::*;

use super::views::{markup, page};

fn english(hash: &str) -> Page {
    arrive(gongxun::publish::ENGLISH.to_owned()).unwrap();
    Page { words: words(Some(Lang::En)), ..page(&format!("{hash}&lang=en")) }
}

/// The texts of some markup that stand in no element that says it is Chinese.
fn outside_chinese(markup: &str) -> Vec<&str> {
    let mut open: Vec<bool> = Vec::new();
    let mut found = Vec::new();
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.ends_with('/') && !["input", "br"].iter().any(|void| tag.starts_with(void)) {
            let own = tag.split_once("lang=\"").map(|(_, lang)| lang.starts_with("zh"));
            open.push(own.unwrap_or(open.last().copied().unwrap_or(false)));
        }
        if text.contains(is_ideograph) && open.last() != Some(&true) {
            found.push(text.trim());
        }
    }
    found
}

#[test]
fn chinese_is_told_from_english() {
    let markup =
        "<p>a <span lang=\"zh-CN\">工<b>会</b></span>讯 b</p><p lang=\"zh-CN\"><i lang=\"en\">工</i></p>";
    assert_eq!(outside_chinese(markup), ["讯 b", "工"]);
}

#[test]
fn no_view_says_anything_in_chinese_that_is_not_marked() {
    let article = "a=aaaaaaaaaaa2&act=aaaaaaaaaaa2-00000004";
    let hashes = [
        "",
        "q=送清凉&d=500112",
        "q=送清凉 慰问&t=慰问帮扶&who=农民工",
        "q=劳模送清凉",
        "q=火星&v=table&d=110101",
        "q=渝北区送清凉有多少人参加",
        "q=2020年渝北区办过几次送清凉",
        "v=map",
        "v=map&d=500112",
        "v=timeline&t=慰问帮扶",
        "v=timeline&from=2024-06&to=2024-06",
        "v=stats&d=500112",
        "v=about",
        "v=add",
        "v=embed",
        article,
        "a=aaaaaaaaaaa4",
        "a=none",
    ];
    for hash in hashes {
        let markup = markup::<Body>(english(hash));
        let left: Vec<&str> = outside_chinese(&markup).into_iter().filter(|text| *text != "中文").collect();
        assert!(left.is_empty(), "{hash}: {left:?}");
    }
}

#[test]
fn the_first_screen_and_a_record() {
    let first = markup::<Body>(english(""));
    expect_file!["../../fixtures/app/english_first.html"].assert_eq(&first);
    let article = markup::<Body>(english("q=送清凉&a=aaaaaaaaaaa2&act=aaaaaaaaaaa2-00000004"));
    expect_file!["../../fixtures/app/english_article.html"].assert_eq(&article);
}

/// A question is asked in Chinese; its answer is English, but for names.
#[test]
fn a_question_is_answered_in_english() {
    let check = |hash: &str, expected: &str| {
        let markup = markup::<Body>(english(hash));
        let answer =
            markup.split("answer-sentence").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
        let mut text = String::new();
        for piece in answer.split('>').skip(1) {
            text += piece.split('<').next().unwrap_or_default().trim_matches('\n');
        }
        assert_eq!(text, expected);
    };
    check("q=渝北区送清凉有多少人参加", "渝北区 · Summer relief: 300 people took part, in 1 activity.");
    check(
        "q=2020年渝北区办过几次送清凉",
        "渝北区 · 2020 · Summer relief: no activities found; dated activities here lie within 3 Apr 2023 – 5 Jun 2024.",
    );
    check("q=哪些区县慰问最多", "Visits: led by 巴南区, 2 activities.");
}

#[test]
fn the_switch_leads_to_the_other_language_and_back() {
    let there = page("q=送清凉").href(&Action::Speak(Lang::En));
    assert!(there.ends_with("&lang=en"), "{there}");
    assert!(english("q=送清凉").href(&Action::Speak(Lang::Zh)).ends_with("&lang=zh"));
    // Links keep it.
    assert!(english("q=送清凉").href(&Action::Show(View::Map)).ends_with("&v=map&lang=en"));
    let markup = markup::<Body>(page(""));
    let button = markup.split("<button").find(|button| button.contains("English</button>")).unwrap();
    assert!(button.contains("lang=\"en\""), "{button}");
}

#[test]
fn a_failure_is_said_in_english_with_its_own_words() {
    #[component]
    fn Failing() -> Html {
        let why = Failure { kind: "missing", message: "索引载入失败。".to_owned() };
        failure(words(Some(Lang::En)), &why, Callback::noop())
    }
    arrive(gongxun::publish::ENGLISH.to_owned()).unwrap();
    let markup = markup::<Failing>(());
    assert!(markup.contains("check the network") && outside_chinese(&markup).is_empty(), "{markup}");
}

/// What the labels translate is said by the program in these very words.
#[test]
fn translated_messages_are_those_of_the_program() {
    let sources = [
        include_str!("../../../src/app/adding/work.rs"),
        include_str!("../../../static/parts.js"),
        include_str!("../../../src/ingest/finding.rs"),
    ];
    for row in include_str!("../../../data/words/labels.tsv").lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let said = match cells[..] {
            ["message", said, _] => said.to_owned(),
            ["diagnostic", code, _] => format!("\"{code}\""),
            _ => continue,
        };
        assert!(sources.iter().any(|source| source.contains(&said)), "{row}");
    }
}

/// What a view says stands in the tables; Chinese in its code is what it recognises, or a test's.
#[test]
fn no_view_holds_chinese_of_its_own() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/view");
    let mut folders = vec![root];
    let mut faults = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let line = line.split(" // ").next().unwrap_or_default();
                // Names and titles are parted by these, and a Chinese diagnostic ends in its own full stop.
                let recognised = path.ends_with("time/titles.rs")
                    || ["trim_start_matches(", "let stop = "].iter().any(|way| line.contains(way));
                let chinese = |c| is_ideograph(c) || matches!(c, '，' | '。' | '、' | '：' | '（' | '）');
                if line.contains(chinese) && !recognised {
                    faults.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
