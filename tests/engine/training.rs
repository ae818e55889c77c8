//! Whole training runs on each engine.

use crate::reference::{Matrix, Network};
use crate::{Make, assert_close, on_each_engine, random};
use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::dropout::step_seed;
use chalknet::engine::cpu::Cpu;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Checkpoint, Config, EVALUATION_ROWS, StepMetrics, Trainer, TrainerError};
use fastrand::Rng;

/// The losses, for many outputs and for one, after each kind of output, with and without weights drawn to
/// zero; and networks that look at pictures.
pub fn variants(hidden: Activation) -> [Config; 8] {
    let with = |loss, outputs, output, l1, l2| {
        let model = Model::dense(&[5, 9, 7, outputs], hidden, output).unwrap();
        Config { loss, penalty: Penalty { l1, l2 }, model, ..config() }
    };
    [
        with(Loss::CrossEntropy, 3, Activation::Identity, 0.0, 0.0),
        with(Loss::SquaredError, 3, Activation::Sigmoid, 0.0, 0.1),
        with(Loss::CrossEntropy, 1, Activation::Identity, 0.01, 0.1),
        with(Loss::SquaredError, 1, Activation::Tanh, 0.0, 0.0),
        with(Loss::SquaredError, 1, Activation::Identity, 0.01, 0.0),
        with(Loss::AbsoluteError, 3, Activation::Identity, 0.0, 0.0),
        Config { model: pictures(hidden), ..config() },
        Config {
            model: small_pictures(hidden),
            loss: Loss::SquaredError,
            penalty: Penalty { l1: 0.01, l2: 0.1 },
            ..config()
        },
    ]
}

/// All kinds of layers, each followed by another.
pub fn pictures(activation: Activation) -> Model {
    let input = Input::Picture(Picture { height: 7, width: 6, channels: 2 });
    let layers = [
        Layer::Conv2d { filters: 5, kernel: 3, padding: Padding::Same, activation },
        Layer::Dropout { rate: 0.25 },
        Layer::Conv2d { filters: 3, kernel: 2, padding: Padding::Valid, activation },
        Layer::MaxPool { size: 2 },
        Layer::Dense { units: 4, activation },
        Layer::Dropout { rate: 0.5 },
        Layer::Dense { units: 3, activation: Activation::Identity },
    ];
    Model::new(input, &layers).unwrap()
}

/// A pool first, and a convolution last.
fn small_pictures(activation: Activation) -> Model {
    let input = Input::Picture(Picture { height: 5, width: 4, channels: 1 });
    let layers = [
        Layer::MaxPool { size: 2 },
        Layer::Conv2d { filters: 4, kernel: 2, padding: Padding::Same, activation },
        Layer::Conv2d { filters: 3, kernel: 2, padding: Padding::Valid, activation: Activation::Sigmoid },
    ];
    Model::new(input, &layers).unwrap()
}

/// Dense layers that give logits.
pub fn dense(sizes: &[usize]) -> Model {
    Model::dense(sizes, Activation::Tanh, Activation::Identity).unwrap()
}

