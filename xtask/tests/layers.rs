//! Which part may know of which: the promises that keep a change in one place.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A line of code that breaks a promise, with its file.
type Breach = (PathBuf, String);

/// The files under a directory of the project with this extension.
fn sources(directory: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path, extension)?);
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    Ok(found)
}

/// The lines of code (comments apart) for which `is_breach` says so, given the file's path within the directory.
fn breaches(
    directory: &str,
    extension: &str,
    is_breach: impl Fn(&str, &str) -> bool,
) -> io::Result<Vec<Breach>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(directory);
    let files = sources(&root, extension)?;
    assert!(!files.is_empty(), "{directory} has no .{extension} files");
    let mut found = Vec::new();
    for file in files {
        let within = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file)?;
        let code = text
            .lines()
            .map(str::trim)
            .filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
        found
            .extend(code.filter(|line| is_breach(&within, line)).map(|line| (file.clone(), line.to_owned())));
    }
    Ok(found)
}

/// `engine` for `engine.rs` and for all under `engine/`.
fn part(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or(file)
}

#[test]
fn data_set_model_and_engine_do_not_know_each_other() -> io::Result<()> {
    let apart = ["dataset", "model", "engine"];
    let found = breaches("src", "rs", |file, line| {
        apart.contains(&part(file))
            && apart
                .iter()
                .chain(&["trainer"])
                .any(|other| part(file) != *other && line.contains(&format!("crate::{other}")))
    })?;
    assert_eq!(found, []);
    Ok(())
}

#[test]
fn only_the_gpu_engine_knows_wgpu() -> io::Result<()> {
    let found =
        breaches("src", "rs", |file, line| !file.starts_with("engine/gpu") && line.contains("wgpu::"))?;
    assert_eq!(found, []);
    Ok(())
}

#[test]
fn only_the_bindings_know_javascript() -> io::Result<()> {
    let found = breaches("src", "rs", |file, line| {
        part(file) != "bindings"
            && ["wasm_bindgen", "js_sys", "web_sys"].iter().any(|name| line.contains(name))
    })?;
    assert_eq!(found, []);
    Ok(())
}
