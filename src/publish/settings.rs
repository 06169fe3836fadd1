//! What a publisher sets (`site.toml`): names, colours and the numbers that Chinese law wants on a page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PublishError;
use crate::place::Adcode;

/// The settings of a site. All are optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The heading and the page's title; absent, the corpus' title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who publishes the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where the site will be: `https://…/`. Only links that leave the page need it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// The region that views open at; absent, that of the bulletins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Adcode>,
    /// The accent colour: `#c8102e`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// The site's ICP number (备案号), which a mainland host must show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icp: Option<String>,
    /// The map approval number (审图号).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map_approval: Option<String>,
    /// Whom to ask: a telephone number, an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Names of units that stand above those of the corpus. Publishing adds to this; nobody sets it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unit_names: BTreeMap<Adcode, String>,
    /// Questions to begin with: [`super::questions`]. Whoever publishes fills this; nobody sets it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
}

impl Settings {
    /// Checks what types cannot.
    ///
    /// # Errors
    /// A colour that is not `#` and 3 or 6 hexadecimal digits, or an address that is no web address.
    pub fn check(&self) -> Result<(), PublishError> {
        let wrong = |key, value: &str, expected| {
            Err(PublishError::Setting { key, value: value.to_owned(), expected })
        };
        match self.accent.as_deref() {
            Some(colour) if !is_colour(colour) => {
                return wrong("accent", colour, "“#”加 3 或 6 位十六进制数，如 #c8102e");
            }
            _ => {}
        }
        match self.base_url.as_deref() {
            Some(url) if !(url.starts_with("https://") || url.starts_with("http://")) => {
                wrong("base_url", url, "以 https:// 或 http:// 开头的网址")
            }
            _ => Ok(()),
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
