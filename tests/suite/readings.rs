//! What is read of the invented bulletins against what a careful person would note: as they are, with the line
//! ends of a page, and with numbers on lines of their own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect;
use gongxun::corpus::{Activity, Corpus};
use gongxun::ingest::{Options, read};
use gongxun::text::{fold, to_simplified};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    kind: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    first_words: String,
    #[serde(default)]
    evidence: String,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    date_start: Option<String>,
    #[serde(default)]
    date_end: Option<String>,
    #[serde(default)]
    alt_dates: Vec<(Option<String>, Option<String>)>,
    #[serde(default)]
    places: Vec<Unit>,
    #[serde(default)]
    alt_places: Vec<Unit>,
    #[serde(default)]
    types: Vec<String>,
    #[serde(default)]
    alt_types: Vec<String>,
}

#[derive(Deserialize)]
struct Unit {
    adcode: String,
}

/// The invented bulletins: name, text, what is expected.
fn bulletins() -> Vec<(String, String, Vec<Row>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bulletins/own");
    let mut found: Vec<(String, String, Vec<Row>)> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter_map(|folder| {
            let text = fs::read_to_string(folder.join("input.txt")).ok()?;
            let rows = fs::read_to_string(folder.join("expected.jsonl")).unwrap();
            let rows = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            Some((folder.file_name().unwrap().to_string_lossy().into_owned(), text, rows))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// Letters and digits, Simplified.
fn bare(text: &str) -> String {
    fold(&to_simplified(text)).text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What is not read as expected.
fn misses(name: &str, corpus: &Corpus, rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    let begins: Vec<String> =
        corpus.articles().map(|(_, article)| bare(&article.paragraphs.concat())).collect();
    let passage = |activity: &Activity| {
        let (_, article) = corpus.articles().find(|(_, article)| article.id == activity.article).unwrap();
        bare(article.passage(&activity.at).unwrap())
    };
    let passages: Vec<(String, &Activity)> =
        corpus.activities.iter().map(|activity| (passage(activity), activity)).collect();
    let mut used = BTreeSet::new();
    for row in rows {
        let title = row.title.as_deref().unwrap_or_default();
        if row.kind == "article" {
            let head: String = bare(&row.first_words).chars().take(8).collect();
            if !begins.iter().any(|text| text.starts_with(&head)) {
                found.push(format!("{name}: no article begins {head}"));
            }
        }
        if row.kind != "activity" || row.optional {
            continue;
        }
        let words = bare(&row.evidence);
        let hit = passages.iter().position(|(text, _)| text.contains(&words));
        let Some(hit) = hit else {
            found.push(format!("{name}: not found: {title}"));
            continue;
        };
        used.insert(hit);
        let activity = passages[hit].1;
        let day = |day: Option<gongxun::date::Day>| day.map(|day| day.to_string());
        let date = activity.date.as_ref();
        let got = (day(date.map(|date| date.start)), day(date.map(|date| date.end)));
        let wanted = (row.date_start.clone(), row.date_end.clone().or(row.date_start.clone()));
        if got != wanted && !row.alt_dates.contains(&got) {
            found.push(format!("{name}: date: {title}"));
        }
        let places: BTreeSet<String> =
            activity.places.iter().map(|place| place.adcode.number().to_string()).collect();
        let of = |units: &[Unit]| units.iter().map(|unit| unit.adcode.clone()).collect::<BTreeSet<_>>();
        let also = of(&row.places).union(&of(&row.alt_places)).cloned().collect();
        if places != of(&row.places) && (places.is_empty() || !places.is_subset(&also)) {
            found.push(format!("{name}: places: {title}"));
        }
        let types = row.types.iter().chain(&row.alt_types).collect::<BTreeSet<_>>();
        if !types.is_empty() && !activity.types.iter().any(|kind| types.contains(kind)) {
            found.push(format!("{name}: types: {title}"));
        }
    }
    let wanted = rows.iter().filter(|row| row.kind == "activity").count();
    if corpus.activities.len() > wanted {
        found.push(format!("{name}: {} activities for {wanted}", corpus.activities.len()));
    }
    found
}

/// All misses of the bulletins, each text changed before it is read.
fn all_misses(change: impl Fn(&str) -> String) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text, rows) in bulletins() {
        let (corpus, _) = read(&[("a.txt", change(&text).as_bytes())], &Options::default());
        found.extend(misses(&name, &corpus, &rows));
    }
    found
}

#[test]
fn invented_bulletins_are_read_as_expected() {
    expect![[r#"
        city-without-suffix: types: 义务植树
        firms-in-turn: types: “热水到井口”行动
        two-issue-reports: date: 驿站夜间服务"#]]
    .assert_eq(&all_misses(str::to_owned).join("\n"));
}

/// Paragraphs cut into lines of so many characters, none of which begins with a mark.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim_end) {
        let chars: Vec<char> = line.chars().collect();
        let mut start = 0;
        while chars.len() - start > width {
            let mut end = start + width;
            while end < chars.len() && "，。、；：！？”》）".contains(chars[end]) {
                end += 1;
            }
            lines.push(chars[start..end].iter().collect::<String>());
            start = end;
        }
        lines.push(chars[start..].iter().collect());
    }
    lines.join("\n")
}

#[test]
fn line_ends_of_a_page_change_little() {
    for width in [36, 28] {
        let found = all_misses(|text| wrapped(text, width));
        assert!(found.len() <= 12, "{width}: {}", found.join("\n"));
    }
}

/// The numbers of days, months and people on lines of their own.
fn numbers_apart(text: &str) -> String {
    let mut apart = String::new();
    let chars: Vec<char> = text.chars().collect();
    let ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let end = (at..chars.len()).find(|&i| !chars[i].is_ascii_digit()).unwrap_or(chars.len());
        let counted = end > at
            && at > 0
            && ideograph(chars[at - 1])
            && chars.get(end).is_some_and(|unit| "月年日名人家场".contains(*unit));
        if counted {
            apart.push('\n');
            apart.extend(&chars[at..end]);
            apart.push('\n');
        } else if end > at {
            apart.extend(&chars[at..end]);
        } else {
            apart.push(c);
        }
        at = end.max(at + 1);
    }
    apart
}

#[test]
fn numbers_on_lines_of_their_own_change_little() {
    let found = all_misses(numbers_apart);
    assert!(found.len() <= 20, "{}", found.join("\n"));
}
