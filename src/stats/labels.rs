//! Counts by anything that has a name or an id: type, audience, organiser, source.

use std::collections::BTreeMap;

/// How many entries bear each label. An entry that bears one twice counts once.
///
/// ```
/// let counts = gongxun::stats::by_label([vec!["慰问帮扶", "送清凉"], vec!["慰问帮扶", "慰问帮扶"], vec![]]);
/// assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("慰问帮扶", 2), ("送清凉", 1)]);
/// ```
pub fn by_label<K: Ord + Clone>(
    entries: impl IntoIterator<Item = impl IntoIterator<Item = K>>,
) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    let mut labels = Vec::new();
    for entry in entries {
        labels.extend(entry);
        labels.sort_unstable();
        labels.dedup();
        for label in labels.drain(..) {
            *counts.entry(label).or_insert(0) += 1;
        }
    }
    counts
}
