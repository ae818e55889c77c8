//! `cargo xtask test`: everything that must hold, what fails soonest first.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{
    command_line::Form,
    mnist, package,
    process::{cargo, node, run, run_and_read},
    python, site,
    tools::{self, WASM_TARGET},
};

/// Written by Playwright, as playwright.config.js says.
const BROWSER_REPORT: &str = "test-results/report.json";

/// Where the worker's parts are tested without a browser.
const WORKER_TESTS: &str = "tests/unit";
/// Where files are tested in the programs that they are for.
const PYTHON_TESTS: &str = "tests/python";
/// Each folder sees the globals of the place where its code runs.
const TYPE_CHECKED: [&str; 4] = [".", "www", "www/worker", WORKER_TESTS];

/// How many checks and tests held, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Checks everything, stops at the first step that fails and closes with the counts. Returns whether everything held.
///
/// # Errors
/// When a tool is missing and cannot be had.
pub fn check_everything() -> Result<bool> {
    tools::ensure_rust_components()?;
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    let browser = tools::ensure_browser_and_vulkan()?;
    let mut browsers = vec![("HEADLESS_SHELL", tools::headless_shell_or(&browser)), ("CHROMIUM", browser)];
    browsers.extend(tools::ensure_other_engines()?);
    let python = python::ensure_python()?;

    let started = Instant::now();
    let mut total = Tally::default();
    let steps: [(&str, &dyn Fn() -> Result<Tally>); 14] = [
        ("format", &|| holds(cargo().args(["fmt", "--all", "--check"]))),
        ("lints", &|| holds(cargo().args(["clippy", "--workspace", "--all-targets"]).args(DENY_WARNINGS))),
        ("lints without the lesson's parts", &|| {
            holds(
                cargo()
                    .args(["clippy", "--package", "chalknet", "--all-targets", "--no-default-features"])
                    .args(DENY_WARNINGS),
            )
        }),
        ("lints for the browser", &|| {
            package::PARTS
                .iter()
                .try_for_each(|(_, features)| {
                    run(cargo()
                        .args(["clippy", "--package", "chalknet", "--target", WASM_TARGET])
                        .args(["--no-default-features", "--features", features])
                        .args(DENY_WARNINGS))
                })
                .map(|()| ONE_PASSED)
        }),
        ("documentation", &|| holds(&mut document(&["--workspace"]))),
        ("documentation for the browser", &|| {
            holds(&mut document(&["--package", "chalknet", "--target", WASM_TARGET]))
        }),
        ("Rust tests", &rust_tests),
        ("package", &|| package::build().map(|()| ONE_PASSED)),
        ("data", &|| mnist::prepare().map(|()| ONE_PASSED)),
        // Some of them train with the package and on the data.
        ("worker tests", &|| node_tests(WORKER_TESTS, None)),
        ("files in Python", &|| match &python {
            Some(python) => node_tests(PYTHON_TESTS, Some(("PYTHON", python))),
            None => {
                // It has been said why.
                println!("Left out");
                Ok(Tally::default())
            }
        }),
        ("types", &|| {
            TYPE_CHECKED
                .iter()
                .try_for_each(|project| run(node("typescript/bin/tsc").args(["--project", project])))
                .map(|()| ONE_PASSED)
        }),
        ("site", &|| site::bundle(Form::SiteAndSingleFile).map(|()| ONE_PASSED)),
        ("page in the browser", &|| browser_tests(&browsers)),
    ];
    for (name, step) in steps {
        println!("\n--- {name}");
        let step_started = Instant::now();
        let tally = step().unwrap_or_else(|problem| {
            eprintln!("{problem:#}");
            Tally { passed: 0, failed: 1 }
        });
        println!("--- {name}: {:.1} s", step_started.elapsed().as_secs_f64());
        total.passed += tally.passed;
        total.failed += tally.failed;
        if tally.failed > 0 {
            println!("\nStopped at: {name}");
            break;
        }
    }
    println!("\n{:.0} s in all", started.elapsed().as_secs_f64());
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0)
}

