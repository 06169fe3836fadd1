//! An article before it is read for facts.

use super::{Kind, kind_of_line};
use crate::date::Day;
use crate::ingest::clean::Taken;
use crate::ingest::edited::{Edited, Patch};
use crate::place::Adcode;
use crate::text::Reading;

/// An article as it was cut out of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The number of its first line.
    pub line: usize,
    /// The headline; empty where there is none.
    pub title: Edited,
    /// The second headline.
    pub subtitle: Option<Edited>,
    /// The column.
    pub section: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The day that stands with it.
    pub date: Option<Day>,
    /// The unit that the input says it is about.
    pub region: Option<Adcode>,
    /// The body.
    pub paragraphs: Vec<Paragraph>,
    /// What its pictures show, and after how many paragraphs.
    pub captions: Vec<(Edited, usize)>,
    /// Lines that were taken out of it, and before which paragraph.
    pub taken: Vec<(usize, Taken)>,
    /// An id that the input gave.
    pub given_id: Option<String>,
}

/// A paragraph of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// The number of its line.
    pub line: usize,
    /// Its text.
    pub body: Edited,
    /// Whether it is an item of a list.
    pub item: bool,
    /// Whether it is a heading within the article.
    pub cross_head: bool,
}

impl Paragraph {
    /// A paragraph out of a line that may open like an item of a list.
    pub(crate) fn of(mut body: Edited, line: usize) -> Paragraph {
        let reading = Reading::new(&body.text);
        let (item, cross_head) = match kind_of_line(&body.text) {
            Kind::Item(mark) => {
                body.apply(vec![Patch::cut(0..reading.bytes(0..mark).end, "bullet")]);
                (true, false)
            }
            Kind::Heading | Kind::Section => (false, true),
            _ => (false, false),
        };
        Paragraph { line, body, item, cross_head }
    }
}

impl Draft {
    /// Notes a line that was taken out here.
    pub(crate) fn take(&mut self, line: usize, was: String, rule: &'static str) {
        let here = self.paragraphs.len();
        self.taken.push((here, Taken { line, was, rule }));
    }

    /// Whether there is any body.
    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}
