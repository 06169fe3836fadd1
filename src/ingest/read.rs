//! A file → a bulletin, its articles and activities.

use super::clean::{self, Damage};
use super::decode::{NoText, decode};
use super::edited::Edited;
use super::extract::{self, Ground, Scene};
use super::formats::{self, Opened};
use super::front_matter::{self, FrontMatter, front_matter};
use super::split::{Draft, Kind, Page, Paragraph, kind_of_line, split};
use super::{finding, lines, privacy, region, year};
use crate::corpus::{
    Activity, Article, At, Bulletin, BulletinId, Caption, DateField, Diagnostic, Edit, Part, Script, Source,
    Year,
};
use crate::date::{Day, Now, Precision};
use crate::place::Adcode;
use crate::text::simplified;

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
        let page = ready_page(file, &text, &mut found);
        let head = FrontMatter::default();
        return (read_page(file, page, &head, context, &mut found), found);
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

/// Ready articles, each with the paragraphs that its body's lines make.
fn ready_page(file: &str, text: &str, found: &mut Vec<Diagnostic>) -> Page {
    let mut page = Page::default();
    for (line, read) in formats::ready(text) {
        let ready = match read {
            Ok(ready) => ready,
            Err(why) => {
                found.push(finding::jsonl_line(file, line, &why));
                continue;
            }
        };
        let mut lines = lines::lines(ready.body.as_deref().unwrap_or(""), 1);
        clean::mend_lines(&mut lines);
        let is_head = |line: &str| !matches!(kind_of_line(line), Kind::Body);
        let blocks = clean::join_broken(lines, is_head);
        let date = ready.date.as_deref().map(|date| (date, front_matter::day_of(date)));
        if let Some((date, None)) = date {
            found.push(finding::front_matter_date(file, line, date));
        }
        let region = ready.district.as_deref().map(|name| (name, front_matter::region_of(name)));
        if let Some((name, None)) = region {
            found.push(finding::front_matter_region(file, line, name));
        }
        page.drafts.push(Draft {
            line,
            title: Edited::new(ready.title.as_deref().unwrap_or("").trim()),
            given_id: ready.id,
            date: date.and_then(|(_, day)| day),
            region: region.and_then(|(_, code)| code),
            paragraphs: blocks.into_iter().map(|block| Paragraph::of(block.body, line)).collect(),
            ..Draft::default()
        });
    }
    page
}

/// A text, from a line on, cleaned and cut into articles.
fn page(text: &str, first: usize) -> (Page, Vec<Damage>) {
    let mut lines = lines::lines(text, first);
    let damage = clean::mend_lines(&mut lines);
    let (kept, taken) = clean::take_furniture(lines);
    let is_head = |line: &str| !matches!(kind_of_line(line), Kind::Body);
    let blocks = clean::join_broken(kept, is_head);
    (split(blocks, taken), damage)
}

fn read_page(
    file: &str,
    page: Page,
    head: &FrontMatter,
    context: &Context,
    found: &mut Vec<Diagnostic>,
) -> Option<ReadBulletin> {
    if page.drafts.is_empty() {
        found.push(finding::no_article(file));
    }
    let scenes: Vec<Vec<Scene>> = page.drafts.iter().map(looked_over).collect();
    let heads = page.drafts.iter().flat_map(|draft| std::iter::once(&draft.title).chain(&draft.subtitle));
    let titles: Vec<Scene> = heads.map(|head| Scene::new(&head.text)).collect();
    let notes: Vec<Scene> = page.notes.iter().map(|note| Scene::new(note)).collect();
    let all = || scenes.iter().flatten().chain(titles.iter()).chain(&notes);

    let issued = head.issued.or(context.issued).or(page.imprint.issued);
    let named = head.publisher.clone().or(context.publisher.clone()).or(page.imprint.publisher.clone());
    let region = head
        .region
        .or(context.region)
        .or_else(|| region::region(all(), named.as_deref(), page.imprint.title.as_deref()));
    let publisher = named.or_else(|| region.and_then(|region| region::publisher(region, all())));
    let year = match issued {
        Some(day) => Some(Year { value: day.year(), basis: "发布日期".to_owned() }),
        None => page.imprint.year.clone().or_else(|| year::year(all())),
    };
    let mut activities = Vec::new();
    let mut articles = Vec::new();
    let mut no_year = false;
    for (i, (draft, scenes)) in page.drafts.iter().zip(&scenes).enumerate() {
        let now = Now {
            issued: draft.date.or(issued),
            year: year.as_ref().map(|year| year.value),
            month: None,
            told: None,
        };
        let ground = Ground {
            now,
            year_basis: year.as_ref().map(|year| year.basis.clone()),
            region: draft.region.or(region),
            publisher: publisher.clone(),
        };
        for read in extract::activities(draft, scenes, &ground) {
            if let Some((paragraph, words)) = read.impossible {
                let line = draft.paragraphs.get(paragraph).map_or(draft.line, |paragraph| paragraph.line);
                found.push(finding::impossible_date(file, line, &words));
            }
            no_year |= read.no_year;
            activities.push((i, read.activity));
        }
        articles.push(article(draft, draft.date, issued, &activities, i));
    }
    for (draft, scenes) in page.drafts.iter().zip(&scenes) {
        for (paragraph, scene) in draft.paragraphs.iter().zip(scenes) {
            for one in privacy::private(&scene.text) {
                found.push(finding::private(file, paragraph.line, one.what, &one.masked));
            }
        }
    }
    if no_year {
        found.push(finding::no_year(file));
    }
    if issued.is_none() && !page.drafts.is_empty() && all().all(|scene| scene.dates.is_empty()) {
        found.push(finding::no_date(file));
    }
    if region.is_none()
        && !page.drafts.is_empty()
        && activities.iter().all(|(_, activity)| activity.places.is_empty())
    {
        found.push(finding::no_place(file));
    }
    let source = head.source.clone().or(page.imprint.source.map(|name| Source { name, url: None }));
    let given_ids = page.drafts.iter().map(|draft| draft.given_id.clone()).collect();
    let bulletin = Bulletin {
        id: BulletinId::default(),
        file: file.to_owned(),
        title: head.title.clone().or(page.imprint.title),
        publisher,
        region,
        issued,
        year,
        script: script(&articles),
        source,
        articles,
    };
    Some(ReadBulletin { bulletin, activities, given_ids })
}

