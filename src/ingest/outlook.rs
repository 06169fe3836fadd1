//! What a file as a whole says of itself, by which each of its articles is read: region, publisher, year, day of
//! issue. What an article says of itself stands in the article.

use super::Context;
use super::extract::Scene;
use super::front_matter::FrontMatter;
use super::split::Page;
use super::{region, year};
use crate::corpus::Year;
use crate::date::Day;
use crate::place::Adcode;

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outlook {
    /// The day of issue.
    pub issued: Option<Day>,
    /// The unit that it is about.
    pub region: Option<Adcode>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Its year, with the words that it rests on.
    pub year: Option<Year>,
    /// Whether a headline or an editors' note has a date.
    pub dated: bool,
}

/// What the frame of a web page says (新浪四川>达州>正文), where nothing within it tells.
fn frame(page: &Page) -> Vec<Scene> {
    let taken = page.drafts.iter().flat_map(|draft| draft.taken.iter());
    let lines = taken.filter(|(_, taken)| matches!(taken.rule, "web-chrome" | "imprint"));
    lines.map(|(_, taken)| Scene::new(&taken.was)).collect()
}

impl Outlook {
    /// What the articles of a page, looked over, and its front matter say.
    pub(super) fn new(page: &Page, scenes: &[Vec<Scene>], head: &FrontMatter, context: &Context) -> Outlook {
        let heads = page.drafts.iter().flat_map(|draft| std::iter::once(&draft.title).chain(&draft.subtitle));
        let titles: Vec<Scene> = heads.map(|head| Scene::new(&head.text)).collect();
        let notes: Vec<Scene> = page.notes.iter().map(|note| Scene::new(note)).collect();
        let frame = frame(page);
        let all = || scenes.iter().flatten().chain(titles.iter()).chain(&notes);

        let framed = || frame.iter().chain(all());
        let issued = head.issued.or(context.issued).or(page.imprint.issued);
        let named = head.publisher.clone().or(context.publisher.clone()).or(page.imprint.publisher.clone());
        let region = head
            .region
            .or(context.region)
            .or_else(|| region::region(all(), named.as_deref(), page.imprint.title.as_deref()))
            .or_else(|| region::region(framed(), None, None));
        let publisher = named.or_else(|| region.and_then(|region| region::publisher(region, all())));
        let year = match issued {
            Some(day) => Some(Year { value: day.year(), basis: "发布日期".to_owned() }),
            None => page.imprint.year.clone().or_else(|| year::year(all())),
        };
        let dated = titles.iter().chain(&notes).any(|scene| !scene.dates.is_empty());
        Outlook { issued, region, publisher, year, dated }
    }
}
