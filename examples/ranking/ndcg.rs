//! Normalised discounted cumulative gain. This file does not know where grades come from.

use std::collections::BTreeMap;

/// NDCG of a ranking, with gains of 2^grade − 1; what is not graded gains nothing.
pub(crate) fn ndcg(ranked: &[usize], grades: &BTreeMap<usize, u32>, depth: usize) -> f64 {
    let gain = |grade: u32| f64::from((1u32 << grade) - 1);
    let discounted = |gains: &mut dyn Iterator<Item = f64>| -> f64 {
        gains.take(depth).enumerate().map(|(at, gain)| gain / ((at + 2) as f64).log2()).sum()
    };
    let mut best: Vec<f64> = grades.values().map(|&grade| gain(grade)).collect();
    best.sort_by(|a, b| b.total_cmp(a));
    let ideal = discounted(&mut best.into_iter());
    let got = discounted(&mut ranked.iter().map(|at| grades.get(at).map_or(0.0, |&grade| gain(grade))));
    if ideal > 0.0 { got / ideal } else { 0.0 }
}
