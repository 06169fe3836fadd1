//! The quick loop.

use crate::project::cargo;
use crate::shell::{run, say};

/// Format, lints for every set of features, native tests.
pub(crate) fn check() -> anyhow::Result<()> {
    say("checking the format");
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    for (what, args) in [
        ("everything", &["--workspace", "--all-targets", "--all-features"][..]),
        (
            "the core alone, which may use no browser or command-line crate",
            &["--no-default-features", "--lib"],
        ),
        ("the native command alone", &["--bin", "gongxun"]),
        ("the browser part alone", &["--no-default-features", "--features", "app", "--bin", "app"]),
    ] {
        say(format!("linting {what}"));
        run(cargo(&["clippy", "--quiet"]).args(args).args(["--", "-D", "warnings"]))?;
    }
    say("checking the links of the public documentation");
    run(cargo(&["doc", "--quiet", "--no-deps", "--all-features"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    say("running the native tests");
    // All features, so that the native command that the stories need is made on the way.
    run(&mut cargo(&["test", "--workspace", "--all-features"]))
}
