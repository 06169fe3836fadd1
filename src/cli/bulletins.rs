//! Reading bulletins from disk, and telling what was found: for `corpus` and `check` alike.

use std::fs;
use std::path::PathBuf;

use super::Outcome;
use super::files;
use super::progress::Progress;
use crate::corpus::{Corpus, Diagnostic, Severity};
use crate::ingest::{self, Context};

/// Reads all files that the arguments name. A file that cannot be read costs itself only.
pub(super) fn read(paths: &[PathBuf], title: &str) -> anyhow::Result<(Corpus, Vec<Diagnostic>)> {
    let files = files::list(paths)?;
    let mut progress = Progress::new(files.len());
    let (mut all, mut found) = (Vec::new(), Vec::new());
    for path in &files {
        let name = path.display().to_string();
        match fs::read(path) {
            Ok(bytes) => {
                let (read, diagnostics) = ingest::read_bulletin(&name, &bytes, &Context::default());
                all.extend(read);
                // In a tree of folders the last component alone would not tell which file it is.
                found.extend(diagnostics.into_iter().map(|d| Diagnostic { file: name.clone(), ..d }));
            }
            Err(error) => found.push(Diagnostic {
                file: name,
                line: None,
                severity: Severity::Error,
                code: "unreadable".to_owned(),
                message: format!("不能读取：{error}"),
                hint: Some("请看文件是否还在、是否有权限读取".to_owned()),
            }),
        }
        progress.step();
    }
    let mut corpus = ingest::corpus(all, title);
    found.extend(ingest::link_reports(&mut corpus));
    Ok((corpus, found))
}

/// Prints what was found, sums it up, and says how that ends.
pub(super) fn tell(corpus: &Corpus, found: &[Diagnostic], strict: bool) -> Outcome {
    for diagnostic in found {
        eprintln!("{diagnostic}");
    }
    let count = |severity| found.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    eprintln!(
        "{} 份简报，{} 篇文章，{} 项活动；错误 {errors}，警告 {warnings}",
        corpus.bulletins.len(),
        corpus.articles().count(),
        corpus.activities.len()
    );
    if errors > 0 || (strict && warnings > 0) { Outcome::InputErrors } else { Outcome::Done }
}
