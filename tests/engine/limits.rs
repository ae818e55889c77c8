//! What is too large is refused before anything is done, and everything is as it was.

use crate::training::{Examples, config, dense};
use crate::{Make, on_each_engine};
use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::gpu::Gpu;
use chalknet::engine::{EngineError, Format, Op, Step, Values};
use chalknet::model::{Input, Layer, MAX_UNITS, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Padding, Picture};
use chalknet::trainer::{Config, MAX_BATCH, MAX_EXAMPLES, Trainer, TrainerError};
use pollster::block_on;

fn networks_beyond_all_bounds_are_refused(make: Make) {
    for sizes in [vec![30_000, 30_000], vec![65_536, 65_536, 1], vec![MAX_UNITS, MAX_UNITS]] {
        let error = Trainer::new(make(), &Config { model: dense(&sizes), ..config() }).err().unwrap();
        assert!(matches!(error, TrainerError::Size { .. }), "{error}");
    }
    // Of which 2^26 x 64 numbers are 2^32 and so none at 32 bits.
    for batch in [0, MAX_BATCH + 1, 1 << 26, usize::MAX] {
        let error =
            Trainer::new(make(), &Config { model: dense(&[64, 64]), batch, ..config() }).err().unwrap();
        assert_eq!(error, TrainerError::Batch);
    }
    let error = Trainer::new(make(), &Config { model: dense(&[64, 64]), batch: MAX_BATCH, ..config() })
        .err()
        .unwrap();
    assert!(matches!(error, TrainerError::Size { .. }), "{error}");
}

fn a_network_of_pictures_beyond_all_bounds_is_refused(make: Make) {
    let layers = [
        Layer::Conv2d { filters: 16, kernel: 3, padding: Padding::Same, activation: Activation::Relu },
        Layer::Dense { units: 2, activation: Activation::Identity },
    ];
    let model = |side| {
        Model::new(Input::Picture(Picture { height: side, width: side, channels: 1 }), &layers).unwrap()
    };
    let error = Trainer::new(make(), &Config { model: model(1000), batch: 64, ..config() }).err().unwrap();
    assert!(matches!(error, TrainerError::Size { .. }), "{error}");
    // Large pictures are answered a few at a time.
    let mut trainer = Trainer::new(make(), &Config { model: model(200), batch: 2, ..config() }).unwrap();
    let inputs = Inputs::Bytes(vec![100; 9 * 200 * 200]);
    assert_eq!(block_on(trainer.predict(&inputs).unwrap()).unwrap().len(), 18);
}

fn tensors_and_tables_beyond_all_bounds_are_refused(make: Make) {
    let engine = &mut *make();
    // The products wrap at 32 bits, at 64, and are beyond any memory.
    for (rows, cols) in [(1 << 32, 1 << 32), (usize::MAX, 1), (usize::MAX, usize::MAX), (1 << 30, 1 << 30)] {
        assert!(matches!(engine.tensor(rows, cols), Err(EngineError::OutOfMemory(_))), "{rows} x {cols}");
        for format in [Format::Bytes, Format::Floats] {
            let error = engine.table(rows, cols, cols, format).unwrap_err();
            assert!(matches!(error, EngineError::OutOfMemory(_)), "{rows} x {cols}: {error}");
        }
    }
    // It still does its work.
    let tensor = engine.tensor(1, 2).unwrap();
    engine.write(tensor, &[1.0, 2.0]);
    assert_eq!(block_on(engine.read(&[(tensor, 1)])).unwrap(), [[1.0, 2.0]]);
}

fn more_examples_may_be_expected_than_there_is_room_for(make: Make) {
    let mut trainer = Trainer::new(make(), &config()).unwrap();
    trainer.expect_training_rows(usize::MAX);
    trainer.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    trainer.expect_training_rows(33);
    assert_eq!(block_on(trainer.train(6)).unwrap().len(), 6);
}

