//! The operations on pictures, and dropout, at shapes that fit no tile, against the reference.

use crate::ops::{read, run, short_after_full, sparse, tensor};
use crate::reference::{self, Matrix};
use crate::{Make, assert_close, on_each_engine, random};
use chalknet::activation::Activation;
use chalknet::dropout::Dropout;
use chalknet::engine::gpu::{Gpu, Tuning};
use chalknet::engine::{Engine, Op, Parameters, Step};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Convolution, Padding, Picture, Pooling};
use fastrand::Rng;

/// Rows of the batch, the picture (height, width, channels), filters and kernel: ones, a kernel as large as the
/// picture, an even kernel, odd sizes, one channel and many, sizes at and beside the tiles (4, 6, 8).
const SHAPES: [(usize, [usize; 3], usize, usize); 10] = [
    (1, [1, 1, 1], 1, 1),
    (3, [1, 1, 5], 3, 1),
    (2, [3, 3, 1], 2, 3),
    (3, [5, 4, 2], 3, 2),
    (1, [7, 5, 3], 9, 5),
    (5, [6, 7, 4], 8, 3),
    (2, [9, 1, 8], 4, 1),
    (7, [8, 8, 1], 8, 3),
    (3, [10, 11, 8], 16, 5),
    (2, [6, 5, 12], 5, 4),
];

/// `f32` sums of up to a thousand products of numbers below 1.
const TOLERANCE: f64 = 2e-5;

fn convolutions() -> impl Iterator<Item = (usize, Convolution)> {
    SHAPES.into_iter().flat_map(|(rows, [height, width, channels], filters, kernel)| {
        let picture = Picture { height, width, channels };
        let made = Padding::ALL.map(|padding| Convolution::new(picture, filters, kernel, padding));
        made.into_iter().flatten().map(move |convolution| (rows, convolution))
    })
}

fn conv2d_is_the_weighted_sum_at_each_place(make: Make) {
    let engine = &mut *make();
    for (rows, convolution) in convolutions() {
        for activation in [Activation::Identity, Activation::Sigmoid] {
            check_conv2d(engine, rows, convolution, activation);
        }
    }
}

fn check_conv2d(engine: &mut dyn Engine, rows: usize, convolution: Convolution, activation: Activation) {
    let mut rng = Rng::with_seed(20);
    let (given, made) = (convolution.input.numbers(), convolution.output.numbers());
    let input_values = sparse(&mut rng, rows * given);
    let [inputs, filters] = [convolution.inputs() + 1, convolution.output.channels];
    let parameter_values = random(&mut rng, inputs * filters);
    let weights = Matrix::new(inputs, filters, &parameter_values);
    let output = engine.tensor(rows, made).unwrap();
    let input = tensor(engine, rows, given, &input_values);
    let parameters = tensor(engine, inputs, filters, &parameter_values);
    for rows in short_after_full(rows) {
        let values = Matrix::new(rows, given, &input_values[..rows * given]);
        let expected = reference::conv2d(convolution, &values, &weights, activation);
        run(engine, Op::Conv2d { convolution, input, parameters, output, activation }, rows, 0.0);
        let name = format!("{convolution:?}");
        assert_close(&name, &read(engine, output, rows), &expected.values, TOLERANCE);
    }
}

fn conv2d_backward_input_adds_up_what_comes_back_to_a_pixel(make: Make) {
    let engine = &mut *make();
    for (rows, convolution) in convolutions() {
        check_conv2d_backward_input(engine, rows, convolution);
    }
}

fn check_conv2d_backward_input(engine: &mut dyn Engine, rows: usize, convolution: Convolution) {
    let mut rng = Rng::with_seed(21);
    let (given, made) = (convolution.input.numbers(), convolution.output.numbers());
    let gradient_values = random(&mut rng, rows * made);
    let [inputs, filters] = [convolution.inputs() + 1, convolution.output.channels];
    let parameter_values = random(&mut rng, inputs * filters);
    let weights = Matrix::new(inputs, filters, &parameter_values);
    let input_gradient = engine.tensor(rows, given).unwrap();
    let gradient = tensor(engine, rows, made, &gradient_values);
    let parameters = tensor(engine, inputs, filters, &parameter_values);
    for rows in short_after_full(rows) {
        let gradients = Matrix::new(rows, made, &gradient_values[..rows * made]);
        let expected = reference::conv2d_backward_input(convolution, &gradients, &weights);
        run(engine, Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient }, rows, 0.0);
        let name = format!("{convolution:?}");
        assert_close(&name, &read(engine, input_gradient, rows), &expected.values, TOLERANCE);
    }
}

