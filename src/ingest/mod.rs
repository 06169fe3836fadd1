//! Bulletin bytes → articles and activities, with diagnostics: decode, clean, split, extract. This module
//! never fails on bad input and does not touch the disk.
