//! The index' own sections: order and lengths of articles, alphabet, grams, texts.

use bytes::Bytes;

use super::{Broken, ByteReader, ByteWriter};
use crate::search::ArticleIx;
use crate::search::index::{Alphabet, Block, Grams, Index, Phrases, Stem, Texts, key};

pub(super) fn write_articles(index: &Index) -> Vec<u8> {
    let mut out = ByteWriter::default();
    let mut last = 0;
    for (article, chars) in index.order.iter().zip(&index.lengths) {
        out.signed(article.0 as i32 - last);
        last = article.0 as i32;
        out.number(*chars);
    }
    out.finish()
}

/// Which article each number stands for, and how many characters it has.
pub(super) fn read_articles(bytes: &[u8], articles: usize) -> Result<(Vec<ArticleIx>, Vec<u32>), Broken> {
    let mut read = ByteReader::new(bytes);
    let (mut order, mut lengths) = (Vec::with_capacity(articles), Vec::with_capacity(articles));
    let mut seen = vec![false; articles];
    let mut last = 0i32;
    for _ in 0..articles {
        last = last.wrapping_add(read.signed()?);
        let new = usize::try_from(last).ok().and_then(|at| seen.get_mut(at)).filter(|seen| !**seen);
        *new.ok_or("文章次序有误")? = true;
        order.push(ArticleIx(last as u32));
        lengths.push(read.number()?);
    }
    read.end()?;
    Ok((order, lengths))
}

pub(super) fn write_alphabet(index: &Index) -> Vec<u8> {
    let mut out = ByteWriter::default();
    out.number(index.alphabet.stops());
    let chars: String = index.alphabet.chars().iter().collect();
    out.text(&chars);
    out.finish()
}

pub(super) fn read_alphabet(bytes: &[u8]) -> Result<Alphabet, Broken> {
    let mut read = ByteReader::new(bytes);
    let stops = read.number()?;
    let chars = read.text()?;
    read.end()?;
    if !(32..=255).contains(&stops) {
        return Err("字表的分界有误");
    }
    Ok(Alphabet::new(chars.chars().collect(), stops))
}

pub(super) fn write_grams(grams: &Grams) -> Vec<u8> {
    let mut out = ByteWriter::default();
    out.number(grams.blocks.len() as u32);
    let mut last = Block::default();
    for block in &grams.blocks {
        out.number(block.gram - last.gram);
        out.number(block.start - last.start);
        last = *block;
    }
    out.bytes(&grams.bytes);
    out.finish()
}

pub(super) fn read_grams(bytes: &Bytes, docs: usize, weighted: bool) -> Result<Grams, Broken> {
    let mut read = ByteReader::new(bytes);
    let mut last = Block::default();
    let mut blocks = Vec::new();
    for at in 0..read.count()? {
        let (gram, start) = (read.number()?, read.number()?);
        let gram = last.gram.checked_add(gram).filter(|_| at == 0 || gram > 0);
        let start = last.start.checked_add(start).filter(|start| *start as usize <= bytes.len());
        last = Block { gram: gram.ok_or("字对次序有误")?, start: start.ok_or("字对位置有误")? };
        blocks.push(last);
    }
    Ok(Grams { docs: docs as u32, weighted, blocks, bytes: bytes.slice_ref(read.rest()) })
}

pub(super) fn write_phrases(phrases: &Phrases) -> Vec<u8> {
    let mut out = ByteWriter::default();
    let grams = phrases.keys.partition_point(|key| key >> 48 == 0);
    out.number(grams as u32);
    out.number((phrases.keys.len() - grams) as u32);
    let (mut stem, mut start) = (0, 0);
    for (at, (key, own)) in phrases.keys.iter().zip(&phrases.starts).enumerate() {
        stem = if at == grams { 0 } else { stem };
        out.number((key >> 16) as u32 - stem);
        out.number(*key as u32 & 0xFFFF);
        out.number(own - start);
        (stem, start) = ((key >> 16) as u32, *own);
    }
    out.bytes(&phrases.bytes);
    out.finish()
}

pub(super) fn read_phrases(bytes: &Bytes) -> Result<Phrases, Broken> {
    let mut read = ByteReader::new(bytes);
    let (grams, others) = (read.count()?, read.count()?);
    let mut phrases = Phrases::default();
    let (mut stem, mut start) = (0u32, 0u32);
    for at in 0..grams + others {
        stem = if at == grams { 0 } else { stem };
        stem = stem.checked_add(read.number()?).ok_or("字串次序有误")?;
        let last = read.number()?;
        let own = key(if at < grams { Stem::Gram(stem) } else { Stem::Phrase(stem) }, last);
        if last > 0xFFFF || phrases.keys.last().is_some_and(|before| *before >= own) {
            return Err("字串次序有误");
        }
        start = start
            .checked_add(read.number()?)
            .filter(|start| *start as usize <= bytes.len())
            .ok_or("字串位置有误")?;
        phrases.keys.push(own);
        phrases.starts.push(start);
    }
    phrases.bytes = bytes.slice_ref(read.rest());
    Ok(phrases)
}

pub(super) fn write_texts(index: &Index) -> Vec<u8> {
    let texts = &index.texts;
    let mut out = ByteWriter::default();
    for (pair, end) in texts.starts.windows(2).zip(&texts.ends) {
        out.number(end - pair[0]);
        out.number(pair[1] - end);
    }
    let mut last = 0;
    for told in &texts.told {
        // An article's activities follow one another, so each starts near the last.
        out.signed(told[0] as i32 - last);
        out.number(told[1] - told[0]);
        out.signed(told[2] as i32 - told[0] as i32);
        out.number(told[3] - told[2]);
        last = told[0] as i32;
    }
    out.bytes(&texts.bytes);
    out.finish()
}

pub(super) fn read_texts(
    bytes: &Bytes,
    stops: u32,
    articles: usize,
    activities: usize,
) -> Result<Texts, Broken> {
    let mut read = ByteReader::new(bytes);
    let mut at = 0u32;
    let mut step = |read: &mut ByteReader<'_>| -> Result<u32, Broken> {
        at = at.checked_add(read.number()?).filter(|at| *at as usize <= bytes.len()).ok_or("正文位置有误")?;
        Ok(at)
    };
    let (mut starts, mut ends) = (vec![0], Vec::new());
    for _ in 0..articles {
        ends.push(step(&mut read)?);
        starts.push(step(&mut read)?);
    }
    let mut told = Vec::new();
    let mut last = 0i32;
    for _ in 0..activities {
        let start = last.wrapping_add(read.signed()?);
        let title = read.number()?;
        let from = start.wrapping_add(read.signed()?);
        let passage = read.number()?;
        last = start;
        let place = |at: i32| u32::try_from(at).map_err(|_| "活动位置有误");
        let (start, from) = (place(start)?, place(from)?);
        let ends = (start.checked_add(title), from.checked_add(passage));
        let (Some(end), Some(to)) = ends else { return Err("活动位置有误") };
        told.push([start, end, from, to]);
    }
    let bytes = bytes.slice_ref(read.rest());
    let whole = starts.last().is_some_and(|end| *end as usize == bytes.len());
    let within = told.iter().all(|[_, end, _, to]| *end.max(to) as usize <= bytes.len());
    if !whole || !within {
        return Err("正文长度有误");
    }
    Ok(Texts { bytes, starts, ends, told, stops, often: Vec::new() }.counted())
}
