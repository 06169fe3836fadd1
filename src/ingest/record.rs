//! Drafts, one after another → the articles and activities of a bulletin. Nothing but the records is kept of a
//! draft, so that a file of any number of articles can be read.

use super::extract::{self, Ground, Scene};
use super::front_matter::FrontMatter;
use super::outlook::Outlook;
use super::read::ReadBulletin;
use super::split::{Draft, Imprint};
use super::{finding, privacy};
use crate::corpus::{
    Activity, Article, At, Bulletin, BulletinId, Caption, DateField, Diagnostic, Edit, Part, Script, Source,
};
use crate::date::{Day, Now, Precision};
use crate::text::simplified;

/// A bulletin that is being read.
pub(super) struct Reading<'a> {
    file: &'a str,
    outlook: &'a Outlook,
    articles: Vec<Article>,
    activities: Vec<(usize, Activity)>,
    given_ids: Vec<Option<String>>,
    /// What there is to say of private numbers and names.
    private: Vec<Diagnostic>,
    no_year: bool,
    dated: bool,
    placed: bool,
}

impl<'a> Reading<'a> {
    /// Begins a file.
    pub(super) fn new(file: &'a str, outlook: &'a Outlook) -> Reading<'a> {
        Reading {
            file,
            outlook,
            articles: Vec::new(),
            activities: Vec::new(),
            given_ids: Vec::new(),
            private: Vec::new(),
            no_year: false,
            dated: outlook.dated,
            placed: false,
        }
    }

    /// Reads an article, looked over.
    pub(super) fn take(&mut self, draft: &Draft, scenes: &[Scene], found: &mut Vec<Diagnostic>) {
        let Outlook { issued, region, publisher, year, .. } = self.outlook;
        let now = Now {
            issued: draft.date.or(*issued),
            year: year.as_ref().map(|year| year.value),
            month: None,
            told: None,
        };
        let ground = Ground {
            now,
            year_basis: year.as_ref().map(|year| year.basis.clone()),
            region: draft.region.or(*region),
            publisher: publisher.clone(),
        };
        let place = self.articles.len();
        let first = self.activities.len();
        for read in extract::activities(draft, scenes, &ground) {
            if let Some((paragraph, words)) = read.impossible {
                let line = draft.paragraphs.get(paragraph).map_or(draft.line, |paragraph| paragraph.line);
                found.push(finding::impossible_date(self.file, line, &words));
            }
            self.no_year |= read.no_year;
            self.placed |= !read.activity.places.is_empty();
            self.activities.push((place, read.activity));
        }
        let own = self.activities.get(first..).unwrap_or(&[]);
        self.articles.push(article(draft, draft.date, *issued, own));
        self.given_ids.push(draft.given_id.clone());
        self.dated |= scenes.iter().any(|scene| !scene.dates.is_empty());
        for (paragraph, scene) in draft.paragraphs.iter().zip(scenes) {
            for one in privacy::private(&scene.text) {
                self.private.push(finding::private(self.file, paragraph.line, one.what, &one.masked));
            }
        }
    }

    /// Ends the file; says what it lacks.
    pub(super) fn close(
        self,
        head: &FrontMatter,
        imprint: Imprint,
        found: &mut Vec<Diagnostic>,
    ) -> ReadBulletin {
        let Reading { file, outlook, articles, activities, given_ids, private, .. } = self;
        if articles.is_empty() {
            found.insert(0, finding::no_article(file));
        }
        found.extend(private);
        if self.no_year {
            found.push(finding::no_year(file));
        }
        if outlook.issued.is_none() && !articles.is_empty() && !self.dated {
            found.push(finding::no_date(file));
        }
        if outlook.region.is_none() && !articles.is_empty() && !self.placed {
            found.push(finding::no_place(file));
        }
        let source = head.source.clone().or(imprint.source.map(|name| Source { name, url: None }));
        let bulletin = Bulletin {
            id: BulletinId::default(),
            file: file.to_owned(),
            title: head.title.clone().or(imprint.title),
            publisher: outlook.publisher.clone(),
            region: outlook.region,
            issued: outlook.issued,
            year: outlook.year.clone(),
            script: script(&articles),
            source,
            articles,
        };
        ReadBulletin { bulletin, activities, given_ids }
    }
}

/// An article of the corpus out of a draft.
fn article(
    draft: &Draft,
    own: Option<Day>,
    issued: Option<Day>,
    activities: &[(usize, Activity)],
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
        date: article_date(own, issued, activities.iter().map(|(_, activity)| activity)),
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
