//! The words of the timeline, the map and what ties them together. The words themselves are in
//! `data/words/figures.tsv`, those of a time axis in `layout`.

use super::Words;
use super::table::{Lines, table};
use crate::layout::timeline::{EN, Level, Wording, ZH};
use crate::text::{Value, fill};

/// What has most, how many, and how many units have as many.
pub type Most<'a> = (&'a str, usize, usize);

table! {
    /// The words of one language.
    FigureWords {
        by_activity;
        timeline_title;
        timeline_told(days: &str, count: usize, unit: &str, most: u32);
        nothing_dated;
        nothing_in_view;
        level[decade year month week day];
        levels;
        zoom_in;
        zoom_out;
        whole;
        earlier;
        later;
        stack;
        rest;
        none;
        vague;
        keys;
        brush;
        from;
        to;
        no_period;
        date_hint;
        date_wrong(typed: &str);
        bin(unit: &str, count: u32);
        undated_more(count: usize);
        quiet(days: &str);
        ongoing(count: u32);
        count(count: u32);
        map_title;
        map_told(place: &str, units: usize, with: usize, most: &str);
        map_most(name: &str, count: usize);
        map_tied(name: &str, tied: usize, count: usize);
        map_loading;
        map_failed;
        map_none;
        form_boundaries;
        form_tiles;
        form;
        scope;
        country;
        cities;
        counties;
        unit_told(name: &str, count: usize);
        unit_untold(name: &str);
        no_data;
        /// Units that have nothing but what has no date.
        maybe_units;
        only_maybe(count: usize);
        class_one(from: u32);
        class_range(from: u32, to: u32);
        units(count: usize);
        classes_note;
        sketch;
        credits;
        map_keys;
        old_units;
        new_units;
        unit_set;
        changed_units[old_spans new_spans old new];
        by_name;
        by_count;
        sort;
        mine_title;
        my_place;
        my_audience;
        unset;
        mine_note;
        mine_latest(what: &str);
        mine_all;
        mine_none(what: &str);
        no_material(name: &str);
        forget;
        edits(count: usize);
        edits_note;
        edit_was(was: &str);
        edit_kind[
            bullet byte_shift full_width ornament page_break page_number pinyin_noise related_links repeated_char
            repeated_paragraph running_head spaced_out stray_comma stray_line torn_digits web_chrome
        ];
    }
    with { wording: &'static Wording }
}

/// The rules of cleaning, in the order of their names above.
const RULES: [&str; 16] = [
    "bullet",
    "byte-shift",
    "full-width",
    "ornament",
    "page-break",
    "page-number",
    "pinyin-noise",
    "related-links",
    "repeated-char",
    "repeated-paragraph",
    "running-head",
    "spaced-out",
    "stray-comma",
    "stray-line",
    "torn-digits",
    "web-chrome",
];

impl FigureWords {
    /// The words of a time axis in the language of a code.
    pub(super) fn wording_of(code: &str) -> &'static Wording {
        if code == Words::ENGLISH { &EN } else { &ZH }
    }

    /// The sentence that goes with the timeline: activities, from when to when, the fullest unit and its count.
    pub fn timeline_says(&self, count: usize, days: &str, fullest: Option<(&str, u32)>) -> String {
        let (unit, most) = fullest.unwrap_or_default();
        self.timeline_told(days, count, unit, most)
    }

    /// The sentence that goes with the map: units, units with activities, the fullest and its count.
    pub fn map_says(&self, place: &str, units: usize, with: usize, most: Option<Most<'_>>) -> String {
        let most = match most {
            None => String::new(),
            Some((name, count, 1)) => self.map_most(name, count),
            Some((name, count, tied)) => self.map_tied(name, tied, count),
        };
        self.map_told(place, units, with, &most)
    }

    /// The name of a unit of time.
    pub fn level(&self, level: Level) -> &'static str {
        self.level[level as usize]
    }

    /// A unit with its count; `None` where nothing is known of it.
    pub fn unit_count(&self, name: &str, count: Option<usize>) -> String {
        count.map_or_else(|| self.unit_untold(name), |count| self.unit_told(name, count))
    }

    /// A class of the map.
    pub fn class(&self, from: u32, to: u32) -> String {
        if from == to { self.class_one(from) } else { self.class_range(from, to) }
    }

    /// What a change of units means for the map: whether the old ones are drawn, and whether the period spans it.
    pub fn changed(&self, old: bool, spans: bool) -> &'static str {
        self.changed_units[usize::from(!old) + if spans { 0 } else { 2 }]
    }

    /// What a rule of cleaning mends; a rule that is not known is called by its own name.
    pub fn edit_rule<'a>(&self, rule: &'a str) -> &'a str {
        RULES.iter().position(|known| *known == rule).map_or(rule, |at| self.edit_kind[at])
    }
}
