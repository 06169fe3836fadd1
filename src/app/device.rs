//! What the device remembers (长者模式, light or dark, the language, 我的区县), where it lets a page remember anything.

use web_sys::Storage;

use super::state::{Mine, Theme};
use super::url::Lang;
use crate::date::Day;

const THEME: &str = "gongxun.theme";
const ELDER: &str = "gongxun.elder";
const LANG: &str = "gongxun.lang";
const MINE: &str = "gongxun.mine";

/// The remembered theme.
pub(super) fn theme() -> Theme {
    read(THEME).and_then(|code| Theme::from_code(&code)).unwrap_or_default()
}

/// Remembers a theme.
pub(super) fn remember_theme(theme: Theme) {
    write(THEME, theme.code());
}

/// Whether 长者模式 was on.
pub(super) fn elder() -> bool {
    read(ELDER).as_deref() == Some("1")
}

/// Remembers whether 长者模式 is on.
pub(super) fn remember_elder(on: bool) {
    write(ELDER, if on { "1" } else { "0" });
}

/// The language that was chosen.
pub(super) fn lang() -> Option<Lang> {
    read(LANG).and_then(|code| Lang::from_code(&code))
}

/// Remembers a language.
pub(super) fn remember_lang(lang: Lang) {
    write(LANG, lang.code());
}

/// Whom the reader wants the latest for.
pub(super) fn mine() -> Mine {
    read(MINE).map(|text| Mine::from_text(&text)).unwrap_or_default()
}

/// Remembers whom the reader wants the latest for, or forgets it.
pub(super) fn remember_mine(mine: &Mine) {
    if mine.is_set() {
        write(MINE, &mine.to_text());
    } else if let Some(storage) = storage() {
        let _ = storage.remove_item(MINE);
    }
}

/// The device's day.
pub(super) fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    Day::new(i32::try_from(now.get_full_year()).ok()?, small(now.get_month() + 1)?, small(now.get_date())?)
}

/// Private windows, frames of other sites and `file://` in some browsers have no storage; merely asking may
/// throw.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
