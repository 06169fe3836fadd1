//! `gongxun stats`: how many activities, by district, type, audience or month. Reports of one event count
//! once.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use super::table::Table;
use super::{Outcome, files};
use crate::corpus::{Activity, Corpus};
use crate::date::Span;
use crate::place::{Adcode, unit};
use crate::search::Columns;
use crate::stats::{by_district, by_label, by_month, ranked};

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// gongxun corpus 写出的语料
    #[arg(value_name = "语料.json", help_heading = "参数")]
    corpus: PathBuf,
    /// 按什么统计：district 地区，type 类型，audience 对象，month 月份；不写则列出总数
    #[arg(long, value_name = "项目", hide_possible_values = true)]
    by: Option<By>,
    /// 以 CSV 输出（UTF-8 带签名，Excel 和 WPS 可直接打开）
    #[arg(long)]
    csv: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum By {
    District,
    Type,
    Audience,
    Month,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let corpus = files::read_corpus(&args.corpus)?;
    let events = events(&corpus);
    let table = match args.by {
        None => totals(&corpus, &events),
        Some(By::District) => districts(&events),
        Some(By::Type) => labels("类型", &events, |activity| &activity.types),
        Some(By::Audience) => labels("对象", &events, |activity| &activity.audiences),
        Some(By::Month) => months(&events),
    };
    if args.csv {
        table.write_csv(out)?
    } else {
        table.write_aligned(out)?
    }
    Ok(Outcome::Done)
}

/// The activities by event: the reports of one event together.
fn events(corpus: &Corpus) -> Vec<Vec<&Activity>> {
    let columns = Columns::of(corpus);
    let mut events: BTreeMap<_, Vec<&Activity>> = BTreeMap::new();
    for (activity, row) in corpus.activities.iter().zip(&columns.activities) {
        events.entry(row.event).or_default().push(activity);
    }
    events.into_values().collect()
}

fn spans(event: &[&Activity]) -> Option<Span> {
    event.iter().find_map(|activity| activity.date.as_ref()).map(|date| date.span())
}

fn totals(corpus: &Corpus, events: &[Vec<&Activity>]) -> Table {
    let dated: Vec<Span> = events.iter().filter_map(|event| spans(event)).collect();
    let placed =
        events.iter().filter(|event| event.iter().any(|activity| !activity.places.is_empty())).count();
    let mut table = Table::new(&["项目", "数量"]);
    table.row([("简报".into()), corpus.bulletins.len().to_string()]);
    table.row(["文章".into(), corpus.articles().count().to_string()]);
    table.row(["活动".into(), events.len().to_string()]);
    table.row(["其中有日期".into(), dated.len().to_string()]);
    table.row(["其中有地点".into(), placed.to_string()]);
    let first = dated.iter().map(|span| span.start).min();
    let last = dated.iter().map(|span| span.end).max();
    if let (Some(first), Some(last)) = (first, last) {
        table.row(["最早".into(), first.to_string()]);
        table.row(["最晚".into(), last.to_string()]);
    }
    table
}

/// Each unit above those that it contains, ranked among its like.
fn districts(events: &[Vec<&Activity>]) -> Table {
    let places = |event: &Vec<&Activity>| -> Vec<Adcode> {
        event.iter().flat_map(|activity| &activity.places).map(|place| place.adcode).collect()
    };
    let counts = by_district(events.iter().map(places));
    let mut table = Table::new(&["地区", "代码", "上级", "名次", "活动数", "其中本级"]);
    let mut open: Vec<Adcode> = vec![Adcode::CHINA];
    while let Some(above) = open.pop() {
        let beneath = counts.iter().filter(|(code, _)| code.parent() == Some(above));
        let rows = ranked(beneath.map(|(code, count)| (*code, count.within)));
        for row in &rows {
            let own = counts.get(&row.key).map_or(0, |count| count.own);
            let cells = [name(row.key), row.key.to_string(), name(above), row.rank.to_string()];
            table.row(cells.into_iter().chain([row.count.to_string(), own.to_string()]));
        }
        open.extend(rows.into_iter().rev().map(|row| row.key));
    }
    let unplaced = events.iter().filter(|event| places(event).is_empty()).count();
    if unplaced > 0 {
        let blank = String::new;
        table.row(["（无地点）".into(), blank(), blank(), blank(), unplaced.to_string(), blank()]);
    }
    table
}

fn name(code: Adcode) -> String {
    match unit(code) {
        Some(unit) => unit.name.to_owned(),
        None if code == Adcode::CHINA => "全国".to_owned(),
        None => code.to_string(),
    }
}

fn labels<'c>(
    what: &str,
    events: &[Vec<&'c Activity>],
    of: impl Fn(&'c Activity) -> &'c Vec<String>,
) -> Table {
    let labels =
        |event: &Vec<&'c Activity>| event.iter().flat_map(|activity| of(activity)).collect::<Vec<_>>();
    let mut table = Table::new(&["名次", what, "活动数"]);
    for row in ranked(by_label(events.iter().map(labels))) {
        table.row([row.rank.to_string(), row.key.clone(), row.count.to_string()]);
    }
    let without = events.iter().filter(|event| labels(event).is_empty()).count();
    if without > 0 {
        table.row([String::new(), "（未注明）".into(), without.to_string()]);
    }
    table
}

fn months(events: &[Vec<&Activity>]) -> Table {
    let mut table = Table::new(&["月份", "活动数"]);
    for (month, count) in by_month(events.iter().filter_map(|event| spans(event))) {
        table.row([month.to_string(), count.to_string()]);
    }
    let undated = events.iter().filter(|event| spans(event).is_none()).count();
    if undated > 0 {
        table.row(["（无日期）".into(), undated.to_string()]);
    }
    table
}
