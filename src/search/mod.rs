//! Finding articles and activities: index, query language, ranking, filters, snippets. This module does not
//! know views.
//!
//! Words select articles and activities ([`Found`]); filters narrow that ([`Selection`]), and each facet of a
//! view narrows it by all filters but its own. Articles are listed, activities are counted.
//!
//! ```
//! use gongxun::corpus::Corpus;
//! use gongxun::search::{Engine, Filter, parse, select};
//! use gongxun::text::Segmenter;
//!
//! let corpus = Corpus::new("空");
//! let segmenter = Segmenter::from_dict("工会 5\n")?;
//! let engine = Engine::build(&corpus, &segmenter);
//! let found = engine.find(&parse("送清凉 -高温 地区:渝北区"));
//! assert!(select(engine.columns(), &found, &Filter::default()).articles.is_empty());
//! # Ok::<(), gongxun::text::SegmentError>(())
//! ```

mod alike;
mod ascending;
mod columns;
mod complete;
mod criteria;
mod engine;
mod filter;
mod format;
mod index;
mod marks;
mod narrow;
mod parse;
mod partial;
mod query;
mod question;
mod rank;
mod relaxed;
mod select;
mod shelf;
mod snippet;
mod undated;

pub use alike::Keyword;
pub use columns::{ActivityRow, ArticleRow, Columns};
pub use complete::{Completion, CompletionKind, complete, near_misses};
pub use criteria::{Criteria, kind};
pub use engine::{Engine, Found, Hit};
pub use filter::{Filter, Narrowing};
pub use format::IndexError;
pub(crate) use format::crc32;
pub use marks::marks;
pub use parse::parse;
pub use query::{Clause, FilterClause, FilterKey, Query, Term};
pub use question::{
    Answer, AnswerWording, Ask, By, CHINESE, ENGLISH, Gazetteer, Here, Part, PartKind, Reading, Row, Said,
    answer, found_by, may_perform, period_said, read_question,
};
pub use select::{Selection, select};
pub use shelf::{SLICE, put_behind, slices};
pub use snippet::{Piece, Snippet, snippet};
pub use undated::{Told, may_lie_in};

/// An article's place in the order of `Corpus::articles`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u32);

/// An activity's place in `Corpus::activities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityIx(pub u32);
