//! The native command; see `gongxun::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    gongxun::cli::run(std::env::args_os())
}
