//! Tables that are made with the library instead of being linked into it: the crate that knows all of Unicode
//! normalisation brings 120 kB of them for what folding asks, and a phone fetches the program. They are columns of
//! small numbers, which compress best; `src/text/packed.rs` reads them for its neighbours.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, decompose_compatible, is_combining_mark,
};

const VARIANTS: &str = "data/variants.tsv";
/// The words of the surface, in the order in which the app reads them.
const WORDS: [&str; 6] = ["dates", "figures", "embed", "add", "about", "page"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={VARIANTS}");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    println!("cargo:rerun-if-changed=data/words");
    for (language, text) in ["zh", "en"].into_iter().zip(words()?) {
        fs::write(out.join(format!("words_{language}.txt")), text)?;
    }
    fs::write(out.join("decompositions.bin"), decompositions())?;
    fs::write(out.join("marks.bin"), marks())?;
    fs::write(out.join("lowercase.bin"), lowercase())?;
    fs::write(out.join("variants.bin"), variants(&fs::read_to_string(VARIANTS)?)?)?;
    Ok(())
}

/// Each character that a compatibility decomposition changes, Hangul left to arithmetic. Columns: the step from
/// the character before; the length of the decomposition, doubled, and one more where composing it gives the
/// character back; its first character, as the step from the first of the row before; its other characters.
fn decompositions() -> Vec<u8> {
    let mut columns: [Vec<u8>; 4] = Default::default();
    let (mut last, mut last_first) = (0, 0);
    for c in ('\0'..=char::MAX).filter(|c| !('가'..='힣').contains(c)) {
        let (mut form, mut canonical) = (Vec::new(), Vec::new());
        decompose_compatible(c, |part| form.push(part));
        if form == [c] {
            continue;
        }
        decompose_canonical(c, |part| canonical.push(part));
        let composed = form.iter().skip(1).try_fold(form[0], |whole, &part| compose(whole, part));
        let back = form.len() > 1 && form == canonical && composed == Some(c);
        put(&mut columns[0], c as u32 - last);
        put(&mut columns[1], 2 * form.len() as u32 + u32::from(back));
        put_step(&mut columns[2], last_first, form[0] as u32);
        form[1..].iter().for_each(|&part| put(&mut columns[3], part as u32));
        (last, last_first) = (c as u32, form[0] as u32);
    }
    joined(&columns)
}

/// Runs of combining marks of one class: the step from the end of the run before, the length, the class.
fn marks() -> Vec<u8> {
    let mut runs: Vec<(u32, u32, u8)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|&c| is_combining_mark(c) || canonical_combining_class(c) != 0) {
        let (at, class) = (c as u32, canonical_combining_class(c));
        match runs.last_mut() {
            Some((_, end, same)) if *end == at && *same == class => *end += 1,
            _ => runs.push((at, at + 1, class)),
        }
    }
    let mut columns: [Vec<u8>; 3] = Default::default();
    let mut last = 0;
    for (start, end, class) in runs {
        put(&mut columns[0], start - last);
        put(&mut columns[1], end - start);
        columns[2].push(class);
        last = end;
    }
    joined(&columns)
}

/// Each character beyond ASCII with one small letter. Columns: the step from the one before; the step to the letter.
fn lowercase() -> Vec<u8> {
    let mut columns: [Vec<u8>; 2] = Default::default();
    let mut last = 0;
    for c in '\u{80}'..=char::MAX {
        let mut small = c.to_lowercase();
        let (Some(letter), None) = (small.next(), small.next()) else { continue };
        if letter != c {
            put(&mut columns[0], c as u32 - last);
            put_step(&mut columns[1], c as u32, letter as u32);
            last = c as u32;
        }
    }
    joined(&columns)
}

/// The pairs of the table. Columns: the step from the Traditional character before; the Simplified characters'
/// high bits; their low eight.
fn variants(table: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut columns: [Vec<u8>; 3] = Default::default();
    let mut last = 0;
    for line in table.lines().skip(1) {
        let &[from, '\t', to] = line.chars().collect::<Vec<_>>().as_slice() else {
            return Err(
                format!("{VARIANTS}: expected two characters and a tab between them, got {line:?}").into()
            );
        };
        let step = (from as u32).checked_sub(last).filter(|&step| step > 0);
        put(&mut columns[0], step.ok_or_else(|| format!("{VARIANTS}: {line:?} is out of order"))?);
        put(&mut columns[1], to as u32 >> 8);
        columns[2].push((to as u32 & 0xFF) as u8);
        last = from as u32;
    }
    Ok(joined(&columns))
}

/// A number of seven bits a byte, the lowest first; the last byte is below 128.
fn put(column: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        column.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    column.push(number as u8);
}

/// A step down is odd, a step up or none even.
fn put_step(column: &mut Vec<u8>, from: u32, to: u32) {
    put(column, if to >= from { (to - from) << 1 } else { ((from - to) << 1) - 1 });
}

/// The columns one after the other, each after its length.
fn joined(columns: &[Vec<u8>]) -> Vec<u8> {
    let mut table = Vec::new();
    for column in columns {
        put(&mut table, column.len() as u32);
        table.extend(column);
    }
    table
}

/// The words of both languages without their keys, a line each, below a line with their number and with what the keys
/// add up to: by it the two are known to be of one make. Below the English ones stand the labels of Chinese names.
fn words() -> Result<[String; 2], Box<dyn Error>> {
    let (mut chinese, mut english) = (String::new(), String::new());
    let (mut count, mut keys) = (0_u32, 0_u32);
    for name in WORDS {
        for row in fs::read_to_string(format!("data/words/{name}.tsv"))?.lines().skip(1) {
            let mut cells = row.split('\t');
            let mut cell = || cells.next().ok_or_else(|| format!("data/words/{name}.tsv: {row}"));
            keys = cell()?.bytes().fold(keys, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
            chinese = chinese + "\n" + cell()?;
            english = english + "\n" + cell()?;
            count += 1;
        }
    }
    for row in fs::read_to_string("data/words/labels.tsv")?.lines().skip(1) {
        english = english + "\n" + row.split_once('\t').ok_or(row)?.1;
    }
    Ok([chinese, english].map(|words| format!("gongxun-words 1 {count} {keys:08x}{words}")))
}
