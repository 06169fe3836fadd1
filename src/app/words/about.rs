//! The sections of the about page (关于). The words themselves are in `data/words/about.tsv`: a heading and its
//! paragraphs, parted by `¶`.

use super::table::{Lines, table};
use crate::app::about::{Figures, Section};
use crate::text::fill;

table! {
    /// The words of one language.
    AboutWords {
        what;
        search;
        read;
        limits;
        places;
        privacy;
    }
}

impl AboutWords {
    /// The sections, with the figures of an archive.
    pub fn sections(&self, figures: &Figures) -> Vec<Section> {
        let names = "bulletins articles activities undated unplaced year_inferred place_inferred";
        let values = [
            figures.bulletins,
            figures.articles,
            figures.activities,
            figures.undated,
            figures.unplaced,
            figures.year_inferred,
            figures.place_inferred,
        ]
        .map(Into::into);
        let section = |text: &'static str| {
            let (title, paragraphs) = text.split_once('¶').unwrap_or((text, ""));
            let paragraphs = paragraphs.split('¶').map(|text| fill(text, names, &values));
            Section::new(title, paragraphs.collect())
        };
        [self.what, self.search, self.read, self.limits, self.places, self.privacy].map(section).into()
    }
}
