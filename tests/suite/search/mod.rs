//! Searching: what is found, selected, marked and shown.

mod alike;
mod completing;
mod containment;
mod encoding;
mod generated;
mod oracle;
mod ranking;
mod selecting;
mod shelf;
mod showing;

use gongxun::corpus::{
    Activity, ActivityId, Article, At, Bulletin, BulletinId, Corpus, DateField, Part, Place, PlaceBasis,
    Script,
};
use gongxun::date::{Day, Precision};
use gongxun::search::{Engine, Filter, Found, Selection, parse, select};
use gongxun::text::{Segmenter, dict};

/// The whole dictionary, read once.
pub(crate) fn segmenter() -> &'static Segmenter {
    static FULL: std::sync::OnceLock<Segmenter> = std::sync::OnceLock::new();
    FULL.get_or_init(|| Segmenter::from_dict(dict::FULL).unwrap())
}

/// A corpus of one bulletin with these articles.
pub(crate) fn corpus(articles: Vec<Article>) -> Corpus {
    let mut corpus = Corpus::new("试");
    corpus.bulletins.push(Bulletin {
        id: BulletinId::from("b"),
        file: "一.txt".into(),
        title: None,
        publisher: Some("重庆市总工会".into()),
        region: "500000".parse().ok(),
        issued: None,
        year: None,
        script: Script::Hans,
        source: None,
        articles,
    });
    corpus
}

/// An article; its number is its id.
pub(crate) fn article(number: usize, title: &str, paragraphs: &[&str]) -> Article {
    Article {
        id: format!("a{number}").as_str().into(),
        title: title.into(),
        subtitle: None,
        section: None,
        byline: None,
        date: None,
        region: None,
        paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
        captions: Vec::new(),
        edits: Vec::new(),
    }
}

/// A date of these days.
pub(crate) fn days(start: &str, end: &str) -> DateField {
    DateField {
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
        precision: Precision::Day,
        basis: String::new(),
        year_basis: None,
    }
}

/// An activity told by a whole paragraph of an article.
pub(crate) fn activity(corpus: &Corpus, article: usize, paragraph: usize, title: &str) -> Activity {
    let (_, told_in) = corpus.articles().nth(article).unwrap();
    Activity {
        id: ActivityId(format!("a{article}-{paragraph}")),
        article: told_in.id.clone(),
        at: At { part: Part::Paragraph, index: paragraph, range: [0, told_in.paragraphs[paragraph].len()] },
        title: title.into(),
        date: None,
        undated: None,
        year: None,
        places: Vec::new(),
        mentioned_places: Vec::new(),
        venues: Vec::new(),
        organisers: Vec::new(),
        types: Vec::new(),
        subtypes: Vec::new(),
        audiences: Vec::new(),
        participants: Vec::new(),
        honours: Vec::new(),
        fields: Default::default(),
        same_as: Vec::new(),
    }
}

/// A place by code and name.
pub(crate) fn place(code: &str, name: &str) -> Place {
    Place { adcode: code.parse().unwrap(), name: name.into(), basis: PlaceBasis::Text }
}

pub(crate) fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

pub(crate) fn find(corpus: &Corpus, query: &str) -> Found {
    Engine::build(corpus, segmenter()).find(&parse(query))
}

pub(crate) fn narrow(corpus: &Corpus, query: &str, filter: &Filter) -> Selection {
    let engine = Engine::build(corpus, segmenter());
    select(engine.columns(), &engine.find(&parse(query)), filter)
}

/// The numbers of the articles found, best first.
pub(crate) fn articles(found: &Found) -> Vec<u32> {
    found.articles.iter().map(|hit| hit.article.0).collect()
}
