//! Networks of all kinds, drawn at random.

use chalknet::activation::Activation;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Config, Snapshot};
use proptest::prelude::*;
use proptest::sample::select;

fn input() -> impl Strategy<Value = Input> {
    let picture = (1..8_usize, 1..8_usize, 1..4_usize);
    let picture = picture.prop_map(|(height, width, channels)| Picture { height, width, channels });
    prop_oneof![(1..8_usize).prop_map(Input::Numbers), picture.prop_map(Input::Picture)]
}

fn layer() -> impl Strategy<Value = Layer> {
    let dense = (1..6_usize, select(&Activation::ALL));
    let conv2d = (1..5_usize, 1..4_usize, select(&Padding::ALL), select(&Activation::ALL));
    prop_oneof![
        dense.prop_map(|(units, activation)| Layer::Dense { units, activation }),
        conv2d.prop_map(|(filters, kernel, padding, activation)| {
            Layer::Conv2d { filters, kernel, padding, activation }
        }),
        (1..4_usize).prop_map(|size| Layer::MaxPool { size }),
        (0.0..1.0_f32).prop_map(|rate| Layer::Dropout { rate }),
    ]
}

/// Those that can follow each other of some that are drawn, and one that has units.
fn model(with_activation: bool) -> impl Strategy<Value = Model> {
    let last = if with_activation { select(&Activation::ALL[..]) } else { select(&Activation::ALL[..1]) };
    (input(), prop::collection::vec(layer(), 0..6), 1..5_usize, last).prop_map(
        |(input, drawn, units, activation)| {
            let last = Layer::Dense { units, activation };
            let mut layers = Vec::new();
            for layer in drawn {
                layers.push(layer);
                if Model::new(input, &[&layers[..], &[last]].concat()).is_err() {
                    layers.pop();
                }
            }
            // A convolution may be the last one, too.
            let ends_in_picture = matches!(layers.last(), Some(Layer::Conv2d { activation: of_last, .. })
                if *of_last == activation);
            if !ends_in_picture {
                layers.push(last);
            }
            Model::new(input, &layers).unwrap()
        },
    )
}

fn config() -> impl Strategy<Value = Config> {
    let network = select(&Loss::ALL).prop_flat_map(|loss| (Just(loss), model(loss != Loss::CrossEntropy)));
    let rates = prop::array::uniform3(prop_oneof![0.0..1.0_f32, Just(0.001), Just(1e-30), Just(f32::MAX)]);
    let rest = (1..70_usize, any::<bool>(), any::<u64>());
    (network, select(&Optimizer::ALL), select(&Initializer::ALL), rates, rest).prop_map(
        |((loss, model), optimizer, initializer, [learning_rate, l1, l2], (batch, shuffle, seed))| Config {
            model,
            loss,
            optimizer,
            learning_rate,
            penalty: Penalty { l1, l2 },
            initializer,
            batch,
            shuffle,
            seed,
        },
    )
}

/// Weights as small and as large as there are.
pub fn snapshot() -> impl Strategy<Value = Snapshot> {
    (config(), any::<u64>()).prop_map(|(config, seed)| {
        let mut rng = fastrand::Rng::with_seed(seed);
        let mut parameters = Vec::new();
        let mut frozen = Vec::new();
        for layer in 0..config.model.layers().len() {
            let [rows, cols] = config.model.parameters_of(layer).unwrap_or_default();
            if rows > 0 && rng.bool() {
                frozen.push(layer);
            }
            let rare = [-0.0, f32::MIN_POSITIVE / 2.0, f32::MAX, f32::MIN];
            let mut draw = || match rng.usize(..20) {
                which @ 0..4 => rare[which],
                _ => 2.0 * rng.f32() - 1.0,
            };
            parameters.push((0..rows * cols).map(|_| draw()).collect());
        }
        Snapshot { config, frozen, parameters }
    })
}

/// One with all kinds of layers.
pub fn pictures() -> Snapshot {
    of(&[
        Layer::Conv2d { filters: 2, kernel: 2, padding: Padding::Same, activation: Activation::Relu },
        Layer::MaxPool { size: 2 },
        Layer::Dropout { rate: 0.25 },
        Layer::Dense { units: 3, activation: Activation::Tanh },
        Layer::Dense { units: 2, activation: Activation::Identity },
    ])
}

/// One that is read in no time.
pub fn small() -> Snapshot {
    of(&[
        Layer::Conv2d { filters: 2, kernel: 2, padding: Padding::Valid, activation: Activation::Sigmoid },
        Layer::MaxPool { size: 2 },
        Layer::Dense { units: 2, activation: Activation::Identity },
    ])
}

/// The last layer but one that can learn is not to.
fn of(layers: &[Layer]) -> Snapshot {
    let picture = Picture { height: 4, width: 3, channels: 1 };
    let config = Config {
        model: Model::new(Input::Picture(picture), layers).unwrap(),
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::ADAM,
        learning_rate: 0.01,
        penalty: Penalty::NONE,
        initializer: Initializer::HeUniform,
        batch: 4,
        shuffle: true,
        seed: 7,
    };
    let mut parameters = config.model.initial_weights(config.initializer, config.seed).unwrap();
    for (layer, values) in parameters.iter_mut().enumerate() {
        let [rows, cols] = config.model.parameters_of(layer).unwrap_or_default();
        values.resize(rows * cols, 0.5);
    }
    let can_learn = |layer: &usize| config.model.parameters_of(*layer).is_some();
    let frozen = (0..layers.len()).rev().filter(can_learn).nth(1);
    Snapshot { frozen: frozen.into_iter().collect(), config, parameters }
}
