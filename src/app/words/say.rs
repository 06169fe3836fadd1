//! What is said in more than a phrase with blanks: words of a kind, dates, what a field rests on.

use super::super::state::Theme;
use super::super::url::View;
use super::Words;
use super::quote::quoted;
use crate::corpus::{DateField, FieldName, PlaceBasis, Sureness, UndatedReason, Year};
use crate::date::Day;
use crate::search::{CompletionKind, FilterKey};
use crate::stats::Month;

/// What a basis says where it is not words of the text.
const ISSUED: &str = "发布日期";

impl Words {
    /// For the attribute `lang`.
    pub const CHINESE: &str = "zh-CN";
    /// For the attribute `lang`.
    pub const ENGLISH: &str = "en";

    /// The language of what is data, where it is not that of the surface.
    pub fn lang_of_data(&self) -> Option<&'static str> {
        (self.code != Words::CHINESE).then_some(Words::CHINESE)
    }

    /// The name of a type, a sub-type or an audience in this language; what is none stays as it is.
    pub fn label<'a>(&self, name: &'a str) -> &'a str {
        self.labels.get(name).copied().unwrap_or(name)
    }

    /// What a code, such as that of a diagnostic, means in this language, where it is not said in it already.
    pub fn meaning(&self, code: &str) -> Option<&'static str> {
        self.labels.get(code).copied()
    }

    /// The name of a view.
    pub fn view(&self, view: View) -> &'static str {
        self.view[view as usize]
    }

    /// Light or dark.
    pub fn theme(&self, theme: Theme) -> &'static str {
        self.theme[theme as usize]
    }

    /// What a failure of a kind means, where the message itself does not say it in this language.
    pub fn failure(&self, kind: &str) -> &'static str {
        let [missing, damaged, version, other] = self.failure;
        match kind {
            "missing" => missing,
            "damaged" | "truncated" | "crashed" => damaged,
            "version" => version,
            _ => other,
        }
    }

    /// The provinces that have most, how many there are, and from when to when.
    pub fn covers(&self, places: &[String], of: usize, first: Month, last: Month) -> String {
        let of = if of > places.len() { of } else { 0 };
        let ends = (first.span().map(|span| span.start), last.span().map(|span| span.end));
        self.covers_of(&places.join(self.separator), of, &self.dates.between(ends.0, ends.1))
    }

    /// What a completion is.
    pub fn offer_kind(&self, kind: CompletionKind) -> &'static str {
        match kind {
            CompletionKind::Word => self.offer_word,
            CompletionKind::Title(_) => self.offer_title,
            CompletionKind::Value(key) | CompletionKind::Key(key) => self.filter_key(key),
        }
    }

    /// The word before the colon of a filter, to be understood; what is typed is Chinese.
    pub fn filter_key(&self, key: FilterKey) -> &'static str {
        self.filter_key[key as usize]
    }

    /// How much a completion would find.
    pub fn offer_count(&self, kind: CompletionKind, count: u32) -> String {
        match kind {
            CompletionKind::Word => self.in_articles(count),
            CompletionKind::Value(_) => self.in_activities(count),
            CompletionKind::Title(_) | CompletionKind::Key(_) => String::new(),
        }
    }

    /// The button that opens the filters, with how many are chosen.
    pub fn open_filters(&self, chosen: usize) -> String {
        self.filters_chosen(chosen)
    }

    /// From which day relative words count.
    pub fn counted_from(&self, today: Day) -> String {
        self.counted_from_day(&self.dates.day(today))
    }

    /// A day.
    pub fn day(&self, day: Day) -> String {
        self.dates.day(day)
    }

    /// A date, as finely as it is known.
    pub fn date(&self, date: &DateField) -> String {
        self.dates.date(date)
    }

    /// A date in two lines of a narrow column: what is near first, the year second.
    pub fn date_lines(&self, date: &DateField) -> (String, String) {
        self.dates.lines(date)
    }

    /// A period, either end open.
    pub fn between(&self, from: Option<Day>, to: Option<Day>) -> String {
        self.dates.between(from, to)
    }

    /// A month.
    pub fn month_of(&self, month: Month) -> String {
        self.dates.month(month)
    }

    /// A month of a year that stands above it.
    pub fn month_in_year(&self, month: Month) -> String {
        self.dates.month_in_year(month)
    }

    /// A year.
    pub fn year_of(&self, year: i32) -> String {
        self.dates.year(year)
    }

    /// Beside the months: dated activities, the sum of all months, undated ones.
    pub fn months_note(&self, dated: usize, sum: usize, undated: usize) -> String {
        self.months_told(dated, if sum == dated { 0 } else { sum }, undated)
    }

    /// Why something has no date.
    pub fn undated_reason(&self, reason: UndatedReason) -> &'static str {
        self.undated_reason[reason as usize]
    }

    /// What the text says in place of a date.
    pub fn undated_words(&self, words: &str, reason: UndatedReason) -> String {
        match (words, reason) {
            ("", UndatedReason::Damaged) => self.undated_reason(reason).to_owned(),
            ("", _) => self.undated_reason(UndatedReason::None).to_owned(),
            (words, UndatedReason::Damaged) => self.undated_damaged(words),
            (words, _) => self.undated_vague(words),
        }
    }

    /// The name of a field.
    pub fn field(&self, field: FieldName) -> &'static str {
        self.field[field as usize]
    }

    /// What a place rests on.
    pub fn place_basis(&self, basis: PlaceBasis) -> &'static str {
        self.place_basis[basis as usize]
    }

    /// How sure something is; empty where it is certain.
    pub fn sure(&self, sure: Sureness) -> &'static str {
        self.sure[sure as usize]
    }

    /// How many took part.
    pub fn approx(&self, count: u64, unit: &str, of: &str, approx: bool) -> String {
        let about = if approx { self.about } else { "" };
        // Where a list was parted, its “和” stays behind.
        let of = of.trim_end_matches(['和', '及', '与', '、', '，']);
        match (unit, of) {
            // 343 名: of whom, the text does not say.
            ("名" | "位" | "余名" | "多名" | "人", "") => self.people(about, count),
            ("名" | "位" | "余名" | "多名" | "人", of) if !of.is_empty() => {
                self.people_of(about, count, unit, of)
            }
            _ => self.things_of(about, count, unit, of),
        }
    }

    /// What a date rests on.
    pub fn basis(&self, date: &DateField) -> String {
        let year = date.year_basis.as_deref().map(|year| match year {
            ISSUED => self.year_issued.to_owned(),
            words => self.year_words(&quoted(words)),
        });
        let year = year.unwrap_or_default();
        match date.basis.as_str() {
            "" => year,
            ISSUED => self.basis_issued.to_owned(),
            // What reading says in words of its own is no quotation.
            "文章日期" => self.basis_article.to_owned(),
            words if words.starts_with("最近一项活动") => self.figures.by_activity.to_owned(),
            words => self.basis_words(&quoted(words), &year),
        }
    }

    /// The year of a bulletin, and what it rests on.
    pub fn year_basis(&self, year: &Year) -> String {
        match year.basis.as_str() {
            ISSUED => self.bulletin_year_issued(year.value),
            words => self.bulletin_year(year.value, &quoted(words)),
        }
    }

    /// What of the URL could not be read.
    pub fn misread(&self, key: &str, value: &str) -> String {
        const KEYS: [&str; 8] = ["d", "t", "who", "from", "to", "v", "lang", "elder"];
        let at = KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len());
        self.link_wrong(self.link_part[at], value)
    }
}
