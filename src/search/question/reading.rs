//! What a question was understood to say. This module does not read.

use std::ops::Range;

use crate::date::{Day, Span};
use crate::place::{Adcode, predecessors};

use super::super::Columns;
use super::super::filter::Filter;
use super::who;
use super::words::{is_under, is_whole};

/// Where and when a question is asked, and what the corpus knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Here {
    /// The unit that the archive is about.
    pub region: Option<Adcode>,
    /// The reader's date, from which 去年 and 上个月 count. Without one, such words are not understood.
    pub today: Option<Day>,
    /// Units that the corpus has activities or articles of.
    pub units: Vec<Adcode>,
    /// Organisers in the corpus, in full.
    pub organisers: Vec<String>,
}

impl Here {
    /// What a corpus knows, asked on a day.
    pub fn of(columns: &Columns, region: Option<Adcode>, today: Option<Day>) -> Here {
        Here { region, today, units: columns.units.clone(), organisers: columns.organisers.clone() }
    }
}

/// A question as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Units, one of which it is about.
    pub places: Vec<Adcode>,
    /// The days that it is about.
    pub period: Option<Span>,
    /// Whether these were counted from the reader's day (去年), and not named (2024年).
    pub relative: bool,
    /// Types (类型).
    pub types: Vec<String>,
    /// Sub-types.
    pub subtypes: Vec<String>,
    /// Audiences (对象).
    pub audiences: Vec<String>,
    /// Organisers in full.
    pub organisers: Vec<String>,
    /// What is asked; `None` where the words only name things.
    pub ask: Option<Ask>,
    /// Words that stay text: all must stand in what is found.
    pub rest: Vec<String>,
    /// The parts of the question in order, to be shown and taken away.
    pub parts: Vec<Part>,
    /// Whether it may be applied without being asked for; otherwise it is only offered.
    pub sure: bool,
}

/// What a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// 几次: how many activities.
    Count,
    /// 多少人: how many took part.
    People,
    /// 哪些区县, 哪个月: which, all of them.
    Which(By),
    /// 哪个区县最多: a short ranking; by people where they are asked for.
    Most {
        /// What is ranked.
        by: By,
        /// Whether by people, not by activities.
        people: bool,
    },
    /// 什么时候
    When {
        /// Whether only the latest is meant (最近一次).
        latest: bool,
    },
    /// 有哪些活动, 有没有
    List,
    /// 花了多少钱: bulletins are not read for it.
    Cost,
}

/// What activities are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// 区县
    County,
    /// 市
    City,
    /// 省
    Province,
    /// 类型
    Type,
    /// 对象
    Audience,
    /// 主办单位
    Organiser,
    /// 月份
    Month,
    /// Each activity by itself.
    Activity,
}

/// A part of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the question, in bytes: taking the part away cuts that out.
    pub typed: Range<usize>,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A unit.
    Place(Adcode),
    /// Days.
    Period(Span),
    /// A type or sub-type.
    Type(String),
    /// An audience.
    Audience(String),
    /// An organiser.
    Organiser(String),
    /// Words that stay text.
    Text(String),
}

/// Activities before a change are those of the units that were then.
fn with_predecessors(places: &[Adcode]) -> Vec<Adcode> {
    let mut all: Vec<Adcode> = places.to_vec();
    for code in places.iter().flat_map(|code| predecessors(*code)) {
        if !all.contains(&code) {
            all.push(code);
        }
    }
    all
}

impl Reading {
    /// The filter that the reading stands for in a corpus. An organiser includes its own organs (党组).
    pub fn filter(&self, columns: &Columns) -> Filter {
        let mut organisers: Vec<String> = Vec::new();
        for name in &self.organisers {
            let own = columns.organisers.iter().filter(|other| who::is_organ_of(other, name));
            let known = organisers.len();
            organisers.extend(own.cloned());
            if organisers.len() == known {
                organisers.push(name.clone());
            }
        }
        Filter {
            places: with_predecessors(&self.places),
            types: self.meant_types().chain(&self.subtypes).cloned().collect(),
            audiences: self.audiences.clone(),
            organisers,
            sources: Vec::new(),
            from: self.period.map(|period| period.start),
            to: self.period.map(|period| period.end),
        }
    }

    /// The types that are meant as a whole: those of which no narrower sub-type is named.
    fn meant_types(&self) -> impl Iterator<Item = &String> {
        let narrower = |kind: &str| {
            let mut subtypes = self.subtypes.iter();
            subtypes.any(|subtype| is_under(subtype, kind) && !is_whole(subtype, kind))
        };
        self.types.iter().filter(move |kind| !narrower(kind))
    }

    /// The words that stay text, as a query that wants each of them.
    pub fn text(&self) -> String {
        self.rest.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(" ")
    }

    /// How many kinds of filters were understood.
    pub fn kinds(&self) -> usize {
        let lists = [!self.types.is_empty() || !self.subtypes.is_empty(), !self.audiences.is_empty()];
        let others = [!self.places.is_empty(), self.period.is_some(), !self.organisers.is_empty()];
        lists.into_iter().chain(others).filter(|found| *found).count()
    }
}
