//! Tables that only late functions read. wasm-split leaves all data with the first part; these are taken out of it, and
//! the late part puts them into the memory, where they stood, as it starts.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use wasm_encoder::{ConstExpr, DataSection, Section};

use super::program::Program;
use crate::project::root;

/// A table, and the address where it stands.
pub(super) struct Table {
    address: u32,
    bytes: Vec<u8>,
}

/// Finds tables in the program, by what they hold. Fails where one is not there, or where anything but a late function
/// has an address within it.
pub(super) fn tables(
    program: &Program,
    late: &[bool],
    whole: &[u8],
    paths: &[&str],
) -> anyhow::Result<Vec<Table>> {
    let mut tables = Vec::new();
    for path in paths {
        let bytes = fs::read(root().join(path)).with_context(|| format!("cannot read {path}"))?;
        let mut found = program.data.iter().filter_map(|(address, range)| {
            let at = find(whole.get(range.clone())?, &bytes)?;
            Some(address + u32::try_from(at).ok()?)
        });
        let address = found
            .next()
            .with_context(|| format!("the program does not hold {path}; is it read by anybody?"))?;
        let within = address..address + u32::try_from(bytes.len())?;
        let readers = program
            .functions
            .iter()
            .zip(late)
            .filter(|(function, _)| function.numbers.iter().any(|number| within.contains(number)));
        for (function, late) in readers {
            ensure!(*late, "{path} is not late: {} reads it", function.name);
        }
        for (start, range) in &program.data {
            let words = whole.get(range.clone()).unwrap_or_default().chunks_exact(4);
            let points = (*start..).step_by(4).zip(words).any(|(at, word)| {
                let word = word.try_into().map_or(0, u32::from_le_bytes);
                !within.contains(&at) && within.contains(&word)
            });
            ensure!(!points, "{path}: data points to it, and who reads that cannot be told");
        }
        tables.push(Table { address, bytes });
    }
    Ok(tables)
}

/// Leaves zeros where the tables stood; nothing is sent for those.
pub(super) fn take_out(first: &Path, tables: &[Table]) -> anyhow::Result<()> {
    let mut wasm = fs::read(first)?;
    for table in tables {
        let at = find(&wasm, &table.bytes).context("wasm-split left a table out")?;
        wasm.get_mut(at..at + table.bytes.len()).context("a table ends in the middle")?.fill(0);
    }
    Ok(fs::write(first, wasm)?)
}

/// Adds the tables to the late part, which has no data of its own.
pub(super) fn put_in(late: &Path, tables: &[Table]) -> anyhow::Result<()> {
    let mut wasm = fs::read(late)?;
    ensure!(Program::read(&wasm)?.data.is_empty(), "wasm-split gave the late part data of its own");
    let mut section = DataSection::new();
    for table in tables {
        section.active(0, &ConstExpr::i32_const(table.address as i32), table.bytes.iter().copied());
    }
    section.append_to(&mut wasm);
    Ok(fs::write(late, wasm)?)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
