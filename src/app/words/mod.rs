//! Every word that the surface says, in one table a language: `data/words`, where both stand side by side. Chinese is
//! in the program; English is a file of the site, fetched when a reader wants it, so that others need not.
//!
//! What is data (titles, text, names of units and organisations) is no word of the surface and stays Chinese, but for
//! the vocabulary that is our own (types, audiences): [`Words::label`].

mod about;
mod add;
mod dates;
mod embed;
mod figures;
mod page;
mod quote;
mod runs;
mod say;
mod table;

use std::sync::OnceLock;

pub use about::AboutWords;
pub use add::AddWords;
pub use dates::DateWords;
pub use embed::EmbedWords;
pub use figures::{FigureWords, Most};
pub use page::Words;
pub use runs::chinese_runs;

use self::table::Lines;
use super::url::Lang;

/// The Chinese words, packed by `build.rs`.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/words_zh.txt"));

static CHINESE: OnceLock<Words> = OnceLock::new();
static ENGLISH: OnceLock<Words> = OnceLock::new();

/// Words that are not of one make with this program.
#[derive(Debug, thiserror::Error)]
#[error("界面文字与程序不是一套：应以“{expected}”开头，实为“{got}”。请重新生成网站")]
pub struct WordsError {
    expected: String,
    got: String,
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        self.code == other.code
    }
}

/// The words of a language; Chinese where none is asked for, and until others have [arrived](arrive).
pub fn words(lang: Option<Lang>) -> &'static Words {
    let english = ENGLISH.get().filter(|_| lang == Some(Lang::En));
    english.unwrap_or_else(|| CHINESE.get_or_init(|| read(PACKED, Words::CHINESE)))
}

/// Whether the words of a language are here.
pub fn are_here(lang: Option<Lang>) -> bool {
    lang != Some(Lang::En) || ENGLISH.get().is_some()
}

/// Takes the English words as they were packed.
///
/// # Errors
/// Words of another make: their first line is not that of the Chinese ones.
pub fn arrive(packed: String) -> Result<(), WordsError> {
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    let (expected, got) = (first(PACKED), first(&packed));
    if expected != got {
        return Err(WordsError { expected, got: got.chars().take(60).collect() });
    }
    // They are needed as long as the page is open.
    ENGLISH.get_or_init(|| read(Box::leak(packed.into_boxed_str()), Words::ENGLISH));
    Ok(())
}

