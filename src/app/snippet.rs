//! The lines of HTML that put an explorer into another page (嵌入代码). Pure: the builder's view shows them.

use maud::{Markup, html};

use super::url::{Lang, View};
use crate::place::Adcode;

/// What an embedded explorer begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The view.
    pub view: View,
    /// The district; `None` for all.
    pub district: Option<Adcode>,
    /// A type or sub-type; empty for all.
    pub kind: String,
    /// Words; empty for none.
    pub words: String,
    /// Its height in pixels; `None` for as high as what it shows.
    pub height: Option<u32>,
    /// `light` or `dark`; empty for as the device says.
    pub theme: &'static str,
    /// The language of the surface; `None` for Chinese.
    pub lang: Option<Lang>,
}

impl Choice {
    /// The attributes that differ from what goes without saying, in a fixed order.
    fn attributes(&self) -> Vec<(&'static str, String)> {
        let view = if self.view == View::Search { "" } else { self.view.code() };
        let district = self.district.map(|code| code.to_string()).unwrap_or_default();
        let height = self.height.map(|height| height.to_string()).unwrap_or_default();
        let all = [
            ("district", district),
            ("view", view.to_owned()),
            ("q", self.words.trim().to_owned()),
            ("types", self.kind.clone()),
            ("height", height),
            ("theme", self.theme.to_owned()),
            ("lang", self.lang.map(Lang::code).unwrap_or_default().to_owned()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// The element, for pages that allow scripts; within it a link, for readers whose browser does not.
///
/// ```
/// use gongxun::app::snippet::{Choice, element};
/// let choice = Choice { district: "500103".parse().ok(), ..Choice::default() };
/// assert_eq!(
///     element("https://example.org/gongxun/", "渝中区工会活动", &choice),
///     "<script src=\"https://example.org/gongxun/embed.js\" async></script>\n\
///      <gongxun-explorer district=\"500103\">\
///      <a href=\"https://example.org/gongxun/embed/500103.html\">渝中区工会活动</a></gongxun-explorer>"
/// );
/// ```
pub fn element(site: &str, title: &str, choice: &Choice) -> String {
    let page = match choice.district {
        Some(code) => format!("{site}embed/{code}.html"),
        None => format!("{site}embed/index.html"),
    };
    let script = html! { script src=(format!("{site}embed.js")) async {} };
    let link = html! { a href=(page) { (title) } };
    format!("{}\n<gongxun-explorer{}>{}</gongxun-explorer>", script.0, written(&choice.attributes()), link.0)
}

/// The frame, for pages that do not; its height follows what it shows only where `embed.js` is there, too.
pub fn frame(site: &str, title: &str, choice: &Choice) -> String {
    let height = choice.height.unwrap_or(720).to_string();
    let frame = html! {
        iframe src=(frame_address(site, choice)) title=(title) width="100%" height=(height)
            style="border:0" loading="lazy" {}
    };
    let script = html! { script src=(format!("{site}embed.js")) async {} };
    let script = if choice.height.is_none() { format!("\n{}", script.0) } else { String::new() };
    frame.0 + &script
}

/// The address that a frame shows.
pub fn frame_address(site: &str, choice: &Choice) -> String {
    let pairs = choice.attributes();
    let pairs = pairs.iter().map(|(key, value)| format!("{key}={}", super::url::escape(value)));
    let query = pairs.collect::<Vec<_>>().join("&");
    if query.is_empty() { format!("{site}embed.html") } else { format!("{site}embed.html?{query}") }
}

/// ` key="value"` for each; values are escaped by the template.
fn written(attributes: &[(&'static str, String)]) -> String {
    let one = |(key, value): &(&'static str, String)| {
        let value: Markup = html! { (value) };
        format!(" {key}=\"{}\"", value.0)
    };
    attributes.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_values() {
        let choice = Choice { words: "\"><b>送清凉&".to_owned(), height: Some(480), ..Choice::default() };
        let element = element("/", "工会", &choice);
        assert!(element.contains(r#" q="&quot;&gt;&lt;b&gt;送清凉&amp;" height="480">"#), "{element}");
        let address = frame_address("/", &choice);
        assert_eq!(address, "/embed.html?q=%22%3E%3Cb%3E%E9%80%81%E6%B8%85%E5%87%89%26&height=480");
        assert!(!frame("/", "工会", &choice).contains("<script"));
    }

    #[test]
    fn what_goes_without_saying_is_left_out() {
        assert_eq!(frame_address("/", &Choice::default()), "/embed.html");
        assert!(
            frame("/", "工会", &Choice::default()).ends_with("\n<script src=\"/embed.js\" async></script>")
        );
    }
}
