//! Lines that belong to the page, not to the text: page numbers, running heads, ornaments, the navigation
//! and the footer of a web page. Each is taken out whole with the rule that did it.

use std::collections::{BTreeMap, BTreeSet};

use super::Taken;
use crate::ingest::lines::Line;
use crate::ingest::page_words::{is_chrome, opens_links};
use crate::ingest::split::{Kind, kind};
use crate::text::Reading;

/// Takes page furniture out of the lines.
pub(crate) fn take_furniture(lines: Vec<Line>) -> (Vec<Line>, Vec<Taken>) {
    let repeated = running_heads(&lines);
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut taken = Vec::new();
    let mut gap = 0;
    let total = lines.len();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut related = false;
    let steps = steps(&lines);
    let names: BTreeSet<usize> = (0..total.min(HEAD)).filter(|&i| names_page(&lines, i)).collect();
    for (i, mut line) in lines.into_iter().enumerate() {
        let text = Reading::new(line.text());
        // Links to other pages go on until a paragraph of running text.
        related = (related && !is_paragraph(&text)) || opens_related(&text);
        let rule = if related {
            Some("related-links")
        } else if text.len() >= LONG && !seen.insert(text.as_str().to_owned()) {
            Some("repeated-paragraph")
        } else if text.is_empty() {
            Some("invisible")
        } else if is_ornament(&text) {
            Some("ornament")
        } else if is_stray(&text, i + 1 == total) {
            Some("stray-line")
        } else if names.contains(&i) {
            Some("page-title")
        } else if i < HEAD && steps.contains(text.as_str()) {
            Some("web-chrome")
        } else if is_page_number(&text) {
            Some("page-number")
        } else if repeated.contains_key(&mask(&text)) && !first_of_its_kind(&kept, &text) {
            Some("running-head")
        } else if is_web_chrome(&text) && kind(&text) != Kind::Imprint {
            Some("web-chrome")
        } else {
            None
        };
        match rule {
            Some(rule) => {
                gap += line.blank_before;
                taken.push(Taken { line: line.number, was: line.body.original(), rule });
            }
            None => {
                line.blank_before = line.blank_before.max(gap);
                gap = 0;
                kept.push(line);
            }
        }
    }
    (kept, taken)
}

/// The name of a page stands among so many first lines.
const HEAD: usize = 12;

/// A line so long does not come twice by chance.
const LONG: usize = 30;

fn is_paragraph(text: &Reading) -> bool {
    text.len() > 60 && text.as_str().contains('。') && !text.as_str().ends_with("..")
}

/// 相关阅读, 猜你喜欢: what follows belongs to other pages.
fn opens_related(text: &Reading) -> bool {
    text.len() <= 12 && opens_links(text.as_str())
}

/// A line of marks only.
fn is_ornament(text: &Reading) -> bool {
    text.len() >= 2 && text.chars().iter().all(|&c| !c.is_alphanumeric() && !matches!(c, '。' | '”' | '…'))
}

/// A lone mark, a hint to scan a code, the words that stand for a picture.
fn is_stray(text: &Reading, last: bool) -> bool {
    let lone = text.len() == 1 && !text.at(0).is_alphanumeric();
    let lone_number = text.len() == 1 && last && text.at(0).is_ascii_digit();
    let short = text.len() <= 24;
    let starts =
        ["扫码", "扫一扫", "长按", "点击", "识别二维码", "请扫描"].iter().any(|word| text.has(0, word));
    let picture =
        ["图片", "视频", "[图片]", "(图片)", "二维码", "[视频]"].iter().any(|word| text.as_str() == *word);
    let line = text.as_str();
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let file = [".jpg", ".png", ".jpeg", ".gif", ".bmp", ".webp"].iter().any(|end| line.ends_with(end))
        || (bare.len() < line.len() && bare.ends_with("图片") && !line.contains(','));
    // Review, _副本: words of a page's machinery, with hardly an ideograph.
    let foreign = text.len() <= 20
        && text.chars().iter().all(char::is_ascii)
        && text.chars().iter().any(char::is_ascii_alphabetic);
    let named = short
        && ["_副本", "微信图片", "微信截图"].iter().any(|word| line.contains(word))
        && !line.contains('。');
    lone || lone_number
        || picture
        || foreign
        || named
        || (short && starts && !text.as_str().contains('。'))
        || (file && !line.contains('。'))
}

/// — 3 —, 第3页, 第 3 页 共 8 页, 3/8
fn is_page_number(text: &Reading) -> bool {
    if text.len() > 20 || !text.chars().iter().any(char::is_ascii_digit) {
        return false;
    }
    let bare: String =
        text.chars().iter().filter(|c| !matches!(c, ' ' | '-' | '—' | '·' | '.' | '_')).collect();
    let marked = text.len() > bare.chars().count();
    let digits = |word: &str| !word.is_empty() && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let page = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
    let of = page.and_then(|rest| rest.split_once("页共")).or(bare.split_once('/'));
    (digits(&bare) && (marked || bare.len() <= 2))
        || page.is_some_and(digits)
        || of.is_some_and(|(a, b)| digits(a) && digits(b))
}

