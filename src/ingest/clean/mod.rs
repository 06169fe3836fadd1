//! Mending what copying and saving did to a text; each change is kept with the rule that made it. What only
//! looks like a fault (a word that an author repeats, a slip of the source) stays.

mod breaks;
mod characters;
mod furniture;
mod noise;
mod shift;
mod strays;
mod torn;
mod wrapped;

pub(crate) use breaks::{Block, join_broken};
pub(crate) use furniture::take_furniture;
pub(crate) use torn::join_torn;

use super::lines::Line;

/// A line or stretch that was taken out whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The number of the line.
    pub line: usize,
    /// What stood there.
    pub was: String,
    /// The rule that took it out.
    pub rule: &'static str,
}

/// Damage that could not be mended: its line and words.
pub(crate) type Damage = (usize, String);

/// Mends characters within lines; returns what could not be mended.
pub(crate) fn mend_lines(lines: &mut [Line]) -> Vec<Damage> {
    for line in lines.iter_mut() {
        characters::mend(&mut line.body);
    }
    let readings = noise::readings(lines);
    let mut damage = Vec::new();
    if noise::is_noisy(&readings) {
        for line in lines.iter_mut() {
            shift::mend(&mut line.body, &readings);
            noise::strip(&mut line.body);
            damage.extend(shift::left(line.text()).map(|words| (line.number, words)));
        }
    }
    for line in lines.iter_mut() {
        strays::mend(&mut line.body);
    }
    damage
}
