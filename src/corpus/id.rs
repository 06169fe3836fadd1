//! Identifiers, typed so that one kind cannot stand for another, and how they are made: from what a
//! reader would call the same thing (publisher, day, title), never from the body, so that mending a typo
//! breaks no link.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Corpus;
use crate::date::Day;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )*};
}

ids! {
    /// Names a bulletin within a corpus.
    BulletinId
    /// Names an article; part of every link to it.
    ArticleId
    /// Names an activity: its article's id, a hyphen, and a hash of how its passage begins.
    ActivityId
}

/// How many folded characters of a passage go into its activity's id.
const PASSAGE_HEAD: usize = 24;

/// Gives out the ids of one corpus, in text order: where two would be the same, the later one ends in
/// `-2`, `-3` and so on.
///
/// The maker folds nothing: `title` and `passage` come as `text` folds them.
///
/// ```
/// use gongxun::corpus::IdMaker;
///
/// let mut ids = IdMaker::default();
/// let day = "2024-07-31".parse().ok();
/// let article = ids.article("重庆市总工会", day, "一周动态");
/// assert_eq!(article.as_str().len(), 12);
/// assert_eq!(ids.article("重庆市总工会", day, "一周动态").as_str(), format!("{article}-2"));
/// let activity = ids.activity(&article, "渝中区总工会组织街道开展送清凉");
/// assert!(activity.as_str().starts_with(article.as_str()));
/// ```
#[derive(Clone, Debug, Default)]
pub struct IdMaker {
    bulletins: Taken,
    articles: Taken,
    activities: Taken,
}

impl IdMaker {
    /// A maker for adding to a corpus: its ids are taken.
    pub fn of(corpus: &Corpus) -> IdMaker {
        IdMaker {
            bulletins: taken(corpus.bulletins.iter().map(|bulletin| bulletin.id.0.clone())),
            articles: taken(corpus.articles().map(|(_, article)| article.id.0.clone())),
            activities: taken(corpus.activities.iter().map(|activity| activity.id.0.clone())),
        }
    }

    /// The id of a bulletin: by publisher, day of issue and folded title, or its file name where it has
    /// no title.
    pub fn bulletin(&mut self, publisher: &str, issued: Option<Day>, title: &str) -> BulletinId {
        BulletinId(claim(&mut self.bulletins, hash(&[publisher, &day_text(issued), title])))
    }

    /// The id of an article: by publisher, day and folded title.
    pub fn article(&mut self, publisher: &str, date: Option<Day>, title: &str) -> ArticleId {
        ArticleId(claim(&mut self.articles, hash(&[publisher, &day_text(date), title])))
    }

    /// An id that the input gave (a `.jsonl` line), kept unless it is taken.
    pub fn given_article(&mut self, id: &str) -> ArticleId {
        ArticleId(claim(&mut self.articles, id.to_owned()))
    }

    /// The id of an activity: by its article and how its folded passage begins.
    pub fn activity(&mut self, article: &ArticleId, passage: &str) -> ActivityId {
        let head: String = passage.chars().take(PASSAGE_HEAD).collect();
        ActivityId(claim(&mut self.activities, format!("{article}-{}", hash(&[&head]))))
    }
}

fn day_text(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Ids that are taken, each with the number that the next one like it may have.
type Taken = BTreeMap<String, usize>;

fn claim(taken: &mut Taken, id: String) -> String {
    let mut free = id.clone();
    while taken.contains_key(&free) {
        // The numbers before were found taken: a hundred thousand like ids are not counted anew each time.
        let next = taken.entry(id.clone()).or_insert(2);
        free = format!("{id}-{next}");
        *next += 1;
    }
    taken.insert(free.clone(), 2);
    free
}

fn taken(ids: impl Iterator<Item = String>) -> Taken {
    ids.map(|id| (id, 2)).collect()
}

/// The first 60 bits of SHA-256 over the parts, each ended by a byte that no text holds, as 12 characters
/// of Crockford's base32: no letter that is taken for a digit when an id is read out.
fn hash(parts: &[&str]) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part.as_bytes());
        sha.update([0xff]);
    }
    let bits = sha.finalize().iter().take(8).fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
    (0..12).map(|i| char::from(ALPHABET[(bits >> (59 - 5 * i) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_as_they_were_published() {
        // Links in chats hold these: a change here breaks every one of them.
        let mut ids = IdMaker::default();
        let day = "2024-07-31".parse().ok();
        let article = ids.article("重庆市总工会", day, "一周动态");
        assert_eq!(article.as_str(), "wkej6m80pb79");
        assert_eq!(ids.activity(&article, "渝中区总工会").as_str(), "wkej6m80pb79-6grzyvk4s4tq");
    }

    #[test]
    fn a_clash_is_numbered_in_text_order() {
        let mut ids = IdMaker::default();
        let first = ids.article("", None, "");
        assert_eq!(ids.article("", None, "").as_str(), format!("{first}-2"));
        assert_eq!(ids.article("", None, "").as_str(), format!("{first}-3"));
        assert_eq!(ids.given_article("a-2").as_str(), "a-2");
        assert_eq!(ids.given_article("a").as_str(), "a");
        assert_eq!(ids.given_article("a").as_str(), "a-3");
    }

    #[test]
    fn many_that_are_alike_take_no_longer() {
        let mut ids = IdMaker::default();
        let article = ArticleId::from("x");
        let last = (0..50_000).map(|_| ids.activity(&article, "慰问")).last().unwrap();
        assert!(last.as_str().ends_with("-50000"));
    }

    #[test]
    fn parts_do_not_run_together() {
        let mut ids = IdMaker::default();
        assert_ne!(ids.article("甲乙", None, "丙").as_str(), ids.article("甲", None, "乙丙").as_str());
    }

    #[test]
    fn only_how_a_passage_begins_counts() {
        let article = ArticleId::from("x");
        let head = "一二三四五六七八九十".repeat(3);
        let id = |tail: &str| IdMaker::default().activity(&article, &format!("{head}{tail}"));
        assert_eq!(id("甲"), id("乙"));
    }
}
