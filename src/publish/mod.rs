//! Corpus, app files and settings → a list of (path, bytes): the site, the single file, the embed. This
//! module touches neither disk nor DOM, because the browser, too, saves a USB file.
