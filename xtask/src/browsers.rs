//! `cargo xtask browsers`: the README's table of what holds in which browser, from the last run of the tests.

use std::fs;

use anyhow::{Context, Result};

/// Written by tests/e2e/support/browsers.js.
const TABLE: &str = "test-results/browsers.md";
const README: &str = "README.md";
/// Stand around the table in the README.
const MARKS: [&str; 2] = ["<!-- browsers -->\n", "<!-- /browsers -->"];

/// Puts the table into the README.
///
/// # Errors
/// When no test has been run, or the README has no place for the table.
pub fn tell() -> Result<()> {
    let table = fs::read_to_string(TABLE).context("no test has been run yet: cargo xtask test")?;
    let readme = fs::read_to_string(README)?;
    let with_table = replace_between(&readme, MARKS, &table)
        .with_context(|| format!("{README} has no {} any more", MARKS.join(" and ")))?;
    Ok(fs::write(README, with_table)?)
}

/// The text with something else between two marks; none where it lacks one.
fn replace_between(text: &str, [start, end]: [&str; 2], inside: &str) -> Option<String> {
    let (before, rest) = text.split_once(start)?;
    let (_, after) = rest.split_once(end)?;
    Some([before, start, inside, end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_the_marks_is_replaced_and_the_rest_stays() {
        assert_eq!(replace_between("a (old) b", ["(", ")"], "new"), Some("a (new) b".to_owned()));
        assert_eq!(replace_between("a b", ["(", ")"], "new"), None);
    }
}
