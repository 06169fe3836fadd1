//! The index as bytes: what is written reads back and answers alike, what is broken is said.

use gongxun::search::{Engine, Filter, IndexError, complete, near_misses, parse, select};
use proptest::prelude::*;

use super::generated::{few_characters, generated};
use super::segmenter;

fn small() -> &'static (gongxun::corpus::Corpus, Vec<u8>) {
    static SMALL: std::sync::OnceLock<(gongxun::corpus::Corpus, Vec<u8>)> = std::sync::OnceLock::new();
    SMALL.get_or_init(|| {
        let corpus = generated(3, 40);
        let bytes = Engine::build(&corpus, segmenter()).encode();
        (corpus, bytes)
    })
}

/// An index with lists of every kind.
fn frequent() -> &'static Vec<u8> {
    static FREQUENT: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    FREQUENT.get_or_init(|| Engine::build(&few_characters(4100), segmenter()).encode())
}

fn read(bytes: &[u8]) -> Result<Engine, IndexError> {
    Engine::decode(bytes, segmenter())
}

#[test]
fn what_is_written_reads_back_and_answers_alike() {
    let (corpus, bytes) = small();
    let built = Engine::build(corpus, segmenter());
    let decoded = read(bytes).unwrap();
    assert_eq!(&decoded.encode(), bytes);
    assert_eq!(decoded.columns(), built.columns());
    for query in ["", "工", "总工会", "渝北区 -工会", "标题:总工会 类型:技能竞赛", "不见于此的话"]
    {
        let query = parse(query);
        let found = decoded.find(&query);
        assert_eq!(found, built.find(&query));
        let filter = Filter { places: vec!["500000".parse().unwrap()], ..Filter::default() };
        assert_eq!(select(decoded.columns(), &found, &filter), select(built.columns(), &found, &filter));
    }
}

#[test]
fn an_empty_corpus_has_an_index() {
    let corpus = gongxun::corpus::Corpus::new("");
    let engine = read(&Engine::build(&corpus, segmenter()).encode()).unwrap();
    assert!(engine.find(&parse("")).articles.is_empty());
    assert!(engine.find(&parse("工会")).articles.is_empty());
}

#[test]
fn equal_corpora_make_equal_bytes() {
    assert_eq!(Engine::build(&generated(3, 40), segmenter()).encode(), small().1);
}

#[test]
fn damage_is_said() {
    let bytes = &small().1;
    assert_eq!(read(b"").err(), Some(IndexError::Truncated { expected: HEADER as u64, got: 0 }));
    assert_eq!(read(b"<!doctype html>").err(), Some(IndexError::Magic));
    let mut other = bytes.clone();
    other[8] = 9;
    assert_eq!(read(&other).err(), Some(IndexError::Version { expected: 2, got: 9 }));
    let short = IndexError::Truncated { expected: bytes.len() as u64, got: bytes.len() as u64 - 1 };
    assert_eq!(read(&bytes[..bytes.len() - 1]).err(), Some(short));
    let mut other = bytes.clone();
    *other.last_mut().unwrap() ^= 1;
    assert_eq!(read(&other).err(), Some(IndexError::Checksum { section: "lexicon" }));
}

/// What stands before the sections.
const HEADER: usize = 8 + 4 * (2 + 2 * SECTIONS + 1);
const SECTIONS: usize = 8;

/// Puts right the checksums that a change has broken, so that the readers behind them are reached.
fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    let mut at = HEADER;
    for section in 0..SECTIONS {
        let row = 16 + 8 * section;
        let len = u32::from_le_bytes(bytes[row..row + 4].try_into().unwrap()) as usize;
        let sum = crc32fast::hash(&bytes[at..at + len]);
        bytes[row + 4..row + 8].copy_from_slice(&sum.to_le_bytes());
        at += len;
    }
    let sum = crc32fast::hash(&bytes[..HEADER - 4]);
    bytes[HEADER - 4..HEADER].copy_from_slice(&sum.to_le_bytes());
    bytes
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), begun in any::<bool>()) {
        let start: &[u8] = if begun { &small().1[..16] } else { b"" };
        prop_assert!(read(&[start, &bytes].concat()).is_err());
    }

    #[test]
    fn a_truncated_index_is_refused(cut in 0usize..1 << 20) {
        let bytes = &small().1;
        prop_assert!(read(&bytes[..cut % bytes.len()]).is_err());
    }

    /// Broken bytes under right checksums are refused or answer something; they never panic.
    #[test]
    fn a_changed_index_never_panics(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        early in any::<bool>(), large in proptest::bool::weighted(0.2),
    ) {
        let mut bytes = if large { frequent() } else { &small().1 }.clone();
        let reach = if early { 4000 } else { bytes.len() - HEADER };
        for (at, byte) in changes {
            bytes[HEADER + at.index(reach)] = byte;
        }
        if let Ok(engine) = read(&mended(bytes)) {
            for query in ["", "工", "工会", "总工会", "区总工会 -的", "标题:总工会", "，", "会，工", "gonghui", "总工汇"] {
                let found = engine.find(&parse(query));
                complete(&engine, query, query.len(), 8);
                near_misses(&engine, query);
                select(engine.columns(), &found, &Filter { from: super::day("2020-01-01"), ..Filter::default() });
            }
        }
    }
}
