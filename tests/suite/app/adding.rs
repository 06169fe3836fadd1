//! Adding bulletins in the browser: what the worker reads, cuts and indexes becomes part of the archive, the same as
//! if the command had read everything at once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use gongxun::app::archive::{Archive, Slice};
use gongxun::app::late::Late;
use gongxun::app::results::results;
use gongxun::app::worker::{ReadFile, Reply, Request, Worker, answer};
use gongxun::corpus::Corpus;
use gongxun::ingest::{Options, read};
use gongxun::publish::{self, AppFiles, Input, PartName, Settings, WorkerFiles};
use gongxun::search::Engine;
use gongxun::text::Segmenter;

use super::state;

const DICT: &str = "总工会 5\n职工 5\n慰问 5\n送清凉 5\n竞赛 5\n";

const OLD: &str = "---\n标题: 一周动态\n发布: 重庆市总工会\n日期: 2024-06-07\n地区: 重庆市\n---\n\
    渝北区总工会送清凉\n\n6月3日，渝北区总工会在建筑工地开展送清凉活动，慰问农民工300人。\n";

const NEW: &str = "---\n标题: 一周动态\n发布: 重庆市总工会\n日期: 2024-06-14\n地区: 重庆市\n---\n\
    渝中区总工会举办叉车技能竞赛\n\n6月11日，渝中区总工会举办叉车技能竞赛，60名选手参加。\n\n\
    渝北区总工会送清凉\n\n6月12日，渝北区总工会在轨道工地开展送清凉活动，慰问农民工80人。\n";

fn ask(worker: &mut Worker, request: Request, beside: &[&[u8]]) -> (Reply, Vec<Vec<u8>>) {
    let beside: Vec<Vec<u8>> = beside.iter().map(|bytes| bytes.to_vec()).collect();
    answer(worker, &request, &beside)
}

fn read_file(worker: &mut Worker, name: &str, text: &[u8]) -> (ReadFile, Vec<Vec<u8>>) {
    let (reply, beside) = ask(worker, Request::Read { name: name.to_owned() }, &[text]);
    let Reply::Read(file) = reply else { panic!("{reply:?}") };
    (file, beside)
}

fn base() -> (Corpus, Archive) {
    let (corpus, _) = read(&[("old.txt", OLD.as_bytes())], &Options::default());
    let engine = Engine::build(&corpus, &Segmenter::from_dict(DICT).unwrap());
    (corpus.clone(), Archive::new(corpus, engine, BTreeMap::new()))
}

/// The slices of a file, as the page keeps them, and as bytes.
fn slices_of(worker: &mut Worker, base: &Archive, name: &str, text: &str) -> (Vec<Slice>, Vec<Vec<u8>>) {
    let (file, beside) = read_file(worker, name, text.as_bytes());
    let ids = file.articles.into_iter().map(|article| article.id);
    let known = ids.filter(|id| base.find_article(id).is_some()).collect();
    let taken = base.corpus.bulletins.iter().map(|bulletin| bulletin.id.clone()).collect();
    let (_, cut) = ask(worker, Request::Cut { known, taken }, &[&beside[0]]);
    assert_eq!(ask(worker, Request::Open, &[DICT.as_bytes()]).0, Reply::Done);
    let slice = |bytes: &Vec<u8>| {
        let (_, index) = ask(worker, Request::Index { first: true }, &[bytes]);
        let engine = Engine::decode(&index[0], base.engine.segmenter()).unwrap();
        Slice { corpus: Rc::new(Corpus::from_bytes(bytes).unwrap()), engine: Arc::new(engine) }
    };
    (cut.iter().map(slice).collect(), cut)
}

/// How many articles and activities an address finds.
fn found(archive: &Archive, hash: &str) -> (usize, usize) {
    let results = results(archive, &state(hash).address, Some(Late::native()));
    (results.hits.len(), results.activities)
}

