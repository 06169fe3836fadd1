//! Articles → activities: which passages tell of one, and its facts.

mod activity;
mod another;
mod counted;
mod heading;
mod honours;
mod hosts;
mod kinds;
mod lexicon;
mod measures;
mod moment;
mod organisers;
mod orgs;
mod participants;
mod passages;
mod scene;
mod standing;
mod told;
mod venues;
mod whereabouts;

pub(crate) use activity::{Ground, Read};
pub(crate) use lexicon::OrgKind;
pub(crate) use scene::Scene;

use super::split::Draft;
use crate::place::Here;
use told::Told;

/// The activities that an article tells of. `scenes` are its paragraphs, looked over.
pub(crate) fn activities(draft: &Draft, scenes: &[Scene], ground: &Ground) -> Vec<Read> {
    let here = Here { region: ground.region, near: None, on: ground.now.issued };
    let passages = passages::passages(draft, scenes, here);
    let alone = passages.len() == 1 && !draft.paragraphs.iter().any(|paragraph| paragraph.item);
    let title = (alone && !draft.title.text.is_empty()).then(|| Scene::new(&draft.title.text));
    let story = activity::Story { scenes, passages: &passages, title: title.as_ref(), ground };
    let mut found: Vec<Read> = Vec::new();
    for passage in &passages {
        // 次日 is the day after the one told last; 28日 a day of its month.
        let told = found.last().and_then(|read| read.activity.date.as_ref()).map(|date| date.end);
        found.extend(activity::activity(&story, passage, told));
    }
    found
}
