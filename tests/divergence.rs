//! Divergences with known integrals, the sums that stand for them, and the loss surface of a line.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::activation::Activation;
use chalknet::dataset::{Dataset, Inputs, Shape as Rows};
use chalknet::divergence::{
    Divergence, DivergenceError, FROM, NODES, SEGMENTS, Shape, TO, Target, loss_surface, nodes, samples,
};
use chalknet::engine::small::Small;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::trainer::{Config, Trainer};
use pollster::block_on;

const ZERO_ONE: Divergence = Divergence::ZeroOne { tolerance: 0.5 };
const ALL: [Divergence; 3] = [Divergence::Squared, Divergence::Absolute, ZERO_ONE];
const SHAPES: [Shape; 4] = [Shape::Line, Shape::Sine, Shape::Step, Shape::Bumps];

/// The target with this height at each knot.
fn target(height: impl Fn(f32) -> f32) -> Target {
    let x = |knot: usize| FROM + (TO - FROM) * knot as f32 / SEGMENTS as f32;
    Target::new((0..=SEGMENTS).map(|knot| height(x(knot))).collect()).unwrap()
}

/// The integral over X of the divergence of `f` from `g`.
fn integral(divergence: Divergence, f: impl Fn(f32) -> f32, g: &Target) -> f64 {
    let x = nodes();
    let [f, g]: [Vec<f32>; 2] = [x.iter().map(|&x| f(x)).collect(), x.iter().map(|&x| g.at(x)).collect()];
    divergence.total(&f, &g).unwrap()
}

fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

#[test]
fn integrals_are_those_of_the_textbook() {
    let zero = target(|_| 0.0);
    // Of a constant 2 over a width of 6.
    assert_near(integral(Divergence::Squared, |_| 2.0, &zero), 24.0, 1e-5);
    assert_near(integral(Divergence::Absolute, |_| 2.0, &zero), 12.0, 1e-5);
    assert_near(integral(ZERO_ONE, |_| 2.0, &zero), 6.0, 1e-5);
    // Of x from -3 to 3: 2 * 3^3 / 3, 3^2, and all but the width where |x| <= 0.5.
    assert_near(integral(Divergence::Squared, |x| x, &zero), 18.0, 1e-3);
    assert_near(integral(Divergence::Absolute, |x| x, &zero), 9.0, 1e-5);
    assert_near(integral(ZERO_ONE, |x| x, &zero), 5.0, 1e-5);
    // Of sin(pi x): 6 / 2, and six half waves of 2 / pi each.
    let sine = |x: f32| (std::f32::consts::PI * x).sin();
    assert_near(integral(Divergence::Squared, sine, &zero), 3.0, 1e-4);
    assert_near(integral(Divergence::Absolute, sine, &zero), 12.0 / std::f64::consts::PI, 1e-3);
    // It is the distance that counts, not the height: x against x + 1.
    let line = target(|x| x + 1.0);
    assert_near(integral(Divergence::Squared, |x| x, &line), 6.0, 1e-5);
}

#[test]
fn nothing_diverges_from_itself() {
    for shape in SHAPES {
        let target = Target::from(shape);
        for divergence in ALL {
            assert_eq!(integral(divergence, |x| target.at(x), &target), 0.0, "{shape:?} {divergence:?}");
        }
    }
}

#[test]
fn a_slope_is_what_differences_measure_and_that_of_zero_one_is_flat() {
    let step = 1e-3;
    for divergence in ALL {
        for tenth in -20..=20 {
            // Off the corner of the absolute divergence and the cliffs of 0-1.
            let f = tenth as f32 / 10.0 + 0.03;
            let measured = (divergence.of(f + step, 0.0) - divergence.of(f - step, 0.0)) / (2.0 * step);
            assert_near(divergence.slope(f, 0.0).into(), measured.into(), 2e-3);
            if divergence == ZERO_ONE {
                assert_eq!(measured, 0.0);
            }
        }
    }
}

#[test]
fn exactly_at_the_tolerance_values_still_count_as_the_same() {
    assert_eq!(ZERO_ONE.of(1.5, 1.0), 0.0);
    assert_eq!(ZERO_ONE.of(0.5, 1.0), 0.0);
    assert_eq!(ZERO_ONE.of(1.51, 1.0), 1.0);
}

