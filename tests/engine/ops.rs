//! Each operation, at shapes that fit no tile, against the reference.

use crate::reference::{self, Matrix};
use crate::{Make, assert_close, on_each_engine, random};
use chalknet::activation::Activation;
use chalknet::engine::gpu::{Gpu, Tuning};
use chalknet::engine::{Engine, Format, MAX_STEPS, Op, Parameters, Step, Tensor, Values};
use chalknet::loss::Loss;
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use fastrand::Rng;

/// Rows, inputs, outputs: ones, sizes at and beside the tiles of both engines (6, 8, 64), odd
/// sizes, and an inner dimension beyond the CPU's 256.
const SHAPES: [[usize; 3]; 9] = [
    [1, 1, 1],
    [1, 784, 10],
    [3, 5, 7],
    [6, 8, 8],
    [7, 9, 17],
    [63, 65, 64],
    [64, 64, 31],
    [65, 63, 3],
    [33, 300, 10],
];

/// `f32` sums of up to 784 products of numbers below 1.
const TOLERANCE: f64 = 2e-5;

/// The batches to run: a full one first, so that the short one finds its rows full of old numbers.
pub fn short_after_full(rows: usize) -> [usize; 2] {
    [rows, rows.div_ceil(2)]
}

/// Like pixels: mostly zeros, which lie together.
pub fn sparse(rng: &mut Rng, len: usize) -> Vec<f32> {
    let mut values = random(rng, len);
    values.chunks_mut(13).filter(|_| rng.u8(..) < 180).for_each(|run| run.fill(0.0));
    values
}

pub fn tensor(engine: &mut dyn Engine, rows: usize, cols: usize, values: &[f32]) -> Tensor {
    let tensor = engine.tensor(rows, cols).unwrap();
    engine.write(tensor, values);
    tensor
}

pub fn run(engine: &mut dyn Engine, op: Op, rows: usize, rate: f32) {
    run_all(engine, &[op], rows, rate);
}

fn run_all(engine: &mut dyn Engine, ops: &[Op], rows: usize, rate: f32) {
    let program = engine.program(ops).unwrap();
    engine.run(program, &[], &[Step { first: 0, rows, rate, seed: 0 }]).unwrap();
}

pub fn read(engine: &mut dyn Engine, tensor: Tensor, rows: usize) -> Vec<f32> {
    pollster::block_on(engine.read(&[(tensor, rows)])).unwrap().concat()
}

fn gather_fetches_the_rows_of_the_order(make: Make) {
    let engine = &mut *make();
    for (features, outputs) in [(1, 1), (3, 2), (784, 10), (130, 9)] {
        let (rows, batch) = (40, 7);
        let mut rng = Rng::with_seed(1);
        let bytes: Vec<u8> = (0..rows * features).map(|_| rng.u8(..)).collect();
        let floats = random(&mut rng, rows * features);
        let targets = random(&mut rng, rows * outputs);
        let order: Vec<u32> = (0..30).map(|_| rng.u32(0..rows as u32)).collect();
        let input = engine.tensor(batch, features).unwrap();
        let target = engine.tensor(batch, outputs).unwrap();
        for (format, expected) in [
            (Format::Bytes, bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect()),
            (Format::Floats, floats.clone()),
        ] {
            // The table is too small for the second half, so that it has to grow after the program was made.
            let table = engine.table(rows / 2, features, outputs, format).unwrap();
            let program = engine.program(&[Op::Gather { table, input, target }]).unwrap();
            for half in 0..2 {
                let inputs = half * rows / 2 * features..(half + 1) * rows / 2 * features;
                let inputs = match format {
                    Format::Bytes => Values::Bytes(&bytes[inputs]),
                    Format::Floats => Values::Floats(&floats[inputs]),
                };
                let targets = &targets[half * rows / 2 * outputs..(half + 1) * rows / 2 * outputs];
                engine.append(table, inputs, targets).unwrap();
            }
            engine.run(program, &order, &[Step { first: 11, rows: batch, rate: 0.0, seed: 0 }]).unwrap();
            let fetched = |values: &[f32], width: usize| -> Vec<f64> {
                let row = |&row: &u32| &values[row as usize * width..][..width];
                order[11..11 + batch].iter().flat_map(row).map(|&value| f64::from(value)).collect()
            };
            assert_close("input", &read(engine, input, batch), &fetched(&expected, features), 1e-6);
            assert_close("target", &read(engine, target, batch), &fetched(&targets, outputs), 0.0);
        }
    }
}

