//! Lines that only their neighbours show to be bylines: a name between headline and date line, the office
//! that sent a report in.

use super::{Kind, Seen, imprint};

/// Makes bylines of them.
pub(super) fn bylines(seen: &mut [Seen]) {
    for i in 0..seen.len() {
        if is_signature(seen, i)
            && let Some(line) = seen.get_mut(i)
        {
            line.kind = Kind::Byline;
        }
    }
}

fn is_signature(seen: &[Seen], i: usize) -> bool {
    let Some(line) = seen.get(i).filter(|line| line.kind == Kind::Heading && line.level == 0) else {
        return false;
    };
    let ideographs = line.reading.chars().iter().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | ' '));
    let next = seen.get(i + 1);
    let before = i.checked_sub(1).and_then(|i| seen.get(i));
    // 张某某 over 2024年7月31日 来源:…
    let dated =
        next.is_some_and(|next| next.kind == Kind::Imprint && imprint::day_in(&next.reading).is_some());
    let headed = before.is_none_or(|before| matches!(before.kind, Kind::Heading | Kind::Imprint));
    let mut names = line.reading.as_str().split(' ').map(|name| name.chars().count());
    let named = line.reading.len() <= 12 && names.all(|length| (2..=3).contains(&length));
    if ideographs && dated && headed && named {
        return true;
    }
    // 市总女职工部, close under the report that it sent in and not over another's body.
    let under = before.is_some_and(|before| matches!(before.kind, Kind::Body | Kind::Item(_)))
        && line.block.blank_before == 0;
    let over = next.is_some_and(|next| matches!(next.kind, Kind::Body | Kind::Item(_) | Kind::Caption));
    let office =
        ["部", "办公室", "处", "科", "室", "办"].iter().any(|end| line.reading.as_str().ends_with(end));
    ideographs && under && !over && office && line.reading.len() <= 12
}
