//! A page → its articles: headings, columns, bylines, captions, lists. A page may be one article with
//! cross-heads or many articles; what follows a heading decides, not the heading alone.

mod contents;
mod draft;
mod heads;
mod imprint;
mod kind;
mod marked;
mod signed;

pub(crate) use draft::{Draft, Paragraph};
pub(crate) use imprint::Imprint;
pub(crate) use kind::{Kind, are_names, kind, kind_of_line, numbering};

use super::clean::{Block, Taken};
use super::edited::{Edited, Patch};
use crate::date::Day;
use crate::text::Reading;

/// A page that was cut into articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// What it says of itself.
    pub imprint: Imprint,
    /// Its articles.
    pub drafts: Vec<Draft>,
    /// What its editors say of the whole, which is no article but may tell year and region.
    pub notes: Vec<String>,
}

/// A block with what it looks like.
struct Seen {
    block: Block,
    reading: Reading,
    kind: Kind,
    /// The level of a heading that its mark declares, from 1; 0 where none does.
    level: usize,
}

/// Cuts a page into articles.
pub(crate) fn split(blocks: Vec<Block>, taken: Vec<Taken>) -> Page {
    let mut seen: Vec<Seen> = blocks
        .into_iter()
        .map(|block| {
            let reading = Reading::new(block.text());
            Seen { kind: kind_of_line(block.text()), block, reading, level: 0 }
        })
        .collect();
    marked::take_marks(&mut seen);
    heads::items_that_head(&mut seen);
    heads::numbered_items(&mut seen);
    signed::bylines(&mut seen);
    let contents = contents::entries(&seen);
    let usual_gap = usual_gap(&seen);
    let article_level = marked::article_level(&seen);
    let mut cutter = Cutter { usual_gap, article_level, ..Cutter::default() };
    for (i, seen) in seen.into_iter().enumerate() {
        if contents.contains(&i) {
            cutter.take(seen.block.line, seen.block.body.original(), "contents");
            continue;
        }
        cutter.see(seen);
    }
    cutter.finish(taken)
}

/// How many blank lines usually stand between blocks.
fn usual_gap(seen: &[Seen]) -> usize {
    let mut gaps: Vec<usize> = seen.iter().map(|seen| seen.block.blank_before).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}

/// The state of cutting: what was seen and waits for the body that it belongs to.
#[derive(Default)]
struct Cutter {
    page: Page,
    current: Option<Draft>,
    /// Headings whose body has not come yet.
    heads: Vec<Seen>,
    /// Lines that were taken out while headings wait.
    waiting: Vec<Taken>,
    byline: Option<String>,
    date: Option<Day>,
    captions: Vec<Edited>,
    section: Option<String>,
    /// A column's name came and no article since.
    fresh_section: Option<(usize, Edited)>,
    usual_gap: usize,
    /// The level of the marked headings that open articles.
    article_level: usize,
    /// Whether a numbered heading has opened an article.
    numbered: bool,
}

impl Cutter {
    fn see(&mut self, seen: Seen) {
        match seen.kind {
            Kind::Imprint => {
                let day = imprint::day_in(&seen.reading);
                if self.waits() || self.current.is_none() {
                    self.date = self.date.or(day);
                }
                self.page.imprint.read(&seen.reading);
                self.take(seen.block.line, seen.block.body.original(), "imprint");
            }
            Kind::Contents => self.take(seen.block.line, seen.block.body.original(), "contents"),
            Kind::Heading if self.is_masthead(&seen) || self.is_page_title(&seen) => {
                self.page.imprint.read_title(seen.block.text());
                self.page.imprint.read(&seen.reading);
                self.take(seen.block.line, seen.block.body.original(), "masthead");
            }
            Kind::Section => self.open_section(seen),
            Kind::Heading if self.comes_after_links(&seen) => {
                // The headlines of a newspaper's page, then the one that is read.
                self.drop_heads("navigation");
                self.heads.push(seen);
            }
            Kind::Heading if self.repeats_title(&seen) => {
                self.take(seen.block.line, seen.block.body.original(), "repeated-title");
            }
            Kind::Heading => {
                if heads::without_label(&seen.reading) > 0 {
                    // 原标题: what stands over it is the site's own.
                    self.drop_heads("site-headline");
                }
                self.heads.push(seen);
            }
            Kind::Caption => self.caption(seen.block.body),
            Kind::Byline => self.read_byline(seen),
            Kind::Item(mark) => self.body(seen, Some(mark)),
            Kind::Body => self.body(seen, None),
        }
    }

