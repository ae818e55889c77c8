//! Whole training runs on each engine.

use crate::reference::{Matrix, Network};
use crate::{Make, assert_close, on_each_engine, random};
use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::cpu::Cpu;
use chalknet::loss::Loss;
use chalknet::model::Initializer;
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::trainer::{Checkpoint, Config, EVALUATION_ROWS, Trainer};
use fastrand::Rng;

const SIZES: [usize; 4] = [5, 9, 7, 3];

/// The losses, for many outputs and for one, after each kind of output, with and without weights drawn to zero.
pub fn variants() -> [Config; 6] {
    let with = |loss, outputs, output, l1, l2| {
        let penalty = Penalty { l1, l2 };
        Config { loss, output, penalty, sizes: vec![5, 9, 7, outputs], ..config() }
    };
    [
        with(Loss::CrossEntropy, 3, Activation::Sigmoid, 0.0, 0.0),
        with(Loss::SquaredError, 3, Activation::Sigmoid, 0.0, 0.1),
        with(Loss::CrossEntropy, 1, Activation::Sigmoid, 0.01, 0.1),
        with(Loss::SquaredError, 1, Activation::Tanh, 0.0, 0.0),
        with(Loss::SquaredError, 1, Activation::Identity, 0.01, 0.0),
        with(Loss::AbsoluteError, 3, Activation::Identity, 0.0, 0.0),
    ]
}

/// A small network that nevertheless fills no tile.
pub fn config() -> Config {
    Config {
        sizes: SIZES.to_vec(),
        activation: Activation::Tanh,
        output: Activation::Sigmoid,
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::ADAM,
        learning_rate: 0.01,
        penalty: Penalty::NONE,
        initializer: Initializer::GlorotUniform,
        batch: 6,
        shuffle: false,
        seed: 7,
    }
}

/// Examples that can be learnt: the class is where the first numbers of the input are largest.
pub struct Examples {
    inputs: Vec<f32>,
    labels: Vec<u8>,
    /// Units of the last layer: as many as there are classes, or one for two classes.
    outputs: usize,
}

impl Examples {
    pub fn new(rows: usize, outputs: usize) -> Self {
        let inputs = random(&mut Rng::with_seed(8), rows * SIZES[0]);
        let class =
            |row: &[f32]| (0..outputs.max(2)).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap() as u8;
        let labels = inputs.chunks(SIZES[0]).map(class).collect();
        Self { inputs, labels, outputs }
    }

    pub fn dataset(&self) -> Dataset {
        self.part(0, self.labels.len())
    }

    pub fn part(&self, start: usize, end: usize) -> Dataset {
        let inputs = Inputs::Floats(self.inputs[start * SIZES[0]..end * SIZES[0]].to_vec());
        let shape = Shape { features: SIZES[0], outputs: self.outputs };
        Dataset::classes(inputs, &self.labels[start..end], shape).unwrap()
    }

    pub fn inputs(&self) -> Matrix {
        Matrix::new(self.labels.len(), SIZES[0], &self.inputs)
    }

    pub fn targets(&self) -> Matrix {
        Matrix::new(self.labels.len(), self.outputs, self.dataset().targets())
    }
}

/// Every layer's parameters as they are now.
pub fn parameters(trainer: &mut Trainer) -> Vec<Matrix> {
    let layers: Vec<_> = trainer.model().layers().to_vec();
    let read = |(place, layer): (usize, &chalknet::model::Layer)| {
        let values = pollster::block_on(trainer.parameters(place).unwrap()).unwrap().concat();
        Matrix::new(layer.inputs + 1, layer.outputs, &values)
    };
    layers.iter().enumerate().map(read).collect()
}

pub fn layer_activations(config: &Config) -> Vec<Activation> {
    let last = match config.loss {
        Loss::CrossEntropy => Activation::Identity,
        _ => config.output,
    };
    vec![config.activation, config.activation, last]
}

/// Makes the same network in the reference.
pub fn reference_network(parameters: &[Matrix], config: &Config) -> impl Fn() -> Network {
    move || Network::new(parameters.to_vec(), layer_activations(config), config.loss, config.penalty)
}

