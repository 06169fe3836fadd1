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
    let mut start = after_label(scene, who_acts(scene, passage), told.range.end);
    // 由甲主办、乙承办的…: what was held says more than who held it.
    for at in told.content..told.range.end {
        let host =
            ["主办的", "承办的", "举办的", "主办", "承办"].iter().find(|word| scene.text.has(at, word));
        if let Some(host) = host.filter(|_| !scene.is_quoted(at)) {
            let after = at + host.chars().count();
            let names = scene.text.at(after) == '“' || host.ends_with('的');
            if names && told.range.end > after + 6 {
                start = after;
            }
        }
    }
    let mut end = told.range.end;
    let verb = told.act.as_ref().map_or(start, |act| act.end).max(start);
    // To the first mark after the verb that is not within quotation marks.
    for at in verb..told.range.end {
        if matches!(scene.text.at(at), ',' | '。' | ';' | ':' | '!' | '?')
            && !scene.is_quoted(at)
            && at > start + 8
        {
            end = at;
            break;
        }
    }
    let cut = scene.written(start..end.min(start + LONGEST)).trim().trim_start_matches('由');
    if end > start + LONGEST { format!("{cut}…") } else { cut.to_owned() }
}

/// Where the one who acts begins, behind clauses that only say what for.
fn who_acts(scene: &Scene, passage: &Passage) -> usize {
    let content = passage.told.content;
    let first = passage.told.subject.orgs.first().and_then(|&i| scene.orgs.get(i));
    let verb = passage.told.act.as_ref().map_or(content, |act| act.start);
    let start = first.map_or(content, |org| org.range.start);
    let clause = start > content && start < verb && scene.text.at(start - 1) == ',';
    if clause { start } else { content }
}

/// 禅城:3月10日,禅城区总工会…: where the words begin after the name of the place and the day before them.
fn after_label(scene: &Scene, start: usize, end: usize) -> usize {
    const LONGEST: usize = 10;
    let colon = scene.text.mark(start..end.min(start + LONGEST), ":,“");
    let Some(colon) = colon.filter(|&at| scene.text.at(at) == ':') else { return start.min(end) };
    let mut after = colon + 1;
    if let Some(words) = scene.dates_in(&(after..after + 1)).first() {
        after = words.range.end;
        after += usize::from(scene.text.at(after) == ',');
    }
    if after + 6 < end { after } else { start.min(end) }
}
