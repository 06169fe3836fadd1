//! The state of one explorer on a page, what can happen to it, and what then becomes of it: one pure
//! [`reduce`]. Hits and counts are not here: they are derived from this and the archive.

use super::url::{Address, Lang, Misread, View, parse, print, says_elder, with};
use crate::corpus::{ActivityId, ArticleId};
use crate::date::Day;
use crate::place::Adcode;

/// How many articles a list shows at first, and how many more at each wish.
pub const PAGE: usize = 20;

/// Everything that a view depends on besides the archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What the URL says.
    pub address: Address,
    /// What the URL said and could not be read.
    pub misread: Vec<Misread>,
    /// How many pages of the list are shown beyond the first.
    pub more: usize,
    /// Whether the filters are open where the screen is narrow.
    pub sheet: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Whom the reader wants the latest for.
    pub mine: Mine,
}

/// 我的区县, 我是…: what the reader chose once, kept on the device and in no address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    /// My district.
    pub place: Option<Adcode>,
    /// The audience that I belong to.
    pub audience: Option<String>,
}

impl Mine {
    /// Whether something is chosen.
    pub fn is_set(&self) -> bool {
        *self != Mine::default()
    }

    /// As the device keeps it: the code, a bar, the audience.
    ///
    /// ```
    /// use gongxun::app::state::Mine;
    /// let mine = Mine { place: "500113".parse().ok(), audience: Some("农民工".into()) };
    /// assert_eq!(mine.to_text(), "500113|农民工");
    /// assert_eq!(Mine::from_text("500113|农民工"), mine);
    /// assert!(!Mine::from_text("火星").is_set());
    /// ```
    pub fn to_text(&self) -> String {
        let place = self.place.map(|code| code.to_string()).unwrap_or_default();
        format!("{place}|{}", self.audience.as_deref().unwrap_or_default())
    }

    /// What the device kept; what cannot be read is not chosen.
    pub fn from_text(text: &str) -> Mine {
        let (place, audience) = text.split_once('|').unwrap_or((text, ""));
        Mine {
            place: place.parse().ok(),
            audience: Some(audience.to_owned()).filter(|name| !name.is_empty()),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// 浅色
    Light,
    /// 深色
    Dark,
}

impl Theme {
    /// The name that the style sheet and the device's memory know.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a name.
    pub fn from_code(code: &str) -> Option<Theme> {
        [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.code() == code)
    }

    /// The one that a toggle goes to.
    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}

/// One value of one filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// 地区
    Place(Adcode),
    /// Several units that are one on a map: chosen and taken away together.
    Places(Vec<Adcode>),
    /// 类型
    Type(String),
    /// 对象
    Audience(String),
    /// 组织单位
    Organiser(String),
    /// 来源
    Source(String),
    /// 时间, both ends inclusive, either open
    Period(Option<Day>, Option<Day>),
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The browser arrived at a hash: at first, by Back and Forward, by hand.
    Arrive(String),
    /// The page around the explorer wishes another value, in the hash's form, for one of its keys.
    Follow(String, String),
    /// The words were changed.
    Type(String),
    /// Whole words were chosen, such as an example.
    Ask(String),
    /// Words and filters of another address were taken over, such as what a question was understood to ask.
    Take(Box<Address>),
    /// A filter was chosen; one that is chosen already is taken away.
    Toggle(Filter),
    /// A period was brushed or typed; without ends, it was taken away.
    Span(Option<Day>, Option<Day>),
    /// All filters were taken away; the words stay.
    DropFilters,
    /// Words and filters were taken away.
    Clear,
    /// The first screen was wished for.
    Home,
    /// A view was chosen.
    Show(View),
    /// An article was opened, maybe at one of its activities.
    Open(ArticleId, Option<ActivityId>),
    /// The article was closed.
    Close,
    /// More of the list was wished for.
    More,
    /// The filters were opened or closed where the screen is narrow.
    Sheet(bool),
    /// Escape: leaves what is open, the filters before the article.
    Escape,
    /// The notice about the URL was read.
    Dismiss,
    /// 长者模式 on or off.
    Elder(bool),
    /// Light or dark.
    Paint(Theme),
    /// The language of the surface.
    Speak(Lang),
    /// My district and people like me were chosen.
    Mine(Mine),
}

/// What the browser's history makes of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// A new entry: Back undoes it.
    Push,
    /// The present entry is rewritten.
    Replace,
}

/// How the history takes an action: choosing makes an entry, typing rewrites it unless it leaves an article.
pub fn trace(before: &State, action: &Action) -> Trace {
    match action {
        Action::Type(_) if before.address.article.is_some() || !before.address.view.explores() => Trace::Push,
        Action::Mine(_)
        | Action::Arrive(_)
        | Action::Follow(..)
        | Action::Type(_)
        | Action::Elder(_)
        | Action::Speak(_)
        | Action::Paint(_) => Trace::Replace,
        _ => Trace::Push,
    }
}

