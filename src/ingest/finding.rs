//! What the reader tells the person who has the file. Every message is made here, so that wording and
//! codes stay together.

use crate::corpus::{Diagnostic, Severity};

fn make(
    file: &str,
    line: Option<usize>,
    severity: Severity,
    code: &str,
    message: String,
    hint: &str,
) -> Diagnostic {
    let hint = (!hint.is_empty()).then(|| hint.to_owned());
    Diagnostic { file: file.to_owned(), line, severity, code: code.to_owned(), message, hint }
}

pub(crate) fn empty(file: &str) -> Diagnostic {
    let message = "文件是空的，没有读到任何文字".to_owned();
    make(file, None, Severity::Error, "empty", message, "检查文件是否保存完整，或把它从文件夹中移走")
}

pub(crate) fn other_format(file: &str, format: &str) -> Diagnostic {
    let message = format!("这是{format}文件，不是文字；能读的是 .txt、.md、.docx、.html 和 .jsonl");
    let hint = match format {
        "PDF" => "用 Word 或 WPS 打开后另存为 .docx，或全选复制到记事本存为 .txt；扫描件要先做文字识别",
        _ if format.starts_with("Excel") => {
            "在 Excel 或 WPS 中全选复制，粘贴到 Word 存为 .docx；或另存为“文本文件（制表符分隔）”"
        }
        _ if format.starts_with("旧版") => "用 Word 或 WPS 打开，另存为 .docx",
        _ if format.starts_with("图片") => "先做文字识别（微信、WPS 都有“提取文字”），再存为 .txt",
        _ if format.starts_with("压缩包") => "先解压，再选其中的文件",
        _ => "用 Word 或 WPS 打开，另存为 .docx 或 .txt",
    };
    make(file, None, Severity::Error, "other-format", message, hint)
}

pub(crate) fn binary(file: &str) -> Diagnostic {
    let message = "不是文字文件：按 UTF-8、UTF-16、GB18030、Big5 都读不通".to_owned();
    make(file, None, Severity::Error, "no-text", message, "换一份能用记事本打开的文件")
}

pub(crate) fn encoding(file: &str, encoding: &str) -> Diagnostic {
    let name = if encoding == "gb18030" { "GB18030（含 GBK、GB2312）" } else { encoding };
    make(file, None, Severity::Note, "encoding", format!("按 {name} 编码读取"), "")
}

pub(crate) fn perhaps_same(file: &str, one: &str, other: &str, other_file: &str) -> Diagnostic {
    let message = format!("可能与 {other_file} 的“{other}”是同一活动：“{one}”；没有合并，统计时各算一项");
    let hint = "如果确是同一活动，用更正文件的 merge 把两项连起来";
    make(file, None, Severity::Note, "perhaps-same", message, hint)
}

pub(crate) fn jsonl_line(file: &str, line: usize, why: &str) -> Diagnostic {
    let message = format!("这一行不是一篇文章：{why}；其余各行照常读取");
    let hint = "每行应是 {\"id\",\"title\",\"date\",\"district\",\"body\"}，至少有 title 或 body";
    make(file, Some(line), Severity::Error, "jsonl", message, hint)
}

pub(crate) fn private(file: &str, line: usize, what: &str, masked: &str) -> Diagnostic {
    let message = format!("这里像是写了{what}（{masked}）");
    let hint = "公开前请核对：删去，或以“某”代替；已公开的文章可写进 withdrawn.txt 撤回";
    make(file, Some(line), Severity::Warning, "private", message, hint)
}

pub(crate) fn unread(file: &str, count: usize) -> Diagnostic {
    let message = format!("有 {count} 处字符读不出来，以 � 代替");
    make(file, None, Severity::Warning, "unreadable-characters", message, "换一份编码完好的文件")
}

pub(crate) fn front_matter_open(file: &str) -> Diagnostic {
    let message = "开头的“---”之后没有找到结束的“---”，整段按正文读取".to_owned();
    make(file, Some(1), Severity::Warning, "front-matter", message, "在最后一项之后另起一行写“---”")
}

pub(crate) fn front_matter_line(file: &str, line: usize, text: &str) -> Diagnostic {
    let message = format!("读不懂这一行：“{text}”；应为“项目: 内容”");
    make(
        file,
        Some(line),
        Severity::Warning,
        "front-matter",
        message,
        "可用的项目：标题、发布、日期、地区、来源、链接",
    )
}

pub(crate) fn front_matter_date(file: &str, line: usize, text: &str) -> Diagnostic {
    let message = format!("“{text}”不是日期，已忽略；应写作 2024-07-31 或 2024年7月31日");
    make(file, Some(line), Severity::Warning, "front-matter-date", message, "改正日期，否则年份只能推定")
}

pub(crate) fn front_matter_region(file: &str, line: usize, text: &str) -> Diagnostic {
    let message = format!("“{text}”不是唯一的行政区划名，已忽略；应写全称，如“重庆市”“宿州市砀山县”");
    make(
        file,
        Some(line),
        Severity::Warning,
        "front-matter-region",
        message,
        "写上级单位以免重名，如“浙江省宁波市江北区”",
    )
}

pub(crate) fn impossible_date(file: &str, line: usize, words: &str) -> Diagnostic {
    let message = format!("“{words}”不是历法上有的日期，该活动按日期不明处理");
    make(file, Some(line), Severity::Warning, "impossible-date", message, "对照原件改正")
}

pub(crate) fn no_date(file: &str) -> Diagnostic {
    let message = "全文没有找到任何日期".to_owned();
    make(
        file,
        None,
        Severity::Warning,
        "no-date",
        message,
        "在文件开头加上“---”，一行“日期: 2024-07-31”，再加“---”",
    )
}

pub(crate) fn no_year(file: &str) -> Diagnostic {
    let message = "有月有日而没有年份，也没有可推定年份的词句，活动按日期不明处理".to_owned();
    make(
        file,
        None,
        Severity::Warning,
        "no-year",
        message,
        "在文件开头加上“---”，一行“日期: 2024-07-31”，再加“---”",
    )
}

pub(crate) fn no_place(file: &str) -> Diagnostic {
    let message = "全文没有找到可以确定的地区".to_owned();
    make(
        file,
        None,
        Severity::Warning,
        "no-place",
        message,
        "在文件开头加上“---”，一行“地区: 重庆市”，再加“---”",
    )
}

pub(crate) fn no_article(file: &str) -> Diagnostic {
    let message = "读得出文字，但没有找到成篇的文章".to_owned();
    make(file, None, Severity::Warning, "no-article", message, "检查文件内容是否为简报正文")
}

pub(crate) fn byte_damage(file: &str, line: usize, words: &str) -> Diagnostic {
    let message = format!("“{words}”处有字节损坏，无法确证原文，保留原样");
    make(file, Some(line), Severity::Warning, "byte-damage", message, "对照原件改正")
}
