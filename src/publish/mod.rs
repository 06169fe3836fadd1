//! Corpus, app files and settings → a list of (path, bytes): the site, the single file, the embed. This
//! module touches neither disk nor DOM, because the browser, too, saves a USB file.

/// The name of the single file (单文件版) that runs by double click.
pub const SINGLE_FILE: &str = "工讯.html";
