//! A web page that was saved (`.html`): its title and body, without navigation, footers, side columns and share
//! buttons.

use scraper::{ElementRef, Html, Node};

/// Elements that hold no text of the article.
const LEFT_OUT: [&str; 18] = [
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button",
    "select", "iframe", "svg", "object", "audio", "video", "textarea", "menu",
];

/// Parts of the names (`class`, `id`) of what stands around an article.
const AROUND: [&str; 26] = [
    "nav",
    "menu",
    "share",
    "footer",
    "foot-",
    "breadcrumb",
    "crumb",
    "position",
    "sidebar",
    "side-bar",
    "related",
    "recommend",
    "copyright",
    "toolbar",
    "comment",
    "qrcode",
    "bdsharebuttonbox",
    "pagination",
    "banner",
    "login",
    "search",
    "friendlink",
    "hotnews",
    "prev-next",
    "printer",
    "advert",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 27] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "blockquote",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "center",
    "pre",
    "tbody",
    "thead",
    "body",
];

/// The lines of a page.
pub(super) fn lines(page: &str) -> String {
    let html = Html::parse_document(page);
    let Some(body) = named(html.root_element(), "body").next() else { return String::new() };
    let all = weight(body);
    let main = innermost(body, all);
    let mut out = String::new();
    let headed = named(main, "h1").chain(named(main, "h2")).any(|head| !is_around(head));
    if !headed && let Some(title) = title(&html) {
        out.push_str(&title);
        out.push_str("\n\n");
    }
    write(main, &mut out);
    tidy(&out)
}

/// The elements of a name within one, in order. Selectors would bring a parser of their own.
fn named<'h>(element: ElementRef<'h>, name: &'static str) -> impl Iterator<Item = ElementRef<'h>> {
    let within = element.descendants().skip(1).filter_map(ElementRef::wrap);
    within.filter(move |element| element.value().name() == name)
}

/// The title of the page without the name of the site: 某活动_某某工会网.
fn title(html: &Html) -> Option<String> {
    let text: String = named(html.root_element(), "title").next()?.text().collect();
    let title = text.split(['_', '|', '-', '–', '—']).next()?.trim().to_owned();
    (title.chars().count() >= 6).then_some(title)
}

/// How much running text an element holds: the characters of its text with a comma or full stop.
fn weight(element: ElementRef) -> usize {
    if is_around(element) {
        return 0;
    }
    element.children().fold(0, |sum, child| match child.value() {
        Node::Text(text) if text.contains(['，', '。']) => sum + text.trim().chars().count(),
        Node::Element(_) => sum + ElementRef::wrap(child).map_or(0, weight),
        _ => sum,
    })
}

/// The innermost element that holds nine tenths of the running text and the headline, if there is one.
fn innermost(body: ElementRef, all: usize) -> ElementRef {
    const DEEPEST: usize = 40;
    let heads = |element: ElementRef| named(element, "h1").next().is_some();
    let headed = heads(body);
    let mut at = body;
    for _ in 0..DEEPEST {
        let inner = at.children().filter_map(ElementRef::wrap).find(|child| {
            let block =
                BLOCKS.contains(&child.value().name()) && !matches!(child.value().name(), "p" | "tr" | "li");
            block && weight(*child) * 10 >= all * 9 && (!headed || heads(*child))
        });
        match inner.filter(|_| all > 0) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    at
}

/// Whether an element is navigation and the like, by what it is or is called. One that holds much running text
/// is none, whatever it is called.
fn is_around(element: ElementRef) -> bool {
    let value = element.value();
    if LEFT_OUT.contains(&value.name()) && value.name() != "header" {
        return true;
    }
    let hidden = value.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let names = [value.attr("class"), value.attr("id"), value.attr("role")];
    let named = names.into_iter().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        AROUND.iter().any(|part| name.contains(part))
    });
    let short = || element.text().filter(|text| text.contains('。')).map(str::len).sum::<usize>() < 300;
    hidden || ((named || value.name() == "header") && value.name() != "body" && short())
}

fn write(element: ElementRef, out: &mut String) {
    if is_around(element) {
        return;
    }
    let name = element.value().name();
    if name == "br" {
        out.push('\n');
        return;
    }
    if name == "tr" {
        let cells = element.children().filter_map(ElementRef::wrap).filter(|cell| !is_around(*cell));
        let cells: Vec<String> = cells.map(|cell| one_line(&cell.text().collect::<String>())).collect();
        out.push('\n');
        out.push_str(&cells.join("\t"));
        out.push('\n');
        return;
    }
    let block = BLOCKS.contains(&name);
    if block {
        out.push_str(if name.starts_with('h') && name.len() == 2 { "\n\n" } else { "\n" });
    }
    if name == "li" {
        out.push('●');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&text.replace(['\n', '\r', '\t'], " ")),
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child) {
                    write(child, out);
                }
            }
            _ => {}
        }
    }
    if block {
        out.push('\n');
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines without white space at their ends, at most two blank ones in a row; a mark alone joins its text.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(|line| line.trim_matches([' ', '\u{3000}', '\u{a0}', '\r'])) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if out.ends_with('●') {
            out.push_str(line.trim_start_matches('●'));
        } else {
            if !out.is_empty() {
                out.push_str(if blank > 2 { "\n\n" } else { "\n" });
            }
            out.push_str(line);
        }
        blank = 0;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_without_what_stands_around_it() {
        let page = "<!DOCTYPE html><html><head><title>某县总工会送清凉_某县工会网</title></head><body>\
            <div class=\"top-nav\"><a>首页</a><a>动态</a></div>\
            <div class=\"main\"><h1>某县总工会送清凉</h1><p>来源：某县总工会　2024-07-05</p>\
            <div class=\"content\"><p>7月3日，某县总工会慰问环卫工人，<b>200名</b>职工领到&nbsp;清凉包。</p>\
            <ul><li>一家企业</li></ul><table><tr><td>日期</td><td>单位</td></tr></table></div>\
            <div class=\"bdsharebuttonbox\">分享到：微信</div></div>\
            <div id=\"footer\">版权所有，某县总工会。</div></body></html>";
        let got = lines(page);
        let expected = "某县总工会送清凉\n来源：某县总工会　2024-07-05\n7月3日，某县总工会慰问环卫工人，200名职工领到\u{a0}清凉包。\n●一家企业\n\n日期\t单位\n";
        assert_eq!(got, expected);
    }
}
