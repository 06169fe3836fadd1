//! Days that stand elsewhere than in the statement that took place on them: a date line over it, a sentence that
//! sets the scene, the first part of a sentence between semicolons.

use std::ops::Range;

use super::Told;
use super::lexicon::Verb;
use super::scene::Scene;
use crate::date::{DateWords, Said};

/// 7月24日,甲总工会…;乙总工会…: the day that opens a sentence is that of all its parts. Where a statement takes
/// it, the words that it rests on.
pub(super) fn carried(day: &mut Option<DateWords>, statement: &mut Told) -> Option<Range<usize>> {
    if statement.date.is_some() {
        day.clone_from(&statement.date);
        return None;
    }
    let exact = |words: &&mut DateWords| {
        matches!(words.said, Said::Days { .. } | Said::DaysOfMonth(..) | Said::Week(..) | Said::DayAfter(_))
    };
    let words = day
        .as_mut()
        .filter(exact)
        .filter(|_| statement.act.is_some() && statement.subject.names_somebody())?;
    let start = statement.range.start;
    statement.date = Some(DateWords { range: start..start, ..words.clone() });
    Some(words.range.clone())
}

/// A line that says a day and nothing else but weekday and weather: what follows is of that day.
pub(super) fn date_line(scene: &Scene) -> Option<DateWords> {
    let words = scene.dates.first().filter(|words| words.range.start <= 2 && scene.text.len() <= 24)?;
    let rest = scene.text.text(words.range.end..scene.text.len());
    let plain =
        !rest.contains(['。', ',', ':', ';']) && rest.chars().filter(|c| c.is_alphabetic()).count() <= 8;
    let acts = scene.verbs(&(0..scene.text.len())).any(|(verb, _)| verb == Verb::Act);
    let day = matches!(words.said, Said::Days { .. } | Said::DaysOfMonth(..));
    (plain && day && !acts).then(|| words.clone())
}

/// 8月6日,立秋前一天,室外气温38℃。 A sentence that only sets the scene: its day is that of the next.
pub(super) fn scene_setting(statement: &Told) -> Option<DateWords> {
    let words = statement.date.as_ref()?;
    let day = matches!(words.said, Said::Days { .. });
    let quiet = statement.act.is_none() && !statement.speech && statement.subject.is_empty();
    (day && quiet && statement.opener.is_none() && words.range.start <= statement.range.start + 1)
        .then(|| words.clone())
}

/// Whether a statement is of the day of the line over it: one that says no day, or 今天.
pub(super) fn takes_standing(statement: &Told) -> bool {
    let said = statement.date.as_ref().map(|words| words.said);
    statement.act.is_some() && matches!(said, None | Some(Said::DayFromNow(0)))
}
