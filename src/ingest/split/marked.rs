//! Headings that their author marked as such (`## 标题`): no need to guess, only to tell which level opens
//! an article and which stands within one.

use super::{Cutter, Kind, Seen};
use crate::ingest::edited::Patch;
use crate::ingest::lines::mark_level;
use crate::text::Reading;

/// Takes the marks off and says what the lines are.
pub(super) fn take_marks(seen: &mut [Seen]) {
    for seen in seen {
        let level = mark_level(seen.block.text());
        if level == 0 {
            continue;
        }
        let end = seen.block.text().find(|c: char| c != '#' && c != ' ').unwrap_or(level);
        seen.block.body.apply(vec![Patch::cut(0..end, "heading-mark")]);
        seen.reading = Reading::new(seen.block.text());
        seen.level = level;
        if super::kind(&seen.reading) != Kind::Section {
            seen.kind = Kind::Heading;
        }
    }
}

/// The level that opens articles: the highest, but for one heading above all the others, which names the
/// whole. 0 where nothing is marked.
pub(super) fn article_level(seen: &[Seen]) -> usize {
    let levels = || seen.iter().map(|seen| seen.level).filter(|&level| level > 0);
    let top = levels().min().unwrap_or(0);
    match levels().filter(|&level| level > top).min() {
        Some(next) if levels().filter(|&level| level == top).count() == 1 => next,
        _ => top,
    }
}

impl Cutter {
    /// Whether a marked heading names the whole page.
    pub(super) fn is_page_title(&self, seen: &Seen) -> bool {
        (1..self.article_level).contains(&seen.level) && self.current.is_none() && self.heads.is_empty()
    }

    /// What the marks of the headings that wait say: whether they open an article.
    pub(super) fn marks_open(&self) -> Option<bool> {
        let level = self.heads.iter().map(|head| head.level).filter(|&level| level > 0).min()?;
        Some(level <= self.article_level)
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::clean::join_broken;
    use crate::ingest::lines::lines;
    use crate::ingest::split::{kind_of_line, split};

    fn titles(text: &str) -> Vec<String> {
        let page = split(join_broken(lines(text, 1), kind_of_line), Vec::new());
        page.drafts.into_iter().map(|draft| draft.title.text).collect()
    }

    #[test]
    fn marked_headings_open_articles() {
        let body = "7月3日，巴南区总工会慰问环卫工人，送去清凉用品。";
        assert_eq!(
            titles(&format!("## 会上讲，班前讲，田间地头也讲一讲\n{body}\n\n## 慰问\n\n{body}")),
            ["会上讲，班前讲，田间地头也讲一讲", "慰问"]
        );
    }

    #[test]
    fn deeper_ones_stand_within() {
        let body = "7月3日，巴南区总工会慰问环卫工人，送去清凉用品。";
        assert_eq!(
            titles(&format!("# 工会简报\n\n## 慰问\n\n{body}\n\n### 送清凉\n\n{body}\n\n## 培训\n\n{body}")),
            ["慰问", "培训"]
        );
    }
}
