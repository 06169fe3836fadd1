//! Rule 4: which articles are listed and which activities are counted, under words and filters.
//!
//! All filters must hold for one and the same activity. A unit includes those beneath it, a period means
//! overlap. An article without activities is held against its own date and unit. This module does not read
//! text: what the words select comes in.

use super::criteria::Criteria;
use super::filter::Filter;
use super::{ActivityIx, Columns, Found, Hit};

/// What is listed and counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, best first.
    pub articles: Vec<Hit>,
    /// The activities, in order.
    pub activities: Vec<ActivityIx>,
}

/// Narrows what the words selected, by the query's own filters and by this one.
///
/// An article stays when one of the activities that the words select in it stays; one without activities
/// stays by its own date and unit; one whose activities the words do not select stays only where nothing is
/// filtered.
pub fn select(columns: &Columns, found: &Found, filter: &Filter) -> Selection {
    let mut tests: Vec<Test<'_>> = found
        .narrowings
        .iter()
        .map(|one| Test { criteria: Criteria::new(columns, &one.filter), exclude: one.exclude })
        .collect();
    if !filter.is_empty() {
        tests.push(Test { criteria: Criteria::new(columns, filter), exclude: false });
    }
    if tests.is_empty() {
        return Selection { articles: found.articles.clone(), activities: found.activities.clone() };
    }
    let holds = |at: &ActivityIx| {
        columns.activities.get(at.0 as usize).is_some()
            && tests.iter().all(|test| test.admits(test.criteria.failed_by(*at)))
    };
    let activities: Vec<ActivityIx> = found.activities.iter().copied().filter(holds).collect();
    let mut listed = vec![false; columns.articles.len()];
    for at in &activities {
        if let Some(listed) = listed.get_mut(columns.activities[at.0 as usize].article.0 as usize) {
            *listed = true;
        }
    }
    let keeps = |hit: &&Hit| {
        let Some(row) = columns.articles.get(hit.article.0 as usize) else { return false };
        let admits = |test: &Test<'_>| test.admits(test.criteria.failed_by_article(hit.article));
        listed[hit.article.0 as usize] || (columns.activities_of(row).is_empty() && tests.iter().all(admits))
    };
    Selection { articles: found.articles.iter().filter(keeps).copied().collect(), activities }
}

/// A filter, or what must not be.
struct Test<'c> {
    criteria: Criteria<'c>,
    exclude: bool,
}

impl Test<'_> {
    fn admits(&self, failed: u8) -> bool {
        (failed == 0) != self.exclude
    }
}
