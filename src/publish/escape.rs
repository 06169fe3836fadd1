//! Text inside `<script>` and `<style>`, where HTML's entities do not count: what would end the element, or
//! open a comment in it, is written in another way that means the same.

/// JSON without `<`: that can stand only inside strings, where `\u003c` is the same character.
pub(super) fn json(text: &str) -> String {
    text.replace('<', "\\u003c")
}

/// A script without `</script` and `<!--`, both of which can stand only in strings, patterns and comments.
pub(super) fn script(text: &str) -> String {
    replace_ignoring_case(text, "</script", "<\\/script").replace("<!--", "<\\!--")
}

/// A style without `</style`.
pub(super) fn style(text: &str) -> String {
    replace_ignoring_case(text, "</style", "<\\/style")
}

fn replace_ignoring_case(text: &str, from: &str, to: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, found) in lower.match_indices(from) {
        out.push_str(&text[done..at]);
        out.push_str(to);
        done = at + found.len();
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::{json, script, style};

    #[test]
    fn nothing_ends_its_element() {
        assert_eq!(json(r#"{"t":"</script><!--工会"}"#), r#"{"t":"\u003c/script>\u003c!--工会"}"#);
        assert_eq!(script("a('</SCRIPT>');b('<!--')"), "a('<\\/script>');b('<\\!--')");
        assert_eq!(style("a{content:'</Style>'}"), "a{content:'<\\/style>'}");
    }
}
