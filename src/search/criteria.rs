//! A filter as what can be asked of the rows of a corpus: for each of its kinds, which numbers of the columns' lists
//! pass. Made once, asked of every row. This module does not decide what is listed or counted.

use super::filter::Filter;
use super::{ActivityIx, ArticleIx, Columns};
use crate::date::{Day, Span};

/// The kinds of filter, a bit each.
pub mod kind {
    /// 地区
    pub const PLACE: u8 = 1;
    /// 类型
    pub const TYPE: u8 = 2;
    /// 对象
    pub const AUDIENCE: u8 = 4;
    /// 组织单位
    pub const ORGANISER: u8 = 8;
    /// 来源
    pub const SOURCE: u8 = 16;
    /// 时间
    pub const PERIOD: u8 = 32;
}

/// What a filter asks of rows.
#[derive(Clone, Debug)]
pub struct Criteria<'c> {
    columns: &'c Columns,
    units: Option<Vec<bool>>,
    types: Option<Vec<bool>>,
    audiences: Option<Vec<bool>>,
    organisers: Option<Vec<bool>>,
    sources: Option<Vec<bool>>,
    period: Option<Span>,
}

impl<'c> Criteria<'c> {
    /// What a filter asks of the rows of these columns.
    pub fn new(columns: &'c Columns, filter: &Filter) -> Criteria<'c> {
        let named = |list: &[String], wanted: &[String]| {
            (!wanted.is_empty()).then(|| list.iter().map(|name| wanted.contains(name)).collect())
        };
        let within = |unit| filter.places.iter().any(|place| place.contains(unit));
        Criteria {
            columns,
            units: (!filter.places.is_empty())
                .then(|| columns.units.iter().map(|unit| within(*unit)).collect()),
            types: named(&columns.types, &filter.types),
            audiences: named(&columns.audiences, &filter.audiences),
            organisers: named(&columns.organisers, &filter.organisers),
            sources: named(&columns.sources, &filter.sources),
            period: period(filter),
        }
    }

    /// The filter's days, an open end reaching as far as the calendar.
    pub fn period(&self) -> Option<Span> {
        self.period
    }

    /// The kinds of filter that an activity fails, a bit of [`kind`] each; 0 where it passes.
    pub fn failed_by(&self, at: ActivityIx) -> u8 {
        let columns = self.columns;
        let Some(row) = columns.activities.get(at.0 as usize) else { return u8::MAX };
        let article = columns.articles.get(row.article.0 as usize);
        failed([
            (kind::PERIOD, overlaps(self.period, row.date)),
            (kind::PLACE, any(&self.units, columns.units_of(row).iter().copied())),
            (kind::TYPE, any(&self.types, columns.types_of(row).iter().copied())),
            (kind::AUDIENCE, any(&self.audiences, columns.audiences_of(row).iter().copied())),
            (kind::ORGANISER, any(&self.organisers, columns.organisers_of(row).iter().copied())),
            (
                kind::SOURCE,
                any(&self.sources, article.into_iter().flat_map(|article| columns.sources_of(article))),
            ),
        ])
    }

    /// The same of an article without activities, by its own date and unit.
    pub fn failed_by_article(&self, at: ArticleIx) -> u8 {
        let Some(row) = self.columns.articles.get(at.0 as usize) else { return u8::MAX };
        failed([
            (kind::PERIOD, overlaps(self.period, row.date)),
            (kind::PLACE, any(&self.units, row.unit.into_iter())),
            (kind::TYPE, self.types.is_none()),
            (kind::AUDIENCE, self.audiences.is_none()),
            (kind::ORGANISER, self.organisers.is_none()),
            (kind::SOURCE, any(&self.sources, self.columns.sources_of(row))),
        ])
    }
}

fn failed(asked: [(u8, bool); 6]) -> u8 {
    asked.into_iter().filter(|(_, holds)| !holds).fold(0, |failed, (kind, _)| failed | kind)
}

fn any(wanted: &Option<Vec<bool>>, mut numbers: impl Iterator<Item = u32>) -> bool {
    wanted.as_ref().is_none_or(|wanted| numbers.any(|n| wanted.get(n as usize) == Some(&true)))
}

fn overlaps(period: Option<Span>, date: Option<Span>) -> bool {
    period.is_none_or(|period| date.is_some_and(|date| date.overlaps(period)))
}

fn period(filter: &Filter) -> Option<Span> {
    if filter.from.is_none() && filter.to.is_none() {
        return None;
    }
    let start = filter.from.or_else(|| Day::new(1, 1, 1))?;
    let end = filter.to.or_else(|| Day::new(9999, 12, 31))?;
    Some(Span { start, end })
}
