//! A short factual title (标题) for an activity.

use super::passages::Passage;
use super::scene::Scene;

/// The longest title, in characters.
const LONGEST: usize = 40;

/// A title out of the statement: who did what, without the date and what goes before it.
pub(super) fn title(scene: &Scene, passage: &Passage, headline: Option<&str>) -> String {
    if let Some(headline) = headline.filter(|line| (6..=LONGEST).contains(&line.chars().count())) {
        return headline.to_owned();
    }
    let told = &passage.told;
    let start = told.content.min(told.range.end);
    let mut end = told.range.end;
    let verb = told.act.as_ref().map_or(start, |act| act.end);
    // To the first mark after the verb that is not within quotation marks.
    for at in verb..told.range.end {
        if matches!(scene.text.at(at), ',' | '。' | ';' | '!' | '?') && !scene.is_quoted(at) && at > start + 8
        {
            end = at;
            break;
        }
    }
    let words: Vec<char> = scene.text.chars().get(start..end).unwrap_or(&[]).to_vec();
    let cut: String = words.iter().take(LONGEST).collect();
    let cut = cut.trim().trim_start_matches('由').to_owned();
    if words.len() > LONGEST { format!("{cut}…") } else { cut }
}