fn linear_is_the_activated_weighted_sum(make: Make) {
    let engine = &mut *make();
    for shape in SHAPES {
        for activation in Activation::ALL {
            check_linear(engine, shape, activation);
        }
    }
}

fn check_linear(engine: &mut dyn Engine, [rows, inputs, outputs]: [usize; 3], activation: Activation) {
    let mut rng = Rng::with_seed(2);
    let input = sparse(&mut rng, rows * inputs);
    let parameters = random(&mut rng, (inputs + 1) * outputs);
    let expected = reference::linear(
        &Matrix::new(rows, inputs, &input),
        &Matrix::new(inputs + 1, outputs, &parameters),
        activation,
    );
    let output = engine.tensor(rows, outputs).unwrap();
    let input = tensor(engine, rows, inputs, &input);
    let parameters = tensor(engine, inputs + 1, outputs, &parameters);
    run(engine, Op::Linear { input, parameters, output, activation }, rows, 0.0);
    assert_close(&format!("{activation:?}"), &read(engine, output, rows), &expected.values, TOLERANCE);
}

fn linear_backward_input_carries_the_gradient_back(make: Make) {
    let engine = &mut *make();
    for shape in SHAPES {
        check_linear_backward_input(engine, shape, None);
        for activation in Activation::ALL {
            check_linear_backward_input(engine, shape, Some(activation));
        }
    }
}

/// Past the weights, and past the activation that made the layer's input, in one program.
fn check_linear_backward_input(
    engine: &mut dyn Engine,
    [rows, inputs, outputs]: [usize; 3],
    activation: Option<Activation>,
) {
    let mut rng = Rng::with_seed(3);
    let gradient = random(&mut rng, rows * outputs);
    let parameters = random(&mut rng, (inputs + 1) * outputs);
    let input = sparse(&mut rng, rows * inputs);
    let mut expected = reference::linear_backward_input(
        &Matrix::new(rows, outputs, &gradient),
        &Matrix::new(inputs + 1, outputs, &parameters),
    );
    let input_gradient = engine.tensor(rows, inputs).unwrap();
    let gradient = tensor(engine, rows, outputs, &gradient);
    let parameters = tensor(engine, inputs + 1, outputs, &parameters);
    let output = tensor(engine, rows, inputs, &input);
    let mut ops = vec![Op::LinearBackwardInput { gradient, parameters, input_gradient }];
    if let Some(activation) = activation {
        expected = reference::activation_backward(activation, &Matrix::new(rows, inputs, &input), &expected);
        ops.push(Op::ActivationBackward { activation, output, gradient: input_gradient });
    }
    run_all(engine, &ops, rows, 0.0);
    let found = read(engine, input_gradient, rows);
    assert_close(&format!("{activation:?}"), &found, &expected.values, TOLERANCE);
}

fn activation_backward_multiplies_by_the_slope(make: Make) {
    let engine = &mut *make();
    for [rows, _, outputs] in SHAPES {
        for activation in Activation::ALL {
            let mut rng = Rng::with_seed(10);
            let (values, gradients) = (random(&mut rng, rows * outputs), random(&mut rng, rows * outputs));
            let matrix = |values: &[f32]| Matrix::new(rows, outputs, values);
            let expected = reference::activation_backward(activation, &matrix(&values), &matrix(&gradients));
            let output = tensor(engine, rows, outputs, &values);
            let gradient = tensor(engine, rows, outputs, &gradients);
            run(engine, Op::ActivationBackward { activation, output, gradient }, rows, 0.0);
            assert_close(&format!("{activation:?}"), &read(engine, gradient, rows), &expected.values, 1e-6);
        }
    }
}

