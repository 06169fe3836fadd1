//! Maps and tile grids.

use expect_test::expect_file;
use gongxun::layout::map::{
    Classes, Detail, Frame, LabelForm, LabelOptions, MapError, Shade, Shapes, TileCell, TileGrid, UnitFacts,
    UnitText, Zoom, label_units, targets,
};
use gongxun::layout::{Rect, text_width};
use gongxun::place::Adcode;
use gongxun::place::topology::{Geometry, Properties, Topology};
use proptest::prelude::*;

use super::printer::{SHADES, Svg};

/// An invented county map: six units of two cities under 99, one of them tiny, one with an island.
pub(crate) fn invented() -> Topology {
    // Arcs on a grid of hundredths of a degree about 106° E, 29° N.
    let file = r#"{"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[106,29]},
"arcs":[
  [[0,0],[60,5],[40,-5]],
  [[100,0],[0,60]],
  [[100,60],[5,60],[-5,40]],
  [[100,160],[-50,0]],
  [[0,160],[-10,-60],[10,-40]],
  [[0,60],[0,-60]],
  [[0,60],[30,10],[20,-5]],
  [[50,65],[50,-5]],
  [[50,65],[5,30],[-5,65]],
  [[100,0],[70,0],[30,20],[0,40]],
  [[200,60],[-40,0],[-60,0]],
  [[200,60],[0,100],[-100,0]],
  [[140,90],[0,12],[14,0],[0,-12],[-14,0]],
  [[215,10],[8,0],[0,8],[-8,0],[0,-8]],
  [[50,160],[-50,0]]
],
"objects":{"counties":{"type":"GeometryCollection","geometries":[
  {"type":"Polygon","arcs":[[0,1,-8,-7,5]],"properties":{"adcode":990101,"name":"甲区","short":"甲区","parent":990100}},
  {"type":"Polygon","arcs":[[6,8,14,4]],"properties":{"adcode":990102,"name":"乙山县","short":"乙山","parent":990100}},
  {"type":"Polygon","arcs":[[7,2,-12,-11]],"properties":{"adcode":990103,"name":"未用","short":"未用"}},
  {"type":"MultiPolygon","arcs":[[[9,10,-2]],[[13]]],"properties":{"adcode":990201,"name":"丙江县","short":"丙江","parent":990200}},
  {"type":"Polygon","arcs":[[-11,11,-3],[12]],"properties":{"adcode":990202,"name":"丁州市","short":"丁州","parent":990200}},
  {"type":"Polygon","arcs":[[-13]],"properties":{"adcode":990203,"name":"戊区","short":"戊区","parent":990200}},
  {"type":"Polygon","arcs":[[7,2,3,-9]],"properties":{"adcode":990104,"name":"己水县","short":"己水","parent":990100,"cp":[106.75,30.1]}}
]}}}"#;
    serde_json::from_str(file).unwrap()
}

pub(crate) fn code(text: &str) -> Adcode {
    text.parse().unwrap()
}

/// The map as a page would print it.
pub(crate) fn choropleth(
    shapes: &Shapes,
    frame: &Frame,
    counts: &[Option<u32>],
    options: &LabelOptions,
) -> String {
    let classes = Classes::new(counts.iter().flatten().copied(), 5);
    let drawing = shapes.draw(frame, &Detail::default());
    let mut svg = Svg::new(frame.rect.right(), frame.rect.bottom());
    for (d, &count) in drawing.units.iter().zip(counts) {
        let fill = match classes.shade(count) {
            Shade::NoData => "#f1ece4",
            Shade::Zero => "#fafafa",
            Shade::Class(class) => SHADES[usize::from(class)],
        };
        svg.path(d, &format!("fill=\"{fill}\" fill-rule=\"evenodd\""));
    }
    let stroke = |width: f64| {
        format!("fill=\"none\" stroke=\"#5b6670\" stroke-width=\"{width}\" stroke-linejoin=\"round\"")
    };
    svg.path(&drawing.inner, &stroke(0.6));
    svg.path(&drawing.between, &stroke(1.2));
    svg.path(&drawing.outer, &stroke(1.2));
    for d in &drawing.lines {
        svg.path(d, &stroke(0.8));
    }
    let figures: Vec<String> =
        counts.iter().map(|count| count.map_or("–".to_owned(), |count| count.to_string())).collect();
    let texts: Vec<UnitText<'_>> = shapes
        .units
        .iter()
        .zip(figures.iter().zip(counts))
        .map(|(unit, (count, weight))| UnitText { name: &unit.short, count, weight: weight.unwrap_or(0) })
        .collect();
    for target in targets(shapes, frame, 24.0) {
        svg.circle(target.centre, target.radius, "fill=\"none\" stroke=\"#d9822b\" stroke-dasharray=\"2\"");
    }
    for label in label_units(shapes, frame, &texts, options) {
        let text = texts[label.unit];
        let (x, size) = (label.rect.centre().x, options.font_size);
        if let Some([from, to]) = label.leader {
            svg.line(from, to, "stroke=\"#333\" stroke-width=\".8\"");
            svg.circle(from, 1.5, "fill=\"#333\"");
            svg.rect(label.rect, "fill=\"#fff\" fill-opacity=\".85\" stroke=\"#99a\" rx=\"3\"");
        }
        let base = label.rect.centre().y + size * 0.36;
        match label.form {
            LabelForm::Stacked => {
                svg.middle(x, base - size * options.line / 2.0, size, text.name);
                svg.middle(x, base + size * options.line / 2.0, size, text.count);
            }
            LabelForm::Row => svg.middle(x, base, size, &format!("{} {}", text.name, text.count)),
        }
    }
    svg.finish()
}

