//! What a bulletin should not say of a person (个人信息): numbers of identity cards, telephones and bank cards, and
//! the name of somebody beside hardship or illness. Only told, never changed: a person decides. The message never
//! repeats the whole of it.

use crate::text::Reading;

/// What was found: what it is, and words that show where without repeating it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Private {
    /// What it is.
    pub what: &'static str,
    /// Its beginning and end.
    pub masked: String,
}

/// What a text says of persons that it perhaps should not.
pub(super) fn private(text: &Reading) -> Vec<Private> {
    let mut found = numbers(text);
    found.extend(names(text));
    found
}

/// Runs of digits that are a person's: by length, form and checksum.
fn numbers(text: &Reading) -> Vec<Private> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < text.len() {
        if !text.at(place).is_ascii_digit() {
            place += 1;
            continue;
        }
        let (digits, end) = run(text, place);
        let joined = place > 0 && (text.at(place - 1).is_ascii_alphabetic() || text.at(place - 1) == '.');
        if !joined && let Some(what) = what_number(&digits) {
            let masked = mask(&digits);
            found.push(Private { what, masked });
        }
        place = end.max(place + 1);
    }
    found
}

/// The digits from a place on, those of a card's groups of four taken together, and where they end.
fn run(text: &Reading, start: usize) -> (String, usize) {
    let mut digits = String::new();
    let mut place = start;
    loop {
        let c = text.at(place);
        if c.is_ascii_digit() || (digits.len() == 17 && matches!(c, 'x' | 'X')) {
            digits.push(c.to_ascii_uppercase());
            place += 1;
        } else if matches!(c, ' ' | '-') && groups(&digits) && text.at(place + 1).is_ascii_digit() {
            place += 1;
        } else {
            return (digits, place);
        }
        if digits.len() > 24 {
            return (digits, place);
        }
    }
}

/// Whether a blank may stand in a number here: 6222 0212 …, 138 1234 5678.
fn groups(digits: &str) -> bool {
    match digits.len() {
        3 | 7 => digits.starts_with('1'),
        length => length % 4 == 0 && length > 0 && digits.starts_with(['4', '5', '6']),
    }
}

fn what_number(digits: &str) -> Option<&'static str> {
    let bytes = digits.as_bytes();
    if bytes.len() == 18 && is_identity_number(digits) {
        return Some("身份证号");
    }
    let plain = bytes.iter().all(u8::is_ascii_digit);
    if plain && bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]) {
        return Some("手机号");
    }
    let card = plain && (16..=19).contains(&bytes.len()) && matches!(bytes[0], b'4' | b'5' | b'6');
    (card && luhn(bytes)).then_some("银行卡号")
}

/// An identity-card number (GB 11643): a birthday that the calendar has, and the check digit.
fn is_identity_number(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let number = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<i32>().ok());
    let small = |value: Option<i32>| value.and_then(|value| u8::try_from(value).ok());
    let day = match (number(6..10), small(number(10..12)), small(number(12..14))) {
        (Some(year), Some(month), Some(day)) => {
            crate::date::Day::new(year, month, day).is_some() && year >= 1900
        }
        _ => false,
    };
    let sum: Option<u32> =
        digits.chars().zip(WEIGHTS).map(|(c, weight)| c.to_digit(10).map(|digit| digit * weight)).sum();
    let check = sum.and_then(|sum| CHECKS.get(sum as usize % 11).copied());
    day && check == digits.chars().next_back()
}

/// The check digit of bank cards.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &digit)| {
            let value = u32::from(digit - b'0') * if i % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn mask(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let keep = if letters.len() > 8 { 3 } else { 1 };
    let head: String = letters.iter().take(keep).collect();
    let tail: String =
        letters.iter().skip(letters.len().saturating_sub(if keep == 3 { 2 } else { 0 })).collect();
    format!("{head}…{tail}")
}

/// Words after which somebody in need is named.
const BEFORE_NAME: [&str; 16] = [
    "困难职工",
    "困难女职工",
    "困难农民工",
    "困难家庭",
    "特困职工",
    "患病职工",
    "重病职工",
    "大病职工",
    "残疾职工",
    "帮扶对象",
    "受助职工",
    "受助学生",
    "贫困学生",
    "困难学子",
    "单亲母亲",
    "病困职工",
];

