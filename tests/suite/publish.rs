//! What `publish` promises: the same bytes each time, text that stays text, a page that its own policy allows.

use gongxun::corpus::Corpus;
use gongxun::publish::manifest::{Manifest, crc32};
use gongxun::publish::{
    AppFiles, EmbedFiles, Input, OutFile, PartName, PublishError, SINGLE_FILE, Settings, questions,
    single_file, site,
};

const TRICKY: &str = r#"</script><script>alert(1)</script><!--"'&"#;

fn app() -> AppFiles {
    AppFiles {
        template: "<html><head><!--gongxun:head--><!--trunk--><link data-trunk><!--/trunk--></head>\
            <body><!--gongxun:body--><!--gongxun:end--></body></html>"
            .to_owned(),
        boot: "var end = '</script>';".to_owned(),
        glue: "var start = '<!--';".to_owned(),
        style: "a { color: red }".to_owned(),
        wasm: vec![0, 97, 115, 109],
        late: Some(vec![0, 97, 115, 109, 1]),
        ..AppFiles::default()
    }
}

fn corpus() -> Corpus {
    let text = include_str!("../fixtures/stories/corpus.json");
    let mut corpus = Corpus::from_json(text).unwrap();
    corpus.title = TRICKY.to_owned();
    corpus
}

type Make = fn(&Input<'_>) -> Result<Vec<OutFile>, PublishError>;

fn publish(make: Make, settings: &Settings) -> Result<Vec<OutFile>, PublishError> {
    let (corpus, app) = (corpus(), app());
    make(&Input {
        corpus: &corpus,
        dict: "<工会> 1\n",
        index: b"\xFF<",
        map: r#"{"a":"<"}"#,
        towns: "adcode\ttowns\n500103\t菜园坝街道\n340000\t某镇\n",
        english: "gongxun-words 1 0 0",
        settings,
        app: &app,
    })
}

fn text_of<'f>(files: &'f [OutFile], path: &str) -> &'f str {
    let file = files.iter().find(|file| file.path == path).unwrap();
    std::str::from_utf8(&file.bytes).unwrap()
}

/// What stands between an element's opening and its end, for every element of that opening.
fn insides<'p>(page: &'p str, open: &str, close: &str) -> Vec<&'p str> {
    page.split(open).skip(1).map(|rest| rest.split_once(close).unwrap().0).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for make in [site, single_file] {
        let [first, second] = [(); 2].map(|()| publish(make, &Settings::default()).unwrap());
        assert_eq!(first, second);
    }
}

#[test]
fn text_stays_text_in_the_page() {
    for (make, path) in [(site as Make, "index.html"), (single_file, SINGLE_FILE)] {
        let files = publish(make, &Settings::default()).unwrap();
        let page = text_of(&files, path);
        assert!(!page.contains("<script>alert"), "{path}");
        assert!(page.contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)"), "{path}");
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("</script>").count(), "{path}: every script ends once");
        assert!(!page.contains("data-trunk"), "{path}");
    }
}

#[test]
fn the_site_runs_nothing_inline() {
    let files = publish(site, &Settings::default()).unwrap();
    let page = text_of(&files, "index.html");
    for attributes in insides(page, "<script", ">") {
        assert!(
            attributes.contains("src=\"assets/") || attributes.contains("type=\"application/json\""),
            "{attributes}"
        );
    }
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="));
}

#[test]
fn the_manifest_tells_of_the_files_that_are_there() {
    let files = publish(site, &Settings::default()).unwrap();
    let json = insides(text_of(&files, "index.html"), "id=\"gongxun-manifest\">", "<")[0];
    let manifest: Manifest = serde_json::from_str(json).unwrap();
    let paths: Vec<_> = manifest.parts.values().filter_map(|entry| entry.path.as_ref()).collect();
    assert_eq!(paths.len(), manifest.parts.len() - 1, "settings alone stand in the page");
    for entry in manifest.parts.values() {
        let Some(path) = &entry.path else { continue };
        let file = files.iter().find(|file| &file.path == path).unwrap();
        assert_eq!((file.bytes.len(), crc32(&file.bytes)), (entry.bytes, entry.crc32.clone()), "{path}");
    }
}

