//! Running other programs.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// The cargo that runs this program.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A script of an npm package, by its path in node_modules; without npx, which differs from system to system.
pub fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(format!("node_modules/{script}"));
    command
}

/// Runs a program and shows what it prints.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} could not be started", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs a program and returns what it prints.
///
/// # Errors
/// When it cannot be started, does not succeed or prints something other than text; with what it complained of.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{} could not be started", name(command)))?;
    if !output.status.success() {
        bail!(
            "{} failed ({}): {}",
            name(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a program, shows what it prints and hands each line on. Returns whether it succeeded.
///
/// # Errors
/// When it cannot be started, or its lines cannot be read.
pub fn run_and_read(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} could not be started", name(command)))?;
    let stdout = child.stdout.take().context("the program's output was not connected")?;
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        println!("{line}");
        on_line(&line);
    }
    Ok(child.wait()?.success())
}

/// The program with its first arguments, enough to tell which run it was.
fn name(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args().take(2));
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
