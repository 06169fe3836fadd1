//! Word documents (`.docx`): paragraphs, headings by their style, items of lists, tables row by row. Deleted text
//! and comments are left out, pictures and text boxes too.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Opened;

/// More than this, unpacked, is no bulletin.
const LARGEST: u64 = 128 << 20;

/// Opens a document, or names what else it is.
pub(super) fn open(bytes: &[u8]) -> Opened {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Opened::Other("损坏的压缩包");
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    if !has("word/document.xml") {
        return Opened::Other(if has("xl/workbook.xml") {
            "Excel 表格（.xlsx）"
        } else if has("ppt/presentation.xml") {
            "演示文稿（.pptx）"
        } else if has("content.xml") {
            "OpenDocument（.odt）"
        } else {
            "压缩包"
        });
    }
    let part = |archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str| -> Option<String> {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let Some(document) = part(&mut archive, "word/document.xml") else {
        return Opened::Other("损坏的 Word 文档（.docx）");
    };
    let styles = part(&mut archive, "word/styles.xml").unwrap_or_default();
    Opened::Text(lines(&document, &heading_styles(&styles)))
}

/// The ids of the styles that are headings by name: heading 1, 标题 1, Title.
fn heading_styles(styles: &str) -> Vec<String> {
    let mut reader = Reader::from_str(styles);
    let mut found = Vec::new();
    let mut id = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                id = value(&tag, "styleId").unwrap_or_default();
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "name" => {
                let name = value(&tag, "val").unwrap_or_default().to_lowercase();
                if ["heading", "标题", "title"].iter().any(|word| name.starts_with(word)) {
                    found.push(id.clone());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

fn value(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// A paragraph while it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    heading: bool,
    item: bool,
}

/// The document as lines.
fn lines(document: &str, headings: &[String]) -> String {
    let mut reader = Reader::from_str(document);
    let mut out = String::with_capacity(document.len() / 8);
    let mut paragraph = Paragraph::default();
    let mut cells: Vec<Vec<String>> = Vec::new();
    let (mut in_text, mut left_out) = (false, 0usize);
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => event,
        };
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = true,
                "del" | "txbxContent" | "instrText" | "pict" | "Fallback" => left_out += 1,
                "p" if left_out == 0 => paragraph = Paragraph::default(),
                "tr" => cells.push(Vec::new()),
                "tc" => {
                    if let Some(row) = cells.last_mut() {
                        row.push(String::new());
                    }
                }
                "numPr" => paragraph.item = true,
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "pStyle" => paragraph.heading = value(&tag, "val").is_some_and(|id| headings.contains(&id)),
                "outlineLvl" => paragraph.heading |= value(&tag, "val").is_some_and(|level| level != "9"),
                "numPr" => paragraph.item = true,
                "br" if left_out == 0 => paragraph.text.push('\n'),
                "tab" if left_out == 0 && !paragraph.text.is_empty() => paragraph.text.push(' '),
                _ => {}
            },
            Event::Text(text) if in_text && left_out == 0 => {
                paragraph.text.push_str(&text);
            }
            Event::GeneralRef(name) if in_text && left_out == 0 => {
                let c = name.resolve_char_ref().ok().flatten().or_else(|| named(&name));
                paragraph.text.extend(c);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "del" | "txbxContent" | "instrText" | "pict" | "Fallback" => {
                    left_out = left_out.saturating_sub(1);
                }
                "p" if left_out == 0 => {
                    let done = std::mem::take(&mut paragraph);
                    match cells.last_mut().and_then(|row| row.last_mut()) {
                        Some(cell) => cell.push_str(&done.text.replace('\n', "")),
                        None => push(&mut out, &done),
                    }
                }
                "tr" => {
                    let row = cells.pop().unwrap_or_default();
                    match cells.last_mut().and_then(|outer| outer.last_mut()) {
                        Some(cell) => cell.push_str(&row.concat()),
                        None => {
                            out.push_str(&row.join("\t"));
                            out.push('\n');
                        }
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    out
}

fn push(out: &mut String, paragraph: &Paragraph) {
    let text = paragraph.text.trim();
    if paragraph.heading && !text.is_empty() {
        out.push('\n');
    }
    if paragraph.item && !paragraph.heading && !text.is_empty() {
        out.push('●');
    }
    out.push_str(text);
    out.push('\n');
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lists_and_tables() {
        let styles = r#"<w:styles><w:style w:styleId="2"><w:name w:val="heading 1"/></w:style></w:styles>"#;
        let p = |inner: &str| format!("<w:p>{inner}</w:p>");
        let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(&t(text)));
        let document = format!(
            "<w:document><w:body>{}{}{}<w:tbl><w:tr>{}{}{}</w:tr></w:tbl></w:body></w:document>",
            p(&format!(r#"<w:pPr><w:pStyle w:val="2"/></w:pPr>{}"#, t("某县总工会送清凉"))),
            p(&format!("{}<w:del><w:r><w:t>旧</w:t></w:r></w:del>{}", t("7月3日，慰问A"), t("&amp;B公司。"))),
            p(&format!(r#"<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{}"#, t("第一项"))),
            cell("7月4日"),
            cell("某县"),
            cell("培训"),
        );
        let got = lines(&document, &heading_styles(styles));
        assert_eq!(got, "\n某县总工会送清凉\n7月3日，慰问A&B公司。\n●第一项\n7月4日\t某县\t培训\n");
    }
}
