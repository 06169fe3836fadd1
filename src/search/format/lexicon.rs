//! The section of the lexicon: readings, then words.

use super::{Broken, ByteReader, ByteWriter};
use crate::search::complete::Lexicon;
use crate::text::Readings;

pub(super) fn write(lexicon: &Lexicon) -> Vec<u8> {
    let mut out = ByteWriter::default();
    // Characters that are read alike stand together.
    let mut alike: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    for (c, readings) in lexicon.readings.rows() {
        alike.entry(readings).or_default().push(c);
    }
    out.number(alike.len() as u32);
    for (readings, chars) in &alike {
        out.text(readings);
        out.text(chars);
    }
    out.number(lexicon.words.len() as u32);
    let mut last = "";
    for word in &lexicon.words {
        let shared: usize =
            last.chars().zip(word.text.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
        out.number(shared as u32);
        out.text(&word.text[shared..]);
        out.number(word.articles);
        last = &word.text;
    }
    out.finish()
}

pub(super) fn read(bytes: &[u8]) -> Result<Lexicon, Broken> {
    let mut read = ByteReader::new(bytes);
    let mut rows = Vec::new();
    for _ in 0..read.count()? {
        let (readings, chars) = (read.text()?, read.text()?);
        if readings.len() > LONGEST_READINGS {
            return Err("读音过长");
        }
        rows.push((chars, readings));
    }
    let readings = Readings::from_rows(rows.iter().map(|(chars, all)| (chars.as_str(), all.as_str())));
    let mut words: Vec<(String, u32)> = Vec::new();
    for _ in 0..read.count()? {
        let shared = read.number()? as usize;
        let last = words.last().map_or("", |(last, _)| last.as_str());
        let mut word = last.get(..shared).ok_or("词表次序有误")?.to_owned();
        // A word may be long only by what it says itself.
        if word.len() > LONGEST {
            return Err("词表的词过长");
        }
        word.push_str(&read.text()?);
        words.push((word, read.number()?));
    }
    read.end()?;
    Ok(Lexicon::new(words, readings))
}

/// How many bytes the readings of a character may have.
const LONGEST_READINGS: usize = 30;
/// How many bytes of a word the next one may share, so that few bytes cannot stand for very many.
const LONGEST: usize = 200;
