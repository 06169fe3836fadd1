//! A file of ready articles, one a line (`.jsonl`): read line by line, so that a hundred thousand articles take
//! the memory of their records only.

use super::edited::Edited;
use super::extract::Scene;
use super::formats::{self, Ready};
use super::front_matter::{self, FrontMatter};
use super::outlook::Outlook;
use super::read::{Context, ReadBulletin, looked_over};
use super::record::Reading;
use super::split::{Draft, Imprint, Page, Paragraph, kind_of_line};
use super::{clean, finding, lines};
use crate::corpus::Diagnostic;

/// So many articles tell the region, publisher and year of the whole file.
const SURVEYED: usize = 500;

/// Reads a file of ready articles.
pub(super) fn read(file: &str, text: &str, context: &Context, found: &mut Vec<Diagnostic>) -> ReadBulletin {
    let head = FrontMatter::default();
    let mut survey = Page::default();
    // What is wrong with a line is said once, when it is read.
    let unsaid = &mut Vec::new();
    let first = formats::ready(text).filter_map(|(line, ready)| Some(draft(file, line, ready.ok()?, unsaid)));
    survey.drafts.extend(first.take(SURVEYED));
    let scenes: Vec<Vec<Scene>> = survey.drafts.iter().map(looked_over).collect();
    let outlook = Outlook::new(&survey, &scenes, &head, context);
    drop((survey, scenes));
    let mut reading = Reading::new(file, &outlook);
    for (line, ready) in formats::ready(text) {
        match ready {
            Ok(ready) => {
                let draft = draft(file, line, ready, found);
                reading.take(&draft, &looked_over(&draft), found);
            }
            Err(why) => found.push(finding::jsonl_line(file, line, &why)),
        }
    }
    reading.close(&head, Imprint::default(), found)
}

/// The article of a line, with the paragraphs that its body's lines make.
fn draft(file: &str, line: usize, ready: Ready, found: &mut Vec<Diagnostic>) -> Draft {
    let mut lines = lines::lines(ready.body.as_deref().unwrap_or(""), 1);
    clean::mend_lines(&mut lines);
    let blocks = clean::join_broken(lines, kind_of_line);
    let date = ready.date.as_deref().map(|date| (date, front_matter::day_of(date)));
    if let Some((date, None)) = date {
        found.push(finding::front_matter_date(file, line, date));
    }
    let region = ready.district.as_deref().map(|name| (name, front_matter::region_of(name)));
    if let Some((name, None)) = region {
        found.push(finding::front_matter_region(file, line, name));
    }
    Draft {
        line,
        title: Edited::new(ready.title.as_deref().unwrap_or("").trim()),
        given_id: ready.id,
        date: date.and_then(|(_, day)| day),
        region: region.and_then(|(_, code)| code),
        paragraphs: blocks.into_iter().map(|block| Paragraph::of(block.body, line)).collect(),
        ..Draft::default()
    }
}
