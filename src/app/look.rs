//! How far figures are zoomed and in which form they stand: kept while another view or an article is shown. Not
//! a part of the state, since no result depends on it, and drawing a figure anew draws nothing else anew.

use std::cell::{Cell, RefCell};

use crate::layout::map::Zoom;
use crate::layout::timeline::{Level, TimeScale};
use crate::place::Adcode;

/// What the figures remember.
#[derive(Debug, Default, PartialEq)]
pub struct Look {
    /// What the timeline shows.
    pub time: Cell<Option<TimeScale>>,
    /// The unit of the upright timeline.
    pub level: Cell<Option<Level>>,
    /// What the timeline's bars are stacked by.
    pub stack: Cell<Stack>,
    /// What the map shows.
    pub map: RefCell<MapLook>,
    /// How high the rows of the list are.
    pub list: RefCell<ListLook>,
}

/// What is known of a long list of which only a part is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLook {
    /// Which list: the results and how wide and large they are drawn, as far as heights depend on it.
    pub of: (usize, i32, bool),
    /// The height of each row in pixels; 0 where it has never been drawn.
    pub heights: Vec<f32>,
    /// The height of a row that has never been drawn; 0 before any was.
    pub usual: f32,
    /// Where the window stood: how far past the list's beginning, and how high.
    pub window: Option<(f64, f64)>,
}

/// What bars are stacked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stack {
    /// 类型
    #[default]
    Type,
    /// 地区
    District,
}

/// What a map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapLook {
    /// The province, or the country.
    pub scope: Option<Adcode>,
    /// Whether counties are drawn where there are cities, too.
    pub counties: bool,
    /// Whether units are tiles.
    pub tiles: bool,
    /// Whether the units before a change are drawn; `None`, as the period says.
    pub old: Option<bool>,
    /// How far the map is zoomed, and of which scope.
    pub zoom: Option<(Adcode, Zoom)>,
}
