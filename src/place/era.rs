//! Which units are in force on a day.

use super::Adcode;
use crate::date::Day;

/// A unit that was made, or ceased, on a day.
struct Change {
    code: u32,
    /// The first day, as year, month, day.
    from: Option<(i32, u8, u8)>,
    /// The first day on which it is no more.
    until: Option<(i32, u8, u8)>,
    /// What its area belongs to afterwards.
    then: Option<u32>,
}

/// Changes that bulletins of the last years meet. 江北区 and most of 渝北区 became 两江新区.
const CHANGES: &[Change] = &[
    Change { code: 500_105, from: None, until: Some((2025, 11, 6)), then: Some(500_157) },
    Change { code: 500_112, from: None, until: Some((2025, 11, 6)), then: Some(500_157) },
    Change { code: 500_157, from: Some((2025, 11, 6)), until: None, then: None },
];

/// Whether a unit is in force on a day; without a day, whether it was for most of the time.
pub fn in_force(code: Adcode, on: Option<Day>) -> bool {
    let day = |(year, month, day)| Day::new(year, month, day);
    CHANGES.iter().filter(|change| change.code == code.number()).all(|change| match on {
        Some(on) => {
            change.from.and_then(day).is_none_or(|from| on >= from)
                && change.until.and_then(day).is_none_or(|until| on < until)
        }
        None => change.from.is_none(),
    })
}

/// What stands on a day for a unit that is no more in force then: 渝北区 is 两江新区 from 2025-11-06.
pub fn successor(code: Adcode, on: Option<Day>) -> Adcode {
    if in_force(code, on) {
        return code;
    }
    let then = CHANGES.iter().find(|change| change.code == code.number()).and_then(|change| change.then);
    then.and_then(Adcode::new).unwrap_or(code)
}

/// The units whose area belongs to a unit by now and that were before it: 江北区 and 渝北区 of 两江新区.
pub fn predecessors(code: Adcode) -> Vec<Adcode> {
    let before = CHANGES.iter().filter(|change| change.then == Some(code.number()));
    before.filter_map(|change| Adcode::new(change.code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn liangjiang_replaces_two_districts() {
        let code = |n| Adcode::new(n).unwrap();
        let day = |text: &str| Some(text.parse().unwrap());
        assert!(in_force(code(500_105), day("2025-11-05")) && !in_force(code(500_105), day("2025-11-06")));
        assert!(in_force(code(500_157), day("2025-11-06")) && !in_force(code(500_157), None));
        assert_eq!(successor(code(500_112), day("2026-01-01")), code(500_157));
        assert_eq!(successor(code(500_112), day("2024-01-01")), code(500_112));
        assert_eq!(successor(code(500_103), day("2026-01-01")), code(500_103));
    }
}
