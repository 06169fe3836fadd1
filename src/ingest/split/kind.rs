//! What a block of text is, seen by itself: heading, name of a column, item of a list, body, byline.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::ingest::page_words::is_about;
use crate::text::Reading;

/// What a block looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A line that may head what follows.
    Heading,
    /// The name of a column (一周动态).
    Section,
    /// An item of a list, with so many characters of mark before it.
    Item(usize),
    /// A paragraph.
    Body,
    /// Who wrote it.
    Byline,
    /// What a picture shows, said so by the line itself.
    Caption,
    /// Issue, date, source, editors.
    Imprint,
    /// 目录
    Contents,
}

/// What a line looks like, cells of a table told by the tabs between them.
pub(crate) fn kind_of_line(line: &str) -> Kind {
    let text = Reading::new(line);
    if line.contains('\t') && is_row(line) { Kind::Item(0) } else { kind(&text) }
}

/// Whether a line is a row of a table: cells with tabs between them, none of them empty.
fn is_row(line: &str) -> bool {
    let cells = line.split('\t').map(str::trim);
    cells.clone().count() >= 3 && cells.filter(|cell| !cell.is_empty()).count() >= 2
}

/// What a block looks like.
pub(crate) fn kind(text: &Reading) -> Kind {
    let mark = item_mark(text);
    if text.len() <= 90 {
        if is_contents(text) {
            return Kind::Contents;
        }
        if is_section(text) {
            return Kind::Section;
        }
        if is_caption(text) {
            return Kind::Caption;
        }
        if is_byline(text, false) || (mark > 0 && is_byline(&Reading::new(text.text(mark..text.len())), true))
        {
            return Kind::Byline;
        }
        if is_imprint(text) {
            return Kind::Imprint;
        }
    }
    if mark > 0 {
        return Kind::Item(mark);
    }
    if opens_with_tag(text) {
        return Kind::Item(0);
    }
    if is_heading(text) { Kind::Heading } else { Kind::Body }
}

/// The marks that open an item of a list.
const MARKS: &str = "●○◎□■◆◇★☆▲△▶►▪▫•·※❖➤◼◉♦√✦✿◢➢";

/// How many characters of mark open an item; 0 where it is none.
pub(crate) fn item_mark(text: &Reading) -> usize {
    let mut end = 0;
    while MARKS.contains(text.at(end)) && end < text.len() {
        end += 1;
    }
    if end == 0 && matches!(text.at(0), '-' | '*' | '+') && text.at(1) == ' ' {
        end = 1;
    }
    if end == 0 {
        return 0;
    }
    while text.at(end) == ' ' && end < text.len() {
        end += 1;
    }
    end
}

/// The length of a number that opens a line: 一、 (二) 3. ④; 0 where there is none.
pub(crate) fn numbering(text: &Reading) -> usize {
    let numeral = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
    if matches!(text.at(0), '①'..='⑳' | '⑴'..='⒇') {
        return 1;
    }
    // 镜头一:
    const LABELS: [&str; 8] = ["镜头", "亮点", "场景", "片段", "画面", "举措", "故事", "现场"];
    if LABELS.iter().any(|label| text.has(0, label)) && numeral(text.at(2)) {
        let end = if numeral(text.at(3)) { 4 } else { 3 };
        return if matches!(text.at(end), ':' | ' ') { end + 1 } else { 0 };
    }
    let bracket = usize::from(text.at(0) == '(');
    let mut end = bracket;
    while numeral(text.at(end)) && end < bracket + 3 {
        end += 1;
    }
    if end == bracket {
        return 0;
    }
    match (bracket, text.at(end)) {
        (1, ')') | (0, '、') => end + 1,
        (0, '.') if !text.at(end + 1).is_ascii_digit() => end + 1,
        _ => 0,
    }
}

/// 【送清凉】7月3日,…: an item with a name before it.
fn opens_with_tag(text: &Reading) -> bool {
    let close = text.chars().iter().take(14).position(|&c| c == '】');
    text.at(0) == '【'
        && close.is_some_and(|close| text.len() > close + 20 && text.text(close..text.len()).contains('。'))
}

