//! Writing a delivery so that a half-written one never replaces a good one: all is written beside the old,
//! and then put in its place by renaming.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use crate::publish::OutFile;

const NEW: &str = ".gongxun-new";
const OLD: &str = ".gongxun-old";

/// Writes `files` into `dir`. The folder `owned` in it is replaced whole, other files one by one; whatever
/// else lies in `dir` stays.
pub(super) fn write(dir: &Path, files: &[OutFile], owned: &str) -> anyhow::Result<()> {
    if dir.join(owned).exists() && !is_ours(&dir.join(owned)) {
        bail!("{} 里有不是工讯生成的文件，不能覆盖；请移走，或用 -o 换一个目录", dir.join(owned).display());
    }
    let (new, old) = (dir.join(NEW), dir.join(OLD));
    for leftover in [&new, &old] {
        remove_dir(leftover)?;
    }
    for file in files {
        let path = new.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("不能建立目录 {}", parent.display()))?;
        }
        fs::write(&path, &file.bytes)
            .with_context(|| format!("不能写入 {}；请看磁盘是否已满", path.display()))?;
    }
    fs::create_dir_all(&old).with_context(|| format!("不能建立目录 {}", old.display()))?;
    swap(&new.join(owned), &dir.join(owned), &old.join(owned))?;
    for file in files.iter().filter(|file| !file.path.contains('/')) {
        rename(&new.join(&file.path), &dir.join(&file.path))?;
    }
    remove_dir(&new)?;
    remove_dir(&old)
}

/// A folder cannot be renamed over another, so the old one steps aside, and comes back if the new one fails.
fn swap(new: &Path, current: &Path, aside: &Path) -> anyhow::Result<()> {
    if !current.exists() {
        return rename(new, current);
    }
    rename(current, aside)?;
    rename(new, current).or_else(|error| rename(aside, current).and(Err(error)))
}

fn is_ours(site: &Path) -> bool {
    fs::read_to_string(site.join("index.html")).is_ok_and(|page| page.contains("id=\"gongxun-manifest\""))
}

fn rename(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::rename(from, to).with_context(|| format!("不能换上 {}；它可能正被别的程序打开", to.display()))
}

fn remove_dir(dir: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("不能删除 {}", dir.display()))
        }
        _ => Ok(()),
    }
}
