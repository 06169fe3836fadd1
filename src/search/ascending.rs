//! Sets of numbers as ascending lists: what is in both, in either, in one and not in the other. This module does
//! not know what the numbers stand for.

/// Whether a list has a number, for numbers that are asked for in ascending order.
pub(super) fn is_in(list: &[u32]) -> impl FnMut(u32) -> bool + '_ {
    let mut rest = list.iter().copied().peekable();
    move |number| {
        while rest.next_if(|other| *other < number).is_some() {}
        rest.peek() == Some(&number)
    }
}

/// The numbers of both lists.
pub(super) fn intersection(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut in_b = is_in(b);
    a.iter().copied().filter(|number| in_b(*number)).collect()
}

/// The numbers of either list.
pub(super) fn union(mut a: Vec<u32>, b: &[u32]) -> Vec<u32> {
    if a.is_empty() {
        return b.to_vec();
    }
    a.extend_from_slice(b);
    a.sort_unstable();
    a.dedup();
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn lists_are_sets(
            a in proptest::collection::btree_set(0u32..60, 0..30), b in proptest::collection::btree_set(0u32..60, 0..30),
        ) {
            let list = |set: &BTreeSet<u32>| set.iter().copied().collect::<Vec<u32>>();
            let both: Vec<u32> = a.intersection(&b).copied().collect();
            let either: Vec<u32> = a.union(&b).copied().collect();
            prop_assert_eq!(intersection(&list(&a), &list(&b)), both);
            prop_assert_eq!(union(list(&a), &list(&b)), either);
        }
    }
}
