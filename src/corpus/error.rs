//! Why a corpus, or a file of corrections, cannot be read. Messages are Chinese: the person who has the
//! file reads them in the app and in the terminal, so each says what was expected, what came, what to do.

use super::fault::Fault;

/// Why a document of this program's formats cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// There is nothing in it.
    #[error("文件是空的：应为以 {{ 开头的 JSON。请重新复制文件，或重新生成")]
    Empty,
    /// Its bytes are no UTF-8.
    #[error("文件不是 UTF-8 文字：第 {at} 字节起不能解读。请不要用别的编码另存，重新复制或重新生成此文件")]
    Encoding {
        /// The first byte that is wrong, from 0.
        at: usize,
    },
    /// It is a web page, such as a host's “not found”.
    #[error("得到的是网页，不是 JSON：多半是网址或路径不对，服务器回了一页说明。请核对文件是否已上传")]
    WebPage,
    /// It ends before the JSON does.
    #[error(
        "文件不完整：在第 {line} 行第 {column} 列中断，内容还没有结束。多半是复制或下载中途断了，请重新复制或下载"
    )]
    Truncated {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
    },
    /// It is no JSON.
    #[error("不是合格的 JSON：第 {line} 行第 {column} 列有误（{detail}）。请检查该处，或重新生成")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
        /// What the JSON reader says.
        detail: String,
    },
    /// It is JSON of another kind.
    #[error("不是要找的文件：字段 format 应为 {expected}，{}。请确认选对了文件", got_text(got))]
    Format {
        /// What `format` should say.
        expected: &'static str,
        /// What it says, as JSON; `None` where there is no such field.
        got: Option<String>,
    },
    /// It is of another version of the format.
    #[error("版本不符：字段 version 应为 {expected}，{}。{}", got_text(got), version_hint(*expected, got))]
    Version {
        /// The version that this program reads.
        expected: u32,
        /// What it says, as JSON; `None` where there is no such field.
        got: Option<String>,
    },
    /// A field is missing, or is not of its kind.
    #[error("第 {line} 行第 {column} 列的内容不合格式（{detail}）。请按 corpus.schema.json 改正，或重新生成")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
        /// What was expected.
        detail: String,
    },
    /// It reads, but contradicts itself.
    #[error("{}{}", first_fault(.0), more_faults(.0))]
    Faults(Vec<Fault>),
}

impl CorpusError {
    /// A stable name of the kind, such as `truncated`.
    pub fn code(&self) -> &'static str {
        match self {
            CorpusError::Empty => "empty",
            CorpusError::Encoding { .. } => "encoding",
            CorpusError::WebPage => "web-page",
            CorpusError::Truncated { .. } => "truncated",
            CorpusError::Syntax { .. } => "syntax",
            CorpusError::Format { .. } => "format",
            CorpusError::Version { .. } => "version",
            CorpusError::Shape { .. } => "shape",
            CorpusError::Faults(_) => "faults",
        }
    }
}

fn got_text(got: &Option<String>) -> String {
    got.as_ref().map_or_else(|| "文件里没有这个字段".to_owned(), |text| format!("实为 {text}"))
}

fn version_hint(expected: u32, got: &Option<String>) -> &'static str {
    match got.as_ref().and_then(|got| got.parse::<u32>().ok()) {
        Some(version) if version > expected => "文件由更新的工讯生成，请更新本程序",
        _ => "请用本程序的 gongxun corpus 重新生成",
    }
}

fn first_fault(faults: &[Fault]) -> String {
    faults.first().map(Fault::to_string).unwrap_or_default()
}

fn more_faults(faults: &[Fault]) -> String {
    match faults.len() {
        0 | 1 => String::new(),
        n => format!("（另有 {} 处）", n - 1),
    }
}