fn tanh_is_right_to_the_last_bits_at_any_size(make: Make) {
    let engine = &mut *make();
    let sizes = (-80..=10).map(|exponent| 1.37 * f32::powf(2.0, exponent as f32 / 2.0));
    let values: Vec<f32> = sizes.flat_map(|x| [x, -x]).chain([0.0, 0.624_999, 0.625, 30.0, -300.0]).collect();
    let rows = values.len();
    let input = tensor(engine, rows, 1, &values);
    // As it is: the weight is 1, the bias 0.
    let parameters = tensor(engine, 2, 1, &[1.0, 0.0]);
    let output = engine.tensor(rows, 1).unwrap();
    run(engine, Op::Linear { input, parameters, output, activation: Activation::Tanh }, rows, 0.0);
    for (x, found) in values.iter().zip(read(engine, output, rows)) {
        let expected = f64::from(*x).tanh();
        let error = (f64::from(found) - expected).abs();
        assert!(error <= 6e-7 * expected.abs(), "tanh {x:e} is {expected:e}, not {found:e}");
    }
}

fn binary_cross_entropy_comes_from_the_logit(make: Make) {
    let engine = &mut *make();
    let cases = [
        (100.0, 0.0, 100.0),
        (-100.0, 1.0, 100.0),
        (100.0, 1.0, 0.0),
        (-100.0, 0.0, 0.0),
        (0.0, 1.0, f64::ln(2.0)),
    ];
    for (logit, class, expected) in cases {
        let output = tensor(engine, 1, 1, &[logit]);
        let target = tensor(engine, 1, 1, &[class]);
        let gradient = engine.tensor(1, 1).unwrap();
        let metrics = engine.tensor(MAX_STEPS, 2).unwrap();
        run(engine, Op::Loss { loss: Loss::CrossEntropy, output, target, gradient, metrics }, 1, 0.0);
        let hit = f64::from((logit >= 0.0) == (class == 1.0));
        assert_close(&format!("{logit}"), &read(engine, metrics, 1), &[expected, hit], 1e-6);
    }
}

fn linear_update_follows_each_optimizer(make: Make) {
    let engine = &mut *make();
    for shape in SHAPES {
        for optimizer in Optimizer::ALL {
            check_linear_update(engine, shape, optimizer);
        }
    }
}

fn check_linear_update(engine: &mut dyn Engine, [rows, inputs, outputs]: [usize; 3], optimizer: Optimizer) {
    let mut rng = Rng::with_seed(4);
    let count = (inputs + 1) * outputs;
    let input = sparse(&mut rng, rows * inputs);
    // A gradient has gone through the loss, which fills up the last four rows with zeros.
    let gradient = random(&mut rng, rows * outputs);
    let values = random(&mut rng, count);
    // Mean squares are not negative.
    let slots = [random(&mut rng, count), random(&mut rng, count)]
        .map(|slot| slot.into_iter().map(f32::abs).collect());
    let [first, second]: [Vec<f32>; 2] = slots;

    let mut expected = values.iter().copied().map(f64::from).collect::<Vec<_>>();
    let gradients = reference::parameter_gradient(
        &Matrix::new(rows, inputs, &input),
        &Matrix::new(rows, outputs, &gradient),
    );
    for (place, (w, g)) in expected.iter_mut().zip(&gradients.values).enumerate() {
        let mut slots = [f64::from(first[place]), f64::from(second[place])];
        reference::update(optimizer, 0.05, 3, *g, w, &mut slots);
    }

    let learnt = tensor(engine, inputs + 1, outputs, &values);
    let mut slots = [None; 2];
    for (slot, values) in slots.iter_mut().zip([first, second]).take(optimizer.slots()) {
        *slot = Some(tensor(engine, inputs + 1, outputs, &values));
    }
    let input = tensor(engine, rows, inputs, &input);
    let gradient = tensor(engine, rows, outputs, &gradient);
    let parameters = Parameters { values: learnt, slots };
    let op = Op::LinearUpdate { input, gradient, parameters, optimizer, penalty: Penalty::NONE };
    run(engine, op, rows, optimizer.rate(0.05, 3));
    assert_close(&format!("{optimizer:?}"), &read(engine, learnt, inputs + 1), &expected, 1e-4);
}