/// The paragraphs of an article, looked over.
fn looked_over(draft: &Draft) -> Vec<Scene> {
    draft.paragraphs.iter().map(|paragraph| Scene::new(&paragraph.body.text)).collect()
}

/// An article of the corpus out of a draft.
fn article(
    draft: &Draft,
    own: Option<Day>,
    issued: Option<Day>,
    activities: &[(usize, Activity)],
    place: usize,
) -> Article {
    let mut edits = Vec::new();
    let mut note = |part: Part, index: usize, body: &super::edited::Edited| {
        edits.extend(body.edits.iter().map(|edit| Edit {
            at: At { part, index, range: [edit.at.start, edit.at.end] },
            was: edit.was.clone(),
            rule: edit.rule.to_owned(),
        }));
    };
    note(Part::Title, 0, &draft.title);
    if let Some(subtitle) = &draft.subtitle {
        note(Part::Subtitle, 0, subtitle);
    }
    for (i, paragraph) in draft.paragraphs.iter().enumerate() {
        note(Part::Paragraph, i, &paragraph.body);
    }
    for (i, (caption, _)) in draft.captions.iter().enumerate() {
        note(Part::Caption, i, caption);
    }
    for (before, taken) in &draft.taken {
        let at = match draft.paragraphs.get(*before) {
            Some(_) => At { part: Part::Paragraph, index: *before, range: [0, 0] },
            None => match draft.paragraphs.last() {
                Some(last) => {
                    let end = last.body.text.len();
                    At { part: Part::Paragraph, index: draft.paragraphs.len() - 1, range: [end, end] }
                }
                None => At { part: Part::Title, index: 0, range: [0, 0] },
            },
        };
        edits.push(Edit { at, was: taken.was.clone(), rule: taken.rule.to_owned() });
    }
    let captions = draft
        .captions
        .iter()
        .map(|(body, after)| Caption { text: body.text.clone(), after: *after })
        .collect();
    Article {
        id: Default::default(),
        title: draft.title.text.clone(),
        subtitle: draft.subtitle.as_ref().map(|body| body.text.clone()),
        section: draft.section.clone(),
        byline: draft.byline.clone(),
        date: article_date(
            own,
            issued,
            activities.iter().filter(|(i, _)| *i == place).map(|(_, activity)| activity),
        ),
        region: draft.region,
        paragraphs: draft.paragraphs.iter().map(|paragraph| paragraph.body.text.clone()).collect(),
        captions,
        edits,
    }
}

/// An article's date: its own, else the day of issue, else that of its latest activity.
fn article_date<'a>(
    own: Option<Day>,
    issued: Option<Day>,
    activities: impl Iterator<Item = &'a Activity>,
) -> Option<DateField> {
    let day = |day: Day, basis: &str| DateField {
        start: day,
        end: day,
        precision: Precision::Day,
        basis: basis.to_owned(),
        year_basis: None,
    };
    if let Some(own) = own {
        return Some(day(own, "文章日期"));
    }
    if let Some(issued) = issued {
        return Some(day(issued, "发布日期"));
    }
    let latest = activities.filter_map(|activity| activity.date.clone()).max_by_key(|date| date.end)?;
    Some(DateField { basis: format!("最近一项活动：{}", latest.basis), ..latest })
}

/// The script of articles: Traditional where a good part of the characters has another Simplified form.
fn script(articles: &[Article]) -> Script {
    let (mut all, mut changed) = (0usize, 0usize);
    let texts =
        articles.iter().flat_map(|article| article.paragraphs.iter().chain(std::iter::once(&article.title)));
    for c in
        texts.flat_map(|text| text.chars()).filter(|&c| matches!(c, '\u{4e00}'..='\u{9fff}')).take(20_000)
    {
        all += 1;
        changed += usize::from(simplified(c) != c);
    }
    if changed * 12 > all { Script::Hant } else { Script::Hans }
}