    /// Whether a line says the headline again: of the article, or of the one that is about to begin.
    fn repeats_title(&self, seen: &Seen) -> bool {
        let bare = |text: &str| -> String {
            Reading::new(text).chars().iter().filter(|c| c.is_alphanumeric()).collect()
        };
        let own = heads::without_label(&seen.reading);
        let line = bare(seen.reading.text(own..seen.reading.len()));
        let waiting = self.heads.iter().any(|head| bare(head.block.text()) == line);
        let told = self.current.as_ref().filter(|_| self.heads.is_empty() && self.fresh_section.is_none());
        line.chars().count() >= 6 && (waiting || told.is_some_and(|draft| bare(&draft.title.text) == line))
    }

    /// Whether a line says a headline again that waits with others behind it.
    fn comes_after_links(&self, seen: &Seen) -> bool {
        let again = |head: &Seen| head.reading.as_str() == seen.reading.as_str();
        let (Some(first), true) = (self.heads.iter().position(again), seen.reading.len() >= 6) else {
            return false;
        };
        let behind = self.heads.len() - first - 1;
        behind >= 2 || behind == 1 && first >= 1
    }

    /// Whether something waits for its body.
    fn waits(&self) -> bool {
        !self.heads.is_empty() || self.fresh_section.is_some()
    }

    fn is_masthead(&self, seen: &Seen) -> bool {
        self.current.is_none()
            && self.heads.is_empty()
            && self.page.imprint.title.is_none()
            && imprint::is_periodical(&seen.reading)
    }

    fn take(&mut self, line: usize, was: String, rule: &'static str) {
        match self.current.as_mut().filter(|_| self.heads.is_empty() && self.fresh_section.is_none()) {
            Some(draft) => draft.take(line, was, rule),
            None => self.waiting.push(Taken { line, was, rule }),
        }
    }

    fn open_section(&mut self, seen: Seen) {
        self.drop_heads("heading");
        if let Some((line, body)) = self.fresh_section.take() {
            self.waiting.push(Taken { line, was: body.original(), rule: "section" });
        }
        self.close();
        let number = numbering(&seen.reading);
        self.section = Some(seen.reading.chars().iter().skip(number).filter(|c| c.is_alphabetic()).collect());
        self.fresh_section = Some((seen.block.line, seen.block.body));
    }

    fn caption(&mut self, body: Edited) {
        match self.current.as_mut().filter(|_| self.heads.is_empty() && self.fresh_section.is_none()) {
            Some(draft) => {
                let after = draft.paragraphs.len();
                draft.captions.push((body, after));
            }
            None => self.captions.push(body),
        }
    }

    fn read_byline(&mut self, seen: Seen) {
        let words = seen.block.text().trim_matches(['(', ')', '（', '）', ' ']).to_owned();
        if imprint::day_in(&seen.reading).is_some() {
            self.page.imprint.read(&seen.reading);
        }
        match self.current.as_mut().filter(|_| self.heads.is_empty() && self.fresh_section.is_none()) {
            Some(draft) => {
                draft.take(seen.block.line, seen.block.body.original(), "byline");
                draft.byline.get_or_insert(words);
            }
            None => {
                self.byline.get_or_insert(words);
                self.take(seen.block.line, seen.block.body.original(), "byline");
            }
        }
    }

    fn body(&mut self, seen: Seen, mark: Option<usize>) {
        if self.current.is_none() && !self.waits() && heads::is_editors_note(&seen.reading) {
            // Words about the whole issue, under no headline, are no article.
            self.page.notes.push(seen.block.text().to_owned());
            self.take(seen.block.line, seen.block.body.original(), "editor-note");
            return;
        }
        if self.waits() || self.current.is_none() {
            let opens = self.current.as_ref().is_none_or(Draft::is_empty)
                || self.fresh_section.is_some()
                || self.marks_open().unwrap_or_else(|| {
                    let pictures = !self.captions.is_empty();
                    heads::opens_article(&self.heads, &seen.reading, pictures, self.numbered)
                });
            if opens {
                self.close();
                self.name_page(&seen.reading);
                self.numbered |= self.heads.last().is_some_and(|head| numbering(&head.reading) > 0)
                    && heads::opens_article(&self.heads, &seen.reading, false, false);
                let draft = self.open(seen.block.line, mark.is_some());
                self.current = Some(draft);
            } else {
                self.keep_cross_heads();
            }
        }
        let Some(draft) = self.current.as_mut() else { return };
        let mut body = seen.block.body;
        if let Some(mark) = mark.filter(|&mark| mark > 0) {
            let end = seen.reading.bytes(0..mark).end;
            body.apply(vec![Patch::cut(0..end, "bullet")]);
        }
        if let Some(names) = heads::take_trailing_names(&mut body) {
            draft.byline = Some(match draft.byline.take() {
                Some(before) if before != names => format!("{before}；{names}"),
                _ => names,
            });
        }
        if body.text.trim().is_empty() {
            draft.take(seen.block.line, body.original(), "stray-line");
            return;
        }
        draft.paragraphs.push(Paragraph {
            line: seen.block.line,
            body,
            item: mark.is_some(),
            cross_head: false,
        });
    }

