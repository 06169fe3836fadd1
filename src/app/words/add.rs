//! What the page says that adds bulletins.

use crate::corpus::Severity;

/// The words of one language.
#[allow(missing_docs, reason = "the words themselves say what they are for")]
pub struct AddWords {
    pub lede: &'static str,
    pub private: &'static str,
    pub choose: &'static str,
    pub or_drop: &'static str,
    pub formats: &'static str,
    pub files: &'static str,
    pub waiting: &'static str,
    pub reading: &'static str,
    pub indexing: fn(done: usize, all: usize) -> String,
    pub added: &'static str,
    pub read: &'static str,
    pub nothing_new: &'static str,
    pub refused: &'static str,
    pub failed: &'static str,
    /// Articles, activities, and how many of the articles are there already.
    pub held: fn(articles: usize, activities: usize, known: usize) -> String,
    pub known: &'static str,
    pub more_titles: fn(usize) -> String,
    pub line: fn(usize) -> String,
    pub severity: fn(Severity) -> &'static str,
    pub notes: fn(usize) -> String,
    pub progress: fn(done: usize, all: usize) -> String,
    pub add: fn(articles: usize) -> String,
    pub stop: &'static str,
    pub remove: &'static str,
    pub remove_file: fn(&str) -> String,
    pub here: fn(articles: usize) -> String,
    pub look: &'static str,
    pub save_file: &'static str,
    pub save_file_note: &'static str,
    pub saving: &'static str,
    /// What was saved, and where it is.
    pub saved: fn(&str) -> String,
    pub save: &'static str,
    pub save_note: &'static str,
    /// Beside an article in lists and in the reader.
    pub mark: &'static str,
}

/// The Chinese table.
pub(super) static ZH: AddWords = AddWords {
    lede: "把新的简报放进来，马上就能和已有的资料一起检索、看时间和地区。",
    private: "文件只在这台电脑上读，不会传到任何地方。关掉或刷新网页就没有了，要留下请先保存。",
    choose: "选择文件",
    or_drop: "或者把文件拖到这里，一次可以放几个",
    formats: "能读 .txt、.md、.docx、.html 和 .jsonl。PDF、旧版 Word（.doc）、.wps 和图片，请先另存为 .docx 或 .txt。",
    files: "文件",
    waiting: "等着读",
    reading: "正在读……",
    indexing: |done, all| format!("正在加入……（{done}/{all}）"),
    added: "已加入",
    read: "已读好",
    nothing_new: "没有新的文章",
    refused: "不能读",
    failed: "没有读成",
    held: |articles, activities, known| {
        let known =
            if known > 0 { format!("，其中 {known} 篇资料库里已有") } else { String::new() };
        format!("{articles} 篇文章，{activities} 项活动{known}")
    },
    known: "已有",
    more_titles: |count| format!("还有 {count} 篇"),
    line: |line| format!("第 {line} 行"),
    severity: |severity| match severity {
        Severity::Error => "错误",
        Severity::Warning => "请留意",
        Severity::Note => "说明",
    },
    notes: |count| format!("读的时候有 {count} 处要说明"),
    progress: |done, all| format!("已读 {done} 个文件，共 {all} 个"),
    add: |articles| format!("加入检索（{articles} 篇）"),
    stop: "停",
    remove: "移除",
    remove_file: |name| format!("移除 {name}"),
    here: |articles| format!("新添加的 {articles} 篇文章已经能查到了。"),
    look: "去检索",
    save_file: "保存为新的 U 盘文件",
    save_file_note: "一个网页文件，双击就能打开；原有的和新添加的都在里面，可以拷给同事。",
    saving: "正在生成文件……",
    saved: |name| format!("已保存 {name}，在浏览器的下载文件夹里。"),
    save: "保存为语料（corpus.json）",
    save_note: "给管网站的人：用 gongxun package 可以做成新的网站和 U 盘文件。",
    mark: "新添加，未保存",
};