/// What comes after a name and tells of hardship or illness.
const AFTER_NAME: [&str; 12] = [
    "患有",
    "身患",
    "确诊",
    "因病",
    "患癌",
    "罹患",
    "患病",
    "家庭困难",
    "生活困难",
    "因患",
    "被查出",
    "查出患",
];

/// The surnames that all but a few people have.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Names of persons that stand beside hardship or illness. 张某, 小王, 李师傅 name nobody.
fn names(text: &Reading) -> Vec<Private> {
    let mut found: Vec<Private> = Vec::new();
    for place in 0..text.len() {
        // Most characters begin no word of hardship: words are compared at the others only.
        if !"困特患重大残帮受贫单病身确因罹家生被查".contains(text.at(place)) {
            continue;
        }
        for word in BEFORE_NAME.iter().filter(|word| text.has(place, word)) {
            let mut start = place + word.chars().count();
            start += usize::from(text.at(start) == '家' && text.at(start + 1) == '庭') * 2;
            if let Some(name) = name_at(text, start) {
                found.push(Private { what: "困难、患病或受帮扶者的姓名", masked: mask(&name) });
            }
        }
        if AFTER_NAME.iter().any(|word| text.has(place, word)) {
            let name = [3, 2].into_iter().find_map(|length| {
                let start = place.checked_sub(length)?;
                let opens = start == 0 || !text.at(start - 1).is_alphabetic() || opens_name(text, start);
                name_at(text, start).filter(|name| name.chars().count() == length && opens)
            });
            found.extend(
                name.map(|name| Private {
                    what: "困难、患病或受帮扶者的姓名", masked: mask(&name)
                }),
            );
        }
    }
    found.dedup();
    found
}

/// Whether a title or kinship stands before a name: 职工张三, 丈夫李四.
fn opens_name(text: &Reading, start: usize) -> bool {
    ["职工", "工人", "会员", "丈夫", "妻子", "儿子", "女儿", "母亲", "父亲", "教师", "员工", "劳模"]
        .iter()
        .any(|word| text.ends(start, word))
}

/// The name of two or three characters that begins at a place, if what follows cannot belong to it.
fn name_at(text: &Reading, start: usize) -> Option<String> {
    const ENDS: [&str; 24] = [
        "家", "、", ",", "。", "的", "(", "说", "一家", "和", "等", "送", "患", "因", "身患", "被", "介绍",
        "激动", "接过", "表示", "在", "自", "确诊", "查出", "罹",
    ];
    if !SURNAMES.contains(text.at(start)) || text.at(start) == '\0' {
        return None;
    }
    [3, 2].into_iter().find_map(|length| {
        let name = text.text(start..(start + length).min(text.len()));
        let plain = name.chars().count() == length
            && name.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
            && !name.contains([
                '某', '先', '女', '师', '大', '老', '小', '家', '等', '的', '和', '们', '职', '工', '身',
                '因', '被', '患',
            ]);
        let ends = ENDS.iter().any(|end| text.has(start + length, end))
            || AFTER_NAME.iter().any(|end| text.has(start + length, end));
        (plain && ends).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = private(&Reading::new(text));
        let got: Vec<&str> = found.iter().map(|one| one.what).collect();
        assert_eq!(got, expected, "{text}: {found:?}");
    }

    #[test]
    fn numbers_by_their_checksums() {
        check("身份证号11010519491231002X登记", &["身份证号"]);
        check("编号110105194912310021不是", &[]);
        check("联系电话：13812345678", &["手机号"]);
        check("电话138 1234 5678。", &["手机号"]);
        check("投稿热线023-63850000", &[]);
        check("账号6222 0212 3456 7890 129", &[]);
        check("卡号4111 1111 1111 1111", &["银行卡号"]);
        check("发放慰问金20000000000元", &[]);
    }

    #[test]
    fn names_beside_hardship() {
        const NAME: &[&str] = &["困难、患病或受帮扶者的姓名"];
        check("来到困难职工李建国家中看望。", NAME);
        check("职工王芳身患重病，工会送来救助金。", NAME);
        check("看望困难职工张某，送去慰问金。", &[]);
        check("走访慰问困难职工家庭20户。", &[]);
        check("困难职工周转房正式启用。", &[]);
        check("为困难职工高温慰问。", &[]);
    }

    #[test]
    fn nothing_is_repeated_whole() {
        let found = private(&Reading::new("电话13812345678，困难职工李建国家"));
        assert!(found.iter().all(|one| !one.masked.contains("12345") && !one.masked.contains("李建国")));
    }
}
