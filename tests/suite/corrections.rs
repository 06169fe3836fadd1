//! Corrections: what they do, and that none is applied whose ground is gone.

use expect_test::expect_file;
use gongxun::corpus::{Activity, Corpus, Corrections, Sureness, correct, faults};
use serde_json::{Value, json};

use crate::corpus::sample;

fn corpus() -> Corpus {
    let mut value = sample();
    // A second article reports the same event, and the first one names a second.
    value["bulletins"][0]["articles"].as_array_mut().unwrap().push(json!({
        "id": "a2", "title": "简讯", "paragraphs": ["巴南区总工会慰问职工，渝北区总工会办讲座。"]
    }));
    let mut other = value["activities"][0].clone();
    other["id"] = json!("a1-y");
    other["title"] = json!("讲座");
    other["at"] = json!({ "part": "paragraph", "index": 1, "range": [0, 30] });
    other["places"] = json!([{ "adcode": "500112", "name": "渝北区", "basis": "text" }]);
    other["fields"] = json!({});
    other["same_as"] = json!(["a1-x"]);
    let mut third = other.clone();
    third["id"] = json!("a2-z");
    third["article"] = json!("a2");
    third["at"] = json!({ "part": "paragraph", "index": 0, "range": [0, 63] });
    third["same_as"] = json!([]);
    value["activities"].as_array_mut().unwrap().extend([other, third]);
    Corpus::from_json(&value.to_string()).unwrap()
}

fn corrections(items: Value) -> Corrections {
    Corrections::from_json(
        &json!({ "format": "gongxun-corrections", "version": 1, "items": items }).to_string(),
    )
    .unwrap()
}

/// Applies one correction that must hold; the corpus stays sound.
fn applied(item: Value) -> Corpus {
    let mut corpus = corpus();
    let told = correct(&mut corpus, &corrections(json!([item])), "更正.json");
    assert_eq!(told, []);
    assert_eq!(faults(&corpus), []);
    corpus
}

fn ids(corpus: &Corpus) -> Vec<&str> {
    corpus.activities.iter().map(|activity| activity.id.as_str()).collect()
}

fn activity<'c>(corpus: &'c Corpus, id: &str) -> &'c Activity {
    corpus.activities.iter().find(|activity| activity.id.as_str() == id).unwrap()
}

#[test]
fn a_field_is_set_and_rests_on_the_person() {
    let corpus =
        applied(json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日，巴南区", "op": "set",
        "field": "types", "from": ["慰问帮扶"], "to": ["慰问帮扶", "建会入会"] }));
    let first = activity(&corpus, "a1-x");
    assert_eq!(first.types, ["慰问帮扶", "建会入会"]);
    let basis = &first.fields[&gongxun::corpus::FieldName::Types];
    assert_eq!((basis.by.as_str(), basis.sure), ("person", Sureness::Certain));
}

#[test]
fn a_date_and_the_reason_for_none_exclude_each_other() {
    let undated = applied(json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set",
        "field": "undated", "to": { "words": "近日", "reason": "vague" } }));
    assert_eq!(activity(&undated, "a1-x").date, None);
    let emptied = applied(json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set",
        "field": "date", "from": { "start": "2024-07-08", "end": "2024-07-08", "precision": "day", "basis": "7月8日" },
        "to": null }));
    assert_eq!(activity(&emptied, "a1-x").date, None);
}

#[test]
fn an_activity_is_found_by_its_passage_where_its_id_has_changed() {
    let corpus = applied(
        json!({ "article": "a1", "activity": "a1-old", "evidence": "7月8日，巴南區總工會", "op": "set",
        "field": "title", "to": "看望职工" }),
    );
    assert_eq!(activity(&corpus, "a1-x").title, "看望职工");
}

#[test]
fn an_article_has_fields_too() {
    let corpus = applied(json!({ "article": "a1", "evidence": "巴南送清凉", "op": "set",
        "field": "title", "from": "巴南送清凉", "to": "巴南夏送清凉" }));
    assert_eq!(corpus.bulletins[0].articles[0].title, "巴南夏送清凉");
}

#[test]
fn what_is_deleted_is_named_nowhere() {
    let corpus =
        applied(json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "delete" }));
    assert_eq!(ids(&corpus), ["a1-y", "a2-z"]);
    assert!(activity(&corpus, "a1-y").same_as.is_empty());
    let corpus = applied(json!({ "article": "a1", "evidence": "巴南送清凉", "op": "delete" }));
    assert_eq!(ids(&corpus), ["a2-z"]);
    assert_eq!(corpus.bulletins[0].articles.len(), 1);
}

