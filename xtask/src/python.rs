//! Python, for the tests of files that other programs read, in an environment of its own that has exactly the packages of
//! a file.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    process::{output_of, run},
    tools::install_debian_packages,
};

/// The packages, each with its version.
const REQUIREMENTS: &str = "tests/python/requirements.txt";
/// Where they are installed; when they have been, a copy of the file is left there.
const ENVIRONMENT: &str = "target/python";

/// A Python that has the packages. Where it cannot be had, that is said, and the tests do without it.
///
/// # Errors
/// When it cannot be had where it is required: where CI is set.
pub fn ensure_python() -> Result<Option<PathBuf>> {
    match ensure_environment() {
        Ok(python) => Ok(Some(python)),
        Err(problem) if env::var_os("CI").is_some() => Err(problem),
        Err(problem) => {
            println!("The tests with Python are left out: {problem:#}");
            Ok(None)
        }
    }
}

fn ensure_environment() -> Result<PathBuf> {
    let environment = env::current_dir()?.join(ENVIRONMENT);
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = fs::read_to_string(REQUIREMENTS)?;
    let installed = environment.join("requirements.txt");
    // It goes with the Python that it was made of, which may have gone since.
    let is_there = || output_of(Command::new(&python).arg("--version")).is_ok();
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) && is_there() {
        return Ok(python);
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    // Debian has what makes environments in a package of its own.
    if output_of(Command::new(system).args(["-c", "import ensurepip, venv"])).is_err() {
        install_debian_packages(&["python3-venv"])?;
    }
    println!("Installing the Python packages of {REQUIREMENTS} ...");
    run(Command::new(system).args(["-m", "venv", "--clear"]).arg(&environment))?;
    // The file names all of them, so that no other is looked for; and most of what is in them is never used.
    let options = [
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
        "--no-compile",
    ];
    run(Command::new(&python).args(["-m", "pip", "install"]).args(options).args(["-r", REQUIREMENTS]))
        .context("the Python packages could not be installed: pip needs its registry or a filled cache")?;
    fs::copy(Path::new(REQUIREMENTS), &installed)?;
    Ok(python)
}
