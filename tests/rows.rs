//! What a trainer says of examples that have not been added.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::Engine;
use chalknet::engine::cpu::Cpu;
use chalknet::engine::small::Small;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Config, Trainer, TrainerError};
use pollster::block_on;

const RATE: f32 = 0.1;

/// Dense layers, and one that looks at pictures of 4 x 4.
fn models() -> [Model; 2] {
    let relu = Activation::Relu;
    let last = Layer::Dense { units: 3, activation: Activation::Identity };
    let conv = Layer::Conv2d { filters: 2, kernel: 3, padding: Padding::Same, activation: relu };
    let layers = [conv, Layer::MaxPool { size: 2 }, Layer::Dense { units: 5, activation: relu }, last];
    [
        Model::dense(&[16, 7, 3], relu, Activation::Identity).unwrap(),
        Model::new(Input::Picture(Picture { height: 4, width: 4, channels: 1 }), &layers).unwrap(),
    ]
}

fn trainer(engine: Box<dyn Engine>, model: Model, rows: usize) -> Trainer {
    let config = Config {
        model,
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::Sgd,
        learning_rate: RATE,
        penalty: Penalty::default(),
        initializer: Initializer::GlorotUniform,
        batch: rows,
        shuffle: false,
        seed: 3,
    };
    Trainer::new(engine, &config).unwrap()
}

fn dataset(rows: usize) -> Dataset {
    let mut random = fastrand::Rng::with_seed(5);
    let inputs = (0..rows * 16).map(|_| random.u8(..)).collect();
    let labels: Vec<_> = (0..rows).map(|_| random.i64(0..3)).collect();
    Dataset::classes(Inputs::Bytes(inputs), &labels, Shape { features: 16, outputs: 3 }).unwrap()
}

fn engines() -> [Box<dyn Engine>; 2] {
    [Box::new(Cpu::default()), Box::new(Small::default())]
}

#[test]
fn rows_that_were_not_added_are_evaluated_as_if_they_were() {
    for model in models() {
        for engine in engines() {
            let data = dataset(1201);
            let mut trainer = trainer(engine, model.clone(), 7);
            trainer.add_test(&data).unwrap();
            let added = block_on(trainer.evaluate(0, 1201)).unwrap();
            let given = block_on(trainer.evaluate_rows(&data).unwrap()).unwrap();
            assert_eq!(given, added);
        }
    }
}

#[test]
fn a_step_of_gradient_descent_goes_against_the_gradients_and_reading_them_changes_nothing() {
    for model in models() {
        for engine in engines() {
            // More than are evaluated at once.
            let data = dataset(703);
            let mut trainer = trainer(engine, model.clone(), 703);
            trainer.add_training(&data).unwrap();
            let gradients = block_on(trainer.gradients(&data).unwrap()).unwrap();
            assert_eq!(block_on(trainer.gradients(&data).unwrap()).unwrap(), gradients);
            assert_eq!(gradients.len(), model.layers().len());
            for (layer, gradient) in gradients.iter().enumerate() {
                let Some([rows, cols]) = model.parameters_of(layer) else {
                    assert!(gradient.is_empty());
                    continue;
                };
                assert_eq!(gradient.len(), rows * cols);
                assert!(gradient.iter().any(|slope| slope.abs() > 1e-3));
            }
            let layers: Vec<_> =
                (0..gradients.len()).filter(|&layer| model.parameters_of(layer).is_some()).collect();
            let read =
                |trainer: &mut Trainer, layer| block_on(trainer.parameters(layer).unwrap()).unwrap().concat();
            let before: Vec<_> = layers.iter().map(|&layer| read(&mut trainer, layer)).collect();
            block_on(trainer.train(1)).unwrap();
            for (&layer, before) in layers.iter().zip(before) {
                for ((after, before), slope) in
                    read(&mut trainer, layer).iter().zip(before).zip(&gradients[layer])
                {
                    assert!((after - (before - RATE * slope)).abs() < 1e-5, "layer {layer}");
                }
            }
        }
    }
}

#[test]
fn rows_of_another_width_are_refused() {
    let [model, _] = models();
    let mut trainer = trainer(Box::new(Cpu::default()), model, 4);
    let shape = Shape { features: 8, outputs: 3 };
    let other = Dataset::classes(Inputs::Bytes(vec![0; 16]), &[0, 1], shape).unwrap();
    let refused = TrainerError::Features { found: 8, expected: 16 };
    assert_eq!(trainer.evaluate_rows(&other).err(), Some(refused.clone()));
    assert_eq!(trainer.gradients(&other).err(), Some(refused));
}
