//! `gongxun serve`: a preview of `dist/` on this machine, with the headers that a host should send. It is no
//! web server for the public.

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::Outcome;

/// What the site is made to run under: no inline script or style, nothing from elsewhere.
pub(super) const CONTENT_SECURITY_POLICY: &str =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";

/// How many ports are tried, from the one asked for.
const PORTS_TRIED: u16 = 20;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "选项")]
pub(super) struct Args {
    /// gongxun package 写出的目录（里面有 site/），或任何放着 index.html 的目录
    #[arg(value_name = "目录", help_heading = "参数")]
    dir: PathBuf,
    /// 端口；被占用时用后面第一个空闲的
    #[arg(long, value_name = "端口", default_value_t = 8080, hide_default_value = true)]
    port: u16,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let root = site_in(&args.dir)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = bind(args.port).await?;
        let port = listener.local_addr()?.port();
        if port != args.port && args.port != 0 {
            eprintln!("端口 {} 已被占用，改用 {port}", args.port);
        }
        writeln!(out, "网站: http://127.0.0.1:{port}/  （按 Ctrl+C 停止）")?;
        let single_file = args.dir.join(crate::publish::SINGLE_FILE);
        if single_file.is_file() {
            let path = single_file.canonicalize().unwrap_or(single_file);
            writeln!(out, "U 盘文件: {}", path.display())?;
        }
        out.flush()?;
        axum::serve(listener, router(&root)).await.context("预览服务中断")
    })?;
    Ok(Outcome::Done)
}

/// The folder with `index.html`: `dist/site` where `dist` is given.
fn site_in(dir: &Path) -> anyhow::Result<PathBuf> {
    for candidate in [dir.join("site"), dir.to_owned()] {
        if candidate.join("index.html").is_file() {
            return Ok(candidate);
        }
    }
    bail!(
        "{} 里没有做好的网站（找不到 site/index.html）；先运行 gongxun package 语料.json -o {}",
        dir.display(),
        dir.display()
    )
}

async fn bind(first: u16) -> anyhow::Result<TcpListener> {
    let last = first.saturating_add(PORTS_TRIED - 1);
    for port in first..=last {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("不能使用端口 {port}")),
        }
    }
    bail!("端口 {first} 到 {last} 都被占用；用 --port 指定别的端口")
}

fn router(root: &Path) -> Router {
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    Router::new()
        .fallback_service(ServeDir::new(root))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
        // What an embed loads, another page loads; all of it is public.
        .layer(fixed(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        // A preview shows what is on disk now; a host would cache the hashed assets for a year.
        .layer(fixed(header::CACHE_CONTROL, "no-cache"))
}
