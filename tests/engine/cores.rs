//! A step that is divided among cores.

use crate::training::{Examples, config};
use chalknet::activation::Activation;
use chalknet::engine::cpu::Cpu;
use chalknet::model::{Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Config, StepMetrics, Trainer};
use chalknet_pool::Pool;

/// Layers large enough to be divided, and of sizes that neither tiles nor parts divide.
fn models() -> [Model; 2] {
    let activation = Activation::Relu;
    let dense = Model::dense(&[175, 131, 83, 10], activation, Activation::Identity).unwrap();
    let input = Input::Picture(Picture { height: 13, width: 11, channels: 3 });
    let layers = [
        Layer::Conv2d { filters: 10, kernel: 3, padding: Padding::Same, activation },
        Layer::Dropout { rate: 0.25 },
        Layer::MaxPool { size: 2 },
        Layer::Conv2d { filters: 17, kernel: 2, padding: Padding::Valid, activation },
        Layer::Dense { units: 43, activation: Activation::Tanh },
        Layer::Dense { units: 10, activation: Activation::Identity },
    ];
    [dense, Model::new(input, &layers).unwrap()]
}

/// What a run comes to: all that is kept of it, the metrics of its steps and of an evaluation.
fn run(config: &Config, pool: Pool) -> (Vec<u8>, Vec<StepMetrics>, String) {
    let mut trainer = Trainer::new(Box::new(Cpu::on(pool)), config).unwrap();
    let examples = Examples::new(150, &config.model).dataset();
    trainer.add_training(&examples).unwrap();
    trainer.add_test(&examples).unwrap();
    let metrics = pollster::block_on(trainer.train(9)).unwrap();
    let evaluation = pollster::block_on(trainer.evaluate(0, 150)).unwrap();
    let checkpoint = pollster::block_on(trainer.checkpoint()).unwrap();
    (checkpoint.to_bytes().unwrap(), metrics, format!("{evaluation:?}"))
}

#[test]
fn a_run_is_the_same_bit_for_bit_on_however_many_cores() {
    let pools = [1, 2, 3, 4, 8, 40].map(Pool::new);
    for model in models() {
        for (optimizer, penalty) in [
            (Optimizer::Sgd, Penalty::NONE),
            (Optimizer::Momentum { momentum: 0.9 }, Penalty { l1: 0.001, l2: 0.01 }),
            (Optimizer::ADAM, Penalty::NONE),
        ] {
            // The last batch of an epoch is shorter.
            let config =
                Config { model: model.clone(), optimizer, penalty, batch: 61, shuffle: true, ..config() };
            let alone = run(&config, Pool::default());
            for pool in pools {
                assert!(
                    run(&config, pool) == alone,
                    "{optimizer:?} on {} threads: another run",
                    pool.threads()
                );
            }
        }
    }
}
