//! The native command; see `gongxun::cli`.

fn main() {}
