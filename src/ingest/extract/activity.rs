//! A passage → an activity with its fields and what each rests on.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passages::Passage;
use super::scene::Scene;
use super::{heading, honours, kinds, moment, orgs, participants, whereabouts};
use crate::corpus::{Activity, ActivityId, ArticleId, At, FieldBasis, FieldName, Part, PlaceBasis, Sureness};
use crate::date::Now;
use crate::place::{Adcode, unit};

/// What the reading of an article goes by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ground {
    /// The time of writing.
    pub now: Now,
    /// What its year rests on.
    pub year_basis: Option<String>,
    /// The bulletin's region.
    pub region: Option<Adcode>,
    /// The bulletin's publisher.
    pub publisher: Option<String>,
}

/// An activity, and what is wrong with its date.
pub(crate) struct Read {
    /// The activity; its id is still empty.
    pub activity: Activity,
    /// A day that no calendar has: paragraph and words.
    pub impossible: Option<(usize, String)>,
    /// Whether a year was needed and not known.
    pub no_year: bool,
}

/// Reads the activity of a passage. `title` is the headline of the article where it tells of this alone.
pub(crate) fn activity(
    scenes: &[Scene],
    passage: &Passage,
    title: Option<&Scene>,
    ground: &Ground,
) -> Option<Read> {
    let scene = scenes.get(passage.paragraph)?;
    let core = passage.told.range.clone();
    let when = moment::moment(scenes, passage, ground.now, ground.year_basis.as_deref());
    let place = whereabouts::whereabouts(scene, passage, ground.region);
    let (organisers, organiser_at, implied) = organisers(scenes, passage, title, ground);
    let kind = kinds::kinds(scene, &kind_core(passage), title);
    let mut people = Vec::new();
    let mut honoured = Vec::new();
    let single = (passage.paragraph, passage.range.clone());
    let details = passage
        .details
        .iter()
        .filter(|(paragraph, range)| *paragraph != passage.paragraph || range.start >= passage.range.end);
    for (paragraph, range) in std::iter::once(&single).chain(details) {
        let Some(scene) = scenes.get(*paragraph) else { continue };
        for sentence in
            scene.sentences.iter().filter(|sentence| sentence.start < range.end && range.start < sentence.end)
        {
            let part = sentence.start.max(range.start)..sentence.end.min(range.end);
            participants::participants(scene, &part, &mut people);
            honours::honours(scene, &part, &mut honoured);
        }
    }
    participants::settle(&mut people);

    let mut fields = BTreeMap::new();
    let mut rests = |field, at: Vec<At>, sure, by: &str| {
        fields.insert(field, FieldBasis { at, sure, by: by.to_owned() });
    };
    let here = |range: &Range<usize>| at(scenes, passage.paragraph, range);
    let core_at = vec![here(&core)];
    if let Some((paragraph, range)) = &when.at {
        let sure = if when.date.as_ref().is_some_and(|date| date.year_basis.is_some()) {
            Sureness::Likely
        } else {
            Sureness::Certain
        };
        rests(FieldName::Date, vec![at(scenes, *paragraph, range)], sure, "date-words");
    }
    if let Some(first) = place.places.first() {
        let (sure, by) = match first.basis {
            PlaceBasis::Text => (Sureness::Certain, "place-phrase"),
            PlaceBasis::Venue => (Sureness::Likely, "venue-table"),
            PlaceBasis::Organiser => (Sureness::Likely, "organiser-area"),
            PlaceBasis::Bulletin => (Sureness::Guess, "bulletin-region"),
        };
        rests(FieldName::Places, place.at.iter().map(here).collect(), sure, by);
    }
    if !organisers.is_empty() {
        let (sure, by) = if implied {
            (Sureness::Guess, "organiser-implied")
        } else {
            (Sureness::Certain, "organiser-subject")
        };
        rests(FieldName::Organisers, organiser_at, sure, by);
    }
    rests(
        FieldName::Types,
        core_at.clone(),
        if kind.guessed { Sureness::Guess } else { Sureness::Likely },
        "type-words",
    );
    if !people.is_empty() {
        rests(FieldName::Participants, core_at.clone(), Sureness::Likely, "counted-people");
    }
    rests(FieldName::Title, core_at, Sureness::Likely, "statement");
    if !place.venues.is_empty() {
        rests(FieldName::Venues, vec![here(&core)], Sureness::Likely, "place-phrase");
    }
    if !kind.audiences.is_empty() {
        rests(FieldName::Audiences, vec![here(&core)], Sureness::Likely, "audience-words");
    }
    if !honoured.is_empty() {
        rests(FieldName::Honours, vec![here(&core)], Sureness::Likely, "honour-verbs");
    }

    let headline = title.map(|title| title.text.as_str().to_owned());
    let year = ground.now.year.filter(|_| when.date.is_none()).or(ground
        .now
        .issued
        .map(|day| day.year())
        .filter(|_| when.date.is_none()));
    let activity = Activity {
        id: ActivityId::default(),
        article: ArticleId::default(),
        at: at(scenes, passage.paragraph, &passage.range),
        title: heading::title(scene, passage, headline.as_deref()),
        date: when.date,
        undated: when.undated,
        year,
        places: place.places,
        mentioned_places: place.mentioned,
        venues: place.venues,
        organisers,
        types: kind.types,
        subtypes: kind.subtypes,
        audiences: kind.audiences,
        participants: people,
        honours: honoured,
        fields,
        same_as: Vec::new(),
    };
    Some(Read { activity, impossible: when.impossible, no_year: when.no_year })
}

