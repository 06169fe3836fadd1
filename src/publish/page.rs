//! The page around the app: what is read without script, the notice for old browsers, and the template's
//! marks. It knows nothing of how parts are carried.

use maud::{Markup, PreEscaped, html};

use super::{Input, PublishError};
use crate::corpus::{Article, Bulletin};
use crate::date::Day;

/// How many articles the page lists without script.
const LISTED: usize = 30;
/// How much of its first paragraph stands for an article without a title, in characters.
const LEAD: usize = 24;

const HEAD: &str = "<!--gongxun:head-->";
const BODY: &str = "<!--gongxun:body-->";
const END: &str = "<!--gongxun:end-->";
const TRUNK: [&str; 2] = ["<!--trunk-->", "<!--/trunk-->"];

/// What differs between deliveries: the manifest as JSON, and markup for the end of the head and of the body.
pub(super) struct Wiring {
    pub(super) manifest: String,
    pub(super) head: Markup,
    pub(super) end: Markup,
}

/// The template filled.
pub(super) fn fill(input: &Input<'_>, wiring: &Wiring) -> Result<String, PublishError> {
    let title = title(input);
    let head = html! {
        title { (title) }
        @if let Some(publisher) = &input.settings.publisher { meta name="author" content=(publisher); }
        meta name="description" content=(format!("{title}：工会简报检索，共 {} 篇文章", input.corpus.articles().count()));
        link rel="icon" href=(ICON);
        script type="application/json" id="gongxun-manifest" { (PreEscaped(&wiring.manifest)) }
        (wiring.head)
    };
    let template = template(input);
    // Three cuts at marks of the template itself; what is put in is never searched for marks.
    let (before_head, rest) = cut(&template, HEAD)?;
    let (before_body, rest) = cut(rest, BODY)?;
    let (before_end, after) = cut(rest, END)?;
    Ok([before_head, &head.0, before_body, &words(input, title).0, before_end, &wiring.end.0, after].concat())
}

/// A white 工 on red; a page without an icon makes browsers ask the host for one.
pub(super) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect \
    width='16' height='16' rx='3' fill='%23c8102e'/%3E%3Cpath d='M3 4h10M8 4v8M2 12h12' stroke='%23fff' \
    stroke-width='2'/%3E%3C/svg%3E";

/// The name of the site.
pub(super) fn title<'a>(input: &Input<'a>) -> &'a str {
    match &input.settings.title {
        Some(title) => title,
        None if input.corpus.title.is_empty() => "工讯",
        None => &input.corpus.title,
    }
}

fn cut<'t>(text: &'t str, mark: &'static str) -> Result<(&'t str, &'t str), PublishError> {
    text.split_once(mark).ok_or(PublishError::TemplateMark(mark))
}

/// The template without Trunk's list.
pub(super) fn template(input: &Input<'_>) -> String {
    let template = &input.app.template;
    match (template.split_once(TRUNK[0]), template.split_once(TRUNK[1])) {
        (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
        _ => template.clone(),
    }
}

fn words(input: &Input<'_>, title: &str) -> Markup {
    let settings = input.settings;
    html! {
        div class="static-page" data-state="loading" {
            header {
                h1 { (title) }
                @if let Some(publisher) = &settings.publisher { p { (publisher) } }
            }
            main {
                div id="gongxun-status" hidden { p role="status" { "正在载入检索……" } }
                div id="gongxun-old-browser" role="alert" hidden {
                    p { strong { "这个浏览器太旧，不能运行检索。" } }
                    p { "请换一种打开方式：" }
                    ul {
                        li { "360安全浏览器、QQ浏览器、搜狗浏览器：点地址栏右侧的“e”或闪电图标，切换到“极速模式”；" }
                        li { "Edge、Chrome（86 或更高版本）、火狐（78 或更高版本）、Safari（14 或更高版本）。" }
                    }
                    p { "下面的目录不用检索也能看。" }
                }
                noscript { p { "检索、地图和统计需要 JavaScript，它现在是关闭的。下面是最近的文章目录。" } }
                h2 { "最近的文章" }
                ul class="articles" {
                    @for (day, bulletin, article) in latest(input) {
                        li {
                            @if let Some(day) = day { time datetime=(day) { (day) } " " }
                            (heading(article))
                            @if let Some(name) = &bulletin.title { " " small { (name) } }
                        }
                    }
                }
            }
            footer {
                @if let Some(contact) = &settings.contact { p { "联系：" (contact) } }
                @if let Some(number) = &settings.map_approval { p { "审图号：" (number) } }
                @if let Some(number) = &settings.icp { p { (number) } }
            }
        }
    }
}

/// Newest first, then in text order; undated ones last.
fn latest<'a>(input: &Input<'a>) -> Vec<(Option<Day>, &'a Bulletin, &'a Article)> {
    let mut articles: Vec<_> = input
        .corpus
        .articles()
        .map(|(bulletin, article)| {
            (article.date.as_ref().map(|date| date.start).or(bulletin.issued), bulletin, article)
        })
        .collect();
    articles.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    articles.truncate(LISTED);
    articles
}

fn heading(article: &Article) -> String {
    if !article.title.is_empty() {
        return article.title.clone();
    }
    let lead: String = article.paragraphs.iter().flat_map(|text| text.chars()).take(LEAD).collect();
    format!("{lead}……")
}