#[test]
fn an_added_activity_stands_in_text_order() {
    let corpus = applied(json!({ "article": "a1", "evidence": "慰问职工", "op": "add",
        "to": { "title": "慰问", "types": ["慰问帮扶"] } }));
    assert_eq!(corpus.activities[1].title, "慰问");
    assert_eq!(corpus.activities[1].at.range, [29, 44]);
    assert!(corpus.activities[1].id.as_str().starts_with("a1-"));
    assert_eq!(corpus.activities[1].fields.len(), 2);
}

#[test]
fn a_split_keeps_the_first_id_and_shares_the_passage() {
    let corpus = applied(
        json!({ "article": "a2", "activity": "a2-z", "evidence": "巴南区总工会", "op": "split",
        "to": [{ "evidence": "巴南区总工会", "title": "慰问" }, { "evidence": "渝北区总工会", "title": "讲座" }] }),
    );
    let parts = &corpus.activities[2..];
    assert_eq!(parts.len(), 2);
    assert_eq!((parts[0].id.as_str(), parts[0].at.range), ("a2-z", [0, 33]));
    assert_eq!((parts[1].title.as_str(), parts[1].at.range), ("讲座", [33, 63]));
    assert_eq!(parts[1].types, parts[0].types);
}

#[test]
fn a_merge_within_an_article_makes_one_record_and_across_articles_a_link() {
    let within = applied(
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "merge", "to": "a1-y" }),
    );
    assert_eq!(ids(&within), ["a1-x", "a2-z"]);
    assert_eq!(activity(&within, "a1-x").places.len(), 2);
    assert!(activity(&within, "a1-x").same_as.is_empty());
    let across = applied(
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "merge", "to": ["a2-z"] }),
    );
    assert_eq!(ids(&across).len(), 3);
    assert_eq!(activity(&across, "a1-x").same_as[0].as_str(), "a2-z");
    assert_eq!(activity(&across, "a2-z").same_as[0].as_str(), "a1-x");
}

#[test]
fn what_does_not_fit_is_told_and_changes_nothing() {
    let refused = [
        json!({ "article": "a9", "evidence": "7月8日", "op": "delete" }),
        json!({ "article": "a1", "activity": "a1-n", "evidence": "9月9日", "op": "delete" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "9月9日", "op": "delete" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "", "op": "delete" }),
        json!({ "article": "a1", "evidence": "长江", "op": "delete" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "to": "x" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "title" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "id", "to": "x" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "title", "from": "讲座", "to": "x" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "types", "to": "慰问帮扶" }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "types", "to": ["送温暖"] }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "same_as", "to": ["a1-n"] }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "set", "field": "at",
            "to": { "part": "paragraph", "index": 0, "range": [0, 99] } }),
        json!({ "article": "a1", "evidence": "区", "op": "add", "to": { "title": "两处都有" } }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "慰问", "op": "add", "to": { "title": "编号已有" } }),
        json!({ "article": "a2", "activity": "a2-z", "evidence": "巴南区", "op": "split", "to": [{ "title": "一项" }] }),
        json!({ "article": "a2", "activity": "a2-z", "evidence": "巴南区", "op": "split", "to": [{ "title": "一" }, { "title": "二" }] }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "merge", "to": ["a1-y", "a1-n"] }),
        json!({ "article": "a1", "activity": "a1-x", "evidence": "7月8日", "op": "merge", "to": "a1-x" }),
    ];
    let count = refused.len();
    let mut corrected = corpus();
    let told = correct(&mut corrected, &corrections(refused.into()), "更正.json");
    assert_eq!(told.len(), count);
    assert_eq!(corrected, corpus());
    let lines: String = told.iter().map(|diagnostic| format!("{diagnostic}\n")).collect();
    expect_file!["../fixtures/corpus/refusals.txt"].assert_eq(&lines);
}

#[test]
fn another_file_is_no_file_of_corrections() {
    let error = Corrections::from_json(&sample().to_string()).unwrap_err();
    assert_eq!(error.code(), "format");
    let text = corrections(
        json!([{ "article": "a1", "evidence": "7月8日", "op": "set", "field": "byline", "to": null }]),
    );
    assert_eq!(Corrections::from_json(&text.to_json().unwrap()).unwrap(), text);
}
