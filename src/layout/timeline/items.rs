//! Single activities on the axis: lanes, labels that never overlap, and marks for those that find no lane.

use super::{Days, Label, TimeScale, Wording};
use crate::layout::{Rect, fitted, text_width};

/// An activity as the lanes need it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    /// Its days: a whole month where its words name no day, so that it is drawn as wide as the month.
    pub days: Days,
    /// What to print beside it.
    pub text: &'a str,
}

/// How items are laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemOptions {
    /// Lanes at most: more show more items, and make the chart higher.
    pub lanes: usize,
    /// The height of a lane, the gap to the next one included.
    pub lane_height: f64,
    /// The height of a bar.
    pub bar_height: f64,
    /// A bar is at least so wide: a day stays visible and can be hit.
    pub least_bar: f64,
    /// The font's size in pixels.
    pub font_size: f64,
    /// A label beside its bar is cut to this: wider ones say more and fill the lanes sooner.
    pub most_label: f64,
}

impl Default for ItemOptions {
    fn default() -> ItemOptions {
        ItemOptions {
            lanes: 8,
            lane_height: 28.0,
            bar_height: 22.0,
            least_bar: 8.0,
            font_size: 13.0,
            most_label: 220.0,
        }
    }
}

/// An item in its lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its index in what was given.
    pub item: usize,
    /// The lane, 0 the upper one.
    pub lane: usize,
    /// Its days, as a bar; it may reach beyond what is shown.
    pub bar: Rect,
    /// Its text, cut where need be.
    pub label: Option<Label>,
    /// Whether the label stands in the bar, else at its right, or at its left where there is more room.
    pub inside: bool,
}

/// Items that found no lane, together where they are close: “另有 12 项”.
#[derive(Clone, Debug, PartialEq)]
pub struct Overflow {
    /// The days that they cover.
    pub days: Days,
    /// Their indices in what was given.
    pub items: Vec<usize>,
    /// The mark's text and place.
    pub label: Label,
}

/// Items in lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// Those that found a lane, in order of time.
    pub placed: Vec<Placed>,
    /// Those that did not.
    pub overflow: Vec<Overflow>,
    /// How many lanes are used; the marks for overflow stand below them.
    pub lanes: usize,
}

/// Between two things in a lane.
const GAP: f64 = 6.0;
/// Between a bar and its label.
const PAD: f64 = 4.0;

/// Whether so many items would mostly find a lane: whether to draw them or their density.
pub fn items_fit(count: usize, scale: &TimeScale, options: &ItemOptions) -> bool {
    let each = options.least_bar + PAD + options.most_label / 2.0 + GAP;
    count as f64 * each <= options.lanes as f64 * scale.length()
}

