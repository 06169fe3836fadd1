//! `gongxun search`: the browser's engine in a terminal.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use serde_json::{Value, json};

use super::search_answer::asked;
use super::{Outcome, files};
use crate::corpus::{Article, Bulletin, Corpus};
use crate::date::Day;
use crate::publish::dictionary;
use crate::search::{Engine, Filter, Snippet, parse, select, snippet};
use crate::text::{Segmenter, dict};

/// How many characters of an article are shown.
const SNIPPET: usize = 80;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// gongxun corpus 写出的语料
    #[arg(value_name = "语料.json", help_heading = "参数")]
    corpus: PathBuf,
    /// 检索词，有空格时整个加引号：'清凉 入会' 两词都要有，'清凉 -讲座' 不要讲座，'骑手|快递员' 任一，
    /// '地区:渝北区 类型:送清凉 日期:2024-05..2024-07' 筛选；空的 '' 列出全部
    #[arg(value_name = "检索词", help_heading = "参数", allow_hyphen_values = true)]
    query: String,
    /// 最多列出几篇（默认 10）
    #[arg(long, value_name = "篇数", default_value_t = 10, hide_default_value = true)]
    limit: usize,
    /// 以 JSON 输出，供别的程序读取
    #[arg(long)]
    json: bool,
    /// 问句里“去年”“上个月”从哪天算起，如 2024-09-01（默认今天）
    #[arg(long, value_name = "日期")]
    today: Option<Day>,
}

/// A hit, as much of it as is shown.
struct Shown<'c> {
    bulletin: &'c Bulletin,
    article: &'c Article,
    snippet: Option<Snippet>,
    activities: usize,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let corpus = files::read_corpus(&args.corpus)?;
    let segmenter = Segmenter::from_dict(&dictionary(&corpus, dict::FULL))?;
    let engine = Engine::build(&corpus, &segmenter);
    let found = engine.find(&parse(&args.query));
    let selection = select(engine.columns(), &found, &Filter::default());
    let articles: Vec<(&Bulletin, &Article)> = corpus.articles().collect();
    let hits: Vec<Shown<'_>> = selection
        .articles
        .iter()
        .take(args.limit)
        .filter_map(|hit| {
            let (bulletin, article) = *articles.get(hit.article.0 as usize)?;
            let snippet = snippet(article, &found.marked, SNIPPET);
            let here = |at: &&crate::search::ActivityIx| {
                corpus.activities.get(at.0 as usize).is_some_and(|activity| activity.article == article.id)
            };
            Some(Shown {
                bulletin,
                article,
                snippet,
                activities: selection.activities.iter().filter(here).count(),
            })
        })
        .collect();
    let (total, events) = (selection.articles.len(), engine.columns().events(&selection.activities));
    let asked = asked(&corpus, &engine, &args.query, args.today);
    if args.json {
        let hits: Vec<Value> = hits.iter().map(as_json).collect();
        let mut answer =
            json!({ "total": total, "activities": events, "relaxed": found.relaxed, "hits": hits });
        if let Some((asked, answer)) = asked.zip(answer.as_object_mut()) {
            answer.insert("answer".to_owned(), asked.as_json(&corpus));
        }
        writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
        return Ok(Outcome::Done);
    }
    if let Some(asked) = &asked {
        asked.write(out)?;
    }
    if found.relaxed {
        writeln!(out, "没有文章含有全部词语，以下按单个词语排列")?;
    }
    writeln!(out, "{total} 篇文章，其中 {events} 项活动")?;
    let marks = if std::io::stdout().is_terminal() { ("\x1b[1;33m", "\x1b[0m") } else { ("", "") };
    for (number, hit) in hits.iter().enumerate() {
        writeln!(out, "\n{}. {}", number + 1, heading(&corpus, hit))?;
        if let Some(snippet) = &hit.snippet {
            writeln!(out, "   {}", marked(snippet, marks))?;
        }
    }
    if total > hits.len() {
        writeln!(out, "\n…… 另有 {} 篇，用 --limit {total} 全部列出", total - hits.len())?;
    }
    Ok(Outcome::Done)
}

fn heading(corpus: &Corpus, hit: &Shown<'_>) -> String {
    let title = match hit.article.title.as_str() {
        "" => "（无标题）",
        title => title,
    };
    let bulletin = hit.bulletin.title.as_deref().unwrap_or(&hit.bulletin.file);
    let mut parts = vec![title.to_owned()];
    parts.extend(date(hit).map(|day| day.to_string()));
    parts.push(
        hit.bulletin.publisher.as_ref().map_or(bulletin.to_owned(), |who| format!("{who}《{bulletin}》")),
    );
    let all = corpus.activities.iter().filter(|activity| activity.article == hit.article.id).count();
    if all > 0 {
        parts.push(format!("{} 项活动", hit.activities));
    }
    parts.join("  ")
}

fn date(hit: &Shown<'_>) -> Option<crate::date::Day> {
    hit.article.date.as_ref().map(|date| date.start).or(hit.bulletin.issued)
}

fn marked(snippet: &Snippet, (on, off): (&str, &str)) -> String {
    let piece = |piece: &crate::search::Piece| match piece.marked {
        true => format!("{on}{}{off}", piece.text),
        false => piece.text.clone(),
    };
    snippet.pieces.iter().map(piece).collect()
}

fn as_json(hit: &Shown<'_>) -> Value {
    json!({
        "id": hit.article.id,
        "title": hit.article.title,
        "date": date(hit),
        "publisher": hit.bulletin.publisher,
        "bulletin": hit.bulletin.id,
        "file": hit.bulletin.file,
        "activities": hit.activities,
        "snippet": hit.snippet.as_ref().map(|snippet| marked(snippet, ("", ""))),
    })
}
