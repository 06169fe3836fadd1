//! The encodings of Chinese texts (字符集) that are not UTF-8. The command has their tables compiled in; in a browser,
//! which has them already, the worker lends its own decoder, for they weigh as much as all of the reading.

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030 with GBK and GB2312 in it.
    Gb18030,
    /// Big5.
    Big5,
}

impl Charset {
    /// The name by which the Encoding Standard knows it, as it is written.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf16Le => "UTF-16LE",
            Charset::Utf16Be => "UTF-16BE",
            Charset::Gb18030 => "gb18030",
            Charset::Big5 => "Big5",
        }
    }

    /// The text of bytes, with U+FFFD for what cannot be read; a byte order mark stays.
    #[cfg(feature = "cli")]
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let encoding = match self {
            Charset::Utf16Le => encoding_rs::UTF_16LE,
            Charset::Utf16Be => encoding_rs::UTF_16BE,
            Charset::Gb18030 => encoding_rs::GB18030,
            Charset::Big5 => encoding_rs::BIG5,
        };
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// The text of bytes, by the decoder that was lent; without one, as if it were UTF-8.
    #[cfg(not(feature = "cli"))]
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match LENT.get() {
            Some(decode) => decode(self, bytes),
            None => String::from_utf8_lossy(bytes).into_owned(),
        }
    }
}

#[cfg(not(feature = "cli"))]
static LENT: std::sync::OnceLock<fn(Charset, &[u8]) -> String> = std::sync::OnceLock::new();

/// Lends a decoder by the Encoding Standard, which gives U+FFFD for what it cannot read and keeps byte order marks. The
/// first one stays.
#[cfg(not(feature = "cli"))]
pub fn lend_decoder(decode: fn(Charset, &[u8]) -> String) {
    let _ = LENT.set(decode);
}

/// The two bytes that GBK has for a character.
pub(super) fn gbk(character: char) -> Option<[u8; 2]> {
    static PAIRS: std::sync::LazyLock<std::collections::HashMap<char, [u8; 2]>> =
        std::sync::LazyLock::new(|| {
            let pairs =
                (0x81..=0xfe_u8).flat_map(|first| (0x40..=0xfe_u8).map(move |second| [first, second]));
            let single = |pair: [u8; 2]| {
                let text = Charset::Gb18030.decode(&pair);
                let mut chars = text.chars();
                Some((chars.next().filter(|c| !c.is_ascii() && *c != '\u{fffd}')?, pair, chars.next()))
            };
            let alone = pairs.filter_map(single).filter(|(.., more)| more.is_none());
            alone.map(|(c, pair, _)| (c, pair)).collect()
        });
    PAIRS.get(&character).copied()
}