fn twenty_steps_follow_the_reference(make: Make) {
    // 33 examples make five batches of six and one of three.
    for variant in variants() {
        let examples = Examples::new(33, variant.sizes[3]);
        let (inputs, targets) = (examples.inputs(), examples.targets());
        for optimizer in Optimizer::ALL {
            let config = Config { optimizer, ..variant.clone() };
            let mut trainer = Trainer::new(make(), &config).unwrap();
            trainer.add_training(&examples.dataset()).unwrap();
            let mut network = reference_network(&parameters(&mut trainer), &config)();

            let expected: Vec<f64> = (0..20)
                .map(|step| {
                    let start = step % 6 * 6;
                    let end = (start + 6).min(33);
                    let rows =
                        |from: &Matrix| Matrix::make(end - start, from.cols, |r, c| from.at(start + r, c));
                    network.step(&rows(&inputs), &rows(&targets), optimizer, f64::from(config.learning_rate))
                })
                .collect();
            // In submissions of different lengths.
            let mut found = Vec::new();
            for steps in [1, 7, 12] {
                found.extend(pollster::block_on(trainer.train(steps)).unwrap());
            }

            let name = format!("{optimizer:?}, {:?} of {} outputs", config.loss, config.sizes[3]);
            let losses: Vec<f32> = found.iter().map(|metrics| metrics.loss).collect();
            assert_close(&name, &losses, &expected, 1e-5);
            for (found, expected) in parameters(&mut trainer).iter().zip(&network.parameters) {
                let found: Vec<f32> = found.values.iter().map(|&value| value as f32).collect();
                // Adam and RMSprop divide by gradients, and so make more of a small one's error.
                assert_close(&name, &found, &expected.values, 2e-4);
            }
            let rows: Vec<usize> = found.iter().map(|metrics| metrics.rows).collect();
            assert_eq!(rows[..7], [6, 6, 6, 6, 6, 3, 6]);
        }
    }
}

fn learns_and_tells_how_well(make: Make) {
    let (training, test) = (Examples::new(600, 3), Examples::new(700, 3));
    let config = Config { shuffle: true, batch: 32, ..config() };
    let mut trainer = Trainer::new(make(), &config).unwrap();
    trainer.add_training(&training.dataset()).unwrap();
    trainer.add_test(&test.dataset()).unwrap();
    pollster::block_on(trainer.train(400)).unwrap();
    let all = pollster::block_on(trainer.evaluate(0, usize::MAX)).unwrap();
    assert!(all.hits > 660, "only {} of 700 are right", all.hits);

    // The same by parts, by prediction, and by hand.
    let first = pollster::block_on(trainer.evaluate(0, 650)).unwrap();
    let second = pollster::block_on(trainer.evaluate(650, 100)).unwrap();
    assert_eq!(first.hits + second.hits, all.hits);
    assert_eq!([first.outputs, second.outputs].concat(), all.outputs);
    let predicted =
        pollster::block_on(trainer.predict(&Inputs::Floats(test.inputs.clone())).unwrap()).unwrap();
    assert_eq!(predicted, all.outputs);
    let network = reference_network(&parameters(&mut trainer), &config)();
    let mean = network.mean_loss(&test.inputs(), &test.targets());
    assert!((all.loss_sum / 700.0 - mean).abs() < 1e-4, "{} is not {mean}", all.loss_sum / 700.0);
}

fn activations_are_those_of_every_layer(make: Make) {
    // More rows than are answered at once.
    let examples = Examples::new(EVALUATION_ROWS + 3, 3);
    let mut trainer = Trainer::new(make(), &config()).unwrap();
    let inputs = Inputs::Floats(examples.inputs.clone());
    let found = pollster::block_on(trainer.activations(&inputs).unwrap()).unwrap();
    let network = reference_network(&parameters(&mut trainer), &config())();
    let mut expected = network.forward(&examples.inputs());
    let logits = expected.pop().unwrap();
    expected.push(crate::reference::probabilities(&logits));
    for (found, expected) in found.iter().zip(&expected[1..]) {
        assert_close("activations", found, &expected.values, 1e-5);
    }
}

fn parameters_can_be_set_by_hand(make: Make) {
    let mut trainer = Trainer::new(make(), &config()).unwrap();
    let values = random(&mut Rng::with_seed(9), 10 * 7);
    trainer.set_parameters(1, &values).unwrap();
    let found = pollster::block_on(trainer.parameters(1).unwrap()).unwrap().concat();
    assert_eq!(found, values);
    assert!(trainer.set_parameters(1, &values[1..]).is_err());
    assert!(trainer.set_parameters(3, &values).is_err());
    assert!(trainer.set_parameters(1, &[f32::NAN; 70]).is_err());
}

