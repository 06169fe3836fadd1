//! The command as its users meet it: exit codes, what goes to stdout, which Chinese words go to stderr.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use crate::corpus::sample;

/// A folder of this test's own, emptied.
fn folder(name: &str) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

fn gongxun(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongxun")).args(args).output().unwrap()
}

/// Runs the command, checks its exit code, and gives stdout and stderr.
fn check(args: &[&str], code: i32) -> (String, String) {
    let output = gongxun(args);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "gongxun {args:?}\n{out}\n{err}");
    (out, err)
}

fn sample_file(name: &str, text: &str) -> String {
    let path = folder(name).join("corpus.json");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn help_is_chinese_and_wrong_usage_is_2() {
    for command in ["corpus", "check", "search", "stats", "package", "serve"] {
        let (out, _) = check(&[command, "--help"], 0);
        assert!(out.contains("用法: gongxun ") && out.contains("参数"), "{out}");
        assert!(!out.contains("Usage") && !out.contains("Options"), "{out}");
        let (_, err) = check(&[command, "--nonsense"], 2);
        assert!(err.contains("不认识的参数"), "{err}");
    }
    let (_, err) = check(&["serch"], 2);
    assert!(err.contains("没有“serch”这个命令"), "{err}");
}

#[test]
fn a_search_says_what_it_found() {
    let corpus = sample_file("search", &sample().to_string());
    let (out, err) = check(&["search", &corpus, "慰問職工"], 0);
    assert!(
        out.starts_with("1 篇文章，其中 1 项活动\n") && out.contains("1. 巴南送清凉  2024-07-31"),
        "{out}"
    );
    assert_eq!(err, "");
    let (out, _) = check(&["search", &corpus, "讲座 -渝北区"], 0);
    assert!(out.starts_with("0 篇文章"), "{out}");
    check(&["search", &corpus, "-长江"], 0);
    let (out, _) = check(&["search", "--limit", "0", &corpus, "职工 -长江"], 0);
    assert!(out.starts_with("1 篇文章") && out.contains("另有 1 篇"), "{out}");
}

#[test]
fn a_search_in_json_has_the_fields_of_the_contract() {
    let corpus = sample_file("search-json", &sample().to_string());
    let (out, _) = check(&["search", &corpus, "送清凉", "--json", "--limit", "1"], 0);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&answer["total"], &answer["relaxed"]), (&1.into(), &false.into()));
    let hit = &answer["hits"][0];
    assert_eq!((hit["id"].as_str(), hit["title"].as_str()), (Some("a1"), Some("巴南送清凉")));
    assert_eq!(hit["date"], "2024-07-31");
    let (out, _) = check(&["search", &corpus, "送清凉", "--json", "--limit", "0"], 0);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["hits"], Value::Array(Vec::new()));
    let (out, _) = check(&["search", &corpus, "职工 飞船", "--json"], 0);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["relaxed"], true);
}

#[test]
fn statistics_count_by_each_field() {
    let corpus = sample_file("stats", &sample().to_string());
    let (out, _) = check(&["stats", &corpus], 0);
    assert!(out.contains("活动        1\n"), "{out}");
    let (out, _) = check(&["stats", &corpus, "--by", "district"], 0);
    assert!(out.contains("500113"), "{out}");
    let (out, _) = check(&["stats", &corpus, "--by", "type", "--csv"], 0);
    assert_eq!(out, "\u{feff}名次,类型,活动数\r\n1,慰问帮扶,1\r\n");
    let (out, _) = check(&["stats", &corpus, "--by", "month", "--csv"], 0);
    assert_eq!(out, "\u{feff}月份,活动数\r\n2024-07,1\r\n");
    let (out, _) = check(&["stats", &corpus, "--by", "audience", "--csv"], 0);
    assert_eq!(out, "\u{feff}名次,对象,活动数\r\n,（未注明）,1\r\n");
    let (_, err) = check(&["stats", &corpus, "--by", "weather"], 2);
    assert!(err.contains("weather") && err.contains("district"), "{err}");
}

