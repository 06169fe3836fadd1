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
    // What a meeting was told at (记者从…会议上获悉) belongs to what is told.
    let reported = scene.text.text(core.start..passage.told.content).contains("获悉");
    let content = if passage.lead.is_some() || reported { told_in.start } else { passage.told.content };
    let kind = kinds::kinds(scene, (&told_in, content, passage.tag.as_ref()), title, &after);
    let mut people: Vec<(crate::corpus::Participants, At)> = Vec::new();
    let mut honoured: Vec<(crate::corpus::Honour, At)> = Vec::new();
    let single = (passage.paragraph, passage.range.clone());
    let details = passage
        .details
        .iter()
        .filter(|(paragraph, range)| *paragraph != passage.paragraph || range.start >= passage.range.end);
    for (paragraph, range) in std::iter::once(&single).chain(details) {
        let Some(scene) = scenes.get(*paragraph) else { continue };
        for sentence in scene.sentences_of(range) {
            let part = sentence.start.max(range.start)..sentence.end.min(range.end);
            let (mut counted, mut given) = (Vec::new(), Vec::new());
            participants::participants(scene, &part, !people.is_empty(), &mut counted);
            honours::honours(scene, &part, &mut given);
            people.extend(counted.into_iter().map(|(one, range)| (one, at(scenes, *paragraph, &range))));
            honoured.extend(given.into_iter().map(|(one, range)| (one, at(scenes, *paragraph, &range))));
        }
    }
    participants::settle(&mut people);

    let mut fields = BTreeMap::new();
    let mut rests = |field, at: Vec<At>, sure, by: &str| {
        fields.insert(field, FieldBasis { at, sure, by: by.to_owned() });
    };
    let here = |range: &Range<usize>| at(scenes, passage.paragraph, range);
    if let Some((paragraph, range)) = &when.at {
        let sure = if when.date.as_ref().is_some_and(|date| date.year_basis.is_some()) {
            Sureness::Likely
        } else {
            Sureness::Certain
        };
        rests(FieldName::Date, vec![at(scenes, *paragraph, range)], sure, "date-words");
    }
    if let Some(first) = place.places.first() {
        let words: Vec<At> = place.at.iter().map(here).collect();
        let (words, sure, by) = match first.basis {
            PlaceBasis::Text => (words, Sureness::Certain, "place-phrase"),
            PlaceBasis::Venue => (words, Sureness::Likely, "venue-table"),
            PlaceBasis::Organiser => (organiser_at.clone(), Sureness::Likely, "organiser-area"),
            PlaceBasis::Bulletin => (Vec::new(), Sureness::Guess, "bulletin-region"),
        };
        let of_title = place.title_at.iter().zip(title).map(|(range, title)| at_title(title, range));
        let words: Vec<At> = if words.is_empty() { of_title.collect() } else { words };
        // What stands nowhere in the article is a guess.
        let sure = if words.is_empty() { Sureness::Guess } else { sure };
        rests(FieldName::Places, words, sure, by);
    }
    if !organisers.is_empty() {
        let (sure, by) = if implied || organiser_at.is_empty() {
            (Sureness::Guess, "organiser-implied")
        } else {
            (Sureness::Certain, "organiser-subject")
        };
        rests(FieldName::Organisers, organiser_at, sure, by);
    }
    let type_at = match kind.rest {
        kinds::Rest::Statement => here(&told_in),
        kinds::Rest::Tag => here(passage.tag.as_ref().unwrap_or(&core)),
        kinds::Rest::Title => {
            title.map_or_else(|| here(&core), |title| at_title(title, &(0..title.text.len())))
        }
        kinds::Rest::Detail(i) => match passage.details.get(i) {
            Some((paragraph, range)) => at(scenes, *paragraph, range),
            None => here(&core),
        },
    };
    rests(
        FieldName::Types,
        vec![type_at],
        if kind.guessed { Sureness::Guess } else { Sureness::Likely },
        "type-words",
    );
    if !people.is_empty() {
        rests(
            FieldName::Participants,
            people.iter().map(|(_, at)| at.clone()).collect(),
            Sureness::Likely,
            "counted-people",
        );
    }
    let headline = title.map(|title| title.written(0..title.text.len()).to_owned());
    let name = heading::title(scene, passage, headline.as_deref());
    let of_headline = title.filter(|_| headline.as_ref() == Some(&name));
    let name_at = of_headline.map_or_else(|| here(&core), |title| at_title(title, &(0..title.text.len())));
    rests(FieldName::Title, vec![name_at], Sureness::Likely, "statement");
    if !place.venues.is_empty() {
        rests(FieldName::Venues, vec![here(&core)], Sureness::Likely, "place-phrase");
    }
    if !kind.audiences.is_empty() {
        let of_title = title.filter(|_| kind.audiences_of_title);
        let words = of_title.map_or_else(|| here(&core), |title| at_title(title, &(0..title.text.len())));
        rests(FieldName::Audiences, vec![words], Sureness::Likely, "audience-words");
    }
    if !honoured.is_empty() {
        let places = honoured.iter().map(|(_, at)| at.clone()).collect();
        rests(FieldName::Honours, places, Sureness::Likely, "honour-verbs");
    }

    let year = ground.now.year.filter(|_| when.date.is_none()).or(ground
        .now
        .issued
        .map(|day| day.year())
        .filter(|_| when.date.is_none()));
    let activity = Activity {
        id: ActivityId::default(),
        article: ArticleId::default(),
        at: at(scenes, passage.paragraph, &passage.range),
        title: name,
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
        participants: people.into_iter().map(|(one, _)| one).collect(),
        honours: honoured.into_iter().map(|(one, _)| one).collect(),
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

/// A stretch of the headline, in bytes.
pub(super) fn at_title(title: &Scene, range: &Range<usize>) -> At {
    let bytes = title.text.bytes(range.clone());
    At { part: Part::Title, index: 0, range: [bytes.start, bytes.end] }
}
