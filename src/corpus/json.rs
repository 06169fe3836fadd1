//! Corpus JSON: reading, which checks format and version before anything else and the whole for
//! contradictions after, and writing, which gives the same bytes for the same corpus.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

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
        Some(_) => {}
    }
    // A first pass over the whole, which keeps only these two: a document of another format or version
    // need not have any other field in common, and one that is cut off should be called that.
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        format: Value,
        #[serde(default)]
        version: Value,
    }
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => CorpusError::Format { expected: format, got: None },
        _ => json_error(&error),
    })?;
    if head.format != format {
        let got = (!head.format.is_null()).then(|| head.format.to_string());
        return Err(CorpusError::Format { expected: format, got });
    }
    if head.version != version {
        let got = if head.version.is_null() { "未注明".to_owned() } else { head.version.to_string() };
        return Err(CorpusError::Version { expected: version, got });
    }
    serde_json::from_str(text).map_err(|error| json_error(&error))
}

fn json_error(error: &serde_json::Error) -> CorpusError {
    let (line, column) = (error.line(), error.column());
    // The reader adds “at line 1 column 2” at the end, which the message says already.
    let text = error.to_string();
    let detail = text.rsplit_once(" at line ").map_or(text.as_str(), |(before, _)| before).to_owned();
    match error.classify() {
        Category::Eof => CorpusError::Truncated { line, column },
        Category::Data => CorpusError::Shape { line, column, detail },
        Category::Syntax | Category::Io => CorpusError::Syntax { line, column, detail },
    }
}