/// The heads that return on every page: short lines, the same but for their digits, that stand at least
/// twice, name a periodical or cut through a sentence.
fn running_heads(lines: &[Line]) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (i, line) in lines.iter().enumerate() {
        if line.text().len() > 150 {
            continue;
        }
        let text = Reading::new(line.text());
        // The date lines of a diary and the rows of a table are no running heads.
        let dated = text.at(0).is_ascii_digit() && (text.at(1) == '月' || text.at(2) == '月')
            || line.text().contains('\t');
        if text.len() < 4 || text.len() > 42 || text.as_str().ends_with('。') || dated {
            continue;
        }
        let entry = seen.entry(mask(&text)).or_default();
        entry.0 += 1;
        let before = i.checked_sub(1).and_then(|i| lines.get(i)).map_or("", Line::text);
        let cuts = before.chars().count() > 24
            && !before.ends_with(['。', '！', '？', '”', '；', '：', '.', ')', '）', ';', ':', '!', '?']);
        entry.1 += usize::from(cuts);
    }
    let is_head = |text: &str, times: usize, cuts: usize| {
        let periodical =
            ["简报", "通讯", "快报", "专报", "信息", "期", "动态", "工运", "工作交流", "日报", "晨报", "版"];
        times >= 2 && (cuts * 2 >= times || (times >= 3 && periodical.iter().any(|word| text.contains(word))))
            || (times >= 2
                && text.contains('#')
                && text.contains('期')
                && periodical.iter().take(6).any(|word| text.contains(word)))
    };
    seen.into_iter()
        .filter(|(text, (times, cuts))| is_head(text, *times, *cuts))
        .map(|(text, (times, _))| (text, times))
        .collect()
}

/// The first of several like heads is the masthead and stays for those who read it.
fn first_of_its_kind(kept: &[Line], text: &Reading) -> bool {
    let mask = mask(text);
    kept.len() < 12
        && !kept.iter().any(|line| line.text().len() <= 150 && self::mask(&Reading::new(line.text())) == mask)
}

/// A line with its digits made alike and its marks and spaces left out.
fn mask(text: &Reading) -> String {
    let mut masked = String::new();
    for &c in text.chars() {
        if c.is_ascii_digit() {
            if !masked.ends_with('#') {
                masked.push('#');
            }
        } else if c.is_alphanumeric() {
            masked.push(c);
        }
    }
    masked
}

/// Navigation, share buttons, footers.
fn is_web_chrome(text: &Reading) -> bool {
    if text.len() > 120 {
        return false;
    }
    let line = text.as_str();
    let sentence = line.contains('。');
    let more = ["更多>", "更多>>", "[详细]", "查看全文"].iter().any(|word| line.ends_with(word));
    if more {
        return true;
    }
    let words: Vec<&str> = line.split(' ').collect();
    // 微博 微博: a button and what is said of it.
    let doubled = matches!(words.as_slice(), [one, other] if one == other && text.len() <= 16);
    // 3上一期
    let bare = line.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let menu = line.matches('|').count() >= 3 && line.split('|').all(|part| part.chars().count() <= 12);
    let button = doubled || menu || text.len() <= 12 && is_chrome(bare);
    !sentence && (is_chrome(line) || is_trail(line) || button) && !line.contains("总工会版权")
}

/// The steps of the trails among the first lines (首页 > 工会动态 > 正文): lines that only repeat one are links.
fn steps(lines: &[Line]) -> BTreeSet<String> {
    let head = lines.iter().take(HEAD).map(|line| Reading::new(line.text()));
    let trails = head.filter(|text| text.len() <= 60 && text.as_str().contains('>') && is_web_chrome(text));
    let mut steps = BTreeSet::new();
    for trail in trails {
        let parts = trail.as_str().split(['>', ':']).map(str::trim);
        steps.extend(parts.filter(|part| (2..=7).contains(&part.chars().count())).map(str::to_owned));
    }
    steps
}

/// 某市举办大赛 - 工会 - 某某网: the name of a page, whose first part comes again as the headline.
fn names_page(lines: &[Line], i: usize) -> bool {
    const NEAR: usize = 12;
    let line = lines.get(i).map_or("", Line::text);
    let title = [" - ", "_", " | ", "--"]
        .iter()
        .filter_map(|mark| line.split_once(mark))
        .map(|(title, _)| title.trim());
    title
        .filter(|title| title.chars().count() >= 8)
        .any(|title| lines.iter().skip(i + 1).take(NEAR).any(|line| line.text() == title))
}

/// 首页 > 工会动态 > 正文: where on a site a page stands.
fn is_trail(line: &str) -> bool {
    line.chars().count() <= 60
        && (line.contains(">>") || line.matches('>').count() >= 2 || line.ends_with('>'))
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    fn check(input: &str, expected: &[&str], rules: &[&str]) {
        let (kept, taken) = take_furniture(lines(input, 1));
        assert_eq!(kept.iter().map(Line::text).collect::<Vec<_>>(), expected);
        assert_eq!(taken.iter().map(|taken| taken.rule).collect::<Vec<_>>(), rules);
    }

    #[test]
    fn page_furniture_goes() {
        check("甲乙丙丁\n— 3 —\n戊己庚辛\n第 4 页 共 8 页", &["甲乙丙丁", "戊己庚辛"], &["page-number"; 2]);
        check("正文内容\n*****\n?", &["正文内容"], &["ornament", "stray-line"]);
        check("首页 > 工会动态\n正文内容", &["正文内容"], &["web-chrome"]);
    }

    #[test]
    fn running_heads_go_but_the_first() {
        let page = "某某工会简报 第3期";
        let body = "这一页的正文写到这里还没有写完就换到了下一页上去了";
        let text = format!("{page}\n{body}\n{page}\n{body}\n{page}\n{body}。");
        check(&text, &[page, body, body, &format!("{body}。")], &["running-head"; 2]);
    }
}
