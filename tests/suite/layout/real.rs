//! The real place data, where it stands beside the checkout: what invented shapes cannot tell.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gongxun::layout::map::{
    Albers, Detail, Direction, Frame, LabelOptions, Shapes, TileCell, TileGrid, Topology, UnitText,
    country_frames, label_units, neighbour,
};
use gongxun::layout::{Point, Rect};

use super::map::{choropleth, code};

/// A file of the shared data, or `None` (said on stderr) where this machine has none.
fn shared(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/geo").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    bytes
}

/// Writes a picture to look at, if a folder for it is named.
fn show(name: &str, svg: &str) {
    if let Some(dir) = std::env::var_os("LAYOUT_PICTURES") {
        std::fs::write(PathBuf::from(dir).join(name), svg).unwrap();
    }
}

fn chongqing(file: &str) -> Option<Shapes> {
    let map = Topology::read(&shared(file)?).unwrap();
    Some(Shapes::new(&map, &["counties"], None, |_| true).unwrap())
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
fn every_unit_of_chongqing_is_hit_at_its_label_and_named() {
    for (file, units) in
        [("chongqing.topo.json", 38), ("chongqing.small.topo.json", 38), ("chongqing37_2025.topo.json", 37)]
    {
        let Some(shapes) = chongqing(file) else { return };
        assert_eq!(shapes.units.len(), units);
        for (width, height) in [(1000.0, 760.0), (720.0, 620.0), (358.0, 420.0)] {
            let frame = Frame::fit(shapes.bounds, Rect::new(0.0, 0.0, width, height), 12.0);
            for (index, unit) in shapes.units.iter().enumerate() {
                assert_eq!(shapes.hit(&frame, frame.place(unit.label), 0.0), Some(index), "{}", unit.name);
            }
            let texts: Vec<UnitText<'_>> =
                shapes.units.iter().map(|u| UnitText { name: &u.short, count: "12" }).collect();
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
    let Some(shapes) = chongqing("chongqing.topo.json") else { return };
    let points: Vec<Point> = shapes.units.iter().map(|unit| unit.label).collect();
    assert_eq!(unreachable(&points, &shapes.neighbours()), Vec::<usize>::new());
    let west =
        neighbour(&points, &shapes.neighbours(), shapes.index_of(code("500113")).unwrap(), Direction::Left);
    assert_eq!(west.map(|unit| shapes.units[unit].name.as_str()), Some("大渡口区"), "west of 巴南区");

    let Some(table) = shared("tilegrid_chongqing.tsv") else { return };
    let cell = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        TileCell { adcode: code(cells[0]), row: cells[3].parse().unwrap(), column: cells[4].parse().unwrap() }
    };
    let cells: Vec<TileCell> = String::from_utf8(table).unwrap().lines().skip(1).map(cell).collect();
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
    let (Some(shapes), Some(table)) = (chongqing("chongqing.topo.json"), shared("neighbours_chongqing.tsv"))
    else {
        return;
    };
    let mut expected: Vec<(u32, u32)> = String::from_utf8(table)
        .unwrap()
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
    let Some(bytes) = shared("china_provinces.topo.json") else { return };
    let map = Topology::read(&bytes).unwrap();
    let shapes = Shapes::new(&map, &["provinces", "lines"], Some(Albers::china()), |_| true).unwrap();
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
    for (file, cities) in [("liaoning.topo.json", 14), ("anhui.topo.json", 16)] {
        let Some(bytes) = shared(file) else { return };
        let map = Topology::read(&bytes).unwrap();
        let counties = Shapes::new(&map, &["counties"], None, |_| true).unwrap();
        let above = Shapes::new(&map, &["cities"], None, |_| true).unwrap();
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
        let one = Shapes::new(&map, &["counties"], None, |unit| unit.parent == Some(above.units[0].adcode))
            .unwrap();
        assert!(one.units.len() > 5 && one.units.len() < 20);
        let frame = Frame::fit(one.bounds, Rect::new(0.0, 0.0, 720.0, 620.0), 12.0);
        show(
            &format!("{file}.one.svg"),
            &choropleth(&one, &frame, &counts(one.units.len()), &LabelOptions::default()),
        );
    }
}