fn read(packed: &'static str, code: &'static str) -> Words {
    let mut lines = Lines::of(packed);
    let count = lines.line().split(' ').nth(2).and_then(|count| count.parse().ok()).unwrap_or(usize::MAX);
    // In the order of `build.rs`.
    let dates = Box::leak(Box::new(DateWords::read(&mut lines)));
    let figures = FigureWords::read(&mut lines, (FigureWords::wording_of(code),));
    let figures = Box::leak(Box::new(figures));
    let embed = Box::leak(Box::new(EmbedWords::read(&mut lines)));
    let add = Box::leak(Box::new(AddWords::read(&mut lines)));
    let about_page = Box::leak(Box::new(AboutWords::read(&mut lines)));
    let labels = packed.lines().skip(1).skip(count).filter_map(|line| line.split_once('\t')).collect();
    Words::read(&mut lines, (code, dates, figures, embed, add, about_page, labels))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{blanks, is_ideograph};
    use std::collections::BTreeMap;

    const TABLES: [(&str, &str); 6] = [
        ("dates", include_str!("../../../data/words/dates.tsv")),
        ("figures", include_str!("../../../data/words/figures.tsv")),
        ("embed", include_str!("../../../data/words/embed.tsv")),
        ("add", include_str!("../../../data/words/add.tsv")),
        ("about", include_str!("../../../data/words/about.tsv")),
        ("page", include_str!("../../../data/words/page.tsv")),
    ];
    const LABELS: &str = include_str!("../../../data/words/labels.tsv");

    /// Chinese and English.
    pub(in crate::app) fn both() -> [&'static Words; 2] {
        arrive(include_str!(concat!(env!("OUT_DIR"), "/words_en.txt")).to_owned()).unwrap();
        [words(None), words(Some(Lang::En))]
    }

    /// Key, Chinese, English.
    fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
        table.lines().skip(1).map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            cells.try_into().unwrap()
        })
    }

    #[test]
    fn the_tables_have_the_keys_that_are_read() {
        let declared = [
            DateWords::keys(),
            FigureWords::keys(),
            EmbedWords::keys(),
            AddWords::keys(),
            AboutWords::keys(),
            Words::keys(),
        ];
        for ((name, table), declared) in TABLES.into_iter().zip(declared) {
            let keys: Vec<&str> = rows(table).map(|[key, ..]| key).collect();
            let expected: Vec<&str> = declared.iter().map(|(key, _)| key.as_str()).collect();
            assert_eq!(keys, expected, "{name}");
            // The dates and the about page fill theirs in code.
            if ["dates", "about"].contains(&name) {
                continue;
            }
            for ([key, chinese, english], (_, known)) in rows(table).zip(&declared) {
                for phrase in [chinese, english] {
                    let unknown = blanks(phrase).find(|blank| !known.contains(blank));
                    assert_eq!(unknown, None, "{name}: {key}: {phrase}");
                }
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        // A measure word has no English.
        const LEFT_OUT: [(&str, &str); 1] = [("people_of", "unit")];
        for (name, table) in TABLES {
            for [key, chinese, english] in rows(table) {
                let said = |phrase: &'static str| {
                    let mut said: Vec<&str> =
                        blanks(phrase).filter(|blank| !LEFT_OUT.contains(&(key, blank))).collect();
                    said.sort_unstable();
                    said.dedup();
                    said
                };
                assert_eq!(said(chinese), said(english), "{name}: {key}");
                let empty = [chinese, english].map(str::is_empty);
                assert!(empty[0] || !empty[1], "{name}: {key} has no English");
            }
        }
    }

    #[test]
    fn english_is_english() {
        // Names of places in sentences about them, words to type, and the name of the other language.
        const NAMES: [&str; 12] = [
            "江北区",
            "渝北区",
            "两江新区",
            "渝中区",
            "渝中",
            "夏季送清凉慰问活动",
            "送清凉",
            "地区",
            "类型",
            "对象",
            "农民工",
            "日期",
        ];
        for [key, _, english] in TABLES.into_iter().flat_map(|(_, table)| rows(table)) {
            let left = NAMES.iter().fold(english.to_owned(), |text, name| text.replace(name, ""));
            assert!(key == "other_language" || !left.contains(is_ideograph), "{key}: {english}");
            assert!(!left.contains(['，', '。', '、', '：', '（', '　']), "{key}: {english}");
        }
        for row in LABELS.lines().skip(1) {
            let english = row.rsplit('\t').next().unwrap_or_default();
            assert!(!english.is_empty() && !english.contains(is_ideograph), "{row}");
        }
    }

    #[test]
    fn every_type_and_audience_has_an_english_name() {
        use crate::corpus::{TYPES, audience_words, type_words};
        let [chinese, english] = both();
        let types = type_words().into_iter().flat_map(|row| [row.kind, row.subtype]);
        let audiences = audience_words().into_iter().map(|row| row.name);
        for name in TYPES.into_iter().chain(types).chain(audiences).filter(|name| *name != "-") {
            assert!(english.labels.contains_key(name), "{name}");
            assert_eq!(chinese.label(name), name);
        }
        let mut labels: BTreeMap<&str, &str> = BTreeMap::new();
        for row in LABELS.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [kind, name, label] = cells[..] else { panic!("{row}") };
            assert!(["type", "subtype", "audience", "diagnostic", "message"].contains(&kind), "{row}");
            assert_eq!(*labels.entry(name).or_insert(label), label, "{name} has two");
        }
    }

    #[test]
    fn words_of_another_make_are_refused() {
        let error = arrive("gongxun-words 1 2 00000000\na\nb".to_owned()).unwrap_err();
        assert!(error.to_string().contains("gongxun-words 1 2 00000000"), "{error}");
        assert!(arrive(String::new()).is_err());
    }
}
