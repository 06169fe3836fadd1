//! Every test, cheapest first.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use super::check;
use super::size::size_of;
use crate::project::{cargo, gongxun, path_with, stories};
use crate::shell::{run, say};
use crate::tools::{Browsers, BuildTools};
use crate::{deliver, tools, wasm};

/// Native, wasm and browser tests, and the size budget.
pub(crate) fn test() -> anyhow::Result<()> {
    let begun = Instant::now();
    let timed = |what: &str| say(format!("{what} after {} s", begun.elapsed().as_secs()));
    let (build_tools, browsers) = tools::for_build_and_test()?;
    timed("tools are there");
    check()?;
    timed("native tests passed");
    wasm::build(&build_tools, wasm::For::Readers)?;
    timed("the browser part is built");
    wasm_tests(&build_tools, &browsers)?;
    timed("wasm tests passed");
    let dist = run_stories(&browsers)?;
    timed("stories passed");
    size_of(&dist)?;
    timed("all done");
    Ok(())
}

/// Tests that only a browser can tell, each in a headless Chromium.
fn wasm_tests(tools: &BuildTools, browsers: &Browsers) -> anyhow::Result<()> {
    say("running the wasm tests in Chromium");
    let mut command = cargo(&[
        "test",
        "--profile",
        "quick",
        "--no-default-features",
        "--features",
        "app",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    command
        .args(["--test", "wasm"])
        // As `cargo xtask run` compiles the app: a panic says where it was. Tests would else unwind.
        .env("CARGO_UNSTABLE_PANIC_ABORT_TESTS", "true")
        .env("PATH", path_with(tools.bins.clone())?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browsers.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", "tests/wasm/webdriver.json");
    tools.toolchain.apply(&mut command, wasm::For::Work);
    run(&mut command)
}

fn run_stories(browsers: &Browsers) -> anyhow::Result<PathBuf> {
    let dist = deliver::package_stories()?;
    say("telling the stories in Chromium and in Chromium 86");
    run(Command::new("node")
        .args(["--test-reporter=spec", "run.mjs"])
        .current_dir(stories())
        .env("STORIES_DIST", &dist)
        .env("GONGXUN", gongxun())
        .env("CHROMIUM", &browsers.chromium)
        .env("CHROMIUM_86", &browsers.chromium_86))?;
    Ok(dist)
}