fn a_restored_run_goes_on_as_if_nothing_had_happened(make: Make) {
    let examples = Examples::new(33, 3);
    let config = Config { shuffle: true, ..config() };
    let start = |checkpoint: Option<&Checkpoint>| {
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.add_training(&examples.dataset()).unwrap();
        if let Some(checkpoint) = checkpoint {
            trainer.restore(checkpoint).unwrap();
        }
        trainer
    };
    let mut whole = start(None);
    pollster::block_on(whole.train(8)).unwrap();
    let checkpoint = pollster::block_on(whole.checkpoint()).unwrap();
    let checkpoint = Checkpoint::from_bytes(&checkpoint.to_bytes()).unwrap();
    let mut resumed = start(Some(&checkpoint));
    let rest = pollster::block_on(whole.train(9)).unwrap();
    assert_eq!(pollster::block_on(resumed.train(9)).unwrap(), rest);
    assert_eq!(resumed.step(), 17);
}

fn examples_may_arrive_while_training_runs(make: Make) {
    let examples = Examples::new(33, 3);
    let config = Config { shuffle: true, ..config() };
    let run = |late: bool| {
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.expect_training_rows(33);
        let mut metrics = Vec::new();
        for (start, end) in [(0, 10), (10, 27), (27, 33)] {
            trainer.add_training(&examples.part(start, end)).unwrap();
            if late {
                metrics.extend(pollster::block_on(trainer.train(100)).unwrap().into_iter().take(20));
            }
        }
        let missing = 20 - metrics.len().min(20);
        metrics.extend(pollster::block_on(trainer.train(missing)).unwrap());
        metrics.truncate(20);
        metrics
    };
    assert_eq!(run(true), run(false));
}

fn a_run_that_breaks_is_seen_to_be_broken(make: Make) {
    for activation in Activation::ALL {
        let config = Config { activation, optimizer: Optimizer::Sgd, learning_rate: 1e38, ..config() };
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.add_training(&Examples::new(33, 3).dataset()).unwrap();
        let metrics = pollster::block_on(trainer.train(20)).unwrap();
        assert!(metrics.iter().any(|metrics| !metrics.loss.is_finite()), "{activation:?}: {metrics:?}");
    }
}

#[test]
fn the_cpu_repeats_a_run_bit_for_bit() {
    let run = || {
        let config = Config { shuffle: true, ..config() };
        let mut trainer = Trainer::new(Box::new(Cpu::default()), &config).unwrap();
        trainer.add_training(&Examples::new(33, 3).dataset()).unwrap();
        pollster::block_on(trainer.train(50)).unwrap();
        pollster::block_on(trainer.checkpoint()).unwrap().to_bytes()
    };
    assert_eq!(run(), run());
}

#[test]
fn a_lost_gpu_says_so_and_the_run_goes_on_elsewhere() {
    let Some(gpu) = crate::gpu() else { return };
    let context = gpu.context().clone();
    let mut trainer = Trainer::new(Box::new(gpu), &config()).unwrap();
    trainer.add_training(&Examples::new(33, 3).dataset()).unwrap();
    pollster::block_on(trainer.train(8)).unwrap();
    let checkpoint = pollster::block_on(trainer.checkpoint()).unwrap();
    let expected = pollster::block_on(trainer.train(1)).unwrap()[0].loss;
    context.destroy();
    let error = pollster::block_on(trainer.train(1)).unwrap_err();
    assert!(matches!(error, chalknet::engine::EngineError::DeviceLost(_)), "{error:?}");

    let mut trainer = Trainer::new(Box::new(Cpu::default()), &config()).unwrap();
    trainer.add_training(&Examples::new(33, 3).dataset()).unwrap();
    trainer.restore(&checkpoint).unwrap();
    let found = pollster::block_on(trainer.train(1)).unwrap()[0].loss;
    assert!((found - expected).abs() < 1e-5, "{found} is not {expected}");
}

on_each_engine!(
    twenty_steps_follow_the_reference,
    learns_and_tells_how_well,
    activations_are_those_of_every_layer,
    parameters_can_be_set_by_hand,
    a_restored_run_goes_on_as_if_nothing_had_happened,
    examples_may_arrive_while_training_runs,
    a_run_that_breaks_is_seen_to_be_broken,
);