fn is_heading(text: &Reading) -> bool {
    let length = text.len();
    if !(2..=64).contains(&length) || text.chars().iter().any(|&c| matches!(c, '。' | ';')) {
        return false;
    }
    if matches!(text.at(length - 1), ',' | '、' | ':' | '…' | '.') || starts_with_date(text) {
        return false;
    }
    // 一等奖:某某单位 某某: a line of a list.
    if ["奖:", "名单:", "冠军:", "亚军:", "季军:"].iter().any(|word| text.as_str().contains(word)) {
        return false;
    }
    if ["问:", "答:", "问 ", "答 "].iter().any(|word| text.has(0, word)) {
        return false;
    }
    // 某某网讯 4月8日,…: the body of a report.
    let told = text.text(0..length.min(14));
    if ["讯 ", "讯(", "电 ", "电("].iter().any(|word| told.contains(word))
        && !crate::date::dates(text).is_empty()
    {
        return false;
    }
    let outside = outside_quotes(text);
    outside.iter().filter(|&&c| c == ',').count() <= 2 && outside.iter().any(|c| c.is_alphabetic())
}

/// The characters that stand outside quotation marks and titles.
fn outside_quotes(text: &Reading) -> Vec<char> {
    let mut depth = 0usize;
    let mut outside = Vec::new();
    for &c in text.chars() {
        match c {
            '“' | '《' => depth += 1,
            '”' | '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// A paragraph or item may open with a date; a heading opens with a year at most.
fn starts_with_date(text: &Reading) -> bool {
    let start = if text.at(0) == '【' {
        text.chars().iter().position(|&c| c == '】').map_or(0, |i| i + 1)
    } else {
        0
    };
    let head = text.text(start..(start + 12).min(text.len()));
    let digits = head.chars().take_while(char::is_ascii_digit).count();
    let rest = head.get(digits..).unwrap_or("");
    (1..=2).contains(&digits) && rest.starts_with('月') && rest.contains('日')
        || ["近日,", "日前,", "近期,", "连日来,", "近日 "].iter().any(|word| head.starts_with(word))
}

static SECTIONS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/sections.tsv").lines().skip(1);
    lines.filter_map(|line| line.split('\t').next()).collect()
});

/// Whether a line names a column, in brackets or not.
fn is_section(text: &Reading) -> bool {
    let bare: String = text.chars().iter().filter(|c| c.is_alphabetic()).collect();
    if text.len() > bare.chars().count() + 6 || bare.is_empty() {
        return false;
    }
    let ends = [
        "动态", "简讯", "要闻", "短讯", "快讯", "集锦", "速递", "掠影", "日记", "手记", "传真", "播报",
        "之窗", "园地", "快递", "新闻",
    ];
    let length = bare.chars().count();
    // 简讯两则, 动态三则
    let counted = bare
        .strip_suffix('则')
        .map(|bare| bare.trim_end_matches(|c| "一二两三四五六七八九十几数".contains(c)));
    let counted = counted.is_some_and(|bare| {
        ["简讯", "短讯", "快讯", "动态", "要闻", "消息"].iter().any(|end| bare.ends_with(end))
    });
    SECTIONS.contains(bare.as_str())
        || (counted && length <= 8)
        || ((4..=7).contains(&length) && ends.iter().any(|end| bare.ends_with(end)))
}

fn is_contents(text: &Reading) -> bool {
    let bare: String = text.chars().iter().filter(|c| c.is_alphabetic()).collect();
    ["目录", "本期目录", "本期导读", "本期要目", "要目", "本版导读", "导读"].contains(&bare.as_str())
}

fn is_caption(text: &Reading) -> bool {
    let line = text.as_str();
    let starts = [
        "图为",
        "图:",
        "图一",
        "图1",
        "图2",
        "图3",
        "图片说明",
        "图说:",
        "上图",
        "下图",
        "左图",
        "右图",
        "▲图",
        "△图",
        "(图为",
    ];
    let credit = credited(line);
    let ends = ["摄", "摄)", "摄影", "供图", "供图)", "资料图", "资料图片", "(资料图)", "/摄", "图)"];
    let arrow = matches!(text.at(0), '▲' | '△' | '▼' | '↑' | '↓') && text.len() <= 50 && !line.contains('。');
    starts.iter().any(|word| line.starts_with(word))
        || arrow
        || credit
        || (text.len() <= 60 && ends.iter().any(|word| line.ends_with(word)) && !line.contains("。 "))
        || (text.len() <= 50 && line.ends_with("现场") && !line.contains([',', '。']))
}

/// 活动现场 摄影 张三: who took a picture, at the end of the line under it.
fn credited(line: &str) -> bool {
    let ideograph = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    ["摄影", "供图", "摄"].iter().any(|word| {
        line.rsplit_once(word).is_some_and(|(before, name)| {
            let marked = name.starts_with([':', ' ', '/']) && before.ends_with([' ', '/', '(', '。']);
            let name = name.trim_matches([':', ' ', '/', ')']);
            marked && (2..=4).contains(&name.chars().count()) && name.chars().all(ideograph)
        })
    }) && line.chars().count() <= 60
}

/// Words that open a byline.
const AUTHORS: [&str; 22] = [
    "通讯员",
    "记者",
    "作者",
    "本报记者",
    "特约记者",
    "特约通讯员",
    "文/",
    "文/图",
    "图/",
    "撰稿",
    "撰文",
    "供稿",
    "本报通讯员",
    "实习记者",
    "见习记者",
    "首席记者",
    "全媒体记者",
    "文图",
    "图文",
    "文字:",
    "文:",
    "本网记者",
];

fn is_byline(text: &Reading, marked: bool) -> bool {
    let line = text.as_str();
    let inner = line.trim_start_matches(['(', '—', '-', ' ']).trim_end_matches([')', ' ']);
    if text.len() > 80 || (line.contains('。') && !line.starts_with('(')) {
        return false;
    }
    let opens = AUTHORS.iter().any(|word| {
        inner.strip_prefix(word).is_some_and(|rest| rest.chars().count() <= 60 && !rest.contains(['。']))
    });
    let bracketed = line.starts_with('(') && line.ends_with(')');
    // □王某某 陈某
    let several = inner.contains(' ') && inner.split(' ').all(|name| (2..=4).contains(&name.chars().count()));
    if marked && (several && inner.chars().count() <= 16 || (2..=4).contains(&inner.chars().count())) {
        // □张三
        return are_names(inner);
    }
    // 工人日报-中工网记者 刘某 通讯员 于某
    let staff = ["记者 ", "通讯员 ", "记者:", "通讯员:"].iter().any(|word| inner.contains(word));
    (opens && (bracketed || inner.chars().count() <= 36))
        || (staff && inner.chars().count() <= 40 && !inner.contains([',', '。', '“']))
        || (bracketed && are_names(inner))
        || ["供稿", "报道"]
            .iter()
            .any(|end| inner.ends_with(end) && inner.chars().count() <= 24 && !inner.contains(','))
}

/// Whether words are people's or offices' names as they stand behind an article: 李中英 胡敏 苗该该.
pub(crate) fn are_names(words: &str) -> bool {
    let said = ["供稿", "通讯员", "记者", "作者", "报道", "摄", "工会", "文/图", "办公室", "宣传"];
    let short = words.chars().count() <= 60 && !words.contains(['。', '，', ':']);
    if short && said.iter().any(|word| words.contains(word)) {
        return words.chars().count() <= 40;
    }
    let mut parts = words.split([' ', '、', '\u{3000}', '/']).filter(|part| !part.is_empty());
    let name = |part: &str| {
        (2..=4).contains(&part.chars().count())
            && part.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '·'))
    };
    const NOT_NAMES: [&str; 16] = [
        "扩大", "试行", "下同", "暂行", "社区", "现场", "草案", "以上", "含", "左", "右", "中", "见图",
        "待续", "略", "节选",
    ];
    short && !NOT_NAMES.contains(&words) && parts.all(|part| name(part) && !NOT_NAMES.contains(&part))
}

