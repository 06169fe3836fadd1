//! Reading bulletins from bytes to a corpus: what bad input says, what cleaning keeps, what order does.

use std::collections::BTreeMap;

use encoding_rs::{BIG5, GB18030};
use gongxun::corpus::{Corpus, Diagnostic};
use gongxun::ingest::{Options, read};
use proptest::prelude::*;

const STORY: &str = "市总工会开展送清凉活动\n\n2024年7月3日，重庆市总工会走进巴南区工地，慰问一线职工。";

fn read_one(name: &str, bytes: &[u8]) -> (Corpus, Vec<Diagnostic>) {
    read(&[(name, bytes)], &Options::default())
}

/// What is said of a file, as `code` or `code@line`.
fn check(bytes: &[u8], expected: &[&str], activities: usize) {
    let (corpus, found) = read_one("a.txt", bytes);
    let said: Vec<String> = found
        .iter()
        .map(|d| d.line.map_or_else(|| d.code.clone(), |line| format!("{}@{line}", d.code)))
        .collect();
    assert_eq!(
        (said.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), corpus.activities.len()),
        (expected, activities)
    );
    for one in &found {
        assert!(one.message.chars().any(|c| c > '\u{4e00}') && one.file == "a.txt", "{one}");
    }
}

#[test]
fn bad_input_is_said_and_the_rest_read() {
    check(STORY.as_bytes(), &[], 1);
    check(b"", &["empty"], 0);
    check(b"%PDF-1.7", &["other-format"], 0);
    check(&[0x00, 0x01, 0x02, 0xff, 0xfe, 0x80, 0x03, 0x07].repeat(40), &["no-text"], 0);
    check(&GB18030.encode(STORY).0, &["encoding"], 1);
    check(STORY.replace('\n', "\r\n").as_bytes(), &[], 1);
    check([b"\xef\xbb\xbf", STORY.as_bytes()].concat().as_slice(), &[], 1);
    check(
        format!("---\n日期: 某天\n乱写\n---\n{STORY}").as_bytes(),
        &["front-matter-date@2", "front-matter@3"],
        1,
    );
    check(format!("---\n日期: 2024-07-03\n{STORY}").as_bytes(), &["front-matter@1"], 1);
    check(STORY.replace("7月3日", "13月45日").as_bytes(), &["impossible-date@3"], 1);
    check("某某工作\n\n大家认真学习，收获很大，感触很深。".as_bytes(), &["no-date", "no-place"], 0);
    check("巴南区总工会7月3日举办培训班，30名职工参加。".as_bytes(), &["no-year"], 1);
}

#[test]
fn big5_is_told_apart_and_traditional_is_said() {
    let text = "重慶市總工會慰問一線職工\n\n2024年7月3日，重慶市總工會走進工地，慰問高溫下的一線職工，送去清涼物資。";
    let (corpus, found) = read_one("a.txt", &BIG5.encode(text).0);
    assert_eq!(found[0].code, "encoding");
    assert_eq!(corpus.activities[0].organisers, ["重庆市总工会"]);
    assert_eq!(corpus.bulletins[0].script, gongxun::corpus::Script::Hant);
}

#[test]
fn the_order_of_files_is_irrelevant() {
    let second = STORY.replace("7月3日", "6月3日");
    let one = read(&[("a.txt", STORY.as_bytes()), ("b.txt", second.as_bytes())], &Options::default());
    let other = read(&[("b.txt", second.as_bytes()), ("a.txt", STORY.as_bytes())], &Options::default());
    assert_eq!(one, other);
}

/// How often each character but white space occurs.
fn counts<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && !c.is_control()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Every character of a text stands in an article or in an edit; ranges lie within their texts.
fn assert_nothing_is_lost(text: &str) {
    let (corpus, _) = read_one("a.txt", text.as_bytes());
    // What stands in front matter becomes fields of the bulletin.
    if text.trim_start().starts_with("---")
        || corpus.bulletins.iter().all(|bulletin| bulletin.articles.is_empty())
    {
        return;
    }
    let mut kept: Vec<&str> = Vec::new();
    for (_, article) in corpus.articles() {
        kept.extend([article.title.as_str(), article.subtitle.as_deref().unwrap_or("")]);
        kept.extend(article.paragraphs.iter().map(String::as_str));
        kept.extend(article.captions.iter().map(|caption| caption.text.as_str()));
        for edit in &article.edits {
            assert!(article.passage(&edit.at).is_some(), "{:?} of {article:?}", edit.at);
            kept.push(&edit.was);
        }
    }
    let (kept, all) =
        (counts(kept.into_iter()), counts(std::iter::once(text.trim_start_matches('\u{feff}'))));
    for (c, n) in all {
        assert!(kept.get(&c).is_some_and(|&kept| kept >= n), "{c:?} of {text:?} is lost");
    }
    let articles: BTreeMap<_, _> = corpus.articles().map(|(_, article)| (&article.id, article)).collect();
    for activity in &corpus.activities {
        let article = articles[&activity.article];
        assert!(article.passage(&activity.at).is_some_and(|words| !words.is_empty()), "{activity:?}");
        for at in activity.fields.values().flat_map(|basis| &basis.at) {
            assert!(article.passage(at).is_some(), "{at:?} of {article:?}");
        }
    }
}

