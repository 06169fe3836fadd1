//! Why a site or a file cannot be made.

/// Why publishing cannot go on. Messages are for the person who publishes.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The app's page template lacks a mark to be filled.
    #[error("页面模板里没有标记 {0}；请重新生成浏览器部分（cargo xtask build）")]
    TemplateMark(&'static str),
    /// A setting does not have the form that it needs.
    #[error("设置 {key} 的值“{value}”不对：应为{expected}")]
    Setting {
        /// Its key in `site.toml`.
        key: &'static str,
        /// What it says.
        value: String,
        /// What it should be, in Chinese.
        expected: &'static str,
    },
    /// A value could not be written as JSON.
    #[error("不能写成 JSON: {0}")]
    Json(#[from] serde_json::Error),
}