/// Lines about the issue itself.
fn is_imprint(text: &Reading) -> bool {
    let line: String = text.chars().iter().filter(|c| !matches!(c, ' ' | '(' | ')' | '【' | '】')).collect();
    if text.len() > 70 || line.contains('。') {
        return false;
    }
    // 第07版:县区新闻
    let page = line.strip_prefix('第').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let page = page.is_some_and(|rest| rest.starts_with("版:") || rest == "版");
    page || is_about(&line) || is_issue_number(&line) || is_date_line(text) || is_site(text)
}

fn is_issue_number(line: &str) -> bool {
    let number = |word: &str| {
        let inner = word.trim_start_matches('第').trim_end_matches('期');
        !inner.is_empty()
            && inner.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十百〇○".contains(c))
    };
    let head: String = line.chars().take_while(|&c| c != '期').chain(['期']).collect();
    if let Some(at) = line.find('第') {
        let from_number: String =
            line.get(at..).unwrap_or("").chars().take_while(|&c| c != '期').chain(['期']).collect();
        let short = line.chars().count() <= 40;
        return short
            && line.contains('期')
            && number(&from_number)
            && !line.contains("培训班")
            && !line.contains("期间");
    }
    let issue = line.split_once('年').is_some_and(|(_, rest)| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        !digits.is_empty() && rest.get(digits.len()..).is_some_and(|rest| rest.starts_with('期'))
    });
    line.contains('期') && (number(&head) || issue) && line.chars().count() <= 16
}

