//! The answer to a plain question, in a terminal and as JSON. Reading and counting are `search`'s.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::corpus::Corpus;
use crate::date::Day;
use crate::place::Adcode;
use crate::search::{
    ActivityIx, Answer, CHINESE, Engine, Filter, Gazetteer, Here, PartKind, Reading, Said, answer,
    period_said, read_question,
};

/// A question as it was understood, with its answer.
pub(super) struct Asked {
    reading: Reading,
    answer: Answer,
    today: Option<Day>,
    /// How many other readings there are.
    others: usize,
}

/// Reads a query as a question; `None` where it is none.
pub(super) fn asked(corpus: &Corpus, engine: &Engine, query: &str, today: Option<Day>) -> Option<Asked> {
    let today = today.or_else(this_day);
    let gazetteer = Gazetteer::of_country();
    let here = Here::of(engine.columns(), region(corpus), today);
    let mut readings = read_question(query, &gazetteer, &here).into_iter();
    let reading = readings.next()?;
    let answer = answer(corpus, engine, &gazetteer, &reading, &Filter::default(), &CHINESE);
    Some(Asked { reading, answer, today, others: readings.count() })
}

/// The unit that all bulletins are of, where it is one.
fn region(corpus: &Corpus) -> Option<Adcode> {
    let mut regions: Vec<Option<Adcode>> = corpus.bulletins.iter().map(|bulletin| bulletin.region).collect();
    regions.dedup();
    match regions[..] {
        [one] => one,
        _ => None,
    }
}

/// The day by the machine's clock, in China's time.
fn this_day() -> Option<Day> {
    const CHINA: u64 = 8 * 3600;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs() + CHINA;
    let epoch = Day::new(1970, 1, 1)?.number();
    Day::from_number(epoch.checked_add(i32::try_from(seconds / 86_400).ok()?)?)
}

impl Asked {
    /// Writes the sentence, the list that belongs to it, and how the question was understood.
    pub(super) fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let offered = if self.reading.sure { "" } else { "您是不是要问：" };
        writeln!(out, "{offered}{}", self.answer.text())?;
        for row in &self.answer.rows {
            writeln!(out, "  {}  {}", row.label, row.value)?;
        }
        if self.answer.more > 0 {
            writeln!(out, "  …… 另有 {} 行", self.answer.more)?;
        }
        if let Some((period, today)) = self.reading.period.zip(self.today).filter(|_| self.reading.relative) {
            writeln!(out, "（时间按今天 {today} 推算为{}）", period_said(period))?;
        }
        if self.others > 0 {
            writeln!(out, "（地名有 {} 种可能，请写明省市）", self.others + 1)?;
        }
        writeln!(out)
    }

    /// The same for other programs: pieces of the sentence with the ids of the activities that each counts.
    pub(super) fn as_json(&self, corpus: &Corpus) -> Value {
        let ids = |all: &[ActivityIx]| -> Vec<&str> {
            let activities = all.iter().filter_map(|at| corpus.activities.get(at.0 as usize));
            activities.map(|activity| activity.id.as_str()).collect()
        };
        let said = |piece: &Said| match piece {
            Said::Text(text) => json!({ "text": text }),
            Said::Figure(text, activities) => json!({ "text": text, "activities": ids(activities) }),
        };
        let rows =
            self.answer.rows.iter().map(
                |row| json!({ "label": row.label, "value": row.value, "activities": ids(&row.activities) }),
            );
        json!({
            "sure": self.reading.sure,
            "sentence": self.answer.text(),
            "pieces": self.answer.sentence.iter().map(said).collect::<Vec<_>>(),
            "rows": rows.collect::<Vec<_>>(),
            "understood": self.reading.parts.iter().map(|part| understood(&part.kind)).collect::<Vec<_>>(),
        })
    }
}

fn understood(kind: &PartKind) -> Value {
    match kind {
        PartKind::Place(code) => json!({ "place": code }),
        PartKind::Period(span) => json!({ "from": span.start, "to": span.end }),
        PartKind::Type(name) => json!({ "type": name }),
        PartKind::Audience(name) => json!({ "audience": name }),
        PartKind::Organiser(name) => json!({ "organiser": name }),
        PartKind::Text(words) => json!({ "text": words }),
    }
}
