//! The segmenter's dictionary: jieba's with folded keys (`examples/vendor_dict.rs` made it), and the part of it that a
//! corpus needs.
//!
//! A line holds a word and its frequency. This module does not segment.

use std::fmt::Write;

use rustc_hash::FxHashMap;

/// The whole dictionary, for packaging and for the command line; the browser gets [`subset`].
#[cfg(feature = "cli")]
pub const FULL: &str = include_str!("../../data/dict.txt");

/// A word that no text contains; its frequency is that of all words that were left out.
pub const FILLER: &str = "\u{E000}";

/// The part of a dictionary that cuts these folded texts as the whole does: every word that occurs in one of
/// them, and [`FILLER`] with the frequency of all the others, so that probabilities stay what they were.
/// Dictionaries of several parts of a corpus may be joined with it again.
///
/// ```
/// let full = "工会 500\n干部 300\n会干 1\n图书馆 70\n";
/// let part = gongxun::text::dict::subset(full, ["工会干部"].into_iter());
/// assert_eq!(part, "会干 1\n工会 500\n干部 300\n\u{E000} 70\n");
/// ```
pub fn subset<'t>(full: &str, texts: impl Iterator<Item = &'t str>) -> String {
    let mut words: Vec<(&str, u64)> = entries(full).collect();
    words.sort_unstable();
    let trie = Trie::new(&words);
    let mut occurs = vec![false; words.len()];
    for text in texts {
        let mut starts = text.chars();
        while !starts.as_str().is_empty() {
            trie.walk(starts.as_str(), |word| occurs[word as usize] = true);
            starts.next();
        }
    }
    let left_out: u64 =
        words.iter().zip(&occurs).filter(|(_, occurs)| !**occurs).map(|(word, _)| word.1).sum();
    let kept = words.iter().zip(&occurs).filter(|(_, occurs)| **occurs).map(|(word, _)| *word);
    written(kept.chain((left_out > 0).then_some((FILLER, left_out))))
}

fn entries(dict: &str) -> impl Iterator<Item = (&str, u64)> {
    dict.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        Some((fields.next()?, fields.next()?.parse().ok()?))
    })
}

fn written<'w>(words: impl Iterator<Item = (&'w str, u64)>) -> String {
    let mut dict = String::new();
    for (word, frequency) in words {
        // Writing to a string cannot fail.
        let _ = writeln!(dict, "{word} {frequency}");
    }
    dict
}

/// The dictionary's words by character.
struct Trie {
    steps: FxHashMap<(u32, char), u32>,
    /// The word that ends at each node, or `u32::MAX`.
    ends: Vec<u32>,
}

impl Trie {
    fn new(words: &[(&str, u64)]) -> Trie {
        let mut trie = Trie { steps: FxHashMap::default(), ends: vec![u32::MAX] };
        for (number, (word, _)) in words.iter().enumerate() {
            let mut node = 0;
            for c in word.chars() {
                let next = trie.ends.len() as u32;
                node = *trie.steps.entry((node, c)).or_insert(next);
                if node == next {
                    trie.ends.push(u32::MAX);
                }
            }
            trie.ends[node as usize] = number as u32;
        }
        trie
    }

    /// Tells every word that the text starts with.
    fn walk(&self, text: &str, mut found: impl FnMut(u32)) {
        let mut node = 0;
        for c in text.chars() {
            let Some(&next) = self.steps.get(&(node, c)) else { return };
            node = next;
            if self.ends[node as usize] != u32::MAX {
                found(self.ends[node as usize]);
            }
        }
    }
}