fn conv2d_update_follows_the_gradients_of_all_places(make: Make) {
    let engine = &mut *make();
    for (rows, convolution) in convolutions() {
        for optimizer in Optimizer::ALL {
            check_conv2d_update(engine, rows, convolution, optimizer);
        }
    }
}

fn check_conv2d_update(engine: &mut dyn Engine, rows: usize, convolution: Convolution, optimizer: Optimizer) {
    let mut rng = Rng::with_seed(22);
    let (given, made) = (convolution.input.numbers(), convolution.output.numbers());
    let input_values = sparse(&mut rng, rows * given);
    let gradient_values = random(&mut rng, rows * made);
    let [inputs, filters] = [convolution.inputs() + 1, convolution.output.channels];
    let values = random(&mut rng, inputs * filters);
    // Mean squares are not negative.
    let slot_values =
        [(); 2].map(|()| random(&mut rng, inputs * filters).into_iter().map(f32::abs).collect::<Vec<_>>());
    let penalty = Penalty { l1: 0.01, l2: 0.1 };

    let mut expected: Vec<f64> = values.iter().copied().map(f64::from).collect();
    let gradients = reference::conv2d_parameter_gradient(
        convolution,
        &Matrix::new(rows, given, &input_values),
        &Matrix::new(rows, made, &gradient_values),
    );
    for (place, (w, g)) in expected.iter_mut().zip(&gradients.values).enumerate() {
        let mut slots = [&slot_values[0], &slot_values[1]].map(|slot| f64::from(slot[place]));
        let pull = if place / filters < inputs - 1 { reference::pull(penalty, *w) } else { 0.0 };
        reference::update(optimizer, 0.05, 3, *g + pull, w, &mut slots);
    }

    let learnt = tensor(engine, inputs, filters, &values);
    let mut slots = [None; 2];
    for (slot, values) in slots.iter_mut().zip(&slot_values).take(optimizer.slots()) {
        *slot = Some(tensor(engine, inputs, filters, values));
    }
    let input = tensor(engine, rows, given, &input_values);
    let gradient = tensor(engine, rows, made, &gradient_values);
    let parameters = Parameters { values: learnt, slots };
    let op = Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty };
    run(engine, op, rows, optimizer.rate(0.05, 3));
    let name = format!("{optimizer:?} {convolution:?}");
    assert_close(&name, &read(engine, learnt, inputs), &expected, 1e-4);
}

/// Rows of the batch, the picture and the size of the squares, some of which leave out a row or a column.
const POOLINGS: [(usize, [usize; 3], usize); 6] = [
    (1, [1, 1, 1], 1),
    (3, [2, 2, 3], 2),
    (2, [5, 7, 1], 2),
    (5, [6, 6, 4], 3),
    (3, [7, 8, 8], 2),
    (2, [9, 5, 5], 4),
];

fn poolings() -> impl Iterator<Item = (usize, Pooling)> {
    POOLINGS.into_iter().map(|(rows, [height, width, channels], size)| {
        (rows, Pooling::new(Picture { height, width, channels }, size).unwrap())
    })
}

fn max_pool_keeps_the_largest_and_hands_it_the_gradient(make: Make) {
    let engine = &mut *make();
    for (rows, pooling) in poolings() {
        let mut rng = Rng::with_seed(23);
        let (given, made) = (pooling.input.numbers(), pooling.output().numbers());
        // Few values, so that several in a square are as large.
        let input_values: Vec<f32> = (0..rows * given).map(|_| rng.u8(0..3).into()).collect();
        let gradient_values = random(&mut rng, rows * made);
        let input = tensor(engine, rows, given, &input_values);
        let gradient = tensor(engine, rows, made, &gradient_values);
        let output = engine.tensor(rows, made).unwrap();
        let input_gradient = engine.tensor(rows, given).unwrap();
        for rows in short_after_full(rows) {
            let values = Matrix::new(rows, given, &input_values[..rows * given]);
            let gradients = Matrix::new(rows, made, &gradient_values[..rows * made]);
            let (expected, expected_gradient) = reference::max_pool(pooling, &values, &gradients);
            run(engine, Op::MaxPool { pooling, input, output }, rows, 0.0);
            run(engine, Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient }, rows, 0.0);
            let name = format!("{pooling:?}");
            assert_close(&name, &read(engine, output, rows), &expected.values, 0.0);
            assert_close(&name, &read(engine, input_gradient, rows), &expected_gradient.values, 0.0);
        }
    }
}