fn probabilities_are_those_of_the_logits(make: Make) {
    let engine = &mut *make();
    for [rows, _, classes] in SHAPES {
        // Logits so large that their exponentials are not finite.
        let logits: Vec<f32> =
            random(&mut Rng::with_seed(5), rows * classes).iter().map(|x| 300.0 * x).collect();
        let expected = reference::probabilities(&Matrix::new(rows, classes, &logits));
        let probabilities = engine.tensor(rows, classes).unwrap();
        let logits = tensor(engine, rows, classes, &logits);
        run(engine, Op::Probabilities { logits, probabilities }, rows, 0.0);
        // An error of one bit in a logit of 300 is 3e-5.
        assert_close("probabilities", &read(engine, probabilities, rows), &expected.values, 1e-4);
    }
}

fn losses_come_with_their_gradients(make: Make) {
    let engine = &mut *make();
    for [rows, _, outputs] in SHAPES {
        for loss in [Loss::CrossEntropy, Loss::SquaredError, Loss::AbsoluteError] {
            let mut rng = Rng::with_seed(6);
            let output = random(&mut rng, rows * outputs);
            let mut target = vec![0.0; rows * outputs];
            target.chunks_mut(outputs).for_each(|row| row[rng.usize(0..outputs)] = 1.0);
            let gradient = engine.tensor(rows, outputs).unwrap();
            let metrics = engine.tensor(MAX_STEPS, 2).unwrap();
            let (output_values, target_values) = (output, target);
            let output = tensor(engine, rows, outputs, &output_values);
            let target = tensor(engine, rows, outputs, &target_values);
            let op = Op::Loss { loss, output, target, gradient, metrics };
            for rows in short_after_full(rows) {
                run(engine, op, rows, 0.0);
                let part = |values: &[f32]| Matrix::new(rows, outputs, &values[..rows * outputs]);
                let (mean, hits, expected) =
                    reference::loss(loss, &part(&output_values), &part(&target_values));
                let name = format!("{loss:?}");
                assert_close(&name, &read(engine, metrics, 1), &[mean, hits], 1e-5);
                assert_close(&name, &read(engine, gradient, rows), &expected.values, 1e-6);
            }
        }
    }
}

on_each_engine!(
    gather_fetches_the_rows_of_the_order,
    linear_is_the_activated_weighted_sum,
    linear_backward_input_carries_the_gradient_back,
    linear_update_follows_each_optimizer,
    probabilities_are_those_of_the_logits,
    activation_backward_multiplies_by_the_slope,
    tanh_is_right_to_the_last_bits_at_any_size,
    binary_cross_entropy_comes_from_the_logit,
    losses_come_with_their_gradients,
);

/// The products once more, in every way of cutting them up but the first, which is that of all other tests.
#[test]
fn every_tuning_makes_the_same_products() {
    let Some(gpu) = crate::gpu() else { return };
    for tuning in &Tuning::ALL[1..] {
        let engine = &mut Gpu::new(&gpu.context().tuned(*tuning));
        for shape in [[7, 9, 17], [65, 63, 35]] {
            check_linear(engine, shape, Activation::Relu);
            check_linear_backward_input(engine, shape, Some(Activation::Relu));
            check_linear_update(engine, shape, Optimizer::Sgd);
        }
    }
}