/// Packs items, each into the first lane that is free: earlier ones first, then longer ones, then in the
/// order given. Room for labels is kept as far as every item still finds a lane; then each label takes what is
/// free up to the next bar. What is given decides the lanes, not what is in view, so panning moves no item to
/// another lane as long as the same items are given.
///
/// ```
/// use gongxun::{date::Day, layout::timeline::{Days, Item, ItemOptions, TimeScale, ZH, place_items}};
/// let day = |text: &str| text.parse::<Day>().unwrap().number();
/// let july = Days::new(day("2024-07-01"), day("2024-07-31"));
/// let items = [
///     Item { days: july, text: "七月工会活动月" },
///     Item { days: Days::new(day("2024-07-22"), day("2024-07-22")), text: "慰问快递员" },
/// ];
/// let lanes = place_items(&items, &TimeScale::new(july, 900.0), &ItemOptions::default(), &ZH);
/// assert_eq!(lanes.placed.iter().map(|p| p.lane).collect::<Vec<_>>(), [0, 1]);
/// ```
pub fn place_items(items: &[Item<'_>], scale: &TimeScale, options: &ItemOptions, wording: &Wording) -> Lanes {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&i| (items[i].days.first, std::cmp::Reverse(items[i].days.last), i));
    let bars: Vec<(f64, f64)> = items.iter().map(|item| bar_of(item, scale, options)).collect();
    let widths: Vec<f64> = items.iter().map(|item| text_width(item.text, options.font_size)).collect();

    // The widest labels with which the fewest items go without a lane.
    let mut lanes = vec![None; items.len()];
    let mut fewest = usize::MAX;
    for share in [1.0, 0.5, 0.25, 0.0] {
        let end = |item: usize| {
            let (start, end) = bars[item];
            let label = widths[item].min(options.most_label * share);
            let inside = widths[item] + 2.0 * PAD <= end - start;
            if inside || label == 0.0 { end } else { end + PAD + label }
        };
        let packed = pack(&order, |item| (bars[item].0, end(item)), options.lanes);
        let without = packed.iter().filter(|lane| lane.is_none()).count();
        if without < fewest {
            (lanes, fewest) = (packed, without);
        }
        if fewest == 0 {
            break;
        }
    }

    let homeless: Vec<usize> = order.iter().copied().filter(|&item| lanes[item].is_none()).collect();
    let mut placed: Vec<Placed> = Vec::with_capacity(items.len() - homeless.len());
    // The next bar's start in each lane, from the last item back to the first.
    let mut next_start = vec![f64::INFINITY; options.lanes];
    for &item in order.iter().rev() {
        let Some(lane) = lanes[item] else { continue };
        let (start, end) = bars[item];
        let room = Room { start, end, next: next_start[lane] - GAP, shown: scale.length() };
        let (label, inside) = label_in(items[item].text, widths[item], room, options);
        next_start[lane] = start;
        let y = lane as f64 * options.lane_height + (options.lane_height - options.bar_height) / 2.0;
        let bar = Rect::new(start, y, end - start, options.bar_height);
        placed.push(Placed { item, lane, bar, label, inside });
    }
    placed.reverse();
    turn_left(&mut placed, items, &widths, options);
    let used = placed.iter().map(|p| p.lane + 1).max().unwrap_or(0);
    let overflow = overflow_marks(items, &homeless, scale, options.font_size, wording);
    Lanes { placed, overflow, lanes: used }
}

/// Labels that were cut stand at the left of their bars where there is more room: late items would else be cut at the
/// end of the axis beside an empty stretch.
fn turn_left(placed: &mut [Placed], items: &[Item<'_>], widths: &[f64], options: &ItemOptions) {
    let mut taken = vec![0.0_f64; options.lanes];
    for one in placed {
        let Some(taken) = taken.get_mut(one.lane) else { continue };
        let room = (one.bar.x - PAD - *taken).min(options.most_label);
        let has = one.label.as_ref().map_or(0.0, |label| label.width);
        if !one.inside && has < widths[one.item] && room > has + options.font_size {
            let text = fitted(items[one.item].text, options.font_size, room).filter(|text| !text.is_empty());
            if let Some(text) = text {
                let width = text_width(&text, options.font_size);
                one.label = Some(Label { text: text.into_owned(), x: one.bar.x - PAD - width, width });
            }
        }
        let end = one.label.as_ref().map_or(0.0, Label::end).max(one.bar.right());
        *taken = taken.max(end + GAP);
    }
}

fn bar_of(item: &Item<'_>, scale: &TimeScale, options: &ItemOptions) -> (f64, f64) {
    let (start, end) = scale.range(item.days);
    (start, end.max(start + options.least_bar))
}

/// The lane of each item: the first that is free where the item begins.
fn pack(order: &[usize], room: impl Fn(usize) -> (f64, f64), most: usize) -> Vec<Option<usize>> {
    let mut lanes = vec![None; order.len()];
    let mut free: Vec<f64> = Vec::new();
    for &item in order {
        let (start, end) = room(item);
        let lane = match free.iter().position(|&from| from <= start) {
            Some(lane) => lane,
            None if free.len() < most => {
                free.push(0.0);
                free.len() - 1
            }
            None => continue,
        };
        free[lane] = end + GAP;
        lanes[item] = Some(lane);
    }
    lanes
}

/// A bar's ends, where the next thing in its lane begins, and how much of the axis is shown.
struct Room {
    start: f64,
    end: f64,
    next: f64,
    shown: f64,
}

/// The label in its bar where it fits whole, else beside it, cut where need be, else cut in its bar.
fn label_in(text: &str, width: f64, room: Room, options: &ItemOptions) -> (Option<Label>, bool) {
    let inside = room.end - room.start - 2.0 * PAD;
    let right = if room.end < room.shown { room.next.min(room.shown) } else { room.next };
    let beside = (right - room.end - PAD).min(options.most_label);
    let is_inside = width <= inside || (width > beside && inside >= beside);
    let space = if is_inside { inside } else { beside };
    let Some(text) = fitted(text, options.font_size, space).filter(|text| !text.is_empty()) else {
        return (None, is_inside);
    };
    let width = text_width(&text, options.font_size);
    let x = if is_inside {
        // Kept in view while the bar is.
        (room.start.max(0.0) + PAD).min(room.end - PAD - width)
    } else {
        room.end + PAD
    };
    (Some(Label { text: text.into_owned(), x, width }), is_inside)
}

fn overflow_marks(
    items: &[Item<'_>],
    homeless: &[usize],
    scale: &TimeScale,
    font_size: f64,
    wording: &Wording,
) -> Vec<Overflow> {
    let mut marks: Vec<Overflow> = Vec::new();
    let visible = scale.visible();
    for &item in homeless.iter().filter(|&&item| items[item].days.overlaps(visible)) {
        let mut mark = mark_of(items[item].days, vec![item], scale, font_size, wording);
        // Together with those before it, as long as the marks would touch.
        while let Some(mut before) = marks.pop_if(|before| before.label.end() + GAP > mark.label.x) {
            before.items.append(&mut mark.items);
            mark = mark_of(before.days.union(mark.days), before.items, scale, font_size, wording);
        }
        marks.push(mark);
    }
    marks
}

fn mark_of(days: Days, items: Vec<usize>, scale: &TimeScale, font_size: f64, wording: &Wording) -> Overflow {
    let text = (wording.more)(items.len());
    let width = text_width(&text, font_size);
    let x = scale.x(f64::from(days.first)).min(scale.length() - width).max(0.0);
    Overflow { days, items, label: Label { text, x, width } }
}

#[cfg(test)]
mod tests {
    use super::super::ZH;
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 5] =
        ["慰问快递员", "庆“五一”职工运动会", "送清凉", "2024年劳动和技能竞赛启动仪式暨工匠评选", "座谈会"];

    proptest! {
        #[test]
        fn nothing_in_the_lanes_overlaps(
            given in prop::collection::vec((0..90_i32, 0..35_i32, 0..5_usize), 0..80),
            length in 200.0..1600.0_f64,
            zoom in 1.0..8.0_f64,
            at in 0.0..1.0_f64,
        ) {
            let start = 2_460_400;
            let items: Vec<Item<'_>> = given.iter()
                .map(|&(at, days, name)| Item { days: Days::new(start + at, start + at + days), text: NAMES[name] })
                .collect();
            let scale = TimeScale::new(Days::new(start, start + 120), length).zoomed(at * length, zoom);
            let options = ItemOptions { lanes: 5, ..ItemOptions::default() };
            let lanes = place_items(&items, &scale, &options, &ZH);

            let mut spans: Vec<(usize, f64, f64)> = Vec::new();
            for placed in &lanes.placed {
                let (mut start, mut end) = (placed.bar.x, placed.bar.right());
                if let Some(label) = &placed.label {
                    if placed.inside {
                        prop_assert!(label.x >= start && label.end() <= end + 1e-6);
                    }
                    (start, end) = (start.min(label.x), end.max(label.end()));
                }
                for &(lane, from, to) in &spans {
                    prop_assert!(lane != placed.lane || end <= from + 1e-6 || start >= to - 1e-6);
                }
                spans.push((placed.lane, start, end));
            }
            for pair in lanes.overflow.windows(2) {
                prop_assert!(pair[0].label.end() < pair[1].label.x);
            }
            // Every item is in a lane, in a mark, or out of view.
            let mut seen: Vec<usize> = lanes.placed.iter().map(|p| p.item).collect();
            seen.extend(lanes.overflow.iter().flat_map(|mark| mark.items.iter().copied()));
            seen.sort_unstable();
            prop_assert!(seen.windows(2).all(|pair| pair[0] != pair[1]));
            for (index, item) in items.iter().enumerate() {
                prop_assert!(seen.contains(&index) || !item.days.overlaps(scale.visible()));
            }

            // Panning moves no item to another lane.
            let panned = place_items(&items, &scale.panned(40.0), &options, &ZH);
            let lane = |lanes: &Lanes| lanes.placed.iter().map(|p| (p.item, p.lane)).collect::<Vec<_>>();
            prop_assert_eq!(lane(&lanes), lane(&panned));
        }
    }
}