fn a_broken_number_comes_through_a_pool(make: Make) {
    let engine = &mut *make();
    let pooling = Pooling::new(Picture { height: 2, width: 2, channels: 1 }, 2).unwrap();
    let output = engine.tensor(4, 1).unwrap();
    for place in 0..4 {
        let mut values = [1.0, 2.0, 3.0, 4.0];
        values[place] = f32::NAN;
        let input = tensor(engine, 1, 4, &values);
        run(engine, Op::MaxPool { pooling, input, output }, 1, 0.0);
        assert!(read(engine, output, 1)[0].is_nan(), "NaN at {place}");
    }
}

fn dropout_leaves_out_the_same_on_every_engine(make: Make) {
    let engine = &mut *make();
    for (rows, cols, rate) in [(1, 1, 0.5), (5, 7, 0.25), (33, 65, 0.5), (3, 8, 0.0), (6, 9, 0.9)] {
        let values = random(&mut Rng::with_seed(24), rows * cols);
        let input = tensor(engine, rows, cols, &values);
        let output = engine.tensor(rows, cols).unwrap();
        for (layer, seed) in [(0, 1), (3, 0xdead_beef)] {
            let dropout = Dropout { rate, layer };
            let expected = reference::dropout(dropout, seed, &Matrix::new(rows, cols, &values));
            let program = engine.program(&[Op::Dropout { dropout, input, output }]).unwrap();
            engine.run(program, &[], &[Step { first: 0, rows, rate: 0.0, seed }]).unwrap();
            assert_close("dropout", &read(engine, output, rows), &expected.values, 1e-6);
        }
    }
}

on_each_engine!(
    conv2d_is_the_weighted_sum_at_each_place,
    conv2d_backward_input_adds_up_what_comes_back_to_a_pixel,
    conv2d_update_follows_the_gradients_of_all_places,
    max_pool_keeps_the_largest_and_hands_it_the_gradient,
    a_broken_number_comes_through_a_pool,
    dropout_leaves_out_the_same_on_every_engine,
);

/// The products once more, in other ways of cutting them up than that of all other tests.
#[test]
fn other_tunings_make_the_same_convolutions() {
    let Some(gpu) = crate::gpu() else { return };
    // What they have to themselves is known from the other products: a large tile that is shared, and a small one.
    for tuning in [Tuning::ALL[1], Tuning::ALL[5]] {
        let engine = &mut Gpu::new(&gpu.context().tuned(tuning));
        for (rows, convolution) in convolutions().filter(|(_, it)| it.output.channels == 16) {
            check_conv2d(engine, rows, convolution, Activation::Relu);
            check_conv2d_backward_input(engine, rows, convolution);
            check_conv2d_update(engine, rows, convolution, Optimizer::Sgd);
        }
    }
}

/// The part that is left out, and that neither rows, columns, layers nor steps go together.
#[test]
fn dropout_leaves_out_its_part_at_random() {
    let kept = |layer, seed| {
        let dropout = Dropout { rate: 0.25, layer };
        (0..40_000).map(|place| dropout.factor(seed, place) > 0.0).collect::<Vec<_>>()
    };
    let runs = [kept(1, 7), kept(1, 8), kept(2, 7)];
    for run in &runs {
        let part = run.iter().filter(|kept| **kept).count() as f64 / run.len() as f64;
        assert!((part - 0.75).abs() < 0.01, "{part} is kept");
        // Of neighbours, and of those a row apart, as many are kept together as by chance.
        for apart in [1, 28, 512] {
            let both = run.iter().zip(&run[apart..]).filter(|(a, b)| **a && **b).count() as f64;
            assert!(
                (both / run.len() as f64 - 0.75 * 0.75).abs() < 0.015,
                "{both} kept together, {apart} apart"
            );
        }
    }
    for other in [&runs[1], &runs[2]] {
        let both = runs[0].iter().zip(other).filter(|(a, b)| **a && **b).count() as f64;
        assert!((both / 40_000.0 - 0.75 * 0.75).abs() < 0.015, "{both} are kept in both");
    }
}