/// A program that was not split has no late part, and nobody is told of one.
#[test]
fn a_whole_program_has_no_late_part() {
    for (make, path) in [(site as Make, "index.html"), (single_file, SINGLE_FILE)] {
        let parts = |app: &AppFiles| {
            let corpus = corpus();
            let settings = Settings::default();
            let input = Input {
                corpus: &corpus,
                dict: "",
                index: b"",
                map: "{}",
                towns: "",
                english: "",
                settings: &settings,
                app,
            };
            let files = make(&input).unwrap();
            let json = insides(text_of(&files, path), "id=\"gongxun-manifest\">", "<")[0].to_owned();
            serde_json::from_str::<Manifest>(&json).unwrap().parts
        };
        assert!(parts(&app()).contains_key(&PartName::Late), "{path}");
        assert!(!parts(&AppFiles { late: None, ..app() }).contains_key(&PartName::Late), "{path}");
    }
}

/// The first screen offers what is understood: nobody tries it there.
#[test]
fn questions_to_begin_with() {
    let corpus = Corpus::from_json(include_str!("../fixtures/stories/corpus.json")).unwrap();
    let asked = questions(&corpus);
    assert_eq!(asked, ["哪些区县送清凉最多？", "渝北区办过哪些活动？", "给农民工办过几次活动？"]);
    assert_eq!(questions(&Corpus::new("空")), [""; 0]);
}

#[test]
fn a_changed_part_gets_a_new_name_and_the_others_keep_theirs() {
    let plain = publish(site, &Settings::default()).unwrap();
    let coloured =
        publish(site, &Settings { accent: Some("#b3261e".into()), ..Settings::default() }).unwrap();
    let new: Vec<_> = coloured.iter().filter(|file| !plain.contains(file)).map(|file| &file.path).collect();
    let [element, style, frame, page] = &new[..] else { panic!("{new:?}") };
    assert!(element.starts_with("assets/element-") && style.starts_with("assets/style-"), "{new:?}");
    assert_eq!([frame.as_str(), page.as_str()], ["embed.html", "index.html"]);
}

#[test]
fn settings_are_checked() {
    let refused = |settings| publish(site, &settings).unwrap_err().to_string();
    let accent = |colour: &str| Settings { accent: Some(colour.into()), ..Settings::default() };
    assert!(refused(accent("red;}body{display:none")).contains("accent"));
    assert!(refused(accent("#12345")).contains("#c8102e"));
    let address = Settings { base_url: Some("javascript:alert(1)".into()), ..Settings::default() };
    assert!(refused(address).contains("https://"));
}

#[test]
fn a_template_without_its_marks_is_refused() {
    let (corpus, settings) = (corpus(), Settings::default());
    let app = AppFiles { template: "<html></html>".to_owned(), ..app() };
    let input = Input {
        corpus: &corpus,
        dict: "",
        index: b"",
        map: "",
        towns: "",
        english: "",
        settings: &settings,
        app: &app,
    };
    assert!(matches!(site(&input), Err(PublishError::TemplateMark("<!--gongxun:head-->"))));
}

#[test]
fn an_embed_has_a_list_for_each_district_and_all_above_it() {
    let files = publish(site, &Settings::default()).unwrap();
    let lists: Vec<_> = files.iter().filter_map(|file| file.path.strip_prefix("embed/")).collect();
    assert_eq!(
        lists,
        ["500000.html", "500101.html", "500102.html", "500112.html", "500113.html", "index.html"]
    );
    let list = text_of(&files, "embed/500112.html");
    assert!(list.contains("<h1>渝北区：最近的工会活动</h1>") && list.contains("index.html#d=500112"));
    assert!(!list.contains("<script") && !list.contains(" style="), "plain, under any policy");
    let days = insides(list, "<time datetime=\"", "\"");
    assert!(days.len() > 1 && days.is_sorted_by(|a, b| a >= b), "newest first: {days:?}");
    // Its parent's name is not in the corpus.
    assert!(text_of(&files, "embed/500000.html").contains("<h1>重庆市："));
}

#[test]
fn the_single_file_has_no_embed_beside_it() {
    let files = publish(single_file, &Settings::default()).unwrap();
    assert!(files.iter().all(|file| !file.path.contains("embed")));
}

#[test]
fn what_a_host_loads_first_is_two_kilobytes() {
    let stub = include_str!("../../static/embed/stub.js").to_owned();
    let app = AppFiles { embed: EmbedFiles { stub, ..EmbedFiles::default() }, ..app() };
    let (corpus, settings) = (corpus(), Settings::default());
    let input = Input {
        corpus: &corpus,
        dict: "",
        index: b"",
        map: "",
        towns: "",
        english: "",
        settings: &settings,
        app: &app,
    };
    let files = site(&input).unwrap();
    let stub = text_of(&files, "embed.js");
    assert!(stub.len() <= 2048, "{} bytes", stub.len());
    let element = insides(stub, "base+'", "'")[0];
    assert!(files.iter().any(|file| file.path == element), "{element}");
}
