//! The crate for JavaScript, in pkg/: the npm package, and the page's own three, which have the lesson's parts as well.

use std::{
    env, fs, mem,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use walrus::{ConstExpr, ExportItem, GlobalKind, ir::Value};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{cargo, output_of, run},
    repository,
    tools::WASM_TARGET,
};

const CRATE: &str = "chalknet";
/// What is compiled in the npm package, where more is written by hand around it.
const CORE: &str = "core";
const DESTINATION: &str = "pkg";
/// Where the npm package is made.
const PACKAGE: &str = "chalknet";
/// Every folder in pkg/, and the features of the crate that it is compiled with.
pub const PARTS: [(&str, &str); 5] = [
    (PACKAGE, "complete"),
    ("engine", "package,page"),
    (THREADS, "package,page,threads"),
    ("lesson", "page-lesson"),
    ("perceptron", "page-perceptron"),
];
/// As the engine, for pages that may share memory.
const THREADS: &str = "threads";
/// What makes its memory one that several instances share. The standard library comes compiled for one that is not
/// shared, which the linker is told to allow: helpers do their part of a loop and ask for no memory, so that nothing of the
/// library is ever in two threads at a time.
const SHARED_MEMORY: [&str; 11] = [
    "-Ctarget-feature=+atomics,+bulk-memory",
    "-Clink-arg=--no-check-features",
    "-Clink-arg=--shared-memory",
    "-Clink-arg=--import-memory",
    // In bytes: 1 GiB, as browsers on phones give it.
    "-Clink-arg=--max-memory=1073741824",
    // What `wasm-bindgen` gives each instance a stack of its own by.
    "-Clink-arg=--export=__heap_base",
    "-Clink-arg=--export=__stack_pointer",
    "-Clink-arg=--export=__wasm_init_tls",
    "-Clink-arg=--export=__tls_align",
    "-Clink-arg=--export=__tls_base",
    "-Clink-arg=--export=__tls_size",
];
/// What of the package is written by hand, beside the code that it goes with.
const HANDWRITTEN: &str = "src/bindings/package";
const LICENSE: &str = "LICENSE";
/// In the hand-written package.json, where the crate's version belongs.
const NO_VERSION: &str = "0.0.0";

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
    for (part, features) in PARTS {
        // With other flags everything is compiled anew, and again for the next part without them.
        let (flags, target) = if part == THREADS {
            (&SHARED_MEMORY[..], target_directory.join(THREADS))
        } else {
            (&[][..], target_directory.clone())
        };
        run(cargo()
            .args(["build", "--release", "--lib", "--package", CRATE, "--target", WASM_TARGET])
            .args(["--no-default-features", "--features", features])
            .args(["--config", &with_flags(flags), "--target-dir"])
            .arg(&target))?;
        let wasm = target.join(WASM_TARGET).join(format!("release/{CRATE}.wasm"));
        bind(&wasm, &destination.join(part), if part == PACKAGE { CORE } else { CRATE })?;
    }
    complete(&destination.join(PACKAGE), package)
}

/// Adds what is not compiled, and makes the types such as TypeScript 5.4 understands.
fn complete(destination: &Path, package: &CratePackage) -> Result<()> {
    for entry in fs::read_dir(HANDWRITTEN)? {
        let path = entry?.path();
        fs::copy(&path, destination.join(path.file_name().unwrap_or_default()))?;
    }
    fs::copy(LICENSE, destination.join(LICENSE))?;
    let manifest = destination.join("package.json");
    let text = fs::read_to_string(&manifest)?.replace(NO_VERSION, &package.version);
    let page = repository::page_of(Path::new("."));
    if page.is_none() {
        println!("The package names no repository, for this checkout has no remote `origin` on the web.");
    }
    fs::write(manifest, with_repository(&text, page.as_deref())?)?;
    let types = destination.join(format!("{CORE}.d.ts"));
    fs::write(&types, understood_since_5_4(&fs::read_to_string(&types)?))?;
    Ok(())
}

/// A package.json that names the repository with this page too, the rest being as it was.
fn with_repository(manifest: &str, page: Option<&str>) -> Result<String> {
    let Some(page) = page else { return Ok(manifest.to_owned()) };
    let fields = manifest.trim_end().strip_suffix('}').context("the hand-written package.json has no end")?;
    let repository = json!({ "type": "git", "url": format!("git+{page}.git") });
    let (homepage, bugs) = (json!(format!("{page}#readme")), json!(format!("{page}/issues")));
    let fields = fields.trim_end();
    Ok(format!(
        "{fields},\n  \"repository\": {repository},\n  \"homepage\": {homepage},\n  \"bugs\": {bugs}\n}}\n"
    ))
}

/// Typed arrays are generic, and a class can be told to be disposable, only in later versions or with more libraries than
/// a page may have. And the class that is written by hand extends the one that is compiled.
fn understood_since_5_4(types: &str) -> String {
    let lines = types.lines().filter(|line| !line.trim_start().starts_with("[Symbol.dispose]"));
    let plain = |line: &str| {
        let line = line.replace("Uint8Array<ArrayBuffer>", "Uint8Array & { readonly buffer: ArrayBuffer }");
        line.replace("private constructor", "protected constructor") + "\n"
    };
    lines.map(plain).collect()
}

