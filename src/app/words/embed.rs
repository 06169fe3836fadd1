//! What the page that builds an embed's snippet says. The words themselves are in `data/words/embed.tsv`.

use super::table::{Lines, table};
use crate::text::{Value, fill};

table! {
    /// The words of one language.
    EmbedWords {
        lede;
        choose;
        view;
        district;
        everywhere;
        kind;
        every_kind;
        /// Above the types, and above the sub-types.
        kinds;
        subkinds;
        words;
        words_hint;
        height;
        height_auto;
        height_fixed(pixels: u32);
        theme;
        themes[auto light dark];
        language;
        languages[zh en];
        preview;
        title_of(district: &str);
        element;
        element_note;
        frame;
        frame_note;
        copy;
        host;
        host_notes[requests policy headers];
        only_site;
        /// At the foot of an embedded explorer.
        whole;
        /// On the about page.
        invite;
        make;
    }
}

impl EmbedWords {
    /// The title of the frame.
    pub fn title(&self, district: Option<&str>) -> String {
        self.title_of(district.unwrap_or_default())
    }
}
