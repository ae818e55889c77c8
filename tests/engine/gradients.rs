//! The gradients that training uses against finite differences of the loss.

use crate::reference::{Matrix, Network};
use crate::training::{Examples, parameters, reference_network, variants};
use crate::{Make, assert_close, on_each_engine};
use chalknet::activation::Activation;
use chalknet::dropout::step_seed;
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::trainer::{Config, Trainer};

/// Large enough for `f64`, and so small that no ReLU comes upon its kink.
const DIFFERENCE: f64 = 1e-7;

/// A step of plain gradient descent with learning rate 1 subtracts the gradient itself; weights near
/// 1 are exact to 1e-7.
const TOLERANCE: f64 = 2e-6;

fn gradients_match_finite_differences(make: Make) {
    for activation in Activation::ALL {
        for variant in variants(activation) {
            // The reference's loss does not count the weights themselves.
            let config = Config {
                optimizer: Optimizer::Sgd,
                learning_rate: 1.0,
                penalty: Penalty::NONE,
                batch: 9,
                ..variant
            };
            let examples = Examples::new(9, &config.model);
            let mut trainer = Trainer::new(make(), &config).unwrap();
            trainer.add_training(&examples.dataset()).unwrap();
            let before = parameters(&mut trainer);
            pollster::block_on(trainer.train(1)).unwrap();
            let after = parameters(&mut trainer);

            let network = reference_network(&before, &config);
            for (layer, (before, after)) in before.iter().zip(&after).enumerate() {
                let found: Vec<f32> = before
                    .values
                    .iter()
                    .zip(&after.values)
                    .map(|(before, after)| (before - after) as f32)
                    .collect();
                let expected = finite_differences(network(), layer, &examples, step_seed(config.seed, 1));
                let name = format!("{:?}, layer {layer} of {:?}", config.loss, config.model.layers());
                assert_close(&name, &found, &expected, TOLERANCE);
            }
        }
    }
}

fn finite_differences(mut network: Network, layer: usize, examples: &Examples, seed: u32) -> Vec<f64> {
    let (input, target): (Matrix, Matrix) = (examples.inputs(), examples.targets());
    let count = network.parameters[layer].values.len();
    let mut loss_with = |place: usize, change: f64| {
        network.parameters[layer].values[place] += change;
        let loss = network.mean_loss_in(&input, &target, Some(seed));
        network.parameters[layer].values[place] -= change;
        loss
    };
    (0..count)
        .map(|place| (loss_with(place, DIFFERENCE) - loss_with(place, -DIFFERENCE)) / (2.0 * DIFFERENCE))
        .collect()
}

on_each_engine!(gradients_match_finite_differences);
