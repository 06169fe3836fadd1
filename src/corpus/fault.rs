//! What contradicts itself in a corpus that reads well as JSON: ranges outside their text, references to
//! nothing, ids given twice. A corpus with any of these is refused: a mark in the wrong place is worse
//! than none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{
    Activity, ActivityId, Article, ArticleId, At, BulletinId, Corpus, DateField, FieldName, Part, TYPES,
};

/// One contradiction, named so that a person can find it in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A range lies outside its text, or cuts a character.
    #[error("文章 {article}：{owner}指向{}，{}。请重新生成此文件", place_of(at), misfit(at, *length))]
    Range {
        /// The article whose text it should lie in.
        article: ArticleId,
        /// What the range belongs to.
        owner: RangeOwner,
        /// The range.
        at: At,
        /// How many bytes the text has; `None` where there is no such text.
        length: Option<usize>,
    },
    /// An activity names an article that is not there.
    #[error("活动 {activity} 出自文章 {article}，但没有这篇文章")]
    UnknownArticle {
        /// The activity.
        activity: ActivityId,
        /// What it names.
        article: ArticleId,
    },
    /// `same_as` names an activity that is not there.
    #[error("活动 {activity} 的 same_as 指向活动 {other}，但没有这项活动")]
    UnknownActivity {
        /// The activity.
        activity: ActivityId,
        /// What it names.
        other: ActivityId,
    },
    /// A bulletin's id is given twice.
    #[error("简报编号 {0} 重复：每期简报的 id 必须不同")]
    DuplicateBulletin(BulletinId),
    /// An article's id is given twice.
    #[error("文章编号 {0} 重复：每篇文章的 id 必须不同")]
    DuplicateArticle(ArticleId),
    /// An activity's id is given twice.
    #[error("活动编号 {0} 重复：每项活动的 id 必须不同")]
    DuplicateActivity(ActivityId),
    /// An id has no characters.
    #[error("{0}的 id 是空的")]
    EmptyId(&'static str),
    /// A type is none of the fourteen.
    #[error("活动 {activity} 的类型“{name}”不在十四类之内：{}", TYPES.join("、"))]
    UnknownType {
        /// The activity.
        activity: ActivityId,
        /// The type that it gives.
        name: String,
    },
    /// A date ends before it starts.
    #[error("{owner} 的日期先后颠倒：{} 至 {}", date.start, date.end)]
    DateOrder {
        /// Whose date it is.
        owner: String,
        /// The date.
        date: Box<DateField>,
    },
    /// A caption stands after more paragraphs than there are.
    #[error("文章 {article} 的第 {} 条图片说明称在第 {after} 段之后，但正文只有 {paragraphs} 段", index + 1)]
    CaptionAfter {
        /// The article.
        article: ArticleId,
        /// Which caption, from 0.
        index: usize,
        /// What it says.
        after: usize,
        /// How many paragraphs there are.
        paragraphs: usize,
    },
}

/// What a range belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RangeOwner {
    /// The passage that tells of an activity.
    Passage(ActivityId),
    /// Words that a field of an activity rests on.
    Field(ActivityId, FieldName),
    /// A change that cleaning made: which, from 0.
    Edit(usize),
}

impl fmt::Display for RangeOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RangeOwner::Passage(id) => write!(f, "活动 {id} 的段落"),
            RangeOwner::Field(id, field) => write!(f, "活动 {id} 的字段 {} 的依据", field.key()),
            RangeOwner::Edit(index) => write!(f, "第 {} 处清理记录", index + 1),
        }
    }
}

fn place_of(at: &At) -> String {
    let [from, to] = at.range;
    let part = match at.part {
        Part::Title => "标题".to_owned(),
        Part::Subtitle => "副标题".to_owned(),
        Part::Paragraph => format!("第 {} 段", at.index + 1),
        Part::Caption => format!("第 {} 条图片说明", at.index + 1),
    };
    format!("{part}第 {from}—{to} 字节")
}

