//! A million damaged files, drawn from a seed: what is not refused is whole.

use crate::networks::{pictures, small};
use crate::round_trips::{file, parts};
use chalknet::checksum::fnv1a;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::small::Small;
use chalknet::trainer::{Checkpoint, Snapshot, Trainer};
use fastrand::Rng;
use pollster::block_on;

/// Changes some bytes, in one way of many.
fn mutate(rng: &mut Rng, bytes: &mut Vec<u8>) {
    if bytes.is_empty() {
        return;
    }
    let place = rng.usize(..bytes.len());
    let length = rng.usize(1..=16.min(bytes.len() - place));
    match rng.usize(..8) {
        0 => bytes[place] ^= 1 << rng.u8(..8),
        1 => bytes[place] = rng.u8(..),
        2 => bytes[place..place + length].fill(rng.choice([0, 0xff]).unwrap()),
        3 => bytes.truncate(place),
        4 => bytes.extend_from_within(place..place + length),
        5 => {
            let copied = bytes[place..place + length].to_vec();
            let target = rng.usize(..=bytes.len());
            bytes.splice(target..target, copied).for_each(drop);
        }
        6 => bytes.drain(place..place + length).for_each(drop),
        _ => {
            let target = rng.usize(..=bytes.len() - length);
            bytes.copy_within(place..place + length, target);
        }
    }
}

fn train(trainer: &mut Trainer, steps: usize) {
    block_on(trainer.train(steps)).unwrap();
}

fn trainer_with_examples() -> Trainer {
    let mut trainer = pictures().trainer(Box::new(Small::default())).unwrap();
    let model = trainer.model();
    let shape = Shape { features: model.inputs(), outputs: model.outputs() };
    let inputs = Inputs::Floats((0..10 * shape.features).map(|place| (place % 7) as f32 / 7.0).collect());
    let labels: Vec<u8> = (0..10).map(|row| row % 2).collect();
    trainer.add_training(&Dataset::classes(inputs, &labels, shape).unwrap()).unwrap();
    trainer
}

/// A word of a checkpoint becomes one that may lead astray.
fn mutate_word(rng: &mut Rng, bytes: &mut [u8]) {
    let place = 4 * rng.usize(..bytes.len() / 4);
    let word = [0, 1, 2, 3, 4, 5, 255, 256, 1 << 24, 1 << 31, u32::MAX - 1, u32::MAX, f32::NAN.to_bits()];
    bytes[place..place + 4].copy_from_slice(&rng.choice(word).unwrap().to_le_bytes());
}

#[test]
fn of_600_000_damaged_checkpoints_none_is_a_trap_and_what_is_read_is_whole() {
    let mut trainer = trainer_with_examples();
    let mut empty = pictures().trainer(Box::new(Small::default())).unwrap();
    let mut origins = Vec::new();
    for steps in [0, 2, 5] {
        train(&mut trainer, steps);
        origins.push(block_on(trainer.checkpoint()).unwrap().to_bytes().unwrap());
    }
    let mut rng = Rng::with_seed(1);
    let (mut read, mut restored) = (0, 0);
    for _ in 0..600_000 {
        let mut bytes = rng.choice(&origins).unwrap().clone();
        bytes.truncate(bytes.len() - 8);
        // What is not the weights is a fifth of it, and more interesting.
        let weights = if rng.bool() { bytes.split_off(260.min(bytes.len())) } else { Vec::new() };
        for _ in 0..rng.usize(1..4) {
            match bytes.len() {
                0..4 => {}
                _ if rng.bool() => mutate_word(&mut rng, &mut bytes),
                _ => mutate(&mut rng, &mut bytes),
            }
        }
        bytes.extend(weights);
        // As if somebody had made it on purpose, so that it is read to its end.
        bytes.extend(fnv1a(&bytes).to_le_bytes());
        let Ok(checkpoint) = Checkpoint::from_bytes(&bytes) else { continue };
        read += 1;
        assert_eq!(checkpoint.to_bytes().unwrap(), bytes);
        assert!(!checkpoint.origin().to_string().is_empty());
        if empty.restore(&checkpoint).is_err() {
            continue;
        }
        restored += 1;
        assert_eq!(block_on(empty.checkpoint()).unwrap(), checkpoint);
        trainer.restore(&checkpoint).unwrap();
        assert!(trainer.order().epochs().is_finite());
        train(&mut trainer, 2);
        assert!((checkpoint.step()..=checkpoint.step() + 2).contains(&trainer.step()));
    }
    // Otherwise nothing behind the first checks would have been tried.
    assert!(read > 50_000 && restored > 50_000, "{read} were read and {restored} restored");
}

/// A number or a word of a header becomes another one.
fn mutate_header(rng: &mut Rng, header: &mut String) {
    if header.is_empty() {
        return;
    }
    let is_no_part = |c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-');
    // The one about a place.
    let mut range = || {
        let place = rng.usize(..header.len());
        let start = header[..place].rfind(is_no_part).map_or(0, |before| before + 1);
        let end = header[place..].find(is_no_part).map_or(header.len(), |length| place + length);
        start..end
    };
    let (range, own) = (range(), header[range()].to_string());
    let others = [
        "0",
        "1",
        "2",
        "3",
        "-1",
        "4294967296",
        "18446744073709551615",
        "18446744073709551616",
        "1e9",
        "0.5",
        "1e-50",
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "identity",
        "dense",
        "conv2d",
        "same",
        "valid",
        "F32",
        "F64",
        "layers.0.bias",
    ];
    // Another one's, or one of these.
    let other = if rng.bool() { own } else { rng.choice(others).unwrap().to_string() };
    header.replace_range(range, &other);
}
#[test]
fn of_400_000_damaged_safetensors_files_none_is_a_trap_and_what_is_read_is_whole() {
    let origin = small().to_safetensors().unwrap();
    let (origin_header, origin_data) = parts(&origin);
    let mut rng = Rng::with_seed(2);
    let (mut read, mut made) = (0, 0);
    for _ in 0..400_000 {
        let mut header = origin_header.to_string();
        let mut data = origin_data.to_vec();
        for _ in 0..rng.usize(0..3) {
            mutate_header(&mut rng, &mut header);
        }
        let mut header = header.into_bytes();
        match rng.usize(..4) {
            0 => mutate(&mut rng, &mut header),
            1 => mutate(&mut rng, &mut data),
            _ => {}
        }
        let mut bytes = file(&header, &data);
        if rng.usize(..8) == 0 {
            mutate(&mut rng, &mut bytes);
        }
        let Ok(snapshot) = Snapshot::from_safetensors(&bytes) else { continue };
        read += 1;
        let again = snapshot.to_safetensors().unwrap();
        assert_eq!(Snapshot::from_safetensors(&again).unwrap(), snapshot);
        // The numbers are all that there are, in whatever order.
        let sorted = |file: &[u8]| {
            let mut words = parts(file).1.as_chunks::<4>().0.to_vec();
            words.sort_unstable();
            words
        };
        assert_eq!(sorted(&again), sorted(&bytes));
        if snapshot.config.batch <= 100 && read % 16 == 0 {
            made += 1;
            let mut trainer = snapshot.trainer(Box::new(Small::default())).unwrap();
            assert_eq!(block_on(trainer.snapshot()).unwrap(), snapshot);
        }
    }
    assert!(read > 50_000 && made > 1_000, "{read} were read and {made} made trainers");
}