/// Writes what was compiled, and the JavaScript and the types that go with it.
fn bind(wasm: &Path, destination: &Path, name: &str) -> Result<()> {
    let mut output = Bindgen::new()
        .input_bytes(name, with_alignment(&fs::read(wasm)?)?)
        .web(true)?
        .typescript(true)
        // So that `init()` finds the .wasm file by itself, beside the script; bundlers understand the idiom too.
        .omit_default_module_path(false)
        // A page downloads these; neither is needed to run or to read a panic's message.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not make {}", destination.display()))?;
    let mut renamed = Vec::new();
    for (place, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        let short = format!("_{place}");
        renamed.push((mem::replace(&mut import.name, short.clone()), short));
    }
    output.emit(destination)?;
    let script = destination.join(format!("{name}.js"));
    let text = with_short_names(fs::read_to_string(&script)?, &renamed)?;
    fs::write(&script, if name == CORE { guarded(&text)? } else { text })?;
    Ok(())
}

/// The linker gives what a thread has of its own no alignment where it has nothing, and an alignment is what
/// `wasm-bindgen` asks for memory with.
fn with_alignment(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(wasm)?;
    let Some(export) = module.exports.iter().find(|export| export.name == "__tls_align") else {
        return Ok(wasm.to_owned());
    };
    let ExportItem::Global(alignment) = export.item else { bail!("the alignment is no number") };
    module.globals.get_mut(alignment).kind = GlobalKind::Local(ConstExpr::Value(Value::I32(1)));
    Ok(module.emit_wasm())
}

/// What the script calls in the module, called by the package's own guard.
fn guarded(script: &str) -> Result<String> {
    let (before, after) = script
        .split_once("wasm = instance.exports;")
        .context("the script does not say where it has the module")?;
    Ok(format!("{before}wasm = guarded(instance.exports);{after}import {{ guarded }} from \"./guard.js\";\n"))
}

/// What the module imports by a long name, by the short one. Every long name ends with a hash, which does not compress,
/// and stands in both files: together they were 6 kB of each page.
fn with_short_names(script: String, renamed: &[(String, String)]) -> Result<String> {
    renamed.iter().try_fold(script, |script, (long, short)| {
        let (before, after) = script
            .split_once(&format!(" {long}: "))
            .with_context(|| format!("the script gives the module no {long}"))?;
        Ok(format!("{before} {short}: {after}"))
    })
}

/// A setting for cargo with these flags and those that keep this machine's directories out of panic messages. The same
/// source then gives the same bytes everywhere. (They are added to the flags in .cargo/config.toml; RUSTFLAGS would replace
/// them.)
fn with_flags(flags: &[&str]) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let root = env::current_dir().ok();
    let remapped = [(home, "cargo"), (root, ".")]
        .into_iter()
        .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())));
    let flags: Vec<String> = remapped.chain(flags.iter().map(|flag| (*flag).to_owned())).collect();
    format!("target.{WASM_TARGET}.rustflags={}", json!(flags))
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::*;

    #[test]
    fn what_is_imported_is_given_by_its_short_name() -> Result<()> {
        let script = "return { __wbg_a_0f: f(__wbg_a_0f1), __wbg_b_1e: g }".to_owned();
        let renamed = [("__wbg_a_0f", "_0"), ("__wbg_b_1e", "_1")]
            .map(|(long, short)| (long.to_owned(), short.to_owned()));
        assert_eq!(with_short_names(script, &renamed)?, "return { _0: f(__wbg_a_0f1), _1: g }");
        let unknown = [("__wbg_c_2d".to_owned(), "_2".to_owned())];
        assert!(with_short_names(String::new(), &unknown).is_err());
        Ok(())
    }

    #[test]
    fn what_the_script_calls_is_guarded() -> Result<()> {
        let text = guarded("a;\nwasm = instance.exports;\nb;\n")?;
        assert_eq!(
            text,
            "a;\nwasm = guarded(instance.exports);\nb;\nimport { guarded } from \"./guard.js\";\n"
        );
        assert!(guarded("wasm = other;").is_err());
        Ok(())
    }

    #[test]
    fn the_repository_is_named_where_it_is_known() -> Result<()> {
        let manifest = fs::read_to_string(Path::new("..").join(HANDWRITTEN).join("package.json"))?;
        assert_eq!(with_repository(&manifest, None)?, manifest);
        let text = with_repository(&manifest, Some("https://example.org/somebody/network"))?;
        let (mut found, own): (Map<String, Value>, Map<String, Value>) =
            (serde_json::from_str(&text)?, serde_json::from_str(&manifest)?);
        let url = "git+https://example.org/somebody/network.git";
        assert_eq!(found.remove("repository"), Some(json!({ "type": "git", "url": url })));
        assert_eq!(found.remove("homepage"), Some(json!("https://example.org/somebody/network#readme")));
        assert_eq!(found.remove("bugs"), Some(json!("https://example.org/somebody/network/issues")));
        assert_eq!(found, own);
        Ok(())
    }

    #[test]
    fn types_name_nothing_that_came_after_typescript_5_4() {
        let types =
            "class A {\n    [Symbol.dispose](): void;\n    b(): Promise<Uint8Array<ArrayBuffer>>;\n}\n";
        let plain = "class A {\n    b(): Promise<Uint8Array & { readonly buffer: ArrayBuffer }>;\n}\n";
        assert_eq!(understood_since_5_4(types), plain);
    }
}
