//! The URL hash as the query: an [`Address`] from a hash and back. Pure, so that it is tested natively.
//!
//! Unknown keys are kept as they came. A value that cannot be read is left out and reported, never an error.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::corpus::{ActivityId, ArticleId};
use crate::date::Day;
use crate::place::Adcode;

/// What the reader asks for: everything that a shared link carries.
///
/// ```
/// use gongxun::app::url::{Address, parse, print};
/// let (address, misread) = parse("#q=%E9%80%81%E6%B8%85%E5%87%89&d=500103,500113&from=2024-07&v=table");
/// assert_eq!((address.q.as_str(), address.places.len()), ("送清凉", 2));
/// assert_eq!(misread[0].key, "v");
/// assert_eq!(print(&address), "q=%E9%80%81%E6%B8%85%E5%87%89&d=500103,500113&from=2024-07-01");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// `q`: the words, as typed.
    pub q: String,
    /// `d`: districts, any of which will do.
    pub places: Vec<Adcode>,
    /// `t`: types and sub-types.
    pub types: Vec<String>,
    /// `who`: audiences (对象).
    pub audiences: Vec<String>,
    /// `from`: the first day; a month or a year means its first day.
    pub from: Option<Day>,
    /// `to`: the last day; a month or a year means its last day.
    pub to: Option<Day>,
    /// `org`: organisers.
    pub organisers: Vec<String>,
    /// `src`: bulletins, by id.
    pub sources: Vec<String>,
    /// `v`: the view.
    pub view: View,
    /// `a`: the article that is open.
    pub article: Option<ArticleId>,
    /// `act`: the activity within it that is pointed at.
    pub activity: Option<ActivityId>,
    /// `lang`: the language of the surface; where the hash does not say, the device's.
    pub lang: Option<Lang>,
    /// `elder`: 长者模式, larger and with more contrast. Read from a hash that says it, never written: it is the
    /// device's, and a link must not impose it.
    pub elder: bool,
    /// Pairs with keys that this version does not know, as they came.
    pub rest: Vec<String>,
}

/// The views that this version has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 检索
    #[default]
    Search,
    /// 时间
    Timeline,
    /// 地区
    Map,
    /// 统计
    Stats,
    /// 关于
    About,
    /// 嵌入网页
    Embed,
    /// 添加简报
    Add,
}

impl View {
    /// All views.
    pub const ALL: [View; 7] =
        [View::Search, View::Timeline, View::Map, View::Stats, View::Add, View::About, View::Embed];
    /// Those that the navigation leads to, in its order.
    pub const NAV: [View; 6] = [View::Search, View::Timeline, View::Map, View::Stats, View::Add, View::About];
    /// Those of the archive itself, which a page of others may show.
    pub const EXPLORING: [View; 4] = [View::Search, View::Timeline, View::Map, View::Stats];

    /// Whether it shows the archive, rather than tells about it.
    pub fn explores(self) -> bool {
        View::EXPLORING.contains(&self)
    }

    /// The view's name in the hash.
    pub fn code(self) -> &'static str {
        match self {
            View::Search => "search",
            View::Timeline => "timeline",
            View::Map => "map",
            View::Stats => "stats",
            View::About => "about",
            View::Embed => "embed",
            View::Add => "add",
        }
    }
}

/// The languages that this version has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

impl Lang {
    /// The language's name in the hash and in the device's memory.
    ///
    /// ```
    /// use gongxun::app::url::Lang;
    /// assert_eq!((Lang::En.code(), Lang::from_code("zh"), Lang::from_code("fr")), ("en", Some(Lang::Zh), None));
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The language of a name.
    pub fn from_code(code: &str) -> Option<Lang> {
        [Lang::Zh, Lang::En].into_iter().find(|lang| lang.code() == code)
    }
}

/// A value that could not be read and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The key.
    pub key: String,
    /// The value, decoded where that was possible.
    pub value: String,
}

/// Everything but letters, digits and what may stand in a fragment without harm to a list or a pair.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// Reads a hash, with or without its `#`.
pub fn parse(hash: &str) -> (Address, Vec<Misread>) {
    let mut address = Address::default();
    let mut misread = Vec::new();
    for pair in hash.strip_prefix('#').unwrap_or(hash).split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let mut bad = |value: &str| misread.push(Misread { key: key.to_owned(), value: value.to_owned() });
        match key {
            "q" => match decode(value) {
                Some(words) => address.q = words,
                None => bad(value),
            },
            "d" => list(value, &mut address.places, |item| item.parse().ok(), bad),
            "t" => list(value, &mut address.types, text, bad),
            "who" => list(value, &mut address.audiences, text, bad),
            "org" => list(value, &mut address.organisers, text, bad),
            "src" => list(value, &mut address.sources, text, bad),
            "from" => one(value, &mut address.from, |text| bounds(text).map(|(first, _)| first), bad),
            "to" => one(value, &mut address.to, |text| bounds(text).map(|(_, last)| last), bad),
            "a" => one(value, &mut address.article, |text| Some(ArticleId::from(text)), bad),
            "act" => one(value, &mut address.activity, |text| Some(ActivityId::from(text)), bad),
            "lang" => one(value, &mut address.lang, Lang::from_code, bad),
            "v" => match View::ALL.into_iter().find(|view| view.code() == value) {
                Some(view) => address.view = view,
                None => bad(&decode(value).unwrap_or_default()),
            },
            "elder" => match value {
                "1" => address.elder = true,
                "0" => address.elder = false,
                _ => bad(&decode(value).unwrap_or_default()),
            },
            _ => address.rest.push(pair.to_owned()),
        }
    }
    if let (Some(from), Some(to)) = (address.from, address.to)
        && from > to
    {
        misread.push(Misread { key: "to".to_owned(), value: to.to_string() });
        address.to = None;
    }
    (address, misread)
}

