//! The faults that cleaning mends, and what only looks like one, on the real bulletins where they are at hand.

use std::fs;
use std::path::Path;

use gongxun::ingest::{Options, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    file: String,
    before: String,
    after: String,
    fault: String,
    change: bool,
}

/// Letters and digits only, as the scorer compares them.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn faults_are_mended_and_traps_left_alone() {
    let shared = Path::new("../shared");
    let Ok(rows) = fs::read_to_string(shared.join("gold/cleaning.jsonl")) else {
        println!("skipped: ../shared/gold/cleaning.jsonl is not here");
        return;
    };
    let mut wrong = Vec::new();
    let rows: Vec<Row> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    for row in &rows {
        // Captions and bylines move to fields of their own, which the words around them do not show.
        if matches!(row.fault.as_str(), "photo-caption" | "byline" | "stray-line" | "mixed-script") {
            continue;
        }
        let bytes = fs::read(shared.join("bulletins").join(&row.file)).unwrap();
        let (corpus, _) = read(&[(&row.file, &bytes)], &Options::default());
        let mut text = String::new();
        for (_, article) in corpus.articles() {
            text.push_str(&bare(&article.title));
            text.push_str(&bare(article.subtitle.as_deref().unwrap_or("")));
            article.paragraphs.iter().for_each(|paragraph| text.push_str(&bare(paragraph)));
            article.captions.iter().for_each(|caption| text.push_str(&bare(&caption.text)));
        }
        let wanted = bare(if row.change { &row.after } else { &row.before });
        if !text.contains(&wanted) {
            wrong.push(format!("{}: {:?} → {:?} ({})", row.file, row.before, row.after, row.fault));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(rows.len() > 50);
}
