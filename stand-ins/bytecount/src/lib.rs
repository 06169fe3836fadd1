//! Stands in for the crate of this name, which jieba-rs calls: on wasm32 that one uses SIMD instructions
//! unconditionally, and a browser before 2021 refuses the whole module for them. Plain loops; the compiler
//! vectorises them where the target allows. `[patch.crates-io]` puts it in place.
#![no_std]

/// How many bytes of `haystack` equal `needle`.
pub fn count(haystack: &[u8], needle: u8) -> usize {
    haystack.iter().filter(|byte| **byte == needle).count()
}

/// How many characters UTF-8 text has: bytes that do not continue a character.
pub fn num_chars(utf8_chars: &[u8]) -> usize {
    utf8_chars.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_bytes_and_characters() {
        assert_eq!(super::count("工会\n劳模\n".as_bytes(), b'\n'), 2);
        assert_eq!(super::num_chars("送清凉 a𠮷".as_bytes()), 6);
    }
}