/// Pieces that bulletins are made of, and what breaks them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\n".to_owned()),
        Just("\n\n\n".to_owned()),
        Just("●".to_owned()),
        Just("一周动态\n".to_owned()),
        Just("7月3日，巴南区总工会举办培训班，30名职工参加。".to_owned()),
        Just("近日，市总工会".to_owned()),
        Just("会议强调，要落实。".to_owned()),
        Just("傳達(dá)學(xué)習(xí)".to_owned()),
        Just("陣地?cái)U(kuò)大".to_owned()),
        Just("（张三 李四）".to_owned()),
        Just("— 3 —\n".to_owned()),
        Just("，，".to_owned()),
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("图为现场 张三 摄\n".to_owned()),
        Just("第12期 2024年7月31日\n".to_owned()),
        Just("---\n".to_owned()),
        Just("7月3日\t市总工会\t召开座谈会\n".to_owned()),
        Just("7月3日 星期三 晴\n".to_owned()),
        Just("二、省总工会慰问一线职工\n".to_owned()),
        Just("【送清凉】".to_owned()),
        Just("送法律。".to_owned()),
        Just("次日，当天，从8月1日起，".to_owned()),
        Just("困难职工李建国家，电话13812345678".to_owned()),
        "[０-９ａ-ｚ\u{ad}\u{200b}（）《》。；！？、：0-9a-z]{0,6}",
        "[工会职举办开展在到赴月日年区县市镇街道人名余近千万]{0,8}",
        ".{0,6}",
    ]
}

/// `PROPTEST_CASES` makes a long loop of it.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_without_an_edit(pieces in prop::collection::vec(piece(), 0..24)) {
        assert_nothing_is_lost(&pieces.concat());
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let first = read_one("a.txt", &bytes);
        prop_assert_eq!(first, read_one("a.txt", &bytes));
    }
}

/// Writes the corpus of the folder that `GONGXUN_READ` names to `target/score-corpus.json`, for the scorer.
#[test]
fn a_folder_reads_into_a_corpus() {
    let Some(folder) = std::env::var_os("GONGXUN_READ") else { return };
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let (corpus, diagnostics) = read(&files, &Options::default());
    for diagnostic in &diagnostics {
        eprintln!("{diagnostic}");
    }
    std::fs::write("target/score-corpus.json", serde_json::to_vec_pretty(&corpus).unwrap()).unwrap();
}

/// Words of the editors about the whole are no article, but tell its year.
#[test]
fn an_editors_note_tells_the_year() {
    let text = "某市工会交流\n\n【编者按】党纪学习教育开展以来，各级工会服务职工。\n\n6月3日，巴南区总工会慰问环卫工人，送去清凉用品。";
    let (corpus, _) = read_one("a.txt", text.as_bytes());
    let dates: Vec<String> = corpus
        .activities
        .iter()
        .filter_map(|one| one.date.as_ref())
        .map(|date| date.start.to_string())
        .collect();
    assert_eq!(dates, ["2024-06-03"]);
    assert_eq!(corpus.bulletins[0].articles.len(), 1);
}

/// Texts that could make a reader take more than linear time.
#[test]
fn large_and_odd_texts_take_seconds() {
    // An unoptimised build reads a tenth: what is held is that time grows with length, not beyond it.
    let scale = if cfg!(debug_assertions) { 20 } else { 1 };
    let sentence = "7月3日，巴南区总工会在区体育中心举办“互助杯”职工乒乓球赛，来自全区的近200名职工参赛。";
    let paragraph = sentence.repeat(10_000_000 / sentence.len() / scale);
    let bullets: String = (0..100_000 / scale).map(|i| format!("● {i}{sentence}\n")).collect();
    let marks = "，。“”；：（）《》●—".repeat(400_000 / scale);
    let quotes = "“".repeat(1_000_000 / scale);
    let digits = "1".repeat(1_000_000 / scale);
    let towns = "镇街道乡".repeat(300_000 / scale);
    let headings = "某某工会\n".repeat(100_000 / scale);
    let hosts = "甲总工会、".repeat(100_000 / scale);
    for (name, text) in [
        ("paragraph", &paragraph),
        ("bullets", &bullets),
        ("marks", &marks),
        ("quotes", &quotes),
        ("digits", &digits),
        ("towns", &towns),
        ("headings", &headings),
        ("hosts", &hosts),
    ] {
        let start = std::time::Instant::now();
        let (corpus, _) = read_one("a.txt", text.as_bytes());
        let took = start.elapsed();
        println!("{name}: {} bytes, {took:?}, {} activities", text.len(), corpus.activities.len());
        assert!(took.as_secs() < 20, "{name} took {took:?}");
    }
}