/// A line that is a date and nothing else of weight.
fn is_date_line(text: &Reading) -> bool {
    let words = crate::date::dates(text);
    let Some(date) = words.first() else { return false };
    let year = matches!(date.said, crate::date::Said::Days { year: crate::date::YearWord::Number(_), .. });
    let rest: usize = text.chars().iter().filter(|c| c.is_alphanumeric()).count();
    let inside =
        text.chars().get(date.range.clone()).map_or(0, |c| c.iter().filter(|c| c.is_alphanumeric()).count());
    let line = text.as_str();
    let about = ["来源", "作者", "编辑", "阅读", "点击", "浏览", "字号", "访问"];
    let clock = |at: usize| {
        text.at(at).is_ascii_digit() && text.at(at + 1) == ':' && text.at(at + 2).is_ascii_digit()
    };
    let timed = (date.range.end..text.len().min(date.range.end + 5)).any(clock);
    // 2024年11月21日16:31 来源:某报客户端 责任编辑:某某
    year && (rest - inside.min(rest) <= 12
        || timed && about.iter().any(|word| line.contains(word)) && !line.contains(',')
        || timed && text.len() <= 40 && !line.contains([',', '“']))
}

/// 某某传媒网, 某某日报: the name of a site or paper and nothing else.
fn is_site(text: &Reading) -> bool {
    const ENDS: [&str; 12] = [
        "网",
        "日报",
        "晚报",
        "晨报",
        "都市报",
        "客户端",
        "公众号",
        "融媒体中心",
        "电视台",
        "新闻网",
        "官方微博",
        "官网",
    ];
    let plain = text.chars().iter().all(|c| c.is_alphanumeric());
    (2..=10).contains(&text.len())
        && plain
        && ENDS.iter().any(|end| text.ends(text.len(), end))
        && !["赴", "联", "进", "上", "一张", "建", "织"].iter().any(|word| text.as_str().contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Kind) {
        assert_eq!(kind(&Reading::new(text)), expected, "{text}");
    }

    #[test]
    fn kinds_of_blocks() {
        check("市总工会举办改革建设专题讲座", Kind::Heading);
        check("一周动态", Kind::Section);
        check("【基层动态】", Kind::Section);
        check("●某区总工会开展活动。", Kind::Item(1));
        check("7月3日，某区总工会开展活动", Kind::Body);
        check("某区总工会开展活动，送去关怀。", Kind::Body);
        check("通讯员 张三", Kind::Byline);
        check("（张三 李四 王五六）", Kind::Byline);
        check("图为活动现场", Kind::Caption);
        check("第12期（总第345期）", Kind::Imprint);
        check("发布日期：2017-07-24", Kind::Imprint);
        check("2024年7月31日 星期三", Kind::Imprint);
        check("目  录", Kind::Contents);
        check("为广大职工送去“娘家人”的关怀。", Kind::Body);
    }

    #[test]
    fn numbers_before_lines() {
        let length = |text: &str| numbering(&Reading::new(text));
        assert_eq!(
            [
                length("一、思想引领"),
                length("（二）维权"),
                length("3.5小时"),
                length("3. 送清凉"),
                length("①送")
            ],
            [2, 3, 0, 2, 1]
        );
    }

    #[test]
    fn sections_are_known_once() {
        let lines = include_str!("../../../data/sections.tsv").lines().skip(1);
        assert_eq!(lines.clone().count(), SECTIONS.len());
        assert!(lines.clone().all(|line| line.split('\t').count() == 2));
    }
}
