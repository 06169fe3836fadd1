//! When an activity took place (时间), and why it has no date where it has none.

use std::ops::Range;

use super::passages::Passage;
use super::scene::Scene;
use crate::corpus::{DateField, Undated, UndatedReason};
use crate::date::{DateWords, Day, Now, Resolved, Said, resolve};

/// When an activity took place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    /// The days.
    pub date: Option<DateField>,
    /// Why there are none.
    pub undated: Option<Undated>,
    /// The words that it rests on: paragraph and stretch.
    pub at: Option<(usize, Range<usize>)>,
    /// Days that no calendar has: paragraph and words.
    pub impossible: Option<(usize, String)>,
    /// Whether the year was needed and not known.
    pub no_year: bool,
}

/// Finds when the activity of a passage took place.
pub(super) fn moment(scenes: &[Scene], passage: &Passage, now: Now, year_basis: Option<&str>) -> Moment {
    let mut found = Moment::default();
    let Some(scene) = scenes.get(passage.paragraph) else { return found };
    let own = passage.told.date.clone().map(|words| match &passage.standing {
        Some((line, range)) => (*line, DateWords { range: range.clone(), ..words }),
        None => (passage.paragraph, words),
    });
    let near = || later(scenes, passage);
    let Some((paragraph, words)) = own.or_else(near) else {
        found.undated = Some(Undated { words: String::new(), reason: UndatedReason::None });
        return found;
    };
    let scene = scenes.get(paragraph).unwrap_or(scene);
    let basis = scene.text.text(words.range.clone()).trim().to_owned();
    found.at = Some((paragraph, words.range.clone()));
    let told = match words.said {
        Said::DayAfter(_) => day_before(scenes, paragraph, words.range.start, now).or(now.told),
        _ => now.told,
    };
    match resolve(words.said, Now { told, ..now }) {
        Resolved::Span { span, precision, year_inferred } => {
            let year_basis = year_basis.filter(|_| year_inferred).map(str::to_owned);
            found.date = Some(DateField { start: span.start, end: span.end, precision, basis, year_basis });
        }
        Resolved::Vague => found.undated = Some(Undated { words: basis, reason: UndatedReason::Vague }),
        Resolved::NoYear => {
            found.no_year = true;
            found.undated = Some(Undated { words: basis, reason: UndatedReason::None });
        }
        Resolved::Damaged => {
            found.impossible = Some((paragraph, basis.clone()));
            found.undated = Some(Undated { words: basis, reason: UndatedReason::Damaged });
        }
    }
    found
}

/// A date in the statement after its verb (…活动于5月3日在某地举行), or in the sentence before or after it
/// that tells of the same.
fn later(scenes: &[Scene], passage: &Passage) -> Option<(usize, DateWords)> {
    let scene = scenes.get(passage.paragraph)?;
    let exact = |words: &&DateWords| {
        matches!(words.said, Said::Days { .. } | Said::DaysOfMonth(..) | Said::DayFromNow(_) | Said::Vague)
            && super::told::tells_when(scene, words)
    };
    let own = scene.dates_in(&passage.told.range).iter().filter(exact);
    let own = own.filter(|words| !scene.is_quoted(words.range.start)).find(|words| told_of(scene, words));
    let own = own.map(|words| (passage.paragraph, words.clone()));
    // 区总工会组织植树。3月12日，200名职工种下树苗: the sentence behind it begins with the day.
    own.or_else(|| {
        let start = passage.told.range.end;
        let next = passage.details.first().filter(|(paragraph, _)| *paragraph == passage.paragraph);
        let range = next.map(|(_, range)| range.clone());
        let range = range.or_else(|| (start < passage.range.end).then_some(start..passage.range.end))?;
        let words = scene.dates_in(&range).first().filter(exact)?;
        let head = words.range.start <= range.start + 1;
        (head && words.said != Said::Vague).then(|| (passage.paragraph, words.clone()))
    })
}

/// Whether date words after the verb say when: 于5月3日, 5月3日在.
fn told_of(scene: &Scene, words: &DateWords) -> bool {
    let before = ["于", "在", ",", "("];
    before.iter().any(|word| scene.text.ends(words.range.start, word))
}

/// The day that the words before a place name last, in its paragraph or one of the three before it.
fn day_before(scenes: &[Scene], paragraph: usize, place: usize, now: Now) -> Option<Day> {
    let first = paragraph.saturating_sub(3);
    (first..=paragraph).rev().find_map(|at| {
        let scene = scenes.get(at)?;
        let end = if at == paragraph { place } else { scene.text.len() };
        let mut days = scene.dates_in(&(0..end)).iter().rev();
        let words = days.find(|words| matches!(words.said, Said::Days { .. } | Said::DaysOfMonth(..)))?;
        match resolve(words.said, now) {
            Resolved::Span { span, .. } => Some(span.end),
            _ => None,
        }
    })
}
