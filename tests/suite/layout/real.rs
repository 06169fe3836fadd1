//! The real boundaries of `data/geo`: what invented shapes cannot tell. With `LAYOUT_PICTURES=DIR` the maps are
//! written there, to be looked at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gongxun::layout::map::{
    Albers, Detail, Direction, Frame, LabelOptions, Shapes, TileCell, TileGrid, UnitFacts, UnitText,
    country_frames, label_units, neighbour,
};
use gongxun::layout::{Point, Rect};
use gongxun::place::Adcode;
use gongxun::place::topology::{Properties, Topology};

use super::map::{choropleth, code};

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn boundaries(name: &str) -> Topology {
    serde_json::from_str(&data(&format!("boundaries/{name}.topo.json"))).unwrap()
}

fn all(_: Adcode, said: &Properties) -> Option<UnitFacts> {
    Some(UnitFacts::from(said))
}

fn counties(name: &str) -> Shapes {
    Shapes::new(&boundaries(name), &["counties"], None, all).unwrap()
}

/// Writes a picture to look at, if a folder for it is named.
fn show(name: &str, svg: &str) {
    if let Some(dir) = std::env::var_os("LAYOUT_PICTURES") {
        std::fs::write(PathBuf::from(dir).join(name), svg).unwrap();
    }
}

/// Counts such as a year's: skewed, some zero, one unknown.
fn counts(units: usize) -> Vec<Option<u32>> {
    let count = |i: usize| match i * 37 % 41 {
        0 => None,
        n if n % 6 == 0 => Some(0),
        n => Some((n * n / 9) as u32 + 1),
    };
    (0..units).map(count).collect()
}

#[test]
fn every_unit_of_chongqing_has_its_label_within_and_is_named() {
    for (file, units) in [("50", 38), ("50-2025", 37)] {
        let shapes = counties(file);
        assert_eq!(shapes.units.len(), units);
        for unit in &shapes.units {
            let at: Vec<&str> = shapes
                .units
                .iter()
                .filter(|other| shapes.contains(other, unit.label))
                .map(|other| other.name.as_str())
                .collect();
            assert_eq!(at, [unit.name.as_str()]);
        }
        for (width, height) in [(1000.0, 760.0), (720.0, 620.0), (358.0, 420.0)] {
            let frame = Frame::fit(shapes.bounds, Rect::new(0.0, 0.0, width, height), 12.0);
            let texts: Vec<UnitText<'_>> =
                shapes.units.iter().map(|u| UnitText { name: &u.short, count: "12", weight: 12 }).collect();
            let labels = label_units(&shapes, &frame, &texts, &LabelOptions::default());
            show(
                &format!("{file}.{width}.svg"),
                &choropleth(&shapes, &frame, &counts(units), &LabelOptions::default()),
            );
            // All of them on a desktop, all but one on a tablet; a phone's map is read with the table beneath it.
            let without = units - labels.len();
            assert!(
                without
                    <= if width > 800.0 {
                        0
                    } else if width > 700.0 {
                        1
                    } else {
                        20
                    },
                "{file}, {width} px: {without}"
            );
        }
    }
}

#[test]
fn arrow_keys_reach_every_unit() {
    let shapes = counties("50");
    let points: Vec<Point> = shapes.units.iter().map(|unit| unit.label).collect();
    assert_eq!(unreachable(&points, &shapes.neighbours()), Vec::<usize>::new());
    let west =
        neighbour(&points, &shapes.neighbours(), shapes.index_of(code("500113")).unwrap(), Direction::Left);
    assert_eq!(west.map(|unit| shapes.units[unit].name.as_str()), Some("大渡口区"), "west of 巴南区");

    let cell = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        TileCell { adcode: code(cells[0]), row: cells[3].parse().unwrap(), column: cells[4].parse().unwrap() }
    };
    let cells: Vec<TileCell> = data("tilegrid_50.tsv").lines().skip(1).map(cell).collect();
    let grid = TileGrid::new(&cells, Rect::new(0.0, 0.0, 358.0, 300.0), 72.0);
    let points: Vec<Point> = grid.tiles.iter().map(|tile| tile.rect.centre()).collect();
    assert_eq!(unreachable(&points, &[]), Vec::<usize>::new());
    assert!(grid.side >= 24.0, "tiles can be hit on a phone: {}", grid.side);
}

/// The units that no run of arrow keys leads to from some other one.
fn unreachable(points: &[Point], neighbours: &[Vec<usize>]) -> Vec<usize> {
    let reached = |start: usize| {
        let mut seen = vec![false; points.len()];
        let mut open = vec![start];
        while let Some(unit) = open.pop() {
            if !std::mem::replace(&mut seen[unit], true) {
                open.extend(Direction::ALL.iter().filter_map(|&d| neighbour(points, neighbours, unit, d)));
            }
        }
        seen
    };
    let all: Vec<Vec<bool>> = (0..points.len()).map(reached).collect();
    (0..points.len()).filter(|&unit| all.iter().any(|seen| !seen[unit])).collect()
}

