//! Judged queries: a line of JSON each, `{ query, need, judged: [{ bulletin, first_words, grade }] }`. Grades go
//! from 0 (no use) to 3 (what was looked for); what is not judged is 0.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use super::archive::Archive;

/// A query with the grades of articles by number.
pub(crate) struct Judged {
    pub(crate) text: String,
    pub(crate) grades: BTreeMap<usize, u32>,
}

#[derive(serde::Deserialize)]
struct Line {
    query: String,
    judged: Vec<Judgement>,
}

#[derive(serde::Deserialize)]
struct Judgement {
    bulletin: String,
    first_words: String,
    grade: u32,
}

/// Reads a file of judgements; `None` where it is not there.
pub(crate) fn read(file: &str, archive: &Archive) -> anyhow::Result<Option<Vec<Judged>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ranking").join(file);
    if !path.is_file() {
        return Ok(None);
    }
    let mut all = Vec::new();
    for (at, line) in fs::read_to_string(&path)?.lines().enumerate() {
        let line: Line = serde_json::from_str(line).with_context(|| format!("{file}, line {}", at + 1))?;
        let mut grades: BTreeMap<usize, u32> = BTreeMap::new();
        let mut lost = 0;
        for one in &line.judged {
            ensure!(one.grade <= 3, "{file}, line {}: a grade is 0 to 3", at + 1);
            let articles = archive.with(&one.bulletin, &one.first_words);
            if articles.is_empty() {
                // The reader made no article of it: no engine can find it, and the ideal list still has it.
                grades.insert(usize::MAX - lost, one.grade);
                lost += 1;
            }
            for article in articles {
                let grade = grades.entry(article).or_insert(0);
                *grade = one.grade.max(*grade);
            }
        }
        all.push(Judged { text: line.query, grades });
    }
    Ok(Some(all))
}