fn one_call_goes_through_a_bounded_number_of_examples(make: Make) {
    // A batch of 16,384 that is all there is would go through 16 million in 1,024 steps.
    let rows = 1 << 14;
    let config = Config { model: dense(&[1, 1]), batch: rows, ..config() };
    let mut trainer = Trainer::new(make(), &config).unwrap();
    let inputs = Inputs::Bytes(vec![1; rows]);
    let shape = Shape { features: 1, outputs: 1 };
    trainer.add_training(&Dataset::classes(inputs, &vec![1_u8; rows], shape).unwrap()).unwrap();
    assert_eq!(block_on(trainer.train(1024)).unwrap().len(), MAX_EXAMPLES / rows);
}

fn many_rows_of_an_odd_width_stay_as_they_are(make: Make) {
    // A GPU moves them apart, some at a time.
    let (rows, cols) = (1000, 785);
    let engine = &mut *make();
    let bytes: Vec<u8> = (0..rows * cols).map(|at| (at * 7919 % 251) as u8).collect();
    let floats: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect();
    let (input, target) = (engine.tensor(rows, cols).unwrap(), engine.tensor(rows, 1).unwrap());
    engine.write(input, &floats);
    assert!(block_on(engine.read(&[(input, rows)])).unwrap()[0] == floats);
    let order: Vec<_> = (0..2 * rows as u32).rev().collect();
    for (format, values) in
        [(Format::Bytes, Values::Bytes(&bytes)), (Format::Floats, Values::Floats(&floats))]
    {
        let table = engine.table(0, cols, 1, format).unwrap();
        engine.append(table, values, &vec![1.0; rows]).unwrap();
        engine.append(table, values, &vec![1.0; rows]).unwrap();
        let program = engine.program(&[Op::Gather { table, input, target }]).unwrap();
        for first in [0, rows] {
            engine.run(program, &order, &[Step { first, rows, rate: 0.0, seed: 0 }]).unwrap();
            let found = block_on(engine.read(&[(input, rows)])).unwrap().concat();
            let expected = floats.chunks_exact(cols).rev().flatten();
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{format:?} from {first}");
        }
    }
}

on_each_engine!(
    many_rows_of_an_odd_width_stay_as_they_are,
    networks_beyond_all_bounds_are_refused,
    a_network_of_pictures_beyond_all_bounds_is_refused,
    tensors_and_tables_beyond_all_bounds_are_refused,
    more_examples_may_be_expected_than_there_is_room_for,
    one_call_goes_through_a_bounded_number_of_examples,
);

#[test]
fn a_batch_of_more_workgroups_than_the_gpu_allows_is_refused_and_others_go_on() {
    let Some(gpu) = crate::gpu() else { return };
    let context = gpu.context().clone();
    let mut other = Trainer::new(Box::new(gpu), &config()).unwrap();
    other.add_training(&Examples::new(33, &config().model).dataset()).unwrap();

    let rows = 140_000;
    let config = Config { model: dense(&[1, 1]), batch: rows, ..config() };
    let mut trainer = Trainer::new(Box::new(Gpu::new(&context)), &config).unwrap();
    let inputs = Inputs::Bytes(vec![1; rows]);
    let shape = Shape { features: 1, outputs: 1 };
    let dataset = Dataset::classes(inputs, &vec![1_u8; rows], shape).unwrap();
    let error = trainer.add_training(&dataset).unwrap_err();
    assert!(matches!(error, TrainerError::Engine(EngineError::OutOfMemory(_))), "{error}");
    assert_eq!(block_on(trainer.train(1)), Ok(Vec::new()));
    assert_eq!(block_on(other.train(3)).unwrap().len(), 3);
}

