//! How long a reader waits, in Chromium.

use std::process::Command;

use crate::project::{gongxun, stories};
use crate::shell::{run, say};
use crate::tools;

/// Times the page of `dist/`.
pub(crate) fn bench() -> anyhow::Result<()> {
    super::build(None)?;
    let browsers = tools::for_test()?;
    say("timing the page in Chromium");
    run(Command::new("node")
        .arg("bench.mjs")
        .current_dir(stories())
        .env("DIST", crate::project::root().join("dist"))
        .env("GONGXUN", gongxun())
        .env("CHROMIUM", &browsers.chromium))
}