/// A small network that nevertheless fills no tile.
pub fn config() -> Config {
    Config {
        model: dense(&[5, 9, 7, 3]),
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
    shape: Shape,
}

impl Examples {
    /// So many that fit a network.
    pub fn new(rows: usize, model: &Model) -> Self {
        let shape = Shape { features: model.inputs(), outputs: model.outputs() };
        let inputs = random(&mut Rng::with_seed(8), rows * shape.features);
        let class =
            |row: &[f32]| (0..shape.outputs.max(2)).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap() as u8;
        let labels = inputs.chunks(shape.features).map(class).collect();
        Self { inputs, labels, shape }
    }

    pub fn dataset(&self) -> Dataset {
        self.part(0, self.labels.len())
    }

    pub fn part(&self, start: usize, end: usize) -> Dataset {
        let inputs = &self.inputs[start * self.shape.features..end * self.shape.features];
        Dataset::classes(Inputs::Floats(inputs.to_vec()), &self.labels[start..end], self.shape).unwrap()
    }

    pub fn inputs(&self) -> Matrix {
        Matrix::new(self.labels.len(), self.shape.features, &self.inputs)
    }

    pub fn targets(&self) -> Matrix {
        Matrix::new(self.labels.len(), self.shape.outputs, self.dataset().targets())
    }
}

/// Every layer's parameters as they are now; nothing where it has none.
pub fn parameters(trainer: &mut Trainer) -> Vec<Matrix> {
    let model = trainer.model().clone();
    let read = |layer| {
        let Some([rows, cols]) = model.parameters_of(layer) else { return Matrix::new(0, 0, &[]) };
        let values = pollster::block_on(trainer.parameters(layer).unwrap()).unwrap().concat();
        Matrix::new(rows, cols, &values)
    };
    (0..model.layers().len()).map(read).collect()
}

/// Makes the same network in the reference.
pub fn reference_network(parameters: &[Matrix], config: &Config) -> impl Fn() -> Network {
    move || Network::new(config.model.clone(), parameters.to_vec(), config.loss, config.penalty)
}

fn twenty_steps_follow_the_reference(make: Make) {
    // 33 examples make five batches of six and one of three.
    for variant in variants(Activation::Tanh) {
        let examples = Examples::new(33, &variant.model);
        for optimizer in Optimizer::ALL {
            let config = Config { optimizer, ..variant.clone() };
            let mut trainer = Trainer::new(make(), &config).unwrap();
            trainer.add_training(&examples.dataset()).unwrap();
            let mut network = reference_network(&parameters(&mut trainer), &config)();
            let expected = reference_steps(&mut network, &config, &examples, 0..20);
            // In submissions of different lengths.
            let mut found = Vec::new();
            for steps in [1, 7, 12] {
                found.extend(pollster::block_on(trainer.train(steps)).unwrap());
            }
            assert_same_run(&config, &found, &expected, &mut trainer, &network);
            let rows: Vec<usize> = found.iter().map(|metrics| metrics.rows).collect();
            assert_eq!(rows[..7], [6, 6, 6, 6, 6, 3, 6]);
        }
    }
}

/// The losses of these steps of the reference, over batches of six in order.
fn reference_steps(
    network: &mut Network,
    config: &Config,
    examples: &Examples,
    steps: std::ops::Range<usize>,
) -> Vec<f64> {
    let (inputs, targets) = (examples.inputs(), examples.targets());
    let step = |step: usize| {
        let start = step % inputs.rows.div_ceil(6) * 6;
        let end = (start + 6).min(inputs.rows);
        let rows = |from: &Matrix| Matrix::make(end - start, from.cols, |r, c| from.at(start + r, c));
        let rate = f64::from(config.learning_rate);
        let seed = step_seed(config.seed, step as u64 + 1);
        network.step(&rows(&inputs), &rows(&targets), config.optimizer, rate, seed)
    };
    steps.map(step).collect()
}

fn assert_same_run(
    config: &Config,
    found: &[StepMetrics],
    expected: &[f64],
    trainer: &mut Trainer,
    network: &Network,
) {
    let name = format!("{:?}, {:?} of {:?}", config.optimizer, config.loss, config.model.layers());
    let losses: Vec<f32> = found.iter().map(|metrics| metrics.loss).collect();
    assert_close(&name, &losses, expected, 1e-5);
    for (found, expected) in parameters(trainer).iter().zip(&network.parameters) {
        let found: Vec<f32> = found.values.iter().map(|&value| value as f32).collect();
        // Adam and RMSprop divide by gradients, and so make more of a small one's error.
        assert_close(&name, &found, &expected.values, 2e-4);
    }
}

fn a_frozen_layer_stays_as_it_is_until_it_may_learn_again(make: Make) {
    for optimizer in [Optimizer::Sgd, Optimizer::ADAM] {
        let config = Config { model: pictures(Activation::Tanh), optimizer, ..config() };
        let examples = Examples::new(33, &config.model);
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.add_training(&examples.dataset()).unwrap();
        let mut network = reference_network(&parameters(&mut trainer), &config)();
        let (mut found, mut expected) = (Vec::new(), Vec::new());
        // All, only the last, all but one in the middle, none, and all again.
        let phases: [&[usize]; 5] = [&[], &[0, 2, 4], &[2], &[0, 2, 4, 6], &[]];
        for (phase, frozen) in phases.into_iter().enumerate() {
            for layer in [0, 2, 4, 6] {
                let learns = !frozen.contains(&layer);
                trainer.set_trainable(layer, learns).unwrap();
                network.learning[layer] = learns;
            }
            expected.extend(reference_steps(&mut network, &config, &examples, 4 * phase..4 * phase + 4));
            found.extend(pollster::block_on(trainer.train(4)).unwrap());
        }
        assert_same_run(&config, &found, &expected, &mut trainer, &network);
        assert!(trainer.set_trainable(3, false).is_err(), "a pool has nothing to learn");
        assert!(trainer.set_trainable(7, false).is_err(), "there is no such layer");
    }
}

fn nothing_is_left_out_when_a_network_answers(make: Make) {
    let config = Config { model: pictures(Activation::Relu), ..config() };
    let examples = Examples::new(20, &config.model);
    let mut trainer = Trainer::new(make(), &config).unwrap();
    trainer.add_test(&examples.dataset()).unwrap();
    let network = reference_network(&parameters(&mut trainer), &config)();
    let expected = network.forward(&examples.inputs(), None);
    let inputs = Inputs::Floats(examples.inputs.clone());
    let found = pollster::block_on(trainer.activations(&inputs).unwrap()).unwrap();
    for (found, expected) in found.iter().zip(&expected[1..]).take(6) {
        assert_close("activations", found, &expected.values, 1e-5);
    }
    let mean = network.mean_loss(&examples.inputs(), &examples.targets());
    let evaluation = pollster::block_on(trainer.evaluate(0, 20)).unwrap();
    assert!((evaluation.loss_sum / 20.0 - mean).abs() < 1e-4, "{} is not {mean}", evaluation.loss_sum / 20.0);
}

fn learns_and_tells_how_well(make: Make) {
    let config = Config { shuffle: true, batch: 32, ..config() };
    let (training, test) = (Examples::new(600, &config.model), Examples::new(700, &config.model));
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
    let examples = Examples::new(EVALUATION_ROWS + 3, &config().model);
    let mut trainer = Trainer::new(make(), &config()).unwrap();
    let inputs = Inputs::Floats(examples.inputs.clone());
    let found = pollster::block_on(trainer.activations(&inputs).unwrap()).unwrap();
    let network = reference_network(&parameters(&mut trainer), &config())();
    let mut expected = network.forward(&examples.inputs(), None);
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
    let examples = Examples::new(33, &config().model);
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
    let checkpoint = Checkpoint::from_bytes(&checkpoint.to_bytes().unwrap()).unwrap();
    let mut resumed = start(Some(&checkpoint));
    let rest = pollster::block_on(whole.train(9)).unwrap();
    assert_eq!(pollster::block_on(resumed.train(9)).unwrap(), rest);
    assert_eq!(resumed.step(), 17);
}

fn examples_may_arrive_while_training_runs(make: Make) {
    let examples = Examples::new(33, &config().model);
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

fn examples_that_mean_nothing_are_refused_also_where_there_are_some_already(make: Make) {
    let mut trainer = Trainer::new(make(), &config()).unwrap();
    let shape = Shape { features: 5, outputs: 3 };
    let row =
        |targets: [f32; 3]| Dataset::new(Inputs::Floats(vec![0.0; 5]), targets.to_vec(), shape).unwrap();
    let narrow = Dataset::classes(Inputs::Floats(vec![0.0; 4]), &[0_u8], Shape { features: 4, outputs: 3 });
    let narrow = narrow.unwrap();
    for _ in 0..2 {
        for wrong in [[2.0, -1.0, 0.0], [0.5, 0.5, 0.5], [0.0; 3]] {
            let refused = Err(TrainerError::Targets { row: 0 });
            assert_eq!(trainer.add_training(&row(wrong)), refused);
            assert_eq!(trainer.add_test(&row(wrong)), refused);
        }
        let refused = Err(TrainerError::Features { found: 4, expected: 5 });
        assert_eq!(trainer.add_training(&narrow), refused);
        assert_eq!(trainer.add_test(&narrow), refused);
        assert_eq!(trainer.predict(&Inputs::Floats(vec![f32::NAN; 5])).err(), Some(TrainerError::NotFinite));
        trainer.add_training(&row([0.2, 0.3, 0.5])).unwrap();
        trainer.add_test(&row([1.0 / 3.0; 3])).unwrap();
    }
    assert_eq!((trainer.order().arrived(), trainer.test_rows()), (2, 2));
}

fn a_run_that_breaks_is_seen_to_be_broken(make: Make) {
    for activation in Activation::ALL {
        let model = Model::dense(&[5, 9, 7, 3], activation, Activation::Identity).unwrap();
        let config = Config { model, optimizer: Optimizer::Sgd, learning_rate: 1e38, ..config() };
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.add_training(&Examples::new(33, &config.model).dataset()).unwrap();
        let metrics = pollster::block_on(trainer.train(20)).unwrap();
        assert!(metrics.iter().any(|metrics| !metrics.loss.is_finite()), "{activation:?}: {metrics:?}");
    }
}

#[test]
fn the_cpu_repeats_a_run_bit_for_bit() {
    let run = || {
        let config = Config { shuffle: true, ..config() };
        let mut trainer = Trainer::new(Box::new(Cpu::default()), &config).unwrap();
        trainer.add_training(&Examples::new(33, &config.model).dataset()).unwrap();
        pollster::block_on(trainer.train(50)).unwrap();
        pollster::block_on(trainer.checkpoint()).unwrap().to_bytes().unwrap()
    };
    assert_eq!(run(), run());
}

#[test]
fn a_lost_gpu_says_so_and_the_run_goes_on_elsewhere() {
    let Some(gpu) = crate::gpu() else { return };
    let context = gpu.context().clone();
    let mut trainer = Trainer::new(Box::new(gpu), &config()).unwrap();
    trainer.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    pollster::block_on(trainer.train(8)).unwrap();
    let checkpoint = pollster::block_on(trainer.checkpoint()).unwrap();
    let expected = pollster::block_on(trainer.train(1)).unwrap()[0].loss;
    context.destroy();
    let error = pollster::block_on(trainer.train(1)).unwrap_err();
    assert!(matches!(error, chalknet::engine::EngineError::DeviceLost(_)), "{error:?}");

    let mut trainer = Trainer::new(Box::new(Cpu::default()), &config()).unwrap();
    trainer.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    trainer.restore(&checkpoint).unwrap();
    let found = pollster::block_on(trainer.train(1)).unwrap()[0].loss;
    assert!((found - expected).abs() < 1e-5, "{found} is not {expected}");
}

on_each_engine!(
    twenty_steps_follow_the_reference,
    a_frozen_layer_stays_as_it_is_until_it_may_learn_again,
    nothing_is_left_out_when_a_network_answers,
    learns_and_tells_how_well,
    activations_are_those_of_every_layer,
    parameters_can_be_set_by_hand,
    a_restored_run_goes_on_as_if_nothing_had_happened,
    examples_may_arrive_while_training_runs,
    examples_that_mean_nothing_are_refused_also_where_there_are_some_already,
    a_run_that_breaks_is_seen_to_be_broken,
);