#[test]
fn a_target_goes_straight_from_knot_to_knot() {
    let zigzag = target(|x| if ((x - FROM) * 20.0).round() as i32 % 2 == 0 { 0.0 } else { 1.0 });
    let width = (TO - FROM) / SEGMENTS as f32;
    for (part, height) in [(0.0, 0.0), (0.25, 0.25), (1.0, 1.0), (1.5, 0.5)] {
        assert_near(zigzag.at(FROM + part * width).into(), height, 1e-4);
    }
    assert_eq!(zigzag.at(TO), zigzag.knots()[SEGMENTS]);
    assert_eq!(zigzag.at(TO + 5.0), zigzag.knots()[SEGMENTS]);
}

#[test]
fn nodes_are_the_middles_of_equal_strips() {
    let nodes = nodes();
    assert_eq!(nodes.len(), NODES);
    let width = (TO - FROM) / NODES as f32;
    for (strip, node) in nodes.into_iter().enumerate() {
        assert_near(node.into(), f64::from(FROM + (strip as f32 + 0.5) * width), 1e-5);
    }
}

#[test]
fn samples_lie_in_x_and_more_of_them_are_the_same_ones_and_others() {
    let few = samples(10, 7);
    let many = samples(2000, 7);
    assert_eq!(few, many[..10]);
    assert_ne!(few, samples(10, 8));
    assert!(many.iter().all(|x| (FROM..TO).contains(x)));
    // Evenly: the mean of 2000 is within four standard errors of the middle.
    let mean = many.iter().copied().map(f64::from).sum::<f64>() / 2000.0;
    assert_near(mean, 0.0, 4.0 * (12.0_f64.sqrt() / 2.0) / 2000.0_f64.sqrt());
}

#[test]
fn the_sum_over_samples_comes_closer_to_the_integral_the_more_there_are() {
    let target = Target::from(Shape::Sine);
    let whole = integral(Divergence::Squared, |_| 0.0, &target);
    let error = |count: usize, seed: u64| {
        let g: Vec<f32> = samples(count, seed).into_iter().map(|x| target.at(x)).collect();
        (Divergence::Squared.total(&vec![0.0; count], &g).unwrap() - whole).powi(2)
    };
    let root_mean_square = |count| ((0..200).map(|seed| error(count, seed)).sum::<f64>() / 200.0).sqrt();
    // A hundred times the samples: a tenth of the error.
    let ratio = root_mean_square(10) / root_mean_square(1000);
    assert!((7.0..14.0).contains(&ratio), "{ratio}");
}

#[test]
fn the_surface_has_the_loss_of_every_line() {
    let (x, target) = (samples(9, 3), Target::from(Shape::Bumps));
    let g: Vec<f32> = x.iter().map(|&x| target.at(x)).collect();
    let (reach, side) = (1.5, 12);
    for divergence in ALL {
        let surface = loss_surface(divergence, &x, &g, reach, side).unwrap();
        assert_eq!(surface.values.len(), side * side);
        let middle = |cell: usize| reach * ((cell as f32 + 0.5) * 2.0 / side as f32 - 1.0);
        for (cell, &value) in surface.values.iter().enumerate() {
            let (w, b) = (middle(cell % side), -middle(cell / side));
            let f: Vec<f32> = x.iter().map(|x| w * x + b).collect();
            assert_near(value.into(), divergence.total(&f, &g).unwrap(), 1e-4);
        }
        let least = surface.values.iter().copied().fold(f32::INFINITY, f32::min);
        let [w, b] = surface.lowest;
        let f: Vec<f32> = x.iter().map(|x| w * x + b).collect();
        assert_near(divergence.total(&f, &g).unwrap(), least.into(), 1e-4);
    }
}

