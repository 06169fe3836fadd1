//! The map part holds what a corpus needs and no more, with the units of its period.

use gongxun::corpus::Corpus;
use gongxun::place::Adcode;
use gongxun::place::boundaries::{Boundaries, TileGrid, vendored};
use gongxun::publish::{MapData, map_data};
use serde_json::json;

use crate::corpus::sample;

fn code(number: u32) -> Adcode {
    Adcode::new(number).unwrap()
}

/// The map data of the sample with its date and its place put elsewhere.
fn data(day: &str, place: u32) -> MapData {
    let mut value = sample();
    value["bulletins"][0]["issued"] = json!(day);
    value["activities"][0]["date"]["start"] = json!(day);
    value["activities"][0]["date"]["end"] = json!(day);
    value["activities"][0]["places"][0]["adcode"] = json!(place.to_string());
    map_data(&Corpus::from_json(&value.to_string()).unwrap(), &vendored()).unwrap()
}

fn units_of(data: &MapData, index: usize) -> Vec<Adcode> {
    let layer = &data.shapes[index].topology.objects["counties"];
    layer.geometries.iter().filter_map(|shape| shape.adcode()).collect()
}

#[test]
fn one_province_needs_no_country() {
    let data = data("2024-07-08", 500_113);
    assert_eq!(data.shapes.len(), 1);
    assert_eq!(data.country, None);
    assert_eq!(units_of(&data, 0).len(), 38);
    assert_eq!(data.tiles.len(), 38);
    // 34 provinces and the units of Chongqing past and present.
    assert_eq!(data.units.len(), 34 + 39);
}

#[test]
fn a_second_province_brings_the_country() {
    let data = data("2024-07-08", 450_200);
    let provinces: Vec<Adcode> = data.shapes.iter().map(|shapes| shapes.province).collect();
    assert_eq!(provinces, [code(450_000), code(500_000)]);
    assert!(data.shapes[0].topology.objects.contains_key("cities"));
    let country = data.country.unwrap();
    assert!(country.objects.contains_key("lines"), "a national map must show its lines");
    assert_eq!(country.objects["provinces"].geometries.len(), 34);
}

#[test]
fn the_units_are_those_of_the_period() {
    for (day, count, new) in [("2025-11-05", 38, false), ("2025-11-06", 37, true)] {
        let data = data(day, 500_113);
        let units = units_of(&data, 0);
        assert_eq!((data.shapes.len(), units.len()), (1, count), "{day}");
        assert_eq!(units.contains(&code(500_157)), new, "{day}");
        assert_eq!(units.contains(&code(500_112)), !new, "{day}");
    }
}

#[test]
fn a_unit_says_when_it_was() {
    let data = data("2024-07-08", 500_113);
    let life = |number| {
        let unit = data.units.iter().find(|unit| unit.adcode == code(number)).unwrap();
        (unit.from.map(|day| day.to_string()), unit.to.map(|day| day.to_string()))
    };
    assert_eq!(life(500_105), (None, Some("2025-11-05".to_owned())));
    assert_eq!(life(500_157), (Some("2025-11-06".to_owned()), None));
    assert_eq!(life(500_103), (None, None));
}

#[test]
fn every_province_is_vendored_and_reads() {
    let boundaries = vendored();
    for province in &boundaries.provinces {
        let data = data("2025-11-06", province.prefix * 10_000);
        let shapes = data.shapes.iter().find(|s| s.province.number() / 10_000 == province.prefix).unwrap();
        for layer in shapes.topology.objects.values() {
            for shape in &layer.geometries {
                let adcode = shape.adcode().unwrap();
                assert!(
                    data.units.iter().any(|unit| unit.adcode == adcode && !unit.name.is_empty()),
                    "{adcode}"
                );
            }
        }
    }
}

#[test]
fn broken_data_is_named() {
    let corpus = Corpus::from_json(&sample().to_string()).unwrap();
    let no_country = Boundaries { country: "{", ..vendored() };
    assert!(map_data(&corpus, &no_country).unwrap_err().to_string().starts_with("全国的边界数据不能读取"));
    let tiles = vec![TileGrid { prefix: 50, tsv: "adcode\tname\n500103\t渝中区" }];
    let error = map_data(&corpus, &Boundaries { tiles, ..vendored() }).unwrap_err();
    assert_eq!(
        error.to_string(),
        "格子地图数据第 2 行应为 adcode、name、short、row、col 五列，实为“500103\t渝中区”"
    );
}
