//! The boundaries that a build may need: by province, and for a province whose units changed, by period.
//! The files are compiled in for the native command only: a browser gets those that its corpus needs.

use crate::date::{Day, Span};

/// Where a build finds boundaries. All texts are data of this project (`data/geo`) or shaped like it.
#[derive(Clone, Debug, Default)]
pub struct Boundaries<'a> {
    /// The provinces with the lines that a national map must show, as TopoJSON.
    pub country: &'a str,
    /// Cities and counties of each province.
    pub provinces: Vec<Province<'a>>,
    /// Tile grids.
    pub tiles: Vec<TileGrid<'a>>,
}

/// The cities and counties of a province in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province<'a> {
    /// The first two digits of its code.
    pub prefix: u32,
    /// The first day on which these are its units; absent, from the first.
    pub from: Option<Day>,
    /// The last such day; absent, to this day.
    pub to: Option<Day>,
    /// Layers `counties` and, where there are any, `cities`, as TopoJSON.
    pub topology: &'a str,
}

/// A tile grid (格子地图) of a province: draws no boundary, so it needs no map approval number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileGrid<'a> {
    /// The first two digits of the province's code.
    pub prefix: u32,
    /// Columns `adcode`, `name`, `short`, `row`, `col`, with a header line.
    pub tsv: &'a str,
}

impl Province<'_> {
    /// Whether these are the units on some day of the interval.
    pub fn in_force(&self, span: Span) -> bool {
        self.from.is_none_or(|from| from <= span.end) && self.to.is_none_or(|to| span.start <= to)
    }
}

/// The boundaries that come with this project.
#[cfg(feature = "cli")]
pub fn vendored() -> Boundaries<'static> {
    macro_rules! provinces {
        ($($prefix:literal)*) => {
            vec![$(Province {
                prefix: $prefix,
                from: None,
                to: None,
                topology: include_str!(concat!("../../data/geo/boundaries/", $prefix, ".topo.json")),
            }),*]
        };
    }
    let mut provinces = provinces![
        11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82
    ];
    // 2025-11-06: 江北区 and 渝北区 became 两江新区.
    let before = Day::new(2025, 11, 5);
    for province in provinces.iter_mut().filter(|province| province.prefix == 50) {
        province.to = before;
    }
    provinces.push(Province {
        prefix: 50,
        from: before.map(|day| day.plus(1)),
        to: None,
        topology: include_str!("../../data/geo/boundaries/50-2025.topo.json"),
    });
    Boundaries {
        country: include_str!("../../data/geo/boundaries/provinces.topo.json"),
        provinces,
        tiles: vec![TileGrid { prefix: 50, tsv: include_str!("../../data/geo/tilegrid_50.tsv") }],
    }
}
