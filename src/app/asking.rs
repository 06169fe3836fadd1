//! What questions are read with. Reading them is for [`super::question`].

use std::cell::OnceCell;

use crate::corpus::Corpus;
use crate::date::Day;
use crate::place::Adcode;
use crate::search::{Columns, Gazetteer};

/// What questions are read with.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The day from which 去年 and 上个月 count: the reader's, or else the last that the corpus dates.
    pub today: Option<Day>,
    /// The unit that the archive is about.
    pub region: Option<Adcode>,
    gazetteer: OnceCell<Gazetteer>,
}

impl Asking {
    /// What a corpus says of itself.
    pub fn of(corpus: &Corpus) -> Asking {
        let today =
            corpus.activities.iter().filter_map(|activity| activity.date.as_ref()).map(|date| date.end).max();
        Asking { today, region: corpus.region(), gazetteer: OnceCell::new() }
    }

    /// The names of units; made when they are first asked for.
    pub fn gazetteer(&self, columns: &Columns) -> &Gazetteer {
        self.gazetteer.get_or_init(|| Gazetteer::of(columns))
    }
}