/// The state after an action.
///
/// ```
/// use gongxun::app::state::{Action, Filter, State, reduce};
/// let typed = reduce(State::default(), Action::Type("送清凉".into()));
/// let chosen = reduce(typed.clone(), Action::Toggle(Filter::Type("慰问帮扶".into())));
/// assert_eq!(chosen.address.types, ["慰问帮扶"]);
/// assert_eq!(reduce(chosen, Action::Toggle(Filter::Type("慰问帮扶".into()))), typed);
/// ```
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Arrive(hash) => {
            let (address, misread) = parse(&hash);
            let same_list = State { address: address.clone(), ..state.clone() }.asks_as(&state);
            state.more = if same_list { state.more } else { 0 };
            state.sheet = false;
            // Back must not undo them: where the hash does not say, they stay as they are.
            let elder = says_elder(&hash).unwrap_or(state.address.elder);
            let lang = address.lang.or(state.address.lang);
            state.address = Address { elder, lang, ..address };
            state.misread = misread;
        }
        Action::Follow(key, value) => {
            let hash = with(&print(&state.address), &key, &value);
            if key == "lang" {
                state.address.lang = None;
            }
            return reduce(state, Action::Arrive(hash));
        }
        Action::Type(words) => {
            if words.trim() != state.address.q.trim() {
                state = onto_list(state);
            }
            state.address.q = words;
        }
        Action::Ask(words) => {
            state = onto_list(state);
            state.address.q = words;
        }
        Action::Take(address) => {
            state = onto_list(state);
            let (lang, elder) = (state.address.lang, state.address.elder);
            state.address = Address { lang, elder, ..*address };
        }
        Action::Toggle(filter) => {
            state = onto_list(state);
            toggle(&mut state.address, filter);
        }
        Action::Span(from, to) => {
            state = onto_list(state);
            let turned = from.zip(to).is_some_and(|(from, to)| from > to);
            (state.address.from, state.address.to) = if turned { (to, from) } else { (from, to) };
        }
        Action::DropFilters => {
            state = onto_list(state);
            state.address = without_filters(state.address);
        }
        Action::Clear => {
            state = onto_list(state);
            state.address = Address { q: String::new(), ..without_filters(state.address) };
        }
        Action::Home => {
            state = onto_list(state);
            state.address =
                Address { q: String::new(), view: View::Search, ..without_filters(state.address) };
        }
        Action::Show(view) => {
            state.address.article = None;
            state.address.activity = None;
            state.address.view = view;
            state.sheet = false;
        }
        Action::Open(article, activity) => {
            state.address.article = Some(article);
            state.address.activity = activity;
            state.sheet = false;
        }
        Action::More => state.more += 1,
        Action::Sheet(open) => state.sheet = open,
        Action::Escape if state.sheet => state.sheet = false,
        Action::Escape | Action::Close => {
            state.address.article = None;
            state.address.activity = None;
        }
        Action::Dismiss => state.misread.clear(),
        Action::Elder(on) => state.address.elder = on,
        Action::Paint(theme) => state.theme = theme,
        Action::Speak(lang) => state.address.lang = Some(lang),
        Action::Mine(mine) => state.mine = mine,
    }
    state
}

impl State {
    /// How many articles the list may show.
    pub fn shown(&self) -> usize {
        PAGE * (self.more + 1)
    }

    /// What a page around the explorer is told of a change: `open` an article, `filter` for another question,
    /// `state` for all else.
    pub fn news_since(&self, before: &State) -> &'static str {
        let (now, then) = (&self.address, &before.address);
        if now.article.is_some() && (&now.article, &now.activity) != (&then.article, &then.activity) {
            "open"
        } else if self.asks_as(before) {
            "state"
        } else {
            "filter"
        }
    }

    /// Whether words and filters are the other's.
    fn asks_as(&self, other: &State) -> bool {
        let (a, b) = (&self.address, &other.address);
        a.q == b.q && filters_of(a) == filters_of(b)
    }
}

type Filters<'a> = (&'a [Adcode], [&'a [String]; 4], Option<Day>, Option<Day>);

fn filters_of(address: &Address) -> Filters<'_> {
    let texts = [&address.types, &address.audiences, &address.organisers, &address.sources];
    (&address.places, texts.map(Vec::as_slice), address.from, address.to)
}

/// A changed question is answered by a list from its top, not by an open article or a page about the archive.
fn onto_list(mut state: State) -> State {
    state.address.article = None;
    state.address.activity = None;
    if !state.address.view.explores() {
        state.address.view = View::Search;
    }
    state.more = 0;
    state
}

fn toggle(address: &mut Address, filter: Filter) {
    fn flip<T: PartialEq>(items: &mut Vec<T>, item: T) {
        match items.iter().position(|other| *other == item) {
            Some(place) => {
                items.remove(place);
            }
            None => items.push(item),
        }
    }
    match filter {
        Filter::Place(code) => flip(&mut address.places, code),
        Filter::Places(codes) if codes.iter().all(|code| address.places.contains(code)) => {
            address.places.retain(|code| !codes.contains(code));
        }
        Filter::Places(codes) => {
            address.places.retain(|code| !codes.contains(code));
            address.places.extend(codes);
        }
        Filter::Type(name) => flip(&mut address.types, name),
        Filter::Audience(name) => flip(&mut address.audiences, name),
        Filter::Organiser(name) => flip(&mut address.organisers, name),
        Filter::Source(id) => flip(&mut address.sources, id),
        Filter::Period(from, to) => {
            let same = (address.from, address.to) == (from, to);
            (address.from, address.to) = if same { (None, None) } else { (from, to) };
        }
    }
}

fn without_filters(address: Address) -> Address {
    Address {
        q: address.q,
        view: address.view,
        article: address.article,
        activity: address.activity,
        lang: address.lang,
        elder: address.elder,
        rest: address.rest,
        ..Address::default()
    }
}
