//! A paragraph with everything that was found in it: sentences, dates, places, words of the lists,
//! organisations. Found once, asked often.

use std::ops::Range;

use super::hosts::Subject;
use super::lexicon::{Class, Hit, Verb, hits};
use super::orgs::{Org, orgs};
use crate::date::{DateWords, dates};
use crate::place::{Mention, mentions};
use crate::text::{Reading, sentences};

/// A paragraph and what was found in it.
pub(crate) struct Scene {
    /// The text as the rules read it.
    pub text: Reading,
    /// The text as it was written.
    written: String,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its date words, in order.
    pub dates: Vec<DateWords>,
    /// Its place names, in order.
    pub mentions: Vec<Mention>,
    /// Words of the lists, in order.
    pub hits: Vec<Hit>,
    /// Organisations, in order.
    pub orgs: Vec<Org>,
    /// For each character, whether it stands between quotation marks or in a title.
    quoted: Vec<Range<usize>>,
}

impl Scene {
    /// Looks a paragraph over.
    pub(crate) fn new(written: &str) -> Scene {
        let text = Reading::new(written);
        let sentences = sentences(&text);
        let dates = dates(&text);
        let mentions = mentions(&text);
        let hits = hits(&text);
        let orgs = orgs(&text, &hits, &mentions, &dates);
        let quoted = quotations(&text);
        Scene { text, written: written.to_owned(), sentences, dates, mentions, hits, orgs, quoted }
    }

    /// The words of a stretch as they were written.
    pub(crate) fn written(&self, range: Range<usize>) -> &str {
        self.written.get(self.text.bytes(range)).unwrap_or_default()
    }

    /// The things of a sorted list that begin within a stretch.
    pub(crate) fn hits_in(&self, range: &Range<usize>) -> &[Hit] {
        within(&self.hits, range, |hit| hit.start)
    }

    /// The place names that begin within a stretch.
    pub(crate) fn mentions_in(&self, range: &Range<usize>) -> &[Mention] {
        within(&self.mentions, range, |mention| mention.range.start)
    }

    /// The dates that begin within a stretch.
    pub(crate) fn dates_in(&self, range: &Range<usize>) -> &[DateWords] {
        within(&self.dates, range, |words| words.range.start)
    }

    /// The organisations that begin within a stretch.
    pub(crate) fn orgs_in(&self, range: &Range<usize>) -> &[Org] {
        within(&self.orgs, range, |org| org.range.start)
    }

    /// The sentences of which a part stands within a stretch.
    pub(crate) fn sentences_of(&self, range: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let from = self.sentences.partition_point(|sentence| sentence.end <= range.start);
        let end = range.end;
        self.sentences.iter().skip(from).take_while(move |sentence| sentence.start < end)
    }

    /// The organisations that act, as a subject lists them.
    pub(crate) fn acting<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a Org> + Clone + 'a {
        subject.orgs.iter().filter_map(|&i| self.orgs.get(i))
    }

    /// Whether a stretch is part of the name of an organisation.
    pub(crate) fn in_org(&self, range: &Range<usize>) -> bool {
        let at = self.orgs.partition_point(|org| org.range.end <= range.start);
        self.orgs.get(at).is_some_and(|org| org.range.start <= range.start && range.end <= org.range.end)
    }

    /// The place name that a place stands in or at whose end it is, if there is one.
    pub(crate) fn mention_around(&self, place: usize) -> Option<&Mention> {
        let at = self.mentions.partition_point(|mention| mention.range.end < place);
        self.mentions.get(at).filter(|mention| mention.range.start <= place)
    }

    /// Whether a place stands between quotation marks.
    pub(crate) fn is_quoted(&self, place: usize) -> bool {
        let at = self.quoted.partition_point(|range| range.end <= place);
        self.quoted.get(at).is_some_and(|range| range.start <= place)
    }

    /// The verbs within a stretch that stand outside of quotation marks and names of organisations.
    pub(crate) fn verbs<'a>(&'a self, range: &Range<usize>) -> impl Iterator<Item = (Verb, &'a Hit)> + 'a {
        self.hits_in(range).iter().filter_map(|hit| match hit.class {
            Class::Verb(verb) if !self.is_quoted(hit.start) && !self.in_name(hit) => Some((verb, hit)),
            _ => None,
        })
    }

    /// Whether a word is part of the name of an organisation or a place.
    fn in_name(&self, hit: &Hit) -> bool {
        let org = self.in_org(&(hit.start..hit.end));
        let at = self.mentions.partition_point(|mention| mention.range.end <= hit.start);
        org || self
            .mentions
            .get(at)
            .is_some_and(|mention| mention.range.start <= hit.start && hit.end <= mention.range.end)
    }
}

fn within<'a, T>(list: &'a [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'a [T] {
    let from = list.partition_point(|item| start(item) < range.start);
    let to = list.partition_point(|item| start(item) < range.end);
    list.get(from..to.max(from)).unwrap_or(&[])
}

/// What stands between quotation marks or in the marks of a title.
fn quotations(text: &Reading) -> Vec<Range<usize>> {
    const LONGEST: usize = 400;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (place, &c) in text.chars().iter().enumerate() {
        match (c, open) {
            ('“', None) => open = Some((place, '”')),
            ('《', None) => open = Some((place, '》')),
            (_, Some((start, close))) if c == close => {
                found.push(start..place + 1);
                open = None;
            }
            (_, Some((start, _))) if place - start > LONGEST => open = None,
            _ => {}
        }
    }
    found
}
