//! Pairs of neighbouring characters → the articles that contain them.
//!
//! A gram is a character and the one after it, or 0 where that is no letter, ideograph or figure or where the
//! field ends; such a one is kept only for articles that have no other gram of the character, so that the
//! grams of one first character hold every article with that character. Grams are sorted and kept in blocks,
//! each read by itself. This module does not look at text.

use bytes::Bytes;

use super::bits::{BitReader, BitWriter};
use super::lists::{self, Postings};

/// All grams of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Grams {
    /// How many articles there are.
    pub(in crate::search) docs: u32,
    /// Whether long lists have weights.
    pub(in crate::search) weighted: bool,
    /// Where each block starts, by the first gram in it.
    pub(in crate::search) blocks: Vec<Block>,
    pub(in crate::search) bytes: Bytes,
}

/// A block: its first gram, and its first byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Block {
    pub(in crate::search) gram: u32,
    pub(in crate::search) start: u32,
}

/// The first and the second character of a gram, each below 65,535.
pub(in crate::search) fn gram(first: u32, second: u32) -> u32 {
    first << 16 | second
}

/// The gram that stands for a character whatever follows it.
pub(super) fn alone(first: u32) -> u32 {
    gram(first, 0xFFFF)
}

/// A block is closed at so many grams,
const BLOCK_GRAMS: usize = 64;
/// or at so many articles, which is how many a reader passes over at most,
const BLOCK_DOCS: usize = 1024;
/// and a gram of so many articles opens one.
const OWN_BLOCK: usize = 256;
/// A list of so many articles or fewer has no weights: they are soon counted on the text.
pub(super) const COUNTED: u32 = 256;

impl Grams {
    /// The grams of `docs` articles, given in order.
    pub(in crate::search) fn build<'p>(
        docs: u32,
        weighted: bool,
        grams: impl Iterator<Item = (u32, &'p [(u32, u32)])>,
    ) -> Grams {
        let mut blocks = Vec::new();
        let mut bytes = Vec::new();
        let mut close = |open: &mut Vec<(u32, &[(u32, u32)])>| {
            if let Some(&(first, _)) = open.first() {
                blocks.push(Block { gram: first, start: bytes.len() as u32 });
                bytes.append(&mut block(docs, weighted, open));
            }
            open.clear();
        };
        let mut open: Vec<(u32, &[(u32, u32)])> = Vec::new();
        let mut held = 0;
        for (gram, list) in grams {
            let other = open.first().is_some_and(|(first, _)| first >> 16 != gram >> 16);
            if other || list.len() >= OWN_BLOCK || held >= BLOCK_DOCS || open.len() >= BLOCK_GRAMS {
                close(&mut open);
                held = 0;
            }
            held += list.len();
            open.push((gram, list));
        }
        close(&mut open);
        Grams { docs, weighted, blocks, bytes: bytes.into() }
    }

    /// The articles with a gram.
    pub(in crate::search) fn postings(&self, gram: u32) -> Postings {
        let mut postings = Postings::default();
        let Some(mut heads) = self.heads_with(gram) else { return postings };
        for (at, count) in heads.counts().enumerate() {
            let weighted = self.weighs(count);
            if heads.grams[at] < gram {
                lists::read(&mut heads.bits, self.docs, count, weighted, |_, _| {});
                continue;
            }
            if heads.grams[at] == gram {
                postings.docs.reserve(count as usize);
                if weighted {
                    postings.weights.reserve(count as usize);
                    lists::read(&mut heads.bits, self.docs, count, true, |doc, weight| {
                        postings.docs.push(doc);
                        postings.weights.push(weight);
                    });
                } else {
                    lists::read(&mut heads.bits, self.docs, count, false, |doc, _| postings.docs.push(doc));
                }
            }
            break;
        }
        postings
    }

    /// How many articles a gram is in.
    pub(in crate::search) fn count(&self, gram: u32) -> u32 {
        let Some(heads) = self.heads_with(gram) else { return 0 };
        (0..heads.len).find(|at| heads.grams[*at] == gram).map_or(0, |at| heads.counts[at])
    }

    /// How many articles have a character.
    pub(in crate::search) fn count_of_first(&self, first: u32) -> u32 {
        match self.count(alone(first)) {
            0 => self.postings_of_first(first).len() as u32,
            count => count,
        }
    }

    /// The articles with a character. Weights of rare neighbours count as one.
    pub(in crate::search) fn postings_of_first(&self, first: u32) -> Postings {
        let listed = self.postings(alone(first));
        if !listed.docs.is_empty() {
            return listed;
        }
        let mut weights = vec![0u32; self.docs as usize];
        for at in self.blocks_of(first) {
            let mut heads = self.heads(at);
            for count in heads.counts() {
                lists::read(&mut heads.bits, self.docs, count, self.weighs(count), |doc, weight| {
                    if let Some(sum) = weights.get_mut(doc as usize) {
                        *sum += weight;
                    }
                });
            }
        }
        let mut postings = Postings::default();
        for (doc, weight) in (0u32..).zip(weights) {
            if weight > 0 {
                postings.docs.push(doc);
                postings.weights.push(weight);
            }
        }
        postings
    }