#[test]
fn a_corpus_that_cannot_be_used_is_told() {
    let whole = sample().to_string();
    let mut outside = sample();
    outside["activities"][0]["at"]["range"] = serde_json::json!([0, 400]);
    for (name, text, words) in [
        ("cut", whole.split("渝北").next().unwrap(), "文件不完整"),
        ("version", &whole.replace("\"version\":1", "\"version\":7"), "字段 version 应为 1，实为 7"),
        ("range", &outside.to_string(), "超出其文字"),
        ("format", "{}", "字段 format 应为 gongxun-corpus"),
    ] {
        let corpus = sample_file(name, text);
        for args in [vec!["search", &corpus, "工会"], vec!["stats", &corpus]] {
            let (out, err) = check(&args, 2);
            assert!(err.contains(words) && err.contains("corpus.json") && out.is_empty(), "{err}");
        }
    }
    let (_, err) = check(&["stats", "没有这个文件.json"], 2);
    assert!(err.contains("没有这个文件.json"), "{err}");
}

const BULLETIN: &str = "---\n发布: 重庆市总工会\n日期: 2024-07-10\n---\n\n巴南慰问一线职工\n\n\
    7月8日，巴南区总工会走进工地，慰问一线职工。\n";

#[test]
fn bulletins_become_a_corpus_that_search_and_statistics_read() {
    let dir = folder("corpus");
    fs::create_dir(dir.join("子目录")).unwrap();
    fs::write(dir.join("子目录/甲.txt"), BULLETIN).unwrap();
    fs::write(dir.join(".DS_Store"), [0, 1, 2]).unwrap();
    let output = dir.join("语料.json");
    let output = output.to_str().unwrap();
    let (out, err) = check(&["corpus", dir.join("子目录").to_str().unwrap(), "-o", output], 0);
    assert!(
        out.contains("语料: ") && err.contains("1 份简报，1 篇文章，1 项活动；错误 0，警告 0"),
        "{out}{err}"
    );
    let (out, _) = check(&["search", output, "慰問"], 0);
    assert!(out.starts_with("1 篇文章，其中 1 项活动"), "{out}");
    let (out, _) = check(&["stats", output, "--by", "district"], 0);
    assert!(out.contains("巴南区") && out.contains("重庆市"), "{out}");
    let left: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "something was left behind: {left:?}");
}

#[test]
fn a_bad_bulletin_costs_itself_only() {
    let dir = folder("bad-bulletin");
    let bulletins = dir.join("简报");
    fs::create_dir(&bulletins).unwrap();
    fs::write(bulletins.join("甲.txt"), BULLETIN).unwrap();
    fs::write(bulletins.join("乙.txt"), "").unwrap();
    fs::write(bulletins.join("丙.pdf"), "%PDF-1.4").unwrap();
    let (bulletins, output) = (bulletins.to_str().unwrap(), dir.join("语料.json"));
    let (_, err) = check(&["corpus", bulletins, "-o", output.to_str().unwrap()], 1);
    assert!(err.contains("乙.txt: 错误[empty]") && err.contains("丙.pdf: 错误[other-format]"), "{err}");
    assert!(err.contains("1 份简报") && err.contains("错误 2"), "{err}");
    assert!(fs::read_to_string(&output).unwrap().contains("巴南慰问一线职工"));
    let (_, again) = check(&["check", bulletins], 1);
    assert_eq!(again, err);
}

#[test]
fn a_warning_counts_under_strict_only() {
    let dir = folder("strict");
    let bulletin = dir.join("甲.txt");
    fs::write(&bulletin, BULLETIN.replace("7月8日", "13月45日")).unwrap();
    let (bulletin, output) = (bulletin.to_str().unwrap(), dir.join("语料.json"));
    let output = output.to_str().unwrap();
    let (_, err) = check(&["corpus", bulletin, "-o", output], 0);
    assert!(err.contains("甲.txt:8: 警告[impossible-date]") && err.contains("13月45日"), "{err}");
    check(&["corpus", bulletin, "-o", output, "--strict"], 1);
}