    /// Takes the line that names all articles of the page off the first one's numbered headline.
    fn name_page(&mut self, body: &Reading) {
        if !heads::names_page(&self.heads, body) {
            return;
        }
        let last = self.heads.len() - 1;
        for head in self.heads.drain(..last).collect::<Vec<_>>() {
            self.page.imprint.read_title(head.block.text());
            self.page.imprint.read(&head.reading);
            let was = head.block.body.original();
            self.waiting.push(Taken { line: head.block.line, was, rule: "masthead" });
        }
    }

    /// Begins an article with the headings that wait.
    fn open(&mut self, line: usize, list: bool) -> Draft {
        let mut draft = Draft { line, section: self.section.clone(), ..Draft::default() };
        let waiting = std::mem::take(&mut self.waiting);
        draft.taken = waiting.into_iter().map(|taken| (0, taken)).collect();
        let mut heads = std::mem::take(&mut self.heads);
        draft.captions = std::mem::take(&mut self.captions).into_iter().map(|body| (body, 0)).collect();
        let section = self.fresh_section.take();
        if let Some((section_line, body)) = section {
            draft.line = section_line;
            let digest = list && heads.iter().all(|head| heads::is_picture_line(head, self.usual_gap));
            if heads.is_empty() || digest {
                draft.captions.extend(heads.drain(..).map(|head| (head.block.body, 0)));
                draft.title = body;
                // The next article with a headline of its own stands outside of the column.
                self.section = None;
            } else {
                draft.taken.push((0, Taken { line: section_line, was: body.original(), rule: "section" }));
            }
        }
        if let Some(head) = heads.first() {
            draft.line = draft.line.min(head.block.line);
        }
        heads::name(&mut draft, heads, self.usual_gap);
        draft.byline = self.byline.take();
        draft.date = self.date.take();
        draft
    }

    /// Headings that turned out to stand within the article.
    fn keep_cross_heads(&mut self) {
        let heads = std::mem::take(&mut self.heads);
        let captions = std::mem::take(&mut self.captions);
        let waiting = std::mem::take(&mut self.waiting);
        let Some(draft) = self.current.as_mut() else { return };
        let after = draft.paragraphs.len();
        draft.taken.extend(waiting.into_iter().map(|taken| (after, taken)));
        draft.captions.extend(captions.into_iter().map(|body| (body, after)));
        for head in heads {
            let (line, body) = (head.block.line, head.block.body);
            draft.paragraphs.push(Paragraph { line, body, item: false, cross_head: true });
        }
        draft.byline = draft.byline.take().or(self.byline.take());
    }

    /// Headings that no body followed.
    fn drop_heads(&mut self, rule: &'static str) {
        for head in std::mem::take(&mut self.heads) {
            let taken = Taken { line: head.block.line, was: head.block.body.original(), rule };
            match self.current.as_mut() {
                Some(draft) => draft.taken.push((draft.paragraphs.len(), taken)),
                None => self.waiting.push(taken),
            }
        }
    }

    fn close(&mut self) {
        if let Some(draft) = self.current.take() {
            self.page.drafts.push(draft);
        }
    }

    fn finish(mut self, taken: Vec<Taken>) -> Page {
        if self.current.is_none() && self.page.drafts.is_empty() && self.heads.len() >= 2 {
            // Lines without full stops only: the first heads the rest.
            let mut heads = std::mem::take(&mut self.heads).into_iter();
            self.heads.extend(heads.next());
            for mut head in heads {
                head.kind = Kind::Body;
                self.body(head, None);
            }
        } else if self.current.is_none() && self.page.drafts.is_empty() && self.heads.len() == 1 {
            if let Some(head) = self.heads.pop() {
                self.body(head, None);
            }
        } else if let Some((line, body)) = self.fresh_section.take() {
            self.waiting.push(Taken { line, was: body.original(), rule: "section" });
        }
        self.drop_heads("trailing-line");
        self.close();
        let waiting = std::mem::take(&mut self.waiting);
        let captions = std::mem::take(&mut self.captions);
        if let Some(draft) = self.page.drafts.last_mut() {
            let end = draft.paragraphs.len();
            draft.taken.extend(waiting.into_iter().map(|taken| (end, taken)));
            draft.captions.extend(captions.into_iter().map(|body| (body, end)));
        }
        for taken in taken {
            place(&mut self.page.drafts, taken);
        }
        self.page
    }
}

/// Puts a line that was taken out into the article where it stood.
fn place(drafts: &mut [Draft], taken: Taken) {
    let at = drafts.partition_point(|draft| draft.line <= taken.line).saturating_sub(1);
    if let Some(draft) = drafts.get_mut(at) {
        let before = draft.paragraphs.partition_point(|paragraph| paragraph.line <= taken.line);
        draft.taken.push((before, taken));
    }
}
