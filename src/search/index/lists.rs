//! A list of articles in bits: the gaps between them, or the runs between those that are missing where more
//! are there than not; and how much each weighs, roughly.
//!
//! Ranking hears the difference between once and twice, hardly that between seven and eight, so a weight is
//! kept as its size: once, twice, more. This module does not know what a list is of.

use super::bits::{BitReader, BitWriter};

/// Articles and how much a gram or term weighs in each: its occurrences, those in the title more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Postings {
    /// Article numbers, ascending.
    pub(in crate::search) docs: Vec<u32>,
    /// A weight for each; empty where they are to be counted on the text.
    pub(in crate::search) weights: Vec<u32>,
}

impl Postings {
    pub(in crate::search) fn len(&self) -> usize {
        self.docs.len()
    }

    /// Those that stand in another list, too, with the lesser of both weights.
    pub(in crate::search) fn with(&self, other: &Postings) -> Postings {
        let mut both = Postings::default();
        let mut from = 0;
        for (at, &doc) in self.docs.iter().enumerate() {
            while other.docs.get(from).is_some_and(|other| *other < doc) {
                from += 1;
            }
            if other.docs.get(from) == Some(&doc) {
                both.docs.push(doc);
                let weight = |of: &Postings, at: usize| of.weights.get(at).copied().unwrap_or(1);
                both.weights.push(weight(self, at).min(weight(other, from)));
            }
        }
        both
    }
}

/// What weights of each size stand for; the last for all above.
const WEIGHTS: [u32; 3] = [1, 2, 4];

/// The size of a weight, 0 to 2.
fn size(weight: u32) -> u32 {
    weight.clamp(1, 3) - 1
}

/// Puts down a list out of `all` numbers; its length is known to whom reads it.
pub(super) fn write(bits: &mut BitWriter, all: u32, list: &[(u32, u32)], weighted: bool) {
    // Of the sizes 0 and 2 the more frequent one takes one bit, the others two.
    let of_size = |wanted| list.iter().filter(|(_, weight)| size(*weight) == wanted).count();
    let short = if of_size(2) > of_size(0) { 2 } else { 0 };
    if weighted {
        bits.bits(short / 2, 1);
    }
    let weight = |bits: &mut BitWriter, weight: u32| {
        if weighted {
            match (size(weight) + 3 - short) % 3 {
                0 => bits.bits(0, 1),
                other => bits.bits(1 + other, 2),
            }
        }
    };
    let (count, mut next) = (list.len() as u32, 0);
    let missing = all.saturating_sub(count);
    if missing >= count {
        let gap = low_bits(all, count);
        for &(doc, own) in list {
            bits.rice(doc - next, gap);
            weight(bits, own);
            next = doc + 1;
        }
        return;
    }
    let gap = low_bits(all, missing);
    let mut left = list;
    for _ in 0..missing {
        let run = left.iter().zip(next..).take_while(|((doc, _), next)| doc == next).count();
        let (here, rest) = left.split_at(run);
        bits.rice(run as u32, gap);
        here.iter().for_each(|(_, own)| weight(bits, *own));
        next += run as u32 + 1;
        left = rest;
    }
    left.iter().for_each(|(_, own)| weight(bits, *own));
}

/// Reads a list of so many out of `all`. Broken bytes give other numbers, never one outside, and end.
#[inline]
pub(super) fn read(
    bits: &mut BitReader<'_>,
    all: u32,
    count: u32,
    weighted: bool,
    mut each: impl FnMut(u32, u32),
) {
    let [zero, ten, eleven] = match weighted && bits.bits(1) == 1 {
        true => [WEIGHTS[2], WEIGHTS[0], WEIGHTS[1]],
        false => WEIGHTS,
    };
    let weight = |bits: &mut BitReader<'_>| match if weighted { bits.one_or_two() } else { 0 } {
        0 => zero,
        1 => ten,
        _ => eleven,
    };
    let missing = all.saturating_sub(count);
    let mut next = 0u32;
    if missing >= count {
        let gap = low_bits(all, count);
        for _ in 0..count {
            let doc = next.saturating_add(bits.rice(gap));
            let weight = weight(bits);
            if doc >= all {
                return;
            }
            each(doc, weight);
            next = doc + 1;
        }
        return;
    }
    let gap = low_bits(all, missing);
    for _ in 0..missing {
        let end = next.saturating_add(bits.rice(gap)).min(all);
        for doc in next..end {
            each(doc, weight(bits));
        }
        next = end + 1;
    }
    for doc in next..all {
        each(doc, weight(bits));
    }
}

/// The bits of a gap that are put down plainly: about the logarithm of the usual gap.
fn low_bits(all: u32, count: u32) -> u32 {
    (u64::from(all) * 7 / (u64::from(count.max(1)) * 10)).checked_ilog2().unwrap_or(0).min(31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_read_back(there in proptest::collection::vec(any::<bool>(), 1..300), most in any::<bool>(),
                           weights in proptest::collection::vec(1u32..40, 300), weighted in any::<bool>()) {
            let holds = |at: usize| if most { at % 17 != 3 || there[at] } else { there[at] };
            let list: Vec<(u32, u32)> =
                (0..there.len()).filter(|at| holds(*at)).map(|at| (at as u32, weights[at])).collect();
            let mut bits = BitWriter::default();
            write(&mut bits, there.len() as u32, &list, weighted);
            let bytes = bits.finish();
            let mut reader = BitReader::new(&bytes);
            let mut back = Vec::new();
            read(&mut reader, there.len() as u32, list.len() as u32, weighted, |doc, weight| back.push((doc, weight)));
            let kept = |weight| if weighted { WEIGHTS[size(weight) as usize] } else { 1 };
            let expected: Vec<(u32, u32)> = list.iter().map(|(doc, weight)| (*doc, kept(*weight))).collect();
            prop_assert_eq!(back, expected);
            prop_assert!(!reader.overran());
        }
    }

    #[test]
    fn a_weight_is_kept_by_its_size() {
        for (weight, kept) in [(1, 1), (2, 2), (3, 4), (4, 4), (30, 4)] {
            assert_eq!(WEIGHTS[size(weight) as usize], kept);
        }
    }
}
