//! `cargo xtask bench`: the project against its peers, in a browser.

use std::process::Command;

use anyhow::Result;

use crate::{package, process, tools};

/// Builds the package and measures it; `words` are for tests/bench/run.js.
///
/// # Errors
/// When a tool is missing and cannot be had, or a benchmark fails.
pub fn run(words: &[String]) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    let browser = tools::ensure_browser_and_vulkan()?;
    package::build()?;
    process::run(Command::new("node").arg("tests/bench/run.js").args(words).env("CHROMIUM", browser))
}
