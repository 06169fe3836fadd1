//! Numbers in as few bits as they need: gamma and Rice codes. Reading past the end gives zeros and then
//! says so; it never fails otherwise.

/// Bits put down one after another, the first in the highest place of each byte.
#[derive(Clone, Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits of the last byte that are taken, 0 to 7.
    taken: u32,
}

impl BitWriter {
    fn bit(&mut self, bit: bool) {
        if self.taken == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.taken);
        }
        self.taken = (self.taken + 1) % 8;
    }

    /// The lowest `count` bits of a number, highest first.
    pub(super) fn bits(&mut self, number: u32, count: u32) {
        (0..count).rev().for_each(|at| self.bit(number >> at & 1 == 1));
    }

    /// A number from 1: its length in zeros, then itself.
    pub(super) fn gamma(&mut self, number: u32) {
        let length = number.ilog2();
        self.bits(0, length);
        self.bits(number, length + 1);
    }

    /// A number from 0: what is above the lowest `low` bits in ones, a zero, then those bits. After
    /// [`LONG`] ones the whole number follows.
    pub(super) fn rice(&mut self, number: u32, low: u32) {
        let high = number >> low;
        if high >= LONG {
            (0..LONG).for_each(|_| self.bit(true));
            self.bits(number, 32);
            return;
        }
        (0..high).for_each(|_| self.bit(true));
        self.bit(false);
        self.bits(number, low);
    }

    /// The bytes, the last filled up with zeros.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// So many ones say that a Rice code is not one.
const LONG: u32 = 24;

/// Reads what [`BitWriter`] wrote.
#[derive(Clone, Debug)]
pub(super) struct BitReader<'b> {
    bytes: &'b [u8],
    /// The next byte to load.
    next: usize,
    /// Loaded bits, the first in the highest place.
    held: u64,
    /// How many of them there are.
    count: u32,
}

impl<'b> BitReader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> BitReader<'b> {
        BitReader { bytes, next: 0, held: 0, count: 0 }
    }

    /// Whether more was read than there is.
    pub(super) fn overran(&self) -> bool {
        self.next > self.bytes.len() + 8
            || (self.next as u64 * 8).saturating_sub(self.count.into()) > self.bytes.len() as u64 * 8
    }

    /// Loads until more than 32 bits are held.
    #[inline(always)]
    fn fill(&mut self) {
        if self.count > 32 {
            return;
        }
        let word = match self.bytes.get(self.next..self.next + 4) {
            Some(four) => u32::from_be_bytes([four[0], four[1], four[2], four[3]]),
            None => self.last_word(),
        };
        self.held |= u64::from(word) << (32 - self.count);
        self.count += 32;
        self.next += 4;
    }

    #[cold]
    fn last_word(&self) -> u32 {
        let byte = |at: usize| self.bytes.get(self.next + at).copied().unwrap_or(0);
        u32::from_be_bytes([byte(0), byte(1), byte(2), byte(3)])
    }

    #[inline(always)]
    fn take(&mut self, count: u32) {
        self.held <<= count;
        self.count -= count;
    }

    /// So many bits as a number; at most 32.
    #[inline(always)]
    pub(super) fn bits(&mut self, count: u32) -> u32 {
        if count == 0 {
            return 0;
        }
        self.fill();
        let number = (self.held >> (64 - count)) as u32;
        self.take(count);
        number
    }

    /// 0 for `0`, 1 for `10`, 2 for `11`.
    #[inline(always)]
    pub(super) fn one_or_two(&mut self) -> u32 {
        self.fill();
        let two = (self.held >> 62) as u32;
        let taken = 1 + (two >> 1);
        self.take(taken);
        if taken == 1 { 0 } else { two - 1 }
    }

    /// A number from 1.
    #[inline(always)]
    pub(super) fn gamma(&mut self) -> u32 {
        self.fill();
        let length = self.held.leading_zeros();
        if length >= 32 {
            // No number is so long: the bytes have ended or are broken.
            self.take(32);
            return 1;
        }
        self.take(length);
        self.bits(length + 1)
    }

    /// A number from 0.
    #[inline(always)]
    pub(super) fn rice(&mut self, low: u32) -> u32 {
        self.fill();
        let high = (!self.held).leading_zeros();
        if high >= LONG {
            self.take(LONG);
            return self.bits(32);
        }
        self.take(high + 1);
        (high << low) | self.bits(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_read_back(numbers in proptest::collection::vec((any::<u32>(), 0u32..32, 0u32..20), 0..50)) {
            let mut writer = BitWriter::default();
            for &(number, shift, low) in &numbers {
                let number = number >> shift;
                writer.rice(number, low);
                writer.gamma(number.max(1));
                writer.bits(number & 0x1FF, 9);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for &(number, shift, low) in &numbers {
                let number = number >> shift;
                prop_assert_eq!(reader.rice(low), number);
                prop_assert_eq!(reader.gamma(), number.max(1));
                prop_assert_eq!(reader.bits(9), number & 0x1FF);
            }
            prop_assert!(!reader.overran());
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..20), low in 0u32..32) {
            let mut reader = BitReader::new(&bytes);
            for _ in 0..200 {
                reader.rice(low);
                reader.gamma();
            }
            prop_assert!(reader.overran());
        }
    }
}
