//! Pairs of neighbouring characters → the articles that contain them.
//!
//! A gram is a character and the one after it, or 0 where that is no letter, ideograph or figure or where the
//! field ends; so the grams of one first character hold every article with that character. Grams are sorted
//! and kept in blocks, each read by itself. This module does not look at text.

use super::bits::{BitReader, BitWriter};

/// Articles and how much a gram or term weighs in each: its occurrences, those in the title more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Postings {
    /// Article numbers, ascending.
    pub(in crate::search) docs: Vec<u32>,
    /// A weight for each.
    pub(in crate::search) weights: Vec<u32>,
}

impl Postings {
    pub(in crate::search) fn len(&self) -> usize {
        self.docs.len()
    }

    fn push(&mut self, doc: u32, weight: u32) {
        self.docs.push(doc);
        self.weights.push(weight);
    }
}

/// All grams of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Grams {
    /// How many articles there are.
    pub(in crate::search) docs: u32,
    /// Whether weights are kept; without, each is 1.
    pub(in crate::search) weighted: bool,
    /// Where each block starts, by the first gram in it.
    pub(in crate::search) blocks: Vec<Block>,
    pub(in crate::search) bytes: Vec<u8>,
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

/// A block is closed at so many grams,
const BLOCK_GRAMS: usize = 64;
/// or at so many articles, which is how many a reader passes over at most,
const BLOCK_DOCS: usize = 1024;
/// and a gram of so many articles opens one.
const OWN_BLOCK: usize = 256;

impl Grams {
    /// The grams of `docs` articles, given in order.
    pub(in crate::search) fn build<'p>(
        docs: u32,
        weighted: bool,
        grams: impl Iterator<Item = (u32, &'p [(u32, u32)])>,
    ) -> Grams {
        let mut built = Grams { docs, weighted, ..Grams::default() };
        let mut open: Vec<(u32, &[(u32, u32)])> = Vec::new();
        let mut held = 0;
        for (gram, list) in grams {
            let other = open.first().is_some_and(|(first, _)| first >> 16 != gram >> 16);
            if other || list.len() >= OWN_BLOCK || held >= BLOCK_DOCS || open.len() >= BLOCK_GRAMS {
                built.close(&mut open);
                held = 0;
            }
            held += list.len();
            open.push((gram, list));
        }
        built.close(&mut open);
        built
    }

    fn close(&mut self, open: &mut Vec<(u32, &[(u32, u32)])>) {
        let Some(&(first, _)) = open.first() else { return };
        let mut bits = BitWriter::default();
        bits.gamma(open.len() as u32);
        let mut last = first;
        for (gram, list) in open.drain(..) {
            // The block's directory entry says the first gram.
            bits.gamma(gram - last + 1);
            last = gram;
            bits.gamma(list.len() as u32);
            let low = low_bits(self.docs, list.len() as u32);
            let mut next = 0;
            for &(doc, weight) in list {
                bits.rice(doc - next, low);
                if self.weighted {
                    bits.gamma(weight.max(1));
                }
                next = doc + 1;
            }
        }
        self.blocks.push(Block { gram: first, start: self.bytes.len() as u32 });
        self.bytes.append(&mut bits.finish());
    }

    /// The articles with a gram.
    pub(in crate::search) fn postings(&self, gram: u32) -> Postings {
        let mut postings = Postings::default();
        let after = self.blocks.partition_point(|block| block.gram <= gram);
        let Some(at) = after.checked_sub(1) else { return postings };
        let mut entries = self.entries(at);
        while let Some((other, count)) = entries.next() {
            if other == gram {
                postings.docs.reserve(count as usize);
                postings.weights.reserve(count as usize);
                entries.list(count, |doc, weight| postings.push(doc, weight));
                break;
            }
            if other > gram {
                break;
            }
            entries.list(count, |_, _| {});
        }
        postings
    }

    /// How many articles a gram is in.
    pub(in crate::search) fn count(&self, gram: u32) -> u32 {
        let after = self.blocks.partition_point(|block| block.gram <= gram);
        let Some(at) = after.checked_sub(1) else { return 0 };
        let mut entries = self.entries(at);
        while let Some((other, count)) = entries.next() {
            if other == gram {
                return count;
            }
            if other > gram {
                break;
            }
            entries.list(count, |_, _| {});
        }
        0
    }

    /// How many articles have a character.
    pub(in crate::search) fn count_of_first(&self, first: u32) -> u32 {
        self.postings_of_first(first).len() as u32
    }

