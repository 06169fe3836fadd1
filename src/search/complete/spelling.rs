//! What was typed, held against the texts that it may go on to: by its characters, by pinyin, by initials. This module
//! does not know what is offered.

use crate::text::{Readings, Spelt};

/// How a text fits what was typed, the better the smaller: it begins so,
pub(super) const BEGINS: u8 = 0;
/// it sounds so to its end,
pub(super) const SOUNDS_WHOLE: u8 = 1;
/// its beginning sounds so,
pub(super) const BEGINS_SOUND: u8 = 2;
/// or it holds that further on.
pub(super) const CONTAINS: u8 = 3;

/// What was typed, ready to be held against many texts.
pub(super) struct Spelling<'t> {
    pub(super) typed: &'t str,
    pub(super) readings: &'t Readings,
    /// Whether letters were typed that may be pinyin.
    pub(super) by_sound: bool,
    /// The letters that its first character may stand for, as [`Readings::first_letters`] has them.
    pub(super) letter: u32,
    /// Whether it is more than one character.
    pub(super) long: bool,
}

impl<'t> Spelling<'t> {
    pub(super) fn new(typed: &'t str, readings: &'t Readings) -> Spelling<'t> {
        let by_sound = typed.chars().any(|c| c.is_ascii_lowercase());
        let letter = typed.chars().next().map_or(0, |c| readings.first_letters(c));
        Spelling { typed, readings, by_sound, letter, long: typed.chars().nth(1).is_some() }
    }

    /// How a folded text fits.
    pub(super) fn fit(&self, text: &str) -> Option<u8> {
        if text.starts_with(self.typed) {
            return Some(BEGINS);
        }
        let sound = self.by_sound.then(|| self.by_sound(text)).flatten();
        sound.or_else(|| (self.long && text.contains(self.typed)).then_some(CONTAINS))
    }

    /// How a text that begins with the right letter fits by how it sounds.
    pub(super) fn by_sound(&self, text: &str) -> Option<u8> {
        match self.readings.spells(self.typed, text)? {
            Spelt::Whole => Some(SOUNDS_WHOLE),
            Spelt::Begins => Some(BEGINS_SOUND),
        }
    }
}