#[test]
fn the_lowest_place_for_a_line_is_that_line() {
    let target = Target::from(Shape::Line);
    let x = nodes();
    let g: Vec<f32> = x.iter().map(|&x| target.at(x)).collect();
    let (reach, side) = (1.5, 150);
    for divergence in [Divergence::Squared, Divergence::Absolute] {
        let [w, b] = loss_surface(divergence, &x, &g, reach, side).unwrap().lowest;
        let half_a_cell = f64::from(reach) / side as f64 + 1e-6;
        assert_near(w.into(), 0.35, half_a_cell);
        assert_near(b.into(), -0.2, half_a_cell);
    }
}

#[test]
fn zero_one_makes_terraces_of_whole_samples() {
    let x = samples(6, 1);
    let g = vec![0.0; 6];
    let surface = loss_surface(ZERO_ONE, &x, &g, 1.5, 40).unwrap();
    for value in surface.values {
        // Each of six samples counts a sixth of X, which is 6 wide: whole numbers.
        assert_near(value.into(), f64::from(value.round()), 1e-5);
    }
}

#[test]
fn a_gradient_step_of_the_trainer_goes_down_the_slope_of_the_divergence() {
    let target = Target::from(Shape::Sine);
    let x = nodes();
    let g: Vec<f32> = x.iter().map(|&x| target.at(x)).collect();
    let (w, b, rate) = (0.6_f32, -0.4_f32, 0.05);
    for (divergence, loss) in
        [(Divergence::Squared, Loss::SquaredError), (Divergence::Absolute, Loss::AbsoluteError)]
    {
        let config = Config {
            model: Model::dense(&[1, 1], Activation::Identity, Activation::Identity).unwrap(),
            loss,
            optimizer: Optimizer::Sgd,
            learning_rate: rate,
            penalty: Penalty::default(),
            initializer: Initializer::GlorotUniform,
            batch: NODES,
            shuffle: false,
            seed: 0,
        };
        let mut trainer = Trainer::new(Box::new(Small::default()), &config).unwrap();
        let rows = Rows { features: 1, outputs: 1 };
        trainer.add_training(&Dataset::new(Inputs::Floats(x.clone()), g.clone(), rows).unwrap()).unwrap();
        trainer.set_parameters(0, &[w, b]).unwrap();
        let metrics = block_on(trainer.train(1)).unwrap();
        let f: Vec<f32> = x.iter().map(|x| w * x + b).collect();
        // The trainer's loss is the mean: the integral over X by its width.
        assert_near(metrics[0].loss.into(), divergence.total(&f, &g).unwrap() / 6.0, 1e-5);
        let mean = |of: &dyn Fn(f32) -> f32| {
            let slopes = x.iter().zip(&f).zip(&g).map(|((&x, &f), &g)| divergence.slope(f, g) * of(x));
            slopes.sum::<f32>() / NODES as f32
        };
        let after = block_on(trainer.parameters(0).unwrap()).unwrap().concat();
        assert_near(after[0].into(), (w - rate * mean(&|x| x)).into(), 1e-5);
        assert_near(after[1].into(), (b - rate * mean(&|_| 1.0)).into(), 1e-5);
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    assert_eq!(Target::new(vec![0.0; 5]), Err(DivergenceError::Knots(5)));
    let mut knots = vec![0.0; SEGMENTS + 1];
    knots[3] = f32::NAN;
    assert_eq!(Target::new(knots), Err(DivergenceError::Knots(SEGMENTS + 1)));
    assert!(Divergence::ZeroOne { tolerance: -0.1 }.checked().is_err());
    assert!(Divergence::ZeroOne { tolerance: f32::NAN }.checked().is_err());
    assert_eq!(ZERO_ONE.checked(), Ok(ZERO_ONE));
    assert_eq!(Divergence::Squared.total(&[], &[]), Err(DivergenceError::Lengths { f: 0, g: 0 }));
    assert_eq!(Divergence::Squared.total(&[1.0], &[]), Err(DivergenceError::Lengths { f: 1, g: 0 }));
    assert!(loss_surface(ZERO_ONE, &[1.0], &[1.0], 0.0, 4).is_err());
    assert!(loss_surface(ZERO_ONE, &[1.0], &[1.0], 1.0, 0).is_err());
    assert!(loss_surface(ZERO_ONE, &[1.0], &[], 1.0, 4).is_err());
}
