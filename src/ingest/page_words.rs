//! The words by which lines that belong to a page, not to what it tells, are known: a web page's frame, links
//! to other pages, and lines about an article. They stand in `data/page_words.tsv`.

use std::sync::LazyLock;

/// What a row says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// A line about the article or the issue begins with the words.
    About,
    /// A line of a web page's frame has them.
    Anywhere,
    /// Such a line begins with them.
    Starts,
    /// Such a line is them.
    Whole,
    /// Links to other pages follow.
    Links,
}

static WORDS: LazyLock<Vec<(&'static str, Use)>> =
    LazyLock::new(|| include_str!("../../data/page_words.tsv").lines().skip(1).filter_map(row).collect());

fn row(line: &'static str) -> Option<(&'static str, Use)> {
    let mut cells = line.split('\t');
    let words = cells.next().filter(|words| !words.is_empty())?;
    let of = match cells.next()? {
        "about" => Use::About,
        "anywhere" => Use::Anywhere,
        "starts" => Use::Starts,
        "whole" => Use::Whole,
        "links" => Use::Links,
        _ => return None,
    };
    Some((words, of))
}

fn any(of: Use, fits: impl Fn(&str) -> bool) -> bool {
    WORDS.iter().any(|&(words, kind)| kind == of && fits(words))
}

/// Whether a line, as read, is about the article or the issue: its day, its source, its editors.
pub(super) fn is_about(line: &str) -> bool {
    any(Use::About, |words| line.starts_with(words))
}

/// Whether a line belongs to the frame of a web page: navigation, buttons, the footer.
pub(super) fn is_chrome(line: &str) -> bool {
    any(Use::Anywhere, |words| line.contains(words))
        || any(Use::Starts, |words| line.starts_with(words))
        || any(Use::Whole, |words| line == words)
}

/// Whether links to other pages follow a line.
pub(super) fn opens_links(line: &str) -> bool {
    any(Use::Links, |words| line.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_whole() {
        let lines = include_str!("../../data/page_words.tsv").lines().skip(1);
        assert_eq!(lines.clone().count(), WORDS.len());
        assert!(lines.clone().all(|line| line.split('\t').count() == 3));
        let read = |words: &str| crate::text::Reading::new(words).as_str() == words;
        assert!(WORDS.iter().all(|(words, _)| read(words)), "words are compared with a line as it is read");
    }

    #[test]
    fn lines_of_a_page() {
        assert!(is_about("更新时间:2024-07-31") && !is_about("市总工会更新时间表"));
        assert!(is_chrome("您当前的位置:首页") && is_chrome("投稿") && !is_chrome("职工投稿踊跃"));
        assert!(opens_links("相关阅读"));
    }
}
