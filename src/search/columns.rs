//! Columns: what filters, facets, timeline and map need of each article and activity, as plain numbers.
//!
//! Names stand once in sorted lists, rows hold their numbers. This module does not search text.

mod joined;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::{ActivityIx, ArticleIx};
use crate::corpus::{Activity, Article, Bulletin, Corpus};
use crate::date::{Day, Span};
use crate::place::{Adcode, names_in};

/// The columns of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// A row for each article, in the order of [`ArticleIx`].
    pub articles: Vec<ArticleRow>,
    /// A row for each activity, in the order of [`ActivityIx`].
    pub activities: Vec<ActivityRow>,
    /// The units that activities took place in and that articles are about.
    pub units: Vec<Adcode>,
    /// Types and sub-types.
    pub types: Vec<String>,
    /// Audiences.
    pub audiences: Vec<String>,
    /// Organisers.
    pub organisers: Vec<String>,
    /// Publishers and files: two numbers a bulletin.
    pub sources: Vec<String>,
    /// Names of units, as activities give them.
    pub unit_names: BTreeMap<Adcode, String>,
    /// Every name of every unit that a reader of this corpus may name: those of its provinces, and all
    /// provinces; the full name first.
    pub known_units: BTreeMap<Adcode, Vec<String>>,
    /// The numbers that rows point at.
    numbers: Vec<u32>,
    /// Activities by article.
    by_article: Vec<ActivityIx>,
}

/// What is known of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRow {
    /// When it was published, or what stands for that.
    pub date: Option<Span>,
    /// The unit that it or its bulletin is about, as a number in [`Columns::units`].
    pub unit: Option<u32>,
    pub(super) sources: [Option<u32>; 2],
    /// Its stretch of [`Columns::by_article`].
    pub(super) activities: Range<u32>,
}

/// What is known of an activity.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityRow {
    /// The article that tells of it.
    pub article: ArticleIx,
    /// When it took place.
    pub date: Option<Span>,
    /// The first of the activities that report the same event; itself where it is alone.
    pub event: ActivityIx,
    pub(super) units: Range<u32>,
    pub(super) types: Range<u32>,
    pub(super) audiences: Range<u32>,
    pub(super) organisers: Range<u32>,
}

impl Columns {
    /// The columns of a corpus. Activities of unknown articles belong to none and are never selected.
    pub fn of(corpus: &Corpus) -> Columns {
        let mut columns = Columns::bare(corpus);
        let provinces = columns.units.iter().map(|unit| unit.province()).collect();
        for (unit, names) in names_in(&provinces) {
            columns.known_units.insert(unit, names.into_iter().map(str::to_owned).collect());
        }
        columns
    }

    /// The same without [`Columns::known_units`], which are the greater part of a small corpus' columns.
    pub(super) fn bare(corpus: &Corpus) -> Columns {
        let mut columns = Columns::default();
        columns.list_names(corpus);
        let mut first_of: HashMap<&str, ArticleIx> = HashMap::new();
        for (at, (bulletin, article)) in corpus.articles().enumerate() {
            first_of.entry(article.id.as_str()).or_insert(ArticleIx(at as u32));
            let row = columns.article(bulletin, article);
            columns.articles.push(row);
        }
        let events = events(corpus);
        for (at, activity) in corpus.activities.iter().enumerate() {
            let article = first_of.get(activity.article.as_str()).copied().unwrap_or(ArticleIx(u32::MAX));
            let row = columns.activity(article, events[at], activity);
            columns.activities.push(row);
        }
        columns.link();
        columns
    }

    /// The activities of an article, in order.
    pub fn activities_of(&self, row: &ArticleRow) -> &[ActivityIx] {
        self.by_article.get(row.activities.start as usize..row.activities.end as usize).unwrap_or_default()
    }

    /// The units of an activity, as numbers in [`Columns::units`].
    pub fn units_of(&self, row: &ActivityRow) -> &[u32] {
        self.slice(&row.units)
    }

    /// Its types and sub-types, as numbers in [`Columns::types`].
    pub fn types_of(&self, row: &ActivityRow) -> &[u32] {
        self.slice(&row.types)
    }

    /// Its audiences, as numbers in [`Columns::audiences`].
    pub fn audiences_of(&self, row: &ActivityRow) -> &[u32] {
        self.slice(&row.audiences)
    }

    /// Its organisers, as numbers in [`Columns::organisers`].
    pub fn organisers_of(&self, row: &ActivityRow) -> &[u32] {
        self.slice(&row.organisers)
    }

    /// The publisher and the file of an article, as numbers in [`Columns::sources`].
    pub fn sources_of(&self, row: &ArticleRow) -> impl Iterator<Item = u32> {
        row.sources.into_iter().flatten()
    }

    /// How many events these activities are: reports of one event count once.
    pub fn events(&self, activities: &[ActivityIx]) -> usize {
        let events: BTreeSet<ActivityIx> = activities
            .iter()
            .filter_map(|at| self.activities.get(at.0 as usize))
            .map(|row| row.event)
            .collect();
        events.len()
    }

