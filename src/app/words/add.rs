//! What the page says that adds bulletins. The words themselves are in `data/words/add.tsv`.

use super::table::{Lines, table};
use crate::corpus::Severity;
use crate::text::{Value, fill};

table! {
    /// The words of one language.
    AddWords {
        title;
        lede;
        private;
        choose;
        or_drop;
        formats;
        files;
        waiting;
        reading;
        indexing(done: usize, all: usize);
        added;
        read;
        nothing_new;
        refused;
        failed;
        /// Articles, activities, and how many of the articles are there already.
        held(articles: usize, activities: usize, known: usize);
        known;
        more_titles(count: usize);
        line(line: usize);
        severity_of[error warning note];
        notes(count: usize);
        progress(done: usize, all: usize);
        add(articles: usize);
        stop;
        remove;
        remove_file(name: &str);
        here(articles: usize);
        look;
        save_file;
        save_file_note;
        saving;
        /// What was saved, and where it is.
        saved(name: &str);
        save;
        save_note;
        /// Beside an article in lists and in the reader.
        mark;
    }
}

impl AddWords {
    /// How grave a diagnostic is.
    pub fn severity(&self, severity: Severity) -> &'static str {
        self.severity_of[severity as usize]
    }
}
