//! The browser part, as far as it is pure or can be rendered to a string.

mod adding;
mod english;
mod results;
mod state;
mod url;
mod views;

use gongxun::app::archive::Archive;
use gongxun::app::state::{Action, State, reduce};
use gongxun::corpus::Corpus;
use gongxun::search::Engine;
use gongxun::text::Segmenter;
use std::collections::BTreeMap;

/// The archive of the invented bulletins that the browser stories run on, too.
fn archive() -> Archive {
    let corpus = Corpus::from_json(include_str!("../../fixtures/stories/corpus.json")).unwrap();
    let segmenter = Segmenter::from_dict("劳模 5\n送清凉 5\n慰问 5\n总工会 5\n职工 5\n").unwrap();
    let chongqing = ("500000".parse().unwrap(), "重庆市".to_owned());
    let engine = Engine::build(&corpus, &segmenter);
    Archive::new(corpus, engine, BTreeMap::from([chongqing]))
}

/// The state that a hash opens with.
fn state(hash: &str) -> State {
    reduce(State::default(), Action::Arrive(hash.to_owned()))
}
