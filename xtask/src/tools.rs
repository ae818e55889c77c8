//! What the commands need on the machine: each function sees that it is there, sets it up where it can, says so, and
//! otherwise fails with one sentence on how to get it.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{cargo, output_of, run};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Rust's standard library for WebAssembly.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("Adding Rust's {WASM_TARGET} target ...");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!("Rust's {WASM_TARGET} target is missing: install rustup from https://rustup.rs")
    })
}

/// rustfmt and clippy.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub fn ensure_rust_components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of(cargo().args([subcommand, "--version"])).is_ok() {
            continue;
        }
        println!("Adding Rust's {component} ...");
        run(Command::new("rustup").args(["component", "add", component]))
            .with_context(|| format!("{component} is missing: install rustup from https://rustup.rs"))?;
    }
    Ok(())
}

/// The npm packages, exactly as package-lock.json names them.
///
/// # Errors
/// When Node.js is missing or npm cannot fetch a package.
pub fn ensure_npm_packages() -> Result<()> {
    ensure!(
        output_of(Command::new("node").arg("--version")).is_ok(),
        "Node.js is missing: install Node.js 20.19 or newer, with npm, from https://nodejs.org"
    );
    ensure_npm_packages_in(".")
}

/// The npm packages of one directory, exactly as its package-lock.json names them.
///
/// # Errors
/// When npm cannot fetch a package.
pub fn ensure_npm_packages_in(directory: &str) -> Result<()> {
    let modified = |path: &str| {
        let metadata = fs::metadata(Path::new(directory).join(path));
        metadata.and_then(|metadata| metadata.modified()).ok()
    };
    // npm writes the first file at the end of an installation.
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    println!("Installing the npm packages of {directory}/package.json ...");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).arg("ci").current_dir(directory).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .context("the npm packages could not be installed: npm needs its registry or a filled cache")
}

/// A Chromium for the tests, a Vulkan driver that needs no graphics card, and letters for the Korean page.
/// Returns the browser's path.
///
/// # Errors
/// When the browser or the driver is missing and cannot be installed.
pub fn ensure_browser_and_vulkan() -> Result<PathBuf> {
    let mut missing = Vec::new();
    if find_browser()?.is_none() {
        missing.push("chromium");
    }
    if cfg!(target_os = "linux") {
        if !has_software_vulkan() {
            missing.push("mesa-vulkan-drivers");
        }
        if !has_korean_font() {
            missing.extend(["fontconfig", "fonts-noto-cjk"]);
        }
    }
    if !missing.is_empty() {
        install_debian_packages(&missing)?;
    }

    ensure!(
        !cfg!(target_os = "linux") || has_software_vulkan(),
        "no software Vulkan driver is installed: install Mesa's lavapipe (Debian: mesa-vulkan-drivers)"
    );
    find_browser()?.context(
        "no browser is installed: install Chromium or Chrome, or set CHROMIUM to the path of one that is elsewhere",
    )
}

/// What most of the tests run in: Chromium's headless shell, which takes less of the processor's time, or the whole browser
/// where a system has no shell, and where CHROMIUM names the browser to be tested.
#[must_use]
pub fn headless_shell_or(browser: &Path) -> PathBuf {
    const SHELL: &str = "chromium-headless-shell";
    if env::var_os("CHROMIUM").is_some() {
        return browser.to_path_buf();
    }
    let installed = || install_debian_packages(&[SHELL]).ok().and_then(|()| on_path(&[SHELL]));
    on_path(&[SHELL]).or_else(installed).unwrap_or_else(|| {
        println!("No {SHELL} is to be had: all tests run in the whole browser, which takes longer");
        browser.to_path_buf()
    })
}

/// The browser that CHROMIUM names, or one that is where they usually are.
fn find_browser() -> Result<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("CHROMIUM").map(PathBuf::from) {
        ensure!(chosen.is_file(), "CHROMIUM names {}, and there is no such file", chosen.display());
        return Ok(Some(chosen));
    }
    let elsewhere = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    let is_there = |path: &PathBuf| path.is_file();
    let on_path = on_path(&["chromium", "chromium-browser", "google-chrome", "chrome.exe"]);
    Ok(on_path.or_else(|| elsewhere.into_iter().map(PathBuf::from).find(is_there)))
}

