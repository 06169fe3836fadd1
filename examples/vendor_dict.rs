//! Makes `data/dict.txt` of jieba's own dictionary (word, frequency, part of speech on each line): keys folded and
//! sorted, parts of speech left out, words that fold alike one with their frequencies added. Run by hand:
//!
//!     cargo run --example vendor_dict -- JIEBA_DICT

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use gongxun::text::fold;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: vendor_dict JIEBA_DICT")?;
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let mut fields = line.split(' ');
        let (Some(word), Some(frequency)) = (fields.next(), fields.next()) else { continue };
        *words.entry(fold(word).text).or_insert(0) += frequency.parse::<u64>()?;
    }
    // A key with white space or without characters could not be read back.
    words.retain(|word, _| !word.is_empty() && !word.contains(char::is_whitespace));
    let mut dict = String::new();
    for (word, frequency) in words {
        writeln!(dict, "{word} {frequency}")?;
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dict.txt"), dict)?;
    Ok(())
}
