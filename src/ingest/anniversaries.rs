//! Years that a text counts from something known: 新中国成立75周年, 第40个教师节.

use std::sync::LazyLock;

use super::extract::Scene;
use crate::text::number_at;

/// What is counted from, and the year before its first.
type Counted = (&'static str, i32);

/// 新中国成立: N周年 is N years after the year.
static ANNIVERSARIES: LazyLock<Vec<Counted>> =
    LazyLock::new(|| rows(include_str!("../../data/anniversaries.tsv")).collect());

/// 教师节: the N-th (第N个) is N years after the year.
static DAYS: LazyLock<Vec<Counted>> =
    LazyLock::new(|| rows(include_str!("../../data/numbered_days.tsv")).collect());

fn rows(table: &'static str) -> impl Iterator<Item = Counted> {
    table.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?.parse().ok()?))
    })
}

/// The years of the anniversaries and numbered days that a text speaks of, each with its words.
pub(super) fn years(scene: &Scene, mut found: impl FnMut(i32, &str)) {
    let text = scene.text.as_str();
    for word in ["周年", "华诞"] {
        for (at, _) in text.match_indices(word) {
            anniversary(scene, scene.text.char_of(at), &mut found);
        }
    }
    for (at, _) in text.match_indices('第') {
        numbered_day(scene, scene.text.char_of(at), &mut found);
    }
}

/// 新中国成立75周年, 建党百年华诞: `end` is where 周年 or 华诞 stands.
fn anniversary(scene: &Scene, end: usize, found: &mut impl FnMut(i32, &str)) {
    let spaces = |mut at: usize| {
        while at > 0 && scene.text.at(at - 1) == ' ' {
            at -= 1;
        }
        at
    };
    let number_end = spaces(if scene.text.ends(end, "年") { end - 1 } else { end });
    let Some((first, count)) = number_before(scene, number_end) else { return };
    let start = spaces(first);
    // 新中国成立 is more than 成立, which may be anyone's.
    let named = ANNIVERSARIES
        .iter()
        .filter(|(words, _)| scene.text.ends(start, words))
        .max_by_key(|(words, _)| words.len());
    if let Some((words, base)) = named {
        found(base + count, scene.text.text(start - words.chars().count()..end + 2));
    }
}

/// 第40个教师节, 第113个“5·12”国际护士节
fn numbered_day(scene: &Scene, start: usize, found: &mut impl FnMut(i32, &str)) {
    /// Between 个 and the name: 全国, 国际, the day in quotation marks.
    const BETWEEN: usize = 16;
    let text = &scene.text;
    let Some(number) = number_at(text, start + 1).filter(|number| !number.approx) else { return };
    if text.at(number.end) != '个' {
        return;
    }
    let until = (number.end + 1..number.end + 1 + BETWEEN)
        .find(|&at| at >= text.len() || matches!(text.at(at), ',' | '。' | ';'))
        .unwrap_or(number.end + 1 + BETWEEN);
    let named = (number.end + 1..until).find_map(|at| {
        let day = DAYS.iter().filter(|(words, _)| text.has(at, words)).max_by_key(|(words, _)| words.len());
        day.map(|(words, base)| (at + words.chars().count(), *base))
    });
    if let (Some((end, base)), Ok(count)) = (named, i32::try_from(number.value)) {
        found(base + count, text.text(start..end));
    }
}

/// The number that ends at a place: where it begins, and its value.
fn number_before(scene: &Scene, end: usize) -> Option<(usize, i32)> {
    let start = (end.saturating_sub(5)..end).find(|&at| {
        let number = number_at(&scene.text, at);
        number.is_some_and(|number| number.start == at && number.end == end)
    })?;
    let value = number_at(&scene.text, start)?.value;
    Some((start, i32::try_from(value).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(i32, &str)]) {
        let mut got = Vec::new();
        years(&Scene::new(text), |year, words| got.push((year, words.to_owned())));
        let got: Vec<(i32, &str)> = got.iter().map(|(year, words)| (*year, words.as_str())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn the_tables_read_whole() {
        for (table, count) in [
            (include_str!("../../data/anniversaries.tsv"), ANNIVERSARIES.len()),
            (include_str!("../../data/numbered_days.tsv"), DAYS.len()),
        ] {
            assert_eq!(table.lines().skip(1).count(), count);
        }
    }

    #[test]
    fn anniversaries_and_numbered_days() {
        check(
            "喜迎国庆七十周年，庆祝中华全国总工会成立100周年",
            &[(2019, "国庆七十周年"), (2025, "中华全国总工会成立100周年")],
        );
        check("献礼建党百年华诞", &[(2021, "建党百年华诞")]);
        check(
            "第40个教师节、第113个“5·12”国际护士节来临",
            &[(2024, "第40个教师节"), (2024, "第113个“5·12”国际护士节")],
        );
        check("公司成立20周年，第3个项目，第五个集中入会点揭牌，妇女节前夕", &[]);
    }
}
