//! Numbers and lists as bytes. Reading past the end is an error; a list says how long it is, and may not say
//! more than there are bytes.

use super::Broken;

/// Puts numbers and texts down.
#[derive(Debug, Default)]
pub(in crate::search) struct ByteWriter(Vec<u8>);

impl ByteWriter {
    pub(in crate::search) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Four bytes, the lowest first.
    pub(in crate::search) fn fixed(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    /// Seven bits a byte, the lowest first; a byte's highest bit says that more follow.
    pub(in crate::search) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A number of either sign: 0, -1, 1, -2, 2 …
    pub(in crate::search) fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)) as u32);
    }

    /// How many, then their distances from one another: each is greater than the one before.
    pub(in crate::search) fn ascending(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u32);
        let mut next = 0;
        for &number in numbers {
            self.number(number - next);
            next = number + 1;
        }
    }

    /// Its length in bytes, then itself.
    pub(in crate::search) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes(text.as_bytes());
    }

    pub(in crate::search) fn texts(&mut self, texts: &[String]) {
        self.number(texts.len() as u32);
        texts.iter().for_each(|text| self.text(text));
    }

    pub(in crate::search) fn so_far(&self) -> &[u8] {
        &self.0
    }

    pub(in crate::search) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what [`ByteWriter`] wrote.
#[derive(Clone, Debug)]
pub(in crate::search) struct ByteReader<'b>(&'b [u8]);

impl<'b> ByteReader<'b> {
    pub(in crate::search) fn new(bytes: &'b [u8]) -> ByteReader<'b> {
        ByteReader(bytes)
    }

    pub(in crate::search) fn bytes(&mut self, count: usize) -> Result<&'b [u8], Broken> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or("内容提前结束")?;
        self.0 = rest;
        Ok(bytes)
    }

    pub(in crate::search) fn fixed(&mut self) -> Result<u32, Broken> {
        let bytes = self.bytes(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    #[inline]
    pub(in crate::search) fn number(&mut self) -> Result<u32, Broken> {
        let mut number = 0u32;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or("内容提前结束")?;
            self.0 = rest;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("数字过大")
    }

    pub(in crate::search) fn signed(&mut self) -> Result<i32, Broken> {
        let number = self.number()?;
        Ok((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    /// How many follow, each of a byte at least.
    pub(in crate::search) fn count(&mut self) -> Result<usize, Broken> {
        let count = self.number()? as usize;
        if count > self.0.len() { Err("数目超过内容") } else { Ok(count) }
    }

    /// Numbers below a limit.
    pub(in crate::search) fn ascending(&mut self, limit: usize) -> Result<Vec<u32>, Broken> {
        let mut next = 0u32;
        (0..self.count()?)
            .map(|_| {
                let number = next.checked_add(self.number()?).filter(|number| (*number as usize) < limit);
                let number = number.ok_or("编号超出范围")?;
                next = number + 1;
                Ok(number)
            })
            .collect()
    }

    pub(in crate::search) fn text(&mut self) -> Result<String, Broken> {
        let len = self.count()?;
        String::from_utf8(self.bytes(len)?.to_vec()).map_err(|_| "文字不是 UTF-8")
    }

    pub(in crate::search) fn texts(&mut self) -> Result<Vec<String>, Broken> {
        (0..self.count()?).map(|_| self.text()).collect()
    }

    pub(in crate::search) fn rest(self) -> &'b [u8] {
        self.0
    }

    /// That nothing is left.
    pub(in crate::search) fn end(self) -> Result<(), Broken> {
        if self.0.is_empty() { Ok(()) } else { Err("末尾有多余内容") }
    }
}
