//! CRC-32 as zip files have it. It guards against copies that broke off, not against anyone.

use std::sync::LazyLock;

use crc::{CRC_32_ISO_HDLC, Crc};

/// Made when it is first needed: a table in the program is random to a compressor.
static CRC: LazyLock<Crc<u32>> = LazyLock::new(|| Crc::<u32>::new(&CRC_32_ISO_HDLC));

/// The checksum of some bytes.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_that_of_zip_files() {
        for text in ["", "123456789", "工会送清凉"] {
            assert_eq!(super::crc32(text.as_bytes()), crc32fast::hash(text.as_bytes()));
        }
    }
}
