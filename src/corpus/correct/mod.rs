//! Applying corrections to a corpus. One that no longer fits is left out and told, never applied silently;
//! the others are applied all the same.

mod find;
mod merge;
mod refusal;
mod regroup;
mod set;

pub use refusal::Refusal;

use super::{Corpus, Correction, Corrections, Diagnostic, Op, Severity};

/// Applies corrections in their order, and tells those that were not. `file` is what diagnostics name.
///
/// ```
/// use gongxun::corpus::{Corpus, Corrections, correct};
///
/// let corrections = Corrections::from_json(r#"{ "format": "gongxun-corrections", "version": 1, "items": [
///     { "article": "没有这篇", "evidence": "7月8日", "op": "delete" }] }"#).unwrap();
/// let told = correct(&mut Corpus::new("样例"), &corrections, "corrections.json");
/// assert_eq!(told[0].to_string(), "corrections.json: 错误[correction-no-article]: \
///     第 1 条更正（delete）没有执行：没有文章 没有这篇\n    → 更正所据的原文变了；请核对后修改或删去这一条");
/// ```
pub fn correct(corpus: &mut Corpus, corrections: &Corrections, file: &str) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for (index, item) in corrections.items.iter().enumerate() {
        if let Err(refusal) = apply(corpus, item) {
            told.push(Diagnostic {
                file: file.to_owned(),
                line: None,
                severity: Severity::Error,
                code: format!("correction-{}", refusal.code()),
                message: format!("第 {} 条更正（{}）没有执行：{refusal}", index + 1, item.op.key()),
                hint: Some(refusal.hint().to_owned()),
            });
        }
    }
    told
}

fn apply(corpus: &mut Corpus, item: &Correction) -> Result<(), Refusal> {
    match (item.op, &item.activity) {
        (Op::Set, Some(_)) => set::activity_field(corpus, item),
        (Op::Set, None) => set::article_field(corpus, item),
        (Op::Delete, Some(_)) => regroup::delete_activity(corpus, item),
        (Op::Delete, None) => regroup::delete_article(corpus, item),
        (Op::Add, _) => regroup::add(corpus, item),
        (Op::Split, _) => regroup::split(corpus, item),
        (Op::Merge, _) => merge::merge(corpus, item),
    }
}
