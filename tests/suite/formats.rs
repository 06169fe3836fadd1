//! Formats other than plain text: a Word document, a saved web page, ready articles; others refused with the
//! remedy.
#![cfg(feature = "cli")]

use std::io::Write;

use gongxun::corpus::{Corpus, Diagnostic};
use gongxun::ingest::{Options, read};

fn read_one(name: &str, bytes: &[u8]) -> (Corpus, Vec<Diagnostic>) {
    read(&[(name, bytes)], &Options::default())
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const STYLES: &str = r#"<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>"#;

fn paragraph(text: &str, style: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

#[test]
fn a_word_document_is_read_with_headings_and_tables() {
    let row = |cells: [&str; 3]| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))
            .collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let document = format!(
        "<w:document><w:body>{}{}{}{}<w:tbl>{}{}</w:tbl></w:body></w:document>",
        paragraph("大足区总工会送清凉到工地", "1"),
        paragraph("2024年7月3日，大足区总工会走进双桥工地，慰问120名建筑工人。", "a"),
        paragraph("荣昌区总工会举办陶艺技能比武", "1"),
        paragraph("2024年7月9日，荣昌区总工会在安富街道举办陶艺技能比武，46名选手参赛。", "a"),
        row(["7月11日", "璧山区总工会", "组织职工趣味运动会，300人参加"]),
        row(["7月12日", "铜梁区总工会", "召开女职工座谈会，20名女职工参加"]),
    );
    let (corpus, found) =
        read_one("周报.docx", &zipped(&[("word/document.xml", &document), ("word/styles.xml", STYLES)]));
    assert_eq!(found, []);
    let titles: Vec<&str> = corpus.articles().map(|(_, article)| article.title.as_str()).collect();
    assert_eq!(titles, ["大足区总工会送清凉到工地", "荣昌区总工会举办陶艺技能比武"]);
    let places: Vec<&str> = corpus.activities.iter().map(|a| a.places[0].name.as_str()).collect();
    assert_eq!(places, ["大足区", "荣昌区", "璧山区", "铜梁区"]);
}

#[test]
fn a_saved_page_is_read_without_what_stands_around() {
    let page = "<html><head><title>垫江县总工会开展义诊_某网</title></head><body><div class='nav'>首页 | 动态</div>\
        <div id='content'><h1>垫江县总工会开展义诊</h1><p>发布时间：2023-10-20</p>\
        <p>10月18日，垫江县总工会在文化广场开展义诊，为150名环卫工人检查身体。</p></div>\
        <div class='share'>分享到：微信 微博</div><div class='footer'>版权所有 垫江县总工会。</div></body></html>";
    let (corpus, _) = read_one("a.html", page.as_bytes());
    assert_eq!(corpus.activities.len(), 1);
    assert_eq!(corpus.activities[0].date.as_ref().unwrap().start.to_string(), "2023-10-18");
    let article = corpus.articles().next().unwrap().1;
    assert_eq!(article.title, "垫江县总工会开展义诊");
    assert!(!article.paragraphs.concat().contains("分享") && !article.paragraphs.concat().contains("首页"));
}

#[test]
fn ready_articles_keep_their_ids_days_and_districts() {
    let text = concat!(
        r#"{"id":"n-1","title":"送清凉","date":"2024-07-05","district":"500105","body":"7月3日，区总工会慰问环卫工人。"}"#,
        "\n{坏的一行}\n",
        r#"{"id":"n-2","title":"比武","date":"2024-07-08","district":"500112","body":"7月6日，区总工会举办焊工技能比武，30名选手参赛。"}"#,
        "\n"
    );
    let (corpus, found) = read_one("export.jsonl", text.as_bytes());
    let ids: Vec<&str> = corpus.articles().map(|(_, article)| article.id.as_str()).collect();
    assert_eq!(ids, ["n-1", "n-2"]);
    assert!(found.iter().any(|d| d.code == "jsonl" && d.line == Some(2)), "{found:?}");
    assert_eq!(corpus.activities[1].places[0].adcode.number(), 500_112);
    assert_eq!(corpus.activities[1].organisers, ["渝北区总工会"]);
}

#[test]
fn other_formats_are_refused_with_the_remedy() {
    let check = |bytes: &[u8], named: &str, remedy: &str| {
        let (corpus, found) = read_one("a", bytes);
        assert_eq!((corpus.bulletins.len(), found.len()), (0, 1));
        assert!(found[0].message.contains(named), "{}", found[0]);
        assert!(found[0].hint.as_ref().unwrap().contains(remedy), "{}", found[0]);
    };
    check(&zipped(&[("xl/workbook.xml", "<x/>")]), "Excel", "Word");
    check(&zipped(&[("ppt/presentation.xml", "<x/>")]), "pptx", ".docx");
    check(&zipped(&[("a.txt", "甲")]), "压缩包", "解压");
    check(b"PK\x03\x04broken", "损坏", "");
    check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word", ".docx");
    check(b"\x89PNG", "图片", "文字识别");
}
