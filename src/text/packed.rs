//! Tables as `build.rs` packs them: columns of numbers, each after its length. This module does not know what
//! they mean.

/// The columns of a table.
pub(super) fn columns<const N: usize>(table: &'static [u8]) -> [Numbers; N] {
    let mut rest = Numbers(table);
    std::array::from_fn(|_| {
        let length = rest.next().unwrap_or(0) as usize;
        let (column, after) = rest.0.split_at(length.min(rest.0.len()));
        rest.0 = after;
        Numbers(column)
    })
}

/// Where a step leads: up where it is even, down where it is odd.
pub(super) fn stepped(from: u32, step: u32) -> u32 {
    if step.is_multiple_of(2) { from + step / 2 } else { from.saturating_sub(step / 2 + 1) }
}

/// A column: numbers of seven bits a byte, the lowest first; the last byte of each is below 128.
pub(super) struct Numbers(&'static [u8]);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

impl Numbers {
    /// The column's bytes, where each is one value.
    pub(super) fn bytes(&self) -> &'static [u8] {
        self.0
    }
}
