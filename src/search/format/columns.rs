//! The section of columns.

use super::{Broken, ByteReader, ByteWriter};
use crate::date::{Day, Span};
use crate::place::Adcode;
use crate::search::columns::{ActivityRow, ArticleRow};
use crate::search::{ActivityIx, ArticleIx, Columns};

pub(super) fn write(columns: &Columns) -> Vec<u8> {
    let mut out = ByteWriter::default();
    let codes: Vec<u32> = columns.units.iter().map(|unit| unit.number()).collect();
    out.ascending(&codes);
    for list in [&columns.types, &columns.audiences, &columns.organisers, &columns.sources] {
        out.texts(list);
    }
    out.number(columns.unit_names.len() as u32);
    for (unit, name) in &columns.unit_names {
        out.number(unit.number());
        out.text(name);
    }
    out.number(columns.known_units.len() as u32);
    for (unit, names) in &columns.known_units {
        out.number(unit.number());
        out.texts(names);
    }
    out.number(columns.articles.len() as u32);
    for row in &columns.articles {
        span(&mut out, row.date);
        for number in [row.unit, row.sources[0], row.sources[1]] {
            out.number(number.map_or(0, |number| number + 1));
        }
    }
    out.number(columns.activities.len() as u32);
    let mut last = 0;
    for (at, row) in (0u32..).zip(&columns.activities) {
        // An unknown article's number is the greatest; one more is 0.
        out.signed(row.article.0.wrapping_add(1).wrapping_sub(last) as i32);
        last = row.article.0.wrapping_add(1);
        span(&mut out, row.date);
        out.number(at - row.event.0);
        out.ascending(columns.units_of(row));
        out.ascending(columns.types_of(row));
        out.ascending(columns.audiences_of(row));
        out.ascending(columns.organisers_of(row));
    }
    out.finish()
}

pub(super) fn read(bytes: &[u8]) -> Result<Columns, Broken> {
    let mut read = ByteReader::new(bytes);
    let code = |number: u32| Adcode::new(number).ok_or("行政区划代码有误");
    let units: Result<Vec<Adcode>, Broken> = read.ascending(1_000_000)?.into_iter().map(code).collect();
    let mut columns = Columns::default();
    columns.units = units?;
    columns.types = read.texts()?;
    columns.audiences = read.texts()?;
    columns.organisers = read.texts()?;
    columns.sources = read.texts()?;
    for _ in 0..read.count()? {
        let unit = code(read.number()?)?;
        columns.unit_names.insert(unit, read.text()?);
    }
    for _ in 0..read.count()? {
        let unit = code(read.number()?)?;
        columns.known_units.insert(unit, read.texts()?);
    }
    for _ in 0..read.count()? {
        let date = read_span(&mut read)?;
        let mut numbers = [None; 3];
        for number in &mut numbers {
            *number = read.number()?.checked_sub(1);
        }
        let [unit, publisher, file] = numbers;
        columns.articles.push(ArticleRow { date, unit, sources: [publisher, file], activities: 0..0 });
    }
    let mut last = 0u32;
    for at in 0..read.count()? as u32 {
        last = last.wrapping_add(read.signed()? as u32);
        let article = ArticleIx(last.wrapping_sub(1));
        let date = read_span(&mut read)?;
        let event = ActivityIx(at.checked_sub(read.number()?).ok_or("活动编号有误")?);
        let lists = [
            read.ascending(columns.units.len())?,
            read.ascending(columns.types.len())?,
            read.ascending(columns.audiences.len())?,
            read.ascending(columns.organisers.len())?,
        ];
        let [units, types, audiences, organisers] = lists.map(|list| columns.keep(list));
        columns.activities.push(ActivityRow { article, date, event, units, types, audiences, organisers });
    }
    read.end()?;
    columns.link();
    Ok(columns)
}

fn span(out: &mut ByteWriter, span: Option<Span>) {
    out.number(span.map_or(0, |span| span.start.number() as u32 + 1));
    if let Some(span) = span {
        out.number((span.end.number() - span.start.number()) as u32);
    }
}

fn read_span(read: &mut ByteReader<'_>) -> Result<Option<Span>, Broken> {
    let Some(start) = read.number()?.checked_sub(1) else { return Ok(None) };
    let end = start.checked_add(read.number()?);
    let day = |number: Option<u32>| number.and_then(|number| Day::from_number(i32::try_from(number).ok()?));
    match (day(Some(start)), day(end)) {
        (Some(start), Some(end)) => Ok(Some(Span { start, end })),
        _ => Err("日期有误"),
    }
}
