//! What is loaded: the corpus with its search engine, and the ways from ids, codes and articles to each other.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::corpus::{Activity, ActivityId, Article, ArticleId, Bulletin, BulletinId, Corpus, DateField};
use crate::date::Day;
use crate::place::{Adcode, Level, in_force};
use crate::search::{ActivityIx, ArticleIx, Engine, put_behind};
use crate::stats::{DistrictCount, Month, by_district, by_label, by_month};

use super::about::{Figures, figures};
use super::asking::Asking;
use super::words::words;

/// What a unit is called of which nothing is known.
const UNKNOWN: &str = "未知地区";

/// How the basis of an article's date begins that is its latest activity's.
const OF_LATEST: &str = "最近一项活动";

/// A loaded corpus, ready to be asked.
pub struct Archive {
    /// The corpus.
    pub corpus: Corpus,
    /// What searches it.
    pub engine: Engine,
    /// Its size.
    pub figures: Figures,
    /// Names of units by code.
    pub names: BTreeMap<Adcode, String>,
    /// What the filters offer: everything that occurs, with its count in the whole archive.
    pub offers: Offers,
    /// What the bulletins and articles say that they are about.
    regions: Vec<Adcode>,
    /// What questions are read with.
    pub asking: Asking,
    sources: BTreeMap<BulletinId, String>,
    places: Vec<(usize, usize)>,
    activities: Vec<Vec<ActivityIx>>,
    articles: Vec<ArticleIx>,
    article_ids: BTreeMap<ArticleId, ArticleIx>,
    activity_ids: BTreeMap<ActivityId, ActivityIx>,
    /// For each activity, the first report of its event where others report it, too.
    shared: Vec<Option<ActivityIx>>,
    /// How many articles were loaded; those after them were added here.
    loaded: usize,
}

/// A small corpus with its index, to be put behind an archive.
#[derive(Clone)]
pub struct Slice {
    /// The corpus.
    pub corpus: Rc<Corpus>,
    /// What searches it.
    pub engine: Arc<Engine>,
}

/// Counts over the whole archive: they fix which values a filter offers and in which order, so that rows stand
/// still while their counts change.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    /// Units that occur and those above them.
    pub places: BTreeMap<Adcode, DistrictCount>,
    /// Types, most frequent first.
    pub types: Vec<String>,
    /// Sub-types, most frequent first.
    pub subtypes: Vec<String>,
    /// Audiences, most frequent first.
    pub audiences: Vec<String>,
    /// Months with activities, newest first.
    pub months: Vec<Month>,
}

impl Archive {
    /// Prepares a corpus and the engine of its index. `names` are of units that the corpus itself does not
    /// name, such as provinces above
    /// its districts.
    pub fn new(corpus: Corpus, engine: Engine, names: BTreeMap<Adcode, String>) -> Archive {
        let mut places = Vec::new();
        let mut article_ids = BTreeMap::new();
        for (b, bulletin) in corpus.bulletins.iter().enumerate() {
            for (a, article) in bulletin.articles.iter().enumerate() {
                article_ids.insert(article.id.clone(), ArticleIx(index(places.len())));
                places.push((b, a));
            }
        }
        let mut activities = vec![Vec::new(); places.len()];
        let mut articles = Vec::with_capacity(corpus.activities.len());
        let mut activity_ids = BTreeMap::new();
        for (at, activity) in corpus.activities.iter().enumerate() {
            let ix = ActivityIx(index(at));
            let article = article_ids.get(&activity.article).copied().unwrap_or(ArticleIx(0));
            if let Some(list) = activities.get_mut(article.0 as usize) {
                list.push(ix);
            }
            articles.push(article);
            activity_ids.insert(activity.id.clone(), ix);
        }
        for list in &mut activities {
            list.sort_by_key(|ix| corpus.activities.get(ix.0 as usize).map(|activity| activity.at.clone()));
        }
        let names = known_names(&corpus, names);
        Archive {
            shared: shared_events(&engine),
            asking: Asking::of(&corpus),
            engine,
            figures: figures(&corpus),
            offers: offers(&corpus),
            regions: regions(&corpus),
            sources: source_names(&corpus, &names, &articles),
            names,
            corpus,
            loaded: places.len(),
            places,
            activities,
            articles,
            article_ids,
            activity_ids,
        }
    }

    /// This archive with slices behind it, the names of units that they tell of, and the reports of one event in all
    /// of it. Slices that are not there any more may still be linked.
    pub fn with(
        &self,
        slices: &[Slice],
        names: &[(Adcode, String)],
        links: &[(ActivityId, Vec<ActivityId>)],
    ) -> Archive {
        let mut corpus = self.corpus.clone();
        slices.iter().for_each(|slice| put_behind(&mut corpus, (*slice.corpus).clone()));
        let mut places: Vec<(ActivityId, usize)> =
            corpus.activities.iter().enumerate().map(|(at, activity)| (activity.id.clone(), at)).collect();
        places.sort_unstable();
        let place = |id: &ActivityId| {
            let found = places.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
            places.get(found).map(|(_, at)| *at)
        };
        for (id, same) in links {
            if let Some(activity) = place(id).and_then(|at| corpus.activities.get_mut(at)) {
                activity.same_as = same.iter().filter(|id| place(id).is_some()).cloned().collect();
            }
        }
        let parts: Vec<Arc<Engine>> = slices.iter().map(|slice| slice.engine.clone()).collect();
        let engine = self.engine.with(&parts, &corpus);
        let mut known = self.names.clone();
        known.extend(names.iter().cloned());
        let mut whole = Archive::new(corpus, engine, known);
        (whole.asking.today, whole.asking.region) = (self.asking.today, self.asking.region);
        whole.loaded = self.loaded;
        whole
    }