fn misfit(at: &At, length: Option<usize>) -> String {
    match length {
        None => "但没有这一部分".to_owned(),
        Some(_) if at.range[0] > at.range[1] => "先后颠倒".to_owned(),
        Some(length) if at.range[1] > length => format!("超出其文字（共 {length} 字节）"),
        Some(_) => "切断了一个字".to_owned(),
    }
}

/// Everything that contradicts itself in a corpus, in the order of the text; empty for a sound one.
pub fn faults(corpus: &Corpus) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut bulletins = BTreeSet::new();
    let mut articles = BTreeMap::new();
    for bulletin in &corpus.bulletins {
        match bulletin.id.as_str() {
            "" => found.push(Fault::EmptyId("简报")),
            id if !bulletins.insert(id) => found.push(Fault::DuplicateBulletin(bulletin.id.clone())),
            _ => {}
        }
        for article in &bulletin.articles {
            match article.id.as_str() {
                "" => found.push(Fault::EmptyId("文章")),
                id if articles.insert(id, article).is_some() => {
                    found.push(Fault::DuplicateArticle(article.id.clone()));
                }
                _ => {}
            }
            article_faults(article, &mut found);
        }
    }
    let mut activities = BTreeSet::new();
    for activity in &corpus.activities {
        match activity.id.as_str() {
            "" => found.push(Fault::EmptyId("活动")),
            id if !activities.insert(id) => found.push(Fault::DuplicateActivity(activity.id.clone())),
            _ => {}
        }
        match articles.get(activity.article.as_str()) {
            Some(article) => activity_faults(activity, article, &mut found),
            None => found.push(Fault::UnknownArticle {
                activity: activity.id.clone(),
                article: activity.article.clone(),
            }),
        }
    }
    for activity in &corpus.activities {
        for other in activity.same_as.iter().filter(|other| !activities.contains(other.as_str())) {
            found.push(Fault::UnknownActivity { activity: activity.id.clone(), other: other.clone() });
        }
    }
    found
}

pub(super) fn article_faults(article: &Article, found: &mut Vec<Fault>) {
    for (index, edit) in article.edits.iter().enumerate() {
        range(article, RangeOwner::Edit(index), &edit.at, found);
    }
    let paragraphs = article.paragraphs.len();
    for (index, caption) in article.captions.iter().enumerate().filter(|(_, c)| c.after > paragraphs) {
        let article = article.id.clone();
        found.push(Fault::CaptionAfter { article, index, after: caption.after, paragraphs });
    }
    date_order(article.date.as_ref(), || format!("文章 {}", article.id), found);
}

pub(super) fn activity_faults(activity: &Activity, article: &Article, found: &mut Vec<Fault>) {
    range(article, RangeOwner::Passage(activity.id.clone()), &activity.at, found);
    for (&name, basis) in &activity.fields {
        for at in &basis.at {
            range(article, RangeOwner::Field(activity.id.clone(), name), at, found);
        }
    }
    for name in activity.types.iter().filter(|name| !TYPES.contains(&name.as_str())) {
        found.push(Fault::UnknownType { activity: activity.id.clone(), name: name.clone() });
    }
    date_order(activity.date.as_ref(), || format!("活动 {}", activity.id), found);
}

fn range(article: &Article, owner: RangeOwner, at: &At, found: &mut Vec<Fault>) {
    if article.passage(at).is_none() {
        let length = article.text_of(at.part, at.index).map(str::len);
        found.push(Fault::Range { article: article.id.clone(), owner, at: at.clone(), length });
    }
}

fn date_order(date: Option<&DateField>, owner: impl Fn() -> String, found: &mut Vec<Fault>) {
    if let Some(date) = date.filter(|date| date.end < date.start) {
        found.push(Fault::DateOrder { owner: owner(), date: Box::new(date.clone()) });
    }
}
