//! Where there is no memory left, each call says so, and the trainer is as it was.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use cap::Cap;
use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::cpu::Cpu;
use chalknet::engine::small::Small;
use chalknet::engine::{Engine, EngineError};
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Input, Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Checkpoint, Config, Snapshot, Trainer, TrainerError};
use pollster::block_on;
use std::alloc::System;
use std::fmt::Debug;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// More than all that is small, and less than anything that is as large as the rows or the weights.
const LITTLE: usize = 1 << 20;

/// Pictures of which 500 are 6 MB, and from which as much is made.
const SIDE: usize = 55;

const SHAPE: Shape = Shape { features: SIDE * SIDE, outputs: 3 };

fn config() -> Config {
    let activation = Activation::Relu;
    let layers = [
        Layer::MaxPool { size: 1 },
        // With a kernel as large as the picture, for its weights are to be many.
        Layer::Conv2d { filters: 200, kernel: SIDE, padding: Padding::Valid, activation },
        Layer::Dense { units: 3, activation: Activation::Identity },
    ];
    let input = Input::Picture(Picture { height: SIDE, width: SIDE, channels: 1 });
    Config {
        model: Model::new(input, &layers).unwrap(),
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::ADAM,
        learning_rate: 0.01,
        penalty: Penalty::default(),
        initializer: Initializer::GlorotUniform,
        batch: 2,
        shuffle: true,
        seed: 3,
    }
}

fn dataset(rows: usize) -> Dataset {
    let inputs = (0..rows * SHAPE.features).map(|at| (at * 7919 % 251) as u8).collect();
    let labels: Vec<_> = (0..rows as i64).map(|row| row % 3).collect();
    Dataset::classes(Inputs::Bytes(inputs), &labels, SHAPE).unwrap()
}

/// With only so much memory left.
fn within<T>(bytes: usize, call: impl FnOnce() -> T) -> T {
    MEMORY.set_limit(MEMORY.allocated() + bytes).unwrap();
    let result = call();
    MEMORY.set_limit(usize::MAX).unwrap();
    result
}

/// What a call gives where there is memory; it must have said so where there was not.
fn refused<T: Debug>(name: &str, mut call: impl FnMut() -> Result<T, TrainerError>) -> T {
    let error = within(LITTLE, &mut call).unwrap_err();
    assert!(matches!(error, TrainerError::Engine(EngineError::OutOfMemory(_))), "{name}: {error}");
    call().unwrap()
}

#[test]
fn every_call_that_wants_memory_is_refused_where_there_is_none_and_is_done_later_as_if_nothing_had_been() {
    let engines: [fn() -> Box<dyn Engine>; 2] = [|| Box::new(Cpu::default()), || Box::new(Small::default())];
    for engine in engines {
        let new = || Trainer::new(engine(), &config());
        let mut calm = new().unwrap();
        let error = within(LITTLE, || new().err());
        assert!(matches!(error, Some(TrainerError::Engine(EngineError::OutOfMemory(_)))), "{error:?}");

        let mut trainer = new().unwrap();
        let (learnt, rows) = (dataset(4), dataset(501));
        let all = |trainer: &mut Trainer| block_on(trainer.train(3));
        // The room that steps want is made before them.
        trainer.add_training(&learnt).unwrap();
        calm.add_training(&learnt).unwrap();
        assert_eq!(within(LITTLE, || all(&mut trainer)), all(&mut calm));
        assert_eq!(trainer.step(), 3);

        refused("add_training", || trainer.add_training(&rows));
        refused("add_test", || trainer.add_test(&rows));
        calm.add_training(&rows).unwrap();
        calm.add_test(&rows).unwrap();
        let inputs = rows.inputs();
        let engine_refused = TrainerError::from;
        assert_eq!(
            refused("predict", || block_on(trainer.predict(inputs)?).map_err(engine_refused)),
            block_on(calm.predict(inputs).unwrap()).unwrap()
        );
        assert_eq!(
            refused("activations", || block_on(trainer.activations(inputs)?).map_err(engine_refused)),
            block_on(calm.activations(inputs).unwrap()).unwrap()
        );
        assert_eq!(
            refused("evaluate_rows", || block_on(trainer.evaluate_rows(&rows)?).map_err(engine_refused)),
            block_on(calm.evaluate_rows(&rows).unwrap()).unwrap()
        );
        assert_eq!(
            refused("gradients", || block_on(trainer.gradients(&learnt)?).map_err(engine_refused)),
            block_on(calm.gradients(&learnt).unwrap()).unwrap()
        );
        let checkpoint = refused("checkpoint", || block_on(trainer.checkpoint()).map_err(engine_refused));
        let bytes = checkpoint.to_bytes().unwrap();
        assert!(within(LITTLE, || checkpoint.to_bytes()).is_err());
        assert!(within(LITTLE, || Checkpoint::from_bytes(&bytes)).is_err());
        trainer.restore(&Checkpoint::from_bytes(&bytes).unwrap()).unwrap();
        assert_eq!(within(LITTLE, || all(&mut trainer)), all(&mut calm));

        let snapshot = refused("snapshot", || block_on(trainer.snapshot()).map_err(engine_refused));
        assert!(within(LITTLE, || snapshot.to_safetensors()).is_err());
        assert!(within(LITTLE, || snapshot.to_onnx()).is_err());
        let file = snapshot.to_safetensors().unwrap();
        // With room for the kernel as ONNX has it, but not for the file beside it.
        assert!(within(file.len() + LITTLE, || snapshot.to_onnx()).is_err());
        assert!(within(LITTLE, || Snapshot::from_safetensors(&file)).is_err());
    }
}