#[test]
fn what_was_added_is_as_if_it_had_been_there() {
    let (_, base) = base();
    let (slices, _) = slices_of(&mut Worker::default(), &base, "new.txt", NEW);
    let archive = base.with(&slices, &[], &[]);

    let (whole, _) = read(&[("old.txt", OLD.as_bytes()), ("new.txt", NEW.as_bytes())], &Options::default());
    let ids = |corpus: &Corpus| -> BTreeSet<String> {
        let articles = corpus.articles().map(|(_, article)| article.id.to_string());
        articles.chain(corpus.activities.iter().map(|activity| activity.id.to_string())).collect()
    };
    assert_eq!(ids(&archive.corpus), ids(&whole), "the ids are those that the command gives");

    let engine = Engine::build(&whole, &Segmenter::from_dict(DICT).unwrap());
    let whole = Archive::new(whole, engine, BTreeMap::new());
    for hash in [
        "",
        "q=叉车",
        "q=送清凉",
        "q=送清凉&d=500112",
        "d=500103",
        "from=2024-06-10&to=2024-06-20",
        "q=技能竞赛 -叉车",
    ] {
        assert_eq!(found(&archive, hash), found(&whole, hash), "{hash}");
    }
    assert_eq!(found(&base, "q=叉车").1, 0);
    assert_eq!(found(&archive, "q=叉车"), (1, 1));

    let hits = results(&archive, &state("").address, Some(Late::native())).hits;
    assert!(archive.is_added(hits[0].article), "the newest come first, wherever they are");
    assert!(!archive.is_added(hits.last().unwrap().article));
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let (corpus, base) = base();
    let mut worker = Worker::default();
    let (slices, _) = slices_of(&mut worker, &base, "again.txt", OLD);
    assert_eq!(slices.iter().map(|slice| slice.corpus.articles().count()).sum::<usize>(), 0);

    // The same issue with one article more: the bulletin is another one, the old article stays alone.
    let more = format!("{OLD}\n江北区总工会举办读书会\n\n6月5日，江北区总工会举办读书会，30名职工参加。\n");
    let (slices, cut) = slices_of(&mut worker, &base, "old.txt", &more);
    let added = base.with(&slices, &[], &[]);
    assert_eq!(found(&added, "").0, 2);
    let json = serde_json::to_vec(&corpus).unwrap();
    let mut beside: Vec<&[u8]> = vec![&json];
    beside.extend(cut.iter().map(Vec::as_slice));
    let (reply, saved) = ask(&mut worker, Request::Join, &beside);
    assert_eq!(reply, Reply::Done);
    let saved = Corpus::from_bytes(&saved[0]).expect("no id is given twice");
    assert_eq!(saved.articles().count(), 2);
    assert_eq!(saved, added.corpus);
}

#[test]
fn reports_of_one_event_count_once_wherever_they_are() {
    let (corpus, base) = base();
    let mut worker = Worker::default();
    let told = "---\n发布: 渝北区总工会\n日期: 2024-06-08\n地区: 重庆市\n---\n\
        建筑工地送清凉\n\n6月3日，渝北区总工会在建筑工地开展送清凉活动，慰问农民工300人。\n";
    let (slices, cut) = slices_of(&mut worker, &base, "district.txt", told);
    let json = serde_json::to_vec(&corpus).unwrap();
    let (reply, _) = ask(&mut worker, Request::Link, &[&json, &cut[0]]);
    let Reply::Linked(links) = reply else { panic!("{reply:?}") };
    assert_eq!(links.len(), 2);
    let archive = base.with(&slices, &[], &links);
    assert_eq!(found(&archive, "q=送清凉"), (2, 1));
    // Links to what was taken away again lead nowhere.
    let alone = base.with(&[], &[], &links);
    assert!(alone.corpus.activities.iter().all(|activity| activity.same_as.is_empty()));
}

/// What stands between two marks of a page.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).expect(from);
    rest.split_once(to).expect(to).0
}

/// The page's own texts and these parts, as it would give them to the worker.
fn of_page(page: &str, input: &Input<'_>, names: &[PartName]) -> Vec<Vec<u8>> {
    let block = |name: PartName| between(page, &format!("data-part=\"{}\">", name.as_str()), "</script>");
    let part = |name: &PartName| match name {
        PartName::Wasm => input.app.wasm.clone(),
        PartName::Worker => input.app.worker.wasm.clone(),
        PartName::Settings | PartName::Map => block(*name).as_bytes().to_vec(),
        text => serde_json::from_str::<String>(block(*text)).unwrap().into_bytes(),
    };
    let shell = [("style", "</style>"), ("script", "</script>"), ("glue", "</script>")];
    let shell = shell.map(|(name, end)| between(page, &format!("data-shell=\"{name}\">"), end));
    names.iter().map(part).chain(shell.map(|text| text.as_bytes().to_vec())).collect()
}

