//! A passage → an activity with its fields and what each rests on.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passages::Passage;
use super::scene::Scene;
use super::{heading, honours, kinds, moment, organisers, participants, whereabouts};
use crate::corpus::{Activity, ActivityId, ArticleId, At, FieldBasis, FieldName, Part, PlaceBasis, Sureness};
use crate::date::{Day, Now};
use crate::place::Adcode;

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

/// An article with what was found in it.
#[derive(Clone, Copy)]
pub(crate) struct Story<'a> {
    /// Its paragraphs, looked over.
    pub scenes: &'a [Scene],
    /// The passages that tell of activities.
    pub passages: &'a [Passage],
    /// Its headline, where it tells of one activity alone.
    pub title: Option<&'a Scene>,
    /// What the reading goes by.
    pub ground: &'a Ground,
}

/// Reads the activity of a passage; `told` is the day of the one told before it.
pub(crate) fn activity(story: &Story, passage: &Passage, told: Option<Day>) -> Option<Read> {
    let Story { scenes, title, ground, .. } = *story;
    let scene = scenes.get(passage.paragraph)?;
    let core = passage.told.range.clone();
    let now = Now { told, month: ground.now.month.or(told.map(|day| day.month())), ..ground.now };
    let lead = passage.lead.and_then(|lead| story.passages.get(lead));
    let mut when = moment::moment(scenes, passage, now, ground.year_basis.as_deref());
    if let Some(lead) = lead.filter(|_| passage.told.date.is_none() && when.date.is_none()) {
        when = moment::moment(scenes, lead, now, ground.year_basis.as_deref());
    }
    let place = whereabouts::whereabouts(scene, title, passage, ground.region);
    let (organisers, organiser_at, implied) = organisers::organisers(story, passage);
    let told_in = if passage.lead.is_some() { passage.range.clone() } else { core.clone() };
    let after: Vec<(&Scene, Range<usize>)> = passage
        .details
        .iter()
        .filter_map(|(paragraph, range)| Some((scenes.get(*paragraph)?, range.clone())))
        .collect();
    let kind = kinds::kinds(scene, (&told_in, passage.tag.as_ref()), title, &after);
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

    let headline = title.map(|title| title.written(0..title.text.len()).to_owned());
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

/// A stretch of a paragraph, in bytes.
pub(super) fn at(scenes: &[Scene], paragraph: usize, range: &Range<usize>) -> At {
    let bytes = scenes.get(paragraph).map_or(0..0, |scene| scene.text.bytes(range.clone()));
    At { part: Part::Paragraph, index: paragraph, range: [bytes.start, bytes.end] }
}