fn shapes() -> Shapes {
    Shapes::new(&invented(), &["counties"], None, |unit, said| {
        (unit != code("990103")).then(|| UnitFacts::from(said))
    })
    .unwrap()
}

fn frame() -> Frame {
    Frame::fit(shapes().bounds, Rect::new(0.0, 0.0, 420.0, 320.0), 30.0)
}

#[test]
fn a_county_map() {
    let counts = [Some(3), Some(12), Some(0), Some(7), Some(31), None];
    let svg = choropleth(&shapes(), &frame(), &counts, &LabelOptions::default());
    expect_file!["../../golden/layout/counties.svg"].assert_eq(&svg);
}

#[test]
fn borders_are_drawn_once_and_by_rank() {
    let drawing = shapes().draw(&frame(), &Detail::default());
    let count = |d: &str| d.matches('M').count();
    // Between 甲, 乙 and 己; between 丙, 丁 and 戊.
    assert_eq!(count(&drawing.inner), 3 + 2);
    assert_eq!(count(&drawing.between), 2);
    // Seven arcs around, and the island.
    assert_eq!(count(&drawing.outer), 8);
}

#[test]
fn units_know_their_neighbours() {
    let shapes = shapes();
    let short = |of: &str| {
        let unit = shapes.units.iter().position(|unit| unit.short == of).unwrap();
        shapes.neighbours()[unit].iter().map(|&i| shapes.units[i].short.clone()).collect::<Vec<_>>()
    };
    assert_eq!(short("戊区"), ["丁州"]);
    assert_eq!(short("甲区"), ["乙山", "丙江", "己水"]);
    assert_eq!(shapes.index_of(code("990104")), Some(5));
}

#[test]
fn a_point_lies_in_the_units_around_it() {
    let shapes = shapes();
    let check = |lon: f64, lat: f64, expected: &[&str]| {
        let point = shapes.projection.point(gongxun::layout::map::LonLat { lon, lat });
        let around = shapes.units.iter().filter(|unit| shapes.contains(unit, point));
        assert_eq!(around.map(|unit| unit.short.as_str()).collect::<Vec<_>>(), expected, "{lon}, {lat}");
    };
    check(106.2, 29.3, &["甲区"]);
    check(107.47, 29.96, &["戊区"]);
    check(107.58, 29.96, &["丁州"]);
    check(109.0, 29.96, &[]);
}

#[test]
fn small_units_get_a_disc() {
    let (shapes, frame) = (shapes(), frame());
    let names = |least: f64| {
        let discs = targets(&shapes, &frame, least);
        discs.iter().map(|disc| shapes.units[disc.unit].short.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(44.0), ["戊区"]);
    assert_eq!(names(1.0), [] as [&str; 0]);
    assert_eq!(targets(&shapes, &frame, 44.0)[0].radius, 22.0);
}

#[test]
fn a_zoomed_frame_lies_where_the_zoom_puts_it() {
    let (shapes, frame) = (shapes(), frame());
    let zoom = Zoom::whole(frame.rect, 20.0).about(frame.place(shapes.units[4].label), 12.0);
    let zoomed = frame.zoomed(&zoom);
    for unit in &shapes.units {
        assert!(zoomed.place(unit.label).distance(zoom.place(frame.place(unit.label))) < 1e-6);
    }
    assert!(frame.rect.encloses(zoomed.place_rect(shapes.units[4].bounds)));
    // What lies outside is not drawn.
    assert_eq!(shapes.draw(&zoomed, &Detail::default()).units[1], "");
}

#[test]
fn a_tile_grid() {
    let names = ["城口", "开州", "云阳", "万州", "梁平", "大渡口"];
    let places = [(0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (3, 0)];
    let cell = |(i, &(row, column)): (usize, &(u32, u32))| TileCell {
        adcode: Adcode::new(990_101 + i as u32).unwrap(),
        row,
        column,
    };
    let cells: Vec<TileCell> = places.iter().enumerate().map(cell).collect();
    let grid = TileGrid::new(&cells, Rect::new(0.0, 0.0, 320.0, 300.0), 72.0);
    let widest = names.iter().map(|name| text_width(name, 1.0)).fold(0.0, f64::max);
    let size = grid.font_size(widest, 16.0);
    let mut svg = Svg::new(320.0, 300.0);
    for (i, tile) in grid.tiles.iter().enumerate() {
        svg.rect(tile.rect, &format!("rx=\"6\" fill=\"{}\"", SHADES[i % 3]));
        let middle = tile.rect.centre();
        svg.middle(middle.x, middle.y - 2.0, size, names[i]);
        svg.middle(middle.x, middle.y + size, size, &(i * 3).to_string());
    }
    expect_file!["../../golden/layout/tiles.svg"].assert_eq(&svg.finish());
}

fn all(_: Adcode, said: &Properties) -> Option<UnitFacts> {
    Some(UnitFacts::from(said))
}

/// A map of one shape.
fn single(arc: &str, shape: &str) -> Topology {
    let json = format!(
        r#"{{"type":"Topology","transform":{{"scale":[0.01,0.01],"translate":[106.0,29.0]}},"arcs":[{arc}],
        "objects":{{"counties":{{"type":"GeometryCollection","geometries":[{shape}]}}}}}}"#
    );
    serde_json::from_str(&json).unwrap()
}