#[test]
fn neighbours_are_those_of_the_table() {
    let shapes = counties("50");
    let mut expected: Vec<(u32, u32)> = data("neighbours_50.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t').map(|cell| cell.parse().unwrap_or(0));
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect();
    expected.sort_unstable();
    let number = |unit: usize| shapes.units[unit].adcode.number();
    let mut pairs: Vec<(u32, u32)> = shapes
        .neighbours()
        .iter()
        .enumerate()
        .flat_map(|(a, list)| list.iter().map(move |&b| (a, b)))
        .map(|(a, b)| (number(a), number(b)))
        .filter(|(a, b)| a < b)
        .collect();
    pairs.sort_unstable();
    assert_eq!(pairs, expected);
}

#[test]
fn the_country_shows_its_islands() {
    let map = boundaries("provinces");
    let shapes = Shapes::new(&map, &["provinces", "lines"], Some(Albers::china()), all).unwrap();
    assert_eq!((shapes.units.len(), shapes.lines.is_empty()), (34, false));
    let (main, inset) = country_frames(&shapes.projection, Rect::new(0.0, 0.0, 900.0, 700.0), 10.0);
    let hainan = shapes.index_of(code("460000")).unwrap();
    let taiwan = shapes.index_of(code("710000")).unwrap();
    for frame in [main, inset] {
        let drawing = shapes.draw(&frame, &Detail::default());
        assert!(!drawing.units[hainan].is_empty() && !drawing.units[taiwan].is_empty());
        assert!(drawing.lines.iter().all(|d| !d.is_empty()));
    }
    assert!(!inset.rect.contains(main.place(shapes.units[taiwan].label)));
    show(
        "china.svg",
        &choropleth(
            &shapes,
            &main,
            &counts(34),
            &LabelOptions { font_size: 11.0, ..LabelOptions::default() },
        ),
    );
    show(
        "china_inset.svg",
        &choropleth(&shapes, &inset, &counts(34), &LabelOptions { callouts: 0, ..LabelOptions::default() }),
    );
}

#[test]
fn cities_bound_their_counties() {
    for (file, cities) in [("21", 14), ("34", 16)] {
        let map = boundaries(file);
        let counties = Shapes::new(&map, &["counties"], None, all).unwrap();
        let above = Shapes::new(&map, &["cities"], None, all).unwrap();
        assert_eq!(above.units.len(), cities);
        let frame = Frame::fit(counties.bounds, Rect::new(0.0, 0.0, 720.0, 620.0), 12.0);
        // The borders between cities are the same lines on both maps; Anhui's counties lack a piece of one.
        let lines = |d: &str| d.split('M').map(str::to_owned).collect::<BTreeSet<_>>();
        let between = lines(&counties.draw(&frame, &Detail::default()).between);
        let inner = lines(&above.draw(&frame, &Detail::default()).inner);
        assert!(between.is_subset(&inner) && between.len() + 1 >= inner.len(), "{file}");
        show(
            &format!("{file}.svg"),
            &choropleth(&counties, &frame, &counts(counties.units.len()), &LabelOptions::default()),
        );
        show(
            &format!("{file}.cities.svg"),
            &choropleth(&above, &frame, &counts(cities), &LabelOptions::default()),
        );
        let in_city = |_: Adcode, said: &Properties| {
            Some(UnitFacts::from(said)).filter(|facts| facts.parent == Some(above.units[0].adcode))
        };
        let one = Shapes::new(&map, &["counties"], None, in_city).unwrap();
        assert!(one.units.len() > 5 && one.units.len() < 20);
        let frame = Frame::fit(one.bounds, Rect::new(0.0, 0.0, 720.0, 620.0), 12.0);
        show(
            &format!("{file}.one.svg"),
            &choropleth(&one, &frame, &counts(one.units.len()), &LabelOptions::default()),
        );
    }
}

#[test]
fn every_vendored_map_is_drawn() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo/boundaries");
    let mut seen = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let map = boundaries(name.trim_end_matches(".topo.json"));
        for layer in map.objects.keys().filter(|layer| *layer != "lines") {
            let shapes = Shapes::new(&map, &[layer], None, all).unwrap();
            let frame = Frame::fit(shapes.bounds, Rect::new(0.0, 0.0, 720.0, 620.0), 12.0);
            let drawing = shapes.draw(&frame, &Detail::default());
            for (unit, d) in shapes.units.iter().zip(&drawing.units) {
                assert!(d.ends_with('z'), "{name} {layer}: {}", unit.name);
                assert!(unit.area > 0.0 && !unit.short.is_empty(), "{name} {layer}: {}", unit.name);
            }
            seen += shapes.units.len();
        }
    }
    assert!(seen > 3_000, "{seen} units");
}