#[test]
fn a_good_corpus_is_never_replaced_by_nothing() {
    let dir = folder("kept");
    fs::write(dir.join("空.txt"), "").unwrap();
    let output = dir.join("语料.json");
    fs::write(&output, "旧的").unwrap();
    let (empty, output) = (dir.join("空.txt"), output.to_str().unwrap().to_owned());
    let (_, err) = check(&["corpus", empty.to_str().unwrap(), "-o", &output], 2);
    assert!(err.contains("没有读到任何文章") && err.contains("没有改动"), "{err}");
    let (_, err) = check(&["corpus", "没有这个目录", "-o", &output], 2);
    assert!(err.contains("没有 没有这个目录 这个文件或目录"), "{err}");
    assert_eq!(fs::read_to_string(&output).unwrap(), "旧的");
    fs::write(dir.join("甲.txt"), BULLETIN).unwrap();
    let nowhere = dir.join("没有/语料.json");
    let (_, err) =
        check(&["corpus", dir.join("甲.txt").to_str().unwrap(), "-o", nowhere.to_str().unwrap()], 2);
    assert!(err.contains("不能写入"), "{err}");
}

#[test]
fn corrections_are_applied_or_told() {
    let dir = folder("corrections");
    fs::write(dir.join("甲.txt"), BULLETIN).unwrap();
    let path = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    let (bulletin, output, corrections) = (path("甲.txt"), path("语料.json"), path("更正.json"));
    check(&["corpus", &bulletin, "-o", &output], 0);
    let corpus: Value = serde_json::from_str(&fs::read_to_string(&output).unwrap()).unwrap();
    let item = |evidence: &str| {
        serde_json::json!({ "article": corpus["activities"][0]["article"], "activity": corpus["activities"][0]["id"],
            "evidence": evidence, "op": "set", "field": "title", "to": "走进工地看望职工" })
    };
    let file = |items: Value| {
        serde_json::json!({ "format": "gongxun-corrections", "version": 1, "items": items }).to_string()
    };
    fs::write(&corrections, file(serde_json::json!([item("7月8日，巴南区"), item("9月9日")]))).unwrap();
    let (_, err) = check(&["corpus", &bulletin, "-o", &output, "--corrections", &corrections], 1);
    assert!(err.contains("更正.json: 错误[correction-evidence-gone]: 第 2 条更正"), "{err}");
    assert!(fs::read_to_string(&output).unwrap().contains("走进工地看望职工"));
    fs::write(&corrections, "{").unwrap();
    let (_, err) = check(&["corpus", &bulletin, "-o", &output, "--corrections", &corrections], 2);
    assert!(err.contains("更正.json 不能使用") && err.contains("文件不完整"), "{err}");
}

#[test]
fn a_trace_shows_what_cleaning_changed() {
    let dir = folder("trace");
    let text = BULLETIN.replace("7月8日", "○7月8日");
    fs::write(dir.join("甲.txt"), text).unwrap();
    let (out, err) = check(&["check", "--trace", dir.to_str().unwrap()], 0);
    assert!(out.contains("第 1 段 [bullet]: 〔○ → 〕7月8日"), "{out}{err}");
}

/// The committed corpus is what the build makes; `UPDATE_EXPECT=1 cargo test` writes it anew.
#[test]
fn the_committed_corpus_is_what_the_bulletins_give() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let output = folder("default").join("corpus.json");
    let (_, err) =
        check(&["corpus", root.join("data/bulletins").to_str().unwrap(), "-o", output.to_str().unwrap()], 0);
    assert!(err.contains("错误 0"), "{err}");
    expect_test::expect_file!["../../data/corpus.json"].assert_eq(&fs::read_to_string(output).unwrap());
}
