//! `cargo xtask bench`: the project against its peers, in a browser or without one.

use std::{collections::BTreeMap, fmt::Write, process::Command};

use anyhow::{Context, Result};

use crate::{command_line::Form, mnist, process, site, tools};

/// Where the peers are installed, apart from what the page is made of.
const PEERS: &str = "tests/bench/peers";
/// How often all that runs natively takes its turn.
const TURNS: usize = 2;

/// Measures in the browser (`words` are for tests/bench/run.js), or natively where the first word is `--native`.
///
/// # Errors
/// When a tool is missing and cannot be had, or a benchmark fails.
pub fn run(words: &[String]) -> Result<()> {
    match words {
        [first, rest @ ..] if first == "--native" => run_native(rest),
        _ => run_in_browser(words),
    }
}

fn run_in_browser(words: &[String]) -> Result<()> {
    let browser = tools::ensure_browser_and_vulkan()?;
    site::build(Form::Site)?;
    tools::ensure_npm_packages_in(PEERS)?;
    process::run(process::node("typescript/bin/tsc").args(["-p", "tests/bench"]))?;
    process::run(Command::new("node").arg("tests/bench/run.js").args(words).env("CHROMIUM", browser))
}

/// The same network on this machine's own adapter and CPU, beside what Python has.
fn run_native(words: &[String]) -> Result<()> {
    tools::ensure_npm_packages()?;
    mnist::prepare()?;
    let mut lines = String::new();
    // By turns, so that a machine that slows down slows all of them.
    for _ in 0..TURNS {
        let mut bench = process::cargo();
        bench.args(["bench", "--quiet", "--package", "chalknet", "--bench", "digits", "--"]).args(words);
        lines += &process::output_of(&mut bench)?;
        match process::output_of(Command::new("python3").arg(format!("{PEERS}/native.py")).args(words)) {
            Ok(peers) => lines += &peers,
            Err(problem) => println!("No peers in Python were measured: {problem:#}"),
        }
    }
    print!("{}", table(&lines)?);
    Ok(())
}

/// Lines of name, network, batch, optimizer, loss and rates between tabs, as one table in groups; rates of the same are put
/// together. Other lines are remarks, and come first.
fn table(lines: &str) -> Result<String> {
    let mut text = String::new();
    let mut groups = BTreeMap::<(&str, u32, &str), Vec<(&str, &str, Vec<f64>)>>::new();
    for line in lines.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        let [name, network, batch, optimizer, loss, rates @ ..] = &fields[..] else {
            writeln!(text, "{line}")?;
            continue;
        };
        let rates: Result<Vec<f64>, _> = rates.iter().map(|rate| rate.parse()).collect();
        let batch = batch.parse().with_context(|| format!("no batch: {line}"))?;
        let rates = rates.with_context(|| format!("no rates: {line}"))?;
        let rows = groups.entry((network, batch, optimizer)).or_default();
        match rows.iter_mut().find(|row| row.0 == *name) {
            Some(row) => row.2.extend(rates),
            None => rows.push((name, loss, rates)),
        }
    }
    for ((network, batch, optimizer), rows) in groups {
        writeln!(
            text,
            "\n{:64}{:>9}{:>9}{:>9}{:>9}",
            format!("{network}, batch {batch}, {optimizer}, images/s"),
            "median",
            "min",
            "max",
            "loss"
        )?;
        for (name, loss, mut rates) in rows {
            rates.sort_by(f64::total_cmp);
            let [Some(median), Some(min), Some(max)] =
                [rates.get(rates.len() / 2), rates.first(), rates.last()]
            else {
                continue;
            };
            writeln!(text, "  {name:62}{median:>9.0}{min:>9.0}{max:>9.0}{loss:>9}")?;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_of_all_turns_are_shown_in_groups_with_their_median() -> Result<()> {
        let lines = "ours\tdense\t32\tsgd\t0.1\t30\t10\npeer\tdense\t32\tsgd\t0.2\t5\t6\t7\nours\tdense\t32\tsgd\t0.1\t20\n";
        let text = table(lines)?;
        let rows: Vec<Vec<_>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[2], ["ours", "20", "10", "30", "0.1"]);
        assert_eq!(rows[3], ["peer", "6", "5", "7", "0.2"]);
        Ok(())
    }
}
