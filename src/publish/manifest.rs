//! The manifest: which parts there are, where, how long, and with what checksum. The boot script reads it
//! first and believes no part that differs.
//!
//! CRC-32, because `crypto.subtle` does not exist under `file://` and plain `http://`; what it guards against
//! is a copy that broke off or a stick that lost bits, not an attacker, who could change the page as well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PartName;

/// What the field `format` of a manifest says.
pub const FORMAT: &str = "gongxun-site";
/// The version that this program writes and its boot script reads.
pub const VERSION: u32 = 1;

/// The parts of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// Each part by name.
    pub parts: BTreeMap<PartName, Entry>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The file beside the page; absent where the part is a block in the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// How a block is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// How many bytes it has, decoded.
    pub bytes: usize,
    /// CRC-32 of those bytes, eight hexadecimal digits.
    pub crc32: String,
}

/// How a block of the page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As it is: JSON without `<`.
    Plain,
    /// Text as one JSON string without `<`.
    JsonString,
    /// Bytes as base64.
    Base64,
}

impl Manifest {
    /// A manifest of these parts.
    pub fn new(parts: BTreeMap<PartName, Entry>) -> Manifest {
        Manifest { format: FORMAT.to_owned(), version: VERSION, parts }
    }
}

/// CRC-32 (the one of zip and gzip) as eight hexadecimal digits.
///
/// ```
/// assert_eq!(gongxun::publish::manifest::crc32("工会".as_bytes()), "d958f533");
/// ```
pub fn crc32(bytes: &[u8]) -> String {
    format!("{:08x}", crate::search::crc32(bytes))
}
