//! Saying what is done, and running other programs.

use std::fmt;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// One line for the person who waits.
pub(crate) fn say(line: impl fmt::Display) {
    eprintln!("==> {line}");
}

/// One line of a table, which is a command's result.
#[allow(clippy::print_stdout, reason = "a result goes to standard output")]
pub(crate) fn tell(line: impl fmt::Display) {
    println!("{line}");
}

/// Something that has to be there and cannot be put there, with what the person can do.
#[derive(Debug)]
pub(crate) struct CannotSetUp {
    /// What is missing.
    pub(crate) what: String,
    /// What to do, usually a line to run.
    pub(crate) remedy: String,
}

impl fmt::Display for CannotSetUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  remedy: {}", self.what, self.remedy)
    }
}

impl std::error::Error for CannotSetUp {}

/// The error that says so.
pub(crate) fn cannot_set_up(what: impl Into<String>, remedy: impl Into<String>) -> anyhow::Error {
    CannotSetUp { what: what.into(), remedy: remedy.into() }.into()
}

/// Runs `command` with this terminal's output.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a step of the setup: where it fails, `remedy` is what to do.
pub(crate) fn set_up(what: &str, command: &mut Command, remedy: &str) -> anyhow::Result<()> {
    run(command).map_err(|error| cannot_set_up(format!("{what}: {error:#}"), remedy))
}

/// What `command` prints, or `None` where it is not there or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name can be started.
pub(crate) fn exists(program: &str) -> bool {
    let started = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    !started.is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
