//! The command line: files, arguments, progress, exit codes. Nothing imports this module.
//!
//! A subcommand is one file with an `Args` and a `run(&Args, &mut dyn Write) -> anyhow::Result<Outcome>`. It
//! writes its result to the writer, and diagnostics and progress to stderr; it returns an error only where it
//! cannot go on. To add one: its `mod` line, its variant of `Command` and its arm in `dispatch`.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bulletins;
mod check;
mod corpus;
mod files;
mod package;
mod progress;
mod replace;
mod search;
mod search_answer;
mod serve;
mod stats;
mod table;
mod usage;
mod withdrawn;

const HELP: &str = "{about}\n\n用法: {usage}\n\n{all-args}";

/// 工讯：把工会简报做成可以检索、上地图、看时间的资料库
#[derive(Debug, Parser)]
#[command(
    name = "gongxun",
    version,
    help_template = HELP,
    override_usage = "gongxun <命令> [选项]",
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    next_help_heading = "选项"
)]
struct Cli {
    /// 显示帮助
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// 读简报，写出语料
    #[command(help_template = HELP, override_usage = "gongxun corpus <目录或文件>… -o <语料.json> [选项]")]
    Corpus(corpus::Args),
    /// 只检查简报，列出读到的问题
    #[command(help_template = HELP, override_usage = "gongxun check <目录或文件>… [--trace]")]
    Check(check::Args),
    /// 在终端里检索，与网页用同一个引擎
    #[command(help_template = HELP, override_usage = "gongxun search <语料.json> <检索词> [--limit <篇数>] [--json]")]
    Search(search::Args),
    /// 统计活动数
    #[command(help_template = HELP, override_usage = "gongxun stats <语料.json> [--by <项目>] [--csv]")]
    Stats(stats::Args),
    /// 用语料和做好的浏览器部分生成网站和 U 盘文件
    #[command(help_template = HELP, override_usage = "gongxun package <语料.json> -o <目录> [选项]")]
    Package(package::Args),
    /// 在本机预览做好的网站，所发的响应头就是正式主机该发的
    #[command(help_template = HELP, override_usage = "gongxun serve <目录> [--port <端口>]")]
    Serve(serve::Args),
}

/// How a subcommand ended, where it could go on to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done: exit code 0.
    Done,
    /// Finished, but the input has errors, or warnings under `--strict`: exit code 1.
    InputErrors,
}

fn dispatch(command: &Command, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    match command {
        Command::Corpus(args) => corpus::run(args, out),
        Command::Check(args) => check::run(args, out),
        Command::Search(args) => search::run(args, out),
        Command::Stats(args) => stats::run(args, out),
        Command::Package(args) => package::run(args, out),
        Command::Serve(args) => serve::run(args, out),
    }
}

/// Runs the command that `args` (the program's name first) ask for, and gives its exit code: 0 done, 1
/// finished with errors in the input, 2 wrong usage or cannot go on.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage::report(&error),
    };
    let mut out = std::io::stdout().lock();
    let result = dispatch(&cli.command, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::InputErrors) => ExitCode::from(1),
        // The reader of a pipe (`| head`) has had enough; that is no failure of ours.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("错误: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
