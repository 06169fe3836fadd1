//! Charts of statistics.

use expect_test::expect_file;
use gongxun::layout::chart::{RankedOptions, line_chart, ranked_bars, sparkline};
use gongxun::layout::{Point, Rect};

use super::printer::{SERIES, Svg};

#[test]
fn a_ranked_list() {
    let counts = [(31, Some(20)), (12, Some(15)), (7, None), (1, Some(0)), (0, Some(3))];
    let names = ["巴南区", "渝中区", "大渡口区", "南岸区", "北碚区"];
    let options = RankedOptions::default();
    let mut svg = Svg::new(options.width, options.row * counts.len() as f64);
    for bar in ranked_bars(&counts, &options) {
        svg.text(4.0, bar.middle + 5.0, 13.0, names[bar.item], "fill=\"#222\"");
        svg.rect(bar.bar, &format!("fill=\"{}\"", SERIES[0]));
        if let Some(before) = bar.before {
            svg.rect(before, &format!("fill=\"{}\"", SERIES[4]));
        }
        svg.text(bar.figure_x, bar.middle + 5.0, 12.0, &counts[bar.item].0.to_string(), "fill=\"#222\"");
    }
    expect_file!["../../golden/layout/ranked.svg"].assert_eq(&svg.finish());
}

#[test]
fn lines_over_months() {
    let some = |values: &[u32]| values.iter().map(|&v| Some(v)).collect::<Vec<_>>();
    let cool = some(&[0, 0, 1, 2, 6, 14, 22, 17, 5, 1, 0, 0]);
    let mut warm = some(&[18, 12, 3, 1, 0, 0, 0, 0, 1, 2, 6, 15]);
    (warm[4], warm[7]) = (None, None);
    let rect = Rect::new(30.0, 10.0, 420.0, 150.0);
    let chart = line_chart(&[&cool, &warm], rect, 4);
    let mut svg = Svg::new(480.0, 200.0);
    for value in chart.axis.ticks() {
        let y = rect.bottom() - chart.axis.length_of(value);
        svg.line(Point::new(rect.x, y), Point::new(rect.right(), y), "stroke=\"#eee\"");
        svg.text(4.0, y + 4.0, 11.0, &value.to_string(), "fill=\"#777\"");
    }
    for (line, name) in chart.lines.iter().zip(["送清凉", "送温暖"]) {
        let colour = SERIES[usize::from(name == "送温暖")];
        svg.path(&line.d, &format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\""));
        for point in line.points.iter().flatten() {
            svg.circle(*point, 2.5, &format!("fill=\"{colour}\""));
        }
        if let Some(last) = line.last {
            svg.text(last.x - 14.0, last.y - 8.0, 12.0, name, &format!("fill=\"{colour}\""));
        }
    }
    svg.path(
        &sparkline(&[0, 1, 2, 6, 14, 22, 17, 5], 80.0, 20.0),
        "transform=\"translate(30 172)\" fill=\"none\" stroke=\"#444\"",
    );
    expect_file!["../../golden/layout/lines.svg"].assert_eq(&svg.finish());
}
