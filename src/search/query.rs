//! A query as it was understood: clauses that all hold, each of terms of which one does, and filters.
//!
//! This module does not read text; [`super::parse`] does.

use std::ops::Range;

/// What is searched for. Clauses and filters all hold; without any, everything is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, in the order typed.
    pub clauses: Vec<Clause>,
    /// The filters, in the order typed.
    pub filters: Vec<FilterClause>,
}

/// Terms of which one stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The alternatives; never empty.
    pub any_of: Vec<Term>,
    /// Whether none of them may stand in the text (`-词`).
    pub exclude: bool,
    /// Whether only the title counts (`标题:词`).
    pub in_title: bool,
    /// Where it stands in what was typed, in bytes; empty where it was not typed.
    pub typed: Range<usize>,
}

/// Characters that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As typed, without quotes.
    pub text: String,
    /// Folded; never empty.
    pub folded: String,
    /// Whether it was put in quotes.
    pub quoted: bool,
}

/// A filter typed into the query; one of its values holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterClause {
    /// What it is about.
    pub key: FilterKey,
    /// The values as typed, without quotes; never empty.
    pub any_of: Vec<String>,
    /// Whether none of them may hold (`-类型:会议学习`).
    pub exclude: bool,
    /// Where it stands in what was typed, in bytes.
    pub typed: Range<usize>,
}

/// What a filter is about. `标题:` is not among them: it is a [`Clause`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterKey {
    /// 地区
    Place,
    /// 类型
    Type,
    /// 对象
    Audience,
    /// 组织
    Organiser,
    /// 日期
    Date,
    /// 来源
    Source,
}

impl FilterKey {
    /// Every key, in the order in which help lists them.
    pub const ALL: [FilterKey; 6] = [
        FilterKey::Place,
        FilterKey::Type,
        FilterKey::Audience,
        FilterKey::Organiser,
        FilterKey::Date,
        FilterKey::Source,
    ];

    /// The word before the colon.
    pub fn word(self) -> &'static str {
        match self {
            FilterKey::Place => "地区",
            FilterKey::Type => "类型",
            FilterKey::Audience => "对象",
            FilterKey::Organiser => "组织",
            FilterKey::Date => "日期",
            FilterKey::Source => "来源",
        }
    }
}

impl FilterClause {
    /// The filter as text again, for where it means nothing in a corpus.
    pub(super) fn as_clause(&self) -> Clause {
        let sign = if self.exclude { "-" } else { "" };
        let text = format!("{sign}{}:{}", self.key.word(), self.any_of.join("|"));
        let term = Term { folded: crate::text::fold(&text).text, text, quoted: false };
        Clause { any_of: vec![term], exclude: false, in_title: false, typed: self.typed.clone() }
    }
}

impl Query {
    /// The terms that hits contain, to mark and to rank by.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.clauses.iter().filter(|clause| !clause.exclude).flat_map(|clause| &clause.any_of)
    }
}
