//! Finding articles and activities: index, query language, ranking, filters, snippets. This module does not
//! know views.
//!
//! Words select articles and activities ([`Found`]); filters narrow that ([`Selection`]), and each facet of a
//! view narrows it by all filters but its own. Articles are listed, activities are counted.

/// An article's place in the order of `Corpus::articles`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub u32);

/// An activity's place in `Corpus::activities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityIx(pub u32);
