//! The timeline across and upright.

use expect_test::expect_file;
use gongxun::date::{Day, Precision};
use gongxun::layout::timeline::{
    Bins, Days, Entry, HANDLE, Item, ItemOptions, Level, Lie, Order, Part, TimeAxis, TimeScale,
    VerticalOptions, VerticalRow, Wording, ZH, bars, brush_shape, festival_marks, festivals, header_bar,
    place_items, time_axis, vertical,
};
use gongxun::layout::{CountAxis, Point, Rect};

use super::printer::{SERIES, Svg};

fn day(text: &str) -> i32 {
    text.parse::<Day>().unwrap().number()
}

fn days(first: &str, last: &str) -> Days {
    Days::new(day(first), day(last))
}

/// Invented activities over two years: more in summer, every ninth with no day but its month, every seventh a
/// week long.
fn activities() -> Vec<Entry> {
    let start = day("2023-01-05");
    let mut seed = 20_240_731_u32;
    let mut next = move |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    let one = |i: i32| {
        let at = start + (next(727)) as i32;
        let summer = (5..9).contains(&Day::from_number(at).unwrap().month());
        if !summer && next(3) == 0 {
            return None;
        }
        let (at, precision, length) = match i % 63 {
            n if n % 9 == 0 => {
                (Level::Month.start(at), Precision::Month, Level::Month.next(at) - Level::Month.start(at) - 1)
            }
            n if n % 7 == 0 => (at, Precision::Day, 6),
            _ => (at, Precision::Day, 0),
        };
        Some(Entry { days: Days::new(at, at + length), precision, series: (next(10) as usize).min(4) })
    };
    (0..400).filter_map(one).collect()
}

fn draw_axis(svg: &mut Svg, axis: &TimeAxis, top: f64, length: f64) {
    svg.line(Point::new(0.0, top), Point::new(length, top), "stroke=\"#444\"");
    for tick in &axis.minor {
        svg.line(Point::new(tick.x, top), Point::new(tick.x, top + 5.0), "stroke=\"#888\"");
        if let Some(label) = &tick.label {
            svg.text(label.x, top + 18.0, 12.0, &label.text, "fill=\"#333\"");
        }
    }
    for tick in &axis.major {
        svg.line(Point::new(tick.x, top), Point::new(tick.x, top + 38.0), "stroke=\"#444\"");
        if let Some(label) = &tick.label {
            svg.text(label.x, top + 34.0, 12.0, &label.text, "fill=\"#000\" font-weight=\"bold\"");
        }
    }
}

fn colour(part: Part) -> &'static str {
    match part {
        Part::Series(series) => SERIES[series],
        Part::Vague => "#dfe3e6",
    }
}

/// Bars, axis, festivals and a brush.
fn density(scale: &TimeScale, brushed: Option<Days>, wording: &Wording) -> String {
    let (length, height) = (scale.length(), 160.0);
    let level = scale.level();
    let bins = Bins::count(level, scale.extent(), 5, activities());
    let axis = CountAxis::new(bins.highest(), height - 30.0, 4);
    let mut svg = Svg::new(length, height + 44.0);
    for value in axis.ticks() {
        let y = height - axis.length_of(value);
        svg.line(Point::new(0.0, y), Point::new(length, y), "stroke=\"#eee\"");
        svg.text(2.0, y - 2.0, 10.0, &value.to_string(), "fill=\"#777\"");
    }
    let festivals = festivals(scale.extent(), wording);
    for mark in festival_marks(scale, &festivals, 11.0) {
        svg.line(
            Point::new(mark.x, 14.0),
            Point::new(mark.x, height),
            "stroke=\"#c33\" stroke-opacity=\".35\"",
        );
        svg.text(mark.label.x, 11.0, 11.0, &mark.label.text, "fill=\"#a33\"");
    }
    for mut piece in bars(&bins, scale, &axis, Lie::Across) {
        piece.rect.y += 30.0;
        svg.rect(piece.rect, &format!("fill=\"{}\"", colour(piece.part)));
    }
    draw_axis(&mut svg, &time_axis(scale, level, 12.0, wording), height, length);
    if let Some(brushed) = brushed {
        let shape = brush_shape(scale, brushed, HANDLE);
        let part = |(from, to): (f64, f64)| Rect::new(from, 20.0, to - from, height - 20.0);
        svg.rect(part(shape.range), "fill=\"#0b5fa5\" fill-opacity=\".12\" stroke=\"#0b5fa5\"");
        svg.rect(part(shape.start), "fill=\"#0b5fa5\" fill-opacity=\".2\"");
        svg.rect(part(shape.end), "fill=\"#0b5fa5\" fill-opacity=\".2\"");
    }
    svg.finish()
}

fn two_years(length: f64) -> TimeScale {
    TimeScale::new(days("2023-01-01", "2024-12-31"), length)
}

#[test]
fn density_of_two_years() {
    let svg = density(&two_years(960.0), Some(days("2024-06-01", "2024-08-31")), &ZH);
    expect_file!["../../golden/layout/density_years.svg"].assert_eq(&svg);
}

