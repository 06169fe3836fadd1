//! The project's own commands: `cargo xtask run`, `build`, `test`, `check`, `bench`, `size`.
//!
//! Each says step by step what it does, skips what is there, and fails with the remedy named. Tools go to a
//! cache outside the tree (`GONGXUN_CACHE`, else `$XDG_CACHE_HOME/gongxun`, else `~/.cache/gongxun`), never
//! over the user's own. Exit code 1: a check failed; 2: something cannot be set up.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod archive;
mod commands;
mod deliver;
#[allow(dead_code, unreachable_pub, reason = "the library's tests generate by it, too")]
mod generate;
mod late;
mod project;
mod shell;
mod slim;
mod tools;
mod wasm;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, runs and tests Gongxun")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, serve on http://127.0.0.1:8080, and say where the USB file is
    Run {
        #[command(flatten)]
        source: Source,
        /// The port to serve on; the next free one where it is taken
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Install what is missing and write dist/
    Build(Source),
    /// Install what is missing and run every test: native, wasm, browser
    Test,
    /// The quick loop: format, lints, native tests
    Check,
    /// Measure reading, the page, the ranking, and the engine beside its peers
    Bench {
        /// Only this part
        #[arg(value_enum)]
        part: Option<commands::Part>,
    },
    /// Sizes of what is sent, raw and brotli, against the budget
    Size,
}

#[derive(clap::Args)]
struct Source {
    /// A folder of bulletins to publish instead of data/bulletins
    #[arg(long, value_name = "DIR")]
    bulletins: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run { source, port } => commands::run(source.bulletins.as_deref(), port),
        Command::Build(source) => commands::build(source.bulletins.as_deref()),
        Command::Test => commands::test(),
        Command::Check => commands::check(),
        Command::Bench { part } => commands::bench(part),
        Command::Size => commands::size(),
    };
    let Err(error) = done else { return ExitCode::SUCCESS };
    eprintln!("\nerror: {error:#}");
    match error.downcast_ref::<shell::CannotSetUp>() {
        Some(_) => ExitCode::from(2),
        None => ExitCode::FAILURE,
    }
}
