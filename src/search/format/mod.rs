//! The index as bytes: a header, and sections each with its length and checksum. `docs/index-format.md`
//! describes them.
//!
//! Reading takes any bytes: what is broken is said, nothing is allocated that the bytes do not hold. This
//! module does not know what an index is for.

mod bytes;
mod checksum;
mod columns;
mod index;
mod lexicon;

pub(super) use bytes::{ByteReader, ByteWriter};
pub(crate) use checksum::crc32;

use ::bytes::Bytes;

use super::Columns;
use super::complete::Lexicon;
use super::index::Index;

/// What every index begins with.
const MAGIC: &[u8; 8] = b"GONGXUN\n";
/// The version that is written, and the only one that is read.
const VERSION: u32 = 2;

/// The sections, in order.
const SECTIONS: [&str; 8] =
    ["columns", "articles", "alphabet", "grams", "phrases", "told", "texts", "lexicon"];

/// Why an index cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// It does not begin like an index.
    #[error("不是索引文件：开头应为 GONGXUN。请确认选对了文件，或重新生成索引")]
    Magic,
    /// It is of another version.
    #[error("索引版本不符：应为 {expected}，得到 {got}。请用同一版本的工讯重新打包")]
    Version {
        /// The version that this program reads.
        expected: u32,
        /// What it says.
        got: u32,
    },
    /// It is shorter than it says.
    #[error("索引不完整：应有 {expected} 字节，只有 {got} 字节。多半是复制或下载中途断了，请重新复制或下载")]
    Truncated {
        /// How many bytes there should be.
        expected: u64,
        /// How many there are.
        got: u64,
    },
    /// A section is not what was written.
    #[error("索引的 {section} 段已损坏：校验和不符。请重新复制或下载，或重新打包")]
    Checksum {
        /// Its name.
        section: &'static str,
    },
    /// A section is as it was written, and yet makes no sense.
    #[error("索引的 {section} 段不合格式：{what}。请用同一版本的工讯重新打包")]
    Broken {
        /// Its name.
        section: &'static str,
        /// What was found wrong.
        what: &'static str,
    },
}

/// What a section's reader says is wrong; the section's name is added where it is known.
pub(super) type Broken = &'static str;

/// Puts columns, index and lexicon down.
pub(super) fn write(columns: &Columns, index: &Index, lexicon: &Lexicon) -> Vec<u8> {
    let sections: [Vec<u8>; SECTIONS.len()] = [
        columns::write(columns),
        index::write_articles(index),
        index::write_alphabet(index),
        index::write_grams(&index.grams),
        index::write_phrases(&index.phrases),
        index::write_grams(&index.told),
        index::write_texts(index),
        lexicon::write(lexicon),
    ];
    let mut header = ByteWriter::default();
    header.bytes(MAGIC);
    header.fixed(VERSION);
    header.fixed(SECTIONS.len() as u32);
    for section in &sections {
        header.fixed(section.len() as u32);
        header.fixed(crc32(section));
    }
    header.fixed(crc32(header.so_far()));
    let mut all = header.finish();
    sections.iter().for_each(|section| all.extend_from_slice(section));
    all
}

/// Reads columns, index and lexicon; what they hold of the bytes they share.
pub(super) fn read(bytes: Bytes) -> Result<(Columns, Index, Lexicon), IndexError> {
    let whole = sections(&bytes)?;
    let [columns, articles, alphabet, grams, phrases, told, texts, lexicon] =
        whole.map(|section| bytes.slice_ref(section));
    let named = |section: usize| move |what| IndexError::Broken { section: SECTIONS[section], what };
    let columns = columns::read(&columns).map_err(named(0))?;
    let (order, lengths) = index::read_articles(&articles, columns.articles.len()).map_err(named(1))?;
    let alphabet = index::read_alphabet(&alphabet).map_err(named(2))?;
    let grams = index::read_grams(&grams, order.len(), true).map_err(named(3))?;
    let phrases = index::read_phrases(&phrases).map_err(named(4))?;
    let told = index::read_grams(&told, columns.activities.len(), false).map_err(named(5))?;
    let texts = index::read_texts(&texts, alphabet.stops(), order.len(), columns.activities.len());
    let texts = texts.map_err(named(6))?;
    let lexicon = lexicon::read(&lexicon).map_err(named(7))?;
    Ok((columns, Index { alphabet, grams, phrases, told, texts, order, lengths }, lexicon))
}

/// The sections, their lengths and checksums found right.
fn sections(bytes: &[u8]) -> Result<[&[u8]; SECTIONS.len()], IndexError> {
    let header_len = MAGIC.len() + 4 * (2 + 2 * SECTIONS.len() + 1);
    let short = |expected: u64| IndexError::Truncated { expected, got: bytes.len() as u64 };
    let seen = bytes.len().min(MAGIC.len());
    if bytes[..seen] != MAGIC[..seen] {
        return Err(IndexError::Magic);
    }
    let mut header = ByteReader::new(bytes.get(MAGIC.len()..).unwrap_or_default());
    let got = header.fixed().map_err(|_| short(header_len as u64))?;
    if got != VERSION {
        return Err(IndexError::Version { expected: VERSION, got });
    }
    let head = bytes.get(..header_len).ok_or_else(|| short(header_len as u64))?;
    let (said, sum) = head.split_at(header_len - 4);
    let damaged = || IndexError::Checksum { section: "header" };
    if crc32(said).to_le_bytes() != sum || header.fixed() != Ok(SECTIONS.len() as u32) {
        return Err(damaged());
    }
    let mut rows = [(0, 0); SECTIONS.len()];
    for row in &mut rows {
        *row = (header.fixed().map_err(|_| damaged())? as usize, header.fixed().map_err(|_| damaged())?);
    }
    let whole = rows.iter().fold(header_len as u64, |sum, row| sum + row.0 as u64);
    if (bytes.len() as u64) < whole {
        return Err(short(whole));
    }
    let mut sections = [&bytes[..0]; SECTIONS.len()];
    let mut at = header_len;
    for (number, (len, sum)) in rows.into_iter().enumerate() {
        sections[number] = bytes.get(at..at + len).ok_or_else(|| short(whole))?;
        at += len;
        if crc32(sections[number]) != sum {
            return Err(IndexError::Checksum { section: SECTIONS[number] });
        }
    }
    Ok(sections)
}
