//! The crate for JavaScript, in pkg/: the npm package, and the page's own two, which have the lesson's parts as well.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{cargo, output_of, run},
    tools::WASM_TARGET,
};

const CRATE: &str = "chalknet";
const DESTINATION: &str = "pkg";
/// Where the npm package is made.
const PACKAGE: &str = "chalknet";
/// Every folder in pkg/, and the features of the crate that it is compiled with.
pub const PARTS: [(&str, &str); 3] =
    [(PACKAGE, "package"), ("engine", "package,page"), ("lesson", "page-lesson")];
/// What a user of the package reads first; it is kept beside the code it describes.
const README: &str = "src/bindings/README.md";

/// The part of `cargo metadata` that the package is made from.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<CratePackage>,
    target_directory: PathBuf,
}

#[derive(Deserialize)]
struct CratePackage {
    name: String,
    version: String,
    /// Some packages of the workspace have none.
    license: Option<String>,
    description: Option<String>,
}

/// Compiles the crate for each part and writes pkg/ anew.
///
/// # Errors
/// When the crate does not compile or pkg/ cannot be written.
pub fn build() -> Result<()> {
    println!("Compiling the crate to WebAssembly ...");
    let metadata = output_of(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let Metadata { packages, target_directory } =
        serde_json::from_str(&metadata).context("what cargo says of the workspace is not understood")?;
    let package =
        packages.iter().find(|package| package.name == CRATE).context("the crate is not in the workspace")?;

    let destination = Path::new(DESTINATION);
    if destination.exists() {
        fs::remove_dir_all(destination)?;
    }
    let wasm = target_directory.join(WASM_TARGET).join(format!("release/{CRATE}.wasm"));
    for (part, features) in PARTS {
        run(cargo()
            .args(["build", "--release", "--lib", "--package", CRATE, "--target", WASM_TARGET])
            .args(["--no-default-features", "--features", features])
            .args(["--config", &remap_paths()]))?;
        bind(&wasm, &destination.join(part))?;
    }
    let destination = destination.join(PACKAGE);
    fs::write(destination.join("package.json"), format!("{:#}\n", package_json(package)))?;
    fs::copy(README, destination.join("README.md")).with_context(|| format!("{README} cannot be copied"))?;
    Ok(())
}

/// Writes what was compiled, and the JavaScript and the types that go with it.
fn bind(wasm: &Path, destination: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(true)
        // So that `init()` finds the .wasm file by itself, beside the script; bundlers understand the idiom too.
        .omit_default_module_path(false)
        // A page downloads these; neither is needed to run or to read a panic's message.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(destination)
        .with_context(|| format!("wasm-bindgen could not make {}", destination.display()))
}

fn package_json(package: &CratePackage) -> serde_json::Value {
    json!({
        "name": CRATE,
        "version": package.version,
        "description": package.description,
        "license": package.license,
        "type": "module",
        "main": "chalknet.js",
        "types": "chalknet.d.ts",
        "files": ["chalknet.js", "chalknet.d.ts", "chalknet_bg.wasm", "chalknet_bg.wasm.d.ts", "snippets"],
        "sideEffects": ["./snippets/*"],
    })
}

/// A setting for cargo that keeps this machine's directories out of panic messages. The same source then gives the same
/// bytes everywhere. (It is added to the flags in .cargo/config.toml; RUSTFLAGS would replace them.)
fn remap_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let root = env::current_dir().ok();
    let flags: Vec<String> = [(home, "cargo"), (root, ".")]
        .into_iter()
        .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())))
        .collect();
    format!("target.{WASM_TARGET}.rustflags={}", json!(flags))
}