#[test]
fn density_of_two_years_on_a_phone() {
    expect_file!["../../golden/layout/density_phone.svg"].assert_eq(&density(&two_years(358.0), None, &ZH));
}

#[test]
fn density_of_a_month() {
    let scale = two_years(960.0).showing(days("2024-06-24", "2024-08-04"));
    let svg = density(&scale, Some(days("2024-07-22", "2024-07-22")), &ZH);
    expect_file!["../../golden/layout/density_days.svg"].assert_eq(&svg);
}

#[test]
fn items_in_lanes() {
    let scale = two_years(960.0).showing(days("2024-06-28", "2024-08-04"));
    let bodies = [
        "慰问快递员",
        "送清凉",
        "劳动和技能竞赛启动仪式",
        "困难职工帮扶工作推进会",
        "职工运动会开幕",
        "工匠讲堂",
    ];
    let entries = activities();
    let shown: Vec<&Entry> = entries.iter().filter(|entry| entry.days.overlaps(scale.visible())).collect();
    let items: Vec<Item<'_>> = shown
        .iter()
        .enumerate()
        .map(|(i, entry)| Item { days: entry.days, text: bodies[i * 7 % bodies.len()] })
        .collect();
    let options = ItemOptions { lanes: 4, ..ItemOptions::default() };
    let lanes = place_items(&items, &scale, &options, &ZH);
    let height = lanes.lanes as f64 * options.lane_height + 24.0;
    let mut svg = Svg::new(960.0, height + 44.0);
    for placed in &lanes.placed {
        let entry = shown[placed.item];
        let vague = if entry.precision == Precision::Month {
            "fill-opacity=\".35\" stroke-dasharray=\"3\" stroke=\"#555\""
        } else {
            ""
        };
        svg.rect(placed.bar, &format!("rx=\"3\" fill=\"{}\" {vague}", SERIES[entry.series]));
        if let Some(label) = &placed.label {
            let fill = if placed.inside && vague.is_empty() { "fill=\"#fff\"" } else { "fill=\"#222\"" };
            svg.text(label.x, placed.bar.y + 16.0, options.font_size, &label.text, fill);
        }
    }
    for mark in &lanes.overflow {
        let under = Rect::new(mark.label.x, height - 22.0, mark.label.width, 18.0);
        svg.rect(under, "fill=\"#eef\"");
        svg.text(mark.label.x, height - 8.0, options.font_size, &mark.label.text, "fill=\"#335\"");
    }
    draw_axis(&mut svg, &time_axis(&scale, Level::Day, 12.0, &ZH), height, 960.0);
    expect_file!["../../golden/layout/items.svg"].assert_eq(&svg.finish());
}

#[test]
fn upright_on_a_phone() {
    let entries: Vec<Entry> =
        activities().into_iter().filter(|entry| entry.days.last < day("2024-01-01")).collect();
    let bins = Bins::count(Level::Month, days("2023-01-01", "2024-02-29"), 5, entries.iter().copied());
    let firsts: Vec<i32> = entries.iter().map(|entry| entry.days.first).collect();
    let options = VerticalOptions { order: Order::NewestFirst, row: 30.0, ..VerticalOptions::default() };
    let laid = vertical(&bins, &firsts, options);
    let axis = CountAxis::new(bins.highest(), 150.0, 4);
    let (scroll, viewport) = (laid.top(2) + 100.0, 640.0);
    let mut svg = Svg::new(358.0, viewport);
    for row in laid.visible(scroll, viewport, 0.0) {
        match row {
            VerticalRow::Header { group, top } => {
                header(&mut svg, &laid.groups[group], &bins, &axis, top - scroll)
            }
            VerticalRow::Activity { item, top, .. } => {
                let entry = entries[item];
                let y = top - scroll;
                svg.rect(Rect::new(12.0, y + 4.0, 4.0, 22.0), &format!("fill=\"{}\"", SERIES[entry.series]));
                svg.text(24.0, y + 20.0, 13.0, &ZH.days(entry.days), "fill=\"#222\"");
            }
        }
    }
    expect_file!["../../golden/layout/upright.svg"].assert_eq(&svg.finish());
}

fn header(svg: &mut Svg, group: &gongxun::layout::timeline::Group, bins: &Bins, axis: &CountAxis, top: f64) {
    svg.rect(Rect::new(0.0, top, 358.0, 48.0), "fill=\"#f4f6f8\"");
    let name = ZH.unit(Level::Month, group.days.first);
    svg.text(12.0, top + 20.0, 14.0, &name, "fill=\"#000\" font-weight=\"bold\"");
    let told = format!("{} 项，其中 {} 项自前月延续", group.total, group.ongoing);
    svg.text(12.0, top + 38.0, 11.0, &told, "fill=\"#555\"");
    for (part, _, mut rect) in header_bar(bins, group, axis, 16.0) {
        (rect.x, rect.y) = (rect.x + 200.0, top + 16.0);
        svg.rect(rect, &format!("fill=\"{}\"", colour(part)));
    }
}
