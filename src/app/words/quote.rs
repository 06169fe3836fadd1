//! Words of a text within quotation marks: whole, and the marks inside as Chinese sets them.

/// Words in “…”: their own quotation marks become ‘…’, and what was cut within a mark ends before it.
pub(super) fn quoted(words: &str) -> String {
    let inner = whole(words).replace('“', "‘").replace('”', "’");
    format!("“{inner}”")
}

/// The words up to the first mark that is opened and not closed, without one that is closed and was not opened; all of
/// them where nothing would be left.
fn whole(words: &str) -> &str {
    const PAIRS: [(char, char); 6] =
        [('“', '”'), ('‘', '’'), ('《', '》'), ('（', '）'), ('(', ')'), ('「', '」')];
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut start = 0;
    for (at, c) in words.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(own, _)| *own == c) {
            open.push((*close, at));
        } else if PAIRS.iter().any(|(_, close)| *close == c) {
            match open.last() {
                Some((close, _)) if *close == c => {
                    open.pop();
                }
                _ => (start, open) = (at + c.len_utf8(), Vec::new()),
            }
        }
    }
    let end = open.first().map_or(words.len(), |(_, at)| *at);
    let kept = words.get(start..end).unwrap_or_default().trim_matches(['，', '、', '：', ' ']);
    if kept.is_empty() { words } else { kept }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotations_are_whole() {
        for (words, expected) in [
            ("5月28日", "“5月28日”"),
            ("2024年某市“最美产业工", "“2024年某市”"),
            ("2024年“安康杯”竞赛", "“2024年‘安康杯’竞赛”"),
            ("杯”竞赛2024年", "“竞赛2024年”"),
            ("2024年第25次(扩大)会议", "“2024年第25次(扩大)会议”"),
            ("2024年第25次(扩", "“2024年第25次”"),
            ("“五一", "“‘五一”"),
        ] {
            assert_eq!(quoted(words), expected, "{words}");
        }
    }
}