#[test]
fn broken_maps_say_what_is_wrong() {
    let check = |arc: &str, rings: &str, expected: &str| {
        let shape = format!(r#"{{"type":"Polygon","arcs":{rings},"properties":{{"adcode":990101}}}}"#);
        let error = Shapes::new(&single(arc, &shape), &["counties"], None, all).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    check("[[1,1],[2,2]]", "[[1]]", "编号 1 的弧，而文件只有 1 条");
    check("[[1,1],[2,2]]", "[[0,-3]]", "编号 -3 的弧");
    check("[[1,1],[2,2]]", "[[2147483647]]", "只有 1 条");
    check("[[1,1],[2,2]]", "[[-2147483648]]", "只有 1 条");
    check("[[1,1],[0,9000]]", "[[0]]", "119.01");
    check("[[2147483647,0],[2147483647,0]]", "[[0]]", "不是经纬度");
    check("[[1,1],[2,2]]", &format!("[[{}0]]", "0,".repeat(2_500_000)), "超过上限");
    let error = Shapes::new(&invented(), &["cities"], None, all).unwrap_err();
    assert!(matches!(error, MapError::Layer { .. }) && error.to_string().contains("counties"));
}

/// Arcs and rings as they come: too short, not closed, crossing, used twice, not there.
fn wild() -> impl Strategy<Value = Topology> {
    let point = (-40..40_i32, -40..40_i32).prop_map(|(x, y)| [x, y]);
    let arcs = prop::collection::vec(prop::collection::vec(point, 0..6), 0..5);
    let ring = prop::collection::vec(-5..5_i32, 0..5);
    let shapes = prop::collection::vec(prop::collection::vec(prop::collection::vec(ring, 0..3), 0..3), 0..4);
    (arcs, shapes).prop_map(|(arcs, shapes)| {
        let mut topology = invented();
        topology.arcs = arcs;
        let geometry = |(i, arcs)| {
            let properties = Properties { adcode: Some(990_101 + i as u32), ..Properties::default() };
            Geometry::MultiPolygon { arcs, properties }
        };
        let counties = topology.objects.get_mut("counties").unwrap();
        counties.geometries = shapes.into_iter().enumerate().map(geometry).collect();
        topology
    })
}

proptest! {
    #[test]
    fn whatever_a_map_holds_is_drawn_or_refused(topology in wild()) {
        if let Ok(shapes) = Shapes::new(&topology, &["counties"], None, all) {
            let frame = Frame::fit(shapes.bounds, Rect::new(0.0, 0.0, 100.0, 80.0), 4.0);
            let drawing = shapes.draw(&frame, &Detail::default());
            prop_assert!(drawing.units.iter().all(|d| !d.contains("NaN")));
            shapes.neighbours();
            let texts = vec![UnitText { name: "渝中", count: "12", weight: 12 }; shapes.units.len()];
            label_units(&shapes, &frame, &texts, &LabelOptions::default());
            targets(&shapes, &frame, 24.0);
        }
    }

    #[test]
    fn labels_never_overlap(size in 8.0..20.0_f64, width in 60.0..900.0_f64, height in 60.0..700.0_f64) {
        let shapes = shapes();
        let frame = Frame::fit(shapes.bounds, Rect::new(0.0, 0.0, width, height), 16.0);
        let texts = vec![UnitText { name: "渝中", count: "12", weight: 12 }; shapes.units.len()];
        let labels = label_units(&shapes, &frame, &texts, &LabelOptions { font_size: size, ..LabelOptions::default() });
        for (i, a) in labels.iter().enumerate() {
            prop_assert!(frame.rect.encloses(a.rect));
            for b in &labels[i + 1..] {
                prop_assert!(!a.rect.overlaps(b.rect));
            }
            for b in labels.iter().filter(|b| b.unit != a.unit) {
                prop_assert!(b.leader.is_none_or(|[from, to]| !a.rect.crossed_by(from, to)));
            }
        }
        let discs = targets(&shapes, &frame, 44.0);
        for (i, a) in discs.iter().enumerate() {
            for b in &discs[i + 1..] {
                prop_assert!(a.centre.distance(b.centre) + 1e-9 >= a.radius + b.radius);
            }
        }
    }
}