    fn slice(&self, range: &Range<u32>) -> &[u32] {
        self.numbers.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    fn list_names(&mut self, corpus: &Corpus) {
        let activities = || corpus.activities.iter();
        let sorted = |names: BTreeSet<&String>| names.into_iter().cloned().collect::<Vec<String>>();
        self.types = sorted(activities().flat_map(|a| a.types.iter().chain(&a.subtypes)).collect());
        self.audiences = sorted(activities().flat_map(|a| &a.audiences).collect());
        self.organisers = sorted(activities().flat_map(|a| &a.organisers).collect());
        self.sources =
            sorted(corpus.bulletins.iter().flat_map(|b| b.publisher.iter().chain([&b.file])).collect());
        let places = || activities().flat_map(|a| &a.places);
        let regions = corpus.articles().filter_map(|(bulletin, article)| article.region.or(bulletin.region));
        let units: BTreeSet<Adcode> = places().map(|place| place.adcode).chain(regions).collect();
        self.units = units.into_iter().collect();
        self.unit_names = places().map(|place| (place.adcode, place.name.clone())).collect();
    }

    fn article(&self, bulletin: &Bulletin, article: &Article) -> ArticleRow {
        let issued = bulletin.issued.map(|day| Span::new(day, day));
        let source = |name: &String| self.sources.binary_search(name).ok().map(|at| at as u32);
        let unit = article.region.or(bulletin.region);
        ArticleRow {
            date: article.date.as_ref().map(|date| date.span()).or(issued),
            unit: unit.and_then(|unit| self.units.binary_search(&unit).ok()).map(|at| at as u32),
            sources: [bulletin.publisher.as_ref().and_then(source), source(&bulletin.file)],
            activities: 0..0,
        }
    }

    fn activity(&mut self, article: ArticleIx, event: ActivityIx, activity: &Activity) -> ActivityRow {
        let units = activity.places.iter().filter_map(|place| self.units.binary_search(&place.adcode).ok());
        let units = units.map(|at| at as u32).collect();
        let of = |list: &[String], names: &mut dyn Iterator<Item = &String>| -> Vec<u32> {
            names.filter_map(|name| list.binary_search(name).ok()).map(|at| at as u32).collect()
        };
        let types = of(&self.types, &mut activity.types.iter().chain(&activity.subtypes));
        let audiences = of(&self.audiences, &mut activity.audiences.iter());
        let organisers = of(&self.organisers, &mut activity.organisers.iter());
        ActivityRow {
            article,
            date: activity.date.as_ref().map(|date| date.span()),
            event,
            units: self.keep(units),
            types: self.keep(types),
            audiences: self.keep(audiences),
            organisers: self.keep(organisers),
        }
    }

    pub(super) fn keep(&mut self, mut numbers: Vec<u32>) -> Range<u32> {
        numbers.sort_unstable();
        numbers.dedup();
        let start = self.numbers.len() as u32;
        self.numbers.append(&mut numbers);
        start..self.numbers.len() as u32
    }

    /// Gives each article its activities, and their latest date where it has none.
    pub(super) fn link(&mut self) {
        let known =
            |at: &ActivityIx| (self.activities[at.0 as usize].article.0 as usize) < self.articles.len();
        self.by_article = (0..self.activities.len() as u32).map(ActivityIx).filter(known).collect();
        self.by_article.sort_by_key(|at| (self.activities[at.0 as usize].article, *at));
        for (place, at) in (0u32..).zip(&self.by_article) {
            let row = &self.activities[at.0 as usize];
            let article = &mut self.articles[row.article.0 as usize];
            if article.activities.is_empty() {
                article.activities = place..place;
            }
            article.activities.end = place + 1;
        }
        for article in &mut self.articles {
            let range = article.activities.start as usize..article.activities.end as usize;
            let dates = self.by_article[range].iter().filter_map(|at| self.activities[at.0 as usize].date);
            article.date = article.date.or_else(|| dates.max_by_key(|date| date.end));
        }
    }
}

impl ArticleRow {
    /// The day by which articles are ordered; undated ones come last.
    pub fn day(&self) -> Option<Day> {
        self.date.map(|date| date.end)
    }
}

/// For each activity the first one that reports the same event.
fn events(corpus: &Corpus) -> Vec<ActivityIx> {
    let numbers: HashMap<&str, usize> =
        corpus.activities.iter().enumerate().map(|(at, activity)| (activity.id.as_str(), at)).collect();
    let mut first: Vec<usize> = (0..corpus.activities.len()).collect();
    fn root(first: &[usize], mut at: usize) -> usize {
        while first[at] != at {
            at = first[at];
        }
        at
    }
    for (at, activity) in corpus.activities.iter().enumerate() {
        for other in activity.same_as.iter().filter_map(|id| numbers.get(id.as_str())) {
            let (a, b) = (root(&first, at), root(&first, *other));
            first[a.max(b)] = a.min(b);
        }
    }
    (0..first.len()).map(|at| ActivityIx(root(&first, at) as u32)).collect()
}
