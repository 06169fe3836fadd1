//! Wrong usage, said in Chinese: clap's own messages are English, our readers are not.

use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};

/// Prints what clap has to say: help and version to stdout (0), all else to stderr (2).
pub(super) fn report(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nothing is left to do where stdout is closed.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(2)
        }
        _ => {
            eprintln!(
                "错误: {}\n    → gongxun --help 列出所有命令，gongxun <命令> --help 说明一个命令",
                message(error)
            );
            ExitCode::from(2)
        }
    }
}

fn message(error: &clap::Error) -> String {
    let named = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = named(ContextKind::InvalidArg);
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识的参数 {argument}"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", named(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "没有写要执行的命令".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少参数 {argument}"),
        ErrorKind::InvalidValue if named(ContextKind::InvalidValue).is_empty() => {
            format!("参数 {argument} 后面要有值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("参数 {argument} 的值“{}”不对", named(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => {
            format!("参数 {argument} 不能重复，也不能与 {} 同用", named(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "参数写法不对".to_owned(),
    };
    for (kind, lead) in [
        (ContextKind::ValidValue, "可以用："),
        (ContextKind::SuggestedSubcommand, "是不是 "),
        (ContextKind::SuggestedArg, "是不是 "),
    ] {
        let value = named(kind);
        if !value.is_empty() {
            text.push_str(&format!("（{lead}{value}）"));
        }
    }
    text
}