/// The statement, and in an item what follows it there.
fn kind_core(passage: &Passage) -> Range<usize> {
    passage.told.range.start..passage.told.range.end
}

/// A stretch of a paragraph, in bytes.
fn at(scenes: &[Scene], paragraph: usize, range: &Range<usize>) -> At {
    let bytes = scenes.get(paragraph).map_or(0..0, |scene| scene.text.bytes(range.clone()));
    At { part: Part::Paragraph, index: paragraph, range: [bytes.start, bytes.end] }
}

/// The organisers in full names, where they stand, and whether they are only implied.
fn organisers(
    scenes: &[Scene],
    passage: &Passage,
    title: Option<&Scene>,
    ground: &Ground,
) -> (Vec<String>, Vec<At>, bool) {
    let mut names: Vec<String> = Vec::new();
    let mut places: Vec<At> = Vec::new();
    let Some(scene) = scenes.get(passage.paragraph) else { return (names, places, false) };
    let here = passage.here;
    let subject = &passage.told.subject;
    for org in subject.orgs.iter().filter_map(|&i| scene.orgs.get(i)) {
        let name = orgs::full_name(org, &scene.text, &scene.mentions, here);
        if !names.contains(&name) {
            names.push(name);
            places.push(at(scenes, passage.paragraph, &org.range));
        }
    }
    if subject.unions_of_units {
        names.extend(
            passage.units.iter().filter_map(|&code| unit(code)).map(|unit| format!("{}总工会", unit.name)),
        );
    }
    if !names.is_empty() {
        return (names, places, false);
    }
    // Told by the sentences that follow (此次大赛由…主办), or by the headline.
    for (paragraph, range) in &passage.details {
        let Some(scene) = scenes.get(*paragraph) else { continue };
        let detail = super::told::told(scene, range.clone());
        let role = scene.text.text(range.clone());
        if !role.contains("主办") && !role.contains("承办") && !role.contains("联合") {
            continue;
        }
        for org in detail.subject.orgs.iter().filter_map(|&i| scene.orgs.get(i)) {
            names.push(orgs::full_name(org, &scene.text, &scene.mentions, here));
            places.push(at(scenes, *paragraph, &org.range));
        }
        if !names.is_empty() {
            return (names, places, false);
        }
    }
    if let Some(title) = title {
        let headline = super::told::told(title, 0..title.text.len());
        for org in headline.subject.orgs.iter().filter_map(|&i| title.orgs.get(i)) {
            names.push(orgs::full_name(org, &title.text, &title.mentions, here));
        }
        if !names.is_empty() {
            return (names, Vec::new(), false);
        }
    }
    let whole_area = subject.all_unions || (subject.units.is_empty() && passage.units.is_empty());
    if whole_area {
        names.extend(ground.publisher.clone());
    }
    (names, places, true)
}
