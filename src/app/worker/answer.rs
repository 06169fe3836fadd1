//! The worker's side: a question → its answer. Pure but for the dictionary that is kept between questions.

use std::collections::BTreeSet;

use super::package::package;
use super::{ReadArticle, ReadFile, Reply, Request};
use crate::corpus::{ActivityId, ArticleId, Bulletin, BulletinId, Corpus};
use crate::ingest::{self, Context, link_reports, read_bulletin};
use crate::place::{Adcode, towns, unit};
use crate::search::{Engine, put_behind, slices};
use crate::text::Segmenter;

/// How much of its text stands for an article without a headline, in characters.
const LEAD: usize = 24;

/// What is kept between questions.
#[derive(Clone, Debug, Default)]
pub struct Worker {
    segmenter: Option<Segmenter>,
    /// The provinces whose townships are known.
    provinces: BTreeSet<Adcode>,
}

/// An answer with the bytes beside it, or why there is none.
type Answer = Result<(Reply, Vec<Vec<u8>>), String>;

/// Answers a question with the bytes beside it.
///
/// ```
/// use gongxun::app::worker::{Reply, Request, Worker, answer};
/// let text = "市总工会开展送清凉活动\n\n2024年7月3日，巴南区总工会走进工地，慰问一线职工。";
/// let (reply, beside) =
///     answer(&mut Worker::default(), &Request::Read { name: "a.txt".into() }, &[text.into()]);
/// let Reply::Read(file) = reply else { panic!() };
/// assert_eq!((file.articles.len(), file.activities, beside.len()), (1, 1, 1));
/// ```
pub fn answer(worker: &mut Worker, request: &Request, beside: &[Vec<u8>]) -> (Reply, Vec<Vec<u8>>) {
    let answered = match request {
        Request::Open => open(worker, beside),
        Request::Read { name } => Ok(read(worker, name, beside.first().map_or(&[], Vec::as_slice))),
        Request::Cut { known, taken } => cut(beside, known, taken),
        Request::Index { first } => index(worker, beside, *first),
        Request::Link => linked(beside).map(|corpus| (Reply::Linked(links(corpus)), Vec::new())),
        Request::Join => linked(beside).and_then(|corpus| Ok((Reply::Done, vec![bytes_of(&corpus)?]))),
        Request::Package { parts } => package(parts, beside).map(|file| (Reply::Done, vec![file])),
    };
    answered.unwrap_or_else(|why| (Reply::Failed(why), Vec::new()))
}

fn open(worker: &mut Worker, beside: &[Vec<u8>]) -> Answer {
    let dict = beside.first().map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let segmenter = Segmenter::from_dict(&dict).map_err(|error| format!("词典不能用（{error}）。"))?;
    worker.segmenter = Some(segmenter);
    let table = beside.get(1).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let codes = table.lines().filter_map(|line| line.split('\t').next()?.parse::<Adcode>().ok());
    worker.provinces = codes.map(|code| code.province()).collect();
    towns::give(&table);
    Ok((Reply::Done, Vec::new()))
}

fn read(worker: &Worker, name: &str, bytes: &[u8]) -> (Reply, Vec<Vec<u8>>) {
    let (read, diagnostics) = read_bulletin(name, bytes, &Context::default());
    let mut file = ReadFile { diagnostics, ..ReadFile::default() };
    let Some(read) = read else { return (Reply::Read(file), Vec::new()) };
    let region = read.bulletin.region.map(|region| region.province());
    file.elsewhere = !region.is_some_and(|region| worker.provinces.contains(&region));
    let mut corpus = ingest::corpus(vec![read], "");
    link_reports(&mut corpus);
    file.activities = corpus.activities.len();
    file.names = names(&corpus);
    let headed = |article: &crate::corpus::Article| ReadArticle {
        id: article.id.clone(),
        title: match article.title.is_empty() {
            false => article.title.clone(),
            true => article.paragraphs.iter().flat_map(|text| text.chars()).take(LEAD).collect(),
        },
    };
    file.articles = corpus.articles().map(|(_, article)| headed(article)).collect();
    let beside =
        if file.articles.is_empty() { Ok(Vec::new()) } else { bytes_of(&corpus).map(|one| vec![one]) };
    match beside {
        Ok(beside) => (Reply::Read(file), beside),
        Err(why) => (Reply::Failed(why), Vec::new()),
    }
}

/// Names of all units of a corpus and of those above them.
pub(super) fn names(corpus: &Corpus) -> Vec<(Adcode, String)> {
    let places = corpus.activities.iter().flat_map(|activity| &activity.places).map(|place| place.adcode);
    let regions = corpus.articles().filter_map(|(bulletin, article)| article.region.or(bulletin.region));
    let above = |code: Adcode| std::iter::successors(Some(code), |code| code.parent());
    let all: BTreeSet<Adcode> = places.chain(regions).flat_map(above).collect();
    all.into_iter().filter_map(|code| Some((code, unit(code)?.name.to_string()))).collect()
}

fn cut(beside: &[Vec<u8>], known: &[ArticleId], taken: &[BulletinId]) -> Answer {
    let known: BTreeSet<&ArticleId> = known.iter().collect();
    let mut corpus = joined(beside)?;
    for bulletin in &mut corpus.bulletins {
        let Bulletin { id, articles, .. } = bulletin;
        articles.retain(|article| !known.contains(&article.id));
        let own = id.clone();
        let mut number = 2;
        while taken.contains(id) {
            *id = BulletinId(format!("{own}-{number}"));
            number += 1;
        }
    }
    corpus.activities.retain(|activity| !known.contains(&activity.article));
    let here: BTreeSet<ActivityId> = corpus.activities.iter().map(|activity| activity.id.clone()).collect();
    for activity in &mut corpus.activities {
        activity.same_as.retain(|other| here.contains(other));
    }
    // Links between slices would lead out of them; they are found again for all that is there.
    let mut slices = slices(&corpus);
    slices.iter_mut().flat_map(|slice| &mut slice.activities).for_each(|activity| activity.same_as.clear());
    Ok((Reply::Done, slices.iter().map(bytes_of).collect::<Result<_, String>>()?))
}

fn index(worker: &Worker, beside: &[Vec<u8>], first: bool) -> Answer {
    let segmenter = worker.segmenter.as_ref().ok_or("还没有词典。")?;
    let build = if first { Engine::build } else { Engine::build_behind };
    Ok((Reply::Done, vec![build(&joined(beside)?, segmenter).encode()]))
}

/// A corpus with the slices that come behind it, and the reports of one event linked in all of it.
pub(super) fn linked(beside: &[Vec<u8>]) -> Result<Corpus, String> {
    let mut corpus = joined(beside)?;
    link_reports(&mut corpus);
    Ok(corpus)
}

/// A corpus with the slices that come behind it.
fn joined(beside: &[Vec<u8>]) -> Result<Corpus, String> {
    let mut corpora =
        beside.iter().map(|bytes| Corpus::from_bytes(bytes).map_err(|error| format!("资料不能用。{error}")));
    let mut corpus = corpora.next().ok_or("没有资料。")??;
    for slice in corpora {
        put_behind(&mut corpus, slice?);
    }
    Ok(corpus)
}

fn links(corpus: Corpus) -> Vec<(ActivityId, Vec<ActivityId>)> {
    let linked = corpus.activities.into_iter().filter(|activity| !activity.same_as.is_empty());
    linked.map(|activity| (activity.id, activity.same_as)).collect()
}

fn bytes_of(corpus: &Corpus) -> Result<Vec<u8>, String> {
    serde_json::to_vec(corpus).map_err(|error| format!("资料写不出来（{error}）。"))
}
