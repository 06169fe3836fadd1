//! The main views as markup. `UPDATE_EXPECT=1 cargo test --features app` writes the files anew; read the diff.

use std::rc::Rc;

use expect_test::{ExpectFile, expect_file};
use gongxun::app::atlas::AtlasState;
use gongxun::app::late::{Late, LateStage, LateState};
use gongxun::app::results::results;
use gongxun::app::state::Action;
use gongxun::app::view::{Body, Failure, Page, failure, keywords, loading};
use gongxun::app::words::words;
use gongxun::publish::{Settings, questions};
use yew::prelude::*;

use super::{archive, state};

/// The markup of a component, a line for each element.
pub(super) fn markup<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    let rendering =
        async { yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = tokio::task::LocalSet::new().block_on(&runtime, rendering);
    let mut lines = html.replace("><", ">\n<") + "\n";
    // Shapes of a figure stand together.
    for shape in ["rect", "line", "text"] {
        lines = lines.replace(&format!(">\n<{shape}"), &format!("><{shape}"));
        lines = lines.replace(&format!(">\n</{shape}"), &format!("></{shape}"));
    }
    lines
}

pub(super) fn page(hash: &str) -> Page {
    let (archive, state) = (Rc::new(archive()), Rc::new(state(hash)));
    Page {
        words: words(None),
        settings: Rc::new(Settings { questions: questions(&archive.corpus), ..Settings::default() }),
        results: Rc::new(results(&archive, &state.address, Some(Late::native()))),
        atlas: AtlasState::default(),
        late: LateState::new(LateStage::Here(Late::native()), Callback::noop()),
        look: Rc::default(),
        archive,
        state,
        act: Callback::noop(),
        desk: Rc::default(),
        wish: Callback::noop(),
        outside: None,
        site: None,
        silent: None,
    }
}

#[track_caller]
fn check(hash: &str, expected: ExpectFile) {
    expected.assert_eq(&markup::<Body>(page(hash)));
}

#[test]
fn the_first_screen() {
    check("", expect_file!["../../fixtures/app/first.html"]);
}

#[test]
fn a_search_with_filters() {
    check("q=送清凉&d=500112", expect_file!["../../fixtures/app/search.html"]);
}

#[test]
fn nothing_found_and_a_bad_value() {
    check("q=火星&v=table", expect_file!["../../fixtures/app/nothing.html"]);
}

/// Each word leads to the question with it.
#[test]
fn keywords_are_links_that_add_themselves() {
    #[component]
    fn Shown(page: &Page) -> Html {
        keywords(page, &["工地".to_owned()])
    }
    let page = page("q=送清凉&d=500112");
    let with = page.href(&Action::Ask("送清凉 工地".to_owned())).replace('&', "&amp;");
    let markup = markup::<Shown>(page);
    assert!(markup.contains("常见词") && markup.contains(">工地</a>"), "{markup}");
    assert!(markup.contains(&format!("href=\"{with}\"")), "{with} of {markup}");
}

/// Rule 5: what holds only some of the words is under a line that says so.
#[test]
fn a_relaxed_result_says_so() {
    let markup = markup::<Body>(page("q=劳模送清凉"));
    assert!(markup.contains("没有一篇同时符合“劳模送清凉”"), "{markup}");
}

#[test]
fn a_question_with_its_answer() {
    check("q=渝北区送清凉有多少人参加", expect_file!["../../fixtures/app/question.html"]);
}

#[test]
fn a_question_that_finds_nothing_offers_another() {
    check("q=2020年渝北区办过几次送清凉", expect_file!["../../fixtures/app/question_nothing.html"]);
}

#[test]
fn the_districts() {
    check("v=map", expect_file!["../../fixtures/app/districts.html"]);
}

#[test]
fn the_months() {
    check("v=timeline&t=慰问帮扶", expect_file!["../../fixtures/app/months.html"]);
}

#[test]
fn the_statistics() {
    check("v=stats&d=500112", expect_file!["../../fixtures/app/stats.html"]);
}

#[test]
fn an_article_at_one_of_its_activities() {
    let hash = "q=送清凉&a=aaaaaaaaaaa2&act=aaaaaaaaaaa2-00000004";
    check(hash, expect_file!["../../fixtures/app/article.html"]);
}

#[test]
fn text_that_looks_like_markup_is_text() {
    check("a=aaaaaaaaaaa4", expect_file!["../../fixtures/app/text.html"]);
}

#[test]
fn the_about_page() {
    check("v=about", expect_file!["../../fixtures/app/about.html"]);
}

#[component]
fn Waiting() -> Html {
    loading(words(None))
}

#[component]
fn Failing() -> Html {
    let why = Failure { kind: "truncated", message: "资料不完整。".to_owned() };
    failure(words(None), &why, Callback::noop())
}

#[test]
fn loading_and_failing() {
    let both = markup::<Waiting>(()) + &markup::<Failing>(());
    expect_file!["../../fixtures/app/status.html"].assert_eq(&both);
}
