//! What stands in other people's pages (嵌入): `embed.js` with the script that it loads, `embed.html` for frames, and
//! the [lists](super::lists) for where neither can run. It is for the site alone: a file on a stick has no address.

use std::collections::BTreeMap;

use maud::html;
use serde::Serialize;

use super::lists::{districts, lists};
use super::manifest::Manifest;
use super::page::{Wiring, fill};
use super::{Input, OutFile, PartName, PublishError, escape};

/// Where in the stub the name of the script stands that it loads.
const ELEMENT: &str = "gongxun:element";
/// Where in the frame's script the districts stand that have a list.
const DISTRICTS: &str = "gongxun:districts";

/// What the script of an element knows of its site.
#[derive(Serialize)]
struct Site<'a> {
    manifest: &'a Manifest,
    blocks: &'a BTreeMap<PartName, String>,
    style: &'a str,
}

/// What of the site's page the frame's page has, too.
pub(super) struct Shared<'a> {
    /// The parts.
    pub(super) manifest: &'a Manifest,
    /// Parts that are no files.
    pub(super) blocks: &'a BTreeMap<PartName, String>,
    /// The styles.
    pub(super) styles: &'a str,
    /// What the page has in its head and at its end.
    pub(super) wiring: &'a Wiring,
}

/// All files of the embed.
pub(super) fn embed(input: &Input<'_>, shared: &Shared<'_>) -> Result<Vec<OutFile>, PublishError> {
    let app = input.app;
    let style = element_style(shared.styles);
    let site = Site { manifest: shared.manifest, blocks: shared.blocks, style: &style };
    let element = format!(
        "(function () {{\n{}\nvar SITE = {};\n{}\n{}\n}})();\n",
        app.glue,
        escape::json(&serde_json::to_string(&site)?),
        app.parts,
        app.embed.element
    );
    let mut files = Vec::new();
    let mut asset = |stem: &str, extension: &str, text: String| {
        let file = OutFile::named_by_content(stem, extension, text.into_bytes());
        let path = file.path.clone();
        files.push(file);
        path
    };
    let element = asset("assets/element", "js", element);
    let list = asset("assets/list", "css", app.embed.list.clone());
    let codes: Vec<String> = districts(input).keys().map(ToString::to_string).collect();
    let frame = asset("assets/frame", "js", app.embed.frame.replace(DISTRICTS, &codes.join(",")));
    let wiring = Wiring {
        manifest: shared.wiring.manifest.clone(),
        head: html! {
            meta name="robots" content="noindex";
            script src=(frame) defer {}
            (shared.wiring.head)
        },
        end: shared.wiring.end.clone(),
    };
    files.push(OutFile { path: "embed.html".to_owned(), bytes: fill(input, &wiring)?.into_bytes() });
    let stub = compact(&app.embed.stub).replace(ELEMENT, &element);
    files.push(OutFile { path: "embed.js".to_owned(), bytes: stub.into_bytes() });
    files.extend(lists(input, &list));
    Ok(files)
}

/// The page's styles for a shadow root: what is asked of the window's width is asked of the element's.
fn element_style(styles: &str) -> String {
    // Minified styles have no space there.
    ["(max-width:", "(min-width:"].iter().fold(styles.to_owned(), |styles, asked| {
        let container = format!("@container {asked}");
        styles.replace(&format!("@media {asked}"), &container).replace(&format!("@media{asked}"), &container)
    })
}

/// A script without comment lines and most white space. It must be written for it: a comment has a line of its
/// own, a pattern has no quotes and no spaces, and a line that ends in `;`, `,`, `{` or `(` ends nothing else.
fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let before = out.chars().next_back().unwrap_or('\n');
        let after = rest.peek().copied().unwrap_or('\n');
        match (quote, c) {
            (Some(open), _) => {
                out.push(c);
                quote = quote.filter(|_| c != open);
            }
            (None, '\'' | '"') => {
                out.push(c);
                quote = Some(c);
            }
            (None, ' ') if !(word(before) && word(after)) => {}
            (None, '\n') if "{;,(".contains(before) || after == '}' => {}
            (None, '}') if before == ';' => {
                out.pop();
                out.push(c);
            }
            (None, _) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_stay_as_they_are() {
        let script = "// a word\nconst a = 'x  // y', b = c => {\n  return 'a;}';\n};\nif (a)\n  b();\n";
        assert_eq!(compact(script), "const a='x  // y',b=c=>{return'a;}'};if(a)\nb();");
    }

    #[test]
    fn widths_are_the_element_s() {
        let style = element_style("@media (max-width: 52em) { a {} } @media print { b {} }");
        assert_eq!(style, "@container (max-width: 52em) { a {} } @media print { b {} }");
        assert_eq!(element_style("@media(min-width:52em){a{}}"), "@container (min-width:52em){a{}}");
    }
}
