//! Bytes → text: which encoding, or why it is no text.

use super::charset::Charset;

/// A text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The text, with `\n` at the end of lines and no byte order mark.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// How many characters could not be read.
    pub unread: usize,
    /// Whether there was a byte order mark.
    pub marked: bool,
    /// Whether lines ended in `\r\n` or `\r`.
    pub carriage_returns: bool,
}

/// What the bytes are, where they are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoText {
    /// Nothing but white space.
    Empty,
    /// A format that has to be saved as another: its name.
    Format(&'static str),
    /// Bytes that no encoding makes sense of.
    Binary,
}

/// Bytes that open a file of a format.
const OPENINGS: &[(&[u8], &str)] = &[
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word 或 WPS（.doc、.wps）"),
    (b"PK\x03\x04", "压缩包"),
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"GIF8", "图片（GIF）"),
    (b"II*\0", "图片（TIFF）"),
    (b"MM\0*", "图片（TIFF）"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "压缩包（RAR）"),
    (b"7z\xbc\xaf", "压缩包（7z）"),
    (b"\x1f\x8b", "压缩包（gzip）"),
];

/// Reads bytes as text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, NoText> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NoText::Empty);
    }
    if let Some((_, name)) = OPENINGS.iter().find(|(opening, _)| bytes.starts_with(opening)) {
        return Err(NoText::Format(name));
    }
    let (encoding, body, marked) = encoding_of(bytes)?;
    let (text, unread) = match encoding {
        None => match std::str::from_utf8(body) {
            Ok(text) => (text.to_owned(), 0),
            Err(_) => with_marks(String::from_utf8_lossy(body).into_owned()),
        },
        Some(encoding) => with_marks(encoding.decode(body)),
    };
    if looks_binary(&text, unread) {
        return Err(NoText::Binary);
    }
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(NoText::Empty);
    }
    let carriage_returns = text.contains('\r');
    let text = if carriage_returns { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    Ok(Decoded { text, encoding: encoding.map_or("UTF-8", Charset::name), unread, marked, carriage_returns })
}

fn with_marks(text: String) -> (String, usize) {
    let unread = text.chars().filter(|&c| c == '\u{fffd}').count();
    (text, unread)
}

/// The encoding (`None` for UTF-8), the bytes after a byte order mark, and whether there was one.
fn encoding_of(bytes: &[u8]) -> Result<(Option<Charset>, &[u8], bool), NoText> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok((None, rest, true));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((Some(Charset::Utf16Le), rest, true));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((Some(Charset::Utf16Be), rest, true));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok((Some(encoding), bytes, false));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((None, bytes, false));
    }
    let sample = bytes.get(..bytes.len().min(200_000)).unwrap_or(bytes);
    // A UTF-8 file with a few damaged bytes is still UTF-8.
    let utf8 = String::from_utf8_lossy(sample);
    let broken = utf8.chars().filter(|&c| c == '\u{fffd}').count();
    let wide = utf8.chars().filter(|c| !c.is_ascii()).count();
    if broken * 50 < wide {
        return Ok((None, bytes, false));
    }
    let best =
        [Charset::Gb18030, Charset::Big5].into_iter().max_by_key(|charset| chinese_score(*charset, sample));
    Ok((best, bytes, false))
}

/// UTF-16 without a mark shows in the zero bytes of its line ends and digits.
fn unmarked_utf16(bytes: &[u8]) -> Option<Charset> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // In a text that is sound UTF-8 a stray zero proves nothing.
    let share = if std::str::from_utf8(bytes).is_ok() { 3 } else { 200 };
    let enough = |n: usize| n > 0 && n * share >= sample.len() / 2;
    match (even, odd) {
        (0, n) if enough(n) => Some(Charset::Utf16Le),
        (n, 0) if enough(n) => Some(Charset::Utf16Be),
        _ => None,
    }
}

/// How much a decoding reads like Chinese: common characters for it, unreadable and odd ones against it.
fn chinese_score(charset: Charset, bytes: &[u8]) -> i64 {
    const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研质會學業區動開員組慰問職勞總發";
    let text = charset.decode(bytes);
    text.chars()
        .map(|c| match c {
            '\u{fffd}' => -20,
            _ if c.is_ascii() => 0,
            '，' | '。' | '、' | '“' | '”' | '：' => 3,
            '\u{4e00}'..='\u{9fff}' if COMMON.contains(c) => 3,
            '\u{4e00}'..='\u{9fff}' => 0,
            '\u{e000}'..='\u{f8ff}' => -5,
            _ => -1,
        })
        .sum()
}

fn looks_binary(text: &str, unread: usize) -> bool {
    let (mut all, mut odd) = (0usize, unread);
    for c in text.chars().take(50_000) {
        all += 1;
        odd += usize::from(c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}'));
    }
    odd * 8 > all
}

#[cfg(feature = "cli")]
#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "市总工会开展送清凉活动，慰问一线职工。";

    fn check(bytes: &[u8], encoding: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
    }

    #[test]
    fn encodings_are_told_apart() {
        check(TEXT.as_bytes(), "UTF-8");
        check(&encoding_rs::GB18030.encode(TEXT).0, "gb18030");
        check(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), "UTF-8");
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe".as_slice(), &little].concat(), "UTF-16LE");
        let text = "市總工會開展送清涼活動，慰問一線職工。";
        assert_eq!(
            decode(&encoding_rs::BIG5.encode(text).0).map(|d| (d.text, d.encoding)),
            Ok((text.to_owned(), "Big5"))
        );
    }

    #[test]
    fn what_is_no_text_says_what_it_is() {
        assert_eq!(decode(b"%PDF-1.4 ..."), Err(NoText::Format("PDF")));
        assert_eq!(decode(b" \r\n"), Err(NoText::Empty));
        assert_eq!(decode(b""), Err(NoText::Empty));
        let noise: Vec<u8> = (0..2000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(decode(&noise), Err(NoText::Binary));
    }
}