const ONE_PASSED: Tally = Tally { passed: 1, failed: 0 };
const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

fn holds(command: &mut Command) -> Result<Tally> {
    run(command).map(|()| ONE_PASSED)
}

fn document(what: &[&str]) -> Command {
    let mut command = cargo();
    // The setting is added to .cargo/config.toml's flags and leaves those of the compiler alone.
    command.args(["doc", "--no-deps"]).args(what).env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// Runs the tests of a folder that need no browser. `variable` tells them what they need else.
fn node_tests(directory: &str, variable: Option<(&str, &PathBuf)>) -> Result<Tally> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    let mut tally = Tally::default();
    let mut tests = Command::new("node");
    tests.args(["--test", "--test-reporter=tap"]).args(files).envs(variable);
    let succeeded = run_and_read(&mut tests, |line| {
        let count = |label: &str| line.strip_prefix(label).and_then(|count| count.parse().ok()).unwrap_or(0);
        tally.passed += count("# pass ");
        tally.failed += count("# fail ") + count("# cancelled ") + count("# skipped ");
    })?;
    ensure!(succeeded || tally.failed > 0, "the tests in {directory} could not be run");
    ensure!(tally.passed + tally.failed > 0, "no test in {directory} was run");
    Ok(tally)
}

fn rust_tests() -> Result<Tally> {
    let mut tally = Tally::default();
    let mut tests = cargo();
    // A GPU test without an adapter then fails instead of being skipped.
    tests.args(["test", "--workspace", "--no-fail-fast"]).env("CHALKNET_REQUIRE_GPU", "1");
    if env::var_os("XDG_RUNTIME_DIR").is_none() {
        // Where no desktop runs, the Vulkan driver complains of its absence once for every adapter.
        tests.env("XDG_RUNTIME_DIR", env::temp_dir());
    }
    let succeeded = run_and_read(&mut tests, |line| {
        if let Some(part) = parse_test_result(line) {
            tally.passed += part.passed;
            tally.failed += part.failed;
        }
    })?;
    ensure!(succeeded || tally.failed > 0, "the Rust tests could not be run");
    ensure!(tally.passed + tally.failed > 0, "no Rust test was run");
    Ok(tally)
}

/// Reads `test result: ok. 3 passed; 0 failed; 0 ignored; ...`.
fn parse_test_result(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |label: &str| counts.split("; ").find_map(|part| part.strip_suffix(label)?.parse().ok());
    Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
}

/// The part of Playwright's report that counts.
#[derive(Deserialize)]
struct BrowserReport {
    stats: BrowserStats,
}

#[derive(Deserialize)]
struct BrowserStats {
    expected: usize,
    unexpected: usize,
    flaky: usize,
    skipped: usize,
}

/// Runs them in each browser that a variable names.
fn browser_tests(browsers: &[(&str, PathBuf)]) -> Result<Tally> {
    if Path::new(BROWSER_REPORT).exists() {
        fs::remove_file(BROWSER_REPORT)?;
    }
    let outcome = run(node("@playwright/test/cli.js").arg("test").envs(browsers.iter().cloned()));
    let report = fs::read(BROWSER_REPORT).context("the browser tests left no report")?;
    let BrowserReport { stats } = serde_json::from_slice(&report)?;
    if stats.flaky > 0 {
        println!("{} passed at the second try only; the list above names them", stats.flaky);
    }
    // A test that is skipped keeps no promise.
    let tally = Tally { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
    ensure!(outcome.is_ok() || tally.failed > 0, "the browser tests could not be run");
    ensure!(tally.passed + tally.failed > 0, "no browser test was run");
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_a_rust_test_run_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(parse_test_result(line), Some(Tally { passed: 12, failed: 3 }));
    }

    #[test]
    fn other_lines_of_a_rust_test_run_count_nothing() {
        for line in ["", "running 3 tests", "test result_is_kept ... ok", "test result: ok. many passed"] {
            assert_eq!(parse_test_result(line), None, "{line}");
        }
    }
}
