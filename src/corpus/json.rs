//! Corpus JSON: reading, which checks format and version before anything else and the whole for
//! contradictions after, and writing, which gives the same bytes for the same corpus.

use std::io::{self, Write};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::by_name::from_json;
use super::fault::faults;
use super::{Corpus, CorpusError, FORMAT, VERSION};

impl Corpus {
    /// Reads a corpus. Fields that this program does not know are ignored.
    ///
    /// # Errors
    /// Says what is wrong and where: no JSON, cut off, of another format or version, a field of the wrong
    /// kind, or a [`Fault`](super::Fault) such as a range outside its text.
    ///
    /// ```
    /// use gongxun::corpus::{Corpus, CorpusError};
    ///
    /// let corpus = Corpus::from_json(r#"{ "format": "gongxun-corpus", "version": 1,
    ///     "title": "一周动态", "bulletins": [], "activities": [] }"#).unwrap();
    /// assert_eq!(corpus.title, "一周动态");
    ///
    /// let cut = Corpus::from_json(r#"{ "format": "gongxun-corpus", "vers"#);
    /// assert!(matches!(cut, Err(CorpusError::Truncated { line: 1, .. })));
    /// ```
    pub fn from_json(text: &str) -> Result<Corpus, CorpusError> {
        let corpus: Corpus = read_document(text, FORMAT, VERSION)?;
        match faults(&corpus) {
            none if none.is_empty() => Ok(corpus),
            found => Err(CorpusError::Faults(found)),
        }
    }

    /// Reads a corpus from the bytes of a file.
    ///
    /// # Errors
    /// As [`Corpus::from_json`], and where the bytes are no UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Result<Corpus, CorpusError> {
        Corpus::from_json(utf8(bytes)?)
    }

    /// The corpus as indented JSON with a newline at its end.
    ///
    /// # Errors
    /// None that a corpus of these types can cause; the JSON writer's signature has one.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Writes what [`Corpus::to_json`] gives, without holding the whole text: that of a large corpus takes as
    /// much memory as the corpus.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, mut to: impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut to, self)?;
        to.write_all(b"\n")
    }
}

/// The bytes of a document as text, without a byte order mark (Windows' editors put one).
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, CorpusError> {
    std::str::from_utf8(bytes).map_err(|error| CorpusError::Encoding { at: error.valid_up_to() })
}

/// Reads a document that begins by saying its format and version.
pub(super) fn read_document<T: DeserializeOwned>(
    text: &str,
    format: &'static str,
    version: u32,
) -> Result<T, CorpusError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().bytes().next() {
        None => return Err(CorpusError::Empty),
        Some(b'<') => return Err(CorpusError::WebPage),
        // The reader would take a list's first entries for the fields.
        Some(b'[') => return Err(CorpusError::Format { expected: format, got: None }),
        Some(_) => {}
    }
    // A first pass over the whole, which keeps only these two: a document of another format or version
    // need not have any other field in common, and one that is cut off should be called that.
    #[derive(Deserialize)]
    struct Head<'a> {
        #[serde(borrow)]
        format: Option<&'a RawValue>,
        #[serde(borrow)]
        version: Option<&'a RawValue>,
    }
    let head: Head = from_json(text).map_err(|error| match error.classify() {
        Category::Data => CorpusError::Format { expected: format, got: None },
        _ => json_error(&error),
    })?;
    let said = |value: Option<&RawValue>| value.map(|value| value.get().to_owned());
    if read::<String>(head.format).as_deref() != Some(format) {
        return Err(CorpusError::Format { expected: format, got: said(head.format) });
    }
    if read(head.version) != Some(version) {
        return Err(CorpusError::Version { expected: version, got: said(head.version) });
    }
    from_json(text).map_err(|error| json_error(&error))
}

fn read<T: DeserializeOwned>(value: Option<&RawValue>) -> Option<T> {
    from_json(value?.get()).ok()
}

fn json_error(error: &serde_json::Error) -> CorpusError {
    let (line, column) = (error.line(), error.column());
    // The reader adds “at line 1 column 2” at the end, which the message says already.
    let text = error.to_string();
    let detail = in_chinese(text.rsplit_once(" at line ").map_or(text.as_str(), |(before, _)| before));
    match error.classify() {
        Category::Eof => CorpusError::Truncated { line, column },
        Category::Data => CorpusError::Shape { line, column, detail },
        Category::Syntax | Category::Io => CorpusError::Syntax { line, column, detail },
    }
}

/// The phrases of which the JSON reader's English is made, each before those that it contains.
const PHRASES: [(&str, &str); 22] = [
    ("expected a day as YYYY-MM-DD, got ", "日期应写成 YYYY-MM-DD，实为 "),
    ("expected an adcode of six digits such as 500103, got ", "行政区划代码应为六位数字，如 500103；实为 "),
    ("missing field ", "缺少字段 "),
    ("duplicate field ", "字段重复："),
    ("unknown variant ", "没有这种取值："),
    ("invalid type: ", "种类不对，实为 "),
    ("invalid value: ", "取值不对，实为 "),
    ("invalid length ", "个数不对，实为 "),
    ("expected one of ", "应为其中之一："),
    ("trailing characters", "结束之后还有多余的字符"),
    ("trailing comma", "多了一个逗号"),
    ("` or `", "` 或 `"),
    ("key must be a string", "字段名应加双引号"),
    ("expected value", "此处应有一个值"),
    (", expected ", "，应为 "),
    ("expected ", "此处应有 "),
    ("a sequence", "列表 [ ]"),
    ("sequence", "列表 [ ]"),
    ("map", "对象 { }"),
    ("a string", "文字"),
    ("string ", "文字 "),
    ("struct ", "对象 "),
];

/// What the JSON reader says, as far as its phrases are known; the rest stays as it is.
pub(super) fn in_chinese(detail: &str) -> String {
    PHRASES.iter().fold(detail.to_owned(), |text, (english, chinese)| text.replace(english, chinese))
}
