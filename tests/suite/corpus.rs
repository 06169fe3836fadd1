//! Corpus JSON: what reads, what is refused and with which words, and the published schema.

use std::collections::BTreeSet;

use expect_test::expect_file;
use gongxun::corpus::{self, Corpus, CorpusError};
use serde_json::{Value, json};

/// A small sound corpus; each test breaks what it is about.
pub(crate) fn sample() -> Value {
    json!({
        "format": "gongxun-corpus", "version": 1, "title": "样例",
        "bulletins": [{
            "id": "b1", "file": "样例.txt", "script": "hans", "issued": "2024-07-31",
            "year": { "value": 2024, "basis": "发布日期" }, "region": "500000",
            "articles": [{
                "id": "a1", "title": "巴南送清凉",
                "paragraphs": ["7月8日，巴南区总工会慰问职工。", "渝北区同日开展讲座。"],
                "captions": [{ "text": "现场", "after": 1 }],
                "edits": [{ "at": { "part": "paragraph", "index": 1, "range": [0, 9] }, "was": "渝 北区", "rule": "space" }]
            }]
        }],
        "activities": [{
            "id": "a1-x", "article": "a1", "title": "慰问职工",
            "at": { "part": "paragraph", "index": 0, "range": [0, 44] },
            "date": { "start": "2024-07-08", "end": "2024-07-08", "precision": "day", "basis": "7月8日" },
            "places": [{ "adcode": "500113", "name": "巴南区", "basis": "text" }],
            "organisers": ["巴南区总工会"], "types": ["慰问帮扶"],
            "fields": { "date": { "at": [{ "part": "paragraph", "index": 0, "range": [0, 8] }], "sure": "certain", "by": "day" } }
        }]
    })
}

#[test]
fn a_sound_corpus_reads_and_writes_the_same_again() {
    let corpus = Corpus::from_json(&sample().to_string()).unwrap();
    let text = corpus.to_json().unwrap();
    assert!(text.ends_with("}\n"));
    assert_eq!(Corpus::from_json(&text).unwrap(), corpus);
    assert_eq!(Corpus::from_json(&text).unwrap().to_json().unwrap(), text);
    assert_eq!(Corpus::from_bytes(format!("\u{feff}{text}").as_bytes()).unwrap(), corpus);
}

#[test]
fn unknown_fields_are_ignored() {
    let mut value = sample();
    value["later"] = json!(1);
    value["bulletins"][0]["articles"][0]["later"] = json!({});
    value["activities"][0]["later"] = json!([1]);
    assert!(Corpus::from_json(&value.to_string()).is_ok());
}

/// Every way in which a document is refused, with the words that a clerk reads: `messages.txt` holds them.
#[test]
fn what_is_refused_is_told() {
    let whole = sample().to_string();
    let cut = whole.char_indices().nth(200).unwrap().0;
    let texts: [(&str, &str); 6] = [
        ("empty", ""),
        ("a web page", "<!doctype html><title>404</title>"),
        ("plain text", "一周动态\n7月8日"),
        ("cut off", &whole[..cut]),
        ("a list", "[1, 2]"),
        (
            "another version, all else different",
            r#"{"format":"gongxun-corpus","version":9,"bulletins":"elsewhere"}"#,
        ),
    ];
    let mut told: Vec<(&str, Result<Corpus, CorpusError>)> =
        texts.into_iter().map(|(name, text)| (name, Corpus::from_json(text))).collect();
    told.push(("GB18030", Corpus::from_bytes(&[b'{', 0xb9, 0xa4])));
    for (name, break_it) in breaks() {
        let mut value = sample();
        break_it(&mut value);
        told.push((name, Corpus::from_json(&(serde_json::to_string_pretty(&value).unwrap()))));
    }
    let lines: String = told
        .into_iter()
        .map(|(name, result)| match result {
            Ok(_) => panic!("{name}: a broken corpus was read"),
            Err(error) => format!("{name} ({})\n    {error}\n", error.code()),
        })
        .collect();
    expect_file!["../fixtures/corpus/messages.txt"].assert_eq(&lines);
}

type Break = fn(&mut Value);

