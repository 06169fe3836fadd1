//! The project's own commands: `cargo xtask run`, `test`, `build`, `check`, `bench`, `size`.

fn main() {}
