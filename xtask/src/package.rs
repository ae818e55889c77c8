//! The crate as an npm-style package in pkg/: WebAssembly, its JavaScript, types and a README.

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

/// Compiles the crate and writes pkg/ anew.
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

    run(cargo()
        .args(["build", "--release", "--lib", "--package", CRATE, "--target", WASM_TARGET])
        .args(["--config", &remap_paths()]))?;
    let wasm = target_directory.join(WASM_TARGET).join(format!("release/{CRATE}.wasm"));

    let destination = Path::new(DESTINATION);
    if destination.exists() {
        fs::remove_dir_all(destination)?;
    }
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
        .context("wasm-bindgen could not make the package")?;
    fs::write(destination.join("package.json"), format!("{:#}\n", package_json(package)))?;
    fs::copy(README, destination.join("README.md")).with_context(|| format!("{README} cannot be copied"))?;
    Ok(())
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
