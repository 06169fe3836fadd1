//! Every word that the surface says, in one table a language: what the compiler asks of one table it asks of
//! all.

mod add;
mod dates;
mod embed;
mod figures;
mod quote;
mod zh;

pub use add::AddWords;
pub(super) use dates::months_between;
pub use embed::EmbedWords;
pub use figures::{FigureWords, Most};
pub use zh::ZH;

use super::state::Theme;
use super::url::{Lang, View};
use crate::corpus::{DateField, FieldName, PlaceBasis, Sureness, UndatedReason, Year};
use crate::date::Day;
use crate::search::CompletionKind;
use crate::stats::Month;

/// The words of one language. Functions put numbers and names where the language wants them.
#[allow(missing_docs, reason = "the words themselves say what they are for")]
pub struct Words {
    /// For the attribute `lang`.
    pub code: &'static str,
    pub name: &'static str,
    pub skip: &'static str,
    pub view: fn(View) -> &'static str,
    pub theme: fn(Theme) -> &'static str,
    /// What turns 长者模式 on, and what turns it off.
    pub elder: &'static str,
    pub not_elder: &'static str,
    pub main_nav: &'static str,

    pub hero: &'static str,
    pub intro: &'static str,
    /// The provinces that have most, how many there are, and from when to when.
    pub covers: fn(&[String], usize, Month, Month) -> String,
    /// What the three figures of the first screen count: bulletins, articles, activities.
    pub counted: [&'static str; 3],
    pub try_these: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub clear_words: &'static str,
    /// The list under the search field.
    pub offers: &'static str,
    pub offer_kind: fn(CompletionKind) -> &'static str,
    pub offer_count: fn(CompletionKind, u32) -> String,
    /// Above articles that match in part.
    pub sharing: &'static str,
    /// Above articles that tell of the like.
    pub similar: &'static str,
    /// Before queries that were perhaps meant.
    pub near: &'static str,
    /// Above words that tell what was found apart.
    pub keywords: &'static str,
    pub how_to: &'static str,
    pub latest: &'static str,
    /// That a unit's articles come first.
    pub led_by: fn(&str) -> String,
    pub all: fn(articles: usize, activities: usize) -> String,
    pub found: fn(articles: usize, activities: usize) -> String,
    pub relaxed: fn(words: &str) -> String,
    pub nothing: &'static str,
    pub nothing_dated: &'static str,
    pub nothing_hints: &'static [&'static str],
    pub more: fn(shown: usize, total: usize) -> String,
    /// Below a list that is longer than what goes onto paper.
    pub printed_part: fn(printed: usize, total: usize) -> String,
    pub results: &'static str,

    pub filters: &'static str,
    pub chosen: &'static str,
    pub remove: fn(&str) -> String,
    pub drop_filters: &'static str,
    pub clear_all: &'static str,
    pub open_filters: fn(chosen: usize) -> String,
    pub close_filters: fn(articles: usize) -> String,
    pub district: &'static str,
    pub kind: &'static str,
    pub audience: &'static str,
    pub month: &'static str,
    pub source: &'static str,
    pub organiser: &'static str,
    pub period: &'static str,
    pub expand: fn(all: usize) -> String,
    pub collapse: &'static str,

    /// The answer to a plain question.
    pub answer: &'static str,
    pub understood: &'static str,
    pub in_words: &'static str,
    pub take: &'static str,
    pub counted_from: fn(Day) -> String,
    pub more_rows: fn(usize) -> String,
    /// Before a reading that is not sure, and before others that would find something.
    pub perhaps: &'static str,
    pub or_perhaps: &'static str,
    pub ask_these: &'static str,

    pub untitled: &'static str,
    pub no_date: &'static str,
    pub day: fn(Day) -> String,
    pub date: fn(&DateField) -> String,
    /// A date in two lines of a narrow column: what is near first, the year second.
    pub date_lines: fn(&DateField) -> (String, String),
    pub between: fn(Option<Day>, Option<Day>) -> String,
    pub month_of: fn(Month) -> String,
    pub month_in_year: fn(Month) -> String,
    pub year_of: fn(i32) -> String,
    pub activities: fn(usize) -> String,
    pub open_records: &'static str,
    pub close_records: &'static str,
    pub more_activities: fn(usize) -> String,

    pub rank: &'static str,
    pub tied: fn(usize) -> String,
    pub count: &'static str,
    pub share: &'static str,
    pub districts_title: &'static str,
    pub districts_note: &'static str,
    pub wide: fn(name: &str, count: usize) -> String,
    pub wide_note: &'static str,
    pub nowhere: fn(usize) -> String,
    pub copy_tables: &'static str,
    pub months_title: &'static str,
    /// Beside the months: dated activities, the sum of all months, undated ones.
    pub months_note: fn(dated: usize, sum: usize, undated: usize) -> String,
    /// What a unit's own activities are called among those of the units beneath it.
    pub own_level: &'static str,
    /// What has no date and may lie in the chosen period: in a sentence, and beside a count.
    pub maybe: fn(usize) -> String,
    pub maybe_short: fn(usize) -> String,
    /// When an article was printed, before a date.
    pub printed: fn(&str) -> String,
    pub printed_on: &'static str,
    pub undated: fn(usize) -> String,
    pub undated_reason: fn(UndatedReason) -> &'static str,
    pub no_activities: &'static str,

    pub back_to_list: &'static str,
    pub position: fn(at: usize, of: usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub basis: fn(&DateField) -> String,
    pub copy_citation: &'static str,
    pub copy_record: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub caption: &'static str,
    pub in_simplified: &'static str,
    pub in_original: &'static str,
    pub marked: fn(&str) -> String,
    pub records: fn(usize) -> String,
    pub record: fn(usize) -> String,
    pub no_record: &'static str,
    pub field: fn(FieldName) -> &'static str,
    pub place_basis: fn(PlaceBasis) -> &'static str,
    pub mentioned: &'static str,
    pub same_as: &'static str,
    pub sure: fn(Sureness) -> &'static str,
    pub year_only: fn(i32) -> String,
    pub undated_words: fn(words: &str, UndatedReason) -> String,
    pub approx: fn(count: u64, unit: &str, of: &str, approx: bool) -> String,
    pub see: &'static str,
    pub back_to_record: fn(usize) -> String,
    pub see_words: fn(&str) -> String,
    pub separator: &'static str,
    pub gone_article: fn(id: &str) -> String,
    pub gone_activity: fn(id: &str) -> String,

    pub misread: fn(key: &str, value: &str) -> String,
    /// What the address asks for and this archive does not have.
    pub not_here: fn(value: &str) -> String,
    pub dismiss: &'static str,

    pub loading: &'static str,
    pub retry: &'static str,
    pub failed: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,

    pub sources: &'static str,
    pub articles: fn(usize) -> String,
    pub year_basis: fn(&Year) -> String,
    pub version: fn(&str) -> String,
    pub contact: &'static str,
    pub map_approval: &'static str,
    pub footer: &'static str,
    /// Those of the timeline and the map.
    pub figures: &'static FigureWords,
    pub embed: &'static EmbedWords,
    pub add: &'static AddWords,
    pub about_sections: fn(&super::about::Figures) -> Vec<super::about::Section>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        self.code == other.code
    }
}

/// The table of a language; Chinese where none is asked for.
pub fn words(lang: Option<Lang>) -> &'static Words {
    match lang {
        None | Some(Lang::Zh) => &ZH,
    }
}
