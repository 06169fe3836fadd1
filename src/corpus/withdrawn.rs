//! Articles that were withdrawn (撤回): ids in `withdrawn.txt`, one a line. They and all that rests on them stay
//! out of everything that is published.

use std::collections::BTreeSet;

use super::{Corpus, Diagnostic, Severity};

/// Takes the articles of a list out of a corpus, with their activities and every link to these; an id that no
/// article has is said. What follows `#` in a line is a remark.
///
/// ```
/// use gongxun::corpus::{Corpus, withdraw};
///
/// let mut corpus = Corpus::new("简报");
/// let found = withdraw(&mut corpus, "0abc # 当事人要求撤回\n", "withdrawn.txt");
/// assert_eq!(found[0].code, "withdrawn-unknown");
/// ```
pub fn withdraw(corpus: &mut Corpus, list: &str, file: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for (i, line) in list.trim_start_matches('\u{feff}').lines().enumerate() {
        let id = line.split(['#', '＃', ' ', '\t', '\u{3000}']).next().unwrap_or("").trim();
        if id.is_empty() {
            continue;
        }
        if !corpus.articles().any(|(_, article)| article.id.as_str() == id) {
            found.push(Diagnostic {
                file: file.to_owned(),
                line: Some(i + 1),
                severity: Severity::Warning,
                code: "withdrawn-unknown".to_owned(),
                message: format!("没有编号为 {id} 的文章，这一行没有起作用"),
                hint: Some(
                    "编号在文章页的地址里（a= 之后），请核对；文章改了标题或日期，编号会变".to_owned(),
                ),
            });
        }
        gone.insert(id.to_owned());
    }
    if gone.is_empty() {
        return found;
    }
    for bulletin in &mut corpus.bulletins {
        bulletin.articles.retain(|article| !gone.contains(article.id.as_str()));
    }
    corpus.bulletins.retain(|bulletin| !bulletin.articles.is_empty());
    corpus.activities.retain(|activity| !gone.contains(activity.article.as_str()));
    let kept: BTreeSet<String> =
        corpus.activities.iter().map(|activity| activity.id.as_str().to_owned()).collect();
    for activity in &mut corpus.activities {
        activity.same_as.retain(|other| kept.contains(other.as_str()));
    }
    found
}
