//! wasm-split, of which npm's Binaryen has none: what is on PATH, else Debian's.

use super::Setup;
use super::browsers::apt_install;
use crate::shell::{cannot_set_up, exists};

/// Finds wasm-split, or installs it. Only what is delivered is split.
pub(crate) fn ensure() -> Setup<()> {
    if exists("wasm-split") {
        return Ok(());
    }
    if !exists("apt-get") {
        let remedy = "install Binaryen, 108 or later (brew install binaryen, dnf install binaryen), with wasm-split on PATH";
        return Err(cannot_set_up("wasm-split is missing, and there is no apt-get to install it", remedy));
    }
    apt_install("wasm-split, which splits the program in two", &["binaryen"])
}
