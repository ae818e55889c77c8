//! The project's commands, run as `cargo xtask <command>`.
//!
//! In reading order: `command_line` says what was asked for; `tools` and `python` set up what the machine lacks; `mnist`,
//! `package` (with `repository`) and `site` make the data, the wasm package and the site; `serve` shows it, `check` tests everything,
//! `browsers` tells in which browsers, `bench` measures it and `shots` takes its pictures.

mod bench;
mod browsers;
mod check;
mod command_line;
mod mnist;
mod package;
mod process;
mod python;
mod repository;
mod serve;
mod shots;
mod site;
mod tools;

use std::{env, path::Path, process::ExitCode};

use command_line::{Form, Task, USAGE};

fn main() -> ExitCode {
    let task = match command_line::parse(env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("cargo xtask: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match enter_root().and_then(|()| carry_out(&task)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("cargo xtask: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// Every path below is relative to the project's root, wherever the command was typed.
fn enter_root() -> anyhow::Result<()> {
    let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(env::set_current_dir(manifest_dir.join(".."))?)
}

/// Returns whether everything held that was to be checked.
fn carry_out(task: &Task) -> anyhow::Result<bool> {
    match task {
        Task::Help => println!("{USAGE}"),
        Task::Build(form) => site::build(*form)?,
        Task::Serve(address) => {
            site::build(Form::Site)?;
            serve::serve(address)?;
        }
        Task::Browsers => browsers::tell()?,
        Task::Shots => shots::take()?,
        Task::Test => return check::check_everything(),
        Task::Bench(words) => bench::run(words)?,
    }
    Ok(true)
}
