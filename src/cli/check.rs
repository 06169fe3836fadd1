//! `gongxun check`: what reading finds in bulletins, and with `--trace` every change that cleaning made.

use std::io::Write;
use std::path::PathBuf;

use super::{Outcome, bulletins};
use crate::corpus::{Article, At, Corpus, Part};

/// How many characters of the text are shown on each side of a change.
const AROUND: usize = 6;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// 简报文件，或放着简报的目录（连同其中的子目录）
    #[arg(value_name = "目录或文件", help_heading = "参数", required = true)]
    paths: Vec<PathBuf>,
    /// 列出清理时的每一处改动
    #[arg(long)]
    trace: bool,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (corpus, found) = bulletins::read(&args.paths, "")?;
    if args.trace {
        trace(&corpus, out)?;
    }
    Ok(bulletins::tell(&corpus, &found, false))
}

fn trace(corpus: &Corpus, out: &mut dyn Write) -> std::io::Result<()> {
    for bulletin in &corpus.bulletins {
        for article in &bulletin.articles {
            for edit in &article.edits {
                let (file, title) = (&bulletin.file, one_line(&article.title));
                let (before, now, after) = around(article, &edit.at);
                let was = one_line(&edit.was);
                let place = place(&edit.at);
                writeln!(out, "{file}《{title}》{place} [{}]: {before}〔{was} → {now}〕{after}", edit.rule)?;
            }
        }
    }
    Ok(())
}

fn place(at: &At) -> String {
    match at.part {
        Part::Title => "标题".to_owned(),
        Part::Subtitle => "副标题".to_owned(),
        Part::Paragraph => format!("第 {} 段", at.index + 1),
        Part::Caption => format!("第 {} 条图片说明", at.index + 1),
    }
}

/// What stands before, in and after the place of a change.
fn around(article: &Article, at: &At) -> (String, String, String) {
    let text = article.text_of(at.part, at.index).unwrap_or_default();
    let [from, to] = at.range;
    let (before, after) = (text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    let skip = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skip).collect();
    let after: String = after.chars().take(AROUND).collect();
    (one_line(&before), one_line(text.get(from..to).unwrap_or_default()), one_line(&after))
}

fn one_line(text: &str) -> String {
    text.replace('\r', "").replace('\n', "⏎")
}
