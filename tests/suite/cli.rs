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
