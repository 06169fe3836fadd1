//! The questions that the first screen offers to begin with: about what the archive has most of, and only such as are
//! understood. They are made here, so that a browser need not load what reads questions to offer some.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::corpus::{Activity, Corpus};
use crate::place::{Adcode, Level};
use crate::search::{Columns, Gazetteer, Here, may_perform, read_question};
use crate::stats::{by_district, by_label, ranked};

/// Questions to begin with, at most three.
pub fn questions(corpus: &Corpus) -> Vec<String> {
    let all = &corpus.activities;
    let most = |list: fn(&Activity) -> &Vec<String>| {
        let counts = by_label(all.iter().map(|activity| list(activity).iter().cloned()));
        ranked(counts).into_iter().map(|row| row.key)
    };
    let places = || all.iter().flat_map(|activity| &activity.places);
    let names: BTreeMap<Adcode, &str> = places().map(|place| (place.adcode, place.name.as_str())).collect();
    let counts = by_district(all.iter().map(|activity| activity.places.iter().map(|place| place.adcode)));
    let counties = counts.iter().filter(|(code, _)| code.level() == Level::County);
    let county = counties.max_by_key(|(code, count)| (count.within, Reverse(**code)));
    let asked = [
        most(|activity| &activity.subtypes).next().map(|kind| format!("哪些区县{kind}最多？")),
        county.and_then(|(code, _)| names.get(code)).map(|place| format!("{place}办过哪些活动？")),
        // Of those who mostly act (劳模工匠), a record does not say whether they did.
        most(|activity| &activity.audiences)
            .find(|name| !may_perform(name))
            .map(|audience| format!("给{audience}办过几次活动？")),
    ];
    let columns = Columns::of(corpus);
    let gazetteer = Gazetteer::of(&columns);
    let last = all.iter().filter_map(|activity| activity.date.as_ref()).map(|date| date.end).max();
    let here = Here::of(&columns, corpus.region(), last);
    let reads = |q: &String| read_question(q, &gazetteer, &here).first().is_some_and(|reading| reading.sure);
    asked.into_iter().flatten().filter(reads).collect()
}
