//! `withdrawn.txt`: where the list of withdrawn articles is found.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::corpus::{Corpus, Diagnostic, withdraw};

/// The name under which a list is found without being named.
pub(super) const NAME: &str = "withdrawn.txt";

/// Takes out what the lists name: the one given, and those that lie in the folders.
pub(super) fn take_out<'a>(
    corpus: &mut Corpus,
    given: Option<&Path>,
    folders: impl Iterator<Item = &'a Path>,
) -> anyhow::Result<Vec<Diagnostic>> {
    let mut lists: Vec<PathBuf> = given.map(Path::to_path_buf).into_iter().collect();
    lists.extend(folders.map(|folder| folder.join(NAME)).filter(|path| path.is_file()));
    let mut found = Vec::new();
    for path in lists {
        let text = std::fs::read_to_string(&path).with_context(|| {
            format!("不能读取撤回名单 {}；应为 UTF-8 文字，每行一个文章编号", path.display())
        })?;
        found.extend(withdraw(corpus, &text, &path.display().to_string()));
    }
    Ok(found)
}
