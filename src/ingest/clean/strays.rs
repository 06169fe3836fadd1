//! Punctuation that stands where none can stand: doubled commas and commas before a full stop (rule
//! `stray-comma`), white space torn into numbers of dates (`torn-digits`) or between all the characters of a
//! line (`spaced-out`).

use crate::ingest::edited::{Edited, Patch};

/// Mends a line.
pub(super) fn mend(body: &mut Edited) {
    let chars: Vec<(usize, char)> = body.text.char_indices().collect();
    let mut patches = spaced_out(&chars);
    if patches.is_empty() {
        patches = strays(&chars);
    }
    body.apply(patches);
}

fn strays(chars: &[(usize, char)]) -> Vec<Patch> {
    let mut patches: Vec<Patch> = Vec::new();
    let at = |i: usize| chars.get(i).map_or('\0', |&(_, c)| c);
    let end = |i: usize| chars.get(i).map_or(0, |&(at, c)| at + c.len_utf8());
    let is_comma = |c: char| matches!(c, '，' | ',' | '、' | '；' | ';');
    for (i, &(place, c)) in chars.iter().enumerate() {
        let next = at(i + 1);
        let doubled_comma = next == c || (is_comma(next) && c != '；' && c != ';');
        let stray_comma = is_comma(c) && (i == 0 || doubled_comma || matches!(next, '。' | '！' | '？'));
        let doubled_stop = c == '。' && next == '。' && at(i + 2) != '。' && (i == 0 || at(i - 1) != '。');
        if stray_comma || doubled_stop {
            patches.push(Patch::cut(place..end(i), "stray-comma"));
        } else if c == ' '
            && i > 0
            && at(i - 1).is_ascii_digit()
            && at(i + 1).is_ascii_digit()
            && torn(chars, i)
        {
            patches.push(Patch::cut(place..end(i), "torn-digits"));
        } else if c.is_ascii_digit() && (i == 0 || !at(i - 1).is_ascii_digit()) {
            patches.extend(lost_mark(chars, i));
        }
    }
    patches
}

/// Whether white space at a place cuts through the number of a date: the digits on both sides together are
/// one that 年, 月 or 日 follows, and could not stand there apart.
fn torn(chars: &[(usize, char)], space: usize) -> bool {
    let at = |i: usize| chars.get(i).map_or('\0', |&(_, c)| c);
    let left = (0..space).rev().take_while(|&i| at(i).is_ascii_digit()).count();
    let right = (space + 1..chars.len()).take_while(|&i| at(i).is_ascii_digit()).count();
    let unit = at(space + 1 + right);
    let before = space.checked_sub(left + 1).map_or('\0', at);
    match unit {
        '年' => left + right == 4 && matches!(at(space - left), '1' | '2'),
        '月' => {
            left == 1
                && right == 1
                && at(space - 1) == '1'
                && matches!(before, '年' | '，' | ',' | '\0' | '。')
        }
        '日' => left == 1 && right == 1 && matches!(at(space - 1), '1'..='3') && before == '月',
        _ => false,
    }
}

/// 20223月31日, 2016年1230日: a date whose 年 or 月 copying lost, where the digits can be parted in one way only.
fn lost_mark(chars: &[(usize, char)], start: usize) -> Option<Patch> {
    let at = |i: usize| chars.get(i).map_or('\0', |&(_, c)| c);
    let digits: String = (start..start + 8).map(at).take_while(char::is_ascii_digit).collect();
    let number = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let after = at(start + digits.len());
    let day =
        |from: usize| (at(from).is_ascii_digit() && (1..=2).any(|n| at(from + n) == '日')).then_some(());
    let (place, mark) = match (digits.len(), after) {
        (5 | 6, '月') if (2000..2100).contains(&number(0..4)?) => {
            day(start + digits.len() + 1)?;
            (1..=12).contains(&number(4..digits.len())?).then_some((4, "年"))?
        }
        (4, '日') if start > 0 && at(start - 1) == '年' => {
            let fits = (1..=12).contains(&number(0..2)?) && (1..=31).contains(&number(2..4)?);
            (fits && !digits.starts_with('0')).then_some((2, "月"))?
        }
        _ => return None,
    };
    let byte = chars.get(start + place)?.0;
    Some(Patch { range: byte..byte, with: mark.to_owned(), rule: "lost-mark" })
}

/// A line whose ideographs all stand apart: the spaces go, all but the double ones.
fn spaced_out(chars: &[(usize, char)]) -> Vec<Patch> {
    let wide = |c: char| !c.is_ascii() && !c.is_whitespace();
    let ideographs = chars.iter().filter(|&&(_, c)| wide(c)).count();
    let single: Vec<usize> = (1..chars.len().saturating_sub(1))
        .filter(|&i| {
            chars[i].1.is_whitespace() && !chars[i - 1].1.is_whitespace() && !chars[i + 1].1.is_whitespace()
        })
        .collect();
    if ideographs < 5 || single.len() * 10 < (ideographs - 1) * 8 {
        return Vec::new();
    }
    let cut = |i: &usize| Patch::cut(chars[*i].0..chars[*i].0 + chars[*i].1.len_utf8(), "spaced-out");
    single.iter().map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let mut body = Edited::new(input);
        mend(&mut body);
        assert_eq!(body.text, expected);
        assert_eq!(body.original(), input);
    }

    #[test]
    fn strays_go() {
        check("市总工会，，开展活动，。", "市总工会，开展活动。");
        check("，市总工会开展活动。", "市总工会开展活动。");
        check("工 会 工 作 简 报", "工会工作简报");
        check("2 024年7月2 2日", "2024年7月22日");
    }

    #[test]
    fn lost_marks_of_dates_come_back() {
        check("20223月31日，蹲点工作启动。", "2022年3月31日，蹲点工作启动。");
        check("2016年1230日下午3时", "2016年12月30日下午3时");
        check("编号20221月报、2016年1390日", "编号20221月报、2016年1390日");
    }

    #[test]
    fn what_is_right_stays() {
        check("等等……他说", "等等……他说");
        check("我在村、住在村、干在村", "我在村、住在村、干在村");
        check("第12期 7月出版", "第12期 7月出版");
        check("人数 2 3日活动", "人数 2 3日活动");
    }
}
