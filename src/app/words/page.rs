//! The words of the page: what stands around the views, the list, the filters, the reader, and what went wrong.
//! The words themselves are in `data/words/page.tsv`.

use super::table::{Lines, table};
use super::{AboutWords, AddWords, DateWords, EmbedWords, FigureWords};
use crate::text::{Value, fill};

table! {
    /// The words of one language.
    Words {
        name;
        /// The page's title, of the one that it came with.
        own_title(title: &str);
        skip;
        view[search timeline map stats about embed add];
        theme[auto light dark];
        /// What turns 长者模式 on, and what turns it off.
        elder;
        not_elder;
        /// The name of the language that one may change to, in that language.
        other_language;
        no_english;
        main_nav;
        hero;
        intro;
        covers_of(places: &str, of: usize, when: &str);
        /// What the three figures of the first screen count.
        counted[bulletins articles activities];
        try_these;
        search;
        search_hint;
        clear_words;
        /// The list under the search field.
        offers;
        offer_word;
        offer_title;
        filter_key[place type audience organiser date source];
        in_articles(count: u32);
        in_activities(count: u32);
        /// Above articles that match in part.
        sharing;
        /// Above articles that tell of the like.
        similar;
        /// Before queries that were perhaps meant.
        near;
        /// Above words that tell what was found apart.
        keywords;
        how_to;
        latest;
        /// That a unit's articles come first.
        led_by(place: &str);
        all(articles: usize, activities: usize);
        found(articles: usize, activities: usize);
        relaxed(words: &str);
        nothing;
        nothing_dated;
        nothing_hints[shorter fewer places];
        more(shown: usize, total: usize);
        /// Below a list that is longer than what goes onto paper.
        printed_part(printed: usize, total: usize);
        results;
        filters;
        chosen;
        remove(what: &str);
        drop_filters;
        clear_all;
        filters_chosen(chosen: usize);
        close_filters(articles: usize);
        district;
        kind;
        audience;
        month;
        source;
        organiser;
        period;
        expand(all: usize);
        collapse;
        /// The answer to a plain question.
        answer;
        understood;
        in_words;
        take;
        counted_from_day(today: &str);
        more_rows(count: usize);
        /// Before a reading that is not sure, and before others that would find something.
        perhaps;
        or_perhaps;
        ask_these;
        untitled;
        no_date;
        activities(count: usize);
        open_records;
        close_records;
        more_activities(count: usize);
        rank;
        tied(rank: usize);
        count;
        share;
        districts_title;
        districts_note;
        wide(name: &str, count: usize);
        nowhere(count: usize);
        copy_tables;
        months_title;
        months_told(dated: usize, sum: usize, undated: usize);
        /// What a unit's own activities are called among those of the units beneath it.
        own_level;
        /// What has no date and may lie in the chosen period: in a sentence, and beside a count.
        maybe(count: usize);
        maybe_short(count: usize);
        /// When an article was printed: before a date, and with it.
        printed_on;
        printed(date: &str);
        undated(count: usize);
        undated_reason[vague none damaged];
        no_activities;
        back_to_list;
        position(at: usize, of: usize);
        previous;
        next;
        basis_issued;
        basis_article;
        basis_words(words: &str, year: &str);
        year_issued;
        year_words(words: &str);
        copy_citation;
        copy_record;
        copied;
        copy_failed;
        caption;
        in_simplified;
        in_original;
        marked(words: &str);
        records(count: usize);
        record(number: usize);
        no_record;
        field[title date places venues organisers types audiences participants honours];
        place_basis[text organiser venue bulletin];
        mentioned;
        same_as;
        sure[certain likely guess];
        year_only(year: i32);
        undated_damaged(words: &str);
        undated_vague(words: &str);
        about;
        people(about: &str, count: u64);
        people_of(about: &str, count: u64, unit: &str, of: &str);
        things_of(about: &str, count: u64, unit: &str, of: &str);
        see;
        back_to_record(number: usize);
        see_words(field: &str);
        separator;
        comma;
        colon;
        stop;
        /// Between two sentences.
        space;
        wide_space;
        /// In brackets.
        inside(words: &str);
        gone_article(id: &str);
        gone_activity(id: &str);
        link_part[places types audiences from to view lang elder other];
        link_wrong(what: &str, value: &str);
        /// What the address asks for and this archive does not have.
        not_here(value: &str);
        dismiss;
        loading;
        retry;
        failed;
        failure[missing damaged version other];
        empty_title;
        empty_text;
        sources;
        articles(count: usize);
        bulletin_year_issued(year: i32);
        bulletin_year(year: i32, words: &str);
        version(version: &str);
        contact;
        map_approval;
        footer;
    }
    with {
        code: &'static str,
        dates: &'static DateWords,
        figures: &'static FigureWords,
        embed: &'static EmbedWords,
        add: &'static AddWords,
        about_page: &'static AboutWords,
        labels: std::collections::BTreeMap<&'static str, &'static str>
    }
}
