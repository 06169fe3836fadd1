//! How many people took part in events, as far as the texts say. This module does not guess.

use super::wording::AnswerWording;
use crate::corpus::{Activity, Participants};
use crate::text::fill;

/// What is known of the people in some events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct People {
    /// Persons; of each event its largest figure, since a smaller one may be a part of it.
    pub persons: u64,
    /// Visits (人次), which one person may make several of.
    pub visits: u64,
    /// Whether a text says about (近, 余), or several figures were added up.
    pub approx: bool,
}

/// Words that count persons.
const PERSONS: [&str; 6] = ["名", "人", "位", "余名", "余人", "多人"];

/// The people of one event, told by one or several reports; `None` where none gives a number.
pub(super) fn of_event(reports: &[&Activity]) -> Option<People> {
    let most = |units: &[&str]| {
        let all = reports.iter().flat_map(|report| &report.participants);
        all.filter(|found| units.contains(&found.unit.as_str())).max_by_key(|found| found.count)
    };
    let (persons, visits): (Option<&Participants>, _) = (most(&PERSONS), most(&["人次"]));
    // Where both are given, the visits are those of the persons.
    match (persons, visits) {
        (Some(found), _) => Some(People { persons: found.count, visits: 0, approx: found.approx }),
        (None, Some(found)) => Some(People { persons: 0, visits: found.count, approx: found.approx }),
        (None, None) => None,
    }
}

impl People {
    /// Both together.
    pub(super) fn and(self, other: People) -> People {
        People {
            persons: self.persons.saturating_add(other.persons),
            visits: self.visits.saturating_add(other.visits),
            approx: self.approx || other.approx,
        }
    }

    /// How they are ranked.
    pub(super) fn total(self) -> u64 {
        self.persons.saturating_add(self.visits)
    }

    /// 约 200 人, 36 人、约 6 万人次
    pub(super) fn said(self, words: &AnswerWording) -> String {
        let about = if self.approx { words.about } else { "" };
        let said = |phrase: &str, count: u64| fill(phrase, "count", &[count.into()]);
        match (self.persons, self.visits) {
            (persons, 0) => format!("{about}{}", said(words.persons, persons)),
            (0, visits) => format!("{about}{}", said(words.visits, visits)),
            (persons, visits) => {
                [about, &said(words.persons, persons), words.and, &said(words.visits, visits)].concat()
            }
        }
    }
}
