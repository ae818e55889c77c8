//! `cargo xtask shots`: the README's pictures, taken of the page as it is.

use anyhow::Result;

use crate::{
    command_line::Form,
    process::{node, run},
    site, tools,
};

/// Builds the site and takes its pictures into docs/.
///
/// # Errors
/// When a tool is missing and cannot be had, or a picture cannot be taken.
pub fn take() -> Result<()> {
    let browser = tools::ensure_browser_and_vulkan()?;
    site::build(Form::Site)?;
    run(node("@playwright/test/cli.js")
        .args(["test", "--config", "tests/shots/playwright.config.js"])
        .env("CHROMIUM", browser))
}
