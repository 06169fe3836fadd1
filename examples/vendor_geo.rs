//! Makes `data/geo/boundaries` from a folder of national TopoJSON files (see `data/geo/README.md`):
//!
//!     cargo run --example vendor_geo -- SOURCE_DIR
//!
//! One file per province, so that a build takes only those that a corpus needs. Run it when the source
//! changes; the result is committed.
#![allow(clippy::print_stdout, reason = "it tells what it wrote")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use gongxun::place::topology::{Geometry, Topology, join, subset};

/// Municipalities, Taiwan and the special administrative regions: small, and without prefectures. Taken
/// from the full set, for at 15 % of the vertices little is left of their districts.
const FULL: [u32; 6] = [11, 12, 31, 71, 81, 82];
/// Provinces that the source has in a file of its own, finer than the national sets.
const OWN: [(u32, &str); 3] = [(21, "liaoning"), (34, "anhui"), (50, "chongqing")];

fn main() -> Result<(), Box<dyn Error>> {
    let source = std::env::args_os().nth(1).map(PathBuf::from).ok_or("usage: vendor_geo SOURCE_DIR")?;
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo/boundaries");
    fs::create_dir_all(&target)?;
    let read = |name: &str| -> Result<Topology, Box<dyn Error>> {
        let text = fs::read_to_string(source.join(format!("{name}.topo.json")))?;
        Ok(serde_json::from_str(&text)?)
    };
    let write = |name: &str, topology: &Topology| -> Result<(), Box<dyn Error>> {
        let text = serde_json::to_string(topology)? + "\n";
        println!("{name}.topo.json: {} arcs, {} bytes", topology.arcs.len(), text.len());
        Ok(fs::write(target.join(format!("{name}.topo.json")), text)?)
    };

    let provinces = read("china_provinces")?;
    write("provinces", &provinces)?;
    write("50-2025", &read("chongqing37_2025")?)?;

    let (full, coarse, cities) =
        (read("china_counties.full")?, read("china_counties.s15")?, read("china_cities")?);
    for code in provinces.objects["provinces"].geometries.iter().filter_map(Geometry::adcode) {
        let own = OWN.iter().find(|(province, _)| province * 10_000 == code.number());
        let within =
            |shape: &Geometry| shape.adcode().is_some_and(|unit| unit.province() == code && unit != code);
        let topology = match own {
            Some((_, name)) => read(name)?,
            None if FULL.contains(&(code.number() / 10_000)) => {
                subset(&full, |s| s.adcode() == Some(code) || within(s))
            }
            None => join(subset(&coarse, within), subset(&cities, within))
                .ok_or_else(|| format!("{code}: counties and cities stand on different grids"))?,
        };
        write(&(code.number() / 10_000).to_string(), &topology)?;
    }
    Ok(())
}
