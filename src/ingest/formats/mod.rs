//! Files that are not plain text → lines of text as a person would type them: paragraphs, headings with a blank
//! line before them, items of lists with a mark, rows of tables with tabs between the cells. Ready articles
//! (`.jsonl`) keep their ids. What a bulletin says is not this module's concern.

#[cfg(feature = "documents")]
mod docx;
#[cfg(feature = "documents")]
mod html;
mod jsonl;

pub(crate) use jsonl::{Ready, is_jsonl, ready};

/// What a file turned out to be.
#[cfg_attr(
    not(feature = "documents"),
    expect(dead_code, reason = "documents are opened by the command and the worker")
)]
pub(crate) enum Opened {
    /// Text in it, as lines.
    Text(String),
    /// A format of which no text can be read here: its name.
    Other(&'static str),
    /// Nothing that this module knows.
    Unknown,
}

/// Opens a file in a container: a Word document, another office file, a plain archive.
pub(crate) fn open_container(bytes: &[u8]) -> Opened {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Opened::Unknown;
    }
    #[cfg(feature = "documents")]
    return docx::open(bytes);
    #[cfg(not(feature = "documents"))]
    Opened::Other("压缩包")
}

/// The text of a web page that was saved, or `None` where the text is no web page.
pub(crate) fn web_page(text: &str) -> Option<String> {
    let head: String = text.chars().take(2000).collect::<String>().to_ascii_lowercase();
    let opens = head.trim_start_matches('\u{feff}').trim_start();
    let is_page = opens.starts_with("<!doctype html")
        || opens.starts_with("<html")
        || (opens.starts_with('<')
            && (head.contains("<html") || head.contains("<body") || head.contains("<div")));
    #[cfg(feature = "documents")]
    return is_page.then(|| html::lines(text));
    #[cfg(not(feature = "documents"))]
    {
        let _ = is_page;
        None
    }
}
