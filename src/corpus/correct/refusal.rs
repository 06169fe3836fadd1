//! Why a correction is not applied.

use crate::corpus::json::in_chinese;
use crate::corpus::{ActivityId, ArticleId, Fault};

/// Why a correction is not applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such article.
    #[error("没有文章 {0}")]
    NoArticle(ArticleId),
    /// There is no such activity, and none in the article begins with the evidence.
    #[error("文章 {article} 里没有活动 {activity}，也没有以“{evidence}”开头的活动")]
    NoActivity {
        /// The article.
        article: ArticleId,
        /// The activity.
        activity: ActivityId,
        /// What its passage should begin with.
        evidence: String,
    },
    /// The passage does not begin with the evidence, or the article does not hold it.
    #[error("依据“{evidence}”与原文不符，原文为“{got}”")]
    EvidenceGone {
        /// What the correction says.
        evidence: String,
        /// What stands there now.
        got: String,
    },
    /// The evidence fits in several places.
    #[error("依据“{0}”在文中不止一处")]
    EvidenceTwice(String),
    /// There is no evidence.
    #[error("没有写依据 evidence")]
    NoEvidence,
    /// A key that the operation needs is missing.
    #[error("缺少 {0}")]
    Missing(&'static str),
    /// The field cannot be set.
    #[error("没有可以更正的字段“{0}”")]
    UnknownField(String),
    /// The field no longer holds what it held.
    #[error("字段 {field} 现为 {now}，不是更正所说的 {from}")]
    FromGone {
        /// The field.
        field: String,
        /// What the correction says, as JSON.
        from: String,
        /// What the field holds, as JSON.
        now: String,
    },
    /// The value is of the wrong kind.
    #[error("to 的值不合格式：{0}")]
    Value(String),
    /// The text is what activities or their fields rest on.
    #[error("活动 {activity} 以这段{part}为依据，不能改动")]
    InUse {
        /// The activity.
        activity: ActivityId,
        /// 标题 or 副标题.
        part: &'static str,
    },
    /// The corpus would contradict itself.
    #[error("{0}")]
    Fault(#[from] Fault),
}

impl Refusal {
    /// A stable name of the kind.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NoArticle(_) => "no-article",
            Refusal::NoActivity { .. } => "no-activity",
            Refusal::EvidenceGone { .. } => "evidence-gone",
            Refusal::EvidenceTwice(_) => "evidence-twice",
            Refusal::NoEvidence => "no-evidence",
            Refusal::Missing(_) => "missing",
            Refusal::UnknownField(_) => "unknown-field",
            Refusal::FromGone { .. } => "from-gone",
            Refusal::Value(_) => "value",
            Refusal::InUse { .. } => "in-use",
            Refusal::Fault(_) => "fault",
        }
    }

    pub(super) fn value(error: &serde_json::Error) -> Refusal {
        Refusal::Value(in_chinese(&error.to_string()))
    }

    pub(super) fn hint(&self) -> &'static str {
        match self {
            Refusal::NoArticle(_)
            | Refusal::NoActivity { .. }
            | Refusal::EvidenceGone { .. }
            | Refusal::FromGone { .. } => "更正所据的原文变了；请核对后修改或删去这一条",
            Refusal::EvidenceTwice(_) => "请把依据写长一些，或在 to 里写明 at",
            Refusal::UnknownField(_) => {
                "活动的字段见 corpus.schema.json；文章可改 title、subtitle、section、byline、date、region"
            }
            _ => "请按格式修改这一条",
        }
    }
}