fn breaks() -> Vec<(&'static str, Break)> {
    fn twice(list: &mut Value) {
        *list = json!([list[0], list[0]]);
    }
    vec![
        ("another format", |v| v["format"] = json!("geojson")),
        ("no format", |v| v["format"] = Value::Null),
        ("a later version", |v| v["version"] = json!(2)),
        ("an odd version", |v| v["version"] = json!("一")),
        ("no version", |v| v["version"] = Value::Null),
        ("a list that is an object", |v| v["bulletins"] = json!({})),
        ("a missing field", |v| v["activities"][0]["article"] = Value::Null),
        ("an impossible day", |v| v["bulletins"][0]["issued"] = json!("2024-13-45")),
        ("a short adcode", |v| v["activities"][0]["places"][0]["adcode"] = json!("5001")),
        ("an unknown script", |v| v["bulletins"][0]["script"] = json!("latn")),
        ("past the end", |v| v["activities"][0]["at"]["range"] = json!([0, 400])),
        ("backwards", |v| v["activities"][0]["at"]["range"] = json!([9, 3])),
        ("no such paragraph", |v| v["activities"][0]["at"]["index"] = json!(7)),
        ("no subtitle", |v| v["activities"][0]["at"]["part"] = json!("subtitle")),
        ("within a character", |v| v["activities"][0]["fields"]["date"]["at"][0]["range"] = json!([0, 2])),
        ("an edit past the end", |v| {
            v["bulletins"][0]["articles"][0]["edits"][0]["at"]["range"] = json!([0, 99])
        }),
        ("a caption after the end", |v| v["bulletins"][0]["articles"][0]["captions"][0]["after"] = json!(3)),
        ("an unknown article", |v| v["activities"][0]["article"] = json!("a9")),
        ("an unknown activity", |v| v["activities"][0]["same_as"] = json!(["a1-z"])),
        ("an unknown type", |v| v["activities"][0]["types"] = json!(["送温暖"])),
        ("a date that ends first", |v| v["activities"][0]["date"]["end"] = json!("2024-07-01")),
        ("an empty id", |v| v["activities"][0]["id"] = json!("")),
        ("an activity twice", |v| twice(&mut v["activities"])),
        ("an article twice", |v| twice(&mut v["bulletins"][0]["articles"])),
        ("a bulletin twice", |v| twice(&mut v["bulletins"])),
    ]
}

/// `UPDATE_EXPECT=1 cargo test` writes the committed file anew.
#[test]
fn the_committed_schema_agrees_with_the_types() {
    let text = serde_json::to_string_pretty(&corpus::schema()).unwrap() + "\n";
    expect_file!["../../data/corpus.schema.json"].assert_eq(&text);
}

#[test]
fn the_schema_accepts_the_sound_and_refuses_the_broken() {
    let validator = jsonschema::validator_for(&corpus::schema()).unwrap();
    let written = Corpus::from_json(&sample().to_string()).unwrap().to_json().unwrap();
    assert!(validator.is_valid(&serde_json::from_str(&written).unwrap()));
    let breaks: [Break; 5] = [
        |v| v["format"] = json!("other"),
        |v| v["version"] = json!(2),
        |v| v["activities"][0]["types"] = json!(["送温暖"]),
        |v| v["activities"][0]["date"]["start"] = json!("8 July"),
        |v| v["bulletins"][0]["articles"][0]["paragraphs"] = json!("text"),
    ];
    for break_it in breaks {
        let mut value = sample();
        break_it(&mut value);
        assert!(!validator.is_valid(&value), "{value}");
    }
}

#[test]
fn the_committed_corpus_meets_the_committed_schema() {
    let read = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        serde_json::from_str::<Value>(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let validator = jsonschema::validator_for(&read("corpus.schema.json")).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&read("corpus.json")).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_fourteen_types_are_those_of_the_table() {
    let table = include_str!("../../data/types.tsv");
    let named: BTreeSet<&str> = table.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
    // `-` heads the words that hold no type, whatever word of a type stands inside them.
    let known: BTreeSet<&str> = corpus::TYPES.into_iter().chain(["-"]).collect();
    assert_eq!(named.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new());
    // 其他 is what no word tells.
    assert_eq!(known.difference(&named).filter(|name| **name != "其他").count(), 0);
}