/// What a hash says of 长者模式, where it says anything.
///
/// ```
/// use gongxun::app::url::says_elder;
/// assert_eq!((says_elder("#q=a&elder=1"), says_elder("elder=0"), says_elder("q=elder")), (Some(true), Some(false), None));
/// ```
pub fn says_elder(hash: &str) -> Option<bool> {
    hash.strip_prefix('#').unwrap_or(hash).split('&').find_map(|pair| match pair {
        "elder=1" => Some(true),
        "elder=0" => Some(false),
        _ => None,
    })
}

/// Writes the hash, without its `#`: what is at rest is left out, so that the empty address is empty.
pub fn print(address: &Address) -> String {
    let mut out = String::new();
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            if !out.is_empty() {
                out.push('&');
            }
            out.push_str(key);
            out.push('=');
            out.push_str(value);
        }
    };
    put("q", &escape(&address.q));
    put("d", &address.places.iter().map(|code| code.to_string()).collect::<Vec<_>>().join(","));
    put("t", &encode_list(&address.types));
    put("who", &encode_list(&address.audiences));
    put("from", &address.from.map(|day| day.to_string()).unwrap_or_default());
    put("to", &address.to.map(|day| day.to_string()).unwrap_or_default());
    put("org", &encode_list(&address.organisers));
    put("src", &encode_list(&address.sources));
    put("v", if address.view == View::Search { "" } else { address.view.code() });
    put("a", &address.article.as_ref().map(|id| escape(id.as_str())).unwrap_or_default());
    put("act", &address.activity.as_ref().map(|id| escape(id.as_str())).unwrap_or_default());
    put("lang", address.lang.map(Lang::code).unwrap_or_default());
    for pair in &address.rest {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(pair);
    }
    out
}

/// A hash with another value, in the hash's own form, for one key; what was open is closed. An empty value takes
/// the key away.
///
/// ```
/// use gongxun::app::url::with;
/// assert_eq!(with("q=a&d=500103&a=x", "d", "500112,500113"), "q=a&d=500112,500113");
/// ```
pub fn with(hash: &str, key: &str, value: &str) -> String {
    let stays = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !name.is_empty() && ![key, "a", "act"].contains(&name)
    };
    let wished = (!value.is_empty()).then(|| format!("{key}={value}"));
    let pairs = hash.split('&').filter(stays).map(str::to_owned).chain(wished);
    pairs.collect::<Vec<_>>().join("&")
}

impl Address {
    /// Whether words or filters narrow the archive.
    pub fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || self.filters()
    }

    /// The words and filters alone: what results depend on.
    pub fn question(&self) -> Address {
        Address {
            view: View::Search,
            article: None,
            activity: None,
            lang: None,
            elder: false,
            rest: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether filters, apart from words, narrow the archive.
    pub fn filters(&self) -> bool {
        !(self.places.is_empty()
            && self.types.is_empty()
            && self.audiences.is_empty()
            && self.organisers.is_empty()
            && self.sources.is_empty()
            && self.from.is_none()
            && self.to.is_none())
    }
}

fn decode(value: &str) -> Option<String> {
    percent_decode_str(value).decode_utf8().ok().map(|text| text.into_owned())
}

/// A value as it stands in a hash.
pub fn escape(value: &str) -> String {
    utf8_percent_encode(value, ESCAPED).to_string()
}

fn encode_list(items: &[String]) -> String {
    items.iter().map(|item| escape(item)).collect::<Vec<_>>().join(",")
}

fn text(item: &str) -> Option<String> {
    Some(item.to_owned())
}

fn list<T: PartialEq>(
    value: &str,
    into: &mut Vec<T>,
    read: impl Fn(&str) -> Option<T>,
    mut bad: impl FnMut(&str),
) {
    for item in value.split(',').filter(|item| !item.is_empty()) {
        let decoded = decode(item).unwrap_or_default();
        match read(&decoded).filter(|_| !decoded.is_empty()) {
            Some(item) if into.contains(&item) => {}
            Some(item) => into.push(item),
            None => bad(if decoded.is_empty() { item } else { &decoded }),
        }
    }
}

fn one<T>(value: &str, into: &mut Option<T>, read: impl Fn(&str) -> Option<T>, mut bad: impl FnMut(&str)) {
    if value.is_empty() {
        return;
    }
    let decoded = decode(value).unwrap_or_default();
    match read(&decoded).filter(|_| !decoded.is_empty()) {
        Some(item) => *into = Some(item),
        None => bad(if decoded.is_empty() { value } else { &decoded }),
    }
}

/// The first and the last day of `2024`, `2024-07` or `2024-07-31`.
fn bounds(text: &str) -> Option<(Day, Day)> {
    let digits = |part: &str, count| {
        (part.len() == count && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
    };
    let mut parts = text.splitn(3, '-');
    let year = i32::from(digits(parts.next()?, 4)?);
    match (parts.next(), parts.next()) {
        (None, _) => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        (Some(month), None) => {
            let month = u8::try_from(digits(month, 2)?).ok()?;
            Some((Day::new(year, month, 1)?, Day::last_of_month(year, month)?))
        }
        _ => text.parse().ok().map(|day| (day, day)),
    }
}
