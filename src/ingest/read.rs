//! A file → a bulletin, its articles and activities.

use super::clean::{self, Damage};
use super::decode::{NoText, decode};
use super::extract::Scene;
use super::formats::{self, Opened};
use super::front_matter::{FrontMatter, front_matter};
use super::outlook::Outlook;
use super::record::Reading;
use super::split::{Draft, Page, kind_of_line, split};
use super::{finding, lines, ready};
use crate::corpus::{Activity, Bulletin, Diagnostic};
use crate::date::Day;
use crate::place::Adcode;

/// What the reader may go by where a bulletin does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The unit in which place names are looked up first; inferred from the text where absent.
    pub region: Option<Adcode>,
    /// The day of issue; inferred from the text where absent.
    pub issued: Option<Day>,
    /// The publisher; inferred from the text where absent.
    pub publisher: Option<String>,
}

/// A bulletin that was read. Its ids are given out by [`super::read`], which sees all bulletins.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBulletin {
    /// The bulletin with its articles.
    pub bulletin: Bulletin,
    /// Its activities, each with the place of its article in the bulletin.
    pub activities: Vec<(usize, Activity)>,
    /// For each article, an id that the input gave.
    pub given_ids: Vec<Option<String>>,
}

/// Reads one file. `None` where it is no text; the diagnostics say why and what to do.
///
/// ```
/// use gongxun::ingest::{Context, read_bulletin};
///
/// let text = "市总工会开展送清凉活动\n\n2024年7月3日，巴南区总工会走进工地，慰问一线职工。";
/// let (read, diagnostics) = read_bulletin("a.txt", text.as_bytes(), &Context::default());
/// let read = read.unwrap();
/// assert_eq!(read.activities.len(), 1);
/// assert_eq!(read.activities[0].1.places[0].adcode.number(), 500113);
/// assert!(diagnostics.is_empty());
/// ```
pub fn read_bulletin(name: &str, bytes: &[u8], context: &Context) -> (Option<ReadBulletin>, Vec<Diagnostic>) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let mut found = Vec::new();
    let Some(text) = text_of(file, bytes, &mut found) else { return (None, found) };
    if formats::is_jsonl(file, &text) {
        return (Some(ready::read(file, &text, context, &mut found)), found);
    }
    let head = front_matter(file, &text, &mut found);
    let (page, damage) = page(&text, head.body);
    found.extend(damage.into_iter().map(|(line, words)| finding::byte_damage(file, line, &words)));
    let read = read_page(file, page, &head, context, &mut found);
    (read, found)
}

/// The text of a file, whatever its format, with what there is to say of it.
fn text_of(file: &str, bytes: &[u8], found: &mut Vec<Diagnostic>) -> Option<String> {
    match formats::open_container(bytes) {
        Opened::Text(text) if text.trim().is_empty() => {
            found.push(finding::empty(file));
            return None;
        }
        Opened::Text(text) => return Some(text),
        Opened::Other(format) => {
            found.push(finding::other_format(file, format));
            return None;
        }
        Opened::Unknown => {}
    }
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(why) => {
            found.push(match why {
                NoText::Empty => finding::empty(file),
                NoText::Format(format) => finding::other_format(file, format),
                NoText::Binary => finding::binary(file),
            });
            return None;
        }
    };
    if decoded.encoding != "UTF-8" {
        found.push(finding::encoding(file, decoded.encoding));
    }
    if decoded.unread > 0 {
        found.push(finding::unread(file, decoded.unread));
    }
    Some(formats::web_page(&decoded.text).unwrap_or(decoded.text))
}

/// A text, from a line on, cleaned and cut into articles.
fn page(text: &str, first: usize) -> (Page, Vec<Damage>) {
    let mut lines = clean::join_torn(lines::lines(text, first));
    let damage = clean::mend_lines(&mut lines);
    let (kept, taken) = clean::take_furniture(lines);
    let blocks = clean::join_broken(kept, kind_of_line);
    (split(blocks, taken), damage)
}

fn read_page(
    file: &str,
    page: Page,
    head: &FrontMatter,
    context: &Context,
    found: &mut Vec<Diagnostic>,
) -> Option<ReadBulletin> {
    let scenes: Vec<Vec<Scene>> = page.drafts.iter().map(looked_over).collect();
    let outlook = Outlook::new(&page, &scenes, head, context);
    let mut reading = Reading::new(file, &outlook);
    for (draft, scenes) in page.drafts.iter().zip(&scenes) {
        reading.take(draft, scenes, found);
    }
    Some(reading.close(head, page.imprint, found))
}

/// The paragraphs of an article, looked over.
pub(super) fn looked_over(draft: &Draft) -> Vec<Scene> {
    draft.paragraphs.iter().map(|paragraph| Scene::new(&paragraph.body.text)).collect()
}