    /// Whether an article was added here, and is gone with the page.
    pub fn is_added(&self, ix: ArticleIx) -> bool {
        ix.0 as usize >= self.loaded
    }

    /// An article with its bulletin.
    pub fn article(&self, ix: ArticleIx) -> Option<(&Bulletin, &Article)> {
        let &(bulletin, article) = self.places.get(ix.0 as usize)?;
        let bulletin = self.corpus.bulletins.get(bulletin)?;
        Some((bulletin, bulletin.articles.get(article)?))
    }

    /// An activity.
    pub fn activity(&self, ix: ActivityIx) -> Option<&Activity> {
        self.corpus.activities.get(ix.0 as usize)
    }

    /// The activities of an article, in the order of its text: the first is number 1.
    pub fn activities_of(&self, ix: ArticleIx) -> &[ActivityIx] {
        self.activities.get(ix.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The article that tells of an activity.
    pub fn article_of(&self, ix: ActivityIx) -> ArticleIx {
        self.articles.get(ix.0 as usize).copied().unwrap_or(ArticleIx(0))
    }

    /// The article of an id.
    pub fn find_article(&self, id: &ArticleId) -> Option<ArticleIx> {
        self.article_ids.get(id).copied()
    }

    /// The activity of an id.
    pub fn find_activity(&self, id: &ActivityId) -> Option<ActivityIx> {
        self.activity_ids.get(id).copied()
    }

    /// The name of a unit; readers are never shown its code.
    pub fn name(&self, code: Adcode) -> String {
        match (self.known_name(code), self.known_name(code.province())) {
            (Some(name), _) => name.to_owned(),
            (None, Some(province)) => format!("{province}某地"),
            (None, None) => UNKNOWN.to_owned(),
        }
    }

    /// The name of a unit, where it is one that this archive has heard of.
    pub fn known_name(&self, code: Adcode) -> Option<&str> {
        let of_country = || self.engine.columns().known_units.get(&code)?.first();
        self.names.get(&code).or_else(of_country).map(String::as_str)
    }

    /// The province that the archive tells most of.
    pub fn home(&self) -> Option<Adcode> {
        let provinces = self.offers.places.iter().filter(|(code, _)| code.level() == Level::Province);
        let most = provinces.max_by_key(|(code, count)| (count.within, std::cmp::Reverse(**code)));
        most.map(|(code, _)| *code)
    }

    /// The units of a province, those without any activity included: all that were on the archive's last day.
    pub fn units_of(&self, province: Adcode) -> Vec<Adcode> {
        let last = self.offers.months.first().and_then(|month| month.span()).map(|span| span.end);
        let known = self.engine.columns().known_units.keys().copied();
        let here = |code: &Adcode| code.province() == province && *code != province;
        let mut units: Vec<Adcode> = known.filter(|code| in_force(*code, last)).filter(here).collect();
        units.extend(self.offers.places.keys().copied().filter(here));
        units.sort_unstable();
        units.dedup();
        units
    }

    /// What a bulletin is called where it stands as a source: its source's name, else its title, else that of
    /// its publisher or region.
    pub fn bulletin_name<'a>(&'a self, bulletin: &'a Bulletin) -> &'a str {
        self.sources.get(&bulletin.id).unwrap_or(&bulletin.file)
    }

    /// The first report of an activity's event, where the event has several reports.
    pub fn shared_event(&self, ix: ActivityIx) -> Option<ActivityIx> {
        self.shared.get(ix.0 as usize).copied().flatten()
    }

    /// Whether the bulletins are about a unit, or anything took place in it: then none there means zero.
    pub fn covers(&self, code: Adcode) -> bool {
        self.offers.places.contains_key(&code) || self.regions.iter().any(|region| region.contains(code))
    }

    /// When an article was published, where something says so: that of its latest activity stands for the date of many.
    pub fn printed(&self, ix: ArticleIx) -> Option<&DateField> {
        self.article(ix)?.1.date.as_ref().filter(|date| !date.basis.starts_with(OF_LATEST))
    }

    /// When an article was published; where nothing says so, when the latest of its activities was.
    pub fn date_of(&self, ix: ArticleIx) -> Option<&DateField> {
        let (_, article) = self.article(ix)?;
        let activities = || self.activities_of(ix).iter().filter_map(|&ix| self.activity(ix)?.date.as_ref());
        article.date.as_ref().or_else(|| activities().max_by_key(|date| date.end))
    }
}

/// For each activity, the first report of its event where it has several.
fn shared_events(engine: &Engine) -> Vec<Option<ActivityIx>> {
    let rows = &engine.columns().activities;
    let mut reports = vec![0_u32; rows.len()];
    for row in rows {
        if let Some(count) = reports.get_mut(row.event.0 as usize) {
            *count += 1;
        }
    }
    let several = |event: ActivityIx| reports.get(event.0 as usize).is_some_and(|&count| count > 1);
    rows.iter().map(|row| Some(row.event).filter(|&event| several(event))).collect()
}

fn regions(corpus: &Corpus) -> Vec<Adcode> {
    let own = corpus.bulletins.iter().filter_map(|bulletin| bulletin.region);
    let mut all: Vec<Adcode> =
        own.chain(corpus.articles().filter_map(|(_, article)| article.region)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Names for bulletins; where two would be alike, their months tell them apart, and else their files.
fn source_names(
    corpus: &Corpus,
    names: &BTreeMap<Adcode, String>,
    told_in: &[ArticleIx],
) -> BTreeMap<BulletinId, String> {
    let name = |bulletin: &Bulletin| {
        let source = bulletin.source.as_ref().map(|source| source.name.clone());
        let region = bulletin.region.and_then(|code| names.get(&code));
        let made = bulletin.publisher.as_ref().or(region).map(|whose| format!("{whose}简报"));
        let issued = |name: String| match bulletin.issued {
            Some(day) if !name.contains(&day.year().to_string()) => format!("{name} {day}"),
            _ => name,
        };
        let found = [source, bulletin.title.clone().map(issued), made.map(issued)].into_iter().flatten();
        found.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| bulletin.file.clone())
    };
    let names: Vec<String> = corpus.bulletins.iter().map(name).collect();
    let alike = by_label(names.iter().map(|name| [name]));
    // Those of one name are told apart by when what they tell was, and only then by their files.
    let told: Vec<String> = names
        .iter()
        .zip(times(corpus, told_in))
        .map(|(name, days)| match days {
            Some((first, last)) if alike.get(name) != Some(&1) => {
                format!("{name}（{}）", words(None).dates.months_between(first, last))
            }
            _ => name.clone(),
        })
        .collect();
    let still = by_label(told.iter().map(|name| [name]));
    let apart = |(name, bulletin): (&String, &Bulletin)| {
        let alone = still.get(name) == Some(&1);
        let name = if alone { name.clone() } else { format!("{name}（{}）", bulletin.file) };
        (bulletin.id.clone(), name)
    };
    told.iter().zip(&corpus.bulletins).map(apart).collect()
}

/// The first and the last day of what each bulletin tells of; `told_in` says which article each activity is of.
fn times(corpus: &Corpus, told_in: &[ArticleIx]) -> Vec<Option<(Day, Day)>> {
    let count = corpus.bulletins.iter().map(|bulletin| bulletin.articles.len()).sum();
    let mut days: Vec<Option<(Day, Day)>> = vec![None; count];
    for (activity, article) in corpus.activities.iter().zip(told_in) {
        if let (Some(date), Some(known)) = (&activity.date, days.get_mut(article.0 as usize)) {
            *known = both(*known, Some((date.start, date.end)));
        }
    }
    let mut next = 0;
    let of = |bulletin: &Bulletin| {
        let own = next..next + bulletin.articles.len();
        next = own.end;
        days.get(own).into_iter().flatten().fold(None, |all, &one| both(all, one))
    };
    corpus.bulletins.iter().map(of).collect()
}

fn both(a: Option<(Day, Day)>, b: Option<(Day, Day)>) -> Option<(Day, Day)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// Places in a list fit 32 bits: a corpus of four milliard articles does not fit a browser.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn known_names(corpus: &Corpus, mut names: BTreeMap<Adcode, String>) -> BTreeMap<Adcode, String> {
    for activity in &corpus.activities {
        for place in &activity.places {
            names.entry(place.adcode).or_insert_with(|| place.name.clone());
        }
        for place in &activity.mentioned_places {
            names.entry(place.adcode).or_insert_with(|| place.name.clone());
        }
    }
    names
}

fn offers(corpus: &Corpus) -> Offers {
    let all = &corpus.activities;
    let most_first = |list: fn(&Activity) -> &Vec<String>| {
        let counts = by_label(all.iter().map(|activity| list(activity).iter().cloned()));
        crate::stats::ranked(counts).into_iter().map(|row| row.key).collect()
    };
    let months = by_month(all.iter().filter_map(|activity| activity.date.as_ref()).map(|date| date.span()));
    Offers {
        places: by_district(all.iter().map(|activity| activity.places.iter().map(|place| place.adcode))),
        types: most_first(|activity| &activity.types),
        subtypes: most_first(|activity| &activity.subtypes),
        audiences: most_first(|activity| &activity.audiences),
        months: months.into_iter().rev().filter(|&(_, count)| count > 0).map(|(month, _)| month).collect(),
    }
}