#[test]
fn other_sizes_strengths_and_rates_need_no_further_pipelines() {
    let Some(gpu) = crate::gpu() else { return };
    let context = gpu.context();
    let pipelines_after = |config: &Config| {
        let mut trainer = Trainer::new(Box::new(Gpu::new(context)), config).unwrap();
        let shape = Shape { features: config.model.inputs(), outputs: 3 };
        let inputs = Inputs::Floats(vec![0.5; 6 * shape.features]);
        let dataset = Dataset::classes(inputs, &[0_u8, 1, 2, 0, 1, 2], shape).unwrap();
        trainer.add_training(&dataset).unwrap();
        trainer.add_test(&dataset).unwrap();
        assert_eq!(block_on(trainer.train(1)).unwrap().len(), 1);
        context.pipelines()
    };
    let first = Config {
        model: dense(&[4, 8, 3]),
        optimizer: Optimizer::ADAM,
        penalty: Penalty { l1: 0.1, l2: 0.0 },
        ..config()
    };
    let made = pipelines_after(&first);
    assert!(made > 0);
    let others = [
        Config { penalty: Penalty { l1: 0.0, l2: 0.025 }, ..first.clone() },
        Config { model: dense(&[13, 21, 34, 3]), batch: 5, ..first.clone() },
        Config { optimizer: Optimizer::Adam { beta1: 0.8, beta2: 0.9, epsilon: 1e-3 }, ..first.clone() },
        Config { learning_rate: 0.5, ..first },
    ];
    for config in others {
        assert_eq!(pipelines_after(&config), made, "{config:?}");
    }
}

#[test]
fn steps_that_the_gpu_has_no_room_for_have_not_been_done() {
    let Some(gpu) = crate::gpu() else { return };
    // Room for the metrics, the largest tensor here, and so for an order of 8,192 examples.
    let context = gpu.context().with_largest_buffer(1024 * 8 * 4);
    let new = || {
        let config = Config { batch: 33, ..config() };
        let mut trainer = Trainer::new(Box::new(Gpu::new(&context)), &config).unwrap();
        trainer.add_training(&Examples::new(33, &config.model).dataset()).unwrap();
        trainer
    };
    let mut refused = new();
    let place = refused.order().place().clone();
    // 1,024 steps go through more than that.
    let error = block_on(refused.train(1024)).unwrap_err();
    assert!(matches!(error, EngineError::OutOfMemory(_)), "{error}");
    assert_eq!((refused.step(), refused.order().place()), (0, &place));
    assert_eq!(block_on(refused.train(12)), block_on(new().train(12)));
}

#[test]
fn a_table_that_may_not_double_grows_by_what_it_must() {
    let Some(gpu) = crate::gpu() else { return };
    // As on a GPU that allows a buffer of 1,000 rows.
    let mut gpu = Gpu::new(&gpu.context().with_largest_buffer(1000 * 784));
    let engine: &mut dyn chalknet::engine::Engine = &mut gpu;
    let table = engine.table(600, 784, 10, Format::Bytes).unwrap();
    let mut add = |rows: usize| {
        let inputs: Vec<u8> = (0..rows * 784).map(|place| (place / 784) as u8).collect();
        engine.append(table, Values::Bytes(&inputs), &vec![1.0; rows * 10])
    };
    add(600).unwrap();
    add(300).unwrap();
    assert!(matches!(add(200), Err(EngineError::OutOfMemory(_))));
    // What was there still is.
    let (input, target) = (engine.tensor(2, 784).unwrap(), engine.tensor(2, 10).unwrap());
    let program = engine.program(&[Op::Gather { table, input, target }]).unwrap();
    engine.run(program, &[255, 855], &[Step { first: 0, rows: 2, rate: 0.0, seed: 0 }]).unwrap();
    let found = block_on(engine.read(&[(input, 2)])).unwrap().concat();
    assert!((found[0] - 1.0).abs() < 1e-6 && (found[784] - 1.0).abs() < 1e-6, "{} {}", found[0], found[784]);
    // More at once than can be read.
    let tensors: Vec<_> = (0..3).map(|_| (engine.tensor(100, 784).unwrap(), 100)).collect();
    assert!(matches!(block_on(engine.read(&tensors)), Err(EngineError::OutOfMemory(_))));
    assert!(block_on(engine.read(&tensors[..1])).is_ok());
    // An order that does not fit is refused before anything runs.
    let order = vec![0; 1000 * 784 / 4 + 1];
    let steps = [Step { first: 0, rows: 1, rate: 0.0, seed: 0 }];
    assert!(matches!(engine.run(program, &order, &steps), Err(EngineError::OutOfMemory(_))));
}