    /// The articles with a character.
    pub(in crate::search) fn postings_of_first(&self, first: u32) -> Postings {
        let from = self.blocks.partition_point(|block| block.gram < gram(first, 0));
        let mut weights = vec![0u32; self.docs as usize];
        for at in from..self.blocks.len() {
            if self.blocks[at].gram >> 16 != first {
                break;
            }
            let mut entries = self.entries(at);
            while let Some((_, count)) = entries.next() {
                entries.list(count, |doc, weight| {
                    if let Some(sum) = weights.get_mut(doc as usize) {
                        *sum += weight;
                    }
                });
            }
        }
        let mut postings = Postings::default();
        for (doc, weight) in (0u32..).zip(weights) {
            if weight > 0 {
                postings.push(doc, weight);
            }
        }
        postings
    }

    /// The characters that follow a character somewhere, ascending.
    pub(in crate::search) fn seconds(&self, first: u32) -> Vec<u32> {
        let from = self.blocks.partition_point(|block| block.gram < gram(first, 0));
        let blocks = self.blocks.iter().enumerate().skip(from);
        let mut seconds = Vec::new();
        for (at, _) in blocks.take_while(|(_, block)| block.gram >> 16 == first) {
            let mut entries = self.entries(at);
            while let Some((gram, count)) = entries.next() {
                seconds.push(gram & 0xFFFF);
                entries.list(count, |_, _| {});
            }
        }
        seconds
    }

    fn entries(&self, block: usize) -> Entries<'_> {
        let start = self.blocks[block].start as usize;
        let end = self.blocks.get(block + 1).map_or(self.bytes.len(), |next| next.start as usize);
        let mut bits = BitReader::new(self.bytes.get(start..end).unwrap_or_default());
        let left = bits.gamma();
        Entries { bits, left, gram: self.blocks[block].gram, docs: self.docs, weighted: self.weighted }
    }
}

/// The bits of a gap that are put down plainly: about the logarithm of the usual gap.
fn low_bits(docs: u32, count: u32) -> u32 {
    (u64::from(docs) * 7 / (u64::from(count.max(1)) * 10)).checked_ilog2().unwrap_or(0).min(31)
}

/// Reads a block gram by gram.
struct Entries<'b> {
    bits: BitReader<'b>,
    left: u32,
    gram: u32,
    docs: u32,
    weighted: bool,
}

impl Entries<'_> {
    /// The next gram and how many articles follow; each list must be read before the next gram.
    fn next(&mut self) -> Option<(u32, u32)> {
        if self.left == 0 || self.bits.overran() {
            return None;
        }
        self.left -= 1;
        self.gram = self.gram.saturating_add(self.bits.gamma() - 1);
        Some((self.gram, self.bits.gamma().min(self.docs)))
    }

    #[inline]
    fn list(&mut self, count: u32, mut each: impl FnMut(u32, u32)) {
        let low = low_bits(self.docs, count);
        let mut next = 0u32;
        for _ in 0..count {
            let doc = next.saturating_add(self.bits.rice(low));
            let weight = if self.weighted { self.bits.gamma() } else { 1 };
            if doc >= self.docs {
                // Broken bytes: no such article.
                return;
            }
            each(doc, weight);
            next = doc + 1;
        }
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
                (1u32..6, 0u32..200), proptest::collection::btree_map(0u32..700, 1u32..40, 1..300), 0..40),
        ) {
            let lists: BTreeMap<u32, Vec<(u32, u32)>> = grams
                .into_iter()
                .map(|((first, second), list)| (gram(first, second), list.into_iter().collect()))
                .collect();
            let built = Grams::build(700, true, lists.iter().map(|(gram, list)| (*gram, list.as_slice())));
            for first in 0..7 {
                let mut all = BTreeSet::new();
                let follow: Vec<u32> =
                    lists.keys().filter(|gram| **gram >> 16 == first).map(|gram| gram & 0xFFFF).collect();
                prop_assert_eq!(built.seconds(first), follow);
                for second in 0..201 {
                    let read = built.postings(gram(first, second));
                    let expected = lists.get(&gram(first, second)).cloned().unwrap_or_default();
                    all.extend(expected.iter().map(|(doc, _)| *doc));
                    prop_assert_eq!(built.count(gram(first, second)), expected.len() as u32);
                    prop_assert_eq!(read.docs.into_iter().zip(read.weights).collect::<Vec<_>>(), expected);
                }
                let read = built.postings_of_first(first).docs;
                prop_assert_eq!(read, all.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