#[test]
fn a_single_file_makes_another_of_itself() {
    let (corpus, base) = base();
    let app = AppFiles {
        template: "<head><!--gongxun:head--></head><body><!--gongxun:body--><!--gongxun:end-->".to_owned(),
        parts: "var a = '<!--';".to_owned(),
        boot: "start('</script>');".to_owned(),
        glue: "glue();".to_owned(),
        style: "a{b:c}".to_owned(),
        wasm: b"\0asm".to_vec(),
        worker: WorkerFiles { script: "carry();".into(), glue: "own();".into(), wasm: b"\0asm2".to_vec() },
        ..AppFiles::default()
    };
    let settings = Settings { accent: Some("#123456".to_owned()), ..Settings::default() };
    let index = publish::index(&corpus, DICT).unwrap();
    let towns = "500112001\t双龙湖街道\n";
    let input = Input {
        corpus: &corpus,
        dict: DICT,
        index: &index,
        map: "{}",
        towns,
        english: "key\ten\n",
        settings: &settings,
        app: &app,
    };
    let names = [
        PartName::Dict,
        PartName::Map,
        PartName::Settings,
        PartName::Wasm,
        PartName::Worker,
        PartName::WorkerScript,
        PartName::AllTowns,
        PartName::English,
        PartName::Template,
    ];
    let mut worker = Worker::default();
    let mut again = |page: &str, corpora: &[&[u8]]| {
        let own = of_page(page, &input, &names);
        let beside: Vec<&[u8]> = own.iter().map(Vec::as_slice).chain(corpora.iter().copied()).collect();
        let (reply, file) = ask(&mut worker, Request::Package { parts: names.to_vec() }, &beside);
        assert_eq!(reply, Reply::Done);
        String::from_utf8(file.into_iter().next().unwrap()).unwrap()
    };
    let first = publish::single_file(&input).unwrap().remove(0).bytes;
    let first = String::from_utf8(first).unwrap();
    let json = serde_json::to_vec(&corpus).unwrap();
    let second = again(&first, &[&json]);
    assert_eq!(between(&first, "<style", "<script"), between(&second, "<style", "<script"));
    assert_eq!(second, again(&second, &[&json]), "nothing is added to a page but what is new");

    let (_, cut) = slices_of(&mut Worker::default(), &base, "new.txt", NEW);
    let mut corpora: Vec<&[u8]> = vec![&json];
    corpora.extend(cut.iter().map(Vec::as_slice));
    let grown = again(&second, &corpora);
    let corpus = Corpus::from_json(between(&grown, "data-part=\"corpus\">", "</script>")).unwrap();
    assert_eq!(corpus.articles().count(), 3);
    assert!(between(&grown, "class=\"articles\"", "</ul>").contains("渝中区总工会举办叉车技能竞赛"));
    let settings = between(&grown, "data-part=\"settings\">", "</script>");
    assert!(settings.contains("重庆市"), "names of units above new places: {settings}");
}

#[test]
fn a_bad_file_costs_itself_only_and_says_what_to_do() {
    let mut worker = Worker::default();
    let (file, beside) = read_file(&mut worker, "扫描.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj");
    assert!(file.articles.is_empty() && beside.is_empty());
    assert!(file.diagnostics[0].message.contains("PDF"), "{:?}", file.diagnostics);
    assert!(file.diagnostics[0].hint.as_ref().unwrap().contains("另存为"));
    let lines = "{\"id\":\"x1\",\"title\":\"甲区总工会送温暖\",\"date\":\"2024-01-05\",\"body\":\"慰问职工。\"}\n不是一行\n";
    let (file, beside) = read_file(&mut worker, "a.jsonl", lines.as_bytes());
    assert_eq!((file.articles.len(), beside.len()), (1, 1));
    assert_eq!(file.articles[0].id.as_str(), "x1");
    assert_eq!(file.diagnostics.iter().find_map(|diagnostic| diagnostic.line), Some(2));
}

#[test]
fn a_question_without_its_bytes_is_answered_with_words() {
    let mut worker = Worker::default();
    let package = || Request::Package { parts: vec![PartName::Dict] };
    for request in [Request::Index { first: true }, Request::Link, Request::Join, package()] {
        let (reply, _) = ask(&mut worker, request.clone(), &[]);
        assert!(matches!(reply, Reply::Failed(_)), "{request:?}");
    }
    let (reply, _) = ask(&mut worker, package(), &[b"", b"", b"", b"", b"{}"]);
    assert!(matches!(reply, Reply::Failed(_)));
    let (reply, _) = ask(&mut worker, Request::Join, &[b"{"]);
    assert!(matches!(reply, Reply::Failed(why) if why.contains("资料不能用")));
}
