//! Bins as stacked bars, upright along a wide axis or sideways down a narrow one.

use super::{Bin, Bins, TimeScale};
use crate::layout::{CountAxis, Rect};

/// How a chart lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// Time runs to the right, counts grow upwards.
    Across,
    /// Time runs downwards, counts grow to the right: the form for phones.
    Down,
}

/// What a piece of a bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A series.
    Series(usize),
    /// Activities that may have been in this bin or in another; drawn paler, at the far end of the bar.
    Vague,
}

/// A piece of a stacked bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// The bin.
    pub bin: usize,
    /// What it counts.
    pub part: Part,
    /// How many: at least 1.
    pub count: u32,
    /// Where it is drawn.
    pub rect: Rect,
}

/// A bar of anything is at least so long, in pixels: nothing and little must not look alike.
const SHORTEST: f64 = 1.5;
/// Between two bars, in parts of the unit's width, and at most in pixels.
const GAP: (f64, f64) = (0.12, 3.0);

/// The pieces of the bars that the scale shows, in order of time and series. Lengths are proportional to the
/// counts, save that a whole bar is never shorter than 1.5 px.
pub fn bars(bins: &Bins, scale: &TimeScale, axis: &CountAxis, lie: Lie) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for index in shown(bins, scale) {
        let Some(bin) = bins.get(index) else { continue };
        let total = bin.total();
        if total == 0 {
            continue;
        }
        let (start, end) = scale.range(bin.days);
        let gap = ((end - start) * GAP.0).min(GAP.1);
        let stretch = (SHORTEST / axis.length_of(total)).max(1.0);
        for (part, count, from, to) in stacked(&bin, axis) {
            let (from, to) = (from * stretch, to * stretch);
            let rect = place(start + gap / 2.0, end - start - gap, from, to, axis.length, lie);
            pieces.push(Piece { bin: index, part, count, rect });
        }
    }
    pieces
}

/// The pieces of a bin's bar from the axis on, those that count anything: where each begins and ends.
pub(super) fn stacked<'a>(
    bin: &Bin<'a>,
    axis: &'a CountAxis,
) -> impl Iterator<Item = (Part, u32, f64, f64)> + use<'a> {
    let series = bin.counts.iter().enumerate().map(|(series, &count)| (Part::Series(series), count));
    let parts = series.chain([(Part::Vague, bin.vague)]).filter(|&(_, count)| count > 0);
    let mut below = 0;
    parts.map(move |(part, count)| {
        let from = axis.length_of(below);
        below += count;
        (part, count, from, axis.length_of(below))
    })
}

/// The bins that the scale shows.
fn shown(bins: &Bins, scale: &TimeScale) -> std::ops::Range<usize> {
    let (visible, all) = (scale.visible(), bins.days());
    if !visible.overlaps(all) {
        return 0..0;
    }
    let bin = |day: i32| bins.bin_of(day.clamp(all.first, all.last)).unwrap_or(0);
    bin(visible.first)..bin(visible.last) + 1
}

fn place(along: f64, thick: f64, from: f64, to: f64, length: f64, lie: Lie) -> Rect {
    match lie {
        Lie::Across => Rect::new(along, length - to, thick, to - from),
        Lie::Down => Rect::new(from, along, to - from, thick),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Days, Entry, Level};
    use super::*;
    use crate::date::Precision;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bars_are_as_long_as_their_counts(
            starts in prop::collection::vec((0..300_i32, 0..40_i32, 0..3_usize), 1..60),
            length in 200.0..1500.0_f64,
        ) {
            let extent = Days::new(2_460_000, 2_460_350);
            let entries = starts.iter().map(|&(at, days, series)| Entry {
                days: Days::new(2_460_000 + at, 2_460_000 + at + days), precision: Precision::Day, series,
            });
            let bins = Bins::count(Level::Week, extent, 3, entries);
            let scale = TimeScale::new(extent, length);
            let axis = CountAxis::new(bins.highest(), 120.0, 4);
            for lie in [Lie::Across, Lie::Down] {
                let pieces = bars(&bins, &scale, &axis, lie);
                for (index, bin) in bins.iter().enumerate() {
                    let own = pieces.iter().filter(|piece| piece.bin == index);
                    let long: f64 = own.clone().map(|p| if lie == Lie::Across { p.rect.height } else { p.rect.width }).sum();
                    let least = if bin.total() > 0 { SHORTEST } else { 0.0 };
                    prop_assert!((long - axis.length_of(bin.total()).max(least)).abs() < 1e-6);
                    let (start, end) = scale.range(bin.days);
                    let slot = place(start, end - start, 0.0, axis.length, axis.length, lie);
                    for piece in own {
                        prop_assert!(slot.grown(1e-6).encloses(piece.rect));
                    }
                }
                for (i, a) in pieces.iter().enumerate() {
                    for b in &pieces[i + 1..] {
                        prop_assert!(!a.rect.grown(-1e-6).overlaps(b.rect));
                    }
                }
            }
        }
    }
}
