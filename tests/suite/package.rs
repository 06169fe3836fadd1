//! `gongxun package` and `gongxun serve` as a person runs them: exit codes, what they say, what they leave.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/stories/corpus.json");

/// A folder for one test, with a browser part that is enough to package.
fn folder(test: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("app/style")).unwrap();
    fs::create_dir_all(dir.join("app/embed")).unwrap();
    for (name, text) in [
        ("index.html", "<head><!--gongxun:head--></head><!--gongxun:body--><!--gongxun:end-->"),
        ("parts.js", "// parts"),
        ("boot.js", "// boot"),
        ("embed/stub.js", "load('gongxun:element')"),
        ("embed/element.js", "// element"),
        ("embed/frame.js", "// frame"),
        ("embed/list.css", "ol{}"),
        ("app.js", "// glue"),
        ("app_bg.wasm", "wasm"),
        ("worker-script.js", "// messages"),
        ("worker.js", "// glue of the worker"),
        ("worker_bg.wasm", "wasm of the worker"),
        ("style/2.css", "b{}"),
        ("style/1.css", "a{}"),
    ] {
        fs::write(dir.join("app").join(name), text).unwrap();
    }
    dir
}

fn gongxun(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongxun")).args(args).current_dir(dir).output().unwrap()
}

fn assert_refused(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_delivery_is_written_and_replaced_whole() {
    let dir = folder("replaced");
    let package = || gongxun(&dir, &["package", CORPUS, "-o", "dist", "--app", "app"]);
    assert_eq!(package().status.code(), Some(0));
    fs::write(dir.join("dist/site/data/left-over.json"), "{}").unwrap();
    fs::write(dir.join("dist/mine.txt"), "not yours").unwrap();
    assert_eq!(package().status.code(), Some(0));

    let mut names: Vec<_> =
        fs::read_dir(dir.join("dist")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["gongxun.html", "mine.txt", "site", "工讯.html"]);
    assert!(!dir.join("dist/site/data/left-over.json").exists());
    assert_eq!(
        fs::read(dir.join("dist/工讯.html")).unwrap(),
        fs::read(dir.join("dist/gongxun.html")).unwrap()
    );
    assert!(
        fs::read_to_string(dir.join("dist/工讯.html")).unwrap().contains("a{}b{}"),
        "styles in order of names"
    );
}

#[test]
fn what_cannot_be_made_leaves_the_old_one() {
    let dir = folder("kept");
    assert_eq!(gongxun(&dir, &["package", CORPUS, "-o", "dist", "--app", "app"]).status.code(), Some(0));
    let before = fs::read(dir.join("dist/工讯.html")).unwrap();
    fs::write(dir.join("cut.json"), &fs::read(CORPUS).unwrap()[..900]).unwrap();
    assert_refused(&gongxun(&dir, &["package", "cut.json", "-o", "dist", "--app", "app"]), "cut.json");
    assert_eq!(fs::read(dir.join("dist/工讯.html")).unwrap(), before);
}

#[test]
fn without_the_browser_part_the_command_that_makes_it_is_named() {
    let dir = folder("no-app");
    assert_refused(&gongxun(&dir, &["package", CORPUS, "-o", "dist"]), "cargo xtask build");
    assert!(!dir.join("dist").exists());
}

#[test]
fn a_folder_of_somebody_else_is_not_overwritten() {
    let dir = folder("foreign");
    fs::create_dir_all(dir.join("out/site")).unwrap();
    fs::write(dir.join("out/site/index.html"), "my own site").unwrap();
    assert_refused(&gongxun(&dir, &["package", CORPUS, "-o", "out", "--app", "app"]), "不能覆盖");
    assert_eq!(fs::read_to_string(dir.join("out/site/index.html")).unwrap(), "my own site");
}

#[test]
fn settings_that_cannot_be_read_are_said_to_be_so() {
    let dir = folder("settings");
    fs::write(dir.join("site.toml"), "titel = \"工讯\"\n").unwrap();
    let args = ["package", CORPUS, "-o", "dist", "--app", "app", "--settings", "site.toml"];
    assert_refused(&gongxun(&dir, &args), "titel");
}

#[test]
fn serve_sends_the_headers_that_a_host_should_send() {
    let dir = folder("serve");
    assert_eq!(gongxun(&dir, &["package", CORPUS, "-o", "dist", "--app", "app"]).status.code(), Some(0));
    let mut server = Command::new(env!("CARGO_BIN_EXE_gongxun"))
        .args(["serve", "dist", "--port", "0"])
        .current_dir(&dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    // Held to the end: a server whose reader has gone stops.
    let mut stdout = BufReader::new(server.stdout.take().unwrap());
    stdout.read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).unwrap().split('/').next().unwrap();

    let ask = |path: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let page = ask("/");
    let wasm = page.split("assets/wasm-").nth(1).unwrap().split('"').next().unwrap();
    let answers = [page.clone(), ask(&format!("/assets/wasm-{wasm}")), ask("/../app/app.js")];
    server.kill().unwrap();
    server.wait().unwrap();

    assert!(answers[0].starts_with("HTTP/1.1 200"));
    assert!(
        answers[0].contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:")
    );
    assert!(answers[0].contains("x-content-type-options: nosniff"));
    for answer in &answers[..2] {
        assert!(answer.contains("access-control-allow-origin: *"), "an embed loads this: {answer}");
        assert!(answer.contains("cross-origin-resource-policy: cross-origin"));
        assert!(!answer.contains("x-frame-options"));
    }
    assert!(answers[1].contains("content-type: application/wasm"), "{}", answers[1]);
    assert!(answers[2].starts_with("HTTP/1.1 404"), "nothing outside the site: {}", answers[2]);
}

#[test]
fn serve_without_a_site_says_how_to_make_one() {
    let dir = folder("no-site");
    assert_refused(&gongxun(&dir, &["serve", "app/style"]), "gongxun package");
}
