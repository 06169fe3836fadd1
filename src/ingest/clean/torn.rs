//! Numbers that a web page set apart and copying put on lines of their own (`于` / `8` / `月` / `16` / `日`):
//! they go back into their sentence (rule `torn-line`). A number alone on its line that no word claims is a
//! page number, and none of this module's business.

use super::wrapped::ends_sentence;
use crate::ingest::lines::Line;

/// Puts numbers that stand alone on a line, and what follows them, back into the line before.
pub(crate) fn join_torn(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    // Whether the line before ends in a number that was put back.
    let mut counted = false;
    // Whether the line before is what such a number counts.
    let mut claimed = false;
    while let Some(line) = lines.next() {
        let near = |line: &Line| line.blank_before <= 1;
        let unit = lines.peek().filter(|next| near(next) && opens_with_unit(next.text()));
        let number = is_number(line.text()) && unit.is_some();
        let dates = unit.is_some_and(|next| next.text().starts_with(['年', '月']));
        let goes_on = near(&line)
            && joined.last().is_some_and(|last| {
                // 8 / 月 / 3 / 日 under a headline begins a paragraph.
                !ends_sentence(last.text()) && (claimed || !dates || is_running(last.text()))
            });
        claimed = counted && near(&line) && opens_with_unit(line.text());
        match joined.last_mut().filter(|_| number && goes_on || claimed) {
            Some(last) => {
                last.body.taken_after("\n".repeat(line.blank_before + 1), "torn-line");
                last.body.push(&line.body);
            }
            None => joined.push(line),
        }
        counted = number && (goes_on || dates);
    }
    joined
}

/// Whether a line is a sentence that is not at its end, no headline.
fn is_running(text: &str) -> bool {
    text.contains('。')
        || text.ends_with("工会") && !text.contains([':', '：'])
        || text.ends_with(|c: char| "，,、于至和自从在到了为对约近共达第计的年月日(（—-".contains(c))
}

/// 16, 94.3, 2016
fn is_number(text: &str) -> bool {
    text.len() <= 7
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '%')
}

/// Whether a line begins with what is counted or with the name of a part of a date.
fn opens_with_unit(text: &str) -> bool {
    const UNITS: &str = "年月日号时点分名人万亿元余多个场次家届支位份期周岁条件项套组所座台件户天小度%％";
    text.starts_with(|c: char| UNITS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    fn check(input: &str, expected: &[&str]) {
        let joined = join_torn(lines(input, 1));
        assert_eq!(joined.iter().map(Line::text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn numbers_go_back_into_their_sentence() {
        check(
            "某区总工会于\n8\n月\n16\n日、\n9\n月\n2\n日举办\n2\n场仪式，帮助\n303\n名职工子女。",
            &["某区总工会于8月16日、9月2日举办2场仪式，帮助303名职工子女。"],
        );
    }

    #[test]
    fn a_day_under_a_headline_begins_a_paragraph() {
        check(
            "某区总工会办起托管课堂\n8\n月\n3\n日，课堂开课。\n9\n月又办一期。",
            &["某区总工会办起托管课堂", "8月3日，课堂开课。", "9月又办一期。"],
        );
    }

    #[test]
    fn numbers_that_nothing_claims_stay() {
        check("前一页的最后一句。\n12\n日间照料中心启用", &["前一页的最后一句。", "12", "日间照料中心启用"]);
        check("写到这里还没有写完\n3\n就换了一页", &["写到这里还没有写完", "3", "就换了一页"]);
    }
}
