//! The finished site in dist/, and what it weighs.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::{
    command_line::Form,
    mnist, package,
    process::{node, run},
    tools,
};

pub const DESTINATION: &str = "dist";

/// The page as one file, beside the site.
const SINGLE_FILE: &str = "chalknet.html";

/// Makes everything that the site consists of.
///
/// # Errors
/// When a tool is missing and cannot be had, or a part cannot be made.
pub fn build(form: Form) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    package::build()?;
    bundle(form)
}

/// Makes the site from a pkg/ that is there.
///
/// # Errors
/// When the data is not what it should be, or the bundler fails.
pub fn bundle(form: Form) -> Result<()> {
    mnist::prepare()?;
    println!("Bundling the page ...");
    run(&mut vite_build())?;
    print_weight()?;
    if form == Form::SiteAndSingleFile {
        // Last, for the site is made into an empty folder.
        run(vite_build().args(["--mode", "single-file"]))?;
        let path = Path::new(DESTINATION).join(SINGLE_FILE);
        let bytes = fs::metadata(&path)?.len();
        println!("{} is the whole page in {:.1} MB\n", path.display(), in_thousands(bytes) / 1000.0);
    }
    Ok(())
}

fn vite_build() -> Command {
    let mut command = node("vite/bin/vite.js");
    command.args(["build", "--logLevel", "warn"]);
    command
}

#[expect(clippy::cast_precision_loss, reason = "sizes are shown with one decimal")]
const fn in_thousands(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

/// Files of one kind.
#[derive(Default)]
struct Weight {
    files: usize,
    bytes: usize,
    compressed_bytes: usize,
}

impl Weight {
    const fn add(&mut self, bytes: usize, compressed_bytes: usize) {
        self.files += 1;
        self.bytes += bytes;
        self.compressed_bytes += compressed_bytes;
    }

    fn print(&self, name: &str) {
        let kilobytes = |bytes: usize| in_thousands(bytes as u64);
        let Self { files, bytes, compressed_bytes } = *self;
        println!("{name:14} {files:>5} {:>10.1} {:>10.1}", kilobytes(bytes), kilobytes(compressed_bytes));
    }
}

/// What a visitor downloads, by kind of file.
fn print_weight() -> Result<()> {
    let data = Path::new(DESTINATION).join("data");
    let mut kinds = BTreeMap::<String, Weight>::new();
    let mut before_data = Weight::default();
    for path in files_in(Path::new(DESTINATION))? {
        let bytes = fs::read(&path)?;
        if path.starts_with(&data) {
            // The shards are compressed already.
            kinds.entry("data".to_owned()).or_default().add(bytes.len(), bytes.len());
            continue;
        }
        let compressed_bytes = compressed_size(&bytes)?;
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        kinds.entry(extension).or_default().add(bytes.len(), compressed_bytes);
        before_data.add(bytes.len(), compressed_bytes);
    }
    println!("\n{DESTINATION}/          files         kB  gzipped kB");
    kinds.iter().for_each(|(name, weight)| weight.print(name));
    before_data.print("all but data");
    println!();
    Ok(())
}

/// Every file under a directory.
fn files_in(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
