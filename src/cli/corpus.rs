//! `gongxun corpus`: bulletins, and corrections where there are any, → a corpus.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::{Outcome, bulletins, files, withdrawn};
use crate::corpus::{Corrections, correct, faults};

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// 简报文件，或放着简报的目录（连同其中的子目录）
    #[arg(value_name = "目录或文件", help_heading = "参数", required = true)]
    paths: Vec<PathBuf>,
    /// 写到哪个文件
    #[arg(short, long, value_name = "语料.json")]
    output: PathBuf,
    /// 人工更正
    #[arg(long, value_name = "corrections.json")]
    corrections: Option<PathBuf>,
    /// 撤回名单，每行一个文章编号；不写时用目录里的 withdrawn.txt
    #[arg(long, value_name = "withdrawn.txt")]
    withdrawn: Option<PathBuf>,
    /// 有警告也算出错（退出码 1）
    #[arg(long)]
    strict: bool,
    /// 资料库的名称
    #[arg(long, value_name = "名称", default_value = "工会简报", hide_default_value = true)]
    title: String,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let corrections = args.corrections.as_deref().map(read_corrections).transpose()?;
    let (mut corpus, mut found) = bulletins::read(&args.paths, &args.title)?;
    if let (Some(corrections), Some(path)) = (&corrections, &args.corrections) {
        found.extend(correct(&mut corpus, corrections, &path.display().to_string()));
    }
    let folders = args.paths.iter().map(PathBuf::as_path).filter(|path| path.is_dir());
    found.extend(withdrawn::take_out(&mut corpus, args.withdrawn.as_deref(), folders)?);
    let outcome = bulletins::tell(&corpus, &found, args.strict);
    if corpus.articles().next().is_none() {
        bail!("没有读到任何文章，{} 没有改动", args.output.display());
    }
    // What the browser would refuse is not written.
    if let Some(fault) = faults(&corpus).first() {
        bail!("读出的语料自相矛盾：{fault}（这是程序的错误，请连同简报报告）");
    }
    files::write_whole(&args.output, |file| corpus.write_json(file))?;
    writeln!(out, "语料: {}", args.output.display())?;
    Ok(outcome)
}

fn read_corrections(path: &Path) -> anyhow::Result<Corrections> {
    let bytes = fs::read(path).with_context(|| files::cannot_read(path))?;
    Corrections::from_bytes(&bytes).with_context(|| format!("更正 {} 不能使用", path.display()))
}
