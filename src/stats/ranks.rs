//! Ranks: who has most, and who shares a place.

/// One row of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<K> {
    /// The place, from 1; equals share one, and the next place is left out (1, 2, 2, 4).
    pub rank: usize,
    /// Whether another row has the same place.
    pub tied: bool,
    /// What is ranked.
    pub key: K,
    /// Its count.
    pub count: usize,
}

/// The counts in order, greatest first, equals by key.
///
/// ```
/// let rows = gongxun::stats::ranked([("巴南区", 2), ("渝中区", 5), ("九龙坡区", 2), ("城口县", 0)]);
/// let ranks: Vec<_> = rows.iter().map(|row| (row.rank, row.tied, row.key)).collect();
/// assert_eq!(ranks, [(1, false, "渝中区"), (2, true, "九龙坡区"), (2, true, "巴南区"), (4, false, "城口县")]);
/// ```
pub fn ranked<K: Ord>(counts: impl IntoIterator<Item = (K, usize)>) -> Vec<Ranked<K>> {
    let mut rows: Vec<(K, usize)> = counts.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut out: Vec<Ranked<K>> = Vec::with_capacity(rows.len());
    for (at, (key, count)) in rows.into_iter().enumerate() {
        match out.last_mut() {
            Some(above) if above.count == count => {
                above.tied = true;
                let rank = above.rank;
                out.push(Ranked { rank, tied: true, key, count });
            }
            _ => out.push(Ranked { rank: at + 1, tied: false, key, count }),
        }
    }
    out
}
