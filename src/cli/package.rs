//! `gongxun package`: a corpus and the built browser part → `dist/`. The making is `publish`'s; here are files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::{Outcome, files, replace, withdrawn};
use crate::place::{boundaries, towns};
use crate::publish::{self, AppFiles, EmbedFiles, Input, OutFile, Settings, WorkerFiles};
use crate::text::dict;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// gongxun corpus 写出的语料
    #[arg(value_name = "语料.json", help_heading = "参数")]
    corpus: PathBuf,
    /// 写到哪个目录；其中的 site/、工讯.html、gongxun.html 会被换成新的
    #[arg(short, long, value_name = "目录")]
    output: PathBuf,
    /// 做好的浏览器部分
    #[arg(long, value_name = "目录", default_value = "target/app", hide_default_value = true)]
    app: PathBuf,
    /// 站点设置：标题、发布单位、网址、默认地区、主色、备案号、审图号、联系方式
    #[arg(long, value_name = "site.toml")]
    settings: Option<PathBuf>,
    /// 撤回名单，每行一个文章编号；不写时用语料旁边的 withdrawn.txt
    #[arg(long, value_name = "withdrawn.txt")]
    withdrawn: Option<PathBuf>,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let app = read_app(&args.app)?;
    let mut corpus = files::read_corpus(&args.corpus)?;
    let beside = args.corpus.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    for diagnostic in withdrawn::take_out(&mut corpus, args.withdrawn.as_deref(), std::iter::once(beside))? {
        eprintln!("{diagnostic}");
    }
    let settings = match &args.settings {
        Some(path) => read_settings(path)?,
        None => Settings::default(),
    };
    let settings = Settings { questions: publish::questions(&corpus), ..settings };
    let dict = publish::dictionary(&corpus, dict::FULL);
    let index = publish::index(&corpus, &dict)?;
    let map = serde_json::to_string(&publish::map_data(&corpus, &boundaries::vendored())?)?;
    let input = Input {
        corpus: &corpus,
        dict: &dict,
        index: &index,
        map: &map,
        towns: towns::ALL,
        english: publish::ENGLISH,
        settings: &settings,
        app: &app,
    };
    let mut files = publish::single_file(&input)?;
    files.extend(
        publish::site(&input)?
            .into_iter()
            .map(|file| OutFile { path: format!("site/{}", file.path), ..file }),
    );
    replace::write(&args.output, &files, "site")?;
    writeln!(out, "网站: {}", args.output.join("site").display())?;
    writeln!(out, "U 盘文件: {}", args.output.join(publish::SINGLE_FILE).display())?;
    Ok(Outcome::Done)
}

fn read_settings(path: &Path) -> anyhow::Result<Settings> {
    let text = fs::read_to_string(path).with_context(|| format!("不能读取设置 {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("设置 {} 不合格", path.display()))
}

/// What Trunk made: template, boot script, glue, wasm, and all styles in the order of their names.
fn read_app(dir: &Path) -> anyhow::Result<AppFiles> {
    if !dir.join("index.html").is_file() {
        bail!(
            "{} 里没有做好的浏览器部分；先在源码目录运行 cargo xtask build，或用 --app 指定它",
            dir.display()
        );
    }
    let bytes = |name: &str| {
        let path = dir.join(name);
        fs::read(&path).with_context(|| format!("不能读取 {}；请重新运行 cargo xtask build", path.display()))
    };
    let text =
        |name: &str| String::from_utf8(bytes(name)?).with_context(|| format!("{name} 不是 UTF-8 文字"));
    let style_dir = dir.join("style");
    let mut styles: Vec<_> = fs::read_dir(&style_dir)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect::<std::io::Result<_>>())
        .with_context(|| format!("不能读取 {}", style_dir.display()))?;
    styles.sort();
    let mut style = String::new();
    for name in styles.iter().filter_map(|name| name.to_str()).filter(|name| name.ends_with(".css")) {
        style.push_str(&text(&format!("style/{name}"))?);
    }
    Ok(AppFiles {
        template: text("index.html")?,
        parts: text("parts.js")?,
        boot: text("boot.js")?,
        embed: EmbedFiles {
            stub: text("embed/stub.js")?,
            element: text("embed/element.js")?,
            frame: text("embed/frame.js")?,
            list: text("embed/list.css")?,
        },
        glue: text("app.js")?,
        style,
        wasm: bytes("app_bg.wasm")?,
        late: dir.join("app_late.wasm").is_file().then(|| bytes("app_late.wasm")).transpose()?,
        worker: WorkerFiles {
            script: text("worker-script.js")?,
            glue: text("worker.js")?,
            wasm: bytes("worker_bg.wasm")?,
        },
    })
}
