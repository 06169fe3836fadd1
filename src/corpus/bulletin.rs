//! Corpus, bulletins and articles: what was published, as text.

use serde::{Deserialize, Serialize};

use super::{Activity, ArticleId, BulletinId};
use crate::date::Day;
use crate::place::Adcode;

/// What the field `format` of a corpus says.
pub const FORMAT: &str = "gongxun-corpus";
/// The version of the format that this program writes, and the only one that it reads.
pub const VERSION: u32 = 1;

/// A corpus: bulletins in text order, and the activities that their articles tell of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Corpus {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The name of the collection.
    #[serde(default)]
    pub title: String,
    /// The bulletins, by issue date and then by file name.
    pub bulletins: Vec<Bulletin>,
    /// The activities, in the order of the text.
    pub activities: Vec<Activity>,
}

/// One issue of a bulletin: one file of the input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Bulletin {
    /// The bulletin's id.
    pub id: BulletinId,
    /// The last component of the file's path.
    pub file: String,
    /// The title of the issue or column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who publishes it, in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The unit in which place names are looked up first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Adcode>,
    /// The day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Day>,
    /// The year of dates that carry none, with what it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// The script of the text.
    pub script: Script,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Its articles in text order.
    pub articles: Vec<Article>,
}

/// The year of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Year {
    /// The year.
    pub value: i32,
    /// The words that it rests on, or `发布日期`.
    pub basis: String,
}

/// The script of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// 简体
    #[default]
    Hans,
    /// 繁體
    Hant,
}

/// Where a bulletin was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Source {
    /// Newspaper, site or journal with date and page.
    pub name: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One article, cleaned, in the original script.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Article {
    /// The article's id.
    pub id: ArticleId,
    /// The headline; empty where the text has none.
    pub title: String,
    /// Second headline (副标题).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The column that it stands in (一周动态, 蹲点日记).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// When it was published, or what stands for that; the basis says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<super::DateField>,
    /// The unit that it is about, where that is not the bulletin's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Adcode>,
    /// The body.
    pub paragraphs: Vec<String>,
    /// Captions of pictures, out of the body.
    #[serde(default)]
    pub captions: Vec<Caption>,
    /// What cleaning changed.
    #[serde(default)]
    pub edits: Vec<Edit>,
}

/// The caption of a picture (图片说明).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Caption {
    /// Its words.
    pub text: String,
    /// After how many paragraphs it stood.
    pub after: usize,
}

/// One change that cleaning made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Edit {
    /// What the change left: an empty range where something was taken out.
    pub at: At,
    /// What stood there before.
    pub was: String,
    /// The rule that made it, such as `page-break`.
    pub rule: String,
}

/// A stretch of an article's text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct At {
    /// The part of the article.
    pub part: Part,
    /// Which paragraph or caption, from 0; 0 for title and subtitle.
    pub index: usize,
    /// First byte and the byte after the last, in UTF-8, on character boundaries.
    pub range: [usize; 2],
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The headline.
    Title,
    /// The second headline.
    Subtitle,
    /// A paragraph of the body.
    Paragraph,
    /// A caption.
    Caption,
}

impl Article {
    /// The text of a part, or `None` where the article has no such part.
    pub fn text_of(&self, part: Part, index: usize) -> Option<&str> {
        match part {
            Part::Title => (index == 0).then_some(self.title.as_str()),
            Part::Subtitle => self.subtitle.as_deref().filter(|_| index == 0),
            Part::Paragraph => self.paragraphs.get(index).map(String::as_str),
            Part::Caption => self.captions.get(index).map(|caption| caption.text.as_str()),
        }
    }

    /// The words that a stretch covers, or `None` where it does not lie in this article's text.
    pub fn passage(&self, at: &At) -> Option<&str> {
        self.text_of(at.part, at.index)?.get(at.range[0]..at.range[1])
    }
}

impl Corpus {
    /// An empty corpus of this version.
    pub fn new(title: &str) -> Corpus {
        Corpus {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: title.to_owned(),
            bulletins: Vec::new(),
            activities: Vec::new(),
        }
    }

    /// Every article with its bulletin, in text order.
    pub fn articles(&self) -> impl Iterator<Item = (&Bulletin, &Article)> {
        self.bulletins.iter().flat_map(|bulletin| bulletin.articles.iter().map(move |a| (bulletin, a)))
    }

    /// The region of its bulletins, where they all have the same.
    pub fn region(&self) -> Option<Adcode> {
        let mut regions = self.bulletins.iter().map(|bulletin| bulletin.region);
        let first = regions.next().flatten();
        first.filter(|first| regions.all(|region| region == Some(*first)))
    }
}
