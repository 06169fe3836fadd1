//! Reading and writing files: a corpus, a folder of bulletins, one output that replaces the old one only
//! when it is whole.

use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::corpus::{Corpus, CorpusError};

/// How many contradictions of a corpus are listed.
const FAULTS_SHOWN: usize = 20;

/// Reads a corpus, or says which file is wrong and why.
pub(super) fn read_corpus(path: &Path) -> anyhow::Result<Corpus> {
    let bytes = fs::read(path).with_context(|| cannot_read(path))?;
    Corpus::from_bytes(&bytes).map_err(|error| {
        let mut text = format!("语料 {} 不能使用：", path.display());
        match &error {
            CorpusError::Faults(faults) => {
                for fault in faults.iter().take(FAULTS_SHOWN) {
                    text.push_str(&format!("\n    {fault}"));
                }
                if faults.len() > FAULTS_SHOWN {
                    text.push_str(&format!("\n    …… 另有 {} 处", faults.len() - FAULTS_SHOWN));
                }
            }
            other => text.push_str(&other.to_string()),
        }
        anyhow::anyhow!(text)
    })
}

/// The files that arguments name: a file as it is, a folder with all that lies in it and beneath, in the
/// order of their paths. What systems and office programs leave in folders is passed over.
pub(super) fn list(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut files)?;
        } else if path.exists() {
            files.push(path.clone());
        } else {
            bail!("没有 {} 这个文件或目录", path.display());
        }
    }
    if files.is_empty() {
        bail!("没有找到可读的文件；请把简报（.txt、.md）放进目录");
    }
    Ok(files)
}

fn walk(dir: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let mut entries = fs::read_dir(dir)
        .and_then(|entries| entries.collect::<std::io::Result<Vec<_>>>())
        .with_context(|| cannot_read(dir))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.')
            || name.starts_with("~$")
            || matches!(&*name, "Thumbs.db" | "desktop.ini" | super::withdrawn::NAME)
        {
            continue;
        }
        // Links to folders are not followed: they may lead back.
        if entry.file_type().with_context(|| cannot_read(&entry.path()))?.is_dir() {
            walk(&entry.path(), files)?;
        } else if entry.path().is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Writes a file so that a half-written one never replaces a good one: beside it first, then renamed.
pub(super) fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<fs::File>) -> std::io::Result<()>,
) -> anyhow::Result<()> {
    let name = path.file_name().with_context(|| format!("{} 不是文件名", path.display()))?;
    let dir = match path.parent() {
        Some(dir) if dir != Path::new("") => dir,
        _ => Path::new("."),
    };
    let mut aside = std::ffi::OsString::from(".");
    aside.push(name);
    aside.push(".gongxun-new");
    let aside = dir.join(aside);
    let written = fs::File::create(&aside)
        .and_then(|file| {
            let mut file = BufWriter::new(file);
            write(&mut file)?;
            file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
        })
        .with_context(|| format!("不能写入 {}；请看目录是否存在、磁盘是否已满", dir.display()))
        .and_then(|()| {
            fs::rename(&aside, path)
                .with_context(|| format!("不能换上 {}；它可能正被别的程序打开", path.display()))
        });
    if written.is_err() {
        // What is left of the attempt; the error already tells what happened.
        let _ = fs::remove_file(&aside);
    }
    written
}

pub(super) fn cannot_read(path: &Path) -> String {
    format!("不能读取 {}", path.display())
}