/// The first of these programs that the shell would find.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let search_path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&search_path).map(move |directory| directory.join(name)))
        .find(|path| path.is_file())
}

/// A browser whose engine is not Chromium's.
struct Engine {
    name: &'static str,
    /// Names it to the tests.
    variable: &'static str,
    /// Debian's, with what it takes to drive it.
    packages: &'static [&'static str],
    find: fn() -> Option<PathBuf>,
}

const OTHER_ENGINES: [Engine; 2] = [
    Engine { name: "Firefox", variable: "FIREFOX", packages: &["firefox-esr"], find: find_firefox },
    Engine {
        name: "WebKit",
        variable: "WEBKIT",
        // It is driven in a window, and a window has the focus only where something manages windows.
        packages: &["webkit2gtk-driver", "xvfb", "openbox"],
        find: find_webkit,
    },
];

/// Browsers with other engines, each by the variable that names it to the tests. Where one cannot be had, that is said,
/// and the tests do without it.
///
/// # Errors
/// When one cannot be had where it is required: where CI is set.
pub fn ensure_other_engines() -> Result<Vec<(&'static str, PathBuf)>> {
    let mut found = Vec::new();
    for engine in &OTHER_ENGINES {
        match ensure_engine(engine) {
            Ok(path) => found.push((engine.variable, path)),
            Err(problem) if env::var_os("CI").is_some() => return Err(problem),
            Err(problem) => println!("The tests in {} are left out: {problem:#}", engine.name),
        }
    }
    Ok(found)
}

fn ensure_engine(engine: &Engine) -> Result<PathBuf> {
    if let Some(path) = (engine.find)() {
        return Ok(path);
    }
    install_debian_packages(engine.packages)?;
    (engine.find)()
        .with_context(|| format!("{} is not to be found after it was installed", engine.packages.join(" ")))
}

fn find_firefox() -> Option<PathBuf> {
    on_path(&["firefox-esr"])
}

/// The small browser that comes with WebKitGTK, where all is there that it is driven by.
fn find_webkit() -> Option<PathBuf> {
    for program in ["WebKitWebDriver", "Xvfb", "openbox"] {
        on_path(&[program])?;
    }
    let libraries = fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    libraries
        .chain(["/usr/lib", "/usr/libexec"].map(PathBuf::from))
        .map(|directory| directory.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.is_file())
}

/// Mesa's lavapipe announces itself to the Vulkan loader by a file of this name.
fn has_software_vulkan() -> bool {
    let directories = ["/usr/share/vulkan/icd.d", "/usr/local/share/vulkan/icd.d", "/etc/vulkan/icd.d"];
    let announced = |file: &OsStr| file.to_string_lossy().starts_with("lvp_icd");
    directories
        .iter()
        .filter_map(|directory| fs::read_dir(directory).ok())
        .flatten()
        .any(|entry| entry.is_ok_and(|entry| announced(&entry.file_name())))
}

fn has_korean_font() -> bool {
    output_of(Command::new("fc-list").arg(":lang=ko")).is_ok_and(|fonts| !fonts.is_empty())
}

/// Installs packages of Debian's, by these names.
///
/// # Errors
/// When that is not for this system or this user to do, or it fails.
pub fn install_debian_packages(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    if output_of(Command::new("apt-get").arg("--version")).is_err() {
        bail!(
            "missing on this machine: {wanted} (the names are Debian's); install them with the system's own tools"
        );
    }
    let prefix: &[&str] = if is_root() {
        &["env", "DEBIAN_FRONTEND=noninteractive"]
    } else if output_of(Command::new("sudo").args(["-n", "true"])).is_ok() {
        &["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    } else {
        bail!("missing on this machine: run `sudo apt-get update && sudo apt-get install -y {wanted}`");
    };
    println!("Installing {wanted} with apt-get ...");
    let apt_get = |arguments: &[&str]| {
        let mut command = Command::new(prefix[0]);
        command.args(&prefix[1..]).arg("apt-get").args(arguments).stdout(Stdio::null());
        run(&mut command).with_context(|| format!("apt-get could not install {wanted}"))
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