    /// The characters that follow a character somewhere, ascending, and in how many articles; without those
    /// that stand for no character.
    pub(in crate::search) fn seconds(&self, first: u32) -> Vec<(u32, u32)> {
        let mut seconds = Vec::new();
        for at in self.blocks_of(first) {
            let heads = self.heads(at);
            let all = heads.grams.iter().zip(&heads.counts).take(heads.len);
            let all = all.map(|(gram, count)| (gram & 0xFFFF, *count));
            seconds.extend(all.filter(|(second, _)| !matches!(second, 0 | 0xFFFF)));
        }
        seconds
    }

    /// The grams in more articles than this, ascending; without those that stand for no character.
    pub(in crate::search) fn frequent(&self, count: u32) -> Vec<u32> {
        let mut frequent = Vec::new();
        for at in 0..self.blocks.len() {
            let heads = self.heads(at);
            let all = heads.grams.iter().zip(&heads.counts).take(heads.len);
            let all = all.filter(|(gram, own)| **own > count && !matches!(*gram & 0xFFFF, 0 | 0xFFFF));
            frequent.extend(all.map(|(gram, _)| *gram));
        }
        frequent
    }

    fn weighs(&self, count: u32) -> bool {
        self.weighted && count > COUNTED
    }

    fn blocks_of(&self, first: u32) -> std::ops::Range<usize> {
        let from = self.blocks.partition_point(|block| block.gram < gram(first, 0));
        let count = self.blocks.get(from..).unwrap_or_default().partition_point(|b| b.gram >> 16 == first);
        from..from + count
    }

    fn heads_with(&self, gram: u32) -> Option<Heads<'_>> {
        let after = self.blocks.partition_point(|block| block.gram <= gram);
        Some(self.heads(after.checked_sub(1)?))
    }

    fn heads(&self, block: usize) -> Heads<'_> {
        let Some(&Block { gram, start }) = self.blocks.get(block) else { return Heads::default() };
        let end = self.blocks.get(block + 1).map_or(self.bytes.len(), |next| next.start as usize);
        let bits = BitReader::new(self.bytes.get(start as usize..end).unwrap_or_default());
        let mut heads = Heads { bits, ..Heads::default() };
        heads.len = (heads.bits.gamma() as usize).min(BLOCK_GRAMS);
        let mut gram = gram;
        for at in 0..heads.len {
            gram = gram.saturating_add(heads.bits.gamma() - 1);
            heads.grams[at] = gram;
            heads.counts[at] = heads.bits.gamma().min(self.docs);
        }
        if heads.bits.overran() {
            heads.len = 0;
        }
        heads
    }
}

/// The bits of a block: its grams with how many articles each has, then their lists.
fn block(docs: u32, weighted: bool, grams: &[(u32, &[(u32, u32)])]) -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.gamma(grams.len() as u32);
    // The block's directory entry says the first gram.
    let mut last = grams.first().map_or(0, |(gram, _)| *gram);
    for (gram, list) in grams {
        bits.gamma(gram - last + 1);
        bits.gamma(list.len() as u32);
        last = *gram;
    }
    for (_, list) in grams {
        lists::write(&mut bits, docs, list, weighted && list.len() as u32 > COUNTED);
    }
    bits.finish()
}

/// What a block has, its lists still to be read.
struct Heads<'b> {
    bits: BitReader<'b>,
    len: usize,
    grams: [u32; BLOCK_GRAMS],
    counts: [u32; BLOCK_GRAMS],
}

impl Default for Heads<'_> {
    fn default() -> Self {
        Heads { bits: BitReader::new(&[]), len: 0, grams: [0; BLOCK_GRAMS], counts: [0; BLOCK_GRAMS] }
    }
}

impl Heads<'_> {
    /// How many articles each gram has, by themselves, so that their lists can be read meanwhile.
    fn counts(&self) -> impl Iterator<Item = u32> + use<> {
        self.counts.into_iter().take(self.len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn lists_read_back(
            grams in proptest::collection::btree_map(
                (1u32..6, 1u32..200), proptest::collection::btree_map(0u32..700, 1u32..3, 1..300), 0..40),
        ) {
            let lists: BTreeMap<u32, Vec<(u32, u32)>> = grams
                .into_iter()
                .map(|((first, second), list)| (gram(first, second), list.into_iter().collect()))
                .collect();
            let built = Grams::build(700, true, lists.iter().map(|(gram, list)| (*gram, list.as_slice())));
            for first in 0..7 {
                let mut all = BTreeSet::new();
                let own = lists.iter().filter(|(gram, _)| **gram >> 16 == first);
                let follow: Vec<(u32, u32)> =
                    own.map(|(gram, list)| (gram & 0xFFFF, list.len() as u32)).collect();
                prop_assert_eq!(built.seconds(first), follow);
                for second in 0..201 {
                    let read = built.postings(gram(first, second));
                    let expected = lists.get(&gram(first, second)).cloned().unwrap_or_default();
                    let (docs, weights): (Vec<u32>, Vec<u32>) = expected.into_iter().unzip();
                    all.extend(docs.iter().copied());
                    prop_assert_eq!(built.count(gram(first, second)), docs.len() as u32);
                    prop_assert_eq!(read.weights, if docs.len() > COUNTED as usize { weights } else { Vec::new() });
                    prop_assert_eq!(read.docs, docs);
                }
                let read = built.postings_of_first(first).docs;
                prop_assert_eq!(read, all.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
